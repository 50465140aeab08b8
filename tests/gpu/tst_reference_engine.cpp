// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <torch/torch.h>

#include "gpu/metrics/metric_accumulator.h"
#include "gpu/model/safetensors.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

struct Batch {
    std::vector<at::Tensor> inputs{torch::randn({16, 6})};
    at::Tensor target = torch::randint(0, 3, {16}, at::kLong);
};

double train(Engine& engine, const Batch& batch, double factor = 1) {
    return engine.trainStep(batch.inputs, batch.target, factor, {}).loss.item<double>();
}

std::vector<NamedTensor> cloned(const std::vector<NamedTensor>& tensors) {
    std::vector<NamedTensor> copies;
    for (const auto& [name, tensor] : tensors) copies.emplace_back(name, tensor.clone());
    return copies;
}

std::unique_ptr<Engine> seeded(std::int64_t seed, const Experiment& experiment = smallExperiment()) {
    torch::manual_seed(seed);
    return engineOf(experiment);
}

// The losses are those that Python's PyTorch prints for the same networks, seed and order of draws: weights, inputs, labels.
void expectFirstLoss(const std::string& file, at::IntArrayRef inputSizes, double loss) {
    const Experiment experiment = must(loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/" + file, {}));
    const auto engine = seeded(0, experiment);
    const std::vector<at::Tensor> inputs{torch::randn(inputSizes)};
    const at::Tensor labels = torch::randint(10, {64}, at::kLong);
    EXPECT_NEAR(engine->trainStep(inputs, labels, 1, {}).loss.item<double>(), loss, 2e-6);
}

TEST(ReferenceEngine, theMlpStartsAtTheLossOfPython) { expectFirstLoss("benchmark_mlp.json", {64, 784}, 2.3080036640167236); }
TEST(ReferenceEngine, theCnnStartsAtTheLossOfPython) { expectFirstLoss("benchmark_cnn.json", {64, 1, 28, 28}, 2.3096179962158203); }

TEST(ReferenceEngine, trainingLowersTheLoss) {
    const auto engine = seeded(1);
    const Batch batch;
    const double first = engine->evaluate(batch.inputs, batch.target, {}).item<double>();
    for (int step = 0; step < 200; ++step) train(*engine, batch);
    EXPECT_LT(engine->evaluate(batch.inputs, batch.target, {}).item<double>(), 0.9 * first);
}

TEST(ReferenceEngine, evaluationChangesNothing) {
    const auto engine = seeded(1);
    const Batch batch;
    train(*engine, batch);
    const std::string weights = fingerprintOf(engine->weights()), state = fingerprintOf(engine->optimizerState());
    const double loss = engine->evaluate(batch.inputs, batch.target, {}).item<double>();
    EXPECT_EQ(engine->evaluate(batch.inputs, batch.target, {}).item<double>(), loss);
    EXPECT_EQ(fingerprintOf(engine->weights()), weights);
    EXPECT_EQ(fingerprintOf(engine->optimizerState()), state);
}

TEST(ReferenceEngine, aFactorOfZeroLeavesTheWeightsWhereTheyAre) {
    const auto engine = seeded(1);
    const auto before = cloned(engine->weights());
    train(*engine, Batch(), 0);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].first.starts_with("norm.running") || before[i].first.ends_with("tracked")) continue;  // of the forward pass
        EXPECT_TRUE(torch::equal(before[i].second, engine->weights()[i].second)) << before[i].first;
    }
}

TEST(ReferenceEngine, theGradientNormIsThatOfAutograd) {
    Experiment experiment;
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{6}}}), linear("head", 6, 3), node("logits", "Output")});
    const auto engine = seeded(1, experiment);
    torch::nn::Linear head(6, 3);
    {
        torch::NoGradGuard noGradient;
        head->weight.copy_(engine->weights()[0].second);
        head->bias.copy_(engine->weights()[1].second);
    }
    const Batch batch;
    torch::cross_entropy_loss(head(batch.inputs[0]), batch.target).backward();
    const double expected = std::hypot(head->weight.grad().norm().item<double>(), head->bias.grad().norm().item<double>());
    EXPECT_NEAR(engine->trainStep(batch.inputs, batch.target, 1, {}).gradientNorm.item<double>(), expected, 1e-6);
}

