// SPDX-License-Identifier: Apache-2.0
#include "core/data/readers/picture.h"

#include <algorithm>
#include <memory>
#include <string>

#include "core/base/file.h"
#include "core/data/readers/byte_source.h"

// The one place where stb is compiled, from Debian's libstb-dev; its functions stay in this file.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#define STBI_NO_STDIO
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_BMP
#define STBI_MAX_DIMENSIONS (1 << 16)
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#include <stb_image.h>
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb_image_resize.h>
#pragma GCC diagnostic pop

namespace seekbench {
namespace {

constexpr std::int64_t kLargestFile = std::int64_t{256} << 20;
constexpr std::int64_t kMostPixels = std::int64_t{64} << 20;
constexpr std::int64_t kMostPixelsPerByte = 8 * 1032;  // a PNG of one bit a pixel, packed as well as deflate can

Error wrong(Message what) { return Error(ErrorCode::InvalidInput, std::move(what), say("Save it anew as PNG or JPEG, or remove it.")); }

struct FreePixels {
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};

std::string reason() { return stbi_failure_reason() ? stbi_failure_reason() : "unknown"; }

// What the header says, when the file can hold it.
Result<Picture> headerOf(const Bytes& file) {
    const int length = static_cast<int>(file.size());
    int width = 0, height = 0, channels = 0;
    if (!stbi_info_from_memory(reinterpret_cast<const stbi_uc*>(file.data()), length, &width, &height, &channels))
        return wrong(say("This is no PNG, JPEG or BMP picture (%1).", reason()));
    const std::int64_t pixels = std::int64_t{width} * height;
    if (pixels < 1 || pixels > kMostPixels || pixels > length * kMostPixelsPerByte)
        return wrong(say("The header announces %1 x %2 pixels, which %3 bytes cannot hold or which are too many.", width, height, length));
    return Picture{.channels = channels, .height = height, .width = width, .bytes = {}};
}

Result<Bytes> contentOf(const std::filesystem::path& path) {
    const std::int64_t size = regularFileBytes(path);
    if (size > kLargestFile) return wrong(say("The file has %1 bytes; pictures of up to %2 are read.", size, kLargestFile));
    return readRange(path, 0, std::max<std::int64_t>(0, size));
}

Result<Picture> decode(const Bytes& file, std::int64_t channels, std::int64_t height, std::int64_t width, Fitting fitting) {
    const auto header = headerOf(file);
    if (!header) return header.error();
    const auto* data = reinterpret_cast<const stbi_uc*>(file.data());
    const int length = static_cast<int>(file.size());
    int fileWidth = 0, fileHeight = 0, fileChannels = 0;
    const std::unique_ptr<stbi_uc, FreePixels> decoded(
        stbi_load_from_memory(data, length, &fileWidth, &fileHeight, &fileChannels, static_cast<int>(channels)));
    if (!decoded) return wrong(say("The picture cannot be decoded (%1).", reason()));

    std::int64_t cropWidth = fileWidth, cropHeight = fileHeight;
    if (fitting == Fitting::Crop) {
        if (cropWidth * height > cropHeight * width)
            cropWidth = std::max<std::int64_t>(1, cropHeight * width / height);
        else
            cropHeight = std::max<std::int64_t>(1, cropWidth * height / width);
    }
    const std::int64_t left = (fileWidth - cropWidth) / 2, top = (fileHeight - cropHeight) / 2;
    std::vector<std::uint8_t> scaled(static_cast<std::size_t>(channels * height * width));
    const int stride = fileWidth * static_cast<int>(channels);
    const stbi_uc* corner = decoded.get() + top * stride + left * channels;
    if (cropWidth == width && cropHeight == height) {
        // The filter would soften even what needs no scaling.
        for (std::int64_t row = 0; row < height; ++row)
            std::copy_n(corner + row * stride, width * channels, scaled.data() + row * width * channels);
    } else if (!stbir_resize_uint8(corner, static_cast<int>(cropWidth), static_cast<int>(cropHeight), stride, scaled.data(),
                                   static_cast<int>(width), static_cast<int>(height), 0, static_cast<int>(channels))) {
        return Error(ErrorCode::Failed, say("The picture cannot be scaled: there is not enough memory."));
    }
    Picture picture{.channels = channels, .height = height, .width = width, .bytes = {}};
    picture.bytes.resize(scaled.size());
    const auto plane = static_cast<std::size_t>(height * width), count = static_cast<std::size_t>(channels);
    for (std::size_t channel = 0; channel < count; ++channel)
        for (std::size_t pixel = 0; pixel < plane; ++pixel) picture.bytes[channel * plane + pixel] = scaled[pixel * count + channel];
    return picture;
}

}  // namespace

Result<Picture> readPicture(const std::filesystem::path& path, std::int64_t channels, std::int64_t height, std::int64_t width,
                            Fitting fitting) {
    const auto file = contentOf(path);
    auto picture = file ? decode(*file, channels, height, width, fitting) : Result<Picture>(file.error());
    if (!picture) return picture.error().in(say("reading %1", displayPath(path)));
    return picture;
}

Result<Picture> readPictureExtents(const std::filesystem::path& path) {
    const auto file = contentOf(path);
    auto header = file ? headerOf(*file) : Result<Picture>(file.error());
    if (!header) return header.error().in(say("reading %1", displayPath(path)));
    return header;
}

bool isPictureName(const std::filesystem::path& path) {
    std::string ending = displayPath(path.extension());
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".png" || ending == ".jpg" || ending == ".jpeg" || ending == ".bmp";
}

}  // namespace seekbench
