// SPDX-License-Identifier: Apache-2.0
#include "app/worker/train_command.h"

#include <charconv>
#include <cstdio>
#include <string_view>

#include "app/worker/process_setup.h"
#include "core/run/run_folder.h"
#include "core/run/worker_environment.h"

namespace seekbench {
namespace {

int refuse(const Error& error) {
    std::fprintf(stderr, "%s\n", error.english().c_str());
    return kRefused;
}

std::optional<std::int64_t> positiveNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

Result<AttemptLimits> limitsFrom(std::span<char* const> words) {
    AttemptLimits limits{.flightSteps = flightStepsWanted()};
    std::optional<std::int64_t> profileSteps, profileFrom, profileEvery;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        const std::string_view name = words[i];
        auto* limit = name == "--until-step"      ? &limits.untilStep
                      : name == "--kill-at-step"  ? &limits.killAtStep
                      : name == "--profile-steps" ? &profileSteps
                      : name == "--profile-from"  ? &profileFrom
                      : name == "--profile-every" ? &profileEvery
                                                  : nullptr;
        if (!limit) return Error(ErrorCode::InvalidInput, say("\"%1\" is not an option of train.", name));
        *limit = i + 1 < words.size() ? positiveNumber(words[i + 1]) : std::nullopt;
        if (!*limit) return Error(ErrorCode::InvalidInput, say("%1 wants the number of a step.", name));
    }
    if (profileSteps)
        limits.profile = ProfileRequest{.steps = *profileSteps, .firstStep = profileFrom.value_or(1), .every = profileEvery.value_or(1)};
    return limits;
}

int trainCommand(const std::filesystem::path& folder, const AttemptLimits& limits, char** arguments) {
    const auto run = RunFolder::open(folder);
    if (!run) return refuse(run.error());
    const auto experiment = run->experiment();  // an unreadable one is reported by the attempt, in the journal
    ensureEnvironment(threadCount(experiment ? experiment->training.threads : 0), arguments);
    keepFreedMemory();
    auto attempt = Attempt::begin(*run, {.software = "Seekbench " SEEKBENCH_VERSION, .stopRequested = stopOnSignals(), .limits = limits});
    if (!attempt) return refuse(attempt.error());
    return (*attempt)->run() == Trainer::Outcome::Finished ? kFinished : kStoppedOrFailed;
}

}  // namespace seekbench
