// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

const CodeHelper kRecurrentWeightsHelper{.name = "recurrent_weights",
                                         .module = {},
                                         .functional = R"(def recurrent_weights(weights, name, num_layers, bidirectional):
    """The tensors of a recurrent layer in the order in which PyTorch takes them."""
    names = [
        f"{name}.{kind}_l{layer}{direction}"
        for layer in range(num_layers)
        for direction in (("", "_reverse") if bidirectional else ("",))
        for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    ]
    return [weights[key] for key in names if key in weights])",
                                         .cpp = {}};

const CodeHelper kLstmHelper{.name = "lstm",
                             .module = {},
                             .functional = R"(def lstm(
    x,
    weights,
    name,
    hidden_size,
    num_layers=1,
    dropout=0.0,
    bidirectional=False,
    training=False,
):
    """x: (batch, sequence, features); returns output, (hidden, cell) as nn.LSTM does."""
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
    return output, (hidden, cell))",
                             .cpp = {}};

OperatorCode lstmCode(const CodeSite& site) {
    const Items options{site.option(kNumLayers), site.option(kDropout), site.option(kBidirectional)};
    Items module{site[kInputSize], site[kHiddenSize], site.option(kNumLayers), site.option(kBias)};
    module.insert(module.end(), {pythonOnly("batch_first", code::value(true)), site.option(kDropout), site.option(kBidirectional)});
    Items function{input(0), weights(), path(), site[kHiddenSize]};
    function.insert(function.end(), options.begin(), options.end());
    function.push_back(code::named("training", training()));
    return {.module = CodeModule{"LSTM", std::move(module)},
            .call = {self({input(0)}), "0, (1, 2)"},
            .function = {call("lstm", std::move(function)), "0, (1, 2)"},
            .helpers = {&kRecurrentWeightsHelper, &kLstmHelper}};
}

}  // namespace seekbench
