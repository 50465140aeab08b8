// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace seekbench {

// The connected parts of a mask. Two positions are neighbours when they differ by at most one in every direction (8 neighbours in a
// picture, 26 in a volume), so that a thin slanted object stays whole.
struct Components {
    std::vector<std::int32_t> labels;  // of each position: 0 is background, 1 … count a part, numbered in the order they are met
    std::int32_t count = 0;
};

// `mask` is row-major with one to three extents; a value other than 0 belongs to an object.
Components componentsOf(std::span<const std::uint8_t> mask, std::span<const std::int64_t> extents);

}  // namespace seekbench
