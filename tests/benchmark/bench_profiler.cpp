// SPDX-License-Identifier: Apache-2.0
// What profiling costs: nanoseconds added to an operator, and waiting at the end, against LibTorch's own profiler on the same operators.
//
// In-place additions of one number, which LibTorch dispatches in about a third of a microsecond: no operator does less. The rounds of all
// kinds alternate in one process. LibTorch's profiler is used as torch.profiler does on a CPU (KINETO, without shapes and memory). The last
// line profiles a whole training step of a small convolutional network.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <vector>

#include <ATen/ATen.h>
#include <time.h>
#include <torch/csrc/autograd/profiler_kineto.h>
#include <unistd.h>

#include "core/experiment/experiment.h"
#include "core/graph/composite.h"
#include "gpu/data/tensors.h"
#include "gpu/model/layer_border.h"
#include "gpu/profile/layer_work.h"
#include "gpu/profile/profile_scope.h"
#include "gpu/profile/profiler.h"
#include "gpu/training/workload.h"

using namespace seekbench;

namespace {

constexpr int kOperators = 50'000, kRounds = 7;

// Processor time of this thread: what a busy machine takes away from it does not count.
double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}
double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double secondsOfOperators() {
    const at::NoGradGuard noGradient;
    at::Tensor number = at::zeros({1});
    const at::Tensor one = at::ones({1});  // a plain 1 would be made into a tensor by further operators
    const double begun = processorSeconds();
    for (int i = 0; i < kOperators; ++i) number.add_(one);
    return processorSeconds() - begun;
}

struct Costs {
    std::vector<double> plain, ours, theirs;             // ns an operator
    std::vector<double> ourStop, ourWriting, theirStop;  // ns an event: until training can go on; until all is in the file
};

void report(const char* name, std::vector<double> values, const char* unit, const char* peer = "-") {
    std::sort(values.begin(), values.end());
    std::printf("%-34s %8.3g %-3s %-52s %.3g..%.3g (%zu times)\n", name, values[values.size() / 2], unit, peer, values.front(),
                values.back(), values.size());
    std::fflush(stdout);
}

void measure(Costs& cost, const std::filesystem::path& file) {
    constexpr double kNanoseconds = 1e9 / kOperators;
    cost.plain.push_back(secondsOfOperators() * kNanoseconds);
    {
        auto collector = Collector::start({.path = file, .name = "benchmark"});
        if (!collector) std::exit((std::fprintf(stderr, "%s\n", collector.error().english().c_str()), 1));
        cost.ours.push_back(secondsOfOperators() * kNanoseconds);
        const double begun = now(), busy = processorSeconds();
        (*collector)->stop();
        cost.ourStop.push_back((processorSeconds() - busy) * kNanoseconds);
        if (const auto finished = (*collector)->finish(); !finished) std::exit(1);
        cost.ourWriting.push_back((now() - begun) * kNanoseconds);
        if ((*collector)->ledger().dropped > 0) std::printf("lost %zu\n", static_cast<std::size_t>((*collector)->ledger().dropped));
    }
    {
        namespace profiler = torch::profiler::impl;
        const profiler::ProfilerConfig config(profiler::ProfilerState::KINETO);
        torch::autograd::profiler::prepareProfiler(config, {profiler::ActivityType::CPU});
        torch::autograd::profiler::enableProfiler(config, {profiler::ActivityType::CPU});
        cost.theirs.push_back(secondsOfOperators() * kNanoseconds);
        const double busy = processorSeconds();
        const auto result = torch::autograd::profiler::disableProfiler();
        cost.theirStop.push_back((processorSeconds() - busy) * kNanoseconds);
    }
}

