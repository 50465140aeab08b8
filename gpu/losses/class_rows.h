// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/ATen.h>

#include "core/experiment/task.h"

namespace seekbench {

// Outputs with the classes as dimension 1, and targets of the same extents without it: (rows, classes) for one class a sample and for
// sequences, whose positions become rows; (batch, classes, height, width …) for pictures and volumes. Views where it can be.
struct ClassRows {
    at::Tensor output, target;
    at::Tensor counts() const { return target.ne(kIgnoredClass); }  // whether a position takes part
};
inline ClassRows classRows(const at::Tensor& output, const at::Tensor& target) {
    if (classDimension(static_cast<std::size_t>(target.dim() - 1)) == 1) return {output, target};
    return {output.flatten(0, 1), target.flatten()};
}

}  // namespace seekbench
