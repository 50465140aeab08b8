// SPDX-License-Identifier: Apache-2.0
#pragma once

// The first bytes of a journal (core/protocol/PROTOCOL.md): magic, u32 version, u32 length of the run id, run id, u32 crc32c
// over all before. Private to core/journal.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/protocol/file_header.h"

namespace seekbench {

inline constexpr std::size_t kMaximumRunId = kMaximumHeaderName;

std::vector<std::byte> journalHeader(const std::string& runId);

struct JournalStart {
    std::string runId;
    std::size_t size = 0;  // of the header; 0 when the header is not whole yet and nothing stands behind it
};
// Reads the header of a journal. A file that ends within its header, or whose header is zeros where the power went, is
// unfinished, not damaged: size is 0 then.
Result<JournalStart> readJournalHeader(const File& file, const std::filesystem::path& path);

}  // namespace seekbench
