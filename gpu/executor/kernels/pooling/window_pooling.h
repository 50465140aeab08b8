// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "gpu/executor/kernel.h"

namespace seekbench::executor {

// Along one axis: the places of each window, in their order, and by how many a mean divides.
struct AxisWindow {
    std::vector<std::int64_t> places;
    std::int64_t divisor = 1;
};
using AxisWindows = std::vector<AxisWindow>;

// PyTorch's adaptive pooling: window i goes from ⌊i · in / out⌋ to ⌈(i + 1) · in / out⌉.
AxisWindows adaptiveWindows(std::int64_t in, std::int64_t out);

enum class Pooled { Greatest, Mean };

// Pooling with windows of any kind, in rows; for those that the faster kernels do not take. `axes`: of all dimensions behind the channels.
BuiltKernel buildWindowPooling(NodeBuilder& node, Pooled pooled, std::vector<AxisWindows> axes);
// With the parameters of a MaxPool or AvgPool.
BuiltKernel buildWindowPooling(NodeBuilder& node, Pooled pooled);

}  // namespace seekbench::executor
