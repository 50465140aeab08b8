// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <torch/torch.h>

#include "gpu/data/tensors.h"
#include "gpu/executor/kernels/call.h"
#include "gpu/losses/loss.h"
#include "gpu/model/compiled_engine.h"
#include "gpu/model/graph_module.h"
#include "gpu/model/safetensors.h"
#include "gpu/training/workload.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

struct Batch {
    std::vector<at::Tensor> inputs;
    at::Tensor target;
};

Result<std::unique_ptr<Engine>> compiled(const Experiment& experiment) {
    torch::manual_seed(3);
    return makeCompiledEngine(experiment);
}

std::unique_ptr<Engine> reference(const Experiment& experiment) {
    torch::manual_seed(3);
    return engineOf(experiment);
}

double train(Engine& engine, const Batch& batch) {
    torch::manual_seed(13);  // both engines drop the same
    return engine.trainStep(batch.inputs, batch.target, 1, {}).loss.item<double>();
}

Experiment pictures(std::vector<Node> layers, std::int64_t batch) {
    Experiment experiment;
    layers.insert(layers.begin(), node("input", "Input", {{"shape", Integers{3, 12, 10}}}));
    layers.push_back(node("logits", "Output"));
    experiment.graph = chain(layers);
    experiment.optimizer = {"adam", {{"learning_rate", 0.01}}};
    experiment.training.batchSize = batch;
    return experiment;
}

Node convolution(std::string name, std::int64_t in, std::int64_t out, ParameterValues more = {}) {
    more.insert({{"in_channels", in}, {"out_channels", out}, {"kernel_size", Integers{3}}});
    return node(std::move(name), "Conv2d", more);
}

Batch pictureBatch(std::int64_t samples, std::int64_t classes = 5) {
    torch::manual_seed(11);
    return {{torch::randn({samples, 3, 12, 10})}, torch::randint(0, classes, {samples}, at::kLong)};
}

// Both engines from the same weights on the same batches: the losses stay together, and so do the weights.
void expectSameTraining(const Experiment& experiment, const std::vector<Batch>& batches, int steps, double tolerance) {
    auto engine = compiled(experiment);
    ASSERT_TRUE(engine) << engine.error().english();
    const auto oracle = reference(experiment);
    for (int step = 0; step < steps; ++step) {
        const Batch& batch = batches[static_cast<std::size_t>(step) % batches.size()];
        const double expected = train(*oracle, batch);
        ASSERT_NEAR(train(**engine, batch), expected, tolerance * (1 + std::abs(expected))) << "step " << step;
    }
    const double expected = oracle->evaluate(batches[0].inputs, batches[0].target, {}).item<double>();
    EXPECT_NEAR((*engine)->evaluate(batches[0].inputs, batches[0].target, {}).item<double>(), expected, tolerance * (1 + expected));
    const auto ours = (*engine)->weights(), theirs = oracle->weights();
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        EXPECT_EQ(ours[i].first, theirs[i].first);
        EXPECT_TRUE(torch::allclose(ours[i].second, theirs[i].second, 0.02, 2e-3)) << ours[i].first;
    }
}

TEST(CompiledEngine, convolutionsOfAnyShape) {
    const ParameterValues head{{"in_features", std::int64_t{7 * 6 * 5}}, {"out_features", std::int64_t{5}}};
    for (const ParameterValues& more :
         std::vector<ParameterValues>{{{"padding", Integers{1}}, {"stride", Integers{2}}},
                                      {{"padding", Integers{2}}, {"stride", Integers{2}}, {"dilation", Integers{2}}},
                                      {{"padding", Integers{1}}, {"stride", Integers{2}}, {"bias", false}}}) {
        const auto experiment =
            pictures({convolution("conv", 3, 7, more), node("relu", "ReLU"), node("flat", "Flatten"), node("head", "Linear", head)}, 4);
        expectSameTraining(experiment, {pictureBatch(4)}, 6, 1e-5);
    }
}

