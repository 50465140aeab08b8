// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <QTest>

#include "core/base/file.h"
#include "core/operators/catalog.h"
#include "core/operators/parameters.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

std::string sizesText(const std::vector<Shape>& shapes) {
    std::string all;
    for (const Shape& shape : shapes) all += text(shape);
    return all;
}

// The output shapes of an operator with these parameters and inputs, "[2, 3][4]", or why it refuses.
std::string shapesOf(const Operator& op, const ParameterValues& values, const std::vector<TensorType>& inputs) {
    const auto resolved = ResolvedParameters::from(op.parameters, values);
    if (!resolved.problems.empty()) return resolved.problems[0].message.english();
    const auto outcome = (*op.shape.rule())(resolved.parameters, inputs);
    if (!outcome) return outcome.error().message.english();
    std::vector<Shape> shapes;
    for (const TensorType& type : outcome->outputs) {
        shapes.emplace_back();
        for (const Dimension& extent : type.shape) shapes.back().push_back(extent.bound({{"batch", 1}}));
    }
    return sizesText(shapes) + (outcome->unproven.empty() ? "" : "?");
}

std::string shapesOf(const char* id, const char* parameters, const std::vector<Shape>& inputs) {
    std::vector<TensorType> types;
    for (const Shape& shape : inputs) types.push_back({shape});
    return shapesOf(*findOperator(id), parametersFromJson(Json::parse(parameters)).value(), types);
}

std::string problemOf(const char* id, const char* parameters) {
    const auto resolved = ResolvedParameters::from(findOperator(id)->parameters, parametersFromJson(Json::parse(parameters)).value());
    return resolved.problems.empty() ? "" : resolved.problems[0].message.english();
}

Cost costOf(const char* id, const char* parameters, const std::vector<Sizes>& inputs, const std::vector<Sizes>& outputs) {
    const Operator& op = *findOperator(id);
    return (*op.cost.rule())(ResolvedParameters::from(op.parameters, parametersFromJson(Json::parse(parameters)).value()).parameters,
                             inputs, outputs);
}

bool isSentence(std::string_view text) { return text.size() > 5 && (text.back() == '.'); }

const Dimension n = Dimension::symbol("n");

}  // namespace

class TestOperators : public QObject {
    Q_OBJECT
private slots:
    void everyRowIsComplete() {
        std::set<std::string_view> ids;
        for (const Operator* op : operatorCatalog()) {
            QVERIFY2(ids.insert(op->id).second, op->id.data());
            QCOMPARE(findOperator(op->id), op);
            QVERIFY2(!op->label.empty() && isSentence(op->summary), op->id.data());
            QVERIFY2(op->examples.size() >= 2, op->id.data());
            for (const auto& ports : {op->inputs, op->outputs})
                for (const PortSpec& port : ports) QVERIFY2(!port.name.empty() && !port.help.empty(), op->id.data());
            for (const std::string_view reason :
                 {op->shape.reason(), op->cost.reason(), op->code.reason(), op->onnx.reason(), op->tflite.reason()})
                QVERIFY2(reason.empty() || isSentence(reason), op->id.data());
        }
        QVERIFY(ids.size() >= 26);
        QCOMPARE(findOperator("Nope"), nullptr);
    }
    void familiesStandTogether() {
        const auto catalog = operatorCatalog();
        for (std::size_t i = 1; i < catalog.size(); ++i) QVERIFY(catalog[i - 1]->family <= catalog[i]->family);
    }
    void everyParameterHasLabelHelpAndAValidDefault() {
        for (const Operator* op : operatorCatalog()) {
            std::set<std::string_view> names;
            for (const ParameterSpec& spec : op->parameters) {
                QVERIFY2(names.insert(spec.name).second && !spec.label.empty() && isSentence(spec.help), spec.name.data());
                if (!spec.standard) continue;
                const auto resolved = ResolvedParameters::from(std::span(&spec, 1), {});
                QVERIFY2(resolved.problems.empty(), spec.name.data());
            }
        }
    }
    void everyExampleFollowsFromTheShapeRule() {
        for (const Operator* op : operatorCatalog())
            for (const Example& example : op->examples) {
                std::vector<Shape> expected;
                for (const Sizes& sizes : example.outputs) expected.emplace_back(sizes.begin(), sizes.end());
                COMPARE_TEXT(std::string(op->id) + shapesOf(*op, example.parameters, example.inputs),
                             (std::string(op->id) + sizesText(expected)).c_str());
                QCOMPARE(example.outputs.size(), op->outputs.size());
            }
    }
    void examplesUseEveryParameter() {
        for (const Operator* op : operatorCatalog())
            for (const ParameterSpec& spec : op->parameters) {
                const bool used =
                    std::ranges::any_of(op->examples, [&](const Example& example) { return example.parameters.contains(spec.name); });
                // Dropout inside attention and LSTM changes neither shapes nor costs.
                QVERIFY2(used || spec.name == parameter::kDropout.name, (std::string(op->id) + "." + std::string(spec.name)).c_str());
            }
    }
    void everyExampleHasACost() {
        for (const Operator* op : operatorCatalog())
            for (const Example& example : op->examples) {
                std::vector<Sizes> inputs;
                for (const TensorType& input : example.inputs) inputs.push_back(*integers(input.shape));
                const Cost cost =
                    (*op->cost.rule())(ResolvedParameters::from(op->parameters, example.parameters).parameters, inputs, example.outputs);
                QVERIFY2(cost.parameters >= 0 && cost.multiplyAdds >= 0 && cost.activationBytes >= 0, op->id.data());
            }
    }
    void documentationEqualsTheCatalog() {
        const auto file = std::filesystem::path(SEEKBENCH_SOURCE_DIR) / "docs/operators.md";
        if (qEnvironmentVariableIsSet("SEEKBENCH_WRITE_DOCS")) {
            const auto written = writeFileAtomically(file, operatorDocumentation());
            QVERIFY2(bool(written), written ? "" : written.error().english().c_str());
        }
        QVERIFY2(readFile(file).valueOr("") == operatorDocumentation(),
                 "docs/operators.md is not what the catalog says. Write it anew: SEEKBENCH_WRITE_DOCS=1 build/tests/tst_operators");
    }

