// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "gpu/kernels/fused_attention.h"
#include "gpu/operators/attention.h"

namespace seekbench {

using namespace parameter;

namespace {

// The course's gate: tanh of the score, cut to ±1/2 and lifted by 1/2, times the score.
at::Tensor gated(const at::Tensor& scores) { return (scores.tanh().clamp(-0.5, 0.5) + 0.5) * scores; }

// Course A (Tianjin), section 1.1, line by line: qk = einsum('b h i d, b h j d -> b h i j', x, x) · (dim // 2)^-1/2, and the gated qk.
std::unique_ptr<Layer> literal(const Parameters& parameters) {
    const double scale = 1 / std::sqrt(static_cast<double>(parameters[kCourseDim] / 2));
    return functionLayer([scale](LayerInputs inputs) {
        if (const auto map = fusedGatedMap(inputs[0], scale)) return *map;
        return gated(inputs[0].matmul(inputs[0].transpose(-2, -1)) * scale);
    });
}

struct RepairedImpl : torch::nn::Module {
    explicit RepairedImpl(const Parameters& parameters) : heads(parameters[kNumHeads]), causal(parameters[kCausal]) {
        const auto projection = [&](const char* name) {
            const std::int64_t features = parameters[kEmbedDim];
            return register_module(name, torch::nn::Linear(torch::nn::LinearOptions(features, features).bias(parameters[kBias])));
        };
        query = projection("q_proj");
        key = projection("k_proj");
        value = projection("v_proj");
        result = projection("out_proj");
    }

    at::Tensor forward(const at::Tensor& x, const at::Tensor& mask) {
        const at::Tensor q = splitHeads(query->forward(x), heads), k = splitHeads(key->forward(x), heads),
                         v = splitHeads(value->forward(x), heads);
        const double scale = 1 / std::sqrt(static_cast<double>(q.size(-1)));
        if (const auto fused = fusedAttention(q, k, v, mask, {.scale = scale, .gated = true, .causal = causal}))
            return result->forward(joinHeads(*fused));
        const at::Tensor weights = attentionWeights(gated((q * scale).matmul(k.transpose(-2, -1))), mask, causal);
        return result->forward(joinHeads(weights.matmul(v)));
    }

    std::int64_t heads;
    bool causal;
    torch::nn::Linear query{nullptr}, key{nullptr}, value{nullptr}, result{nullptr};
};

std::unique_ptr<Layer> repaired(const Parameters& parameters) {
    return moduleLayer(std::make_shared<RepairedImpl>(parameters),
                       [](RepairedImpl& self, LayerInputs inputs) { return std::vector<at::Tensor>{self.forward(inputs[0], inputs[1])}; });
}

}  // namespace

std::span<const TorchOperator> dynamicAttentionLayers() {
    static constexpr TorchOperator kLayers[] = {{"DynamicAttention", literal}, {"RepairedDynamicAttention", repaired}};
    return kLayers;
}

}  // namespace seekbench
