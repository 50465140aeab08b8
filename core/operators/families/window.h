// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

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

// What an operator over length (1 axis), height and width (2), depth, height and width (3) demands of its input:
// (batch, channels, one extent for each axis).
std::vector<Extent> channelsAndAxes(Extent channels, std::size_t axes);

// Demands that an axis of this extent has the numbers that the padding repeats: reflect goes on behind the edge, circular at the other
// end. All other modes need none.
bool demandPaddingSource(Demands& demands, std::string_view mode, std::int64_t padding, const Dimension& extent, const Shape& input);

}  // namespace seekbench
