// SPDX-License-Identifier: Apache-2.0
// Precision, loss scaling, accumulation, clipping, averaged and frozen weights, and the search for values that are not finite: what an
// engine does besides the plain step.

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/operators/catalog.h"
#include "core/run/gradient_range.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/model/precision.h"
#include "gpu/model/safetensors.h"
#include "gpu/operators/catalog.h"
#include "gpu/training/gradients.h"
#include "gpu/training/loss_scaler.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

struct Batch {
    std::vector<at::Tensor> inputs{torch::randn({16, 6})};
    at::Tensor target = torch::randint(0, 3, {16}, at::kLong);
};

// 6 numbers → 8 → 3 classes, trained by plain descent, so that an update is the gradient itself.
Experiment plainExperiment() {
    Experiment experiment;
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{6}}}), linear("hidden", 6, 8), node("relu", "ReLU"),
                              linear("head", 8, 3), node("logits", "Output")});
    experiment.optimizer = {"sgd", {{"learning_rate", 1.0}}};
    return experiment;
}

using Change = std::function<void(TrainingSettings&)>;

std::unique_ptr<Engine> seeded(Experiment experiment, const Change& change = {}, std::int64_t seed = 1) {
    if (change) change(experiment.training);
    torch::manual_seed(seed);
    return engineOf(experiment);
}

StepResult step(Engine& engine, const Batch& batch, double factor = 1) { return engine.trainStep(batch.inputs, batch.target, factor, {}); }

std::map<std::string, at::Tensor> copiesOf(const std::vector<NamedTensor>& tensors) {
    std::map<std::string, at::Tensor> copies;
    for (const auto& [name, tensor] : tensors) copies[name] = tensor.clone();
    return copies;
}
std::map<std::string, at::Tensor> weightsOf(Engine& engine) { return copiesOf(engine.weights()); }

double greatestDifference(const std::map<std::string, at::Tensor>& a, const std::map<std::string, at::Tensor>& b) {
    double greatest = 0;
    for (const auto& [name, tensor] : a)
        if (tensor.is_floating_point()) greatest = std::max(greatest, (tensor - b.at(name)).abs().max().item<double>());
    return greatest;
}

at::Tensor weight(Engine& engine, const std::string& name) {
    for (auto& [other, tensor] : engine.weights())
        if (other == name) return tensor;
    throw std::runtime_error("no weight " + name);
}

void half(TrainingSettings& settings) { settings.precision = Precision::Float16; }

// --- precision ---

TEST(Precision, autocastLastsAsLongAsItsGuardAndNests) {
    const at::Tensor input = torch::randn({4, 6}), weights = torch::randn({3, 6});
    const auto type = [&] { return at::linear(input, weights).scalar_type(); };
    EXPECT_EQ(type(), at::kFloat);
    {
        const Autocast outer(at::kCPU, at::kBFloat16);
        EXPECT_EQ(type(), at::kBFloat16);
        { const Autocast inner(at::kCPU, at::kBFloat16); }
        EXPECT_EQ(type(), at::kBFloat16);
    }
    EXPECT_EQ(type(), at::kFloat);
    try {
        const Autocast guard(at::kCPU, at::kBFloat16);
        throw std::runtime_error("on the way");
    } catch (const std::runtime_error&) {
    }
    EXPECT_EQ(type(), at::kFloat);
}

TEST(Precision, halfPrecisionIsRoundedOnTheWayThereAndBack) {
    const std::vector<float> numbers{1.0f, 1.0003f, 1e-8f, 6e-8f, 65504.0f, 70000.0f, -3e-6f};
    at::Tensor values = torch::tensor(numbers).requires_grad_();
    const at::Tensor rounded = roundedToHalf(values);
    EXPECT_TRUE(torch::equal(rounded.detach(), values.detach().to(at::kHalf).to(at::kFloat)));
    EXPECT_EQ(rounded.detach()[2].item<float>(), 0.0f);  // below the smallest number of fp16
    EXPECT_TRUE(std::isinf(rounded.detach()[5].item<float>()));
    rounded.backward(torch::full({7}, 1e-8));
    EXPECT_TRUE(torch::equal(values.grad(), torch::zeros({7})));
    values.mutable_grad().reset();
    roundedToHalf(values).backward(torch::full({7}, 1e-8 * 65536));
    EXPECT_NEAR(values.grad()[0].item<double>() / 65536, 1e-8, 1e-11);  // what the scale of the loss is for
}

