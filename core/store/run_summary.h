// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "core/run/run_folder.h"
#include "core/store/database.h"

namespace seekbench {

// One series of a run in figures, over its current values. Extremes are over the finite ones; NaN when there are none.
struct SeriesFigures {
    std::int64_t count = 0;
    double last = std::numeric_limits<double>::quiet_NaN();
    double lowest = std::numeric_limits<double>::quiet_NaN();
    double highest = std::numeric_limits<double>::quiet_NaN();
    double lastTime = 0;                                         // seconds since 1970
    std::int64_t lastStep = 0, lowestStep = 0, highestStep = 0;  // the earliest of equal extremes
    bool operator==(const SeriesFigures& other) const;           // a NaN equals a NaN
};

// What lists and tables show of a run: the row of the database, what is true of it now, and what its frozen experiment says.
struct RunSummary {
    RunRow row;
    RunState state = RunState::Created;                        // derived from the journal's last word, the lock and the queue (run_state.h)
    std::map<std::string, SeriesFigures, std::less<>> series;  // every series with one value an epoch, and "train.loss"
    std::string dataset, optimizer, schedule;                  // ids of their kinds; empty: the experiment could not be read
    std::string variant;                                       // fingerprint without the seed: the same for repetitions of one experiment
    std::int64_t parameters = 0, seed = 0, batchSize = 0;
    bool operator==(const RunSummary&) const = default;
};

// How long a run has been at it, in seconds, from its first attempt to its newest word; nothing before it began.
std::optional<double> durationOf(const RunSummary& run);

}  // namespace seekbench
