// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

// Course A (Tianjin), section 1.1.
const CodeHelper kDynamicAttentionHelper{.name = "dynamic_attention",
                                         .python = R"(def dynamic_attention(x, dim):
    """As the course prints it; x: (batch, heads, sequence, features)."""
    scores = torch.einsum("b h i d, b h j d -> b h i j", x, x) * (dim // 2) ** -0.5
    gate = torch.tanh(scores).clamp(-0.5, 0.5) + 0.5
    return gate * scores)",
                                         .cpp = R"(// As the course prints it; x: (batch, heads, sequence, features).
inline torch::Tensor dynamic_attention(const torch::Tensor& x, int64_t dim) {
    const auto scores = torch::einsum("b h i d, b h j d -> b h i j", {x, x}) / std::sqrt(dim / 2);
    return (torch::tanh(scores).clamp(-0.5, 0.5) + 0.5) * scores;
})"};

OperatorCode dynamicAttentionCode(const CodeSite& site) {
    return functionCode(call("dynamic_attention", {input(0), site[kCourseDim]}), {&kDynamicAttentionHelper});
}

const CodeHelper kRepairedAttentionHelper{.name = "RepairedDynamicAttention",
                                          .module = R"(class RepairedDynamicAttention(nn.Module):
    """The course's gated scores with learned projections, values and a softmax."""

    def __init__(self, embed_dim, num_heads, bias=True, causal=False):
        super().__init__()
        self.num_heads = num_heads
        self.causal = causal
        self.q_proj = nn.Linear(embed_dim, embed_dim, bias=bias)
        self.k_proj = nn.Linear(embed_dim, embed_dim, bias=bias)
        self.v_proj = nn.Linear(embed_dim, embed_dim, bias=bias)
        self.out_proj = nn.Linear(embed_dim, embed_dim, bias=bias)

    def split(self, x):
        return x.unflatten(-1, (self.num_heads, -1)).transpose(1, 2)

    def forward(self, x, mask=None):
        q, k = self.split(self.q_proj(x)), self.split(self.k_proj(x))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
        scores = (torch.tanh(scores).clamp(-0.5, 0.5) + 0.5) * scores
        weights = attention_weights(scores, mask, self.causal)
        heads = weights @ self.split(self.v_proj(x))
        return self.out_proj(heads.transpose(1, 2).flatten(2)))",
                                          .cpp = R"(// The course's gated scores with learned projections, values and a softmax.
struct RepairedDynamicAttentionImpl : nn::Module {
    RepairedDynamicAttentionImpl(
        int64_t embed_dim, int64_t num_heads, bool bias = true, bool causal = false)
        : num_heads(num_heads), causal(causal) {
        const auto options = nn::LinearOptions(embed_dim, embed_dim).bias(bias);
        q_proj = register_module("q_proj", nn::Linear(options));
        k_proj = register_module("k_proj", nn::Linear(options));
        v_proj = register_module("v_proj", nn::Linear(options));
        out_proj = register_module("out_proj", nn::Linear(options));
    }

    torch::Tensor split(const torch::Tensor& x) {
        return x.unflatten(-1, {num_heads, -1}).transpose(1, 2);
    }

    torch::Tensor forward(torch::Tensor x, torch::Tensor mask = {}) {
        const auto q = split(q_proj->forward(x)), k = split(k_proj->forward(x));
        auto scores = torch::matmul(q, k.transpose(-2, -1)) / std::sqrt(q.size(-1));
        scores = (torch::tanh(scores).clamp(-0.5, 0.5) + 0.5) * scores;
        const auto weights = attention_weights(scores, mask, causal);
        const auto heads = torch::matmul(weights, split(v_proj->forward(x)));
        return out_proj->forward(heads.transpose(1, 2).flatten(2));
    }

    int64_t num_heads;
    bool causal;
    nn::Linear q_proj{nullptr}, k_proj{nullptr}, v_proj{nullptr}, out_proj{nullptr};
};
TORCH_MODULE(RepairedDynamicAttention);)"};

const CodeHelper kRepairedFunctionHelper{
    .name = "repaired_dynamic_attention",
    .functional = R"(def repaired_dynamic_attention(x, weights, name, num_heads, mask=None, causal=False):
    """The course's gated scores with learned projections, values and a softmax."""
    q, k, v = (
        F.linear(
            x, weights[f"{name}.{part}.weight"], weights.get(f"{name}.{part}.bias")
        )
        .unflatten(-1, (num_heads, -1))
        .transpose(1, 2)
        for part in ("q_proj", "k_proj", "v_proj")
    )
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
    scores = (torch.tanh(scores).clamp(-0.5, 0.5) + 0.5) * scores
    heads = attention_weights(scores, mask, causal) @ v
    return F.linear(
        heads.transpose(1, 2).flatten(2),
        weights[name + ".out_proj.weight"],
        weights.get(name + ".out_proj.bias"),
    ))"};

OperatorCode repairedDynamicAttentionCode(const CodeSite& site) {
    Items function{input(0), weights(), path(), site[kNumHeads]};
    if (site.connected(1)) function.push_back(code::named("mask", input(1)));
    function.push_back(site.option(kCausal));
    OperatorCode code = moduleCode("RepairedDynamicAttention", {site[kEmbedDim], site[kNumHeads], site.option(kBias), site.option(kCausal)},
                                   call("repaired_dynamic_attention", std::move(function)));
    code.module->own = true;
    code.call = {self(site.inputs())};
    code.helpers = {&kAttentionWeightsHelper, &kRepairedAttentionHelper, &kRepairedFunctionHelper};
    return code;
}

}  // namespace seekbench
