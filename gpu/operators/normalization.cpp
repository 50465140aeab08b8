// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

torch::nn::BatchNormOptions batchNormOptions(const Parameters& parameters) {
    return torch::nn::BatchNormOptions(parameters[kNumFeatures])
        .eps(parameters[kEps])
        .momentum(parameters[kMomentum])
        .affine(parameters[kAffine]);
}

std::unique_ptr<Layer> batchNorm1d(const Parameters& parameters) {
    return moduleLayer(torch::nn::BatchNorm1d(batchNormOptions(parameters)));
}

std::unique_ptr<Layer> batchNorm2d(const Parameters& parameters) {
    return moduleLayer(torch::nn::BatchNorm2d(batchNormOptions(parameters)));
}

std::unique_ptr<Layer> layerNorm(const Parameters& parameters) {
    return moduleLayer(torch::nn::LayerNorm(torch::nn::LayerNormOptions(parameters[kNormalizedShape])
                                                .eps(parameters[kEps])
                                                .elementwise_affine(parameters[kElementwiseAffine])));
}

}  // namespace

std::span<const TorchOperator> normalizationLayers() {
    static constexpr TorchOperator kLayers[] = {{"BatchNorm1d", batchNorm1d}, {"BatchNorm2d", batchNorm2d}, {"LayerNorm", layerNorm}};
    return kLayers;
}

}  // namespace seekbench
