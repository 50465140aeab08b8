// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> conv2d(const Parameters& parameters) {
    return moduleLayer(
        torch::nn::Conv2d(torch::nn::Conv2dOptions(parameters[kInChannels], parameters[kOutChannels], parameters[kKernelSize])
                              .stride(parameters[kStride])
                              .padding(at::IntArrayRef(parameters[kPadding]))
                              .dilation(parameters[kDilation])
                              .groups(parameters[kGroups])
                              .bias(parameters[kBias])));
}

}  // namespace

std::span<const TorchOperator> convolutionLayers() {
    static constexpr TorchOperator kLayers[] = {{"Conv2d", conv2d}};
    return kLayers;
}

}  // namespace seekbench
