// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/run/metric.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/training/loss.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

at::Tensor classes(std::vector<std::int64_t> numbers) { return torch::tensor(numbers, at::kLong); }

TEST(Loss, everyKindHasBothHalves) {
    std::vector<std::string_view> core, torchHalf;
    for (const Kind& kind : lossKinds()) core.push_back(kind.id);
    for (const TorchLoss& half : torchLosses()) torchHalf.push_back(half.id);
    EXPECT_EQ(core, torchHalf);
    EXPECT_EQ(findTorchLoss("no_such_loss"), nullptr);
}

TEST(Loss, crossEntropyIsMinusTheMeanLogarithmOfTheTrueClass) {
    const at::Tensor logits =
        torch::tensor({{std::log(1.f), std::log(3.f)}, {std::log(2.f), std::log(2.f)}});  // softmax: 1/4, 3/4; 1/2, 1/2
    const double expected = -(std::log(0.75) + std::log(0.5)) / 2;
    EXPECT_NEAR(findTorchLoss("cross_entropy")->mean(logits, classes({1, 0})).item<double>(), expected, 1e-6);
}

TEST(Loss, meanSquaredErrorIsOverAllElements) {
    const at::Tensor output = torch::tensor({{1.f, 2.f}, {3.f, 4.f}}), target = torch::tensor({{1.f, 0.f}, {0.f, 4.f}});
    EXPECT_NEAR(findTorchLoss("mse")->mean(output, target).item<double>(), (4 + 9) / 4.0, 1e-6);
}

TEST(Loss, lossesAreInSinglePrecisionWhateverTheOutput) {
    const at::Tensor output = torch::randn({4, 3}).to(at::kBFloat16);
    EXPECT_EQ(findTorchLoss("cross_entropy")->mean(output, classes({0, 1, 2, 0})).scalar_type(), at::kFloat);
    EXPECT_EQ(findTorchLoss("mse")->mean(output, output).scalar_type(), at::kFloat);
}

TEST(Metric, everyKindHasBothHalves) {
    std::vector<std::string_view> core, torchHalf;
    for (const Kind& kind : metricKinds()) core.push_back(kind.id);
    for (const TorchMetric& half : torchMetrics()) torchHalf.push_back(half.id);
    EXPECT_EQ(core, torchHalf);
    EXPECT_FALSE(makeMetric("no_such_metric"));
}

TEST(Metric, accuracyIsTheShareOfRightHighestOutputsOverAllBatches) {
    const auto accuracy = must(makeMetric("accuracy"));
    EXPECT_TRUE(std::isnan(accuracy->value()));
    accuracy->add(torch::tensor({{0.1f, 0.9f}, {0.8f, 0.2f}}), classes({1, 1}));
    accuracy->add(torch::tensor({{0.f, 1.f}}), classes({1}));
    EXPECT_DOUBLE_EQ(accuracy->value(), 2.0 / 3);
    accuracy->reset();
    EXPECT_TRUE(std::isnan(accuracy->value()));
}

TEST(Metric, topThreeCountsTheThreeHighestAndAllOfFewerClasses) {
    const auto top = must(makeMetric("top3_accuracy"));
    const at::Tensor output = torch::tensor({{5.f, 4.f, 3.f, 2.f}});
    top->add(output, classes({2}));
    EXPECT_DOUBLE_EQ(top->value(), 1);
    top->add(output, classes({3}));
    EXPECT_DOUBLE_EQ(top->value(), 0.5);
    top->reset();
    top->add(torch::tensor({{1.f, 2.f}}), classes({0}));
    EXPECT_DOUBLE_EQ(top->value(), 1);
}

TEST(Metric, everyMetricGoesOnFromItsState) {
    for (const TorchMetric& half : torchMetrics()) {
        SCOPED_TRACE(half.id);
        const auto whole = half.make(), resumed = half.make();
        const at::Tensor firstOutput = torch::randn({50, 7}), firstTarget = torch::randint(0, 7, {50}, at::kLong);
        const at::Tensor secondOutput = torch::randn({31, 7}), secondTarget = torch::randint(0, 7, {31}, at::kLong);
        whole->add(firstOutput, firstTarget);
        resumed->restore(whole->state());
        whole->add(secondOutput, secondTarget);
        resumed->add(secondOutput, secondTarget);
        EXPECT_EQ(resumed->state(), whole->state());
        EXPECT_EQ(resumed->value(), whole->value());
    }
}

TEST(Metric, addingRecordsNoGradient) {
    const auto accuracy = must(makeMetric("accuracy"));
    const at::Tensor output = torch::randn({4, 3}).requires_grad_();
    accuracy->add(output * 2, classes({0, 1, 2, 0}));
    EXPECT_GE(accuracy->value(), 0);
}

}  // namespace
}  // namespace seekbench
