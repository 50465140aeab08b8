// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/loss.h"

#include <algorithm>

#include <ATen/ATen.h>

namespace seekbench {
namespace {

at::Tensor crossEntropy(const at::Tensor& output, const at::Tensor& target) {
    return at::cross_entropy_loss(output.to(at::kFloat), target);
}

at::Tensor meanSquaredError(const at::Tensor& output, const at::Tensor& target) {
    return at::mse_loss(output.to(at::kFloat), target.to(at::kFloat));
}

}  // namespace

std::span<const TorchLoss> torchLosses() {
    static constexpr TorchLoss kLosses[] = {{"cross_entropy", crossEntropy}, {"mse", meanSquaredError}};
    return kLosses;
}

const TorchLoss* findTorchLoss(std::string_view id) {
    const auto row = std::ranges::find(torchLosses(), id, &TorchLoss::id);
    return row == torchLosses().end() ? nullptr : &*row;
}

}  // namespace seekbench
