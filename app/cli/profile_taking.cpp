// SPDX-License-Identifier: Apache-2.0
#include "app/cli/profile_taking.h"

#include <algorithm>
#include <thread>

#include "app/cli/follow.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/session/launcher.h"
#include "app/session/library.h"
#include "app/session/run_controller.h"
#include "core/trace/run_profiles.h"

namespace seekbench {

Result<std::optional<std::filesystem::path>> profileExperiment(const Workspace& workspace, const std::filesystem::path& file,
                                                               const ProfileTaking& taking) {
    auto library = loadLibrary(workspace);
    if (!library) return library.error();
    auto experiment = loadExperiment(file, *library);
    if (!experiment) return experiment.error();
    if (auto worker = findWorker(); !worker) return worker.error();  // before there is a run that cannot start
    experiment->name = experiment->name.empty() ? "Profile" : experiment->name + " (profile)";
    auto folder = createRun(workspace, *experiment);
    if (!folder) return folder.error();
    catchInterrupts();
    const LaunchOptions options{.untilStep = taking.warmUp + (taking.steps - 1) * taking.every + 1,
                                .profileSteps = taking.steps,
                                .profileFrom = taking.warmUp + 1,
                                .profileEvery = taking.every};
    auto worker = launch(*folder, options);
    if (!worker) return worker.error().in(say("starting the run %1", folder->id()));
    print("Run " + folder->id() + " profiles " + std::to_string(taking.steps) + " steps" +
              (taking.every > 1 ? ", one in " + std::to_string(taking.every) + "," : "") + " after a warm-up of " +
              std::to_string(taking.warmUp) + ".\n",
          Stream::Errors);
    const ExitCode ended =
        follow(workspace, *folder, std::move(*worker), {.result = FollowOptions::Result::Silent, .untilStep = options.untilStep});
    const auto profiles = profilesOf(*folder);
    if (profiles.empty() && ended == ExitCode::Success)
        return Error(ErrorCode::Failed, say("The run %1 ended before there was anything to profile.", folder->id()),
                     say("Choose a shorter warm-up, or train more epochs."));
    if (profiles.empty()) return std::optional<std::filesystem::path>();
    return std::optional(profiles.front());
}

Result<std::optional<std::filesystem::path>> profileRun(const RunFolder& folder, const ProfileTaking& taking) {
    const auto before = profilesOf(folder);
    auto controller = RunController::connect(folder);
    if (!controller) return controller.error();
    const auto answer = controller->ask({.verb = Verb::Profile, .amount = taking.steps, .every = taking.every}, std::chrono::minutes(1));
    if (!answer) return answer.error();
    if (!answer->accepted) return Error(ErrorCode::Busy, say("The worker declined: %1", answer->text));
    while (interrupts() == 0) {
        const bool alive = folder.isAlive();  // asked first: what it wrote before it ended is then there
        for (const std::filesystem::path& profile : profilesOf(folder))
            if (std::ranges::find(before, profile) == before.end() && (isFinishedProfile(profile) || !alive)) return std::optional(profile);
        if (!alive)
            return Error(ErrorCode::Failed, say("The run %1 ended before its steps were profiled.", folder.id()),
                         say("See what became of it with: seekbench-cli show %1", folder.id()));
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    print("The run goes on and is still being profiled.\n", Stream::Errors);
    return std::optional<std::filesystem::path>();
}

}  // namespace seekbench
