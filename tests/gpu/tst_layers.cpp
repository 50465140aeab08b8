// SPDX-License-Identifier: Apache-2.0
// Walks the registry: the two halves of every operator must tell the same story.

#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/operators/catalog.h"
#include "gpu/operators/catalog.h"

namespace seekbench {
namespace {

// An example of an operator with its layer, its random inputs and what both halves say about them.
struct Case {
    const Operator* op;
    const Example* example;
    Parameters parameters;
    std::unique_ptr<Layer> layer;
    std::vector<at::Tensor> inputs;

    std::vector<Sizes> inputSizes() const {
        std::vector<Sizes> sizes;
        for (const TensorType& type : example->inputs) sizes.push_back(integers(type.shape).value());
        return sizes;
    }
    std::vector<at::Tensor> forward() const { return layer->forward(inputs); }
};

at::Tensor randomTensor(const TensorType& type) {
    if (type.shape.empty()) return {};  // a port without an edge
    const auto sizes = integers(type.shape).value();
    return type.element == ElementType::Integer ? torch::randint(0, 2, sizes, at::kLong) : torch::randn(sizes);
}

void forEveryExample(const std::function<void(const Case&)>& check) {
    for (const Operator* op : operatorCatalog()) {
        int number = 0;
        for (const Example& example : op->examples) {
            SCOPED_TRACE(std::string(op->id) + ", example " + std::to_string(++number));
            auto resolved = ResolvedParameters::from(op->parameters, example.parameters);
            ASSERT_TRUE(resolved.problems.empty());
            const TorchOperator* half = findTorchOperator(op->id);
            ASSERT_NE(half, nullptr);
            torch::manual_seed(number);
            Case one{op, &example, resolved.parameters, half->build(resolved.parameters), {}};
            for (const TensorType& type : example.inputs) one.inputs.push_back(randomTensor(type));
            if (one.inputs.empty()) one.inputs.push_back(torch::randn(example.outputs.at(0)));  // an Input node is handed its tensor
            check(one);
        }
    }
}

std::vector<Sizes> sizesOf(const std::vector<at::Tensor>& tensors) {
    std::vector<Sizes> sizes;
    for (const at::Tensor& tensor : tensors) sizes.push_back(tensor.sizes().vec());
    return sizes;
}

TEST(Layers, everyOperatorHasBothHalvesInTheSameOrder) {
    std::vector<std::string_view> core, torchHalf;
    for (const Operator* op : operatorCatalog()) core.push_back(op->id);
    for (const TorchOperator* half : torchOperatorCatalog()) torchHalf.push_back(half->id);
    EXPECT_EQ(core, torchHalf);
}

TEST(Layers, outputsHaveTheShapesThatTheExampleAndTheShapeRuleSay) {
    forEveryExample([](const Case& one) {
        if (one.op->outputs.empty()) return;  // Output passes on to the model, not to a port
        EXPECT_EQ(sizesOf(one.forward()), one.example->outputs);
        const auto inferred = (*one.op->shape.rule())(one.parameters, one.example->inputs);
        ASSERT_TRUE(inferred);
        ASSERT_EQ(inferred->outputs.size(), one.op->outputs.size());
        for (std::size_t i = 0; i < inferred->outputs.size(); ++i) {
            const Shape bound = [&] {
                Shape shape;
                for (const Dimension& extent : inferred->outputs[i].shape) shape.push_back(extent.bound({{"batch", 1}}));
                return shape;
            }();
            EXPECT_EQ(integers(bound), one.example->outputs[i]);
        }
    });
}

TEST(Layers, theCostRuleCountsTheParametersOfTheLayer) {
    forEveryExample([](const Case& one) {
        std::int64_t count = 0;
        for (const auto& [name, parameter] : one.layer->parameters()) count += parameter.numel();
        const auto sizes = one.inputSizes();
        EXPECT_EQ((*one.op->cost.rule())(one.parameters, sizes, one.example->outputs).parameters, count);
    });
}

TEST(Layers, gradientsReachEveryParameterAndInputAndAreFinite) {
    forEveryExample([](const Case& one) {
        for (const at::Tensor& input : one.inputs)
            if (input.defined() && input.is_floating_point()) input.requires_grad_();
        at::Tensor sum = torch::zeros({});
        for (const at::Tensor& output : one.forward())
            if (output.is_floating_point()) sum = sum + (output * torch::randn_like(output)).sum();
        if (!sum.requires_grad()) return;  // whole numbers passed on
        sum.backward();
        std::vector<NamedTensor> leaves = one.layer->parameters();
        for (const at::Tensor& input : one.inputs)
            if (input.defined() && input.is_floating_point()) leaves.emplace_back("input", input);
        for (const auto& [name, leaf] : leaves) {
            ASSERT_TRUE(leaf.grad().defined()) << name;
            EXPECT_TRUE(leaf.grad().isfinite().all().item<bool>()) << name;
        }
    });
}

TEST(Layers, evaluationIsRepeatableAndLeavesTheBuffersAlone) {
    forEveryExample([](const Case& one) {
        one.layer->setMode(Mode::Evaluation);
        std::vector<at::Tensor> before;
        for (const auto& [name, buffer] : one.layer->buffers()) before.push_back(buffer.clone());
        const auto first = one.forward(), second = one.forward();
        for (std::size_t i = 0; i < first.size(); ++i) EXPECT_TRUE(torch::equal(first[i], second[i]));
        for (std::size_t i = 0; i < before.size(); ++i) EXPECT_TRUE(torch::equal(before[i], one.layer->buffers()[i].second));
    });
}

// In training batch normalization mixes the samples; nothing else may, and nothing in evaluation.
TEST(Layers, samplesDoNotSeeEachOtherInEvaluation) {
    int compared = 0;
    forEveryExample([&](const Case& one) {
        // Experts have places for the tokens of the whole batch: one that comes may take the place of another.
        if (one.example->inputs.empty() || one.op->id == "MixtureOfExperts") return;
        const std::int64_t batch = one.inputs[0].size(0);
        const auto isBatch = [&](const at::Tensor& tensor) { return !tensor.defined() || (tensor.dim() > 0 && tensor.size(0) == batch); };
        if (batch < 2 || !std::ranges::all_of(one.inputs, isBatch)) return;
        one.forward();  // in training, so that what is gathered from batches is there: running means, the range of FakeQuantize
        one.layer->setMode(Mode::Evaluation);
        const auto before = one.forward();
        for (const at::Tensor& input : one.inputs)
            if (input.defined()) input.select(0, batch - 1).mul_(-1).add_(1);  // 0 and 1 stay numbers that an embedding has
        const auto after = one.forward();
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (!isBatch(before[i])) continue;                           // Flatten from dimension 0
            if (one.op->family == Family::Recurrent && i > 0) continue;  // states: (layers, batch, features)
            const auto others = [&](const at::Tensor& output) { return output.narrow(0, 0, batch - 1); };
            EXPECT_TRUE(torch::allclose(others(before[i]), others(after[i]), 1e-5, 1e-6));
            ++compared;
        }
    });
    EXPECT_GT(compared, 60);
}

TEST(Layers, attentionComputesWhatTheModuleOfTorchComputes) {
    torch::manual_seed(1);
    torch::nn::MultiheadAttention module(torch::nn::MultiheadAttentionOptions(6, 3));
    torch::manual_seed(1);
    const Operator* op = findOperator("MultiHeadAttention");
    const auto layer = findTorchOperator(op->id)->build(
        ResolvedParameters::from(op->parameters, {{"embed_dim", std::int64_t{6}}, {"num_heads", std::int64_t{3}}}).parameters);
    const at::Tensor query = torch::randn({2, 5, 6}), source = torch::randn({2, 7, 6}), value = torch::randn({2, 7, 6});
    const auto expected = [&](const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) {  // the module wants the sequence first
        return std::get<0>(module(q.transpose(0, 1), k.transpose(0, 1), v.transpose(0, 1))).transpose(0, 1);
    };
    using Inputs = std::vector<at::Tensor>;
    EXPECT_TRUE(torch::allclose(layer->forward(Inputs{query, source, value, {}})[0], expected(query, source, value), 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(layer->forward(Inputs{query, source, {}, {}})[0], expected(query, source, source), 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(layer->forward(Inputs{query, {}, {}, {}})[0], expected(query, query, query), 1e-5, 1e-6));
}

TEST(Layers, anEmptyStrideOfAPoolingMeansTheWindow) {
    const Operator* op = findOperator("AvgPool2d");
    const auto parameters = ResolvedParameters::from(op->parameters, {{"kernel_size", Integers{3, 3}}}).parameters;
    const at::Tensor ramp = torch::arange(36, at::kFloat).view({1, 1, 6, 6});
    const at::Tensor pooled = findTorchOperator(op->id)->build(parameters)->forward(std::vector{ramp})[0];
    EXPECT_TRUE(torch::equal(pooled.flatten(), torch::tensor({7.f, 10.f, 25.f, 28.f})));
}

std::unique_ptr<Layer> layerOf(std::string_view id, const ParameterValues& values) {
    const auto resolved = ResolvedParameters::from(findOperator(id)->parameters, values);
    EXPECT_TRUE(resolved.problems.empty()) << id;
    return findTorchOperator(id)->build(resolved.parameters);
}

at::Tensor outputOf(std::string_view id, const ParameterValues& values, std::vector<at::Tensor> inputs) {
    return layerOf(id, values)->forward(inputs)[0];
}

TEST(Layers, rmsNormDividesByTheRootOfTheMeanSquare) {
    const at::Tensor input = torch::tensor({{3.f, 4.f}, {0.f, 0.f}});
    const auto layer = layerOf("RMSNorm", {{"normalized_shape", Integers{2}}, {"eps", 0.5}});
    layer->parameters()[0].second.set_data(torch::tensor({1.f, 10.f}));
    const float root = std::sqrt(12.5f + 0.5f);
    EXPECT_TRUE(torch::allclose(layer->forward(std::vector{input})[0], torch::tensor({{3 / root, 40 / root}, {0.f, 0.f}})));
}

TEST(Layers, dropPathDropsWholeSamplesAndKeepsTheMean) {
    torch::manual_seed(3);
    const at::Tensor input = torch::ones({4000, 2, 3});
    const auto layer = layerOf("DropPath", {{"p", 0.25}});
    const at::Tensor output = layer->forward(std::vector{input})[0];
    const at::Tensor perSample = output.flatten(1);
    EXPECT_TRUE(torch::equal(perSample.amin(1), perSample.amax(1)));  // all of a sample or nothing
    EXPECT_TRUE((output.eq(0) | output.sub(1 / 0.75).abs().lt(1e-6)).all().item<bool>());
    EXPECT_NEAR(output.mean().item<double>(), 1, 0.05);  // 5 deviations of a mean of 4000
    layer->setMode(Mode::Evaluation);
    EXPECT_TRUE(torch::equal(layer->forward(std::vector{input})[0], input));
    EXPECT_EQ(outputOf("DropPath", {{"p", 1.0}}, {input}).abs().sum().item<double>(), 0);
}

TEST(Layers, cropUndoesPadInEveryMode) {
    const at::Tensor picture = torch::randn({2, 3, 5, 7});
    const Integers borders{1, 2, 3, 4};
    for (const char* mode : {"constant", "reflect", "replicate", "circular"}) {
        const at::Tensor padded = outputOf("Pad", {{"pad", borders}, {"mode", std::string(mode)}, {"value", 9.0}}, {picture});
        EXPECT_EQ(padded.sizes(), (std::vector<std::int64_t>{2, 3, 12, 10})) << mode;
        EXPECT_TRUE(torch::equal(outputOf("Crop", {{"crop", borders}}, {padded}), picture)) << mode;
    }
    const at::Tensor row = torch::tensor({{{1.f, 2.f, 3.f}}});
    const auto padded = [&](const char* mode) {
        return outputOf("Pad", {{"pad", Integers{2, 1}}, {"mode", std::string(mode)}, {"value", 9.0}}, {row}).flatten();
    };
    EXPECT_TRUE(torch::equal(padded("constant"), torch::tensor({9.f, 9.f, 1.f, 2.f, 3.f, 9.f})));
    EXPECT_TRUE(torch::equal(padded("reflect"), torch::tensor({3.f, 2.f, 1.f, 2.f, 3.f, 2.f})));
    EXPECT_TRUE(torch::equal(padded("replicate"), torch::tensor({1.f, 1.f, 1.f, 2.f, 3.f, 3.f})));
    EXPECT_TRUE(torch::equal(padded("circular"), torch::tensor({2.f, 3.f, 1.f, 2.f, 3.f, 1.f})));
}

TEST(Layers, paddingModesOfAConvolutionAreThoseOfPad) {
    const at::Tensor picture = torch::randn({2, 3, 6, 7});
    for (const char* mode : {"zeros", "reflect", "replicate", "circular"}) {
        const auto build = [&](std::int64_t padding, const char* with) {
            torch::manual_seed(5);
            return layerOf("Conv2d", {{"in_channels", std::int64_t{3}},
                                      {"out_channels", std::int64_t{4}},
                                      {"kernel_size", Integers{3, 3}},
                                      {"padding", Integers{padding, padding}},
                                      {"padding_mode", std::string(with)}});
        };
        const std::string same = std::string_view(mode) == "zeros" ? "constant" : mode;
        const at::Tensor padded = outputOf("Pad", {{"pad", Integers{2, 2, 2, 2}}, {"mode", same}}, {picture});
        EXPECT_TRUE(torch::allclose(build(2, mode)->forward(std::vector{picture})[0], build(0, "zeros")->forward(std::vector{padded})[0],
                                    1e-5, 1e-5))
            << mode;
    }
}

TEST(Layers, concatUndoesSplitAndSliceFindsItsParts) {
    const at::Tensor input = torch::randn({2, 7, 3});
    const auto parts = layerOf("Split", {{"split_size", std::int64_t{3}}})->forward(std::vector{input});
    EXPECT_TRUE(torch::equal(outputOf("Concat", {}, parts), input));
    EXPECT_TRUE(torch::equal(outputOf("Slice", {{"end", std::int64_t{3}}}, {input}), parts[0]));
    EXPECT_TRUE(torch::equal(outputOf("Slice", {{"start", std::int64_t{-4}}}, {input}), parts[1]));
}

TEST(Layers, theGradientOfMaxGoesToTheLargest) {
    at::Tensor input = torch::tensor({{{1.f, 5.f, 2.f}, {7.f, 0.f, -1.f}}}).requires_grad_();
    outputOf("Max", {{"dim", Integers{1, 2}}}, {input}).sum().backward();
    EXPECT_TRUE(torch::equal(input.grad(), torch::tensor({{{0.f, 0.f, 0.f}, {1.f, 0.f, 0.f}}})));
}

TEST(Layers, subtractAndDivideKeepTheirOrder) {
    const at::Tensor a = torch::tensor({{6.f}}), b = torch::tensor({{2.f}});
    EXPECT_EQ(outputOf("Subtract", {}, {a, b}).item<float>(), 4);
    EXPECT_EQ(outputOf("Divide", {}, {a, b}).item<float>(), 3);
}

TEST(Layers, upsamplingCopiesOrInterpolates) {
    const at::Tensor row = torch::tensor({{{0.f, 4.f}}});
    EXPECT_TRUE(torch::equal(outputOf("Upsample", {}, {row}).flatten(), torch::tensor({0.f, 0.f, 4.f, 4.f})));
    const ParameterValues linear{{"mode", std::string("linear")}};
    EXPECT_TRUE(torch::allclose(outputOf("Upsample", linear, {row}).flatten(), torch::tensor({0.f, 1.f, 3.f, 4.f})));
    const ParameterValues aligned{{"mode", std::string("linear")}, {"align_corners", true}};
    EXPECT_TRUE(torch::allclose(outputOf("Upsample", aligned, {row}).flatten(), torch::tensor({0.f, 4.f / 3, 8.f / 3, 4.f})));
}

}  // namespace
}  // namespace seekbench
