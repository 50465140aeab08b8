// SPDX-License-Identifier: Apache-2.0
#include "app/worker/train_command.h"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "app/worker/process_setup.h"
#include "core/run/run_folder.h"
#include "gpu/training/attempt.h"

namespace seekbench {
namespace {

int refuse(const Error& error) {
    std::fprintf(stderr, "%s\n", error.english().c_str());
    return kRefused;
}

std::int64_t threadsOf(const RunFolder& run) {
    const auto experiment = run.experiment();  // an unreadable one is reported by the attempt, in the journal
    const std::int64_t threads = experiment ? experiment->training.threads : 0;
    return threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

int trainCommand(const std::filesystem::path& folder, char** arguments) {
    const auto run = RunFolder::open(folder);
    if (!run) return refuse(run.error());
    ensureEnvironment(threadsOf(*run), arguments);
    keepFreedMemory();
    auto attempt = Attempt::begin(*run, {.software = "Seekbench " SEEKBENCH_VERSION, .stopRequested = stopOnSignals()});
    if (!attempt) return refuse(attempt.error());
    return (*attempt)->run() == Trainer::Outcome::Finished ? kFinished : kStoppedOrFailed;
}

}  // namespace seekbench
