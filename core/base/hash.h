// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace seekbench {

// CRC-32C (Castagnoli polynomial 0x1EDC6F41, reflected, initial and final xor 0xFFFFFFFF; RFC 3720, appendix B.4).
// `seed` is the crc of the bytes before, so that crc32c(b, crc32c(a)) is the crc of a followed by b.
std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t seed = 0);

// A fingerprint names a content: 32 hexadecimal digits of XXH3-128. Good against accidents, not against forgery.
std::string fingerprintOf(std::string_view text);

// Fingerprint of a content that comes in pieces.
class Fingerprint {
public:
    Fingerprint();
    ~Fingerprint();
    void add(std::span<const std::byte> bytes);
    std::string hex() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace seekbench
