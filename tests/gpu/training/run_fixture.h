// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/journal/journal.h"
#include "core/run/run_folder.h"
#include "gpu/training/attempt.h"
#include "tests/gpu/training/temporary_folder.h"

namespace seekbench {

// A small experiment with everything that resuming can get wrong: dropout, momentum, a schedule, a last batch that is smaller. Four
// epochs of 7 steps and a validation of 2 batches on one thread.
inline Experiment smallExperiment() {
    Experiment experiment;
    experiment.name = "small";
    const auto add = [&](std::string name, std::string op, ParameterValues parameters = {}) {
        experiment.graph.nodes[name] = Node{.name = name, .op = std::move(op), .parameters = std::move(parameters)};
    };
    using Integers = std::vector<std::int64_t>;
    add("a", "Input", {{"shape", Integers{1, 4, 4}}});
    add("b", "Flatten");
    add("c", "Linear", {{"in_features", std::int64_t{16}}, {"out_features", std::int64_t{12}}});
    add("d", "ReLU");
    add("e", "Dropout", {{"p", 0.3}});
    add("f", "Linear", {{"in_features", std::int64_t{12}}, {"out_features", std::int64_t{3}}});
    add("g", "Output");
    for (char node = 'a'; node < 'g'; ++node)
        experiment.graph.edges.insert(
            Edge{.from = {std::string(1, node), "output"}, .to = {std::string(1, static_cast<char>(node + 1)), "input"}});
    experiment.dataset = {"synthetic",
                          {{"shape", Integers{1, 4, 4}},
                           {"classes", std::int64_t{3}},
                           {"train_samples", std::int64_t{100}},
                           {"test_samples", std::int64_t{20}}}};
    experiment.split = {.source = Split::Source::TestPart};
    experiment.optimizer = {"adam", {}};
    experiment.schedule = {"cosine", {}};
    experiment.training = {.batchSize = 15, .epochs = 4, .seed = 5, .threads = 1, .checkpointInterval = 5, .keepCheckpoints = 3};
    return experiment;
}

// What stands in a run's journal.
struct RunRecord {
    struct Value {
        std::uint32_t attempt = 0;
        std::int64_t step = 0;
        double value = 0;
    };
    std::vector<Packet> packets;
    std::map<std::string, std::vector<Value>> series;

    explicit RunRecord(const RunFolder& folder) {
        auto reader = JournalReader::open(folder.journalFile());
        if (!reader) return;
        std::uint32_t attempt = 0;
        std::map<std::uint16_t, std::string> names;
        while (true) {
            auto packet = reader->next();
            if (!packet || !*packet) return;
            packets.push_back(**packet);
            if (const auto* started = std::get_if<AttemptStarted>(&packets.back())) attempt = started->number;
            if (const auto* declared = std::get_if<SeriesDeclared>(&packets.back())) names[declared->index] = declared->name;
            if (const auto* batch = std::get_if<MetricBatch>(&packets.back()))
                for (const auto& column : batch->columns)
                    for (std::size_t i = 0; i < batch->steps.size(); ++i)
                        series[names.at(column.series)].push_back({attempt, batch->steps[i], column.values[i]});
        }
    }

    // Step → value in the highest attempt that covers the step.
    std::map<std::int64_t, double> current(const std::string& name) const {
        std::map<std::int64_t, double> values;
        const auto found = series.find(name);
        if (found == series.end()) return values;
        for (const Value& value : found->second) values[value.step] = value.value;
        return values;
    }
    template <class T>
    std::vector<T> all() const {
        std::vector<T> found;
        for (const Packet& packet : packets)
            if (const auto* one = std::get_if<T>(&packet)) found.push_back(*one);
        return found;
    }
    std::vector<WorkerState> states() const {
        std::vector<WorkerState> found;
        for (const StateChanged& change : all<StateChanged>()) found.push_back(change.state);
        return found;
    }
    bool hasLine(const std::string& part) const {
        for (const LogLine& line : all<LogLine>())
            if (line.text.find(part) != std::string::npos) return true;
        return false;
    }
    // The fingerprint that the last line about it names; empty when there is none.
    std::string finalWeights() const {
        const std::string before = "fingerprint ";
        std::string weights;
        for (const LogLine& line : all<LogLine>())
            if (const auto at = line.text.find(before); at != std::string::npos) weights = line.text.substr(at + before.size(), 32);
        return weights;
    }
};

// Runs in a workspace of their own.
class RunTest : public testing::Test {
protected:
    RunFolder newRun(const Experiment& experiment = smallExperiment()) {
        std::filesystem::create_directories(m_workspace / "runs");
        auto folder = RunFolder::create(m_workspace / "runs", experiment, {});
        if (!folder) throw std::runtime_error(folder.error().english());
        return *folder;
    }
    Result<std::unique_ptr<Attempt>> begin(const RunFolder& folder) {
        return Attempt::begin(folder, {.software = "test", .stopRequested = m_stop});
    }
    Trainer::Outcome train(const RunFolder& folder) {
        auto attempt = begin(folder);
        if (!attempt) throw std::runtime_error(attempt.error().english());
        return (*attempt)->run();
    }
    // Trains until `units` batches (of training and validation) are done, and then dies as by kill -9.
    void trainAndDie(const RunFolder& folder, int units) {
        auto attempt = begin(folder);
        ASSERT_TRUE(attempt) << attempt.error().english();
        const auto prepared = (*attempt)->prepare();
        ASSERT_TRUE(prepared) << prepared.error().english();
        for (int i = 0; i < units && !(*attempt)->trainer().isDone(); ++i) ASSERT_TRUE((*attempt)->trainer().advance());
    }

    TemporaryRuntime m_workspace;
    std::atomic<bool> m_stop{false};
};

}  // namespace seekbench
