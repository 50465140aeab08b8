// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace seekbench {

// Something that a model has found: where, and how sure it is.
struct Candidate {
    double score = 0;                // the highest probability in it
    std::array<double, 3> centre{};  // the last extent first; each position weighted by its probability
    bool operator==(const Candidate&) const = default;
};

// No more than the surest of one scan are kept: nobody looks at more, and what an untrained model says is noise.
inline constexpr std::size_t kMostCandidates = 256;

// The candidates in a map of probabilities with one to three extents, the surest first. The map is cut at levels from 0.99 down to 0.02; a
// connected part (as in componentsOf()) of what lies above a level is a candidate at the highest level at which it is there, so that every
// hill is one: a faint object is found although its probability is below 0.5, and two objects that touch at a low level count as two. One
// pass by union-find from the top down, as component trees are built (Najman and Couprie 2006).
std::vector<Candidate> candidatesOf(std::span<const float> probability, std::span<const std::int64_t> extents);

}  // namespace seekbench
