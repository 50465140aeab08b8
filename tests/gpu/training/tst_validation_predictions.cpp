// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include <ATen/ATen.h>

#include "core/data/loader.h"
#include "core/run/predictions.h"
#include "gpu/metrics/prediction_collector.h"
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

}  // namespace

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
