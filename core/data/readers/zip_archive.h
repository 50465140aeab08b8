// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/data/readers/byte_source.h"

namespace seekbench {

// The files in a zip archive (PKWARE's APPNOTE 6.3), stored or deflated; 64-bit sizes, no encryption, one disk.
struct ZipEntry {
    std::string name;
    std::int64_t offset = 0;  // of its local header
    std::int64_t packedBytes = 0, bytes = 0;
    int method = 0;  // 0: stored, 8: deflated
    std::uint32_t checksum = 0;
};

Result<std::vector<ZipEntry>> listZip(const std::filesystem::path& path);
// The content of one of them; nothing is allocated that the packed bytes cannot fill, and the checksum is compared.
Result<Bytes> readZip(const std::filesystem::path& path, const ZipEntry& entry);

}  // namespace seekbench
