// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace seekbench {

// The elements of arrays in files.
enum class NumberType { UInt8, Int8, UInt16, Int16, UInt32, Int32, UInt64, Int64, Float16, Float32, Float64 };

std::int64_t bytesOf(NumberType type);
bool isWhole(NumberType type);

// Turns elements in the order `order` into those of this machine, in place. The size is a multiple of the element's.
void toNativeOrder(std::span<std::byte> elements, NumberType type, std::endian order);

// The elements as floats or doubles: out[i] for each whole element in `elements`, which are in this machine's order.
void toFloats(std::span<const std::byte> elements, NumberType type, float* out);
void toDoubles(std::span<const std::byte> elements, NumberType type, double* out);
// Real numbers are cut to whole ones; what no int64 can hold becomes its nearest, NaN becomes 0.
void toIntegers(std::span<const std::byte> elements, NumberType type, std::int64_t* out);

}  // namespace seekbench
