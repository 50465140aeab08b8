// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/data/readers/byte_source.h"
#include "core/data/readers/numbers.h"

namespace seekbench {

// An array of numbers as NumPy writes it: row-major here whatever the file says, in this machine's byte order.
struct NumberArray {
    std::vector<std::int64_t> sizes;
    NumberType type = NumberType::Float32;
    Bytes bytes;

    std::int64_t elements() const { return static_cast<std::int64_t>(bytes.size()) / bytesOf(type); }
};

// Reads an array from a .npy file (versions 1 to 3 of the format: NEP 1 and numpy.lib.format), or the array `name` from an .npz archive;
// an empty name: the only one in it. Numbers of any width and order and booleans; no texts, no records, no Python objects.
Result<NumberArray> readNpy(const std::filesystem::path& path, const std::string& name = {});
// The same from the bytes of a .npy file.
Result<NumberArray> parseNpy(std::span<const std::byte> file);

}  // namespace seekbench
