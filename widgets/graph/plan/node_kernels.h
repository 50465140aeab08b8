// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/kernel_plan.h"
#include "widgets/graph/node_style.h"

namespace seekbench {

// Puts on a node's face which kernel computes it and how much is kept of it; one that is computed together with a node before it says with
// which, one with others in it how many kernels there are. `path`: of the node, as the canvas says it.
void showKernel(NodeFace& face, const std::string& path, const KernelPlan& plan);

// "23 kernels for 38 layers, 18.3 MB at batch size 64", or why there are none.
QString planSentence(const KernelPlan& plan);

}  // namespace seekbench
