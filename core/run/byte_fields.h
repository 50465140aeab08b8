// SPDX-License-Identifier: Apache-2.0
#pragma once

// Little-endian fields of the small binary files in a run folder, whatever the machine.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace seekbench {

template <class Integer>
void put(std::string& out, Integer value) {
    for (std::size_t i = 0; i < sizeof value; ++i) out.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i)));
}
inline void put(std::string& out, float value) { put(out, std::bit_cast<std::uint32_t>(value)); }
inline void put(std::string& out, double value) { put(out, std::bit_cast<std::uint64_t>(value)); }
// u32 length, then the bytes.
inline void put(std::string& out, std::string_view text) {
    put(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

// Reads fields one after another; once a field does not fit, everything is zero and `whole()` false.
class ByteFields {
public:
    explicit ByteFields(std::string_view bytes) : m_bytes(bytes) {}

    template <class Integer>
    Integer take() {
        std::uint64_t value = 0;
        if (!has(sizeof(Integer))) return {};
        for (std::size_t i = 0; i < sizeof(Integer); ++i) value |= std::uint64_t{static_cast<unsigned char>(m_bytes[i])} << (8 * i);
        m_bytes.remove_prefix(sizeof(Integer));
        return static_cast<Integer>(value);
    }
    float takeFloat() { return std::bit_cast<float>(take<std::uint32_t>()); }
    double takeDouble() { return std::bit_cast<double>(take<std::uint64_t>()); }
    std::string text(std::size_t length) {
        if (!has(length)) return {};
        std::string result(m_bytes.substr(0, length));
        m_bytes.remove_prefix(length);
        return result;
    }
    std::string takeText() { return text(take<std::uint32_t>()); }
    // A count of things of at least `bytesEach`; 0 when so many do not fit, so that no memory is asked for in vain.
    std::size_t takeCount(std::size_t bytesEach) {
        const auto count = std::size_t{take<std::uint32_t>()};
        return has(count * bytesEach) ? count : 0;
    }
    bool has(std::size_t count) { return m_whole = m_whole && m_bytes.size() >= count; }
    bool whole() const { return m_whole; }
    bool atEnd() const { return m_whole && m_bytes.empty(); }

private:
    std::string_view m_bytes;
    bool m_whole = true;
};

}  // namespace seekbench
