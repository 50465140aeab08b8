// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/data/dataset.h"
#include "core/run/metric.h"
#include "gpu/losses/loss.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/metrics/object_boxes.h"
#include "tests/gpu/sample_models.h"

namespace seekbench {
namespace {

at::Tensor classes(std::vector<std::int64_t> numbers) { return torch::tensor(numbers, at::kLong); }

std::unique_ptr<Loss> lossOf(std::string kind, ParameterValues parameters = {}, const ClassCountsOfTraining& counts = {}) {
    return must(makeLoss({std::move(kind), std::move(parameters)}, counts));
}

// An output and a target as the rows for `kind` get them; ClassMap: two pictures of 4 × 5, 3 classes, one position that is ignored.
struct Example {
    at::Tensor output, target;
};
Example exampleOf(TargetKind kind, std::int64_t count = 2) {
    switch (kind) {
        case TargetKind::Class: return {torch::randn({count * 6, 2}), torch::randint(0, 2, {count * 6}, at::kLong)};
        case TargetKind::ClassMap: {
            at::Tensor target = torch::randint(0, 3, {count, 4, 5}, at::kLong);
            target[0][1][2] = -100;
            return {torch::randn({count, 3, 4, 5}), target};
        }
        case TargetKind::Values: return {torch::randn({count, 3}), torch::randn({count, 3})};
        case TargetKind::Boxes: {
            at::Tensor target = torch::rand({count, 3, 5}) * 0.8 + 0.1;
            target.select(2, 0).copy_(torch::randint(-1, 2, {count, 3}));
            return {torch::randn({count, 9, 7}), target};
        }
        case TargetKind::Pairs: break;
    }
    return {torch::randn({count * 3, 3, 4}), torch::arange(count * 3)};
}

TEST(Loss, everyKindHasBothHalves) {
    std::vector<std::string_view> core, torchHalf;
    for (const Kind& kind : lossKinds()) core.push_back(kind.id);
    for (const TorchLoss& half : torchLosses()) torchHalf.push_back(half.id);
    EXPECT_EQ(core, torchHalf);
    EXPECT_FALSE(makeLoss({"no_such_loss", {}}));
    EXPECT_FALSE(makeLoss({"focal", {{"gamma", -1.0}}}));
}

// The slopes that autograd finds are those of the differences of the loss itself, for every row and every kind of target. Differences of
// single precision are good to about 1e-3 of the loss.
TEST(Loss, slopesAreThoseOfTheLoss) {
    torch::manual_seed(3);
    for (const Kind& kind : lossKinds())
        for (const TargetKind target : kind.targets) {
            SCOPED_TRACE(kind.id);
            const auto loss = lossOf(std::string(kind.id));
            Example example = exampleOf(target);
            at::Tensor output = example.output.clone().requires_grad_();
            loss->mean(output, example.target).backward();
            const at::Tensor slopes = output.grad();
            EXPECT_TRUE(slopes.isfinite().all().item<bool>());
            EXPECT_GT(slopes.abs().sum().item<double>(), 0);
            at::NoGradGuard noGradient;
            for (int direction = 0; direction < 3; ++direction) {
                const at::Tensor way = torch::randn_like(output);
                const double step = 1e-2;
                const double up = loss->mean(example.output + step * way, example.target).item<double>();
                const double down = loss->mean(example.output - step * way, example.target).item<double>();
                EXPECT_NEAR((slopes * way).sum().item<double>(), (up - down) / (2 * step), 2e-3 + 2e-2 * std::abs(up));
            }
        }
}

TEST(Loss, lossesAreInSinglePrecisionWhateverTheOutput) {
    for (const Kind& kind : lossKinds())
        for (const TargetKind target : kind.targets) {
            const Example example = exampleOf(target);
            EXPECT_EQ(lossOf(std::string(kind.id))->mean(example.output.to(at::kBFloat16), example.target).scalar_type(), at::kFloat);
        }
}

TEST(Loss, crossEntropyIsMinusTheMeanLogarithmOfTheTrueClass) {
    const at::Tensor logits =
        torch::tensor({{std::log(1.f), std::log(3.f)}, {std::log(2.f), std::log(2.f)}});  // softmax: 1/4, 3/4; 1/2, 1/2
    const double expected = -(std::log(0.75) + std::log(0.5)) / 2;
    EXPECT_NEAR(lossOf("cross_entropy")->mean(logits, classes({1, 0})).item<double>(), expected, 1e-6);
    // Weights 1 and 10: the mean is weighted, too.
    EXPECT_NEAR(lossOf("cross_entropy", {{"class_weights", std::string("1, 10")}})->mean(logits, classes({1, 0})).item<double>(),
                -(10 * std::log(0.75) + std::log(0.5)) / 11, 1e-6);
    // 30 of class 0 and 10 of class 1: weights 20/30 and 20/10, or their roots.
    EXPECT_NEAR(lossOf("cross_entropy", {{"class_balance", 1.0}}, {30, 10})->mean(logits, classes({1, 0})).item<double>(),
                -(2 * std::log(0.75) + 2.0 / 3 * std::log(0.5)) / (2 + 2.0 / 3), 1e-6);
    EXPECT_NEAR(lossOf("cross_entropy", {{"class_balance", 0.5}}, {30, 10})->mean(logits, classes({1, 0})).item<double>(),
                -(std::sqrt(2) * std::log(0.75) + std::sqrt(2.0 / 3) * std::log(0.5)) / (std::sqrt(2) + std::sqrt(2.0 / 3)), 1e-6);
    // A tenth of the target spread over both classes.
    EXPECT_NEAR(lossOf("cross_entropy", {{"label_smoothing", 0.1}})->mean(logits, classes({1, 0})).item<double>(),
                -(0.95 * std::log(0.75) + 0.05 * std::log(0.25) + std::log(0.5)) / 2, 1e-6);
}

TEST(Loss, sequencesHaveTheirClassesLastAndIgnoredPositionsCountNowhere) {
    const at::Tensor logits = torch::randn({2, 5, 7}), target = torch::randint(0, 7, {2, 5}, at::kLong);
    target[0][3] = -100;
    target[1][0] = -100;
    const at::Tensor logarithms = logits.to(at::kDouble).log_softmax(2);
    double sum = 0;
    for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 5; ++j)
            if (const auto kind = target[i][j].item<std::int64_t>(); kind >= 0) sum -= logarithms[i][j][kind].item<double>();
    EXPECT_NEAR(lossOf("cross_entropy")->mean(logits, target).item<double>(), sum / 8, 1e-6);
    EXPECT_EQ(lossOf("cross_entropy")->mean(logits, torch::full({2, 5}, -100, at::kLong)).item<double>(), 0);
    EXPECT_EQ(lossOf("focal")->mean(logits, torch::full({2, 5}, -100, at::kLong)).item<double>(), 0);
}

TEST(Loss, focalIsTheEquationOfItsPaper) {
    const at::Tensor logits = torch::tensor({{0.f, 2.f}, {1.f, 0.f}, {0.f, -1.f}});
    double sum = 0;
    const auto add = [&](double p, double alpha) { sum -= alpha * std::pow(1 - p, 2) * std::log(p); };
    add(1 / (1 + std::exp(-2.0)), 0.25);
    add(1 / (1 + std::exp(-1.0)), 0.75);
    add(1 / (1 + std::exp(1.0)), 0.25);
    EXPECT_NEAR(lossOf("focal")->mean(logits, classes({1, 0, 1})).item<double>(), sum / 3, 1e-6);
    // gamma 0 and alpha 1/2: half the cross entropy.
    EXPECT_NEAR(lossOf("focal", {{"gamma", 0.0}, {"alpha", 0.5}})->mean(logits, classes({1, 0, 1})).item<double>(),
                lossOf("cross_entropy")->mean(logits, classes({1, 0, 1})).item<double>() / 2, 1e-6);
}

TEST(Loss, diceIsOneMinusTheOverlapOfTheForeground) {
    const Example example = exampleOf(TargetKind::ClassMap);
    const at::Tensor p = example.output.to(at::kDouble).softmax(1);
    double shares = 0;
    for (int kind = 1; kind < 3; ++kind) {
        const at::Tensor counts = example.target.ne(-100).to(at::kDouble), truth = example.target.eq(kind).to(at::kDouble);
        const at::Tensor mine = p.select(1, kind) * counts;
        shares += ((2 * (mine * truth).sum() + 1) / (mine.square().sum() + truth.sum() + 1)).item<double>() / 2;
    }
    const double dice = lossOf("dice")->mean(example.output, example.target).item<double>();
    EXPECT_NEAR(dice, 1 - shares, 1e-6);
    const double focal = lossOf("focal")->mean(example.output, example.target).item<double>();
    EXPECT_NEAR(lossOf("dice_focal", {{"dice_weight", 2.0}, {"focal_weight", 0.5}})->mean(example.output, example.target).item<double>(),
                2 * dice + 0.5 * focal, 1e-6);
}

TEST(Loss, lossesOfRealNumbersAreOverAllElements) {
    const at::Tensor output = torch::tensor({{1.f, 2.f}, {3.f, 4.f}}), target = torch::tensor({{1.f, 0.f}, {0.f, 4.f}});
    EXPECT_NEAR(lossOf("mse")->mean(output, target).item<double>(), (4 + 9) / 4.0, 1e-6);
    EXPECT_NEAR(lossOf("mae")->mean(output, target).item<double>(), (2 + 3) / 4.0, 1e-6);
    EXPECT_NEAR(lossOf("huber", {{"delta", 2.5}})->mean(output, target).item<double>(), (2.0 + 2.5 * (3 - 1.25)) / 4, 1e-6);
}

TEST(Loss, contrastiveIsTheCrossEntropyOfFindingThePartner) {
    const at::Tensor vectors = torch::randn({5, 3, 4});
    const at::Tensor units =
        torch::nn::functional::normalize(vectors.to(at::kDouble), torch::nn::functional::NormalizeFuncOptions().dim(2));
    double sum = 0;
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) {
            if (i == j) continue;
            const at::Tensor logits = units.select(1, i).matmul(units.select(1, j).t()) / 0.07;
            sum -= logits.log_softmax(1).diagonal().mean().item<double>();
        }
    EXPECT_NEAR(lossOf("info_nce")->mean(vectors, torch::arange(5)).item<double>(), sum / 6, 1e-5);
}

