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

// What lies behind the first dimensions of the input is kept as a whole with probability 1 - p and then divided by it, so that the mean
// stays. torch::nn has a module for two dimensions only, and draws its numbers in another way than the kernels.
class DropWhole final : public torch::nn::Module {
public:
    DropWhole(double p, std::int64_t dimensions) : m_p(p), m_dimensions(dimensions) {}
    at::Tensor forward(const at::Tensor& input) const {
        if (!is_training() || m_p == 0) return input;
        auto sizes = input.sizes().vec();
        std::fill(sizes.begin() + m_dimensions, sizes.end(), 1);
        const at::Tensor factors = counterDropout(at::ones(sizes, input.options().dtype(at::kFloat)), m_p, true);
        return input * factors.to(input.scalar_type());
    }

private:
    double m_p;
    std::int64_t m_dimensions;
};

std::unique_ptr<Layer> dropout2d(const Parameters& parameters) { return moduleLayer(std::make_shared<DropWhole>(parameters[kP], 2)); }

// Huang et al. 2016, arXiv 1603.09382, scaled up while training as in dropout.
std::unique_ptr<Layer> dropPath(const Parameters& parameters) { return moduleLayer(std::make_shared<DropWhole>(parameters[kP], 1)); }

}  // namespace

std::span<const TorchOperator> regularizationLayers() {
    static constexpr TorchOperator kLayers[] = {{"Dropout", dropout}, {"Dropout2d", dropout2d}, {"DropPath", dropPath}};
    return kLayers;
}

}  // namespace seekbench
