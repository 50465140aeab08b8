// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/experiment/experiment.h"
#include "gpu/model/named_tensor.h"

namespace seekbench {

class MetricAccumulator;

// What one training step leaves behind: scalars (0-dimensional), perhaps still on the device, read when they are needed.
struct StepResult {
    at::Tensor loss;          // mean over the batch, before the update
    at::Tensor gradientNorm;  // L2 over all gradients, before the update
    at::Tensor observations = {};  // one number for each of Engine::observationNames(); undefined when there are none
};

// An Engine computes: it owns the weights, the optimizer's state and the way from a batch to an update. Trainer,
// checkpoints and series do not know which engine runs. One thread owns it.
class Engine {
public:
    virtual ~Engine() = default;

    // What layers tell about each training step: "block/experts.dropped_tokens", path of the node and name within it.
    virtual std::vector<std::string> observationNames() const { return {}; }
    // Forward, loss, backward, update with learning rate × factor. `metrics` get the outputs and targets of the step. What layers add to
    // the loss takes part in the gradients and is not in StepResult::loss, so that it compares with evaluate().
    virtual StepResult trainStep(const std::vector<at::Tensor>& inputs, const at::Tensor& target, double learningRateFactor,
                                 std::span<const std::unique_ptr<MetricAccumulator>> metrics) = 0;
    // Forward in evaluation mode; the mean loss over the batch (0-dimensional). No gradients, no state changed.
    virtual at::Tensor evaluate(const std::vector<at::Tensor>& inputs, const at::Tensor& target,
                                std::span<const std::unique_ptr<MetricAccumulator>> metrics) = 0;

    // Forward in evaluation mode: the outputs of the graph's Output nodes. No gradients, no state changed, no random numbers drawn.
    virtual std::vector<at::Tensor> predict(const std::vector<at::Tensor>& inputs) = 0;

    // Parameters and buffers, live, with what the loss learns: what is written into them is used by the next step.
    virtual std::vector<NamedTensor> weights() = 0;
    virtual std::vector<NamedTensor> optimizerState() = 0;
    // Names, types and shapes must be those of weights() / optimizerState(); an error says which is not, and nothing changes.
    virtual Result<void> loadWeights(const std::vector<NamedTensor>& weights) = 0;
    virtual Result<void> loadOptimizerState(const std::vector<NamedTensor>& state) = 0;
};

// The oracle: LibTorch autograd. Draws the initial weights from the global generator (seed it before), in the model's order,
// with PyTorch's own initialisation, so that the same layers start at the same loss as in Python.
// The experiment must have passed check(). `classCounts`: how often each class occurs among the training samples, for losses that balance
// them; empty: not known. Errors: device not present, not enough memory.
Result<std::unique_ptr<Engine>> makeReferenceEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts = {});

// A static plan of fused kernels instead of autograd (gpu/executor), with the initial weights of the reference engine. Errors: a node
// without a kernel, a setting that it does not know, each with its reason.
Result<std::unique_ptr<Engine>> makeCompiledEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts = {});

}  // namespace seekbench
