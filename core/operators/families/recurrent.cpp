// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::int64_t directionsOf(const Parameters& parameters) { return parameters[kBidirectional] ? 2 : 1; }

// The output of the top layer, and one state of all layers for each of the further outputs.
ShapeAnswer recurrentShape(const Parameters& parameters, std::span<const TensorType> inputs, std::size_t states) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", "sequence", {kInputSize.name, parameters[kInputSize]}}))
        return demands.refusal();
    const std::int64_t directions = directionsOf(parameters), hidden = parameters[kHiddenSize];
    const TensorType state{{directions * parameters[kNumLayers], shape[0], hidden}};
    Shape output{shape[0]};
    if (parameters[kReturns] == kReturnsSequence) output.push_back(shape[1]);
    output.emplace_back(directions * hidden);
    std::vector<TensorType> outputs{{std::move(output)}};
    outputs.insert(outputs.end(), states, state);
    return demands.outcome(std::move(outputs));
}

ShapeAnswer lstmShape(const Parameters& parameters, std::span<const TensorType> inputs) { return recurrentShape(parameters, inputs, 2); }
ShapeAnswer gruShape(const Parameters& parameters, std::span<const TensorType> inputs) { return recurrentShape(parameters, inputs, 1); }

// Each gate is a matrix product of input and one of hidden state, with a bias each. `kept`: the numbers of hidden_size that each
// step keeps. The products inside the cell are not counted.
Cost recurrentCost(const Parameters& parameters, std::span<const Sizes> inputs, std::int64_t gates, std::int64_t kept) {
    const std::int64_t directions = directionsOf(parameters), hidden = parameters[kHiddenSize], layers = parameters[kNumLayers];
    const std::int64_t steps = product({inputs[0][0], inputs[0][1]});
    const std::int64_t firstInputs = total({parameters[kInputSize], hidden}), laterInputs = total({product({directions, hidden}), hidden});
    const std::int64_t inputsOfAllLayers = total({firstInputs, product({layers - 1, laterInputs})});
    const std::int64_t weights = product({gates, directions, hidden, inputsOfAllLayers});
    return {.parameters = total({weights, parameters[kBias] ? product({2, gates, directions, layers, hidden}) : 0}),
            .multiplyAdds = product({steps, weights}),
            .activationBytes = product({kFloatBytes, kept, steps, directions, layers, hidden})};
}

// Hochreiter and Schmidhuber 1997 with forget gates, in the form of torch.nn.LSTM. Kept per step: four gates, cell and hidden state.
Cost lstmCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return recurrentCost(parameters, inputs, 4, 6);
}

// Cho et al. 2014, arXiv 1406.1078, in the form of torch.nn.GRU. Kept per step: three gates, the hidden state's part of the
// candidate, and the hidden state.
Cost gruCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return recurrentCost(parameters, inputs, 3, 5);
}

std::vector<PortSpec> recurrentOutputs() {
    return {{"output", phrase("the last layer's hidden state: (batch, sequence, directions · hidden_size), at each step, or "
                              "(batch, directions · hidden_size), when each direction has read all")},
            {"hidden", phrase("(directions · num_layers, batch, hidden_size), the last hidden state of each layer")}};
}

std::vector<PortSpec> withCell(std::vector<PortSpec> ports) {
    ports.push_back({"cell", phrase("(directions · num_layers, batch, hidden_size), the last memory of each layer")});
    return ports;
}

std::vector<ParameterSpec> recurrentParameters(std::string_view hiddenHelp, std::string_view layersHelp) {
    return {
        specOf(kInputSize, phrase("Input features"), phrase("Extent of the input's last dimension."), std::nullopt),
        specOf(kHiddenSize, phrase("Hidden features"), hiddenHelp, std::nullopt),
        specOf(kNumLayers, phrase("Layers"), layersHelp, 1, 1, 1024),
        specOf(kBias, phrase("Bias"), phrase("Adds learned numbers to the gates."), true),
        specOf(kDropout, phrase("Dropout"), phrase("How likely a number becomes zero on its way from one layer to the next."), 0.0, 0, 1),
        specOf(kBidirectional, phrase("Both directions"), phrase("Reads the sequence also from its end; the outputs stand side by side."),
               false),
        specOf(kReturns, phrase("Returns"), phrase("The hidden state at each step of the sequence, or only the last of each direction."),
               kReturnsSequence, {kReturnsSequence, kReturnsLast})};
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
            .outputs = withCell(recurrentOutputs()),
            .parameters = recurrentParameters(phrase("Size of hidden state and memory."),
                                              phrase("How many LSTMs are stacked, each reading the one below.")),
            .shape = lstmShape,
            .cost = lstmCost,
            .code = lstmCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kInputSize, 5), given(kHiddenSize, 7)}, {floats({2, 9, 5})}, {{2, 9, 7}, {1, 2, 7}, {1, 2, 7}}},
                         {{given(kInputSize, 3), given(kHiddenSize, 4), given(kNumLayers, 3), given(kBias, false),
                           given(kBidirectional, true)},
                          {floats({5, 1, 3})},
                          {{5, 1, 8}, {6, 5, 4}, {6, 5, 4}}},
                         {{given(kInputSize, 3), given(kHiddenSize, 4), given(kBidirectional, true), given(kReturns, "last")},
                          {floats({2, 6, 3})},
                          {{2, 8}, {2, 2, 4}, {2, 2, 4}}}},
        },
        {
            .id = "GRU",
            .family = Family::Recurrent,
            .label = phrase("GRU"),
            .summary = phrase("Reads a sequence step by step; two gates decide what its hidden state keeps and takes in."),
            .inputs = {{"input", phrase("(batch, sequence, input_size)")}},
            .outputs = recurrentOutputs(),
            .parameters =
                recurrentParameters(phrase("Size of the hidden state."), phrase("How many GRUs are stacked, each reading the one below.")),
            .shape = gruShape,
            .cost = gruCost,
            .code = gruCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples =
                {{{given(kInputSize, 5), given(kHiddenSize, 7)}, {floats({2, 9, 5})}, {{2, 9, 7}, {1, 2, 7}}},
                 {{given(kInputSize, 3), given(kHiddenSize, 4), given(kNumLayers, 2), given(kBias, false), given(kBidirectional, true)},
                  {floats({5, 1, 3})},
                  {{5, 1, 8}, {4, 5, 4}}},
                 {{given(kInputSize, 3), given(kHiddenSize, 4), given(kReturns, "last")}, {floats({2, 6, 3})}, {{2, 4}, {1, 2, 4}}}},
        },
    };
    return operators;
}

}  // namespace seekbench
