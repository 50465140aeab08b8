// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a profile suggests to change. Each piece of advice has the figures it rests on and, where the experiment has a setting for it, the
// change to try; tryAdvice() (app/session) measures what it gains. A pure function of the profile, the experiment and the machine.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/message.h"
#include "core/base/result.h"
#include "core/experiment/experiment.h"
#include "core/trace/trace.h"

namespace seekbench {

// A figure of the profile: a source text for people, and the value in that unit ("%", "ms", "x", "µs", "").
struct AdviceFigure {
    std::string_view label;
    double value = 0;
    std::string_view unit = "";
    bool operator==(const AdviceFigure&) const = default;
};

struct Advice {
    std::string id;   // "reference_engine": stable, for programs
    Message finding;  // what is so, with figures
    Message remedy;   // what can be done
    std::vector<AdviceFigure> evidence;
    double share = 0;  // part of the time of a step that is at stake, 0 … 1
    // Settings and their new values as a person types them: {"training.engine", "compiled"}. Empty: there is none to try.
    std::vector<std::pair<std::string, std::string>> changes;
    bool learnsDifferently = false;  // the change is not about speed alone: the trained weights will not be the same
    bool operator==(const Advice&) const = default;
};

struct AdviceContext {
    const Experiment* experiment = nullptr;  // of the run that was profiled; nullptr: not known, so there is nothing to try
    std::int64_t cores = 1;                  // of the machine
};

// The greatest share first. Only what check() accepts is offered to be tried. Empty when nothing stands out, or without steps.
std::vector<Advice> adviceFor(const Trace& trace, const AdviceContext& context);

// "training.engine = compiled, training.threads = 1"
std::string changesText(const Advice& advice);
// The experiment with the changes made.
Result<Experiment> withAdvice(const Experiment& experiment, const Advice& advice);

// What trying has shown: seconds for a sample, before and with the change, in pairs that were measured one after the other.
struct TrialGain {
    double factor = 1;           // how many times as fast: geometric mean of the pairs
    double low = 1, high = 1;    // of it, with 95 % confidence (Student's t of the logarithms)
    double least = 1, most = 1;  // of the pairs
    std::size_t pairs = 0;
    enum class Verdict { Faster, Slower, WithinNoise };
    Verdict verdict() const { return low > 1 ? Verdict::Faster : high < 1 ? Verdict::Slower : Verdict::WithinNoise; }
    bool operator==(const TrialGain&) const = default;
};
// At least two pairs, all times positive; with fewer the interval is everything.
TrialGain gainOf(std::span<const double> before, std::span<const double> with);
// "1.8 times as fast (95 %: 1.6 to 2.0)", or that the difference is within the noise.
Message sentenceOf(const TrialGain& gain);

}  // namespace seekbench
