// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

const CodeHelper kMultiHeadAttentionHelper{.name = "multi_head_attention",
                                           .module = {},
                                           .functional = R"(def multi_head_attention(
    query, key, value, weights, name, num_heads, dropout=0.0, training=False
):
    """softmax(Q K^T / sqrt(d)) V for each head; inputs are (batch, length, features)."""
    result, _ = F.multi_head_attention_forward(
        query.transpose(0, 1),
        key.transpose(0, 1),
        value.transpose(0, 1),
        query.size(-1),
        num_heads,
        weights[name + ".in_proj_weight"],
        weights.get(name + ".in_proj_bias"),
        None,
        None,
        False,
        dropout,
        weights[name + ".out_proj.weight"],
        weights.get(name + ".out_proj.bias"),
        training=training,
        need_weights=False,
    )
    return result.transpose(0, 1))",
                                           .cpp = {}};

OperatorCode multiHeadAttentionCode(const CodeSite& site) {
    const CodeExpression query = input(0), key = site.input(1, 0), value = site.connected(2) ? input(2) : key;
    const auto lengthFirst = [](const CodeExpression& input) {
        return method(input, "transpose", {code::value(std::int64_t{0}), code::value(std::int64_t{1})});
    };
    // LibTorch wants the sequence before the batch.
    const CodeExpression inCpp =
        method(call("std::get<0>", {self({lengthFirst(query), lengthFirst(key), lengthFirst(value), list({}), code::value(false)})}),
               "transpose", {code::value(std::int64_t{0}), code::value(std::int64_t{1})});
    OperatorCode code{
        .module = CodeModule{"MultiheadAttention",
                             {site[kEmbedDim], site[kNumHeads], site.option(kDropout), site.option(kBias),
                              pythonOnly("batch_first", code::value(true))}},
        .call = {self({query, key, value, code::named("need_weights", code::value(false))}), "0, _"},
        .function = {call("multi_head_attention", {query, key, value, weights(), path(), code::named("num_heads", site[kNumHeads]),
                                                   site.option(kDropout), code::named("training", training())})},
        .cpp = CodeCall{inCpp},
        .helpers = {&kMultiHeadAttentionHelper}};
    return code;
}

}  // namespace seekbench
