// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> flatten(const Parameters& parameters) {
    return functionLayer(
        [start = parameters[kStartDim], end = parameters[kEndDim]](LayerInputs inputs) { return inputs[0].flatten(start, end); });
}

std::unique_ptr<Layer> reshape(const Parameters& parameters) {
    return functionLayer([shape = parameters[kShape]](LayerInputs inputs) {
        Integers wanted{inputs[0].size(0)};
        wanted.insert(wanted.end(), shape.begin(), shape.end());
        return inputs[0].reshape(wanted);
    });
}

}  // namespace

std::span<const TorchOperator> shapeLayers() {
    static constexpr TorchOperator kLayers[] = {{"Flatten", flatten}, {"Reshape", reshape}};
    return kLayers;
}

}  // namespace seekbench
