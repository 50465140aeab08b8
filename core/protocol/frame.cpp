// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/frame.h"

#include <bit>
#include <cassert>
#include <cstring>

#include "core/base/hash.h"

namespace seekbench {
namespace {

static_assert(std::endian::native == std::endian::little, "frames are copied as they lie in memory");

std::uint32_t checksum(std::uint32_t length, std::uint64_t offset, std::span<const std::byte> payload) {
    std::byte prefix[sizeof length + sizeof offset];
    std::memcpy(prefix, &length, sizeof length);
    std::memcpy(prefix + sizeof length, &offset, sizeof offset);
    return crc32c(payload, crc32c(prefix));
}

std::uint32_t numberAt(std::span<const std::byte> bytes, std::size_t position) {
    std::uint32_t number;
    std::memcpy(&number, bytes.data() + position, sizeof number);
    return number;
}

}  // namespace

void appendFrame(std::vector<std::byte>& out, std::uint64_t offset, std::span<const std::byte> payload) {
    assert(!payload.empty() && payload.size() <= kMaximumPayload);
    const auto length = static_cast<std::uint32_t>(payload.size());
    const std::uint32_t header[2] = {length, checksum(length, offset, payload)};
    static_assert(sizeof header == kFrameHeader);
    const auto headerBytes = std::as_bytes(std::span(header));
    out.insert(out.end(), headerBytes.begin(), headerBytes.end());
    out.insert(out.end(), payload.begin(), payload.end());
}

FrameView frameAt(std::span<const std::byte> bytes, std::uint64_t offset) {
    if (bytes.size() < sizeof(std::uint32_t)) return {};
    const std::uint32_t length = numberAt(bytes, 0);
    if (length == 0 || length > kMaximumPayload) return {FrameView::State::Damaged, {}, 0};
    if (bytes.size() < kFrameHeader + length) return {FrameView::State::Partial, {}, kFrameHeader + length};
    const auto payload = bytes.subspan(kFrameHeader, length);
    if (numberAt(bytes, sizeof length) != checksum(length, offset, payload)) return {FrameView::State::Damaged, {}, 0};
    return {FrameView::State::Whole, payload, kFrameHeader + length};
}

}  // namespace seekbench