// Before batch norm a bias has no slope but rounding, of which Adam makes whole steps: hence none.
TEST(CompiledEngine, groupsPoolingAndBatchNormWithTheLastBatchSmaller) {
    const auto experiment =
        pictures({convolution("conv1", 3, 16, {{"padding", Integers{1}}, {"bias", false}}),
                  node("norm1", "BatchNorm2d", {{"num_features", std::int64_t{16}}}), node("relu1", "ReLU"),
                  node("pool", "MaxPool2d", {{"kernel_size", Integers{2}}}),
                  convolution("conv2", 16, 32, {{"padding", Integers{1}}, {"groups", std::int64_t{16}}, {"bias", false}}),
                  node("norm2", "BatchNorm2d", {{"num_features", std::int64_t{32}}}), node("relu2", "ReLU6"),
                  node("mean", "AdaptiveAvgPool2d", {{"output_size", Integers{1}}}), node("flat", "Flatten"),
                  node("head", "Linear", {{"in_features", std::int64_t{32}}, {"out_features", std::int64_t{5}}})},
                 8);
    expectSameTraining(experiment, {pictureBatch(8), pictureBatch(3)}, 8, 2e-4);  // batch norm over few values amplifies rounding
}

// The pool masks for the ReLU before it, whose output is then gone; dropout writes over a ReLU's output.
TEST(CompiledEngine, poolsAndDropoutBehindAReLU) {
    const auto experiment = pictures(
        {convolution("conv", 3, 16, {{"padding", Integers{1}}}), node("relu1", "ReLU"),
         node("pool", "MaxPool2d", {{"kernel_size", Integers{2}}}), node("flat", "Flatten"), node("dropout1", "Dropout", {{"p", 0.2}}),
         node("hidden", "Linear", {{"in_features", std::int64_t{16 * 6 * 5}}, {"out_features", std::int64_t{24}}}), node("relu2", "ReLU"),
         node("dropout2", "Dropout", {{"p", 0.4}}),
         node("head", "Linear", {{"in_features", std::int64_t{24}}, {"out_features", std::int64_t{5}}})},
        4);
    expectSameTraining(experiment, {pictureBatch(4)}, 6, 1e-5);
}

TEST(CompiledEngine, checkpointsGoFromOneEngineToTheOther) {
    const auto experiment =
        pictures({convolution("conv", 3, 16), node("relu", "ReLU"), node("flat", "Flatten"),
                  node("head", "Linear", {{"in_features", std::int64_t{16 * 10 * 8}}, {"out_features", std::int64_t{5}}})},
                 4);
    const Batch batch = pictureBatch(4);
    KernelChoices choices;  // measured anew, they need not be the same
    auto engine = makeCompiledEngine(experiment, {}, {.keep = [&choices](const KernelChoices& measured) { choices = measured; }});
    ASSERT_TRUE(engine) << engine.error().english();
    for (int step = 0; step < 3; ++step) train(**engine, batch);
    const auto oracle = reference(experiment);
    ASSERT_TRUE(oracle->loadWeights((*engine)->weights()));
    ASSERT_TRUE(oracle->loadOptimizerState((*engine)->optimizerState()));
    auto back = makeCompiledEngine(experiment, {}, {.known = choices});
    ASSERT_TRUE((*back)->loadWeights(oracle->weights()));
    ASSERT_TRUE((*back)->loadOptimizerState(oracle->optimizerState()));
    EXPECT_EQ(fingerprintOf((*back)->weights()), fingerprintOf((*engine)->weights()));
    EXPECT_EQ(fingerprintOf((*back)->optimizerState()), fingerprintOf((*engine)->optimizerState()));
    const double expected = train(*oracle, batch);
    EXPECT_NEAR(train(**engine, batch), expected, 1e-5);
    train(**back, batch);
    EXPECT_EQ(fingerprintOf((*back)->weights()), fingerprintOf((*engine)->weights()));  // to the bit
}

