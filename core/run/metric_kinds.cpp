// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/data/dataset.h"
#include "core/run/metric.h"

namespace seekbench {

std::span<const MetricKind> metricKinds() {
    using enum TargetKind;
    using Better = SeriesKind::Better;
    using Scale = MetricKind::Scale;
    static const std::vector<MetricKind> kinds{
        {{"accuracy", phrase("Accuracy"), phrase("Share of the samples whose highest output is the true class."), {}, {Class, ClassMap}}},
        {{"top3_accuracy",
          phrase("Top-3 accuracy"),
          phrase("Share of the samples whose true class is among the three highest outputs."),
          {},
          {Class, ClassMap}}},
        {{"balanced_accuracy",
          phrase("Balanced accuracy"),
          phrase("The share that was right of each class, averaged over the classes: rare ones count as much."),
          {},
          {Class, ClassMap}}},
        {{"f1_macro",
          phrase("F1 (macro)"),
          phrase("The harmonic mean of precision and recall of each class, averaged over the classes."),
          {},
          {Class, ClassMap}}},
        {{"precision", phrase("Precision"), phrase("Share of what was called positive (the second class) that is."), {}, {Class}},
         Better::Higher,
         Scale::Share,
         {},
         2},
        {{"recall", phrase("Recall"), phrase("Share of the positive samples (the second class) that were found."), {}, {Class}},
         Better::Higher,
         Scale::Share,
         {},
         2},
        {{"average_precision",
          phrase("Average precision"),
          phrase("Area under precision over recall, as steps; guessing gives the share of the positive samples."),
          {},
          {Class}},
         Better::Higher,
         Scale::Share,
         {},
         2},
        {{"fpr_at_recall",
          phrase("False positive rate at 90 % recall"),
          phrase("Share of the negative samples that are called positive when the threshold finds at least 90 % of the positive ones."),
          {},
          {Class}},
         Better::Lower,
         Scale::Share,
         {"recall"},
         2},
        {{"lowest_cost",
          phrase("Cost at the best threshold"),
          phrase("Mean of missed positives and false alarms as shares of their classes, at the threshold where it is least; guessing "
                 "gives 50 %."),
          {},
          {Class}},
         Better::Lower,
         Scale::Share,
         {},
         2},
        {{"iou",
          phrase("Intersection over union"),
          phrase("Common part of predicted and true mask over what either covers, averaged over the foreground classes."),
          {},
          {ClassMap}},
         Better::Higher,
         Scale::Share,
         {},
         0,
         2},
        {{"dice",
          phrase("Dice"),
          phrase("Twice the common part over the sum of predicted and true mask, averaged over the foreground classes."),
          {},
          {ClassMap}},
         Better::Higher,
         Scale::Share,
         {},
         0,
         2},
        {{"froc",
          phrase("FROC score"),
          phrase("Share of the objects found, averaged over 1/8, 1/4, 1/2, 1, 2, 4 and 8 false positives per scan (Setio 2017)."),
          {},
          {ClassMap}},
         Better::Higher,
         Scale::Share,
         {},
         0,
         2},
        {{"perplexity",
          phrase("Perplexity"),
          phrase("Exponential of the mean cross entropy: among how many equally likely tokens the model chooses."),
          {},
          {ClassMap}},
         Better::Lower,
         Scale::Number},
        {{"mae",
          phrase("Mean absolute error"),
          phrase("The difference between output and target without its sign, averaged over all their elements."),
          {},
          {Values}},
         Better::Lower,
         Scale::Number},
        {{"rmse",
          phrase("Root mean squared error"),
          phrase("Root of the squared difference between output and target, averaged over all their elements."),
          {},
          {Values}},
         Better::Lower,
         Scale::Number},
        {{"direction_accuracy",
          phrase("Direction accuracy"),
          phrase("Share of the values whose sign was right, with its 95 % interval for as many samples as do not overlap."),
          {},
          {Values}},
         Better::Higher,
         Scale::Share,
         {"low", "high"}},
        {{"recall_at_1",
          phrase("Recall at 1"),
          phrase("Share of the samples whose partner is the nearest of up to 256, with what chance gives."),
          {},
          {Pairs}},
         Better::Higher,
         Scale::Share,
         {"chance"}},
        {{"recall_at_5",
          phrase("Recall at 5"),
          phrase("Share of the samples whose partner is among the five nearest of up to 256, with what chance gives."),
          {},
          {Pairs}},
         Better::Higher,
         Scale::Share,
         {"chance"}},
        {{"map_50",
          phrase("mAP at IoU 0.5"),
          phrase("Average precision of the boxes that cover an object by at least half, averaged over the classes."),
          {},
          {Boxes}}},
    };
    return kinds;
}

const MetricKind* findKind(std::span<const MetricKind> table, std::string_view id) {
    const auto row = std::ranges::find(table, id, &MetricKind::id);
    return row == table.end() ? nullptr : &*row;
}

std::string series::baseline(std::string_view rule, std::string_view metric) {
    return "baseline." + std::string(rule) + "." + std::string(metric);
}

std::optional<MetricSeries> metricSeriesOf(std::string_view name) {
    const auto cut = [&name] {
        const auto dot = std::min(name.find('.'), name.size());
        const std::string_view head = name.substr(0, dot);
        name.remove_prefix(std::min(dot + 1, name.size()));
        return head;
    };
    using Source = MetricSeries::Source;
    MetricSeries parts;
    const std::string_view head = cut();
    if (head == "train")
        parts.source = Source::Train;
    else if (head == "val")
        parts.source = Source::Validation;
    else if (head == "baseline")
        parts.source = Source::Baseline;
    else
        return std::nullopt;
    if (parts.source == Source::Baseline) parts.rule = cut();
    parts.metric = cut();
    parts.companion = name;
    const MetricKind* kind = findKind(metricKinds(), parts.metric);
    if (kind == nullptr) return std::nullopt;
    if (!parts.companion.empty() && std::ranges::find(kind->companions, parts.companion) == kind->companions.end()) return std::nullopt;
    return parts;
}

}  // namespace seekbench
