// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether two runs of the same experiment gave the same numbers, and if not, what they were computed with that differs. Pure
// functions over what runs leave behind.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"
#include "core/experiment/experiment.h"
#include "core/protocol/packet.h"
#include "core/run/checkpoint_record.h"

namespace seekbench {

// What an attempt was computed with, and from what.
struct ComputingPlace {
    std::string device, software, host;
    std::uint32_t threads = 0;
    std::string data = {};  // fingerprint of the data set; empty: not known
    bool operator==(const ComputingPlace&) const = default;
};

// The series that are compared: they follow from the numbers alone, unlike times and memory.
std::span<const std::string_view> comparedSeries();

// What a run has left behind for a comparison. A value; the packets of the journal are applied in order, each once.
struct RunEvidence {
    using Values = std::map<std::int64_t, double>;  // by step, of the highest attempt that covers it

    std::string run;                                       // id
    std::string computation;                               // computationOf() its experiment
    std::vector<ComputingPlace> places;                    // of its attempts, each once
    std::map<std::string, Values, std::less<>> values;     // of comparedSeries()
    std::map<std::int64_t, CheckpointRecord> checkpoints;  // that are on the disk
    // What it repeated after a break: steps whose loss was written once more, and the first of them that came out differently.
    std::int64_t repeatedSteps = 0;
    std::optional<std::int64_t> firstUnequalRepeat;

    void apply(const Packet& packet);
    const Values& valuesOf(std::string_view series) const;  // empty when there are none

private:
    std::map<std::uint16_t, std::string> m_names;  // of the attempt's series
};

// Fingerprint of what is computed, whatever it is computed with: that of the experiment without device and threads.
std::string computationOf(const Experiment& experiment);

// The first value, in the order of steps, that two runs do not share to the bit. NaN equals NaN.
struct ValueDifference {
    std::string series;
    std::int64_t step = 0;
    std::optional<double> a, b;  // nothing: that run has no such value
    bool operator==(const ValueDifference&) const = default;
};
// Of the steps from `first` to `last`; a step that only one of them has counts as a difference.
std::optional<ValueDifference> firstDifferentValue(const RunEvidence& a, const RunEvidence& b, std::int64_t first, std::int64_t last);

// Differences up to this share of the larger value, at every step, are grade B. Losses below 0.001 count as 0.001.
inline constexpr double kReproductionTolerance = 1e-3;

// How well one run repeated another.
struct ReproducibilityGrade {
    // A: every value, and the weights of every checkpoint both have, equal to the bit. B: within the tolerance. C: neither. None: there
    // is nothing to compare.
    enum class Letter { A, B, C, None };
    enum class Cause { Device, Threads, Software, Machine, Data, Operator };
    struct Reason {
        Cause cause = Cause::Operator;
        Message sentence;
        bool operator==(const Reason&) const = default;
    };

    Letter letter = Letter::None;
    Message verdict;              // one sentence, with the letter
    std::vector<Reason> reasons;  // grades B and C: what differs, most telling first; never empty then
    std::int64_t steps = 0;       // both have a loss of
    std::optional<ValueDifference> first;
    double greatest = 0;  // difference, as a share of the larger value; infinite where one is not a finite number
    bool operator==(const ReproducibilityGrade&) const = default;
};
std::string_view nameOf(ReproducibilityGrade::Letter letter);  // "A"; "none"
std::string_view nameOf(ReproducibilityGrade::Cause cause);    // "threads"

ReproducibilityGrade gradeOf(const RunEvidence& a, const RunEvidence& b, double tolerance = kReproductionTolerance);
// Of one run alone: what it repeated after breaks.
ReproducibilityGrade gradeOfRepeats(const RunEvidence& run);

}  // namespace seekbench
