// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> maxPool2d(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) {
        return at::max_pool2d(inputs[0], parameters[kKernelSize], poolingStride(parameters), parameters[kPadding], parameters[kDilation],
                              parameters[kCeilMode]);
    });
}

std::unique_ptr<Layer> avgPool2d(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) {
        return at::avg_pool2d(inputs[0], parameters[kKernelSize], poolingStride(parameters), parameters[kPadding], parameters[kCeilMode],
                              parameters[kCountIncludePad]);
    });
}

std::unique_ptr<Layer> adaptiveAvgPool2d(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) { return at::adaptive_avg_pool2d(inputs[0], parameters[kOutputSize]); });
}

}  // namespace

std::span<const TorchOperator> poolingLayers() {
    static constexpr TorchOperator kLayers[] = {
        {"MaxPool2d", maxPool2d}, {"AvgPool2d", avgPool2d}, {"AdaptiveAvgPool2d", adaptiveAvgPool2d}};
    return kLayers;
}

}  // namespace seekbench
