// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal_header.h"

#include "core/journal/journal.h"

namespace seekbench {
namespace {

constexpr FileMagic kMagic = frameFileMagic('J');

}  // namespace

std::vector<std::byte> journalHeader(const std::string& runId) { return fileHeader(kMagic, kJournalVersion, runId); }

Result<JournalStart> readJournalHeader(const File& file, const std::filesystem::path& path) {
    auto start = readFileHeader(file, kMagic, kJournalVersion);
    if (!start) return start.error();
    switch (start->state) {
        case FileStart::State::Whole: return JournalStart{std::move(start->name), start->size};
        case FileStart::State::Unfinished: return JournalStart{};
        case FileStart::State::Foreign:
            return Error(ErrorCode::Corrupt, say("%1 does not begin like a journal.", displayPath(path)),
                         say("Put the run's journal back in its place, or remove the run."));
        case FileStart::State::Newer:
            return Error(ErrorCode::NewerVersion,
                         say("%1 has version %2; this Seekbench reads versions up to %3.", displayPath(path), start->version, kJournalVersion),
                         say("Update Seekbench to open it. The file was left as it is."));
        case FileStart::State::Damaged: break;
    }
    return Error(ErrorCode::Corrupt, say("The first bytes of %1 are damaged.", displayPath(path)),
                 say("Restore the file from a copy; the frames behind the first bytes may be whole."));
}

}  // namespace seekbench