TEST(Precision, everyPrecisionTrainsAndKeepsSingleWeights) {
    const Batch batch;
    std::map<Precision, double> losses;
    for (const Precision precision : {Precision::Float32, Precision::BFloat16, Precision::Float16}) {
        const auto engine = seeded(plainExperiment(), [&](TrainingSettings& settings) { settings.precision = precision; });
        for (int i = 0; i < 100; ++i) step(*engine, batch, 0.1);
        losses[precision] = engine->evaluate(batch.inputs, batch.target, {}).item<double>();
        for (const auto& [name, tensor] : engine->weights()) EXPECT_EQ(tensor.scalar_type(), at::kFloat) << name;
        EXPECT_EQ(engine->predict(batch.inputs).front().scalar_type(), at::kFloat);
    }
    EXPECT_LT(losses[Precision::Float32], 1.0);
    for (const Precision precision : {Precision::BFloat16, Precision::Float16}) {
        EXPECT_NEAR(losses[precision], losses[Precision::Float32], 0.05 * losses[Precision::Float32]);
        EXPECT_NE(losses[precision], losses[Precision::Float32]);
    }
}

at::Tensor randomTensor(const TensorType& type) {
    if (type.shape.empty()) return {};
    const auto sizes = integers(type.shape).value();
    return type.element == ElementType::Integer ? torch::randint(0, 2, sizes, at::kLong) : torch::randn(sizes);
}

// Forward and backward under autocast, of every operator that has weights or computes: with inputs of both types that arrive at a layer.
TEST(Precision, everyOperatorComputesInBfloat16) {
    for (const Operator* op : operatorCatalog())
        for (std::size_t number = 0; number < op->examples.size(); ++number) {
            const Example& example = op->examples[number];
            if (example.inputs.empty()) continue;
            for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
                SCOPED_TRACE(std::string(op->id) + ", example " + std::to_string(number + 1) + (type == at::kFloat ? "" : ", bf16 inputs"));
                torch::manual_seed(1);
                const auto resolved = ResolvedParameters::from(op->parameters, example.parameters);
                const auto layer = findTorchOperator(op->id)->build(resolved.parameters);
                layer->setMode(Mode::Evaluation);  // dropout draws other numbers for other types
                std::vector<at::Tensor> inputs, single;
                for (const TensorType& port : example.inputs) {
                    single.push_back(randomTensor(port));
                    const bool real = single.back().defined() && single.back().is_floating_point();
                    inputs.push_back(real ? single.back().to(type).requires_grad_() : single.back());
                }
                const auto expected = layer->forward(single);
                if (wantsSinglePrecision(op->id)) toSinglePrecision(inputs);
                try {
                    std::vector<at::Tensor> outputs;
                    {
                        const Autocast autocast(at::kCPU, at::kBFloat16);
                        outputs = layer->forward(inputs);
                    }
                    at::Tensor sum;
                    for (std::size_t i = 0; i < outputs.size(); ++i) {
                        if (!outputs[i].is_floating_point()) continue;
                        const double scale = std::max(1.0, expected[i].abs().max().item<double>());
                        // Between two steps of a quantization, the rounded number may go the other way.
                        const double most = op->id == "FakeQuantize" ? 0.15 : 0.06;
                        EXPECT_LT((outputs[i].to(at::kFloat) - expected[i]).abs().max().item<double>() / scale, most);
                        if (outputs[i].requires_grad())
                            sum = sum.defined() ? sum + outputs[i].to(at::kFloat).sum() : outputs[i].to(at::kFloat).sum();
                    }
                    if (sum.defined()) sum.backward();
                    for (const auto& [name, parameter] : layer->parameters())
                        if (parameter.grad().defined()) {
                            EXPECT_EQ(parameter.grad().scalar_type(), at::kFloat) << name;
                        }
                } catch (const c10::Error& error) {
                    ADD_FAILURE() << error.what_without_backtrace();
                }
            }
        }
}

