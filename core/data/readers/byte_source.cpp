// SPDX-License-Identifier: Apache-2.0
#include "core/data/readers/byte_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include <zlib.h>

#include "core/base/file.h"
#include "core/base/hash.h"

namespace seekbench {
namespace {

constexpr std::int64_t kLargestExpansion = 1032;  // deflate cannot do better (zlib's technical notes)

Error damaged(Message what) { return Error(ErrorCode::Corrupt, std::move(what), say("Get the file again.")); }

struct CloseGzip {
    void operator()(gzFile file) const { gzclose_r(file); }
};

}  // namespace

std::optional<std::int64_t> arrayBytes(std::span<const std::int64_t> sizes, std::int64_t elementBytes) {
    std::int64_t total = elementBytes;
    for (const std::int64_t size : sizes) {
        if (size < 1 || size > kLargestArrayBytes / total) return std::nullopt;
        total *= size;
    }
    return total;
}

struct ByteSource::State {
    std::unique_ptr<gzFile_s, CloseGzip> file;
    std::int64_t fileBytes = 0;
    std::int64_t given = 0;
};

ByteSource::ByteSource(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

std::int64_t regularFileBytes(const std::filesystem::path& path) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) return -1;  // a device or a pipe could keep us waiting for ever
    const auto bytes = std::filesystem::file_size(path, failure);
    return failure ? -1 : static_cast<std::int64_t>(bytes);
}

Result<ByteSource> ByteSource::open(const std::filesystem::path& path) {
    const std::int64_t fileBytes = regularFileBytes(path);
    if (fileBytes < 0) return Error(ErrorCode::NotFound, say("There is no file %1.", displayPath(path)), say("Check the path."));
    auto state = std::make_unique<State>();
#ifdef _WIN32
    state->file.reset(gzopen_w(path.c_str(), "rb"));
#else
    state->file.reset(gzopen(path.c_str(), "rb"));
#endif
    if (!state->file) return systemError(errno, say("%1 could not be opened", displayPath(path)));
    gzbuffer(state->file.get(), 1 << 17);
    state->fileBytes = fileBytes;
    return ByteSource(std::move(state));
}

