// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string_view>
#include <vector>

namespace seekbench::test {

using Bytes = std::vector<std::byte>;

// Damages bytes at random, the same on every run: bits, telling values, cuts, insertions, and numbers that headers written as text hold.
class Mutator {
public:
    std::size_t below(std::size_t limit) { return limit ? m_random() % limit : 0; }
    void mutate(Bytes& bytes) {
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
            const std::size_t place = below(bytes.size());
            switch (below(5)) {
                case 0:
                    if (!bytes.empty()) bytes[place] ^= std::byte(1u << below(8));
                    break;
                case 1:
                    if (!bytes.empty()) bytes[place] = kTelling[below(std::size(kTelling))];
                    break;
                case 2: bytes.resize(place); break;
                case 3: bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(place), 1 + below(8), std::byte(m_random())); break;
                default:
                    for (std::size_t i = place; i < std::min(place + 4, bytes.size()); ++i) bytes[i] = std::byte(m_random());
            }
        }
    }
    // Puts a number that no size or distance should be where some digit stands.
    void mutateNumber(Bytes& bytes) {
        const auto isDigit = [](std::byte byte) { return byte >= std::byte{'0'} && byte <= std::byte{'9'}; };
        const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size()));
        const auto digit = std::find_if(from, bytes.end(), isDigit);
        if (digit == bytes.end()) return;
        const std::string_view number = kNumbers[below(std::size(kNumbers))];
        const auto place = digit - bytes.begin();
        bytes.erase(digit);
        for (std::size_t i = 0; i < number.size(); ++i)
            bytes.insert(bytes.begin() + place + static_cast<std::ptrdiff_t>(i), std::byte(number[i]));
    }

private:
    static constexpr std::byte kTelling[] = {std::byte{0}, std::byte{1}, std::byte{4}, std::byte{0x7F}, std::byte{0x80}, std::byte{0xFF}};
    static constexpr std::string_view kNumbers[] = {"0", "-1", "nan", "inf", "1e308", "1000000000000", "9223372036854775807", "3.5", ""};
    std::mt19937 m_random{20261122};
};

}  // namespace seekbench::test