TEST(Precision, layersWithoutABfloat16KernelTrainBetweenThoseThatHaveOne) {
    Experiment experiment = plainExperiment();
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{6}}}), linear("hidden", 6, 8),
                              node("norm", "LayerNorm", {{"normalized_shape", Integers{8}}}), node("mish", "Mish"), node("relu", "ReLU6"),
                              linear("head", 8, 3), node("logits", "Output")});
    const Batch batch;
    const auto single = seeded(experiment), narrow = seeded(experiment, [](TrainingSettings&s) { s.precision = Precision::BFloat16; });
    for (int i = 0; i < 20; ++i) {
        step(*single, batch, 0.1);
        step(*narrow, batch, 0.1);
    }
    EXPECT_LT(greatestDifference(weightsOf(*single), weightsOf(*narrow)), 0.05);
}

// --- loss scaling ---

TEST(LossScaler, growsAfterCleanStepsAndHalvesAtOnce) {
    LossScaler scaler({.scale = 1024, .growthInterval = 3});
    std::vector<double> scales;
    for (const bool finite : {true, true, true, true, false, true, true, false, false}) {
        scaler.update(finite);
        scales.push_back(scaler.scale());
    }
    EXPECT_EQ(scales, (std::vector<double>{1024, 1024, 2048, 2048, 1024, 1024, 1024, 512, 256}));
    EXPECT_EQ(scaler.skippedSteps(), 3);
}

TEST(LossScaler, neverGrowsBeyondWhatSinglePrecisionHolds) {
    LossScaler scaler({.scale = std::ldexp(1.0, 127), .growthInterval = 1});
    scaler.update(true);
    EXPECT_EQ(scaler.scale(), std::ldexp(1.0, 127));
}

TEST(LossScaler, dividesTheGradientsAndSeesWhatIsNotFinite) {
    LossScaler scaler({.scale = 4});
    const std::vector<at::Tensor> gradients{torch::full({3}, 8.0), torch::full({2, 2}, 2.0)};
    EXPECT_TRUE(scaler.unscale(gradients));
    EXPECT_TRUE(torch::equal(gradients[0], torch::full({3}, 2.0)));
    gradients[1][1][0] = std::nan("");
    EXPECT_FALSE(scaler.unscale(gradients));
    gradients[1][1][0] = -std::numeric_limits<float>::infinity();
    EXPECT_FALSE(scaler.unscale(gradients));
}

TEST(LossScaler, theOverflowOfTheLessonComesAtItsStepInAnyLayout) {
    LossScaler scaler({.overflowAtStep = 2});
    const std::vector<at::Tensor> gradients{torch::ones({2, 3, 4, 5}).contiguous(at::MemoryFormat::ChannelsLast)};
    EXPECT_TRUE(scaler.unscale(gradients));
    EXPECT_FALSE(scaler.unscale(gradients));
    EXPECT_TRUE(std::isinf(gradients[0][0][0][0][0].item<double>()));
}

TEST(LossScaler, aStepThatOverflowsIsSkippedAndSaidSo) {
    const auto engine = seeded(plainExperiment(), [](TrainingSettings& settings) {
        half(settings);
        settings.overflowAtStep = 2;
        settings.averageDecay = 0.9;
    });
    const Batch batch;
    EXPECT_FALSE(step(*engine, batch, 0.01).skipped);
    const std::string weights = fingerprintOf(engine->weights());
    const StepResult result = step(*engine, batch, 0.01);
    EXPECT_TRUE(result.skipped);
    EXPECT_EQ(result.lossScale, 65536);
    EXPECT_EQ(result.skippedSteps, 1);
    EXPECT_FALSE(std::isfinite(result.gradientNorm.item<double>()));
    EXPECT_EQ(fingerprintOf(engine->weights()), weights);
    EXPECT_FALSE(step(*engine, batch, 0.01).skipped);
    EXPECT_NE(fingerprintOf(engine->weights()), weights);
    EXPECT_EQ(step(*engine, batch, 0.01).lossScale, 32768);
    EXPECT_EQ(copiesOf(engine->optimizerState()).at("ema.updates").item<std::int64_t>(), 3);
}