    void windowsFollowPyTorch() {
        COMPARE_TEXT(
            shapesOf("Conv2d", R"({"in_channels": 3, "out_channels": 8, "kernel_size": 7, "stride": 2, "padding": 3})", {{n, 3, 224, 223}}),
            "[n, 8, 112, 112]");
        COMPARE_TEXT(shapesOf("MaxPool2d", R"({"kernel_size": 3, "stride": 2})", {{n, 3, 8, 7}}), "[n, 3, 3, 3]");
        COMPARE_TEXT(shapesOf("MaxPool2d", R"({"kernel_size": 3, "stride": 2, "ceil_mode": true})", {{n, 3, 8, 7}}), "[n, 3, 4, 3]");
        // A window that would begin in the right padding is dropped.
        COMPARE_TEXT(shapesOf("AvgPool2d", R"({"kernel_size": 2, "stride": 2, "padding": 1, "ceil_mode": true})", {{n, 3, 5, 4}}),
                     "[n, 3, 3, 3]");
        COMPARE_TEXT(shapesOf("AvgPool2d", R"({"kernel_size": 3, "stride": 2, "ceil_mode": true})", {{n, 3, 2, 2}}), "[n, 3, 1, 1]");
    }
    void windowsThatDoNotFitAreRefused() {
        COMPARE_TEXT(shapesOf("Conv2d", R"({"in_channels": 3, "out_channels": 8, "kernel_size": 5})", {{n, 3, 28, 4}}),
                     "A window of 5 (dilation 1) does not fit into the input with padding 0.");
        COMPARE_TEXT(shapesOf("MaxPool2d", R"({"kernel_size": 2, "padding": 2})", {{n, 3, 8, 8}}),
                     "padding (2) may be at most half of kernel_size (2).");
        COMPARE_TEXT(shapesOf("Conv2d", R"({"in_channels": 3, "out_channels": 8, "kernel_size": 1, "groups": 2})", {{n, 3, 8, 8}}),
                     "groups (2) must divide both in_channels (3) and out_channels (8).");
    }
    void symbolicSizesStayExactWherePossible() {
        const char* const same = R"({"in_channels": 3, "out_channels": 8, "kernel_size": 3, "padding": 1})";
        COMPARE_TEXT(shapesOf("Conv2d", same, {{n, 3, n, n * 2}}), "[n, 8, n, 2*n]");
        COMPARE_TEXT(shapesOf("MaxPool2d", R"({"kernel_size": 2})", {{n, 3, n * 2, n}}), "[n, 3, n, floor((n - 2)/2) + 1]");
        COMPARE_TEXT(shapesOf("Flatten", "{}", {{n, 3, n, 2}}), "[n, 6*n]");
        COMPARE_TEXT(shapesOf("Reshape", R"({"shape": [-1, 3]})", {{5, n * 6}}), "[5, 2*n, 3]");
        COMPARE_TEXT(shapesOf("Concat", "{}", {{n, n}, {n, 4}}), "[n, n + 4]");
    }
    void whatCannotBeProvenIsAssumedAndTold() {
        COMPARE_TEXT(shapesOf("Linear", R"({"in_features": 3, "out_features": 2})", {{5, n}}), "[5, 2]?");
        COMPARE_TEXT(shapesOf("Add", "{}", {{n, 64}, {5, 64}}), "[5, 64]?");
        COMPARE_TEXT(shapesOf("Concat", "{}", {{n, 2}, {5, 4}}), "[n, 6]?");
        COMPARE_TEXT(shapesOf("Reshape", R"({"shape": [-1, 4]})", {{5, n * 2}}), "[5, floor(2*n/4), 4]?");
        COMPARE_TEXT(shapesOf("MultiHeadAttention", R"({"embed_dim": 4, "num_heads": 2})", {{5, 7, 4}, {n, 9, 4}, {}, {}}), "[5, 7, 4]?");
        COMPARE_TEXT(shapesOf("LearnedPosition", R"({"max_length": 9, "features": 4})", {{5, n, 4}}), "[5, n, 4]?");
    }
    void broadcastingFollowsPyTorch() {
        COMPARE_TEXT(shapesOf("Add", "{}", {{n, 3, 1}, {3, 5}, {1}}), "[n, 3, 5]");
        COMPARE_TEXT(shapesOf("Multiply", "{}", {{}, {2, 3}}), "[2, 3]");
        COMPARE_TEXT(shapesOf("Add", "{}", {{n, 3}}), "[n, 3]");
        QVERIFY(shapesOf("Add", "{}", {{2, 3}, {3, 2}}).starts_with("Input number 2"));
        QVERIFY(shapesOf("Add", "{}", {{n, 2}, {n + 1, 2}}).starts_with("Input number 2"));
    }
    void shapesThatDoNotFitAreRefused() {
        QVERIFY(shapesOf("Concat", "{}", {{2, 3}, {4, 3}}).starts_with("Input number 2"));
        QVERIFY(shapesOf("Concat", "{}", {{2, 3}, {2, 3, 1}}).starts_with("Input number 2"));
        QVERIFY(shapesOf("Concat", R"({"dim": 2})", {{2, 3}}).starts_with("dim is 2"));
        QVERIFY(shapesOf("Softmax", R"({"dim": -3})", {{2, 3}}).starts_with("dim is -3"));
        QVERIFY(shapesOf("Flatten", R"({"start_dim": 2, "end_dim": 1})", {{2, 3, 4}}).starts_with("start_dim 2 to end_dim 1"));
        QVERIFY(shapesOf("Reshape", R"({"shape": [4, -1]})", {{2, 3, 3}}).starts_with("9 numbers"));
        QVERIFY(shapesOf("Reshape", R"({"shape": [-1, -1]})", {{2, 3, 3}}).starts_with("shape may hold"));
        QVERIFY(shapesOf("LayerNorm", R"({"normalized_shape": [3, 4]})", {{2, 3}}).starts_with("normalized_shape is 3"));
        QVERIFY(shapesOf("LayerNorm", R"({"normalized_shape": [2, 3, 4]})", {{3, 4}}).starts_with("input needs 3 dimensions"));
        QVERIFY(
            shapesOf("MultiHeadAttention", R"({"embed_dim": 4, "num_heads": 3})", {{5, 7, 4}, {}, {}, {}}).starts_with("num_heads (3)"));
        const char* const attention = R"({"embed_dim": 4, "num_heads": 2})";
        QVERIFY(shapesOf("MultiHeadAttention", attention, {{5, 7, 4}, {5, 9, 4}, {}, {5, 7}}).starts_with("the length of key is 9"));
        QVERIFY(shapesOf("MultiHeadAttention", attention, {{5, 7, 4}, {}, {}, {5, 6, 7}}).starts_with("the length of query is 7"));
        QVERIFY(shapesOf("ScaledDotProductAttention", "{}", {{5, 4}, {5, 4}, {5, 4}, {}}).starts_with("query needs 3 dimensions"));
        QVERIFY(
            shapesOf("ScaledDotProductAttention", "{}", {{5, 3, 7, 4}, {5, 2, 7, 4}, {5, 2, 7, 4}, {}}).starts_with("the number of heads"));
        QVERIFY(shapesOf("RotaryPosition", "{}", {{5, 7, 3}}).starts_with("Features are turned in pairs"));
        QVERIFY(shapesOf("LearnedPosition", R"({"max_length": 4, "features": 3})", {{5, 7, 3}}).starts_with("The sequence has 7"));
        QVERIFY(shapesOf("MixtureOfExperts", R"({"features": 3, "hidden_features": 4, "num_experts": 2, "top_k": 3})", {{5, 3}})
                    .starts_with("top_k (3)"));
        QVERIFY(shapesOf("TiedLinear", "{}", {{5, 7, 3}, {9, 4}}).starts_with("the last dimension of weight is 4"));
        QVERIFY(shapesOf("L2Normalize", R"({"dim": 2})", {{5, 3}}).starts_with("dim is 2"));
        QVERIFY(shapesOf("LSTM", R"({"input_size": 4, "hidden_size": 3})", {{5, 7, 3}}).starts_with("input_size is 4"));
    }
    void costsFollowTheirFormulas() {
        const Cost conv = costOf("Conv2d", R"({"in_channels": 4, "out_channels": 6, "kernel_size": [3, 5], "groups": 2})", {{1, 4, 9, 9}},
                                 {{1, 6, 7, 5}});
        QCOMPARE(conv, (Cost{6 * 2 * 15 + 6, 6 * 7 * 5 * 2 * 15, 4 * 6 * 7 * 5}));
        const Cost attention =
            costOf("MultiHeadAttention", R"({"embed_dim": 4, "num_heads": 2})", {{1, 5, 4}, {1, 7, 4}, {1, 7, 4}, {}}, {{1, 5, 4}});
        QCOMPARE(attention, (Cost{4 * 16 + 16, (2 * 5 + 2 * 7) * 16 + 2 * 5 * 7 * 4, 4 * ((2 * 5 + 2 * 7) * 4 + 2 * 5 * 7 + 5 * 4)}));
        const Cost lstm = costOf("LSTM", R"({"input_size": 3, "hidden_size": 4, "num_layers": 2, "bidirectional": true})", {{1, 5, 3}}, {});
        QCOMPARE(lstm.parameters, 2 * (4 * 4 * (3 + 4) + 8 * 4) + 2 * (4 * 4 * (8 + 4) + 8 * 4));
        QCOMPARE(lstm.multiplyAdds, 5 * 2 * (4 * 4 * (3 + 4) + 4 * 4 * (8 + 4)));
        const Cost gru = costOf("GRU", R"({"input_size": 3, "hidden_size": 4, "bidirectional": true})", {{1, 5, 3}}, {});
        QCOMPARE(gru, (Cost{2 * (3 * 4 * (3 + 4) + 6 * 4), 5 * 2 * 3 * 4 * (3 + 4), 4 * 5 * 5 * 2 * 4}));
        const Cost dynamic = costOf("DynamicAttention", R"({"dim": 8})", {{1, 2, 5, 8}}, {{1, 2, 5, 5}});
        QCOMPARE(dynamic, (Cost{0, 2 * 5 * 5 * 8, 4 * 4 * 2 * 5 * 5}));
        // 10 tokens, each to 2 of 4 experts, at 1.2 of an equal share: room for 6 in each.
        const Cost experts = costOf("MixtureOfExperts", R"({"features": 3, "hidden_features": 7, "top_k": 2, "capacity_factor": 1.2})",
                                    {{2, 5, 3}}, {{2, 5, 3}});
        QCOMPARE(experts.parameters, 4 * 3 + 4 * (3 * 7 + 7 + 7 * 3 + 3));
        QCOMPARE(experts.multiplyAdds, 10 * 4 * 3 + 4 * 6 * 2 * 3 * 7);
    }
    void axesAreAsManyAsTheKernelHas() {
        const char* const same = R"({"in_channels": 3, "out_channels": 8, "kernel_size": 3, "padding": 1})";
        COMPARE_TEXT(shapesOf("Conv1d", same, {{n, 3, n}}), "[n, 8, n]");
        COMPARE_TEXT(shapesOf("Conv3d", same, {{n, 3, 4, 5, n}}), "[n, 8, 4, 5, n]");
        COMPARE_TEXT(shapesOf("Conv3d", same, {{n, 3, 4, 5}}), "input needs 5 dimensions, and the tensor that arrives has 4.");
        COMPARE_TEXT(shapesOf("ConvTranspose2d", R"({"in_channels": 3, "out_channels": 8, "kernel_size": 2, "stride": 2})", {{n, 3, n, 5}}),
                     "[n, 8, 2*n, 10]");
        COMPARE_TEXT(shapesOf("MaxPool3d", R"({"kernel_size": 2})", {{n, 3, 4, 6, 8}}), "[n, 3, 2, 3, 4]");
        COMPARE_TEXT(shapesOf("AdaptiveMaxPool2d", R"({"output_size": 1})", {{n, 3, n, 6}}), "[n, 3, 1, 1]");
    }
    void convolutionsOfAllRanksCostWhatTheirFormulasSay() {
        const Cost line =
            costOf("Conv1d", R"({"in_channels": 4, "out_channels": 6, "kernel_size": 3, "groups": 2})", {{1, 4, 9}}, {{1, 6, 7}});
        QCOMPARE(line, (Cost{6 * 2 * 3 + 6, 6 * 7 * 2 * 3, 4 * 6 * 7}));
        const Cost volume = costOf("Conv3d", R"({"in_channels": 2, "out_channels": 5, "kernel_size": [1, 2, 3], "bias": false})",
                                   {{1, 2, 4, 5, 6}}, {{1, 5, 4, 4, 4}});
        QCOMPARE(volume, (Cost{5 * 2 * 6, 5 * 64 * 2 * 6, 4 * 5 * 64}));
        // Each number of the input paints the kernels of its group.
        const Cost painted =
            costOf("ConvTranspose2d", R"({"in_channels": 4, "out_channels": 6, "kernel_size": 2, "stride": 2, "groups": 2})",
                   {{1, 4, 5, 7}}, {{1, 6, 10, 14}});
        QCOMPARE(painted, (Cost{4 * 3 * 4 + 6, 4 * 35 * 3 * 4, 4 * 6 * 140}));
        QCOMPARE(costOf("MatMul", "{}", {{1, 3, 5}, {1, 5, 7}}, {{1, 3, 7}}).multiplyAdds, 3 * 5 * 7);
    }
    void theBatchStaysFirstAndWhole() {
        QVERIFY(shapesOf("Permute", R"({"dims": [1, 0]})", {{n, 3}}).starts_with("dims must begin with 0"));
        QVERIFY(shapesOf("Permute", R"({"dims": [0, 1, 1]})", {{n, 3, 4}}).starts_with("dims must name every"));
        QVERIFY(shapesOf("Permute", R"({"dims": [0, 1]})", {{n, 3, 4}}).starts_with("dims has 2 numbers"));
        QVERIFY(shapesOf("Transpose", R"({"dim0": 0})", {{n, 3, 4}}).starts_with("dim0 and dim1 may not be 0"));
        QVERIFY(shapesOf("Transpose", "{}", {{n, 3}}).starts_with("dim0 is 1 and dim1 is 2"));
        QVERIFY(shapesOf("Unsqueeze", R"({"dim": 0})", {{n, 3}}).starts_with("dim may not be 0"));
        QVERIFY(shapesOf("Squeeze", R"({"dim": -2})", {{n, 3}}).starts_with("dim may not be 0"));
        for (const char* reduction : {"Mean", "Sum", "Max"}) {
            QVERIFY(shapesOf(*findOperator(reduction), {{"dim", Integers{0}}}, {{{n, 3}}}).starts_with("dim may not have 0"));
            QVERIFY(
                shapesOf(*findOperator(reduction), {{"dim", Integers{1, -1}}}, {{{n, 3}}}).starts_with("dim has the dimension 1 twice"));
        }
        QVERIFY(shapesOf("Slice", R"({"dim": 0})", {{n, 3}}).starts_with("dim may not be 0"));
        QVERIFY(shapesOf("Split", R"({"dim": -2, "split_size": 1})", {{n, 3}}).starts_with("dim may not be 0"));
        QVERIFY(shapesOf("Pad", R"({"pad": [1, 1, 1, 1]})", {{n, 3}}).starts_with("pad has numbers for 2 dimensions"));
        QVERIFY(shapesOf("MatMul", "{}", {{n, 3}, {3, 4}}).starts_with("A product of matrices"));
        QVERIFY(shapesOf("MatMul", "{}", {{n, 2, 3}, {n + 1, 3, 4}}).starts_with("the input's extent"));
    }
    void sizesThatAreNoNumbersAreFollowed() {
        COMPARE_TEXT(shapesOf("Pad", R"({"pad": [1, 2]})", {{5, n}}), "[5, n + 3]");
        COMPARE_TEXT(shapesOf("Crop", R"({"crop": [1, 2]})", {{5, n}}), "[5, n - 3]");
        COMPARE_TEXT(shapesOf("Slice", R"({"start": 2})", {{5, n}}), "[5, n - 2]");
        COMPARE_TEXT(shapesOf("Slice", R"({"start": 1, "end": -1, "step": 2})", {{5, n * 2}}), "[5, n - 1]");
        COMPARE_TEXT(shapesOf("Split", R"({"split_size": 3})", {{5, n}}), "[5, 3][5, n - 3]");
        COMPARE_TEXT(shapesOf("Upsample", R"({"scale_factor": [2, 3]})", {{5, 1, n, 4}}), "[5, 1, 2*n, 12]");
        COMPARE_TEXT(shapesOf("Squeeze", R"({"dim": 1})", {{5, n}}), "[5]?");
        COMPARE_TEXT(shapesOf("Mean", "{}", {{5, n, 3}}), "[5, n]");
        COMPARE_TEXT(shapesOf("MatMul", "{}", {{5, n, 3}, {5, 3, n * 2}}), "[5, n, 2*n]");
    }
    void whatLeavesNothingOrHasNoSourceIsRefused() {
        QVERIFY(shapesOf("Crop", R"({"crop": [2, 3]})", {{n, 5}}).starts_with("Cropping 2 and 3 leaves nothing"));
        QVERIFY(shapesOf("Slice", R"({"start": 5})", {{n, 5}}).starts_with("From start 5"));
        QVERIFY(shapesOf("Slice", R"({"start": 3, "end": -3})", {{n, 5}}).starts_with("From start 3"));
        QVERIFY(shapesOf("Split", R"({"split_size": 5})", {{n, 5}}).starts_with("split_size (5) leaves nothing"));
        QVERIFY(shapesOf("Pad", R"({"pad": [1]})", {{n, 5}}).starts_with("pad needs two numbers"));
        QVERIFY(shapesOf("Pad", R"({"pad": [5, 0], "mode": "reflect"})", {{n, 2, 5}}).starts_with("A padding of 5 with reflect"));
        QVERIFY(shapesOf("Pad", R"({"pad": [6, 0], "mode": "circular"})", {{n, 2, 5}}).starts_with("A padding of 6 with circular"));
        QVERIFY(shapesOf("Pad", R"({"pad": [1, 1], "mode": "reflect"})", {{n, 2, 5, 5}}).starts_with("With mode reflect"));
        QVERIFY(shapesOf("Conv1d", R"({"in_channels": 1, "out_channels": 1, "kernel_size": 3, "padding": 4, "padding_mode": "reflect"})",
                         {{n, 1, 4}})
                    .starts_with("A padding of 4 with reflect"));
        QVERIFY(shapesOf("ConvTranspose1d", R"({"in_channels": 1, "out_channels": 1, "kernel_size": 1, "output_padding": 1})", {{n, 1, 4}})
                    .starts_with("output_padding (1) must be smaller"));
        QVERIFY(shapesOf("ConvTranspose1d", R"({"in_channels": 1, "out_channels": 1, "kernel_size": 1, "padding": 2})", {{n, 1, 4}})
                    .starts_with("A padding of 2 leaves nothing"));
        QVERIFY(shapesOf("GroupNorm", R"({"num_groups": 4, "num_channels": 6})", {{n, 6, 2}}).starts_with("num_groups (4) must divide"));
        QVERIFY(shapesOf("InstanceNorm2d", R"({"num_features": 6})", {{n, 6, 1, 1}}).starts_with("Each channel has a single number"));
        QVERIFY(shapesOf("PReLU", R"({"num_parameters": 4})", {{n, 6, 2}}).starts_with("num_parameters is 4"));
        QVERIFY(shapesOf("Clamp", R"({"min": 2, "max": 1})", {{n, 6}}).starts_with("min (2) must not be above max (1)"));
        QVERIFY(shapesOf("Upsample", R"({"mode": "linear"})", {{n, 3, 4, 4}}).starts_with("mode linear needs 3 dimensions"));
        QVERIFY(shapesOf("Upsample", R"({"align_corners": true})", {{n, 3, 4, 4}}).starts_with("align_corners means nothing"));
        QVERIFY(shapesOf("Squeeze", "{}", {{n, 3}}).starts_with("Dimension 1 has the extent 3"));
    }
    void hugeCostsStopAtTheLargestNumber() {
        const Cost cost = costOf("Linear", R"({"in_features": 2147483647, "out_features": 2147483647})", {}, {{1 << 30, 1 << 30, 16}});
        QCOMPARE(cost.multiplyAdds, INT64_MAX);
        QCOMPARE((cost + cost).multiplyAdds, INT64_MAX);
    }

