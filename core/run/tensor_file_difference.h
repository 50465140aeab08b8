// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace seekbench {

// The first tensor, in the order of names, in which two safetensors files differ.
struct TensorDifference {
    std::string tensor;
    bool sameShape = true;        // false: one file lacks it, or its type or shape is another; the figures below are 0 then
    std::int64_t elements = 0;    // that differ in at least one bit
    std::int64_t ofElements = 0;  // that there are
    double greatest = 0;          // greatest absolute difference; 0 for types other than F32 and F64, NaN where one side is NaN
    bool operator==(const TensorDifference&) const = default;
};

// Nothing when all tensors are equal to the bit. Needs no torch, and no memory for the tensors. An error: a file cannot be read or is
// not whole.
Result<std::optional<TensorDifference>> firstDifferentTensor(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace seekbench