TEST(LossScaler, theScaleDoesNotShowInTheUpdate) {
    const Batch batch;
    std::map<double, std::map<std::string, at::Tensor>> weights;
    for (const double scale : {1024.0, 4096.0}) {
        const auto engine = seeded(plainExperiment(), [&](TrainingSettings& settings) {
            half(settings);
            settings.lossScale = scale;
        });
        step(*engine, batch, 0.01);
        weights[scale] = weightsOf(*engine);
    }
    EXPECT_LT(greatestDifference(weights[1024], weights[4096]), 1e-6);
}

// --- accumulation ---

// The greatest difference of the weights after a step in parts and in one go.
double differenceOfParts(const Experiment& experiment, std::int64_t parts) {
    torch::manual_seed(3);
    const Batch batch;
    const auto whole = seeded(experiment), divided = seeded(experiment, [&](TrainingSettings&s) { s.accumulation = parts; });
    step(*whole, batch);
    step(*divided, batch);
    return greatestDifference(weightsOf(*whole), weightsOf(*divided));
}

TEST(Accumulation, partsGiveTheUpdateOfTheWholeBatch) {
    for (const std::int64_t parts : {1, 2, 3, 4, 16, 100}) {  // 3: parts of 5, 5 and 6 samples; 100: one sample each
        SCOPED_TRACE(parts);
        EXPECT_LT(differenceOfParts(plainExperiment(), parts), 1e-6);
    }
}

TEST(Accumulation, batchNormalizationMakesPartsAnotherUpdate) {
    Experiment experiment = plainExperiment();
    experiment.graph =
        chain({node("input", "Input", {{"shape", Integers{6}}}), linear("hidden", 6, 8),
               node("norm", "BatchNorm1d", {{"num_features", std::int64_t{8}}}), linear("head", 8, 3), node("logits", "Output")});
    EXPECT_GT(differenceOfParts(experiment, 4), 1e-3);
    EXPECT_GT(differenceOfParts(experiment, 16), 1e-3);  // no part is a single sample, which has no deviation
}

TEST(Accumulation, metricsAndLossSeeTheWholeBatch) {
    const Batch batch;
    std::vector<double> losses, accuracies;
    for (const std::int64_t parts : {1, 3}) {
        const auto engine = seeded(plainExperiment(), [&](TrainingSettings& s) { s.accumulation = parts; });
        std::vector<std::unique_ptr<MetricAccumulator>> metrics;
        metrics.push_back(must(makeMetric("accuracy")));
        losses.push_back(engine->trainStep(batch.inputs, batch.target, 1, metrics).loss.item<double>());
        EXPECT_EQ(metrics[0]->state()[1], 16);
        accuracies.push_back(metrics[0]->value());
    }
    EXPECT_NEAR(losses[0], losses[1], 1e-6);
    EXPECT_EQ(accuracies[0], accuracies[1]);
}

// --- clipping ---

TEST(Clipping, isThatOfPyTorch) {
    for (const double most : {0.5, 1000.0}) {
        torch::manual_seed(2);
        std::vector<NamedTensor> ours{{"a", torch::randn({5, 3}).requires_grad_()}, {"b", torch::randn({7}).requires_grad_()}};
        std::vector<at::Tensor> theirs;
        for (auto& [name, tensor] : ours) {
            tensor.mutable_grad() = torch::randn_like(tensor.detach());
            theirs.push_back(tensor.detach().clone().requires_grad_());
            theirs.back().mutable_grad() = tensor.grad().clone();
        }
        const double expected = torch::nn::utils::clip_grad_norm_(theirs, most);
        EXPECT_NEAR(clip(gradientsOf(ours), most).item<double>(), expected, 1e-5);
        for (std::size_t i = 0; i < theirs.size(); ++i) EXPECT_TRUE(torch::allclose(ours[i].second.grad(), theirs[i].grad(), 1e-6, 1e-7));
    }
}

