// SPDX-License-Identifier: Apache-2.0
#pragma once

// The journal of a training as the worker writes it, made up: curves that fall and rise, epochs, checkpoints, a resume. Deterministic.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "core/protocol/packet.h"
#include "core/run/metric.h"

namespace seekbench::test {

inline std::string_view unitOf(std::string_view series) {
    const auto kind = std::ranges::find(seriesKinds(), series, &SeriesKind::name);
    return kind == seriesKinds().end() ? std::string_view() : kind->unit;
}

struct Training {
    std::int64_t stepsPerEpoch = 100, epochs = 20;
    double began = 1.7e9, secondsPerStep = 0.008;
    unsigned seed = 1;
    std::int64_t batchSteps = 6;  // steps in one batch of metrics
    std::vector<std::string> metrics{"accuracy"};

    std::int64_t totalSteps() const { return stepsPerEpoch * epochs; }
    double timeOf(std::int64_t step) const { return began + secondsPerStep * static_cast<double>(step); }
    double loss(double step) const { return 0.05 + 2.2 * std::exp(-step / (0.15 * static_cast<double>(totalSteps()))); }

    // The start of an attempt with the series it declares.
    std::vector<Packet> start(std::uint32_t number = 1, std::int64_t fromStep = 0, double delay = 0) const {
        const double time = timeOf(fromStep) + delay;
        std::vector<Packet> packets;
        packets.push_back(AttemptStarted{.number = number,
                                         .fromCheckpoint = fromStep > 0 ? std::to_string(fromStep) : "",
                                         .fromStep = fromStep,
                                         .time = time,
                                         .host = "laptop",
                                         .process = 42,
                                         .device = "cpu",
                                         .threads = 2,
                                         .software = "Seekbench 0.1",
                                         .totalSteps = totalSteps(),
                                         .stepsPerEpoch = stepsPerEpoch});
        std::uint16_t index = 0;
        for (const std::string_view name :
             {series::kTrainLoss, series::kLearningRate, series::kGradientNorm, series::kSamplesPerSecond, series::kStepSeconds,
              series::kProcessMemory, series::kTensorMemory, series::kEpochTrainLoss, series::kValidationLoss})
            packets.push_back(SeriesDeclared{index++, std::string(name), std::string(unitOf(name))});
        for (const std::string& metric : metrics) {
            packets.push_back(SeriesDeclared{index++, "train." + metric, ""});
            packets.push_back(SeriesDeclared{index++, "val." + metric, ""});
        }
        packets.push_back(StateChanged{WorkerState::Running, time, fromStep, {}, {}});
        return packets;
    }

    // Steps fromStep + 1 … toStep, with the validations, checkpoints and progress between them.
    std::vector<Packet> steps(std::int64_t fromStep, std::int64_t toStep, double delay = 0) const {
        std::mt19937_64 random(seed + static_cast<unsigned>(fromStep));
        std::normal_distribution<double> noise;
        std::vector<Packet> packets;
        MetricBatch batch;
        const auto perStep = static_cast<std::uint16_t>(7);
        const auto flush = [&] {
            if (!batch.steps.empty()) packets.push_back(std::exchange(batch, {}));
        };
        for (std::int64_t step = fromStep + 1; step <= toStep; ++step) {
            if (batch.columns.empty())
                for (std::uint16_t series = 0; series < perStep; ++series) batch.columns.push_back({series, {}});
            const double x = static_cast<double>(step), share = x / static_cast<double>(totalSteps());
            const double values[] = {loss(x) * std::exp(0.25 * noise(random)),
                                     0.05 * (1 + std::cos(3.14159265 * share)),
                                     0.6 + std::exp(-20 * share) + 0.1 * std::abs(noise(random)),
                                     8600 + 150 * noise(random),
                                     secondsPerStep,
                                     400.0 * (1 << 20) + 1e6 * std::abs(noise(random)),
                                     150.0 * (1 << 20)};
            batch.steps.push_back(step);
            batch.times.push_back(timeOf(step) + delay);
            for (std::size_t i = 0; i < batch.columns.size(); ++i) batch.columns[i].values.push_back(values[i]);
            if (step % batchSteps == 0) flush();
            if (step % stepsPerEpoch != 0) continue;
            flush();
            endEpoch(packets, step, timeOf(step) + delay, noise(random));
        }
        flush();
        return packets;
    }

    std::vector<Packet> whole() const {
        std::vector<Packet> packets = start();
        std::vector<Packet> more = steps(0, totalSteps());
        packets.insert(packets.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        packets.push_back(StateChanged{WorkerState::Finished, timeOf(totalSteps()), totalSteps(), {}, {}});
        return packets;
    }

private:
    void endEpoch(std::vector<Packet>& packets, std::int64_t step, double time, double noise) const {
        const double x = static_cast<double>(step), share = x / static_cast<double>(totalSteps());
        const double validation = loss(x) + 0.15 + 0.1 * share * share + 0.005 * std::abs(noise);
        MetricBatch batch{{step}, {time}, {{7, {loss(x)}}, {8, {validation}}}};
        std::uint16_t index = 9;
        for (std::size_t i = 0; i < metrics.size(); ++i) {
            batch.columns.push_back({index++, {0.99 - 0.4 * std::exp(-4 * share)}});
            batch.columns.push_back({index++, {0.943 - 0.35 * std::exp(-5 * share) - 0.003 * std::abs(noise)}});
        }
        packets.push_back(std::move(batch));
        packets.push_back(CheckpointWritten{step, std::to_string(step), time, 0.038, 1'363'149, share < 0.6});
        packets.push_back(Progress{step, totalSteps(), step / stepsPerEpoch, epochs,
                                   secondsPerStep * (static_cast<double>(totalSteps()) - x),
                                   1.1 * secondsPerStep * (static_cast<double>(totalSteps()) - x), time});
    }
};

}  // namespace seekbench::test
