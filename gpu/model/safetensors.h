// SPDX-License-Identifier: Apache-2.0
#pragma once

// safetensors: u64 little-endian length of a JSON header, the header padded with spaces to 8 bytes, then the tensors' bytes, row-major.
// Reading runs no code and checks every offset against the file's length.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "gpu/model/engine.h"

namespace seekbench {

using TensorMetadata = std::map<std::string, std::string>;

// Writes a new file and flushes it to the disk. The tensors may be on any device and in any layout.
Result<void> writeSafetensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors,
                              const TensorMetadata& metadata = {});

// The tensors in the order of their place in the file, on the CPU, contiguous. An error names what does not fit.
Result<std::vector<NamedTensor>> readSafetensors(const std::filesystem::path& path);

// Fingerprint over names, types, shapes and bytes, ordered by name: equal exactly when the tensors are bit-equal.
std::string fingerprintOf(const std::vector<NamedTensor>& tensors);

}  // namespace seekbench
