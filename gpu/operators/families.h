// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the torch halves have in common. Each family is one file with one function that returns its table, as in core/operators/families.

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <torch/nn.h>

#include "core/operators/parameters.h"
#include "gpu/operators/catalog.h"

namespace seekbench {

std::span<const TorchOperator> structureLayers();
std::span<const TorchOperator> linearLayers();
std::span<const TorchOperator> expertLayers();
std::span<const TorchOperator> convolutionLayers();
std::span<const TorchOperator> normalizationLayers();
std::span<const TorchOperator> activationLayers();
std::span<const TorchOperator> quantizationLayers();
std::span<const TorchOperator> poolingLayers();
std::span<const TorchOperator> regularizationLayers();
std::span<const TorchOperator> shapeLayers();
std::span<const TorchOperator> combinationLayers();
std::span<const TorchOperator> attentionLayers();
std::span<const TorchOperator> dynamicAttentionLayers();
std::span<const TorchOperator> positionLayers();
std::span<const TorchOperator> recurrentLayers();

using LayerInputs = std::span<const at::Tensor>;

// A layer without weights: a function of its inputs, the same in training and evaluation.
template <class Function>
class FunctionLayer final : public Layer {
public:
    explicit FunctionLayer(Function function) : m_function(std::move(function)) {}
    std::vector<at::Tensor> forward(LayerInputs inputs) override { return {m_function(inputs)}; }

private:
    Function m_function;
};

template <class Function>
std::unique_ptr<Layer> functionLayer(Function function) {
    return std::make_unique<FunctionLayer<Function>>(std::move(function));
}

// A layer around a module of torch::nn, which brings weights, names and initial values. `Function` makes its outputs.
template <class Module, class Function>
class ModuleLayer final : public Layer {
public:
    ModuleLayer(Module module, Function function) : m_module(std::move(module)), m_function(std::move(function)) {}

    std::vector<at::Tensor> forward(LayerInputs inputs) override { return m_function(*m_module, inputs); }
    void setMode(Mode mode) override { m_module->train(mode == Mode::Training); }
    void moveTo(const at::Device& device) override { m_module->to(device); }
    std::vector<NamedTensor> parameters() const override { return listed(m_module->named_parameters()); }
    std::vector<NamedTensor> buffers() const override { return listed(m_module->named_buffers()); }

private:
    // Modules register weights that they do without (a bias turned off) as undefined tensors.
    static std::vector<NamedTensor> listed(const torch::OrderedDict<std::string, at::Tensor>& tensors) {
        std::vector<NamedTensor> list;
        for (const auto& item : tensors)
            if (item.value().defined()) list.emplace_back(item.key(), item.value());
        return list;
    }

    Module m_module;
    Function m_function;
};

template <class Module, class Function>
std::unique_ptr<Layer> moduleLayer(Module module, Function function) {
    return std::make_unique<ModuleLayer<Module, Function>>(std::move(module), std::move(function));
}

// For modules with one input and one output.
template <class Module>
std::unique_ptr<Layer> moduleLayer(Module module) {
    return moduleLayer(std::move(module), [](auto& self, LayerInputs inputs) { return std::vector<at::Tensor>{self.forward(inputs[0])}; });
}

}  // namespace seekbench
