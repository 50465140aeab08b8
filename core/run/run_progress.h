// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/protocol/packet.h"
#include "core/run/run_folder.h"

namespace seekbench {

// What somebody who follows a run knows of it: the packets of its journal folded into the newest values. A value; every
// packet of the journal is applied once, in order.
struct RunProgress {
    RunState state = RunState::Created;  // as the journal says; deriveState() adds what the lock says
    std::string reason, advice;          // of that state
    std::uint32_t attempt = 0;
    std::int64_t process = 0;  // of that attempt's worker
    std::int64_t step = 0, totalSteps = 0, stepsPerEpoch = 0;
    double secondsLeftLow = 0, secondsLeftHigh = 0;
    std::optional<std::int64_t> checkpointStep;  // of the newest checkpoint
    std::int64_t validatedStep = 0;              // step of the newest validation; 0 before the first
    std::map<std::string, double> values;        // newest value of every series

    void apply(const Packet& packet);
    // The epoch at work, counted from 1, and how many there are; 0 before the first attempt.
    std::int64_t epoch() const;
    std::int64_t epochs() const { return stepsPerEpoch > 0 ? totalSteps / stepsPerEpoch : 0; }
    // The newest value of a series, if it has one.
    std::optional<double> value(std::string_view series) const;

private:
    void take(const AttemptStarted& attemptStarted);
    void take(const StateChanged& changed);
    void take(const MetricBatch& batch);
    void take(const Progress& progress);

    std::map<std::uint16_t, std::string> m_names;  // of the attempt's series
};

}  // namespace seekbench
