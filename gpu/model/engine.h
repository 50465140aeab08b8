// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/evaluation/curves.h"
#include "core/experiment/experiment.h"
#include "gpu/model/named_tensor.h"
#include "gpu/model/non_finite.h"

namespace seekbench {

class MetricAccumulator;

// What one training step leaves behind: scalars (0-dimensional), perhaps still on the device, read when they are needed.
struct StepResult {
    at::Tensor loss;               // mean over the batch, before the update
    at::Tensor gradientNorm;       // L2 over all gradients, before they are clipped and before the update
    at::Tensor observations = {};  // one number for each of Engine::observationNames(); undefined when there are none
    // Of an engine that scalesLoss(): the scale of this step, the updates skipped so far, whether this one was.
    double lossScale = 1;
    std::int64_t skippedSteps = 0;
    bool skipped = false;
    // The first value that is not finite. Told once in an engine's life, when loss or gradients are the first time not finite, as far as it
    // can be found without waiting for the device at every step: on the processor. With the setting detectAnomalies: on every device and
    // at every such step, and then, unless the step was skipped, there was no update and the run shall end.
    std::optional<NonFiniteValue> nonFinite = std::nullopt;
};

// How large the gradients of a step were; see core/run/gradient_range.h.
struct GradientSizes {
    std::vector<CurvePoint> plain;   // as the update got them, before clipping
    std::vector<CurvePoint> scaled;  // multiplied by the loss scale; empty without one
    bool operator==(const GradientSizes&) const = default;
};

// An Engine computes: it owns the weights, the optimizer's state and the way from a batch to an update. Trainer,
// checkpoints and series do not know which engine runs. One thread owns it.
class Engine {
public:
    virtual ~Engine() = default;

    // What layers tell about each training step: "block/experts.dropped_tokens", path of the node and name within it.
    virtual std::vector<std::string> observationNames() const { return {}; }
    // Whether StepResult tells of a loss scale: of runs in fp16.
    virtual bool scalesLoss() const { return false; }
    // The next trainStep() counts how large its gradients are; afterwards they can be taken, once.
    virtual void measureGradients() {}
    virtual std::optional<GradientSizes> takeGradientSizes() { return std::nullopt; }
    // Forward, loss, backward, update with learning rate × factor. `metrics` get the outputs and targets of the step. What layers add to
    // the loss takes part in the gradients and is not in StepResult::loss, so that it compares with evaluate().
    // The batch is computed in as many parts as the settings say, each weighted by its share of the samples; `metrics` see all of it.
    virtual StepResult trainStep(const std::vector<at::Tensor>& inputs, const at::Tensor& target, double learningRateFactor,
                                 std::span<const std::unique_ptr<MetricAccumulator>> metrics) = 0;
    // Forward in evaluation mode, with the averaged weights where there are; the mean loss over the batch (0-dimensional). No gradients, no
    // state changed.
    virtual at::Tensor evaluate(const std::vector<at::Tensor>& inputs, const at::Tensor& target,
                                std::span<const std::unique_ptr<MetricAccumulator>> metrics) = 0;

    // Forward in evaluation mode, with the averaged weights where there are: the outputs of the graph's Output nodes, in single precision.
    // No gradients, no state changed, no random numbers drawn.
    virtual std::vector<at::Tensor> predict(const std::vector<at::Tensor>& inputs) = 0;

    // Parameters and buffers, with what the loss learns: live or copies, to be read; loadWeights() changes them.
    virtual std::vector<NamedTensor> weights() = 0;
    // What else the next steps depend on, likewise: of the optimizer, the loss scaler ("loss_scaler.…") and the averaged weights ("ema.…").
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

}  // namespace seekbench