TEST(Clipping, boundsTheUpdateAndTellsTheNormBefore) {
    const Batch batch;
    const auto free = seeded(plainExperiment()), clipped = seeded(plainExperiment(), [](TrainingSettings&s) { s.gradientClip = 0.01; });
    const auto before = weightsOf(*clipped);
    const double norm = step(*free, batch).gradientNorm.item<double>();
    ASSERT_GT(norm, 0.1);
    EXPECT_NEAR(step(*clipped, batch).gradientNorm.item<double>(), norm, 1e-5);
    double squares = 0;
    for (const auto& [name, tensor] : weightsOf(*clipped)) squares += (tensor - before.at(name)).square().sum().item<double>();
    EXPECT_NEAR(std::sqrt(squares), 0.01, 1e-5);  // plain descent with a learning rate of 1
}

TEST(Clipping, comesAfterTheLossScale) {
    const Batch batch;
    const auto single = seeded(plainExperiment(), [](TrainingSettings& s) { s.gradientClip = 0.01; });
    const auto rounded = seeded(plainExperiment(), [](TrainingSettings& s) {
        half(s);
        s.gradientClip = 0.01;
    });
    const double norm = step(*single, batch).gradientNorm.item<double>();
    EXPECT_NEAR(step(*rounded, batch).gradientNorm.item<double>(), norm, 0.01 * norm);
    EXPECT_LT(greatestDifference(weightsOf(*single), weightsOf(*rounded)), 1e-4);
}

// --- averaged weights ---

TEST(AveragedWeights, areTheRunningMeanThatTheRuleSays) {
    const auto engine = seeded(plainExperiment(), [](TrainingSettings& s) { s.averageDecay = 0.25; });
    const Batch batch;
    at::Tensor expected = weight(*engine, "head.weight").clone();
    for (int update = 1; update <= 8; ++update) {
        step(*engine, batch, 0.1);
        const double decay = std::min(0.25, (1.0 + update) / (10 + update));
        expected = decay * expected + (1 - decay) * weight(*engine, "head.weight");
    }
    EXPECT_TRUE(torch::allclose(copiesOf(engine->optimizerState()).at("ema.head.weight"), expected, 1e-5, 1e-6));
}

TEST(AveragedWeights, validateAndDoNotTouchTheTraining) {
    const Batch batch;
    const auto averaged = seeded(smallExperiment(), [](TrainingSettings&s) { s.averageDecay = 0.9; }), plain = seeded(smallExperiment());
    for (int i = 0; i < 5; ++i)
        for (Engine* engine : {averaged.get(), plain.get()}) {
            torch::manual_seed(i);  // of the dropout
            step(*engine, batch);
            (void)engine->evaluate(batch.inputs, batch.target, {});
        }
    EXPECT_EQ(fingerprintOf(averaged->weights()), fingerprintOf(plain->weights()));
    // The loss of validation is that of a model that has the averaged weights.
    auto weights = plain->weights();
    const auto state = copiesOf(averaged->optimizerState());
    for (auto& [name, tensor] : weights)
        if (const auto found = state.find("ema." + name); found != state.end()) tensor.copy_(found->second);
    EXPECT_EQ(averaged->evaluate(batch.inputs, batch.target, {}).item<double>(),
              plain->evaluate(batch.inputs, batch.target, {}).item<double>());
    // And what a checkpoint takes after a validation are the weights themselves.
    const std::string after = fingerprintOf(averaged->weights());
    (void)averaged->predict(batch.inputs);
    EXPECT_EQ(fingerprintOf(averaged->weights()), after);
}

