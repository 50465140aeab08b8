// SPDX-License-Identifier: Apache-2.0
#pragma once

// Curves of a classifier with two classes: what every threshold on its score would do. All functions take the scores in any order; a
// sample is called positive when its score is at least the threshold, so equal scores are called alike. Scores that are no numbers
// count as the lowest.

#include <cstdint>
#include <span>
#include <vector>

namespace seekbench {

struct ScoredSample {
    double score = 0;
    bool positive = false;
    bool operator==(const ScoredSample&) const = default;
};

// What happens at one threshold.
struct ThresholdCounts {
    double threshold = 0;
    std::int64_t truePositives = 0, falsePositives = 0;
    bool operator==(const ThresholdCounts&) const = default;
};

// One entry for each distinct score, falling. `positives` and `negatives` are those of all samples.
struct ThresholdTable {
    std::vector<ThresholdCounts> rows;
    std::int64_t positives = 0, negatives = 0;

    double recall(const ThresholdCounts& row) const;             // also called sensitivity, true positive rate
    double falsePositiveRate(const ThresholdCounts& row) const;  // share of the negatives called positive
    static double precision(const ThresholdCounts& row);
};
ThresholdTable thresholdTable(std::vector<ScoredSample> samples);

// Sum over the thresholds of (recall − recall before) × precision: the area under precision over recall as steps, without the
// interpolation that is too optimistic. As sklearn.metrics.average_precision_score. NaN without a positive sample.
double averagePrecision(const ThresholdTable& table);

// The false positive rate at the highest threshold that finds at least `recall` of the positives, and the recall that it really has.
struct RateAtRecall {
    double falsePositiveRate = 0, recall = 0, threshold = 0;
};
// NaN in all of it without positives or without negatives.
RateAtRecall falsePositiveRateAt(const ThresholdTable& table, double recall);

// Normalised expected cost (Drummond and Holte 2006): cost(p) = (1 − recall) · p + falsePositiveRate · (1 − p), where p in 0 … 1 unites
// how frequent positives are and how much more a miss costs than a false alarm. Its lower envelope over all thresholds, "never" and
// "always" included: at `points` evenly spaced p. Never more than min(p, 1 − p), which needs no classifier.
std::vector<double> costCurve(const ThresholdTable& table, std::size_t points);
// The envelope at p = 1/2: half of (missed share + false alarm rate) at the best threshold; 1/2 is guessing.
double lowestCost(const ThresholdTable& table);

// A point of a curve that is drawn.
struct CurvePoint {
    double x = 0, y = 0;
    bool operator==(const CurvePoint&) const = default;
};
// x: recall, y: precision; thinned out evenly to at most `most` points, first and last kept.
std::vector<CurvePoint> precisionRecallCurve(const ThresholdTable& table, std::size_t most);

}  // namespace seekbench
