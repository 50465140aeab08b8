// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/window.h"

#include <cassert>

#include "core/operators/parameters.h"

namespace seekbench {

Dimension Window::positions(const Dimension& extent) const {
    const Dimension reach = Dimension(dilation) * Dimension(size - 1) + 1;
    const Dimension room = extent + Dimension(2) * Dimension(padding) - reach;
    if (!ceilMode) return room.dividedBy(stride) + 1;
    const Dimension rounded = (room + (stride - 1)).dividedBy(stride) + 1;
    const auto steps = (rounded - 1).integer();
    const auto end = (extent + padding).integer();
    if (!steps || !end) return stride == 1 ? rounded : Dimension::opaque("ceil((" + room.text() + ")/" + std::to_string(stride) + ") + 1");
    // The last window must begin inside the input or its left padding; one that would lie in the right padding is dropped.
    return *steps * stride >= *end ? rounded - 1 : rounded;
}

bool Window::demandFit(Demands& demands, const Dimension& positions, const Shape& input) const {
    return positions.integer().value_or(1) >= 1 ||
           demands.refuse("input",
                          say("A window of %1 (dilation %2) does not fit into the input with padding %3.", size, dilation, padding), {},
                          input);
}

std::vector<Extent> channelsAndAxes(Extent channels, std::size_t axes) {
    assert(axes >= 1 && axes <= 3);
    if (axes == 1) return {"batch", std::move(channels), "length"};
    if (axes == 2) return {"batch", std::move(channels), "height", "width"};
    return {"batch", std::move(channels), "depth", "height", "width"};
}

bool demandPaddingSource(Demands& demands, std::string_view mode, std::int64_t padding, const Dimension& extent, const Shape& input) {
    const std::int64_t needed = mode == parameter::kPadReflect ? padding + 1 : mode == parameter::kPadCircular ? padding : 0;
    return extent.integer().value_or(needed) >= needed ||
           demands.refuse(
               "input",
               say("A padding of %1 with %2 needs an extent of at least %3, and the input has %4.", padding, mode, needed, extent.text()),
               {}, input);
}

}  // namespace seekbench
