// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// Loops over rows of numbers that are combined with others, of which there may be only one for the whole row (`step` 0). For one thread
// and for the instruction set of the processor.

namespace seekbench::executor {

enum class Combination { Add, Subtract, Multiply, Divide };

// out = a ∘ b
void combineRow(Combination combination, float* out, const float* a, bool stepA, const float* b, bool stepB, std::int64_t columns);
// The slope by a (operand 0) or b (1) of each result.
void combineRowBack(Combination combination, std::size_t operand, float* out, const float* slopes, const float* a, bool stepA,
                    const float* b, bool stepB, std::int64_t columns);

// The greatest of a row and `least`, and the greater of each pair; what is no number stays.
float greatestOf(const float* row, std::int64_t columns, float least);
void takeGreater(float* most, const float* row, std::int64_t columns);
// How many numbers are equal to `most`, added to `counts`: one for all, or one for each.
void countEqual(float* counts, const float* row, const float* most, bool step, std::int64_t columns);
// slopes = share / counts where row is equal to most, else 0.
void giveToEqual(float* slopes, const float* row, const float* most, const float* share, const float* counts, bool step,
                 std::int64_t columns);

// y = x where it is above 0, else x · slope; and back: the slope by x, and those by the slope, which are added to `sums` (one for all, or
// one for each).
void bendRow(float* out, const float* in, const float* slope, bool step, std::int64_t columns);
void bendRowBack(float* inSlopes, float* sums, const float* outSlopes, const float* in, const float* slope, bool step,
                 std::int64_t columns);

}  // namespace seekbench::executor
