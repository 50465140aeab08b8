// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> dropout(const Parameters& parameters) { return moduleLayer(torch::nn::Dropout(parameters[kP])); }

}  // namespace

std::span<const TorchOperator> regularizationLayers() {
    static constexpr TorchOperator kLayers[] = {{"Dropout", dropout}};
    return kLayers;
}

}  // namespace seekbench
