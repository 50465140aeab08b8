// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/failure.h"

#include "core/experiment/memory_forecast.h"
#include "gpu/training/clock.h"

namespace seekbench {

Error outOfMemory(const std::string& text) {
    return Error(ErrorCode::Failed, say("There was not enough memory (%1).", text),
                 say("Use a smaller batch size or a smaller model, or close other programs, and start a new run."));
}

Error withForecast(const Error& error, const Experiment& experiment) {
    if (error.what().source != outOfMemory({}).what().source) return error;
    const auto forecast = forecastMemory(experiment);
    if (!forecast) return error;
    Error told(error.code(),
               say("There was not enough memory (%1). A training step was forecast to need about %2 at batch size %3.",
                   error.what().arguments.front(), memoryText(forecast->peak()), forecast->batchSize),
               error.advice());
    for (auto step = error.context().rbegin(); step != error.context().rend(); ++step) told = told.in(*step);
    return told;
}

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