TEST(AveragedWeights, andTheScalerGoOnFromTheirState) {
    const Change change = [](TrainingSettings& s) {
        half(s);
        s.averageDecay = 0.9;
        s.scaleGrowthInterval = 2;
        s.accumulation = 2;
        s.gradientClip = 0.5;
    };
    const Batch batch;
    const auto one = seeded(plainExperiment(), change), other = seeded(plainExperiment(), change, 7);
    for (int i = 0; i < 3; ++i) step(*one, batch, 0.1);
    ASSERT_TRUE(other->loadWeights(one->weights()));
    ASSERT_TRUE(other->loadOptimizerState(one->optimizerState()));
    for (int i = 0; i < 4; ++i) EXPECT_EQ(step(*one, batch, 0.1).lossScale, step(*other, batch, 0.1).lossScale);
    EXPECT_EQ(fingerprintOf(one->weights()), fingerprintOf(other->weights()));
    EXPECT_EQ(fingerprintOf(one->optimizerState()), fingerprintOf(other->optimizerState()));
}

// --- frozen weights ---

TEST(FrozenWeights, stayAndHaveNoOptimizerState) {
    const auto engine = seeded(smallExperiment(), [](TrainingSettings& s) { s.frozen = {"hidden", "norm"}; });
    const auto before = weightsOf(*engine);
    for (int i = 0; i < 3; ++i) step(*engine, Batch());
    for (const auto& [name, tensor] : weightsOf(*engine))
        EXPECT_EQ(torch::equal(tensor, before.at(name)), !name.starts_with("head.")) << name;  // running statistics, too
    std::set<std::string> owners;
    for (const auto& [name, tensor] : engine->optimizerState()) owners.insert(name.substr(0, name.find('.')));
    EXPECT_EQ(owners, std::set<std::string>{"head"});
}

TEST(FrozenWeights, ofACompositeAreAllInside) {
    Experiment experiment = plainExperiment();
    experiment.library = must(loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite"));
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{4, 8, 8}}}),
                              node("block", "ResidualBlock", {{"in_channels", std::int64_t{4}}, {"out_channels", std::int64_t{4}}}),
                              node("flat", "Flatten"), linear("head", 256, 3), node("logits", "Output")});
    experiment.training.frozen = {"block"};
    torch::manual_seed(1);
    const auto engine = engineOf(experiment);
    const auto before = weightsOf(*engine);
    engine->trainStep({torch::randn({8, 4, 8, 8})}, torch::randint(0, 3, {8}, at::kLong), 1, {});
    for (const auto& [name, tensor] : weightsOf(*engine))
        EXPECT_EQ(torch::equal(tensor, before.at(name)), !name.starts_with("head.")) << name;
}

// --- values that are not finite ---

using What = NonFiniteValue::What;

// Four layers without activations; two of them so large that gradients overflow at "third" on their way back, while all outputs are finite.
std::unique_ptr<Engine> overflowingBackwards(const Change& change) {
    Experiment experiment = plainExperiment();
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{6}}}), linear("first", 6, 8), linear("second", 8, 8),
                              linear("third", 8, 8), linear("fourth", 8, 3), node("logits", "Output")});
    auto engine = seeded(experiment, change);
    const std::map<std::string, double> sizes{{"first", 1e-18}, {"second", 1e-15}, {"third", 1e22}, {"fourth", 1e22}};
    for (auto& [name, tensor] : engine->weights()) {
        const auto dot = name.find('.');
        name.ends_with("weight") ? tensor.mul_(sizes.at(name.substr(0, dot))) : tensor.zero_();
    }
    return engine;
}

TEST(NonFinite, theOutputThatWasTheFirstIsToldOnce) {
    const auto engine = seeded(plainExperiment());
    weight(*engine, "head.bias").fill_(std::nan(""));
    const Batch batch;
    EXPECT_EQ(step(*engine, batch).nonFinite, (NonFiniteValue{What::Output, "head", {}}));
    EXPECT_EQ(step(*engine, batch).nonFinite, std::nullopt);
}

TEST(NonFinite, anInputThatIsNotANumberIsNamed) {
    const auto engine = seeded(plainExperiment());
    Batch batch;
    batch.inputs[0][3][2] = std::nan("");
    EXPECT_EQ(step(*engine, batch).nonFinite, (NonFiniteValue{What::Output, "input", {}}));
}

