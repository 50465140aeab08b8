// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/operators/families/families.h"

// What the operators that weight positions by how well they fit have in common.

namespace seekbench {

// Whether an optional port has an edge.
inline bool isConnected(const TensorType& input) { return !input.shape.empty(); }

// The optional port "mask": (batch, source) hides positions of the source from all, (batch, sequence, source) from each position by
// itself. Whole numbers: 0 hides, anything else shows. Real numbers are added to the scores.
PortSpec maskPort();
// Demands that a connected mask fits scores of these extents.
bool demandMask(Demands& demands, const TensorType& mask, const Dimension& batch, const Dimension& length, const Dimension& source);
ParameterSpec causalSpec();

}  // namespace seekbench
