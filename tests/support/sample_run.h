// SPDX-License-Identifier: Apache-2.0
#pragma once

// Run folders and journals for tests: small, deterministic, with everything a journal can hold.

#include <filesystem>
#include <fstream>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "core/journal/journal.h"
#include "core/run/run_folder.h"
#include "core/store/database.h"

namespace seekbench::test {

// The value of what must not fail; ends the test program with the reason when it does.
template <class T>
T need(Result<T> result) {
    if (!result) qFatal("%s", result.error().english().c_str());
    return std::move(*result);
}
inline void need(const Result<void>& result) {
    if (!result) qFatal("%s", result.error().english().c_str());
}

inline std::string bytesOf(const std::filesystem::path& path) { return need(readFile(path)); }
inline void writeBytes(const std::filesystem::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// A workspace in a folder of its own that vanishes with it.
class TestWorkspace {
public:
    const Workspace& operator*() const { return m_workspace; }
    const Workspace* operator->() const { return &m_workspace; }
    std::filesystem::path file(const char* name) const { return m_workspace.path() / name; }

    RunFolder newRun(const std::string& id = "20261122-144512-7f3a") const {
        const auto path = m_workspace.runsFolder() / id;
        need(makeFolder(path));
        writeBytes(path / "experiment.json", "{}");
        const auto run = need(RunFolder::open(path));
        need(run.setNote({.name = "a run", .colour = "#336699", .notes = "笔记", .trashed = false}));
        return run;
    }

private:
    QTemporaryDir m_folder;
    Workspace m_workspace = need(Workspace::open(m_folder.path().toStdString() + "/空 格 🙂"));
};

inline MetricBatch metrics(std::int64_t firstStep, std::int64_t count, std::uint16_t seriesCount, double scale = 1) {
    MetricBatch batch;
    for (std::int64_t step = firstStep; step < firstStep + count; ++step) {
        batch.steps.push_back(step);
        batch.times.push_back(1e9 + static_cast<double>(step) * 0.01);
    }
    for (std::uint16_t series = 0; series < seriesCount; ++series) {
        batch.columns.push_back({series, {}});
        for (const auto step : batch.steps)
            batch.columns.back().values.push_back(step % 97 == 96 ? std::numeric_limits<double>::quiet_NaN()
                                                                  : scale * static_cast<double>(step * (series + 1)));
    }
    return batch;
}

// One attempt over the steps fromStep + 1 … toStep, its metrics in batches of random length; ends without a last word.
inline std::vector<Packet> attemptPackets(std::uint32_t number, std::int64_t fromStep, std::int64_t toStep, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::vector<Packet> packets;
    packets.push_back(AttemptStarted{.number = number,
                                     .fromCheckpoint = fromStep ? std::to_string(fromStep) : "",
                                     .fromStep = fromStep,
                                     .time = 1e9 + number,
                                     .host = "host",
                                     .process = 42,
                                     .device = "cpu",
                                     .threads = 2,
                                     .software = "seekbench",
                                     .totalSteps = 100'000,
                                     .stepsPerEpoch = 100,
                                     .dataFingerprint = "da7a"});
    packets.push_back(StateChanged{.state = WorkerState::Running, .time = 1e9 + number, .step = fromStep, .reason = "", .advice = ""});
    for (std::uint16_t series = 0; series < 3; ++series) packets.push_back(SeriesDeclared{series, "series." + std::to_string(series), "s"});
    packets.push_back(SeriesDeclared{3, "val.loss", ""});
    for (std::int64_t step = fromStep + 1; step <= toStep;) {
        const auto count = std::min<std::int64_t>(1 + static_cast<std::int64_t>(random() % 60), toStep - step + 1);
        packets.push_back(metrics(step, count, 3, number));
        step += count;
        if (random() % 4 == 0) {
            auto epoch = metrics(step - 1, 1, 1, number);
            epoch.columns[0].series = 3;
            packets.push_back(epoch);
            packets.push_back(Progress{.step = step - 1,
                                       .totalSteps = 100'000,
                                       .epoch = step / 100,
                                       .epochs = 1000,
                                       .secondsLeftLow = 1,
                                       .secondsLeftHigh = 2,
                                       .time = 1e9});
        }
        if (random() % 8 == 0) packets.push_back(LogLine{1e9, LogSeverity::Warning, "step " + std::to_string(step)});
        if (random() % 8 == 0) packets.push_back(CheckpointWritten{step - 1, std::to_string(step - 1), 1e9, 0.1, 1000, random() % 2 == 0});
    }
    return packets;
}

inline JournalWriter appendAll(const RunFolder& run, const std::vector<Packet>& packets) {
    auto journal = need(JournalWriter::open(run.journalFile(), run.id()));
    for (const Packet& packet : packets) need(journal.append(packet));
    return journal;
}

inline Database openDatabase(const std::filesystem::path& path) { return need(Database::open(path, Database::Access::ReadWrite)); }

}  // namespace seekbench::test