Result<void> ByteSource::read(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        constexpr std::size_t kMost = 1 << 30;  // gzread takes an unsigned int and answers an int
        const int got = gzread(m_state->file.get(), bytes.data(), static_cast<unsigned>(std::min(bytes.size(), kMost)));
        int number = 0;
        if (got < 0) return damaged(say("The data cannot be read (%1).", std::string_view(gzerror(m_state->file.get(), &number))));
        if (got == 0) return damaged(say("The file ends too early: %1 bytes are missing.", bytes.size()));
        m_state->given += got;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

Result<void> ByteSource::skip(std::int64_t count) {
    std::array<std::byte, 4096> ignored;
    while (count > 0) {
        const auto part = std::min<std::int64_t>(count, static_cast<std::int64_t>(ignored.size()));
        if (auto done = read(std::span(ignored).first(static_cast<std::size_t>(part))); !done) return done;
        count -= part;
    }
    return {};
}

Result<Bytes> ByteSource::take(std::int64_t count) {
    const bool plain = gzdirect(m_state->file.get()) != 0;
    const std::int64_t most = plain ? m_state->fileBytes : m_state->fileBytes * kLargestExpansion;
    if (count > kLargestArrayBytes || count > most - m_state->given)
        return damaged(say("The header announces %1 bytes of data, which a file of %2 bytes cannot hold.", count, m_state->fileBytes));
    Bytes bytes(static_cast<std::size_t>(count));
    if (auto done = read(bytes); !done) return done.error();
    return bytes;
}

Result<void> ByteSource::finish() {
    // One byte more than there should be: it also makes zlib look at the checksum at the end, or notice that it is missing.
    std::byte extra{};
    int problem = Z_OK;
    const int got = gzread(m_state->file.get(), &extra, 1);
    const std::string_view reason = gzerror(m_state->file.get(), &problem);
    if (got > 0) return damaged(say("The file goes on after its data."));
    if (problem != Z_OK) return damaged(say("The end of the compressed file is damaged (%1).", reason));
    return {};
}

Result<Bytes> readRange(const std::filesystem::path& path, std::int64_t offset, std::int64_t count) {
    const std::int64_t fileBytes = regularFileBytes(path);
    if (fileBytes < 0) return Error(ErrorCode::NotFound, say("There is no file %1.", displayPath(path)), say("Check the path."));
    if (offset < 0 || count < 0 || count > kLargestArrayBytes || offset > fileBytes || count > fileBytes - offset)
        return damaged(say("%1 bytes are wanted from byte %2 on, and the file has %3.", count, offset, fileBytes));
    const auto file = File::open(path, File::Mode::Read);
    if (!file) return file.error();
    Bytes bytes(static_cast<std::size_t>(count));
    std::span<std::byte> rest(bytes);
    while (!rest.empty()) {
        const auto got = file->readAt(static_cast<std::uint64_t>(offset), rest);
        if (!got) return got.error();
        if (*got == 0) return damaged(say("The file ends too early: %1 bytes are missing.", rest.size()));
        offset += static_cast<std::int64_t>(*got);
        rest = rest.subspan(*got);
    }
    return bytes;
}

Result<Bytes> inflated(std::span<const std::byte> packed, std::int64_t count, Packing packing) {
    if (count < 0 || count > kLargestArrayBytes || count > static_cast<std::int64_t>(packed.size()) * kLargestExpansion + 64)
        return damaged(say("The header announces %1 bytes of data, which %2 compressed bytes cannot hold.", count, packed.size()));
    z_stream stream{};
    if (inflateInit2(&stream, packing == Packing::Zlib ? MAX_WBITS : -MAX_WBITS) != Z_OK)
        return Error(ErrorCode::Failed, say("The data cannot be unpacked: there is not enough memory."));
    const std::unique_ptr<z_stream, void (*)(z_stream*)> closing(&stream, [](z_stream* open) { inflateEnd(open); });
    // One byte more than announced shows that there is too much.
    Bytes bytes(static_cast<std::size_t>(count) + 1);
    std::size_t in = 0, out = 0;
    int state = Z_OK;
    constexpr std::size_t kMost = 1 << 30;  // zlib counts in unsigned ints
    while (state == Z_OK) {
        const std::size_t inPart = std::min(packed.size() - in, kMost), outPart = std::min(bytes.size() - out, kMost);
        // zlib does not write to what it reads; its interface is older than const.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data() + in));
        stream.avail_in = static_cast<uInt>(inPart);
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + out);
        stream.avail_out = static_cast<uInt>(outPart);
        state = inflate(&stream, Z_NO_FLUSH);
        in += inPart - stream.avail_in;
        out += outPart - stream.avail_out;
        if (state == Z_OK && inPart == stream.avail_in && outPart == stream.avail_out) break;
    }
    if (state == Z_STREAM_END && out == static_cast<std::size_t>(count)) {
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    }
    if (out > static_cast<std::size_t>(count)) return damaged(say("The compressed data hold more than the announced %1 bytes.", count));
    if (state == Z_DATA_ERROR || state == Z_NEED_DICT) return damaged(say("The compressed data are damaged."));
    return damaged(say("The compressed data end too early: %1 of %2 bytes are there.", out, count));
}

void addFileTo(Fingerprint& fingerprint, const std::filesystem::path& path) {
    constexpr std::int64_t kEnds = 64 << 10;
    const std::int64_t size = regularFileBytes(path);
    fingerprint.add(std::as_bytes(std::span(&size, 1)));
    for (const std::int64_t offset : {std::int64_t{0}, std::max<std::int64_t>(0, size - kEnds)})
        if (const auto bytes = readRange(path, offset, std::min(kEnds, std::max<std::int64_t>(0, size - offset))); bytes)
            fingerprint.add(*bytes);
}

ReadFailure::ReadFailure(Error error) : std::runtime_error(error.english()), m_error(std::move(error)) {}

}  // namespace seekbench
