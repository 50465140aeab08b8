// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

template <class Module>
std::unique_ptr<Layer> batchNorm(const Parameters& parameters) {
    return moduleLayer(Module(torch::nn::BatchNormOptions(parameters[kNumFeatures])
                                  .eps(parameters[kEps])
                                  .momentum(parameters[kMomentum])
                                  .affine(parameters[kAffine])));
}

template <class Module>
std::unique_ptr<Layer> instanceNorm(const Parameters& parameters) {
    return moduleLayer(Module(torch::nn::InstanceNormOptions(parameters[kNumFeatures]).eps(parameters[kEps]).affine(parameters[kAffine])));
}

std::unique_ptr<Layer> layerNorm(const Parameters& parameters) {
    return moduleLayer(torch::nn::LayerNorm(torch::nn::LayerNormOptions(parameters[kNormalizedShape])
                                                .eps(parameters[kEps])
                                                .elementwise_affine(parameters[kElementwiseAffine])));
}

std::unique_ptr<Layer> groupNorm(const Parameters& parameters) {
    return moduleLayer(torch::nn::GroupNorm(
        torch::nn::GroupNormOptions(parameters[kNumGroups], parameters[kNumChannels]).eps(parameters[kEps]).affine(parameters[kAffine])));
}

// x / √(mean(x²) + ε) · weight (Zhang and Sennrich 2019, arXiv 1910.07467, equation 4); torch::nn has no such module.
class RmsNorm final : public torch::nn::Module {
public:
    explicit RmsNorm(const Parameters& parameters)
        : m_eps(parameters[kEps]), m_axes(static_cast<std::int64_t>(parameters[kNormalizedShape].size())) {
        if (parameters[kElementwiseAffine]) m_weight = register_parameter("weight", at::ones(parameters[kNormalizedShape]));
    }
    at::Tensor forward(const at::Tensor& input) const {
        Integers dims;
        for (std::int64_t axis = 1; axis <= m_axes; ++axis) dims.push_back(-axis);
        const at::Tensor normalized = input * (input.square().mean(dims, true) + m_eps).rsqrt();
        return m_weight.defined() ? normalized * m_weight : normalized;
    }

private:
    double m_eps;
    std::int64_t m_axes;
    at::Tensor m_weight;
};

std::unique_ptr<Layer> rmsNorm(const Parameters& parameters) { return moduleLayer(std::make_shared<RmsNorm>(parameters)); }

// As torch.nn.functional.normalize.
std::unique_ptr<Layer> l2Normalize(const Parameters& parameters) {
    return functionLayer([dim = parameters[kDim], eps = parameters[kEps]](LayerInputs inputs) {
        return inputs[0] / inputs[0].norm(2, {dim}, true).clamp_min(eps);
    });
}

}  // namespace

std::span<const TorchOperator> normalizationLayers() {
    static constexpr TorchOperator kLayers[] = {{"BatchNorm1d", batchNorm<torch::nn::BatchNorm1d>},
                                                {"BatchNorm2d", batchNorm<torch::nn::BatchNorm2d>},
                                                {"BatchNorm3d", batchNorm<torch::nn::BatchNorm3d>},
                                                {"LayerNorm", layerNorm},
                                                {"RMSNorm", rmsNorm},
                                                {"GroupNorm", groupNorm},
                                                {"InstanceNorm2d", instanceNorm<torch::nn::InstanceNorm2d>},
                                                {"InstanceNorm3d", instanceNorm<torch::nn::InstanceNorm3d>},
                                                {"L2Normalize", l2Normalize}};
    return kLayers;
}

}  // namespace seekbench
