// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <QtCore/QObject>
#include <QtCore/QString>

#include "core/protocol/packet.h"
#include "core/run/run_progress.h"
#include "core/store/run_summary.h"
#include "widgets/log/log_entry.h"
#include "widgets/plot/series.h"

namespace seekbench {

// What a run is called and drawn in; it does not come from the journal.
struct RunIdentity {
    QString id, name;    // name: "#24 cosine annealing"
    int colourSlot = 0;  // Theme::run()
    std::int64_t parameters = 0, batchSize = 0, seed = 0;
    QString dataset;  // id of its kind
    bool operator==(const RunIdentity&) const = default;
};
RunIdentity identityOf(const RunSummary& run, int colourSlot);

// Everything the window knows of one run: the packets of its journal, each applied once and in order, folded into series, log and
// progress. Views read it and are told by changed(), at most once per apply(). Lives in the GUI thread; apply() costs about
// 0.2 µs a point.
class RunModel : public QObject {
    Q_OBJECT

public:
    using SeriesMap = std::map<std::string, Series, std::less<>>;
    using Clock = std::chrono::steady_clock;

    explicit RunModel(RunIdentity identity, QObject* parent = nullptr);

    const RunIdentity& identity() const { return m_identity; }
    void setIdentity(RunIdentity identity);

    void apply(std::span<const Packet> packets);
    // What is true of the run now: the lock and the queue know more than the journal (core/run/run_state.h).
    void setState(RunState state);

    RunState state() const { return m_state; }
    const RunProgress& progress() const { return m_progress; }
    // The series stay where they are as long as the model lives.
    const SeriesMap& series() const { return m_series; }
    const Series* series(std::string_view name) const;
    const std::vector<LogEntry>& log() const { return m_log; }
    const std::vector<CheckpointWritten>& checkpoints() const { return m_checkpoints; }
    const std::vector<AttemptStarted>& attempts() const { return m_attempts; }
    const CheckpointWritten* newestCheckpoint() const { return m_checkpoints.empty() ? nullptr : &m_checkpoints.back(); }
    const CheckpointWritten* bestCheckpoint() const;

    // Seconds of work until the newest word of the journal, without the time between attempts.
    double workedSeconds() const { return m_workedBefore + std::max(0.0, m_newest - m_attemptBegan); }
    // Time of the newest word, seconds since 1970; 0 before the first.
    double newestTime() const { return m_newest; }
    // A running run from which nothing came for five seconds.
    bool isStale(Clock::time_point now = Clock::now()) const;

Q_SIGNALS:
    void changed();       // series, log, progress
    void stateChanged();  // setState()
    void identityChanged();

private:
    void take(const AttemptStarted& attempt);
    void take(const StateChanged& change);
    void take(const SeriesDeclared& declared);
    void take(const MetricBatch& batch);
    void take(const LogLine& line);
    void take(const CheckpointWritten& written);
    void take(const Progress& progress);
    template <class Other>
    void take(const Other&) {}  // socket messages have no place in a journal
    void addEpoch(const MetricBatch& batch, std::size_t row);
    double workTime(double time) const { return m_workedBefore + (time - m_attemptBegan); }

    RunIdentity m_identity;
    RunState m_state = RunState::Created;
    RunProgress m_progress;
    SeriesMap m_series;
    std::map<std::uint16_t, Series*> m_byIndex;  // of the attempt
    std::vector<LogEntry> m_log;
    std::vector<CheckpointWritten> m_checkpoints;
    std::vector<AttemptStarted> m_attempts;
    double m_attemptBegan = 0, m_workedBefore = 0, m_newest = 0, m_epochBegan = 0;
    Clock::time_point m_heard;
};

}  // namespace seekbench
