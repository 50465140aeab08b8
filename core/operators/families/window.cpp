// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/window.h"

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

}  // namespace seekbench
