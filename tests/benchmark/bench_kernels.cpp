// SPDX-License-Identifier: Apache-2.0
// The fused kernels against LibTorch's eager operators: how many times as fast, forward and with backward, in one process.
//
// Both sides have the same allocator settings and threads and take turns; each round gives one ratio. Time is that of the process on the
// processors, so that other programs on the machine disturb less than they would a clock on the wall; with more than one thread the sum of
// all. "bench_kernels NAME" runs the lines that begin with NAME; a second argument is the number of threads.

#include <algorithm>
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

#include "core/operators/catalog.h"
#include "core/run/worker_environment.h"
#include "gpu/kernels/fused_tensor.h"
#include "gpu/losses/loss.h"
#include "gpu/operators/catalog.h"
#include "gpu/training/device.h"

namespace seekbench {
namespace {

constexpr int kRounds = 7;
constexpr double kSecondsOfATurn = 0.1;

using Work = std::function<void()>;

double secondsOf(const Work& work, int times) {
    const auto now = [] {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    };
    const double start = now();
    for (int i = 0; i < times; ++i) work();
    return (now() - start) / times;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Lines {
    std::string wanted;

    void compare(const std::string& name, const Work& work) const {
        if (!name.starts_with(wanted)) return;
        const auto eager = [&](int times) {
            const KernelsOff off;
            return secondsOf(work, times);
        };
        secondsOf(work, 2);
        const double once = (eager(1), eager(1));
        const int times = std::max(1, static_cast<int>(kSecondsOfATurn / once));
        const int ourTimes = std::max(1, static_cast<int>(kSecondsOfATurn / secondsOf(work, 1)));
        std::vector<double> mine, peers, ratios;
        for (int round = 0; round < kRounds; ++round) {
            const bool oursFirst = round % 2 == 0;
            if (oursFirst) mine.push_back(secondsOf(work, ourTimes));
            peers.push_back(eager(times));
            if (!oursFirst) mine.push_back(secondsOf(work, ourTimes));
            ratios.push_back(peers.back() / mine.back());
        }
        std::sort(ratios.begin(), ratios.end());
        char peer[80];
        std::snprintf(peer, sizeof peer, "%.3g ms instead of %.3g ms in LibTorch's operators", median(mine) * 1e3, median(peers) * 1e3);
        std::printf("%-48s %8.3g %-3s %-56s %.3g..%.3g (%d times)\n", name.c_str(), median(ratios), "x", peer, ratios.front(),
                    ratios.back(), kRounds);
        std::fflush(stdout);
    }
};

std::shared_ptr<Layer> layerOf(std::string_view id, const ParameterValues& values) {
    const auto resolved = ResolvedParameters::from(findOperator(id)->parameters, values);
    if (!resolved.problems.empty()) throw std::runtime_error(resolved.problems[0].message.english());
    return findTorchOperator(id)->build(resolved.parameters);
}

// The layer forward, and forward with backward.
void compareLayer(const Lines& lines, const std::string& name, std::string_view id, const ParameterValues& values, const at::Tensor& x,
                  std::vector<at::Tensor> more = {}) {
    const auto layer = layerOf(id, values);
    const auto run = [layer, more](const at::Tensor& input) {
        std::vector<at::Tensor> inputs{input};
        inputs.insert(inputs.end(), more.begin(), more.end());
        return layer->forward(inputs)[0];
    };
    lines.compare(name + "/forward", [=] {
        at::NoGradGuard noGradient;
        run(x);
    });
    const at::Tensor own = x.clone().requires_grad_(), slope = torch::randn_like(run(x));
    lines.compare(name + "/forward+backward", [=] {
        run(own).backward(slope);
        own.mutable_grad().reset();
        for (const auto& [parameter, tensor] : layer->parameters()) tensor.mutable_grad().reset();
    });
}

void compareLoss(const Lines& lines, const std::string& name, const std::string& kind, const at::Tensor& output, const at::Tensor& target) {
    auto made = makeLoss({kind, {}});
    if (!made) throw std::runtime_error(made.error().english());
    const std::shared_ptr<Loss> loss = std::move(*made);
    const at::Tensor own = output.clone().requires_grad_();
    lines.compare(name + "/forward+backward", [=] {
        loss->mean(own, target).backward();
        own.mutable_grad().reset();
    });
}

std::int64_t whole(std::int64_t number) { return number; }

void compareAll(const Lines& lines) {
    const auto classes = [](std::int64_t count, at::IntArrayRef sizes) { return torch::randint(0, count, sizes, at::kLong); };
    compareLoss(lines, "dice_focal/1x2x128x128x64", "dice_focal", torch::randn({1, 2, 128, 128, 64}), classes(2, {1, 128, 128, 64}));
    compareLoss(lines, "dice_focal/1x4x96x96x32", "dice_focal", torch::randn({1, 4, 96, 96, 32}), classes(4, {1, 96, 96, 32}));
    compareLoss(lines, "cross_entropy/64x10", "cross_entropy", torch::randn({64, 10}), classes(10, {64}));
    compareLoss(lines, "cross_entropy/512x1000", "cross_entropy", torch::randn({512, 1000}), classes(1000, {512}));
    compareLoss(lines, "cross_entropy/1x2x32x32x32", "cross_entropy", torch::randn({1, 2, 32, 32, 32}), classes(2, {1, 32, 32, 32}));
    for (const std::int64_t n : {256, 1024, 2048}) {
        const std::string size = "/n" + std::to_string(n);
        compareLayer(lines, "dynamic_attention" + size, "DynamicAttention", {{"dim", whole(64)}}, torch::randn({1, 4, n, 64}));
        compareLayer(lines, "repaired_dynamic_attention" + size, "RepairedDynamicAttention",
                     {{"embed_dim", whole(256)}, {"num_heads", whole(4)}}, torch::randn({1, n, 256}), {at::Tensor()});
    }
    compareLayer(lines, "multi_head_attention/n256_d128_h8_dropout", "MultiHeadAttention",
                 {{"embed_dim", whole(128)}, {"num_heads", whole(8)}, {"dropout", 0.1}}, torch::randn({8, 256, 128}),
                 {at::Tensor(), at::Tensor(), at::Tensor()});
    compareLayer(lines, "multi_head_attention/n1024_d256_h4_causal", "MultiHeadAttention",
                 {{"embed_dim", whole(256)}, {"num_heads", whole(4)}, {"causal", true}}, torch::randn({1, 1024, 256}),
                 {at::Tensor(), at::Tensor(), at::Tensor()});
    compareLayer(lines, "lstm/32x64x64_h128", "LSTM",
                 {{"input_size", whole(64)}, {"hidden_size", whole(128)}, {"returns", std::string("last")}}, torch::randn({32, 64, 64}));
    compareLayer(lines, "dropout/2048x512", "Dropout", {{"p", 0.1}}, torch::randn({2048, 512}));
    compareLayer(lines, "max_pool2d/64x32x28x28", "MaxPool2d", {{"kernel_size", Integers{2, 2}}}, torch::randn({64, 32, 28, 28}));
    compareLayer(lines, "max_pool2d/16x64x56x56_k3_s2", "MaxPool2d",
                 {{"kernel_size", Integers{3, 3}}, {"stride", Integers{2, 2}}, {"padding", Integers{1, 1}}},
                 torch::randn({16, 64, 56, 56}));
    compareLayer(lines, "max_pool3d/1x16x32x32x32", "MaxPool3d", {{"kernel_size", Integers{2, 2, 2}}}, torch::randn({1, 16, 32, 32, 32}));
    struct Volume {
        std::int64_t in, out, side, kernel;
    };
    for (const auto& [in, out, side, kernel] : {Volume{1, 8, 32, 3},
                                                {8, 8, 32, 3},
                                                {16, 8, 32, 3},
                                                {8, 2, 32, 1},
                                                {8, 16, 16, 3},
                                                {16, 16, 16, 3},
                                                {32, 16, 16, 3},
                                                {16, 32, 8, 3},
                                                {32, 32, 8, 3}})
        compareLayer(
            lines,
            "conv3d/" + std::to_string(in) + "_" + std::to_string(out) + "_side" + std::to_string(side) + "_k" + std::to_string(kernel),
            "Conv3d",
            {{"in_channels", in},
             {"out_channels", out},
             {"kernel_size", Integers{kernel, kernel, kernel}},
             {"padding", Integers{kernel / 2, kernel / 2, kernel / 2}}},
            torch::randn({1, in, side, side, side}));
    for (const auto& [in, out, side, kernel] : {Volume{16, 96, 48, 1}, {96, 24, 24, 1}, {192, 64, 6, 1}})
        compareLayer(lines, "conv2d/" + std::to_string(in) + "_" + std::to_string(out) + "_side" + std::to_string(side) + "_k1", "Conv2d",
                     {{"in_channels", in}, {"out_channels", out}, {"kernel_size", Integers{1, 1}}}, torch::randn({8, in, side, side}));
}

}  // namespace
}  // namespace seekbench

int main(int count, char** arguments) {
    const int threads = count > 2 ? std::stoi(arguments[2]) : 1;
    // The libraries read these when they are loaded: start again with what a worker is started with.
    if (::getenv("OMP_WAIT_POLICY") == nullptr) {
        for (const auto& [name, value] : seekbench::workerEnvironment(threads)) ::setenv(name.c_str(), value.c_str(), 1);
        ::execv("/proc/self/exe", arguments);
    }
    ::mallopt(M_MMAP_MAX, 0);
    ::mallopt(M_TRIM_THRESHOLD, -1);
    ::mallopt(M_TOP_PAD, 64 << 20);
    seekbench::useThreads(threads);
    torch::manual_seed(0);
    seekbench::compareAll({count > 1 ? arguments[1] : ""});
}
