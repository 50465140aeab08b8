// SPDX-License-Identifier: Apache-2.0
#include "app/worker/process_setup.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include <unistd.h>
#include <csignal>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "core/run/worker_environment.h"

namespace seekbench {
namespace {

constexpr const char* kStartedAgain = "SEEKBENCH_WORKER_STARTED_AGAIN";

std::atomic<bool> stopRequested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

}  // namespace

void keepFreedMemory() {
#ifdef __GLIBC__
    ::mallopt(M_MMAP_MAX, 0);
    ::mallopt(M_TRIM_THRESHOLD, -1);
    ::mallopt(M_TOP_PAD, 64 << 20);
#endif
}

void ensureEnvironment(std::int64_t threads, char** arguments) {
    bool right = true;
    for (const auto& [name, value] : workerEnvironment(threads)) {
        const char* current = std::getenv(name.c_str());
        right = right && current && value == current;
        ::setenv(name.c_str(), value.c_str(), 1);
    }
    if (right || std::getenv(kStartedAgain)) return;
    ::setenv(kStartedAgain, "1", 1);
    ::execv("/proc/self/exe", arguments);
    // Not possible: the training goes on, slower on a busy machine.
}

std::int64_t flightStepsWanted() {
    constexpr std::int64_t kUsual = 1000, kMost = 100'000;
    const char* const word = std::getenv("SEEKBENCH_FLIGHT_STEPS");
    std::int64_t steps = 0;
    if (!word) return kUsual;
    const std::string_view text = word;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), steps);
    // What is no number shall not cost anybody a run.
    return failure == std::errc{} && end == text.data() + text.size() && steps >= 0 ? std::min(steps, kMost) : kUsual;
}

void endWithParent() {
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

const std::atomic<bool>& stopOnSignals() {
    struct sigaction stop {};
    stop.sa_handler = [](int) { stopRequested.store(true, std::memory_order_relaxed); };
    stop.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT}) ::sigaction(number, &stop, nullptr);
    for (const int number : {SIGHUP, SIGPIPE, SIGXFSZ}) std::signal(number, SIG_IGN);
    return stopRequested;
}

}  // namespace seekbench
