// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/attention.h"

#include <cmath>

#include "gpu/kernels/counter_dropout.h"
#include "gpu/kernels/fused_attention.h"

namespace seekbench {

using namespace parameter;

namespace {

// A mask (batch, source) or (batch, length, source) as (batch, 1, length or 1, source).
at::Tensor stretched(const at::Tensor& mask) { return mask.dim() == 2 ? mask.unsqueeze(1).unsqueeze(1) : mask.unsqueeze(1); }

// Less than any score, and finite: minus infinity would make a row that sees nothing, and its gradients, no numbers.
double hiddenScore(const at::Tensor& scores) { return scores.scalar_type() == at::kHalf ? -65504.0 : -1e30; }

}  // namespace

at::Tensor attentionWeights(const at::Tensor& scores, const at::Tensor& mask, bool causal) {
    at::Tensor hidden, shown = scores;
    if (causal) hidden = at::ones({scores.size(-2), scores.size(-1)}, scores.options().dtype(at::kBool)).triu(1);
    if (mask.defined() && mask.is_floating_point()) {
        const at::Tensor added = stretched(mask);
        shown = shown + (scores.dim() == 3 ? added.squeeze(1) : added);
    } else if (mask.defined()) {
        at::Tensor masked = stretched(mask).eq(0);
        if (scores.dim() == 3) masked = masked.squeeze(1);
        hidden = hidden.defined() ? hidden.logical_or(masked) : masked;
    }
    if (!hidden.defined()) return at::softmax(shown, -1);
    return at::softmax(shown.masked_fill(hidden, hiddenScore(scores)), -1).masked_fill(hidden, 0);
}

at::Tensor splitHeads(const at::Tensor& projected, std::int64_t heads) { return projected.unflatten(-1, {heads, -1}).transpose(1, 2); }

at::Tensor joinHeads(const at::Tensor& heads) { return heads.transpose(1, 2).flatten(2); }

namespace {

using Attention = torch::nn::MultiheadAttentionImpl;

// Query, key and value are the three parts of one stacked weight; `part` counts from 0.
at::Tensor projected(const Attention& self, const at::Tensor& input, std::int64_t part) {
    const std::int64_t features = self.options.embed_dim();
    const auto rows = [&](const at::Tensor& stacked) { return stacked.defined() ? stacked.narrow(0, part * features, features) : stacked; };
    return at::linear(input, rows(self.in_proj_weight), rows(self.in_proj_bias));
}

// softmax(Q Kᵀ / √d) V for each head (Vaswani et al. 2017, arXiv 1706.03762, equation 1). The module's own forward() wants the
// sequence before the batch and computes mean weights that nobody asks for.
std::vector<at::Tensor> attend(Attention& self, LayerInputs inputs, bool causal) {
    const at::Tensor& query = inputs[0];
    const at::Tensor& key = inputs[1].defined() ? inputs[1] : query;
    const at::Tensor& value = inputs[2].defined() ? inputs[2] : key;
    const bool ofItself = key.is_same(query) && value.is_same(query);
    const auto parts = ofItself ? at::linear(query, self.in_proj_weight, self.in_proj_bias).chunk(3, -1)
                                : std::vector<at::Tensor>{projected(self, query, 0), projected(self, key, 1), projected(self, value, 2)};
    const std::int64_t heads = self.options.num_heads();
    const at::Tensor q = splitHeads(parts[0], heads), k = splitHeads(parts[1], heads), v = splitHeads(parts[2], heads);
    const double scale = 1 / std::sqrt(static_cast<double>(q.size(-1)));
    const double dropped = self.is_training() ? self.options.dropout() : 0;
    if (const auto fused = fusedAttention(q, k, v, inputs[3], {.scale = scale, .causal = causal, .dropout = dropped}))
        return {self.out_proj->forward(joinHeads(*fused))};
    const at::Tensor weights = attentionWeights((q * scale).matmul(k.transpose(-2, -1)), inputs[3], causal);
    return {self.out_proj->forward(joinHeads(counterDropout(weights, dropped, true).matmul(v)))};
}

std::unique_ptr<Layer> multiHeadAttention(const Parameters& parameters) {
    return moduleLayer(torch::nn::MultiheadAttention(torch::nn::MultiheadAttentionOptions(parameters[kEmbedDim], parameters[kNumHeads])
                                                         .dropout(parameters[kDropout])
                                                         .bias(parameters[kBias])),
                       [causal = parameters[kCausal]](Attention& self, LayerInputs inputs) { return attend(self, inputs, causal); });
}

// Equation 1 of the same paper, for inputs with heads and without.
std::unique_ptr<Layer> scaledDotProductAttention(const Parameters& parameters) {
    return moduleLayer(
        torch::nn::Dropout(parameters[kDropout]), [causal = parameters[kCausal]](torch::nn::DropoutImpl& dropout, LayerInputs inputs) {
            const double scale = 1 / std::sqrt(static_cast<double>(inputs[0].size(-1)));
            const double dropped = dropout.is_training() ? dropout.options.p() : 0;
            const bool bare = inputs[0].dim() == 3;  // without heads
            const auto withHeads = [&](const at::Tensor& part) { return bare ? part.unsqueeze(1) : part; };
            if (const auto fused = fusedAttention(withHeads(inputs[0]), withHeads(inputs[1]), withHeads(inputs[2]), inputs[3],
                                                  {.scale = scale, .causal = causal, .dropout = dropped}))
                return std::vector<at::Tensor>{bare ? fused->squeeze(1) : *fused};
            const at::Tensor scores = (inputs[0] * scale).matmul(inputs[1].transpose(-2, -1));
            return std::vector<at::Tensor>{counterDropout(attentionWeights(scores, inputs[3], causal), dropped, true).matmul(inputs[2])};
        });
}

}  // namespace

std::span<const TorchOperator> attentionLayers() {
    static constexpr TorchOperator kLayers[] = {{"MultiHeadAttention", multiHeadAttention},
                                                {"ScaledDotProductAttention", scaledDotProductAttention}};
    return kLayers;
}

}  // namespace seekbench
