// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <new>

#include <xxhash.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <nmmintrin.h>
#endif

namespace seekbench {
namespace {

constexpr std::array<std::uint32_t, 256> makeTable() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) ? 0x82F63B78u : 0u);
        table[i] = crc;
    }
    return table;
}
constexpr auto kTable = makeTable();

std::uint32_t portable(std::uint32_t crc, std::span<const std::byte> bytes) {
    for (const std::byte byte : bytes) crc = kTable[(crc ^ static_cast<std::uint32_t>(byte)) & 0xFF] ^ (crc >> 8);
    return crc;
}

#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("sse4.2"))) std::uint32_t accelerated(std::uint32_t crc, std::span<const std::byte> bytes) {
    std::uint64_t wide = crc;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + i, 8);
        wide = _mm_crc32_u64(wide, word);
    }
    return portable(static_cast<std::uint32_t>(wide), bytes.subspan(i));
}
#endif

std::string hexOf(XXH128_hash_t hash) {
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64), static_cast<unsigned long long>(hash.low64));
    return text;
}

}  // namespace

std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t seed) {
#if defined(__x86_64__) && defined(__GNUC__)
    static const bool hardware = __builtin_cpu_supports("sse4.2");
    if (hardware) return ~accelerated(~seed, bytes);
#endif
    return ~portable(~seed, bytes);
}

std::string fingerprintOf(std::string_view text) { return hexOf(XXH3_128bits(text.data(), text.size())); }

struct Fingerprint::State {
    XXH3_state_t* xxh = XXH3_createState();
    ~State() { XXH3_freeState(xxh); }
};

Fingerprint::Fingerprint() : m_state(std::make_unique<State>()) {
    if (m_state->xxh == nullptr) throw std::bad_alloc();
    XXH3_128bits_reset(m_state->xxh);
}
Fingerprint::~Fingerprint() = default;

void Fingerprint::add(std::span<const std::byte> bytes) { XXH3_128bits_update(m_state->xxh, bytes.data(), bytes.size()); }

std::string Fingerprint::hex() const { return hexOf(XXH3_128bits_digest(m_state->xxh)); }

}  // namespace seekbench