TEST(Loss, aLearnedTemperatureIsTrainedAndSavedWithTheWeights) {
    Experiment experiment;
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{2, 6}}}), linear("tower", 6, 4), node("output", "Output")});
    experiment.loss = {"info_nce", {{"learn_temperature", true}}};
    const auto engine = engineOf(experiment);
    const auto scale = [&] {
        for (const auto& [name, tensor] : engine->weights())
            if (name == "loss.log_scale") return tensor.item<double>();
        return std::nan("");
    };
    const double before = scale();
    EXPECT_NEAR(before, -std::log(0.07), 1e-6);
    engine->trainStep({torch::randn({8, 2, 6})}, torch::arange(8), 1, {});
    EXPECT_NE(scale(), before);
    auto saved = engine->weights();
    for (auto& [name, tensor] : saved) tensor = tensor.clone();
    const auto other = engineOf(experiment);
    ASSERT_TRUE(other->loadWeights(saved));
    EXPECT_EQ(other->weights().back().second.item<double>(), scale());
}

TEST(Loss, detectionIsItsEquation) {
    // A grid of 2 × 2, two classes; the box's centre (0.6, 0.3) lies in the cell of row 0, column 1, at (0.2, 0.6) within.
    const at::Tensor output = torch::randn({1, 4, 7});
    const at::Tensor target =
        torch::tensor({1.f, 0.6f, 0.3f, 0.25f, 0.5f, 0.f, 0.7f, 0.2f, 0.1f, 0.1f, -1.f, 0.f, 0.f, 0.f, 0.f}).view({1, 3, 5});
    const at::Tensor o = output.to(at::kDouble)[0];
    const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
    const auto number = [&](int cell, int channel) { return o[cell][channel].item<double>(); };
    double expected = -std::log(sigmoid(number(1, 0)));
    for (const int cell : {0, 2, 3}) expected -= 0.5 * std::log(1 - sigmoid(number(cell, 0)));
    expected += 5 * (std::pow(sigmoid(number(1, 1)) - 0.2, 2) + std::pow(sigmoid(number(1, 2)) - 0.6, 2) +
                     std::pow(std::sqrt(sigmoid(number(1, 3))) - 0.5, 2) + std::pow(std::sqrt(sigmoid(number(1, 4))) - std::sqrt(0.5), 2));
    expected -= number(1, 6) - std::log(std::exp(number(1, 5)) + std::exp(number(1, 6)));
    EXPECT_NEAR(lossOf("detection")->mean(output, target).item<double>(), expected, 1e-5);
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

// Positions of pictures go together, so that the greatest is found in a loop of its own: the first of several, and what is no number.
TEST(Metric, accuracyOfPicturesTakesTheFirstOfTheGreatest) {
    for (const std::int64_t channels : {2, 5}) {
        at::Tensor output = torch::randn({3, channels, 23, 29}).mul(2).round();
        output[1][channels - 1].fill_(std::nanf(""));
        const at::Tensor target = torch::randint(0, channels, {3, 23, 29}, at::kLong);
        const auto accuracy = must(makeMetric("accuracy"));
        accuracy->add(output, target);
        EXPECT_DOUBLE_EQ(accuracy->value(), output.argmax(1).eq(target).to(at::kDouble).mean().item<double>());
        accuracy->reset();
        accuracy->add(output, output.argmax(1));
        EXPECT_DOUBLE_EQ(accuracy->value(), 1);
    }
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

// Companions are as many as the table says, what was reset is gone, and the state is exact in the middle of an epoch.
TEST(Metric, everyMetricGoesOnFromItsState) {
    torch::manual_seed(11);
    for (const MetricKind& kind : metricKinds()) {
        SCOPED_TRACE(kind.id);
        const Example first = exampleOf(kind.targets.front(), 50), second = exampleOf(kind.targets.front(), 31);
        const auto whole = must(makeMetric(kind.id)), resumed = must(makeMetric(kind.id));
        EXPECT_TRUE(std::isnan(whole->value()));
        resumed->restore(whole->state());
        whole->add(first.output, first.target);
        resumed->add(second.output, second.target);  // forgotten by restore()
        resumed->restore(whole->state());
        whole->add(second.output, second.target);
        resumed->add(second.output, second.target);
        EXPECT_EQ(resumed->state(), whole->state());
        EXPECT_EQ(resumed->value(), whole->value());
        EXPECT_FALSE(std::isnan(whole->value()));
        EXPECT_EQ(resumed->companions(), whole->companions());
        EXPECT_EQ(whole->companions().size(), kind.companions.size());
        whole->reset();
        EXPECT_TRUE(std::isnan(whole->value()));
    }
}

TEST(Metric, ignoredPositionsCountNowhere) {
    for (const char* id : {"accuracy", "balanced_accuracy", "f1_macro", "perplexity"}) {
        SCOPED_TRACE(id);
        const at::Tensor output = torch::randn({1, 6, 3}), target = torch::randint(0, 3, {1, 6}, at::kLong);
        at::Tensor masked = target.clone();
        masked[0][5] = -100;
        const auto some = must(makeMetric(id)), cut = must(makeMetric(id));
        some->add(output, masked);
        cut->add(output.narrow(1, 0, 5), target.narrow(1, 0, 5));
        EXPECT_DOUBLE_EQ(some->value(), cut->value());
    }
}

TEST(Metric, perplexityOfGuessingIsTheNumberOfClasses) {
    const auto perplexity = must(makeMetric("perplexity"));
    perplexity->add(torch::zeros({3, 4, 90}), torch::randint(0, 90, {3, 4}, at::kLong));
    EXPECT_NEAR(perplexity->value(), 90, 1e-4);
}

TEST(Metric, masksAreComparedOverTheForeground) {
    at::Tensor output = torch::zeros({1, 2, 1, 4}), target = torch::tensor({0, 1, 1, 0}, at::kLong).view({1, 1, 4});
    output[0][1][0][1] = output[0][1][0][3] = 5;  // predicted: positions 1 and 3
    output[0][0][0][0] = output[0][0][0][2] = 5;
    const auto iou = must(makeMetric("iou")), dice = must(makeMetric("dice")), froc = must(makeMetric("froc"));
    for (const auto* metric : {&iou, &dice, &froc}) (*metric)->add(output, target);
    EXPECT_DOUBLE_EQ(iou->value(), 1.0 / 3);
    EXPECT_DOUBLE_EQ(dice->value(), 0.5);
    // One object of two positions, hit by the detection of position 1, scored like the false alarm at 3: found at 1 false positive a scan.
    EXPECT_DOUBLE_EQ(froc->value(), 4.0 / 7);
}

TEST(Metric, frocCountsSamplesOfOneScanOnce) {
    const auto together = must(makeMetric("froc", {.scans = {7, 7, 8, 7}}));
    at::Tensor output = torch::zeros({4, 2, 2, 2}), target = torch::zeros({4, 2, 2}, at::kLong);
    output.select(1, 0).fill_(1);
    output[0][1][0][0] = 5;  // found
    output[1][1][0][0] = 6;  // a false alarm that is surer
    target[0][0][0] = 1;
    together->add(output, target);
    EXPECT_DOUBLE_EQ(together->value(), 5.0 / 7);  // 1 false alarm in 2 scans
    const auto each = must(makeMetric("froc"));
    each->add(output, target);
    EXPECT_DOUBLE_EQ(each->value(), 6.0 / 7);  // in 4
}

TEST(Metric, scoresOfTwoClassesAreRanked) {
    const at::Tensor scores = torch::tensor({0.9f, 0.8f, 0.8f, 0.4f, 0.3f, 0.1f});
    const at::Tensor output = torch::stack({-scores, scores}, 1), target = classes({1, 0, 1, 1, 0, 0});
    const auto average = must(makeMetric("average_precision")), rate = must(makeMetric("fpr_at_recall")),
               cost = must(makeMetric("lowest_cost"));
    for (const auto* metric : {&average, &rate, &cost}) (*metric)->add(output, target);
    EXPECT_NEAR(average->value(), (1 + 2.0 / 3 + 0.75) / 3, 1e-12);
    EXPECT_NEAR(rate->value(), 1.0 / 3, 1e-12);
    EXPECT_EQ(rate->companions(), std::vector<double>{1});
    EXPECT_NEAR(cost->value(), 1.0 / 6, 1e-12);
}

TEST(Metric, directionsCountWithTheIntervalOfWhatIsIndependent) {
    const at::Tensor target = torch::ones({400, 1});
    at::Tensor output = torch::ones({400, 1});
    for (int i = 0; i < 400; ++i)
        if (i / 40 % 2) output[i][0] = -1;  // wrong in streaks of 40
    const auto ordered = must(makeMetric("direction_accuracy", {.inTime = true})), loose = must(makeMetric("direction_accuracy"));
    for (const auto* metric : {&ordered, &loose}) (*metric)->add(output, target);
    EXPECT_DOUBLE_EQ(ordered->value(), 0.5);
    EXPECT_NEAR(loose->companions()[0], 0.4512, 1e-3);  // Wilson's of 200 in 400
    EXPECT_LT(ordered->companions()[0], 0.35);
    EXPECT_GT(ordered->companions()[1], 0.65);
    const auto still = must(makeMetric("direction_accuracy"));
    still->add(torch::ones({2, 1}), torch::zeros({2, 1}));
    EXPECT_TRUE(std::isnan(still->value()));  // no move, no direction
}

TEST(Metric, partnersAreLookedForAmongTheGallery) {
    const at::Tensor one = torch::eye(8);
    const auto first = must(makeMetric("recall_at_1")), fifth = must(makeMetric("recall_at_5"));
    first->add(torch::stack({one, one}, 1), torch::arange(8));
    EXPECT_DOUBLE_EQ(first->value(), 1);
    EXPECT_EQ(first->companions(), std::vector<double>{1.0 / 8});
    first->reset();
    for (const auto* metric : {&first, &fifth}) (*metric)->add(torch::stack({one, one.roll(1, 0)}, 1), torch::arange(8));
    EXPECT_DOUBLE_EQ(first->value(), 0);
    EXPECT_EQ(fifth->companions(), std::vector<double>{5.0 / 8});
    // Vectors that are all alike find nobody: no credit for a tie.
    first->reset();
    first->add(torch::ones({8, 2, 4}), torch::arange(8));
    EXPECT_DOUBLE_EQ(first->value(), 0);
    // More than one gallery: chance is that of 256.
    first->reset();
    first->add(torch::randn({512, 2, 4}), torch::arange(512));
    EXPECT_EQ(first->companions(), std::vector<double>{1.0 / 256});
}

TEST(Metric, boxesAreReadOffTheGrid) {
    at::Tensor output = torch::full({1, 9, 7}, -9.f);
    const auto logit = [](double p) { return std::log(p / (1 - p)); };
    // Row 1, column 2 of a 3 × 3 grid, class 1.
    const double numbers[] = {logit(0.8), logit(0.5), logit(0.25), logit(0.3), logit(0.2), -20, 20};
    for (int i = 0; i < 7; ++i) output[0][5][i] = numbers[i];
    const auto detections = detectionsOf(output);
    ASSERT_EQ(detections.at(0).size(), 1u);
    const Detection& only = detections[0][0];
    EXPECT_NEAR(only.score, 0.8, 1e-5);
    EXPECT_EQ(only.kind, 1);
    EXPECT_NEAR(only.box.x, 2.5 / 3, 1e-5);
    EXPECT_NEAR(only.box.y, 1.25 / 3, 1e-5);
    EXPECT_NEAR(only.box.width, 0.3, 1e-5);
    EXPECT_NEAR(only.box.height, 0.2, 1e-5);
    const auto precision = must(makeMetric("map_50"));
    precision->add(output, torch::tensor({1.f, 2.5f / 3, 1.25f / 3, 0.3f, 0.2f, -1.f, 0.f, 0.f, 0.f, 0.f}).view({1, 2, 5}));
    EXPECT_DOUBLE_EQ(precision->value(), 1);
}

TEST(Metric, addingRecordsNoGradient) {
    for (const MetricKind& kind : metricKinds()) {
        const Example example = exampleOf(kind.targets.front());
        const auto metric = must(makeMetric(kind.id));
        metric->add(example.output.requires_grad_() * 2, example.target);
        (void)metric->value();
        (void)metric->state();
    }
}

}  // namespace
}  // namespace seekbench
