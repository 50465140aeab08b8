// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <ATen/core/Tensor.h>

namespace seekbench {

// Losses of classes in two passes over memory, with the gradient computed in the second. All take output (batch, classes, height …) with
// target (batch, height …), or (rows, classes) with (rows); the numbers are those of gpu/losses/class_losses.cpp. Nothing comes back when
// the tensors are not for the kernels (other device or type, too many classes): then the caller goes LibTorch's way.
// A target that is neither a class nor ignored raises c10::Error.

// diceWeight · (1 − mean over the foreground of (2 Σ p g + smooth) / (Σ p² + Σ g² + smooth)) + focalWeight · mean focal loss.
struct DiceFocalSettings {
    double diceWeight = 1, smooth = 1;
    double focalWeight = 1, gamma = 2;
    double alphaBackground = 1, alphaForeground = 1;
};
std::optional<at::Tensor> fusedDiceFocal(const at::Tensor& output, const at::Tensor& target, const DiceFocalSettings& settings);

// Mean cross entropy, weighted by class (`weights` undefined: all alike), as at::cross_entropy_loss. Of no position that counts it is
// `whenEmpty`.
std::optional<at::Tensor> fusedCrossEntropy(const at::Tensor& output, const at::Tensor& target, const at::Tensor& weights, double smoothing,
                                            double whenEmpty);

}  // namespace seekbench
