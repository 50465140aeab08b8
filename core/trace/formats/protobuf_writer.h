// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace seekbench {

// Writes one protobuf message: fields by number in the wire format (protobuf.dev/programming-guides/encoding). A message within a message
// is written first and put in as bytes.
class ProtobufMessage {
public:
    void number(std::uint32_t field, std::uint64_t value) {
        key(field, 0);
        varint(value);
    }
    void fixed64(std::uint32_t field, std::uint64_t value) {
        key(field, 1);
        for (int i = 0; i < 8; ++i) m_bytes.push_back(static_cast<char>(value >> (8 * i)));
    }
    void real(std::uint32_t field, double value) { fixed64(field, std::bit_cast<std::uint64_t>(value)); }
    void bytes(std::uint32_t field, std::string_view value) {
        key(field, 2);
        varint(value.size());
        m_bytes += value;
    }
    void message(std::uint32_t field, const ProtobufMessage& value) { bytes(field, value.m_bytes); }

    bool empty() const { return m_bytes.empty(); }
    void clear() { m_bytes.clear(); }
    const std::string& text() const { return m_bytes; }

private:
    void key(std::uint32_t field, unsigned type) { varint(std::uint64_t{field} << 3 | type); }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) m_bytes.push_back(static_cast<char>(value | 0x80));
        m_bytes.push_back(static_cast<char>(value));
    }
    std::string m_bytes;
};

}  // namespace seekbench
