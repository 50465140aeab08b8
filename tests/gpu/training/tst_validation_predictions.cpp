// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include <ATen/ATen.h>

#include "core/data/loader.h"
#include "core/run/evaluation.h"
#include "core/run/predictions.h"
#include "gpu/metrics/evaluation_collector.h"
#include "gpu/metrics/prediction_collector.h"
#include "gpu/training/text_sampler.h"
#include "tests/gpu/training/run_fixture.h"

using namespace seekbench;

namespace {

class PredictionsTest : public RunTest {
protected:
    static Predictions of(const RunFolder& run) {
        auto predictions = readPredictions(run);
        if (!predictions) throw std::runtime_error(predictions.error().english());
        return *predictions;
    }
};

// Samples that a test gives whole, of one input each.
class GivenDataset final : public Dataset {
public:
    GivenDataset(SampleSpec spec, std::vector<Batch> samples) : m_spec(std::move(spec)), m_samples(std::move(samples)) {}
    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part) const override { return static_cast<std::int64_t>(m_samples.size()); }
    void read(Part, std::span<const std::int64_t> indices, Batch& batch) const override {
        batch = m_samples.at(static_cast<std::size_t>(indices[0]));  // tests read one at a time
    }
    std::string fingerprint() const override { return "given"; }

private:
    SampleSpec m_spec;
    std::vector<Batch> m_samples;
};

SampleSpec specOf(TargetKind kind, Shape input, Shape target, std::int64_t classes) {
    SampleSpec spec;
    spec.inputs = {TensorType{std::move(input), ElementType::Float}};
    spec.target = {std::move(target), ElementType::Integer};
    spec.targetKind = kind;
    spec.classes = classes;
    return spec;
}

// "abcdabcd…" as a language model has it: the target is the input one place on.
GivenDataset letters() {
    SampleSpec spec = specOf(TargetKind::ClassMap, {8}, {8}, 4);
    spec.inputs[0].element = ElementType::Integer;
    spec.classNames = {"a", "b", "c", "d"};
    Batch sample;
    sample.inputs = {{ElementType::Integer, {1, 8}, {}, {0, 1, 2, 3, 0, 1, 2, 3}}};
    sample.target = {ElementType::Integer, {1, 8}, {}, {1, 2, 3, 0, 1, 2, 3, 0}};
    return {spec, {sample}};
}

}  // namespace

TEST_F(PredictionsTest, everyValidationLeavesItsPictures) {
    const RunFolder run = newRun();
    ASSERT_EQ(train(run), Trainer::Outcome::Finished);
    const auto history = readEvaluations(run);
    ASSERT_TRUE(history) << history.error().english();
    ASSERT_EQ(history->validations.size(), 4u);
    const Evaluation& last = history->validations.back();
    EXPECT_EQ(last.step, 28);
    EXPECT_EQ(last.epoch, 4);
    ASSERT_EQ(last.worst.size(), EvaluationCollector::kWorst);
    EXPECT_GE(last.worst[0].loss, last.worst[1].loss);
    EXPECT_TRUE(last.texts.empty());
}

TEST_F(PredictionsTest, aFalsePositiveRateIsWrittenWithItsRecall) {
    Experiment experiment = smallExperiment();
    experiment.dataset.parameters["classes"] = std::int64_t{2};
    experiment.graph.nodes.at("f").parameters["out_features"] = std::int64_t{2};
    experiment.loss.parameters["class_balance"] = 1.0;
    experiment.metrics = {"average_precision", "fpr_at_recall"};
    const RunFolder run = newRun(experiment);
    ASSERT_EQ(train(run), Trainer::Outcome::Finished);
    const RunRecord record(run);
    for (const char* part : {"train.", "val."}) {
        const auto recalls = record.current(std::string(part) + "fpr_at_recall.recall");
        ASSERT_EQ(recalls.size(), 4u);
        for (const auto& [step, recall] : recalls) EXPECT_GE(recall, 0.9 - 1e-9);
    }
    const auto history = readEvaluations(run);
    ASSERT_TRUE(history);
    EXPECT_NE(history->validations.back().curve(kPrecisionRecallCurve), nullptr);
}

TEST_F(PredictionsTest, agreeWithTheAccuracyOfTheLastValidation) {
    const RunFolder run = newRun();
    ASSERT_EQ(train(run), Trainer::Outcome::Finished);
    const Predictions predictions = of(run);
    ASSERT_EQ(predictions.samples.size(), 20u);
    EXPECT_EQ(predictions.validated, 20);
    EXPECT_EQ(predictions.step, 28);
    EXPECT_EQ(predictions.epoch, 4);
    const auto accuracy = RunRecord(run).current("val.accuracy");
    EXPECT_EQ(static_cast<double>(predictions.correct()) / 20, accuracy.rbegin()->second);
}

