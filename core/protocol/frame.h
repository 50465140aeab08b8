// SPDX-License-Identifier: Apache-2.0
#pragma once

// Frame = u32 length (≥ 1), u32 crc32c over (length, offset, payload), payload; little endian, length counts the payload
// and is at most 16 MiB. The offset (u64) is where the frame begins in its file or stream; it is hashed, not written, so
// that bytes copied to another place are not a frame there. See PROTOCOL.md.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace seekbench {

inline constexpr std::uint32_t kMaximumPayload = 16u << 20;
inline constexpr std::size_t kFrameHeader = 8;

// Appends the frame for `payload` (1 … kMaximumPayload bytes) to `out`.
void appendFrame(std::vector<std::byte>& out, std::uint64_t offset, std::span<const std::byte> payload);

// What stands at the beginning of some bytes.
struct FrameView {
    enum class State {
        Whole,      // payload and size are set
        Partial,    // a good beginning; more bytes are needed
        Damaged,    // length or checksum cannot be right
    };
    State state = State::Partial;
    std::span<const std::byte> payload;
    std::size_t size = 0;  // header and payload
};

// Looks at the frame that begins at bytes[0], which is at `offset` of its file or stream.
FrameView frameAt(std::span<const std::byte> bytes, std::uint64_t offset);

}  // namespace seekbench
