// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/failure.h"

#include "gpu/training/clock.h"

namespace seekbench {

std::string reasonOf(const Error& error) {
    Error bare(error.code(), error.what());
    for (auto step = error.context().rbegin(); step != error.context().rend(); ++step) bare = bare.in(*step);
    return bare.english();
}

StateChanged failureOf(const Error& error, std::int64_t step, std::int64_t resumableStep) {
    StateChanged change{.state = WorkerState::Failed,
                        .time = secondsSinceEpoch(),
                        .step = step,
                        .reason = reasonOf(error),
                        .advice = error.advice().english()};
    if (error.code() == ErrorCode::OutOfSpace) {
        change.reason = say("The disk is full: %1", change.reason).english();
        change.advice = resumableStep > 0
                            ? say("Free some disk space and resume the run; it goes on from step %1.", resumableStep).english()
                            : say("Free some disk space and resume the run; it begins again.").english();
    }
    return change;
}

}  // namespace seekbench
