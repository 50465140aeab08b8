// SPDX-License-Identifier: Apache-2.0
#include "core/data/readers/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace seekbench {
namespace {

// IEEE 754 binary16, by its bits.
struct Half {
    std::uint16_t bits;
};

float value(Half half) {
    const int exponent = half.bits >> 10 & 0x1F, fraction = half.bits & 0x3FF;
    const float sign = half.bits & 0x8000 ? -1.0f : 1.0f;
    if (exponent == 0) return sign * std::ldexp(static_cast<float>(fraction), -24);
    if (exponent == 31) return fraction ? std::numeric_limits<float>::quiet_NaN() : sign * std::numeric_limits<float>::infinity();
    return sign * std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
}
template <class Number>
Number value(Number number) {
    return number;
}

std::int64_t wholeOf(double number) {
    if (!(std::abs(number) < 9.2e18)) return number > 0 ? INT64_MAX : number < 0 ? INT64_MIN : 0;
    return static_cast<std::int64_t>(number);
}

// Calls `work` with a value of the C++ type that `type` stands for.
template <class Work>
void withType(NumberType type, Work work) {
    switch (type) {
        case NumberType::UInt8: return work(std::uint8_t{});
        case NumberType::Int8: return work(std::int8_t{});
        case NumberType::UInt16: return work(std::uint16_t{});
        case NumberType::Int16: return work(std::int16_t{});
        case NumberType::UInt32: return work(std::uint32_t{});
        case NumberType::Int32: return work(std::int32_t{});
        case NumberType::UInt64: return work(std::uint64_t{});
        case NumberType::Int64: return work(std::int64_t{});
        case NumberType::Float16: return work(Half{});
        case NumberType::Float32: return work(float{});
        case NumberType::Float64: return work(double{});
    }
}

template <class Out, class Convert>
void convert(std::span<const std::byte> elements, NumberType type, Out* out, Convert make) {
    withType(type, [&](auto like) {
        using Element = decltype(like);
        const std::size_t count = elements.size() / sizeof(Element);
        for (std::size_t i = 0; i < count; ++i) {
            Element element;
            std::memcpy(&element, elements.data() + i * sizeof(Element), sizeof element);  // bytes of a file need not be aligned
            out[i] = make(value(element));
        }
    });
}

}  // namespace

std::int64_t bytesOf(NumberType type) {
    std::int64_t bytes = 0;
    withType(type, [&](auto like) { bytes = sizeof like; });
    return bytes;
}

bool isWhole(NumberType type) { return type != NumberType::Float16 && type != NumberType::Float32 && type != NumberType::Float64; }

void toNativeOrder(std::span<std::byte> elements, NumberType type, std::endian order) {
    if (order == std::endian::native) return;
    const auto width = static_cast<std::size_t>(bytesOf(type));
    for (std::size_t at = 0; at + width <= elements.size(); at += width) std::ranges::reverse(elements.subspan(at, width));
}

void toFloats(std::span<const std::byte> elements, NumberType type, float* out) {
    convert(elements, type, out, [](auto number) { return static_cast<float>(number); });
}

void toDoubles(std::span<const std::byte> elements, NumberType type, double* out) {
    convert(elements, type, out, [](auto number) { return static_cast<double>(number); });
}

void toIntegers(std::span<const std::byte> elements, NumberType type, std::int64_t* out) {
    convert(elements, type, out, [](auto number) -> std::int64_t {
        if constexpr (std::is_floating_point_v<decltype(number)>) return wholeOf(static_cast<double>(number));
        if constexpr (std::is_same_v<decltype(number), std::uint64_t>)
            return static_cast<std::int64_t>(std::min<std::uint64_t>(number, INT64_MAX));
        else
            return static_cast<std::int64_t>(number);
    });
}

}  // namespace seekbench