TEST(NonFinite, lookingForItDrawsNoRandomNumbers) {
    const auto engine = seeded(smallExperiment());
    weight(*engine, "head.bias").fill_(std::nan(""));
    const Batch batch;
    std::vector<at::Tensor> states;
    for (int i = 0; i < 2; ++i) {  // the first time it is looked for
        torch::manual_seed(9);
        step(*engine, batch);
        states.push_back(at::globalContext().defaultGenerator(at::kCPU).get_state());
    }
    EXPECT_TRUE(torch::equal(states[0], states[1]));
}

TEST(NonFinite, theGradientNearestToTheLossIsNamed) {
    const auto engine = overflowingBackwards({});
    const StepResult result = step(*engine, Batch());
    ASSERT_TRUE(std::isfinite(result.loss.item<double>()));
    ASSERT_TRUE(result.nonFinite);
    EXPECT_EQ(result.nonFinite->what, What::Gradient);
    EXPECT_EQ(result.nonFinite->node, "second");  // what "third" gave back
}

TEST(NonFinite, detectingAnomaliesNamesTheNodeWhoseBackwardPassItWasAndUpdatesNothing) {
    const auto engine = overflowingBackwards([](TrainingSettings& s) { s.detectAnomalies = true; });
    const std::string before = fingerprintOf(engine->weights());
    EXPECT_EQ(step(*engine, Batch()).nonFinite, (NonFiniteValue{What::Backward, "third", {}}));
    EXPECT_EQ(fingerprintOf(engine->weights()), before);
    EXPECT_EQ(sentenceOf({What::Backward, "block/norm", {}}).english(),
              "The backward pass of the node block/norm gave values that are not finite.");
}

TEST(NonFinite, detectingAnomaliesNamesTheFirstOutputToo) {
    const auto engine = seeded(plainExperiment(), [](TrainingSettings& s) { s.detectAnomalies = true; });
    weight(*engine, "hidden.weight").fill_(std::numeric_limits<float>::infinity());
    EXPECT_EQ(step(*engine, Batch()).nonFinite, (NonFiniteValue{What::Output, "hidden", {}}));
}

TEST(NonFinite, detectingAnomaliesChangesNoNumber) {
    const Batch batch;
    const auto watched = seeded(smallExperiment(), [](TrainingSettings&s) { s.detectAnomalies = true; }), plain = seeded(smallExperiment());
    for (int i = 0; i < 3; ++i)
        for (Engine* engine : {watched.get(), plain.get()}) {
            torch::manual_seed(i);
            EXPECT_EQ(step(*engine, batch).nonFinite, std::nullopt);
        }
    EXPECT_EQ(fingerprintOf(watched->weights()), fingerprintOf(plain->weights()));
}

// --- sizes of gradients ---

TEST(GradientSizes, areMeasuredWhenAskedForAndTakenOnce) {
    const auto engine = seeded(plainExperiment(), half);
    const Batch batch;
    step(*engine, batch, 0.01);
    EXPECT_EQ(engine->takeGradientSizes(), std::nullopt);
    engine->measureGradients();
    step(*engine, batch, 0.01);
    const auto sizes = engine->takeGradientSizes();
    ASSERT_TRUE(sizes);
    EXPECT_EQ(engine->takeGradientSizes(), std::nullopt);
    double all = 0;
    for (const CurvePoint& point : sizes->plain) all += point.y;
    EXPECT_NEAR(all, 1, 1e-12);
    // The scale of 2¹⁶ moves everything by sixteen places, but for zeros.
    ASSERT_EQ(sizes->scaled.size(), sizes->plain.size());
    for (std::size_t i = 0; i < sizes->plain.size(); ++i) {
        EXPECT_EQ(sizes->scaled[i].y, sizes->plain[i].y);
        EXPECT_EQ(sizes->scaled[i].x, sizes->plain[i].x + (sizes->plain[i].x == kZeroSize ? 0 : 16));
    }
}

}  // namespace
}  // namespace seekbench
