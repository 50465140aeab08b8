// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/experiment/experiment.h"
#include "core/graph/expand.h"
#include "gpu/profile/collector.h"

namespace seekbench {

// The layers of an experiment with the work that one training step of a whole batch gives each, by formula:
//   forward   2 FLOPs for each multiply-add of the operator's cost rule; inputs, parameters and outputs once
//   backward  once more for the gradients of the parameters, and once for those of the inputs where anyone wants them; the gradients of the
//             outputs, inputs and parameters once, and what the gradients of both are written to
// Nothing is said about a layer whose sizes are not known beforehand, nor with gradient accumulation that does not divide the batch.
std::vector<ProfiledLayer> profiledLayers(const Experiment& experiment);

}  // namespace seekbench
