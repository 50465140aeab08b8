// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

const CodeHelper kAttentionWeightsHelper{
    .name = "attention_weights",
    .python = R"(def attention_weights(scores, mask=None, causal=False):
    """Softmax over the positions of the source that each position may see.

    scores: (batch, heads, length, source) or (batch, length, source)
    mask: (batch, source) or (batch, length, source); whole numbers: 0 hides, anything
        else shows; real numbers are added to the scores
    """
    hidden = torch.zeros(1, dtype=torch.bool, device=scores.device)
    if causal:
        hidden = scores.new_ones(scores.shape[-2:], dtype=torch.bool).triu(1)
    if mask is not None:
        if mask.dim() == 2:
            mask = mask.unsqueeze(1)
        if scores.dim() == 4:
            mask = mask.unsqueeze(1)
        if mask.is_floating_point():
            scores = scores + mask
        else:
            hidden = hidden | (mask == 0)
    return scores.masked_fill(hidden, -1e30).softmax(-1).masked_fill(hidden, 0.0))",
    .cpp = R"(// Softmax over the positions of the source that each position may see. Whole numbers of the mask: 0
// hides, anything else shows; real numbers are added to the scores.
inline torch::Tensor attention_weights(torch::Tensor scores, torch::Tensor mask, bool causal) {
    auto hidden = torch::zeros({1}, scores.options().dtype(torch::kBool));
    if (causal) {
        hidden = torch::ones({scores.size(-2), scores.size(-1)}, hidden.options()).triu(1);
    }
    if (mask.defined()) {
        if (mask.dim() == 2) mask = mask.unsqueeze(1);
        if (scores.dim() == 4) mask = mask.unsqueeze(1);
        if (mask.is_floating_point()) {
            scores = scores + mask;
        } else {
            hidden = hidden.logical_or(mask == 0);
        }
    }
    return torch::softmax(scores.masked_fill(hidden, -1e30), -1).masked_fill(hidden, 0.0);
})"};

const CodeHelper kMaskedAttentionHelper{.name = "MaskedAttention", .module = R"(class MaskedAttention(nn.MultiheadAttention):
    """nn.MultiheadAttention where positions may be hidden; a row may see nothing."""

    def __init__(self, embed_dim, num_heads, dropout=0.0, bias=True, causal=False):
        super().__init__(embed_dim, num_heads, dropout, bias, batch_first=True)
        self.causal = causal

    def split(self, x, part):
        weight = self.in_proj_weight.chunk(3)[part]
        bias = None if self.in_proj_bias is None else self.in_proj_bias.chunk(3)[part]
        x = F.linear(x, weight, bias)
        return x.unflatten(-1, (self.num_heads, -1)).transpose(1, 2)

    def forward(self, query, key, value, mask=None):
        q, k, v = self.split(query, 0), self.split(key, 1), self.split(value, 2)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
        weights = attention_weights(scores, mask, self.causal)
        heads = F.dropout(weights, self.dropout, self.training) @ v
        return self.out_proj(heads.transpose(1, 2).flatten(2)))"};

const CodeHelper kMultiHeadAttentionHelper{.name = "multi_head_attention",
                                           .functional = R"(def multi_head_attention(
    query,
    key,
    value,
    weights,
    name,
    num_heads,
    mask=None,
    causal=False,
    dropout=0.0,
    training=False,
):
    """softmax(Q K^T / sqrt(d)) V for each head; inputs: (batch, length, features)."""
    weight = weights[name + ".in_proj_weight"].chunk(3)
    bias = [None, None, None]
    if name + ".in_proj_bias" in weights:
        bias = weights[name + ".in_proj_bias"].chunk(3)
    q, k, v = (
        F.linear(x, weight[part], bias[part])
        .unflatten(-1, (num_heads, -1))
        .transpose(1, 2)
        for part, x in enumerate((query, key, value))
    )
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
    heads = F.dropout(attention_weights(scores, mask, causal), dropout, training) @ v
    return F.linear(
        heads.transpose(1, 2).flatten(2),
        weights[name + ".out_proj.weight"],
        weights.get(name + ".out_proj.bias"),
    ))",
                                           .cpp = R"(// softmax(Q K^T / sqrt(d)) V for each head; inputs: (batch, length, features).
