// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is shown while a run is followed, as pure texts.

#include <string>

#include "core/run/run_progress.h"

namespace seekbench {

struct LineStyle {
    int width = 80;       // columns of the terminal; the line stays below
    bool colour = false;  // of the bar, with ANSI sequences
};

// The line that is redrawn on a terminal: "[#####-----] 43 %, loss 0.4312, val.accuracy 0.8710, 12,345 samples/s, 1 min 2 s left".
// What does not fit is left out from the end, then the bar shrinks.
std::string progressLine(const RunProgress& progress, const LineStyle& style);

// The same for a log: "step 400 of 4,690, epoch 1 of 5: loss 0.4312, …".
std::string plainLine(const RunProgress& progress);

// After a validation: "epoch 2 of 5: train.epoch_loss 0.52, val.loss 0.44, …" with every series that is written per epoch.
std::string epochLine(const RunProgress& progress);

// "1 min 2 s left", or "1 min to 2 min left" when the worker is not sure; empty when it does not know.
std::string timeLeftText(const RunProgress& progress);

}  // namespace seekbench
