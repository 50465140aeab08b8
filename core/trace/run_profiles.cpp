// SPDX-License-Identifier: Apache-2.0
#include "core/trace/run_profiles.h"

#include <algorithm>
#include <tuple>

#include "core/base/file.h"
#include "core/protocol/frame.h"
#include "core/trace/flight/flight_file.h"
#include "core/trace/trace_frames.h"

namespace seekbench {

std::filesystem::path tracesFolder(const RunFolder& run) { return run.path() / "traces"; }

std::vector<std::filesystem::path> profilesOf(const RunFolder& run) {
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> found;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(tracesFolder(run), failure), end; !failure && entry != end; entry.increment(failure)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored)) found.emplace_back(entry->last_write_time(ignored), entry->path());
    }
    std::ranges::sort(found, std::greater());
    std::vector<std::filesystem::path> paths;
    for (auto& [time, path] : found) paths.push_back(std::move(path));
    return paths;
}

bool isFinishedProfile(const std::filesystem::path& path) {
    const auto file = File::open(path, File::Mode::Read);
    if (!file) return false;
    const auto size = file->size();
    std::byte block[kFrameHeader + sizeof(FrameKind) + sizeof(std::uint64_t)];
    if (!size || *size < sizeof block) return false;
    const std::uint64_t offset = *size - sizeof block;
    const auto got = file->readAt(offset, block);
    if (!got || *got != sizeof block) return false;
    const FrameView frame = frameAt(block, offset);
    return frame.state == FrameView::State::Whole && frame.size == sizeof block &&
           kindOf({reinterpret_cast<const char*>(frame.payload.data()), frame.payload.size()}) == FrameKind::End;
}

Result<std::filesystem::path> findProfile(std::string_view word, const Workspace& workspace) {
    std::error_code failure;
    if (std::filesystem::is_regular_file(std::filesystem::path(word), failure)) return std::filesystem::path(word);
    const auto run = workspace.find(word);
    if (!run) {
        const bool isPath = word.find('/') != std::string_view::npos || word.find('.') != std::string_view::npos;
        if (isPath) return Error(ErrorCode::NotFound, say("There is no file %1.", word), say("Check the path."));
        return run.error();
    }
    auto profiles = profilesOf(*run);
    if (profiles.empty())
        return Error(
            ErrorCode::NotFound, say("The run %1 has no profile.", run->id()),
            std::filesystem::is_regular_file(flightFile(*run), failure)
                ? say("Profile some of its steps first, or see what its flight recorder has with: seekbench-cli profile show %1 --flight",
                      run->id())
                : say("Profile some of its steps first."));
    return std::move(profiles.front());
}

}  // namespace seekbench
