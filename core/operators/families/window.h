// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/operators/demands.h"

namespace seekbench {

// What convolution and pooling share: a window that slides along one axis.
struct Window {
    std::int64_t size = 1, stride = 1, padding = 0, dilation = 1;
    bool ceilMode = false;

    // How many positions the window takes on an axis of this extent (the formulas of torch.nn.Conv2d and torch.nn.MaxPool2d).
    Dimension positions(const Dimension& extent) const;
    // Demands that there is a position at all.
    bool demandFit(Demands& demands, const Dimension& positions, const Shape& input) const;
};

}  // namespace seekbench
