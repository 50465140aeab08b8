// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of torchLosses() that have files of their own.

#include "gpu/losses/loss.h"

namespace seekbench {

std::unique_ptr<Loss> crossEntropyLoss(const Parameters& parameters, const ClassCountsOfTraining& counts);
std::unique_ptr<Loss> focalLoss(const Parameters& parameters, const ClassCountsOfTraining& counts);
std::unique_ptr<Loss> diceLoss(const Parameters& parameters, const ClassCountsOfTraining& counts);
std::unique_ptr<Loss> diceFocalLoss(const Parameters& parameters, const ClassCountsOfTraining& counts);
std::unique_ptr<Loss> detectionLoss(const Parameters& parameters, const ClassCountsOfTraining& counts);

// The function of a row as a Loss.
template <class Function>
class FunctionLoss final : public Loss {
public:
    explicit FunctionLoss(Function function) : m_function(std::move(function)) {}
    at::Tensor mean(const at::Tensor& output, const at::Tensor& target) const override { return m_function(output, target); }

private:
    Function m_function;
};
template <class Function>
std::unique_ptr<Loss> lossOf(Function function) {
    return std::make_unique<FunctionLoss<Function>>(std::move(function));
}

}  // namespace seekbench
