// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/byte_pooling.h"
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

using List = at::IntArrayRef;

template <at::Tensor (*pool)(const at::Tensor&, List window, List stride, List padding, List dilation, bool ceilMode)>
std::unique_ptr<Layer> maxPool(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) {
        const auto fused = byteMaxPool(inputs[0], parameters[kKernelSize], poolingStride(parameters), parameters[kPadding],
                                       parameters[kDilation], parameters[kCeilMode]);
        if (fused) return *fused;
        return pool(inputs[0], parameters[kKernelSize], poolingStride(parameters), parameters[kPadding], parameters[kDilation],
                    parameters[kCeilMode]);
    });
}

std::unique_ptr<Layer> avgPool1d(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) {
        return at::avg_pool1d(inputs[0], parameters[kKernelSize], poolingStride(parameters), parameters[kPadding], parameters[kCeilMode],
                              parameters[kCountIncludePad]);
    });
}

template <at::Tensor (*pool)(const at::Tensor&, List window, List stride, List padding, bool ceilMode, bool countIncludePad,
                             c10::optional<std::int64_t> divisor)>
std::unique_ptr<Layer> avgPool(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) {
        return pool(inputs[0], parameters[kKernelSize], poolingStride(parameters), parameters[kPadding], parameters[kCeilMode],
                    parameters[kCountIncludePad], {});
    });
}

template <at::Tensor (*pool)(const at::Tensor&, List outputSize)>
std::unique_ptr<Layer> adaptiveAvgPool(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) { return pool(inputs[0], parameters[kOutputSize]); });
}

std::unique_ptr<Layer> adaptiveMaxPool2d(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) { return std::get<0>(at::adaptive_max_pool2d(inputs[0], parameters[kOutputSize])); });
}

std::unique_ptr<Layer> mean(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) { return inputs[0].mean(parameters[kReducedDims], parameters[kKeepdim]); });
}

std::unique_ptr<Layer> sum(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) { return inputs[0].sum(parameters[kReducedDims], parameters[kKeepdim]); });
}

std::unique_ptr<Layer> max(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) { return inputs[0].amax(parameters[kReducedDims], parameters[kKeepdim]); });
}

}  // namespace

std::span<const TorchOperator> poolingLayers() {
    static constexpr TorchOperator kLayers[] = {{"MaxPool1d", maxPool<at::max_pool1d>},
                                                {"MaxPool2d", maxPool<at::max_pool2d>},
                                                {"MaxPool3d", maxPool<at::max_pool3d>},
                                                {"AvgPool1d", avgPool1d},
                                                {"AvgPool2d", avgPool<at::avg_pool2d>},
                                                {"AvgPool3d", avgPool<at::avg_pool3d>},
                                                {"AdaptiveAvgPool1d", adaptiveAvgPool<at::adaptive_avg_pool1d>},
                                                {"AdaptiveAvgPool2d", adaptiveAvgPool<at::adaptive_avg_pool2d>},
                                                {"AdaptiveAvgPool3d", adaptiveAvgPool<at::adaptive_avg_pool3d>},
                                                {"AdaptiveMaxPool2d", adaptiveMaxPool2d},
                                                {"Mean", mean},
                                                {"Sum", sum},
                                                {"Max", max}};
    return kLayers;
}

}  // namespace seekbench
