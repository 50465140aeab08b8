// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

#include <cmath>

namespace seekbench {

using namespace parameter;

namespace {

using Attention = torch::nn::MultiheadAttentionImpl;

// (batch, length, features) → query, key or value of each head: (batch, heads, length, features per head).
at::Tensor perHead(const Attention& self, const at::Tensor& projected) {
    return projected.unflatten(-1, {self.options.num_heads(), -1}).transpose(1, 2);
}

// Query, key and value are the three parts of one stacked weight; `part` counts from 0.
at::Tensor projected(const Attention& self, const at::Tensor& input, std::int64_t part) {
    const std::int64_t features = self.options.embed_dim();
    const auto rows = [&](const at::Tensor& stacked) { return stacked.defined() ? stacked.narrow(0, part * features, features) : stacked; };
    return at::linear(input, rows(self.in_proj_weight), rows(self.in_proj_bias));
}

// softmax(Q Kᵀ / √d) V for each head (Vaswani et al. 2017, arXiv 1706.03762, equation 1). The module's own forward() wants the
// sequence before the batch and computes mean weights that nobody asks for.
std::vector<at::Tensor> attend(Attention& self, LayerInputs inputs) {
    const at::Tensor& query = inputs[0];
    const at::Tensor& key = inputs[1].defined() ? inputs[1] : query;
    const at::Tensor& value = inputs[2].defined() ? inputs[2] : key;
    const bool ofItself = key.is_same(query) && value.is_same(query);
    const auto parts = ofItself ? at::linear(query, self.in_proj_weight, self.in_proj_bias).chunk(3, -1)
                                : std::vector<at::Tensor>{projected(self, query, 0), projected(self, key, 1), projected(self, value, 2)};
    const at::Tensor q = perHead(self, parts[0]), k = perHead(self, parts[1]), v = perHead(self, parts[2]);
    const double scale = 1 / std::sqrt(static_cast<double>(q.size(-1)));
    const at::Tensor weights = at::softmax((q * scale).matmul(k.transpose(-2, -1)), -1);
    const at::Tensor heads = at::dropout(weights, self.options.dropout(), self.is_training()).matmul(v);
    return {self.out_proj->forward(heads.transpose(1, 2).flatten(2))};
}

std::unique_ptr<Layer> multiHeadAttention(const Parameters& parameters) {
    return moduleLayer(torch::nn::MultiheadAttention(torch::nn::MultiheadAttentionOptions(parameters[kEmbedDim], parameters[kNumHeads])
                                                         .dropout(parameters[kDropout])
                                                         .bias(parameters[kBias])),
                       attend);
}

}  // namespace

std::span<const TorchOperator> attentionLayers() {
    static constexpr TorchOperator kLayers[] = {{"MultiHeadAttention", multiHeadAttention}};
    return kLayers;
}

}  // namespace seekbench