TEST_F(PredictionsTest, pointAtTheSamplesOfTheSplit) {
    Experiment experiment = smallExperiment();
    experiment.split = {.source = Split::Source::Share, .share = 0.3, .seed = 9};
    const RunFolder run = newRun(experiment);
    ASSERT_EQ(train(run), Trainer::Outcome::Finished);
    const auto dataset = openDataset(experiment.dataset);
    const auto split = splitIndices(**dataset, experiment.split, 0);
    const Predictions predictions = of(run);
    EXPECT_EQ(predictions.part, split->validationPart);
    ASSERT_EQ(predictions.samples.size(), split->validation.size());
    Batch batch;
    (*dataset)->read(split->validationPart, split->validation, batch);
    for (std::size_t i = 0; i < split->validation.size(); ++i) {
        EXPECT_EQ(predictions.samples[i].index, split->validation[i]);
        EXPECT_EQ(predictions.samples[i].target, batch.target.integers[i]);
    }
}

TEST_F(PredictionsTest, aFolderThatCannotBeWrittenIsAWarningOnly) {
    const RunFolder run = newRun();
    std::ofstream(run.artifactsFolder()) << "in the way";
    ASSERT_EQ(train(run), Trainer::Outcome::Finished);
    EXPECT_TRUE(RunRecord(run).hasLine("writing the predictions"));
}

TEST(PredictionCollectorTest, keepsTheProbabilityOfTheLargestOutputAndNoMoreThanItHasIndices) {
    PredictionCollector collector({7, 9, 11}, Part::Test, {});
    const at::Tensor output = at::tensor({0.0f, 2.0f, 1.0f, 3.0f, 3.0f, 0.0f, 0.0f, 0.0f, 5.0f, 1.0f, 0.0f, 0.0f}).view({4, 3});
    collector.add(output, at::tensor({1, 1, 2, 0}, at::kLong));
    const Predictions predictions = collector.take(5, 2);
    ASSERT_EQ(predictions.samples.size(), 3u);
    EXPECT_EQ(predictions.validated, 4);
    EXPECT_EQ(predictions.samples[0].predicted, 1);
    EXPECT_NEAR(predictions.samples[0].probability, std::exp(2.0) / (1 + std::exp(2.0) + std::exp(1.0)), 1e-6);
    EXPECT_EQ(predictions.samples[1].predicted, 0);  // of equal outputs the first, as the accuracy counts
    EXPECT_EQ(predictions.samples[2].index, 11);
    EXPECT_TRUE(collector.take(6, 3).samples.empty());
}

TEST(EvaluationCollectorTest, keepsMasksOfTheSliceWithMostForeground) {
    SampleSpec spec = specOf(TargetKind::ClassMap, {1, 2, 2, 2}, {2, 2, 2}, 2);
    Batch sample;
    sample.inputs = {{ElementType::Float, {1, 1, 2, 2, 2}, {0, 0, 0, 0, 1, 2, 3, 5}, {}}};
    const GivenDataset dataset(spec, {sample, sample});
    EvaluationCollector collector(dataset, Part::Test, {1, 0}, {}, EvaluationCollector::FrocCurve::Drawn);
    at::Tensor output = at::zeros({2, 2, 2, 2, 2}), target = at::zeros({2, 2, 2, 2}, at::kLong);
    target[0][1][0][0] = 1;
    target[0][1][0][1] = -100;
    output[0][1][1][0][0] = 4;  // found
    output[0][1][1][1][1] = 3;  // wrong
    collector.add(output, target);
    const Evaluation evaluation = collector.take(10, 1);
    ASSERT_EQ(evaluation.masks.size(), 1u);  // the other sample has no foreground
    const MaskPicture& mask = evaluation.masks[0];
    EXPECT_EQ(mask.index, 1);
    EXPECT_EQ(mask.slice, 1);
    EXPECT_EQ(mask.picture, (std::vector<std::uint8_t>{0, 64, 128, 255}));
    EXPECT_EQ(mask.target, (std::vector<std::uint8_t>{1, 255, 0, 0}));
    EXPECT_EQ(mask.predicted, (std::vector<std::uint8_t>{1, 0, 0, 1}));
    EXPECT_NE(evaluation.curve(kFrocCurve), nullptr);
    EvaluationCollector plain(dataset, Part::Test, {1, 0}, {});
    plain.add(output, target);
    EXPECT_EQ(plain.take(10, 1).curve(kFrocCurve), nullptr);  // nobody asked for it
    EXPECT_TRUE(collector.take(11, 2).empty());
}

