// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

// A picture of bytes, plane after plane: (channel, row, column).
struct Picture {
    std::int64_t channels = 0, height = 0, width = 0;
    std::vector<std::uint8_t> bytes;
    bool operator==(const Picture&) const = default;
};

// How a picture comes to the extents that are wanted.
enum class Fitting {
    Crop,     // scaled until it covers them, and cut at the longer sides
    Stretch,  // scaled in both directions apart
};

// Reads a PNG, JPEG or BMP file with stb_image, grey (1 channel) or in colours (3), and scales it. Nothing is decoded whose header
// promises more pixels than the file can hold or than 64 million.
Result<Picture> readPicture(const std::filesystem::path& path, std::int64_t channels, std::int64_t height, std::int64_t width,
                            Fitting fitting);
// Its extents and channels from the header alone; `bytes` is empty.
Result<Picture> readPictureExtents(const std::filesystem::path& path);
bool isPictureName(const std::filesystem::path& path);

}  // namespace seekbench
