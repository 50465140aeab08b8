// SPDX-License-Identifier: Apache-2.0
// Our engine's training step against a bare LibTorch loop of the same network, in one process.
//
// A step is gradients cleared, forward, cross entropy, backward, Adam(1e-3), on one fixed batch. Both sides have the same allocator
// settings and threads. They take turns; the ratio of each turn is taken by itself, so that whatever slows the machine slows both.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <malloc.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <torch/torch.h>

#include "core/run/worker_environment.h"
#include "gpu/model/engine.h"
#include "gpu/training/device.h"

namespace seekbench {
namespace {

constexpr int kRounds = 15;
constexpr double kSecondsOfATurn = 0.15;

struct Mlp : torch::nn::Module {
    torch::nn::Linear hidden = register_module("hidden", torch::nn::Linear(784, 256));
    torch::nn::Linear head = register_module("head", torch::nn::Linear(256, 10));
    at::Tensor forward(const at::Tensor& x) { return head(torch::relu(hidden(x))); }
};

struct Cnn : torch::nn::Module {
    torch::nn::Conv2d conv1 = register_module("conv1", torch::nn::Conv2d(torch::nn::Conv2dOptions(1, 32, 3).padding(1)));
    torch::nn::Conv2d conv2 = register_module("conv2", torch::nn::Conv2d(torch::nn::Conv2dOptions(32, 64, 3).padding(1)));
    torch::nn::Linear hidden = register_module("hidden", torch::nn::Linear(64 * 7 * 7, 128));
    torch::nn::Linear head = register_module("head", torch::nn::Linear(128, 10));
    at::Tensor forward(at::Tensor x) {
        x = torch::max_pool2d(torch::relu(conv1(x)), 2);
        x = torch::max_pool2d(torch::relu(conv2(x)), 2);
        return head(torch::relu(hidden(x.flatten(1))));
    }
};

using Step = std::function<void()>;

template <class Network>
Step bareLoop(const at::Tensor& input, const at::Tensor& labels) {
    torch::manual_seed(0);
    auto network = std::make_shared<Network>();
    auto optimizer = std::make_shared<torch::optim::Adam>(network->parameters(), torch::optim::AdamOptions(1e-3));
    return [=] {
        optimizer->zero_grad();
        torch::cross_entropy_loss(network->forward(input), labels).backward();
        optimizer->step();
    };
}

Step engineLoop(const std::string& file, const at::Tensor& input, const at::Tensor& labels) {
    torch::manual_seed(0);
    const auto experiment = loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/" + file, {});
    if (!experiment) throw std::runtime_error(experiment.error().english());
    auto engine = makeReferenceEngine(*experiment);
    if (!engine) throw std::runtime_error(engine.error().english());
    return [engine = std::shared_ptr<Engine>(std::move(*engine)), inputs = std::vector{input}, labels] {
        engine->trainStep(inputs, labels, 1, {});
    };
}

double secondsOf(const Step& step, int times) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) step();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / times;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void compare(const std::string& name, const Step& ours, const Step& peer) {
    secondsOf(ours, 5);
    const int times = std::max(3, static_cast<int>(kSecondsOfATurn / secondsOf(peer, 10)));
    std::vector<double> ourTimes, peerTimes, ratios;
    for (int round = 0; round < kRounds; ++round) {
        const bool oursFirst = round % 2 == 0;
        const double first = secondsOf(oursFirst ? ours : peer, times), second = secondsOf(oursFirst ? peer : ours, times);
        ourTimes.push_back(oursFirst ? first : second);
        peerTimes.push_back(oursFirst ? second : first);
        ratios.push_back(ourTimes.back() / peerTimes.back());
    }
    std::sort(ratios.begin(), ratios.end());
    const std::string peerName = "bare LibTorch loop (" + std::to_string(median(peerTimes) * 1e3).substr(0, 6) + " ms)";
    std::printf("%-34s %8.3g %-3s %-52s %.3g..%.3g (%d times)\n", name.c_str(), median(ratios), "x", peerName.c_str(), ratios.front(),
                ratios.back(), kRounds);
}

void compareWith(int threads) {
    useThreads(threads);
    const std::string end = "_" + std::to_string(threads) + (threads == 1 ? "_thread" : "_threads");
    const at::Tensor labels = torch::randint(10, {64}, at::kLong), flat = torch::randn({64, 784}), image = torch::randn({64, 1, 28, 28});
    compare("step_mlp" + end, engineLoop("benchmark_mlp.json", flat, labels), bareLoop<Mlp>(flat, labels));
    compare("step_cnn" + end, engineLoop("benchmark_cnn.json", image, labels), bareLoop<Cnn>(image, labels));
}

// The bare loop by itself, for a comparison with other programs: {"step_seconds": median over the steps}.
void measureBareLoop(const std::string& model, int threads, int steps) {
    constexpr int kWarmUp = 20;
    useThreads(threads);
    const at::Tensor labels = torch::randint(10, {64}, at::kLong);
    const Step step =
        model == "mlp" ? bareLoop<Mlp>(torch::randn({64, 784}), labels) : bareLoop<Cnn>(torch::randn({64, 1, 28, 28}), labels);
    secondsOf(step, kWarmUp);
    std::vector<double> times;
    while (static_cast<int>(times.size()) < steps) times.push_back(secondsOf(step, 1));
    std::printf("{\"step_seconds\": %.9f}\n", median(times));
}

// A batch of each experiment benchmark_*.json, as tests/benchmark/peer/train.py has it.
struct Example {
    std::string_view model;
    std::vector<std::int64_t> input, labels;
    std::int64_t classes;
};
const Example& exampleOf(std::string_view model) {
    static const std::vector<Example> examples{{"mlp", {64, 784}, {64}, 10},
                                               {"cnn", {64, 1, 28, 28}, {64}, 10},
                                               {"transformer", {8, 256, 128}, {8}, 10},
                                               {"unet3d", {1, 1, 32, 32, 32}, {1, 32, 32, 32}, 2},
                                               {"lstm", {32, 64, 64}, {32}, 10}};
    const auto found = std::find_if(examples.begin(), examples.end(), [&](const Example& example) { return example.model == model; });
    if (found == examples.end()) throw std::runtime_error("no model " + std::string(model));
    return *found;
}

double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Our engine by itself: {"step_seconds": median over the steps, "cpu_seconds": of all threads by step}.
void measureEngine(const std::string& model, int threads, int steps) {
    useThreads(threads);
    const Example& example = exampleOf(model);
    const at::Tensor labels = torch::randint(example.classes, example.labels, at::kLong);
    const Step step = engineLoop("benchmark_" + model + ".json", torch::randn(example.input), labels);
    secondsOf(step, std::min(20, std::max(3, steps / 10)));
    const double begun = processorSeconds();
    std::vector<double> times;
    while (static_cast<int>(times.size()) < steps) times.push_back(secondsOf(step, 1));
    std::printf("{\"step_seconds\": %.9f, \"cpu_seconds\": %.9f}\n", median(times), (processorSeconds() - begun) / steps);
}

}  // namespace
}  // namespace seekbench

// Without arguments the comparison; "bare MODEL THREADS STEPS" for measureBareLoop(), "engine …" for measureEngine().
int main(int count, char** arguments) {
    // The libraries read these when they are loaded: start again with what a worker is started with.
    if (::getenv("OMP_WAIT_POLICY") == nullptr) {
        for (const auto& [name, value] : seekbench::workerEnvironment(2)) ::setenv(name.c_str(), value.c_str(), 1);
        ::execv("/proc/self/exe", arguments);
    }
    ::mallopt(M_MMAP_MAX, 0);
    ::mallopt(M_TRIM_THRESHOLD, -1);
    ::mallopt(M_TOP_PAD, 64 << 20);
    if (count == 5) {
        const bool bare = std::string_view(arguments[1]) == "bare";
        (bare ? seekbench::measureBareLoop : seekbench::measureEngine)(arguments[2], std::stoi(arguments[3]), std::stoi(arguments[4]));
        return 0;
    }
    for (const int threads : {1, 2}) seekbench::compareWith(threads);
}