TEST(CompiledEngine, whatItCannotComputeHasAReason) {
    auto experiment = pictures({node("flat", "Flatten"), node("norm", "Softplus", {{"beta", 2.0}}),
                                node("head", "Linear", {{"in_features", std::int64_t{360}}, {"out_features", std::int64_t{5}}})},
                               4);
    const auto engine = compiled(experiment);
    ASSERT_FALSE(engine);
    EXPECT_NE(engine.error().english().find("norm"), std::string::npos) << engine.error().english();
    experiment.training.precision = Precision::BFloat16;
    EXPECT_NE(compiled(experiment).error().english().find("fp32"), std::string::npos);
}

// How many times as much a plan may round: Winograd's transforms multiply by up to 64.
double roundingOf(const KernelChoices& choices) {
    const auto isWinograd = [](const auto& choice) { return choice.second.find("winograd") != std::string::npos; };
    return std::ranges::any_of(choices, isWinograd) ? 20 : 1;
}

// The experiments that come with Seekbench, as far as there are kernels: a new one needs no new test.
class CompiledResources : public testing::TestWithParam<std::string> {};

TEST_P(CompiledResources, trainLikeTheReference) {
    const auto library = loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite");
    Experiment experiment = must(loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/" + GetParam() + ".json", *library));
    experiment.training.batchSize = 8;  // of fewer, the deepest batch norms see a handful of values and amplify rounding
    experiment.trainLimit = 20;         // the last batch is smaller
    experiment.training.engine = EngineChoice::Reference;
    // Adam would make whole steps of rounding, where a slope is next to nothing.
    experiment.optimizer = {"sgd", {{"learning_rate", 0.001}}};
    torch::manual_seed(experiment.training.seed);
    KernelChoices choices;
    auto engine = makeCompiledEngine(experiment, {}, {.known = {}, .keep = [&](const KernelChoices& now) { choices = now; }});
    ASSERT_TRUE(engine) << engine.error().english();
    // What was chosen is remembered: the plan of a resumed run is not measured again, so it is the same.
    const auto measured = executor::measurementCount();
    ASSERT_TRUE(makeCompiledEngine(experiment, {}, {.known = choices}));
    EXPECT_EQ(executor::measurementCount(), measured);
    torch::manual_seed(experiment.training.seed);
    engine = makeCompiledEngine(experiment, {}, {.known = choices});
    auto workload = must(Workload::make(experiment));
    workload.trainLoader->start(0);
    std::uint64_t step = 0;
    while (const auto* batch = workload.trainLoader->next()) {
        const BatchTensors tensors = toTensors(*batch, at::kCPU);
        torch::manual_seed(++step);  // both drop the same
        const StepResult expected = workload.engine->trainStep(tensors.inputs, tensors.target, 1, {});
        torch::manual_seed(step);
        const StepResult got = (*engine)->trainStep(tensors.inputs, tensors.target, 1, {});
        // The first step is equal up to rounding; batch norm over a few values amplifies it from then on.
        const double tolerance = (step == 1 ? 1e-4 : 0.02) * roundingOf(choices);
        const auto near = [tolerance](const at::Tensor& a, const at::Tensor& b) {
            EXPECT_NEAR(a.item<double>(), b.item<double>(), tolerance * (1 + std::abs(b.item<double>())));
        };
        near(got.loss, expected.loss);
        near(got.gradientNorm, expected.gradientNorm);
    }
}

// Fifty steps, in which rounding grows, and by leaps where a maximum or a ReLU tips over: of networks without batch norm, which amplifies
// it, with plain gradient descent, which does not make whole steps of gradients that are next to nothing.
class FiftySteps : public testing::TestWithParam<std::string> {};

TEST_P(FiftySteps, lossesStayTogether) {
    const auto library = loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite");
    Experiment experiment = must(loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/" + GetParam() + ".json", *library));
    experiment.training.batchSize = std::min<std::int64_t>(experiment.training.batchSize, 8);
    experiment.optimizer = {"sgd", {{"learning_rate", 0.005}}};
    auto engine = compiled(experiment);
    ASSERT_TRUE(engine) << engine.error().english();
    const auto oracle = reference(experiment);
    experiment.training.engine = EngineChoice::Reference;
    auto workload = must(Workload::make(experiment));
    workload.trainLoader->start(0);
    double first = 0, farthest = 0;
    for (int step = 0; step < 50; ++step) {
        const auto* next = workload.trainLoader->next();
        if (next == nullptr) break;
        const BatchTensors tensors = toTensors(*next, at::kCPU);
        const Batch batch{tensors.inputs, tensors.target};
        const double expected = train(*oracle, batch), got = train(**engine, batch);
        if (step == 0) first = expected;
        farthest = std::max(farthest, std::abs(got - expected) / (1 + std::abs(expected)));
        ASSERT_LT(farthest, 1e-4) << "step " << step;
    }
    std::cout << GetParam() << ": from " << first << ", farthest " << farthest << "\n";
    EXPECT_GT(first, 0);
}

INSTANTIATE_TEST_SUITE_P(Zoo, FiftySteps,
                         testing::Values("benchmark_mlp", "benchmark_cnn", "lenet", "bert_small", "lstm_classifier", "three_towers"));

// Fifty batch norms amplify rounding to percents, of both engines alike: the measure is double precision.
TEST(CompiledEngine, veryDeepNetworksAreAsExactAsTheReference) {
    const auto library = loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite");
    Experiment experiment = must(loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/resnet50_small.json", *library));
    experiment.training.batchSize = 64;
    experiment.trainLimit = 64;
    experiment.training.engine = EngineChoice::Reference;
    auto workload = must(Workload::make(experiment));
    workload.trainLoader->start(0);
    const BatchTensors tensors = toTensors(*workload.trainLoader->next(), at::kCPU);

    torch::manual_seed(experiment.training.seed);
    const GraphModule drawn = must(GraphModule::create(expanded(experiment.graph, experiment.library)));
    GraphModule exact = must(GraphModule::create(expanded(experiment.graph, experiment.library)));
    const auto from = drawn.weights(), to = exact.weights();
    for (std::size_t i = 0; i < to.size(); ++i)
        if (at::Tensor tensor = to[i].second; tensor.is_floating_point()) tensor.set_data(from[i].second.detach().to(at::kDouble));
    const at::Tensor loss = must(makeLoss(experiment.loss))->mean(exact.forward({{tensors.inputs[0].to(at::kDouble)}})[0], tensors.target);
    loss.backward();
    double squares = 0;
    for (const auto& [name, parameter] : exact.parameters()) squares += parameter.grad().square().sum().item<double>();
    const double expected = std::sqrt(squares);

    const auto errorOf = [&](Engine& engine) {
        return std::abs(engine.trainStep(tensors.inputs, tensors.target, 1, {}).gradientNorm.item<double>() / expected - 1);
    };
    torch::manual_seed(experiment.training.seed);
    const double ours = errorOf(*must(makeCompiledEngine(experiment))), theirs = errorOf(*workload.engine);
    std::cout << "gradient norm " << expected << ", error " << ours << ", of the reference engine " << theirs << "\n";
    EXPECT_LT(ours, 0.03);  // 0.001 without Winograd
}

INSTANTIATE_TEST_SUITE_P(Zoo, CompiledResources,
                         testing::Values("benchmark_mlp", "benchmark_cnn", "lenet", "resnet18_small", "benchmark_transformer", "gpt2_tiny",
                                         "bert_small", "fashion_mnist_cnn", "mobilenet_v2_small", "three_towers", "transformer_forecaster",
                                         "boxes_detector", "benchmark_lstm", "benchmark_unet3d", "lstm_classifier", "unet3d_brain"));

}  // namespace
}  // namespace seekbench