std::vector<double> added(const std::vector<double>& with, const std::vector<double>& without) {
    std::vector<double> difference;
    for (std::size_t i = 0; i < with.size(); ++i) difference.push_back(with[i] - without[i]);
    return difference;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Percent that a training step takes longer with the flight recorder: rounds of a few steps with and without it alternate, and each pair
// gives one ratio.
void flights(const std::filesystem::path& folder, const char* name, int steps, EngineChoice engine) {
    constexpr int kPairs = 21;
    const auto library = loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite");
    auto experiment = library ? loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/" + std::string(name) + ".json", *library)
                              : Result<Experiment>(library.error());
    if (!experiment) return;
    experiment->trainLimit = steps * experiment->training.batchSize;
    experiment->training.engine = engine;
    auto workload = Workload::make(*experiment);
    if (!workload) return;
    Profiler profiler(folder / "traces", {}, profiledLayers(*experiment));
    std::int64_t number = 0;
    const auto round = [&] {
        std::vector<double> seconds;
        workload->trainLoader->start(0);
        while (const Batch* batch = workload->trainLoader->next()) {
            const double begun = processorSeconds();
            const ProfiledStep step(&profiler, ++number);
            ProfilePhase data(Phase::Data);
            const BatchTensors tensors = toTensors(*batch, at::kCPU);
            data.end();
            (void)workload->engine->trainStep(tensors.inputs, tensors.target, 0.001, workload->trainMetrics).loss.item<double>();
            seconds.push_back(processorSeconds() - begun);
        }
        return median(seconds);
    };
    for (int warmUp = 0; warmUp < 3; ++warmUp) round();
    std::vector<double> ratios;
    for (int i = 0; i < kPairs; ++i) {
        double seconds[2] = {};
        for (const bool flies : {i % 2 == 0, i % 2 != 0}) {
            if (flies && !profiler.startFlight(folder / "flight", 1000)) return;
            seconds[flies] = round();
            profiler.finish();
        }
        ratios.push_back(100 * (seconds[1] / seconds[0] - 1));
    }
    const std::string figure = "flight_" + std::string(nameOf(engine)) + "_" + name;
    report(figure.c_str(), ratios, "%", "a training step without it (target 2)");
}

// What the trainer and the engine say in a step of ten layers, without any computing between: µs of processor time. The ratios above carry
// the noise of whole steps; this does not.
void flightRecords(const std::filesystem::path& folder) {
    constexpr int kSteps = 5000, kLayers = 10;
    std::vector<ProfiledLayer> layers;
    for (int i = 0; i < kLayers; ++i) layers.push_back({"block/layer" + std::to_string(i), "Conv2d"});
    Profiler profiler(folder / "traces", {}, layers);
    std::int64_t number = 0;
    const auto round = [&] {
        const double begun = processorSeconds();
        for (int i = 0; i < kSteps; ++i) {
            const ProfiledStep step(&profiler, ++number);
            { const ProfilePhase data(Phase::Data); }
            {
                const ProfilePhase forward(Phase::Forward);
                if (LayerBorder* border = profileBorder())
                    for (const ProfiledLayer& layer : layers) border->enter(layer.path);
                endProfiledForward();
            }
            { const ProfilePhase loss(Phase::Loss); }
            {
                const ProfilePhase backward(Phase::Backward);
                for (const ProfiledLayer& layer : layers) {
                    enterProfiledBackward(layer.path);
                    const ProfileKernel kernel(layer.name, "own");
                }
            }
            const ProfilePhase optimizer(Phase::Optimizer);
        }
        return 1e6 * (processorSeconds() - begun) / kSteps;
    };
    std::vector<double> added;
    for (int i = 0; i < 9; ++i) {
        const double without = round();
        if (!profiler.startFlight(folder / "flight", 1000)) return;
        added.push_back(round() - without);
        profiler.finish();
    }
    report("flight_records", added, "us", "added to a step of ten layers");
}

// A round takes about a tenth of a second, so that what the beginning of a recorder costs is not taken for what a step costs.
void allFlights(const std::filesystem::path& folder) {
    flightRecords(folder);
    for (const EngineChoice engine : {EngineChoice::Reference, EngineChoice::Compiled}) {
        flights(folder, "benchmark_mlp", 100, engine);
        flights(folder, "benchmark_cnn", 6, engine);
    }
}

// Percent that a training step takes longer while it is profiled.
void steps(const std::filesystem::path& folder) {
    const auto library = loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite");
    auto experiment = library ? loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/benchmark_cnn.json", *library)
                              : Result<Experiment>(library.error());
    if (!experiment) return;
    experiment->trainLimit = 20 * experiment->training.batchSize;
    auto workload = Workload::make(*experiment);
    if (!workload) return;
    Profiler profiler(folder / "traces", {}, profiledLayers(*experiment));
    std::vector<double> with, without;
    std::int64_t number = 0;
    const auto epoch = [&](std::vector<double>& seconds) {
        workload->trainLoader->start(0);
        while (const Batch* batch = workload->trainLoader->next()) {
            const double begun = now();
            const ProfiledStep step(&profiler, ++number);
            const BatchTensors tensors = toTensors(*batch, at::kCPU);
            (void)workload->engine->trainStep(tensors.inputs, tensors.target, 0.001, workload->trainMetrics).loss.item<double>();
            seconds.push_back(now() - begun);
        }
    };
    std::vector<double> ignored;
    epoch(ignored);
    for (int i = 0; i < 4; ++i) {
        epoch(without);
        if (!profiler.request({.steps = 20})) return;
        { const ProfiledStep first(&profiler, ++number); }  // measures the ceilings the first time
        epoch(with);
        profiler.finish();
        (void)profiler.news();
    }
    report("profiler_step", {100 * (median(with) / median(without) - 1)}, "%", "step of benchmark_cnn (target 2)");
}

}  // namespace

int main(int count, char** arguments) {
    const bool onlyFlights = count > 1 && std::string_view(arguments[1]) == "flight";  // the other parts take longer
    std::string pattern = (std::filesystem::temp_directory_path() / "seekbench-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) return 1;
    const std::filesystem::path folder = pattern;
    if (onlyFlights) {
        allFlights(folder);
        std::error_code failure;
        std::filesystem::remove_all(folder, failure);
        return 0;
    }
    Costs cost;
    (void)secondsOfOperators();
    for (int i = 0; i < kRounds; ++i) measure(cost, folder / "profile");
    report("profiler_operator", cost.plain, "ns", "an operator without a profiler");
    report("profiler_added", added(cost.ours, cost.plain), "ns", "added to an operator");
    report("profiler_added_torch", added(cost.theirs, cost.plain), "ns", "added by LibTorch's own profiler");
    report("profiler_stop", cost.ourStop, "ns", "an event: waiting at the end (target 50)");
    report("profiler_written", cost.ourWriting, "ns", "an event: until the file is whole, in the background");
    report("profiler_stop_torch", cost.theirStop, "ns", "an event: waiting at the end, LibTorch");
    steps(folder);
    allFlights(folder);
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return 0;
}