inline torch::Tensor multi_head_attention(
    nn::MultiheadAttention& attention,
    torch::Tensor query,
    torch::Tensor key,
    torch::Tensor value,
    torch::Tensor mask,
    bool causal) {
    const auto weights = attention->in_proj_weight.chunk(3);
    const auto split = [&](const torch::Tensor& x, int part) {
        auto bias = attention->in_proj_bias;
        if (bias.defined()) bias = bias.chunk(3)[part];
        const auto projected = torch::linear(x, weights[part], bias);
        return projected.unflatten(-1, {attention->options.num_heads(), -1}).transpose(1, 2);
    };
    const auto q = split(query, 0), k = split(key, 1), v = split(value, 2);
    const auto scores = torch::matmul(q, k.transpose(-2, -1)) / std::sqrt(q.size(-1));
    auto share = attention_weights(scores, mask, causal);
    share = torch::dropout(share, attention->options.dropout(), attention->is_training());
    return attention->out_proj->forward(torch::matmul(share, v).transpose(1, 2).flatten(2));
})"};

namespace {

// mask=mask and causal=True, where they are; C++ has them always.
Items maskArguments(const CodeSite& site, std::size_t maskInput) {
    Items arguments;
    if (site.connected(maskInput)) arguments.push_back(code::named("mask", input(static_cast<int>(maskInput))));
    arguments.push_back(site.option(kCausal));
    return arguments;
}
CodeExpression maskInCpp(const CodeSite& site, std::size_t maskInput) {
    return site.connected(maskInput) ? input(static_cast<int>(maskInput)) : list({});
}

Items joined(Items first, Items second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

}  // namespace

OperatorCode multiHeadAttentionCode(const CodeSite& site) {
    constexpr std::size_t kMask = 3;
    const CodeExpression query = input(0), key = site.input(1, 0), value = site.connected(2) ? input(2) : key;
    const bool masked = site.connected(kMask) || site.known(kCausal) != false;
    OperatorCode code;
    if (masked) {
        Items called{query, key, value};
        if (site.connected(kMask)) called.push_back(input(kMask));
        code.module = CodeModule{
            "MaskedAttention", {site[kEmbedDim], site[kNumHeads], site.option(kDropout), site.option(kBias), site.option(kCausal)}, true};
        code.call = {self(std::move(called))};
        code.helpers = {&kAttentionWeightsHelper, &kMaskedAttentionHelper};
    } else {
        code.module = CodeModule{
            "MultiheadAttention",
            {site[kEmbedDim], site[kNumHeads], site.option(kDropout), site.option(kBias), pythonOnly("batch_first", code::value(true))}};
        code.call = {self({query, key, value, code::named("need_weights", code::value(false))}), "0, _"};
    }
    Items function = joined({query, key, value, weights(), path(), site[kNumHeads]}, maskArguments(site, kMask));
    function = joined(std::move(function), {site.option(kDropout), code::named("training", training())});
    code.function = {call("multi_head_attention", std::move(function))};
    code.cpp = CodeCall{call("multi_head_attention", {module(), query, key, value, maskInCpp(site, kMask), site[kCausal]})};
    code.cppModule = CodeModule{"MultiheadAttention", {site[kEmbedDim], site[kNumHeads], site.option(kDropout), site.option(kBias)}};
    code.helpers.insert(code.helpers.end(), {&kAttentionWeightsHelper, &kMultiHeadAttentionHelper});
    return code;
}

const CodeHelper kScaledDotProductHelper{.name = "scaled_dot_product_attention",
                                         .python = R"(def scaled_dot_product_attention(
    query, key, value, mask=None, causal=False, dropout=0.0, training=False
):
    """softmax(query key^T / sqrt(features)) value"""
    scores = query @ key.transpose(-2, -1) / math.sqrt(query.size(-1))
    weights = attention_weights(scores, mask, causal)
    return F.dropout(weights, dropout, training) @ value)",
                                         .cpp = R"(// softmax(query key^T / sqrt(features)) value
inline torch::Tensor scaled_dot_product_attention(
    torch::Tensor query,
    torch::Tensor key,
    torch::Tensor value,
    torch::Tensor mask,
    bool causal,
    double dropout,
    bool training) {
    const auto scores = torch::matmul(query, key.transpose(-2, -1)) / std::sqrt(query.size(-1));
    const auto weights = attention_weights(scores, mask, causal);
    return torch::matmul(torch::dropout(weights, dropout, training), value);
})"};

OperatorCode scaledDotProductAttentionCode(const CodeSite& site) {
    constexpr std::size_t kMask = 3;
    Items python = joined({input(0), input(1), input(2)}, maskArguments(site, kMask));
    python = joined(std::move(python), {site.option(kDropout), code::named("training", training())});
    const Items cpp{input(0), input(1), input(2), maskInCpp(site, kMask), site[kCausal], site[kDropout], training()};
    return functionCode(either(call("scaled_dot_product_attention", std::move(python)), call("scaled_dot_product_attention", cpp)),
                        {&kAttentionWeightsHelper, &kScaledDotProductHelper});
}

}  // namespace seekbench