    void parametersAreResolved() {
        const auto resolved = ResolvedParameters::from(
            findOperator("Conv2d")->parameters,
            {{"in_channels", std::int64_t{3}}, {"out_channels", std::int64_t{8}}, {"kernel_size", std::int64_t{5}}});
        QVERIFY(resolved.problems.empty());
        QCOMPARE(resolved.parameters[parameter::kKernelSize], (Integers{5, 5}));
        QCOMPARE(resolved.parameters[parameter::kPadding], (Integers{0, 0}));
        QCOMPARE(resolved.parameters[parameter::kBias], true);
        const auto dropout = ResolvedParameters::from(findOperator("Dropout")->parameters, {{"p", std::int64_t{1}}});
        QCOMPARE(dropout.parameters[parameter::kP], 1.0);
        const auto pool = ResolvedParameters::from(findOperator("MaxPool2d")->parameters, {{"kernel_size", Integers{2, 3}}});
        QCOMPARE(parameter::poolingStride(pool.parameters), (Integers{2, 3}));
    }
    void wrongParametersAreSentences() {
        COMPARE_TEXT(problemOf("Linear", R"({"in_features": 3})"), "out_features must be given.");
        COMPARE_TEXT(problemOf("Linear", R"({"in_features": 0, "out_features": 2})"),
                     "The value 0 of in_features is out of range; it must lie from 1 to 2147483647.");
        COMPARE_TEXT(problemOf("Linear", R"({"in_features": 2.5, "out_features": 2})"),
                     "in_features wants a whole number, and 2.5 is none.");
        COMPARE_TEXT(problemOf("Linear", R"({"in_features": 2, "out_features": 2, "bias": 1})"),
                     "bias wants true or false, and 1 is neither.");
        COMPARE_TEXT(problemOf("Dropout", R"({"p": true})"), "p wants a number, and true is none.");
        COMPARE_TEXT(problemOf("GELU", R"({"approximate": "fast"})"), "approximate cannot be \"fast\"; it is one of: none, tanh.");
        COMPARE_TEXT(problemOf("MaxPool2d", R"({"kernel_size": [1, 2, 3]})"), "kernel_size wants one number or 2, and 3 are given.");
        COMPARE_TEXT(problemOf("MaxPool2d", R"({"kernel_size": []})"), "kernel_size wants one number or 2, and 0 are given.");
        COMPARE_TEXT(problemOf("MaxPool2d", R"({"kernel_size": 2, "stride": 0})").substr(0, 24), "The value 0 of stride is");
        COMPARE_TEXT(problemOf("ReLU", R"({"slope": 1})"), "There is no parameter slope here.");
    }
};

QTEST_APPLESS_MAIN(TestOperators)
#include "tst_operators.moc"
