// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>

#include "core/data/dataset.h"

namespace seekbench {

// Makes `tensor` hold `count` samples of `extents`, reusing its memory, and returns where the first begins. What it holds is not defined.
inline float* prepareFloats(HostTensor& tensor, std::size_t count, std::span<const std::int64_t> extents) {
    tensor.element = ElementType::Float;
    tensor.sizes.assign(1, static_cast<std::int64_t>(count));
    tensor.sizes.insert(tensor.sizes.end(), extents.begin(), extents.end());
    for (const std::int64_t extent : extents) count *= static_cast<std::size_t>(extent);
    tensor.integers.clear();
    tensor.floats.resize(count);
    return tensor.floats.data();
}
inline std::int64_t* prepareIntegers(HostTensor& tensor, std::size_t count, std::span<const std::int64_t> extents) {
    tensor.element = ElementType::Integer;
    tensor.sizes.assign(1, static_cast<std::int64_t>(count));
    tensor.sizes.insert(tensor.sizes.end(), extents.begin(), extents.end());
    for (const std::int64_t extent : extents) count *= static_cast<std::size_t>(extent);
    tensor.floats.clear();
    tensor.integers.resize(count);
    return tensor.integers.data();
}

}  // namespace seekbench
