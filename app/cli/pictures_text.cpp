// SPDX-License-Identifier: Apache-2.0
#include "app/cli/pictures_text.h"

#include <algorithm>
#include <cmath>

#include "app/cli/format.h"
#include "core/evaluation/froc.h"
#include "core/run/gradient_range.h"

namespace seekbench {
namespace {

constexpr std::int64_t kMostClasses = 20;

std::string className(const std::vector<std::string>& names, std::int64_t number) {
    const auto place = static_cast<std::size_t>(number);
    return place < names.size() && !names[place].empty() ? names[place] : std::to_string(number);
}

std::string frocText(const EvaluationCurve& curve) {
    std::vector<std::vector<std::string>> rows{{"  false positives per scan"}, {"  sensitivity"}};
    double sum = 0;
    for (const double rate : kFrocRates) {
        double highest = 0;
        for (const CurvePoint& point : curve.points)
            if (point.x <= rate) highest = std::max(highest, point.y);
        sum += highest;
        rows[0].push_back(numberText(rate));
        rows[1].push_back(numberText(std::round(highest * 1000) / 1000));
    }
    rows[0].emplace_back("mean");
    rows[1].push_back(numberText(std::round(sum / static_cast<double>(kFrocRates.size()) * 1000) / 1000));
    return "\nObjects found (FROC)\n" + table(std::move(rows));
}

// What fp16 holds of the gradients, a column each: as they are and times the loss scale.
std::string gradientText(const Evaluation& evaluation) {
    std::vector<std::vector<std::string>> rows{{""},
                                               {"  zero"},
                                               {"  lost (below 2^-24)"},
                                               {"  only some digits (below 2^-14)"},
                                               {"  exact to three digits"},
                                               {"  too large (above 65504)"}};
    const auto add = [&](std::string_view id, const char* title) {
        const EvaluationCurve* curve = evaluation.curve(id);
        if (curve == nullptr) return;
        const HalfShares shares = halfSharesOf(curve->points);
        rows[0].emplace_back(title);
        std::size_t row = 0;
        for (const double share : {shares.zero, shares.lost, shares.subnormal, shares.normal, shares.tooLarge})
            rows[++row].push_back(numberText(std::round(share * 1e4) / 100) + " %");
    };
    add(kGradientCurve, "as they are");
    add(kScaledGradientCurve, "times the loss scale");
    if (rows[0].size() == 1) return {};
    return "\nGradients in fp16, epoch " + std::to_string(evaluation.epoch) + "\n" + table(std::move(rows));
}

std::string sampledText(const SampledText& text) {
    std::string out = "\nText sampled: the beginning in brackets is given\n";
    const std::string whole = "[" + text.prompt + "]" + text.continuation;
    for (std::size_t begin = 0; begin < whole.size();) {
        const std::size_t end = std::min(whole.find('\n', begin), whole.size());
        out += "  " + oneLine(whole.substr(begin, end - begin)) + "\n";
        begin = end + 1;
    }
    return out;
}

}  // namespace

std::string confusionText(const Predictions& predictions) {
    const std::int64_t classes = predictions.classes();
    if (predictions.samples.empty() || classes > kMostClasses) return {};
    const auto count = static_cast<std::size_t>(classes);
    std::vector<std::vector<std::int64_t>> counts(count, std::vector<std::int64_t>(count, 0));
    for (const Prediction& sample : predictions.samples)
        ++counts[static_cast<std::size_t>(sample.target)][static_cast<std::size_t>(sample.predicted)];
    std::vector<std::vector<std::string>> rows{{"  true \\ said"}};
    for (std::int64_t said = 0; said < classes; ++said) rows[0].push_back(std::to_string(said));
    for (std::int64_t truth = 0; truth < classes; ++truth) {
        std::string name = className(predictions.classNames, truth);
        auto& row = rows.emplace_back();
        row.push_back("  " + std::to_string(truth) + (name == std::to_string(truth) ? "" : " " + name));
        for (const std::int64_t number : counts[static_cast<std::size_t>(truth)]) row.push_back(withSeparators(number));
    }
    return "\nConfusion matrix of epoch " + std::to_string(predictions.epoch) + "\n" + table(std::move(rows));
}

std::string evaluationText(const EvaluationHistory& history) {
    if (history.validations.empty()) return {};
    const Evaluation& newest = history.validations.back();
    std::string text;
    if (const EvaluationCurve* froc = newest.curve(kFrocCurve)) text += frocText(*froc);
    text += gradientText(newest);
    for (const SampledText& sample : newest.texts) text += sampledText(sample);
    if (!newest.worst.empty()) {
        std::vector<std::vector<std::string>> rows;
        for (const WorstSample& sample : newest.worst)
            if (rows.size() < 5) rows.push_back({"  sample " + std::to_string(sample.index), "loss " + numberText(sample.loss)});
        text += "\nSamples with the highest loss, epoch " + std::to_string(newest.epoch) + "\n" + table(std::move(rows));
    }
    return text;
}

std::string picturesText(const RunFolder& folder) {
    std::string text;
    const auto unless = [&](const Error& error) {
        if (error.code() != ErrorCode::NotFound) text += "\n" + error.english() + "\n";
    };
    if (const auto predictions = readPredictions(folder))
        text += confusionText(*predictions);
    else
        unless(predictions.error());
    if (const auto history = readEvaluations(folder))
        text += evaluationText(*history);
    else
        unless(history.error());
    return text;
}

}  // namespace seekbench