TEST(ReferenceEngine, anEngineWithLoadedStateGoesOnBitForBit) {
    const auto engine = seeded(1), other = seeded(2);
    const Batch batch;
    for (int step = 0; step < 5; ++step) train(*engine, batch);
    const auto weights = cloned(engine->weights()), state = cloned(engine->optimizerState());
    torch::manual_seed(9);  // of the dropout
    std::vector<double> expected, got;
    for (int step = 0; step < 5; ++step) expected.push_back(train(*engine, batch));
    ASSERT_TRUE(other->loadWeights(weights));
    ASSERT_TRUE(other->loadOptimizerState(state));
    torch::manual_seed(9);
    for (int step = 0; step < 5; ++step) got.push_back(train(*other, batch));
    EXPECT_EQ(got, expected);
    EXPECT_EQ(fingerprintOf(other->weights()), fingerprintOf(engine->weights()));
    EXPECT_EQ(fingerprintOf(other->optimizerState()), fingerprintOf(engine->optimizerState()));
}

TEST(ReferenceEngine, weightsThatDoNotFitAreRefusedWithTheirNameAndNothingChanges) {
    const auto engine = seeded(1);
    const std::string before = fingerprintOf(engine->weights());
    const auto refused = [&](const std::function<void(std::vector<NamedTensor>&)>& spoil) {
        auto weights = cloned(engine->weights());
        for (auto& [name, tensor] : weights) tensor.zero_();
        spoil(weights);
        const auto result = engine->loadWeights(weights);
        EXPECT_FALSE(result);
        EXPECT_EQ(fingerprintOf(engine->weights()), before);
        return result ? std::string() : result.error().english();
    };
    EXPECT_NE(refused([](auto& weights) { weights.pop_back(); }).find(engine->weights().back().first), std::string::npos);
    EXPECT_NE(refused([](auto& weights) { weights[0].second = torch::zeros({8, 7}); }).find("hidden.weight"), std::string::npos);
    EXPECT_NE(refused([](auto& weights) { weights[0].second = weights[0].second.to(at::kDouble); }).find("hidden.weight"),
              std::string::npos);
    refused([](auto& weights) { weights.emplace_back("stranger", torch::zeros({1})); });
    refused([](auto& weights) { weights.push_back(weights.front()); });
}

TEST(ReferenceEngine, metricsSeeTheOutputsOfTheStep) {
    const auto engine = seeded(1);
    std::vector<std::unique_ptr<MetricAccumulator>> metrics;
    metrics.push_back(must(makeMetric("accuracy")));
    const Batch batch;
    engine->trainStep(batch.inputs, batch.target, 1, metrics);
    engine->evaluate(batch.inputs, batch.target, metrics);
    EXPECT_EQ(metrics[0]->state()[1], 32);
}

TEST(ReferenceEngine, aMissingDeviceAndUnknownRowsAreRefusedWithASentence) {
    Experiment experiment = smallExperiment();
    experiment.training.device = "cuda:77";
    EXPECT_FALSE(makeReferenceEngine(experiment));
    experiment = smallExperiment();
    experiment.loss.kind = "no_such_loss";
    EXPECT_NE(makeReferenceEngine(experiment).error().english().find("no_such_loss"), std::string::npos);
    experiment = smallExperiment();
    experiment.optimizer.kind = "no_such_optimizer";
    EXPECT_NE(makeReferenceEngine(experiment).error().english().find("no_such_optimizer"), std::string::npos);
    experiment = smallExperiment();
    experiment.graph.nodes.at("hidden").op = "NoSuchOperator";
    EXPECT_FALSE(makeReferenceEngine(experiment));
}

}  // namespace
}  // namespace seekbench
