// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/base/file.h"
#include "core/run/run_folder.h"

namespace seekbench {
namespace {

// "a, b, c and 4 more"
std::string listed(const std::vector<std::string>& ids) {
    constexpr std::size_t kShown = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(ids.size(), kShown); ++i) text += (i ? ", " : "") + ids[i];
    if (ids.size() > kShown) text += " and " + std::to_string(ids.size() - kShown) + " more";
    return text;
}

}  // namespace

Workspace::Workspace(std::filesystem::path path) : m_path(std::move(path)) {}

Result<Workspace> Workspace::open(const std::filesystem::path& folder) {
    if (folder.empty())
        return Error(ErrorCode::InvalidInput, say("There is no folder for the workspace."), say("Name one with --workspace DIR."));
    std::error_code failure;
    Workspace workspace(std::filesystem::absolute(folder, failure));  // workers and later commands may run in other folders
    if (failure) return systemError(failure.value(), say("The folder %1 could not be found", displayPath(folder)));
    for (const auto& part : {workspace.runsFolder(), workspace.queueFolder(), workspace.operatorsFolder()})
        if (auto made = makeFolder(part); !made) return made.error().in(say("opening the workspace %1", displayPath(workspace.m_path)));
    return workspace;
}

std::vector<RunFolder> Workspace::runs() const {
    std::vector<RunFolder> runs;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(runsFolder(), failure), end; !failure && entry != end; entry.increment(failure))
        if (auto run = RunFolder::open(entry->path())) runs.push_back(std::move(*run));
    std::ranges::sort(runs, std::greater(), &RunFolder::id);
    return runs;
}

Result<RunFolder> Workspace::find(std::string_view id) const {
    const std::vector<RunFolder> all = runs();
    if (all.empty())
        return Error(ErrorCode::NotFound, say("The workspace %1 has no runs.", displayPath(m_path)),
                     say("Start one with: seekbench-cli train FILE."));
    if (id == "last") return all.front();

    constexpr std::size_t kShortestPrefix = 4;
    std::vector<std::string> candidates, every;
    for (const RunFolder& run : all) {
        const std::string runId = run.id();
        if (runId == id) return run;
        if (id.size() >= kShortestPrefix && runId.starts_with(id)) candidates.push_back(runId);
        every.push_back(runId);
    }
    if (candidates.size() == 1) return RunFolder::open(runsFolder() / candidates.front());
    if (candidates.size() > 1)
        return Error(ErrorCode::InvalidInput, say("\"%1\" is the beginning of %2 runs: %3.", id, candidates.size(), listed(candidates)),
                     say("Give more of the id."));
    if (id.size() < kShortestPrefix)
        return Error(ErrorCode::InvalidInput, say("\"%1\" is too short for the beginning of a run's id.", id),
                     say("Give at least %1 characters, or \"last\". The newest runs are: %2.", kShortestPrefix, listed(every)));
    return Error(ErrorCode::NotFound, say("There is no run \"%1\" in the workspace %2.", id, displayPath(m_path)),
                 say("The newest runs are: %1.", listed(every)));
}

}  // namespace seekbench
