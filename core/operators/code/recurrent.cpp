// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

const CodeHelper kRecurrentWeightsHelper{.name = "recurrent_weights",
                                         .functional = R"(def recurrent_weights(weights, name, num_layers, bidirectional):
    """The tensors of a recurrent layer in the order in which PyTorch takes them."""
    names = [
        f"{name}.{kind}_l{layer}{direction}"
        for layer in range(num_layers)
        for direction in (("", "_reverse") if bidirectional else ("",))
        for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    ]
    return [weights[key] for key in names if key in weights])"};

const CodeHelper kLstmHelper{.name = "lstm", .functional = R"(def lstm(
    x,
    weights,
    name,
    hidden_size,
    num_layers=1,
    dropout=0.0,
    bidirectional=False,
    training=False,
):
    """x: (batch, sequence, features); returns output, (hidden, cell) like nn.LSTM."""
    tensors = recurrent_weights(weights, name, num_layers, bidirectional)
    states = num_layers * (2 if bidirectional else 1)
    zeros = x.new_zeros(states, x.size(0), hidden_size)
    output, hidden, cell = torch.lstm(
        x,
        (zeros, zeros),
        tensors,
        f"{name}.bias_ih_l0" in weights,
        num_layers,
        dropout,
        training,
        bidirectional,
        True,
    )
    return output, (hidden, cell))"};

const CodeHelper kGruHelper{.name = "gru", .functional = R"(def gru(
    x,
    weights,
    name,
    hidden_size,
    num_layers=1,
    dropout=0.0,
    bidirectional=False,
    training=False,
):
    """x: (batch, sequence, features); returns output, hidden as nn.GRU does."""
    tensors = recurrent_weights(weights, name, num_layers, bidirectional)
    states = num_layers * (2 if bidirectional else 1)
    return torch.gru(
        x,
        x.new_zeros(states, x.size(0), hidden_size),
        tensors,
        f"{name}.bias_ih_l0" in weights,
        num_layers,
        dropout,
        training,
        bidirectional,
        True,
    ))"};

const CodeHelper kLastStateHelper{.name = "last_state",
                                  .python = R"(def last_state(result, bidirectional=False):
    """The top layer's states when each direction has read all, not the output."""
    _, states = result
    hidden = states[0] if isinstance(states, tuple) else states
    last = torch.cat([hidden[-2], hidden[-1]], dim=-1) if bidirectional else hidden[-1]
    return last, states)",
                                  .cpp = R"(// The top layer's states when each direction has read all.
inline torch::Tensor last_state(const torch::Tensor& hidden, bool bidirectional) {
    return bidirectional ? torch::cat({hidden[-2], hidden[-1]}, -1) : hidden[-1];
}

using LstmResult = std::tuple<torch::Tensor, std::tuple<torch::Tensor, torch::Tensor>>;

inline LstmResult last_state(const LstmResult& result, bool bidirectional) {
    const auto& states = std::get<1>(result);
    return {last_state(std::get<0>(states), bidirectional), states};
}

using GruResult = std::tuple<torch::Tensor, torch::Tensor>;

inline GruResult last_state(const GruResult& result, bool bidirectional) {
    return {last_state(std::get<1>(result), bidirectional), std::get<1>(result)};
})"};

namespace {

OperatorCode recurrentCode(const CodeSite& site, const char* type, const char* function, const std::string& results,
                           const CodeHelper* helper) {
    Items module{site[kInputSize], site[kHiddenSize], site.option(kNumLayers), site.option(kBias)};
    CodeExpression batchFirst = code::value(true);
    batchFirst.passing = Passing::Option;
    batchFirst.keyword = "batch_first";
    module.insert(module.end(), {batchFirst, site.option(kDropout), site.option(kBidirectional)});
    const Items arguments{input(0),
                          weights(),
                          path(),
                          site[kHiddenSize],
                          site.option(kNumLayers),
                          site.option(kDropout),
                          site.option(kBidirectional),
                          code::named("training", training())};
    const bool last = site.known(kReturns) == std::string(kReturnsLast);
    const auto whole = [&](CodeExpression result) {
        return last ? call("last_state", {std::move(result), either(site.option(kBidirectional), site[kBidirectional])}) : result;
    };
    OperatorCode code{.module = CodeModule{type, std::move(module)},
                      .call = {whole(self({input(0)})), results},
                      .function = {whole(call(function, arguments)), results},
                      .helpers = {&kRecurrentWeightsHelper, helper}};
    if (last) code.helpers.push_back(&kLastStateHelper);
    return code;
}

}  // namespace

OperatorCode lstmCode(const CodeSite& site) { return recurrentCode(site, "LSTM", "lstm", "0, (1, 2)", &kLstmHelper); }
OperatorCode gruCode(const CodeSite& site) { return recurrentCode(site, "GRU", "gru", "0, 1", &kGruHelper); }

}  // namespace seekbench
