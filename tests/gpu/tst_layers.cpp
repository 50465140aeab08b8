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
    EXPECT_TRUE(torch::allclose(layer->forward(Inputs{query, source, value})[0], expected(query, source, value), 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(layer->forward(Inputs{query, source, {}})[0], expected(query, source, source), 1e-5, 1e-6));
    EXPECT_TRUE(torch::allclose(layer->forward(Inputs{query, {}, {}})[0], expected(query, query, query), 1e-5, 1e-6));
}

TEST(Layers, anEmptyStrideOfAPoolingMeansTheWindow) {
    const Operator* op = findOperator("AvgPool2d");
    const auto parameters = ResolvedParameters::from(op->parameters, {{"kernel_size", Integers{3, 3}}}).parameters;
    const at::Tensor ramp = torch::arange(36, at::kFloat).view({1, 1, 6, 6});
    const at::Tensor pooled = findTorchOperator(op->id)->build(parameters)->forward(std::vector{ramp})[0];
    EXPECT_TRUE(torch::equal(pooled.flatten(), torch::tensor({7.f, 10.f, 25.f, 28.f})));
}

}  // namespace
}  // namespace seekbench
