// SPDX-License-Identifier: Apache-2.0
// The initial weights follow the distributions of PyTorch's modules, told apart by their statistics over many numbers.

#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/operators/catalog.h"
#include "gpu/operators/catalog.h"

namespace seekbench {
namespace {

std::map<std::string, at::Tensor> freshWeights(std::string_view id, const ParameterValues& values) {
    const Operator* op = findOperator(id);
    const auto resolved = ResolvedParameters::from(op->parameters, values);
    EXPECT_TRUE(resolved.problems.empty()) << id;
    torch::manual_seed(7);
    const auto layer = findTorchOperator(id)->build(resolved.parameters);
    std::map<std::string, at::Tensor> weights;
    for (const auto& [name, tensor] : layer->parameters()) weights[name] = tensor.detach();
    for (const auto& [name, tensor] : layer->buffers()) weights[name] = tensor;
    return weights;
}

// Uniform on ±bound: nothing beyond, the extremes close to it, the deviation bound/√3.
void expectUniform(const at::Tensor& tensor, double bound) {
    const double most = tensor.abs().max().item<double>();
    EXPECT_LE(most, bound * (1 + 1e-6));
    EXPECT_GT(most, bound * 0.98);
    // Five standard errors of a mean; that of a deviation is smaller.
    const double error = 5 * bound / std::sqrt(3.0 * static_cast<double>(tensor.numel()));
    EXPECT_NEAR(tensor.mean().item<double>(), 0, error);
    EXPECT_NEAR(tensor.std().item<double>(), bound / std::sqrt(3.0), error);
}

void expectConstant(const at::Tensor& tensor, double value) { EXPECT_TRUE(tensor.eq(value).all().item<bool>()); }

ParameterValues integersOf(std::initializer_list<std::pair<const char*, std::int64_t>> values) {
    ParameterValues result;
    for (const auto& [name, value] : values) result.emplace(name, value);
    return result;
}

TEST(InitialWeights, linearIsUniformByItsInputs) {
    auto weights = freshWeights("Linear", integersOf({{"in_features", 64}, {"out_features", 400}}));
    expectUniform(weights.at("weight"), 1 / std::sqrt(64.0));
    expectUniform(weights.at("bias"), 1 / std::sqrt(64.0));
}

TEST(InitialWeights, convolutionIsUniformByTheNumbersUnderItsKernel) {
    auto values = integersOf({{"in_channels", 16}, {"out_channels", 256}, {"groups", 4}});
    values["kernel_size"] = Integers{3, 5};
    auto weights = freshWeights("Conv2d", values);
    const double underTheKernel = 16.0 / 4 * 3 * 5;
    expectUniform(weights.at("weight"), 1 / std::sqrt(underTheKernel));
    expectUniform(weights.at("bias"), 1 / std::sqrt(underTheKernel));
}

TEST(InitialWeights, embeddingIsNormal) {
    const at::Tensor weight = freshWeights("Embedding", integersOf({{"num_embeddings", 500}, {"embedding_dim", 40}})).at("weight");
    EXPECT_NEAR(weight.mean().item<double>(), 0, 0.03);
    EXPECT_NEAR(weight.std().item<double>(), 1, 0.03);
    EXPECT_NEAR(weight.abs().lt(1).to(at::kDouble).mean().item<double>(), 0.6827, 0.02);
}

TEST(InitialWeights, lstmIsUniformByItsHiddenSize) {
    auto weights = freshWeights("LSTM", integersOf({{"input_size", 20}, {"hidden_size", 64}, {"num_layers", 2}}));
    ASSERT_EQ(weights.size(), 8u);
    for (const auto& [name, tensor] : weights) {
        SCOPED_TRACE(name);
        expectUniform(tensor, 1 / std::sqrt(64.0));
    }
}

TEST(InitialWeights, gruIsUniformByItsHiddenSize) {
    for (const auto& [name, tensor] : freshWeights("GRU", integersOf({{"input_size", 20}, {"hidden_size", 64}}))) {
        SCOPED_TRACE(name);
        expectUniform(tensor, 1 / std::sqrt(64.0));
    }
}

TEST(InitialWeights, vectorsOfWordsAndPositionsHaveTheDeviationAskedFor) {
    ParameterValues words = integersOf({{"num_embeddings", 500}, {"embedding_dim", 40}});
    words["initial_std"] = 0.02;
    for (const at::Tensor& weight : {freshWeights("Embedding", words).at("weight"),
                                     freshWeights("LearnedPosition", integersOf({{"max_length", 500}, {"features", 40}})).at("weight")}) {
        EXPECT_NEAR(weight.mean().item<double>(), 0, 0.0006);
        EXPECT_NEAR(weight.std().item<double>(), 0.02, 0.0006);
    }
}

TEST(InitialWeights, expertsStartAsLinearLayersDo) {
    auto weights = freshWeights("MixtureOfExperts", integersOf({{"features", 64}, {"hidden_features", 100}}));
    for (const char* name : {"router.weight", "weight1", "bias1"}) expectUniform(weights.at(name), 1 / std::sqrt(64.0));
    for (const char* name : {"weight2", "bias2"}) expectUniform(weights.at(name), 1 / std::sqrt(100.0));
}

TEST(InitialWeights, attentionIsXavierUniformWithoutBias) {
    auto weights = freshWeights("MultiHeadAttention", integersOf({{"embed_dim", 64}, {"num_heads", 4}}));
    expectUniform(weights.at("in_proj_weight"), std::sqrt(6.0 / (64 + 3 * 64)));
    expectUniform(weights.at("out_proj.weight"), 1 / std::sqrt(64.0));
    expectConstant(weights.at("in_proj_bias"), 0);
    expectConstant(weights.at("out_proj.bias"), 0);
}

TEST(InitialWeights, normalizationStartsAsIdentity) {
    auto batch = freshWeights("BatchNorm2d", integersOf({{"num_features", 6}}));
    auto layer = freshWeights("LayerNorm", {{"normalized_shape", Integers{6}}});
    for (const at::Tensor& ones : {batch.at("weight"), batch.at("running_var"), layer.at("weight")}) expectConstant(ones, 1);
    for (const at::Tensor& zeros : {batch.at("bias"), batch.at("running_mean"), batch.at("num_batches_tracked"), layer.at("bias")})
        expectConstant(zeros, 0);
}

TEST(InitialWeights, transposedConvolutionIsUniformByTheNumbersUnderItsKernel) {
    auto values = integersOf({{"in_channels", 64}, {"out_channels", 32}, {"groups", 4}});
    values["kernel_size"] = Integers{3, 5};
    auto weights = freshWeights("ConvTranspose2d", values);
    // PyTorch counts the second dimension of the weight: the output channels of a group.
    expectUniform(weights.at("weight"), 1 / std::sqrt(32.0 / 4 * 3 * 5));
}

TEST(InitialWeights, weightsWithAStartingValueHaveIt) {
    expectConstant(freshWeights("PReLU", {{"num_parameters", std::int64_t{5}}, {"init", 0.5}}).at("weight"), 0.5);
    expectConstant(freshWeights("Scale", {{"factor", -3.0}, {"learned", true}}).at("weight"), -3);
    expectConstant(freshWeights("RMSNorm", {{"normalized_shape", Integers{4, 3}}}).at("weight"), 1);
    auto group = freshWeights("GroupNorm", integersOf({{"num_groups", 2}, {"num_channels", 6}}));
    expectConstant(group.at("weight"), 1);
    expectConstant(group.at("bias"), 0);
    EXPECT_TRUE(freshWeights("InstanceNorm2d", integersOf({{"num_features", 6}})).empty());
}

TEST(InitialWeights, aBiasTurnedOffIsNotThere) {
    ParameterValues values = integersOf({{"in_features", 3}, {"out_features", 2}});
    values["bias"] = false;
    EXPECT_EQ(freshWeights("Linear", values).count("bias"), 0u);
}

}  // namespace
}  // namespace seekbench
