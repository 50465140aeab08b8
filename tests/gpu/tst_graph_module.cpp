// SPDX-License-Identifier: Apache-2.0
// A model built from a graph against the same network written by hand with the modules of torch.

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include "gpu/model/graph_module.h"
#include "gpu/torch_compat.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

void copyWeights(const GraphModule& module, const std::string& path, torch::nn::Module& target) {
    torch::NoGradGuard noGradient;
    for (const auto& [name, tensor] : module.weights()) {
        if (!name.starts_with(path + ".")) continue;
        const std::string inner = name.substr(path.size() + 1);
        if (auto* parameter = target.named_parameters().find(inner)) parameter->copy_(tensor);
    }
}

TEST(GraphModule, aChainDrawsAndComputesWhatTheModulesOfTorchDo) {
    const Graph graph = chain(
        {node("input", "Input", {{"shape", Integers{1, 8, 8}}}),
         node("conv", "Conv2d", {{"in_channels", std::int64_t{1}}, {"out_channels", std::int64_t{4}}, {"kernel_size", Integers{3, 3}}}),
         node("relu", "ReLU"), node("pool", "MaxPool2d", {{"kernel_size", Integers{2, 2}}}), node("flat", "Flatten"), linear("head", 36, 5),
         node("output", "Output")});
    torch::manual_seed(3);
    torch::nn::Conv2d conv(torch::nn::Conv2dOptions(1, 4, 3));
    torch::nn::Linear head(36, 5);
    torch::manual_seed(3);
    GraphModule module = must(GraphModule::create(expanded(graph)));
    const at::Tensor input = torch::randn({2, 1, 8, 8});
    const at::Tensor expected = head(torch::max_pool2d(torch::relu(conv(input)), 2).flatten(1));
    EXPECT_TRUE(torch::equal(module.forward(std::vector{input}).at(0), expected));
}

TEST(GraphModule, aResidualBlockComputesWhatIsWrittenByHand) {
    const Library library = must(loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite"));
    const Graph graph = chain(
        {node("image", "Input", {{"shape", Integers{4, 6, 6}}}),
         node("block", "ResidualBlock",
              {{"in_channels", std::int64_t{4}}, {"out_channels", std::int64_t{8}}, {"stride", std::int64_t{2}}, {"projection", true}}),
         node("result", "Output")});
    GraphModule module = must(GraphModule::create(expanded(graph, library)));
    const auto convolution = [](std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride) {
        return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
    };
    auto conv1 = convolution(4, 8, 3, 2), conv2 = convolution(8, 8, 3, 1), skip = convolution(4, 8, 1, 2);
    torch::nn::BatchNorm2d bn1(8), bn2(8), skipNorm(8);
    copyWeights(module, "block/conv1", *conv1);
    copyWeights(module, "block/conv2", *conv2);
    copyWeights(module, "block/skip_conv", *skip);
    const at::Tensor input = torch::randn({3, 4, 6, 6});
    const at::Tensor expected = torch::relu(bn2(conv2(torch::relu(bn1(conv1(input))))) + skipNorm(skip(input)));
    EXPECT_TRUE(torch::allclose(module.forward(std::vector{input}).at(0), expected, 1e-5, 1e-6));
}

TEST(GraphModule, aValueWithTwoReadersLivesUntilTheSecond) {
    Graph graph = chain({node("input", "Input", {{"shape", Integers{3}}}), node("a", "Tanh"), node("b", "Sigmoid"), node("sum", "Add"),
                         node("output", "Output")});
    connect(graph, "a", "sum", 1);
    GraphModule module = must(GraphModule::create(expanded(graph)));
    const at::Tensor input = torch::randn({2, 3});
    EXPECT_TRUE(torch::equal(module.forward(std::vector{input}).at(0), torch::sigmoid(torch::tanh(input)) + torch::tanh(input)));
}

TEST(GraphModule, inputsAndOutputsAreTakenByName) {
    Graph graph = chain({node("b", "Input", {{"shape", Integers{2}}}), node("double", "Add"), node("z", "Output")});
    connect(graph, "b", "double", 1);
    const Graph other = chain({node("a", "Input", {{"shape", Integers{2}}}), node("y", "Output")});
    graph.nodes.insert(other.nodes.begin(), other.nodes.end());
    graph.edges.insert(other.edges.begin(), other.edges.end());
    GraphModule module = must(GraphModule::create(expanded(graph)));
    const at::Tensor a = torch::randn({1, 2}), b = torch::randn({1, 2});
    const auto outputs = module.forward(std::vector{a, b});
    ASSERT_EQ(outputs.size(), 2u);
    EXPECT_TRUE(torch::equal(outputs[0], a));
    EXPECT_TRUE(torch::equal(outputs[1], b + b));
}

// Without gradients a long chain needs no more than the values around one node, however long it is.
TEST(GraphModule, intermediateValuesAreLetGoEarly) {
    Graph graph = chain({node("input", "Input", {{"shape", Integers{4}}}), node("relu0", "ReLU")});
    std::string before = "relu0";
    for (int i = 1; i < 6; ++i) {
        const std::string name = "relu" + std::to_string(i);
        graph.nodes.emplace(name, node(name, "ReLU"));
        connect(graph, before, name);
        before = name;
    }
    graph.nodes.emplace("output", node("output", "Output"));
    connect(graph, before, "output");
    GraphModule module = must(GraphModule::create(expanded(graph)));

    struct Watch : c10::MemoryReportingInfoBase {
        std::int64_t now = 0, most = 0;
        void reportMemoryUsage(void*, std::int64_t change, MemoryTotal, MemoryTotal, c10::Device) override {
            most = std::max(most, now += change);
        }
        bool memoryProfilingEnabled() const override { return true; }
    };
    const auto watch = std::make_shared<Watch>();
    const at::Tensor input = torch::randn({1000, 4});
    torch::NoGradGuard noGradient;
    c10::ThreadLocalDebugInfo::_push(c10::DebugInfoKind::PROFILER_STATE, watch);
    module.forward(std::vector{input});
    c10::ThreadLocalDebugInfo::_pop(c10::DebugInfoKind::PROFILER_STATE);
    const auto oneValue = static_cast<std::int64_t>(input.nbytes());
    EXPECT_GE(watch->most, oneValue);
    EXPECT_LE(watch->most, 2 * oneValue);
}

TEST(GraphModule, weightsAreNamedByThePathOfTheirNode) {
    const Library library = must(loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite"));
    const Graph graph =
        chain({node("image", "Input", {{"shape", Integers{64, 6, 6}}}), node("block", "ResidualBlock"), node("result", "Output")});
    const auto weights = must(GraphModule::create(expanded(graph, library))).weights();
    std::set<std::string> names;
    for (const auto& [name, tensor] : weights) names.insert(name);
    EXPECT_EQ(names.size(), weights.size());
    for (const char* name : {"block/conv1.weight", "block/bn2.bias", "block/bn1.running_var", "block/bn1.num_batches_tracked"})
        EXPECT_TRUE(names.contains(name)) << name;
}

}  // namespace
}  // namespace seekbench
