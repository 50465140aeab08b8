// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::int64_t directionsOf(const Parameters& parameters) { return parameters[kBidirectional] ? 2 : 1; }

ShapeAnswer lstmShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", "sequence", {kInputSize.name, parameters[kInputSize]}}))
        return demands.refusal();
    const std::int64_t directions = directionsOf(parameters), hidden = parameters[kHiddenSize];
    const TensorType state{{directions * parameters[kNumLayers], shape[0], hidden}};
    return demands.outcome({{{shape[0], shape[1], directions * hidden}}, state, state});
}

// Hochreiter and Schmidhuber 1997 with forget gates, in the form of torch.nn.LSTM: four gates, each a matrix product of
// input and one of hidden state, with a bias each. The products inside the cell are not counted.
// Kept per step: four gates, cell and hidden state.
Cost lstmCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t directions = directionsOf(parameters), hidden = parameters[kHiddenSize], layers = parameters[kNumLayers];
    const std::int64_t steps = product({inputs[0][0], inputs[0][1]});
    const std::int64_t firstInputs = total({parameters[kInputSize], hidden}), laterInputs = total({product({directions, hidden}), hidden});
    const std::int64_t inputsOfAllLayers = total({firstInputs, product({layers - 1, laterInputs})});
    const std::int64_t weights = product({4, directions, hidden, inputsOfAllLayers});
    return {.parameters = total({weights, parameters[kBias] ? product({8, directions, layers, hidden}) : 0}),
            .multiplyAdds = product({steps, weights}),
            .activationBytes = product({kFloatBytes, 6, steps, directions, layers, hidden})};
}

}  // namespace

std::span<const Operator> recurrentOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "LSTM",
            .family = Family::Recurrent,
            .label = phrase("LSTM"),
            .summary = phrase("Reads a sequence step by step and keeps a gated memory."),
            .inputs = {{"input", phrase("(batch, sequence, input_size)")}},
            .outputs = {{"output", phrase("(batch, sequence, directions · hidden_size), the last layer's hidden state at each step")},
                        {"hidden", phrase("(directions · num_layers, batch, hidden_size), the last hidden state of each layer")},
                        {"cell", phrase("(directions · num_layers, batch, hidden_size), the last memory of each layer")}},
            .parameters = {specOf(kInputSize, phrase("Input features"), phrase("Extent of the input's last dimension."), std::nullopt),
                           specOf(kHiddenSize, phrase("Hidden features"), phrase("Size of hidden state and memory."), std::nullopt),
                           specOf(kNumLayers, phrase("Layers"), phrase("How many LSTMs are stacked, each reading the one below."), 1, 1,
                                  1024),
                           specOf(kBias, phrase("Bias"), phrase("Adds learned numbers to the gates."), true),
                           specOf(kDropout, phrase("Dropout"),
                                  phrase("How likely a number becomes zero on its way from one layer to the next."), 0.0, 0, 1),
                           specOf(kBidirectional, phrase("Both directions"),
                                  phrase("Reads the sequence also from its end; the outputs stand side by side."), false)},
            .shape = lstmShape,
            .cost = lstmCost,
            .code = lstmCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kInputSize, 5), given(kHiddenSize, 7)}, {floats({2, 9, 5})}, {{2, 9, 7}, {1, 2, 7}, {1, 2, 7}}},
                         {{given(kInputSize, 3), given(kHiddenSize, 4), given(kNumLayers, 3), given(kBias, false),
                           given(kBidirectional, true)},
                          {floats({5, 1, 3})},
                          {{5, 1, 8}, {6, 5, 4}, {6, 5, 4}}}},
        },
    };
    return operators;
}

}  // namespace seekbench
