// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

// An array of unsigned bytes, row-major.
struct ByteArray {
    std::vector<std::int64_t> sizes;
    std::vector<std::uint8_t> bytes;
};

// Reads an IDX file (the format of MNIST: two zero bytes, type, number of dimensions, sizes big-endian, data), plain or
// compressed with gzip. Only type 0x08, unsigned bytes, which is what such datasets use. Nothing is allocated for a
// header that the file cannot keep; files that are cut short, too long or damaged are errors.
Result<ByteArray> readIdx(const std::filesystem::path& path);

}  // namespace seekbench
