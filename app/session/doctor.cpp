// SPDX-License-Identifier: Apache-2.0
#include "app/session/doctor.h"

#include <filesystem>
#include <thread>

#include "app/session/library.h"
#include "app/session/queue.h"
#include "app/session/worker_process.h"
#include "core/base/file.h"
#include "core/data/dataset.h"
#include "core/run/run_folder.h"
#include "core/run/worker_environment.h"
#include "core/store/database.h"

namespace seekbench {
namespace {

constexpr std::uintmax_t kComfortableSpace = 1u << 30;

Finding good(Message what) { return {.grade = Finding::Grade::Good, .what = std::move(what), .advice = {}}; }
Finding warning(Message what, Message advice) { return {Finding::Grade::Warning, std::move(what), std::move(advice)}; }
Finding problem(const Error& error, Message advice = {}) {
    return {Finding::Grade::Problem, say("%1", error.english()), std::move(advice)};
}

Finding examineFolder(const Workspace& workspace) {
    const std::filesystem::path probe = workspace.path() / ".doctor";
    auto written = writeFileAtomically(probe, "probe\n");
    std::error_code failure;
    std::filesystem::remove(probe, failure);
    if (!written) return problem(written.error());
    return good(say("The workspace %1 is writable.", displayPath(workspace.path())));
}

Finding examineSpace(const Workspace& workspace) {
    std::error_code failure;
    const auto space = std::filesystem::space(workspace.path(), failure);
    const Message what = say("%1 MB are free on its disk.", space.available / 1'000'000);
    if (failure || space.available >= kComfortableSpace) return good(what);
    return warning(what, say("Free some space, or keep fewer checkpoints (training.keep_checkpoints)."));
}

Finding examineDatabase(const Workspace& workspace) {
    auto database = Database::open(workspace.databaseFile(), Database::Access::ReadWrite);
    if (!database) return problem(database.error(), say("Make it anew from the run folders with: seekbench-cli rebuild"));
    auto runs = database->runs();
    if (!runs) return problem(runs.error(), say("Make it anew from the run folders with: seekbench-cli rebuild"));
    return good(say("The database opens and knows %1 runs; there are %2 run folders.", runs->size(), workspace.runs().size()));
}

Finding examineResources() {
    auto library = loadLibrary();
    if (!library) return problem(library.error());
    return good(say("The resources are there, with %1 composite operators.", library->composites.size()));
}

Finding examineWorker() {
    auto program = findWorker();
    if (!program) return problem(program.error());
    auto version = outputOf(*program, {"--version"}, workerEnvironment(1), std::chrono::seconds(30));
    if (!version) return problem(version.error(), say("Run %1 --version to see why.", displayPath(*program)));
    while (!version->empty() && version->back() == '\n') version->pop_back();
    return good(say("The worker starts: %1.", *version));
}

Finding examineData() {
    auto dataset = openDataset({.kind = "fashion-mnist", .parameters = {}});
    if (!dataset) return problem(dataset.error());
    return good(
        say("Fashion-MNIST is there: %1 training and %2 test pictures.", (*dataset)->size(Part::Train), (*dataset)->size(Part::Test)));
}

Finding examineDevices() {
    std::error_code failure;
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    if (std::filesystem::exists("/dev/nvidia0", failure))
        return good(say("Devices: cpu with %1 threads, and an NVIDIA GPU (cuda:0), if this worker was built for it.", cores));
    return good(say("Devices: cpu with %1 threads; no GPU.", cores));
}

void examineLocks(const Workspace& workspace, std::vector<Finding>& findings) {
    int alive = 0;
    for (const RunFolder& run : workspace.runs()) {
        if (!run.isAlive()) continue;
        ++alive;
        std::error_code failure;
        if (!std::filesystem::exists(run.endpointFile(), failure))
            findings.push_back(warning(
                say("The run %1 is locked by process %2, which has no endpoint.", run.id(), FileLock::ownerOf(run.lockFile()).value_or(0)),
                say("It trains, but cannot be paused or stopped from outside; end the process if it hangs.")));
    }
    const Queue queue(workspace);
    const auto waiting = queue.entries().size();
    findings.push_back(good(queue.isServed()
                                ? say("%1 runs are at work. %2 runs are in the queue, which is being served.", alive, waiting)
                                : say("%1 runs are at work. %2 runs are in the queue, which is not being served.", alive, waiting)));
}

}  // namespace

std::vector<Finding> examine(const std::filesystem::path& folder) {
    std::vector<Finding> findings;
    auto workspace = Workspace::open(folder);
    if (workspace) {
        findings.push_back(examineFolder(*workspace));
        findings.push_back(examineSpace(*workspace));
        findings.push_back(examineDatabase(*workspace));
        examineLocks(*workspace, findings);
    } else {
        findings.push_back(problem(workspace.error()));
    }
    findings.push_back(examineResources());
    findings.push_back(examineWorker());
    findings.push_back(examineDevices());
    findings.push_back(examineData());
    return findings;
}

}  // namespace seekbench