TEST(EvaluationCollectorTest, keepsForecastsBoxesAndTheWorst) {
    const GivenDataset prices(specOf(TargetKind::Values, {3}, {1}, 0), {});
    EvaluationCollector forecasts(prices, Part::Test, {4, 5, 6}, {});
    forecasts.add(at::tensor({1.0f, 2.0f}).view({2, 1}), at::tensor({1.5f, 5.0f}).view({2, 1}));
    forecasts.add(at::tensor({3.0f}).view({1, 1}), at::tensor({3.0f}).view({1, 1}));
    const Evaluation series = forecasts.take(1, 1);
    ASSERT_EQ(series.forecasts.size(), 1u);
    EXPECT_EQ(series.forecasts[0].actual, (std::vector<float>{1.5f, 5, 3}));
    EXPECT_EQ(series.forecasts[0].predicted, (std::vector<float>{1, 2, 3}));
    EXPECT_EQ(series.worst[0], (WorstSample{5, 9}));

    const GivenDataset pictures(specOf(TargetKind::Boxes, {1, 4, 4}, {2, 5}, 1), {});
    EvaluationCollector boxes(pictures, Part::Test, {3}, {});
    at::Tensor output = at::full({1, 4, 6}, -9.0f);
    output[0][0] = at::zeros({6});
    boxes.add(output, at::tensor({0.0f, 0.25f, 0.25f, 0.5f, 0.5f, -1.0f, 0.0f, 0.0f, 0.0f, 0.0f}).view({1, 2, 5}));
    const Evaluation drawn = boxes.take(1, 1);
    ASSERT_EQ(drawn.boxes.size(), 1u);
    EXPECT_EQ(drawn.boxes[0].truth.size(), 1u);
    ASSERT_EQ(drawn.boxes[0].detections.size(), 1u);
    EXPECT_EQ(drawn.boxes[0].detections[0].score, 0.5f);
}

TEST(EvaluationCollectorTest, twoClassesHaveTheirCurves) {
    const GivenDataset fraud(specOf(TargetKind::Class, {3}, {}, 2), {});
    EvaluationCollector collector(fraud, Part::Test, {0, 1, 2}, {});
    collector.add(at::tensor({0.0f, 2.0f, 0.0f, 1.0f, 0.0f, -1.0f}).view({3, 2}), at::tensor({1, 0, 0}, at::kLong));
    const Evaluation evaluation = collector.take(1, 1);
    ASSERT_NE(evaluation.curve(kPrecisionRecallCurve), nullptr);
    EXPECT_EQ(evaluation.curve(kPrecisionRecallCurve)->points.front(), (CurvePoint{1, 1}));
    EXPECT_EQ(evaluation.curve(kCostCurve)->points.size(), 101u);
    EXPECT_EQ(evaluation.worst[0].index, 1);
}

TEST(TextSamplerTest, sampledTextIsTheSameAgainAndMovesNoRandomNumbers) {
    const GivenDataset dataset = letters();
    const auto sampler = TextSampler::make(dataset, Part::Test, 0, {.tokens = 20});
    ASSERT_TRUE(sampler);
    Experiment experiment;
    const auto add = [&](std::string name, std::string op, ParameterValues parameters = {}) {
        experiment.graph.nodes[name] = Node{.name = name, .op = std::move(op), .parameters = std::move(parameters)};
    };
    add("a", "Input", {{"shape", std::vector<std::int64_t>{8}}, {"element", std::string("integer")}});
    add("b", "Embedding", {{"num_embeddings", std::int64_t{4}}, {"embedding_dim", std::int64_t{4}}});
    add("c", "Output");
    experiment.graph.edges = {Edge{.from = {"a", "output"}, .to = {"b", "input"}}, Edge{.from = {"b", "output"}, .to = {"c", "input"}}};
    const auto engine = makeReferenceEngine(experiment);
    ASSERT_TRUE(engine) << engine.error().english();
    const auto first = sampler->sample(**engine, at::kCPU);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].prompt, "ab");
    EXPECT_EQ(first[0].continuation.size(), 20u);
    EXPECT_EQ(sampler->sample(**engine, at::kCPU), first);
    at::manual_seed(5);
    const auto without = at::rand({1}).item<float>();
    at::manual_seed(5);
    (void)sampler->sample(**engine, at::kCPU);
    EXPECT_EQ(at::rand({1}).item<float>(), without);
    // A model that has learned the alphabet goes on with it.
    at::Tensor sure = at::zeros({4, 4});
    for (int i = 0; i < 4; ++i) sure[i][(i + 1) % 4] = 50;
    ASSERT_TRUE((*engine)->loadWeights({{(*engine)->weights()[0].first, sure}}));
    EXPECT_EQ(sampler->sample(**engine, at::kCPU)[1].continuation, "cdabcdabcdabcdabcdab");
}

TEST(TextSamplerTest, otherSamplesAreNoLanguageModel) {
    SampleSpec spec = letters().spec();
    Batch masked;
    masked.inputs = {{ElementType::Integer, {1, 8}, {}, {0, 1, 2, 3, 0, 1, 2, 3}}};
    masked.target = {ElementType::Integer, {1, 8}, {}, {-100, -100, 2, -100, -100, -100, -100, -100}};
    EXPECT_FALSE(TextSampler::make(GivenDataset(spec, {masked}), Part::Test, 0));
    spec.classNames.clear();
    EXPECT_FALSE(TextSampler::make(GivenDataset(spec, {masked}), Part::Test, 0));
}
