// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inner loops of the optimizers on the CPU, free of torch: plain float arrays, one pass over memory for the update and for the
// gradient's norm together. With 256-bit vectors Adam's root and division take about as long as its four streams from the cache.

#include <cstdint>
#include <variant>

namespace seekbench {

// One update of one parameter p with gradient g. The numbers are those of the moment: the learning rate with its schedule, the bias
// corrections of this step.

// g' = g + weightDecay·p;  buffer = momentum·buffer + g';  p −= learningRate·(nesterov ? g' + momentum·buffer : buffer)
// (torch.optim.SGD with dampening 0.) Without momentum there is no buffer and g' stands in its place.
struct SgdUpdate {
    double learningRate = 0;
    double momentum = 0;
    double weightDecay = 0;
    bool nesterov = false;
};

// g' = g + weightDecay·p;  m = β1·m + (1−β1)·g';  v = β2·v + (1−β2)·g'²;  p = shrink·p − stepSize·m / (√v / rootCorrection + epsilon)
// with stepSize = learningRate / (1 − β1^t) and rootCorrection = √(1 − β2^t).
// (torch.optim.Adam. AdamW has weightDecay 0 and shrink = 1 − learningRate·decay instead.)
struct AdamUpdate {
    double stepSize = 0;
    double beta1 = 0;
    double beta2 = 0;
    double epsilon = 0;
    double rootCorrection = 1;
    double weightDecay = 0;
    double shrink = 1;
};

// c = β1·m + (1−β1)·g;  p = shrink·p − learningRate·sign(c);  m = β2·m + (1−β2)·g  with shrink = 1 − learningRate·decay
// (Chen et al. 2023, algorithm 2). The sign of zero is zero.
struct LionUpdate {
    double learningRate = 0;
    double beta1 = 0;
    double beta2 = 0;
    double shrink = 1;
};

using OptimizerUpdate = std::variant<SgdUpdate, AdamUpdate, LionUpdate>;

// A stretch of a parameter, of its gradient and of the optimizer's state; the four do not overlap.
struct OptimizerSlice {
    float* parameter = nullptr;
    const float* gradient = nullptr;
    float* moments[2] = {nullptr, nullptr};  // SGD: buffer or nothing; Adam: mean, mean of squares; Lion: mean
    std::int64_t count = 0;
};

// Performs the update and returns the sum of the squares of the gradient, summed in single precision: callers cut long tensors into slices
// and add these up in double. The update is bit-equal on all processors; the order in which the squares are summed is the processor's.
double applyUpdate(const OptimizerUpdate& update, const OptimizerSlice& slice);

}  // namespace seekbench
