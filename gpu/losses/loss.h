// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/experiment/kind.h"
#include "gpu/model/named_tensor.h"

namespace seekbench {

// A Loss tells how wrong an output is. Outputs and targets are those of wantedOutput() (core/experiment/task.h), with the batch as
// dimension 0; it computes in single precision whatever the output's type. One thread owns it.
class Loss {
public:
    virtual ~Loss() = default;
    // The mean over the batch (and over the positions that count), 0-dimensional.
    virtual at::Tensor mean(const at::Tensor& output, const at::Tensor& target) const = 0;
    // What is trained besides the model's weights.
    virtual std::vector<NamedTensor> parameters() const { return {}; }
    virtual void moveTo(const at::Device&) {}
};

// How often each class occurs among the training samples, for losses that balance classes; empty: not known, no balance.
using ClassCountsOfTraining = std::vector<std::int64_t>;

// The half of a row of lossKinds() that computes.
struct TorchLoss {
    std::string_view id;
    std::unique_ptr<Loss> (*make)(const Parameters& parameters, const ClassCountsOfTraining& counts);
};
std::span<const TorchLoss> torchLosses();

// The loss that is chosen; an error for an unknown id or wrong parameters.
Result<std::unique_ptr<Loss>> makeLoss(const Choice& choice, const ClassCountsOfTraining& counts = {});

}  // namespace seekbench
