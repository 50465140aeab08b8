// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> linear(const Parameters& parameters) {
    return moduleLayer(
        torch::nn::Linear(torch::nn::LinearOptions(parameters[kInFeatures], parameters[kOutFeatures]).bias(parameters[kBias])));
}

std::unique_ptr<Layer> embedding(const Parameters& parameters) {
    return moduleLayer(torch::nn::Embedding(torch::nn::EmbeddingOptions(parameters[kNumEmbeddings], parameters[kEmbeddingDim])));
}

}  // namespace

std::span<const TorchOperator> linearLayers() {
    static constexpr TorchOperator kLayers[] = {{"Linear", linear}, {"Embedding", embedding}};
    return kLayers;
}

}  // namespace seekbench
