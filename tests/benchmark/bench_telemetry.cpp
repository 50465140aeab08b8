// SPDX-License-Identifier: Apache-2.0
// What the series of a run cost: processor time of all threads for each step, as a share of a step at 1,000 steps/s (target: 1 %).
//
// The same calls that the trainer makes for a step, with a clock that goes 1 ms a step: values gathered, written to a real journal every
// 50 ms, memory read, clients told that the journal has grown. Without them the loop costs nothing, so the whole time is theirs. Nothing
// waits for the disk: the trainer does so at checkpoints only.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

#include <time.h>
#include <unistd.h>

#include "gpu/training/clock.h"
#include "gpu/training/command_server.h"
#include "gpu/training/event_sink.h"
#include "gpu/training/process_memory.h"
#include "gpu/training/time_left.h"

namespace seekbench {
namespace {

constexpr int kSteps = 20'000, kRounds = 9;
constexpr double kStepSeconds = 1e-3;

double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Seconds of a step. `observations`: values that layers tell about each step, besides the seven that every run has.
double secondsOfStep(const std::filesystem::path& folder, std::size_t observations) {
    const auto file = folder / "journal";
    std::filesystem::remove(file);
    auto journal = JournalWriter::open(file, "telemetry");
    CommandQueue queue;
    RunStatus status;
    auto server = CommandServer::start("telemetry-" + std::to_string(::getpid()), "telemetry", queue, status);
    if (!journal || !server) {
        std::fprintf(stderr, "%s\n", (!journal ? journal.error() : server.error()).english().c_str());
        std::exit(1);
    }
    EventSink sink(packetWriter(std::move(*journal)), folder / "reserve");
    sink.onGrown([&](std::uint64_t offset) { (*server)->grown(offset); });
    const std::vector<std::string> names(observations, "block/experts.load");
    (void)sink.declareSeries(std::vector<std::string>{"accuracy"}, names);
    ProcessMemory memory;
    TimeLeft timeLeft;
    double now = 1000;
    const double begun = processorSeconds();
    for (int step = 1; step <= kSteps; ++step) {
        now += kStepSeconds;
        timeLeft.step.took(kStepSeconds);
        (void)steadySeconds();
        (void)secondsSinceEpoch();
        (void)sink.step({.step = step,
                         .time = now,
                         .loss = 1.0 / step,
                         .learningRate = 1e-3,
                         .gradientNorm = 0.5,
                         .samplesPerSecond = 64'000,
                         .stepSeconds = kStepSeconds,
                         .processMemory = memory.bytes(now),
                         .tensorMemory = 1e6,
                         .observations = std::vector<double>(observations, 0.1)});
        if (step % 1000 == 0) (void)sink.append(Progress{.step = step, .totalSteps = kSteps, .epoch = 1, .epochs = 1, .time = now});
    }
    (void)sink.flush();
    return (processorSeconds() - begun) / kSteps;
}

void measure(const char* name, const std::filesystem::path& folder, std::size_t observations) {
    std::vector<double> shares;
    for (int round = 0; round < kRounds; ++round) shares.push_back(100 * secondsOfStep(folder, observations) / kStepSeconds);
    std::sort(shares.begin(), shares.end());
    std::printf("%-34s %8.3g %-3s %-52s %.3g..%.3g (%d times)\n", name, shares[kRounds / 2], "%", "step at 1,000 steps/s (target 1)",
                shares.front(), shares.back(), kRounds);
}

}  // namespace
}  // namespace seekbench

int main() {
    const auto folder = std::filesystem::temp_directory_path() / ("seekbench-telemetry-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    seekbench::measure("telemetry/usual", folder, 0);
    seekbench::measure("telemetry/32_observations", folder, 32);
    std::filesystem::remove_all(folder);
}
