// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/data/dataset.h"
#include "core/experiment/experiment.h"
#include "core/graph/expand.h"

namespace seekbench {

// Whether samples, graph, loss, metrics and numbers of samples go together; `model` is the experiment's graph, expanded.
// check() asks with what is known of a dataset without its files, the worker asks again with the spec of the opened
// one. What the spec leaves open (no inputs, no sizes) is not complained about.
std::vector<Diagnostic> checkFit(const Experiment& experiment, const Model& model, const SampleSpec& sample);

}  // namespace seekbench
