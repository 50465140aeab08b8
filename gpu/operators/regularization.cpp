// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/counter_dropout.h"
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> dropout(const Parameters& parameters) {
    return moduleLayer(torch::nn::Dropout(parameters[kP]), [](torch::nn::DropoutImpl& self, LayerInputs inputs) {
        return std::vector<at::Tensor>{counterDropout(inputs[0], self.options.p(), self.is_training())};
    });
}

std::unique_ptr<Layer> dropout2d(const Parameters& parameters) { return moduleLayer(torch::nn::Dropout2d(parameters[kP])); }

// Each sample of the batch is kept with probability 1 - p and then divided by it, so that the mean stays (Huang et al. 2016,
// arXiv 1603.09382, scale up while training as in dropout); torch::nn has no such module.
class DropPath final : public torch::nn::Module {
public:
    explicit DropPath(double p) : m_p(p) {}
    at::Tensor forward(const at::Tensor& input) const {
        if (!is_training() || m_p == 0) return input;
        if (m_p == 1) return input * 0;
        Integers perSample(static_cast<std::size_t>(input.dim()), 1);
        perSample[0] = input.size(0);
        return input * at::empty(perSample, input.options()).bernoulli_(1 - m_p).div_(1 - m_p);
    }

private:
    double m_p;
};

std::unique_ptr<Layer> dropPath(const Parameters& parameters) { return moduleLayer(std::make_shared<DropPath>(parameters[kP])); }

}  // namespace

std::span<const TorchOperator> regularizationLayers() {
    static constexpr TorchOperator kLayers[] = {{"Dropout", dropout}, {"Dropout2d", dropout2d}, {"DropPath", dropPath}};
    return kLayers;
}

}  // namespace seekbench
