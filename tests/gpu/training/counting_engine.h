// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include <ATen/ATen.h>

#include "gpu/model/engine.h"

namespace seekbench {

// An engine that computes nothing: its only weight counts the steps. `beforeStep` may throw or slow it down.
class CountingEngine : public Engine {
public:
    StepResult trainStep(const std::vector<at::Tensor>&, const at::Tensor&, double,
                         std::span<const std::unique_ptr<MetricAccumulator>>) override {
        if (beforeStep) beforeStep();
        weight.add_(1);
        return {.loss = at::scalar_tensor(loss), .gradientNorm = at::scalar_tensor(1.0)};
    }
    at::Tensor evaluate(const std::vector<at::Tensor>&, const at::Tensor&, std::span<const std::unique_ptr<MetricAccumulator>>) override {
        return at::scalar_tensor(validationLoss ? validationLoss(weight[0].item<double>()) : 1.0);
    }
    std::vector<at::Tensor> predict(const std::vector<at::Tensor>&) override { return {}; }
    std::vector<NamedTensor> weights() override { return {{"layer.weight", weight}}; }
    std::vector<NamedTensor> optimizerState() override { return {{"layer.weight.momentum", momentum}}; }
    Result<void> loadWeights(const std::vector<NamedTensor>& from) override { return weight.copy_(from.at(0).second), Result<void>{}; }
    Result<void> loadOptimizerState(const std::vector<NamedTensor>& from) override {
        return momentum.copy_(from.at(0).second), Result<void>{};
    }

    double loss = 1;
    std::function<double(double steps)> validationLoss;
    std::function<void()> beforeStep;
    at::Tensor weight = at::zeros({3}), momentum = at::ones({3});
};

}  // namespace seekbench
