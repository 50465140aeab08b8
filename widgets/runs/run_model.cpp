// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_model.h"

#include <algorithm>
#include <cmath>

#include "core/run/metric.h"
#include "widgets/text/figures.h"

namespace seekbench {

RunIdentity identityOf(const RunSummary& run, int colourSlot) {
    return {.id = fromUtf8(run.row.id),
            .name = fromUtf8(run.row.name),
            .colourSlot = colourSlot,
            .parameters = run.parameters,
            .batchSize = run.batchSize,
            .seed = run.seed,
            .dataset = fromUtf8(run.dataset)};
}

RunModel::RunModel(RunIdentity identity, QObject* parent) : QObject(parent), m_identity(std::move(identity)), m_heard(Clock::now()) {}

void RunModel::setIdentity(RunIdentity identity) {
    if (identity == m_identity) return;
    m_identity = std::move(identity);
    Q_EMIT identityChanged();
}

void RunModel::apply(std::span<const Packet> packets) {
    if (packets.empty()) return;
    for (const Packet& packet : packets) {
        m_progress.apply(packet);
        std::visit([this](const auto& message) { take(message); }, packet);
    }
    m_heard = Clock::now();
    Q_EMIT changed();
}

void RunModel::setState(RunState state) {
    if (state == m_state) return;
    m_state = state;
    m_heard = Clock::now();
    Q_EMIT stateChanged();
}

const Series* RunModel::series(std::string_view name) const {
    const auto found = m_series.find(name);
    return found == m_series.end() ? nullptr : &found->second;
}

const CheckpointWritten* RunModel::bestCheckpoint() const {
    const auto best = std::find_if(m_checkpoints.rbegin(), m_checkpoints.rend(), [](const auto& written) { return written.best; });
    return best == m_checkpoints.rend() ? nullptr : &*best;
}

bool RunModel::isStale(Clock::time_point now) const { return m_state == RunState::Running && now - m_heard > std::chrono::seconds(5); }

// Work continues where the checkpoint was made, so the repeated steps lie on the time axis where they were the first time, and
// the days between two attempts take no room.
void RunModel::take(const AttemptStarted& attempt) {
    const double soFar = workedSeconds();
    m_workedBefore = 0;
    if (attempt.fromStep > 0) {
        m_workedBefore = soFar;
        if (const Series* loss = series(series::kTrainLoss); loss && !loss->isEmpty()) {
            const std::size_t after = loss->lowerBound(static_cast<double>(attempt.fromStep) + 0.5, HorizontalAxis::Step);
            m_workedBefore = after > 0 ? loss->horizontal(after - 1, HorizontalAxis::Time) : 0;
        }
    }
    m_attemptBegan = m_newest = m_epochBegan = attempt.time;
    m_byIndex.clear();
    std::erase_if(m_checkpoints, [&](const CheckpointWritten& written) { return written.step > attempt.fromStep; });
    m_attempts.push_back(attempt);
    m_log.push_back({attempt.time, attempt});
}

void RunModel::take(const StateChanged& change) {
    m_newest = std::max(m_newest, change.time);
    m_log.push_back({change.time, change});
}

void RunModel::take(const SeriesDeclared& declared) {
    const auto [series, isNew] = m_series.try_emplace(declared.name, declared.name, m_progress.stepsPerEpoch, 0.0);
    m_byIndex[declared.index] = &series->second;
}

void RunModel::take(const MetricBatch& batch) {
    std::vector<Point> points(batch.steps.size());
    for (const MetricBatch::Column& column : batch.columns) {
        const auto series = m_byIndex.find(column.series);
        if (series == m_byIndex.end() || column.values.size() != points.size()) continue;
        for (std::size_t i = 0; i < points.size(); ++i) points[i] = {batch.steps[i], workTime(batch.times[i]), column.values[i]};
        series->second->append(points);
        if (series->second->name() == series::kValidationLoss)
            for (std::size_t row = 0; row < points.size(); ++row) addEpoch(batch, row);
    }
    if (!batch.times.empty()) m_newest = std::max(m_newest, batch.times.back());
}

// The worker writes all values of an epoch in one batch.
void RunModel::addEpoch(const MetricBatch& batch, std::size_t row) {
    constexpr std::string_view prefix = "val.";
    EpochSummary summary;
    summary.step = batch.steps[row];
    summary.epoch = m_progress.stepsPerEpoch > 0 ? summary.step / m_progress.stepsPerEpoch : 0;
    for (const MetricBatch::Column& column : batch.columns) {
        const auto series = m_byIndex.find(column.series);
        if (series == m_byIndex.end() || row >= column.values.size()) continue;
        const std::string& name = series->second->name();
        if (name == series::kEpochTrainLoss)
            summary.trainLoss = column.values[row];
        else if (name == series::kValidationLoss)
            summary.validationLoss = column.values[row];
        else if (name.starts_with(prefix))
            summary.validation[name.substr(prefix.size())] = column.values[row];
    }
    summary.seconds = m_epochBegan > 0 ? std::max(0.0, batch.times[row] - m_epochBegan) : 0;
    m_epochBegan = batch.times[row];
    m_log.push_back({batch.times[row], std::move(summary)});
}

void RunModel::take(const LogLine& line) {
    m_newest = std::max(m_newest, line.time);
    m_log.push_back({line.time, line});
}

void RunModel::take(const CheckpointWritten& written) {
    m_newest = std::max(m_newest, written.time);
    m_checkpoints.push_back(written);
    m_log.push_back({written.time, written});
}

void RunModel::take(const Progress& progress) { m_newest = std::max(m_newest, progress.time); }

}  // namespace seekbench
