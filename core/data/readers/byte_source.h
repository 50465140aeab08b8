// SPDX-License-Identifier: Apache-2.0
#pragma once

// How readers of data files get at bytes: never more memory than the file can fill, and one sentence for whatever is wrong.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

class Fingerprint;

using Bytes = std::vector<std::byte>;

// Arrays larger than this are refused, whatever a header says.
inline constexpr std::int64_t kLargestArrayBytes = std::int64_t{4} << 30;

// The product of `sizes` times `elementBytes`; nothing when a size is below 1 or the product is above kLargestArrayBytes.
std::optional<std::int64_t> arrayBytes(std::span<const std::int64_t> sizes, std::int64_t elementBytes);

// A ByteSource reads the content of a file from its beginning to its end, plain or compressed with gzip (which is recognised). One
// thread uses it.
class ByteSource {
public:
    static Result<ByteSource> open(const std::filesystem::path& path);
    ByteSource(ByteSource&&) noexcept;
    ByteSource& operator=(ByteSource&&) noexcept;
    ~ByteSource();

    // Fills `bytes`; an error when the content ends before, or is damaged.
    Result<void> read(std::span<std::byte> bytes);
    Result<void> skip(std::int64_t count);
    // `count` bytes; nothing is allocated that the file could not fill.
    Result<Bytes> take(std::int64_t count);
    // An error when something follows, or the checksum of a compressed file is wrong.
    Result<void> finish();

private:
    struct State;
    explicit ByteSource(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// `count` bytes of a plain file from `offset` on; `count` is checked against the size of the file first.
Result<Bytes> readRange(const std::filesystem::path& path, std::int64_t offset, std::int64_t count);
std::int64_t regularFileBytes(const std::filesystem::path& path);  // -1: there is no such regular file

enum class Packing { Zlib, Deflate };  // with zlib's header and checksum, or without
// The `count` bytes that `packed` unpacks to; an error when they are more or fewer.
Result<Bytes> inflated(std::span<const std::byte> packed, std::int64_t count, Packing packing);

// Adds size, beginning and end (64 KiB each) of a file: enough to notice another file, without reading hundreds of gigabytes.
void addFileTo(Fingerprint& fingerprint, const std::filesystem::path& path);

// Thrown by Dataset::read() when a file that was good when the data set was opened cannot be read any more. Loader::next() passes it
// on to its caller; the engine's edge makes an Error of it.
class ReadFailure : public std::runtime_error {
public:
    explicit ReadFailure(Error error);
    const Error& error() const { return m_error; }

private:
    Error m_error;
};

}  // namespace seekbench
