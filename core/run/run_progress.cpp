// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_progress.h"

#include <algorithm>

#include "core/run/metric.h"
#include "core/run/run_state.h"

namespace seekbench {

void RunProgress::apply(const Packet& packet) {
    if (const auto* started = std::get_if<AttemptStarted>(&packet)) take(*started);
    if (const auto* changed = std::get_if<StateChanged>(&packet)) take(*changed);
    if (const auto* declared = std::get_if<SeriesDeclared>(&packet)) m_names[declared->index] = declared->name;
    if (const auto* batch = std::get_if<MetricBatch>(&packet)) take(*batch);
    if (const auto* progress = std::get_if<Progress>(&packet)) take(*progress);
    if (const auto* written = std::get_if<CheckpointWritten>(&packet)) checkpointStep = written->step;
}

std::int64_t RunProgress::epoch() const { return stepsPerEpoch > 0 ? std::min(step / stepsPerEpoch + 1, epochs()) : 0; }

std::optional<double> RunProgress::value(std::string_view series) const {
    const auto found = values.find(std::string(series));
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

void RunProgress::take(const AttemptStarted& attemptStarted) {
    state = RunState::Starting;
    reason.clear();
    advice.clear();
    attempt = attemptStarted.number;
    process = attemptStarted.process;
    step = attemptStarted.fromStep;
    totalSteps = attemptStarted.totalSteps;
    stepsPerEpoch = attemptStarted.stepsPerEpoch;
    validatedStep = std::min(validatedStep, step);
    m_names.clear();
}

void RunProgress::take(const StateChanged& changed) {
    state = runStateOf(changed.state);
    reason = changed.reason;
    advice = changed.advice;
}

void RunProgress::take(const MetricBatch& batch) {
    if (batch.steps.empty()) return;
    step = std::max(step, batch.steps.back());
    for (const MetricBatch::Column& column : batch.columns) {
        const auto name = m_names.find(column.series);
        if (name == m_names.end() || column.values.empty()) continue;
        values[name->second] = column.values.back();
        if (name->second == series::kValidationLoss) validatedStep = batch.steps.back();
    }
}

void RunProgress::take(const Progress& progress) {
    step = std::max(step, progress.step);
    totalSteps = progress.totalSteps;
    secondsLeftLow = progress.secondsLeftLow;
    secondsLeftHigh = progress.secondsLeftHigh;
}

}  // namespace seekbench
