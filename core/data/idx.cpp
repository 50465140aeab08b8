// SPDX-License-Identifier: Apache-2.0
#include "core/data/idx.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <system_error>

#include <zlib.h>

#include "core/base/file.h"

namespace seekbench {
namespace {

constexpr std::int64_t kLargestArray = std::int64_t{4} << 30;
constexpr std::int64_t kLargestExpansion = 1032;  // deflate cannot do better (zlib's technical notes)

struct CloseGzip {
    void operator()(gzFile file) const { gzclose_r(file); }
};
using GzipFile = std::unique_ptr<gzFile_s, CloseGzip>;  // reads plain files as they are

GzipFile openGzip(const std::filesystem::path& path) {
#ifdef _WIN32
    return GzipFile(gzopen_w(path.c_str(), "rb"));
#else
    return GzipFile(gzopen(path.c_str(), "rb"));
#endif
}

Error damaged(const std::filesystem::path& path, Message what) {
    return Error(ErrorCode::Corrupt, std::move(what), say("Get the file again.")).in(say("reading %1", displayPath(path)));
}

Error notIdx(const std::filesystem::path& path, Message what) {
    return Error(ErrorCode::InvalidInput, std::move(what), say("Choose an IDX file of unsigned bytes, such as those of MNIST."))
        .in(say("reading %1", displayPath(path)));
}

// Fills `bytes` or says what is wrong.
std::optional<Message> readExactly(gzFile file, std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        constexpr std::size_t kMost = 1 << 30;  // gzread takes an unsigned int and answers an int
        const int got = gzread(file, bytes.data(), static_cast<unsigned>(std::min(bytes.size(), kMost)));
        if (got < 0) {
            int number = 0;
            return say("The data cannot be read (%1).", std::string_view(gzerror(file, &number)));
        }
        if (got == 0) return say("The file ends too early: %1 bytes are missing.", bytes.size());
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return std::nullopt;
}

}  // namespace

Result<ByteArray> readIdx(const std::filesystem::path& path) {
    std::error_code failure;
    const auto fileBytes = static_cast<std::int64_t>(std::filesystem::file_size(path, failure));  // an error for folders, too
    if (failure) return systemError(failure.value(), say("%1 could not be opened", displayPath(path)));
    const GzipFile file = openGzip(path);
    if (!file) return systemError(errno, say("%1 could not be opened", displayPath(path)));
    gzbuffer(file.get(), 1 << 18);

    std::array<std::uint8_t, 4> magic{};
    if (auto problem = readExactly(file.get(), magic)) return damaged(path, *problem);
    const auto [zero, alsoZero, type, rank] = magic;
    if (zero != 0 || alsoZero != 0 || rank < 1 || rank > 8) return notIdx(path, say("This is not an IDX file."));
    if (type != 0x08) return notIdx(path, say("The IDX file holds elements of type %1; only unsigned bytes (8) are read.", int{type}));

    ByteArray array;
    std::int64_t total = 1;
    for (int dimension = 0; dimension < rank; ++dimension) {
        std::array<std::uint8_t, 4> word{};
        if (auto problem = readExactly(file.get(), word)) return damaged(path, *problem);
        const std::int64_t size = std::int64_t{word[0]} << 24 | word[1] << 16 | word[2] << 8 | word[3];
        if (size < 1 || size > kLargestArray / total)
            return notIdx(path, say("Dimension %1 of the array has the size %2; arrays of 1 to %3 bytes are read.", dimension + 1, size,
                                    kLargestArray));
        total *= size;
        array.sizes.push_back(size);
    }
    if (total > fileBytes * kLargestExpansion)
        return damaged(path, say("The header announces %1 bytes, which a file of %2 bytes cannot hold.", total, fileBytes));

    array.bytes.resize(static_cast<std::size_t>(total));
    if (auto problem = readExactly(file.get(), array.bytes)) return damaged(path, *problem);
    // One byte more than there should be: it also makes zlib look at the checksum at the end, or notice that it is missing.
    std::uint8_t extra = 0;
    int problem = Z_OK;
    const int got = gzread(file.get(), &extra, 1);
    const std::string_view reason = gzerror(file.get(), &problem);
    if (got > 0) return damaged(path, say("The file goes on after its %1 bytes of data.", total));
    if (problem != Z_OK) return damaged(path, say("The end of the compressed file is damaged (%1).", reason));
    return array;
}

}  // namespace seekbench
