// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "core/evaluation/class_counts.h"
#include "core/evaluation/curves.h"
#include "core/evaluation/intervals.h"

using namespace seekbench;

class tst_Curves : public QObject {
    Q_OBJECT

    static bool near(double a, double b, double tolerance = 1e-12) { return std::abs(a - b) <= tolerance; }
    // Six samples: positives score 0.9, 0.8, 0.4; negatives 0.8, 0.3, 0.1.
    static ThresholdTable six() {
        return thresholdTable({{0.4, true}, {0.8, false}, {0.9, true}, {0.3, false}, {0.8, true}, {0.1, false}});
    }

private slots:
    void equalScoresAreOneThreshold() {
        const ThresholdTable table = six();
        QCOMPARE(table.rows.size(), std::size_t{5});
        QVERIFY(table.rows[1] == (ThresholdCounts{0.8, 2, 1}));
        QVERIFY(table.rows.back() == (ThresholdCounts{0.1, 3, 3}));
        QCOMPARE(table.positives, 3);
        QCOMPARE(table.negatives, 3);
    }

    void averagePrecisionIsTheAreaOfSteps() {
        // By hand: 1/3 · 1 + 1/3 · 2/3 + 1/3 · 3/4.
        QVERIFY(near(averagePrecision(six()), (1 + 2.0 / 3 + 0.75) / 3));
        // The example of sklearn's documentation: 0.83333…
        QVERIFY(near(averagePrecision(thresholdTable({{0.1, false}, {0.4, false}, {0.35, true}, {0.8, true}})), 0.8333333333333333));
        QVERIFY(std::isnan(averagePrecision(thresholdTable({{0.1, false}}))));
        QVERIFY(std::isnan(averagePrecision({})));
    }

    void guessingGivesTheShareOfPositives() {
        std::vector<ScoredSample> samples;
        for (int i = 0; i < 100; ++i) samples.push_back({0.5, i < 7});
        QVERIFY(near(averagePrecision(thresholdTable(samples)), 0.07));
        QVERIFY(near(lowestCost(thresholdTable(samples)), 0.5));
    }

    void falsePositiveRateGoesWithTheRecallItHas() {
        const RateAtRecall half = falsePositiveRateAt(six(), 0.5);
        QVERIFY(near(half.falsePositiveRate, 1.0 / 3) && near(half.recall, 2.0 / 3) && near(half.threshold, 0.8));
        const RateAtRecall third = falsePositiveRateAt(six(), 1.0 / 3);
        QVERIFY(near(third.falsePositiveRate, 0) && near(third.recall, 1.0 / 3));
        QVERIFY(near(falsePositiveRateAt(six(), 1).threshold, 0.4));
        QVERIFY(std::isnan(falsePositiveRateAt(thresholdTable({{1, true}}), 0.9).falsePositiveRate));
    }

    void costCurveIsTheLowerEnvelope() {
        const auto costs = costCurve(six(), 5);
        QVERIFY(near(costs[0], 0) && near(costs[4], 0));
        // p = 1/2: thresholds 0.9 → (2/3 + 0)/2, 0.8 → (1/3 + 1/3)/2, 0.4 → (0 + 1/3)/2.
        QVERIFY(near(costs[2], 1.0 / 6));
        // p = 1/4: 0.9 → 2/3 · 1/4 = 1/6; 0.4 → 1/3 · 3/4 = 1/4.
        QVERIFY(near(costs[1], 1.0 / 6));
        QVERIFY(near(lowestCost(six()), costs[2]));
    }

    void curvesAreThinnedOutAndKeepTheirEnds() {
        std::vector<ScoredSample> samples;
        for (int i = 0; i < 1000; ++i) samples.push_back({static_cast<double>(i), i % 3 == 0});
        const auto whole = precisionRecallCurve(thresholdTable(samples), 5000), thin = precisionRecallCurve(thresholdTable(samples), 50);
        QCOMPARE(whole.size(), std::size_t{1000});
        QCOMPARE(thin.size(), std::size_t{50});
        QVERIFY(thin.front() == whole.front() && thin.back() == whole.back());
    }

    void scoresThatAreNoNumbersComeLast() {
        const double none = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(near(averagePrecision(thresholdTable({{none, false}, {-5, true}})), 1));
    }

    void classCountsAsByHand() {
        // Confusion (rows true): [8 2; 1 4].
        const ClassCounts counts{{10, 5}, {9, 6}, {8, 4}};
        QVERIFY(near(counts.balancedAccuracy(), (0.8 + 0.8) / 2));
        QVERIFY(near(counts.f1(), (16.0 / 19 + 8.0 / 11) / 2));
        QVERIFY(near(counts.dice(), 8.0 / 11));
        QVERIFY(near(counts.intersectionOverUnion(), 4.0 / 7));
        QVERIFY(near(counts.recall(), 0.8) && near(counts.precision(), 4.0 / 6));
        const ClassCounts absent{{3, 0, 0}, {3, 0, 0}, {3, 0, 0}};
        QVERIFY(std::isnan(absent.dice()) && near(absent.f1(), 1));
        const ClassCounts silent{{3, 2}, {5, 0}, {3, 0}};
        QVERIFY(near(silent.precision(), 0) && near(silent.recall(), 0));
    }

    void streaksCountForLess() {
        std::mt19937 random(1);
        std::normal_distribution<double> noise;
        std::vector<double> independent, streaks{0};
        for (int i = 0; i < 4000; ++i) {
            independent.push_back(noise(random));
            streaks.push_back(0.8 * streaks.back() + noise(random));
        }
        QVERIFY(effectiveCount(independent) > 3000);
        // An autoregression of 0.8: n (1 − 0.8)/(1 + 0.8) = 444.
        const double count = effectiveCount(streaks);
        QVERIFY2(count > 333 && count < 592, std::to_string(count).c_str());
        QVERIFY(near(effectiveCount(std::vector<double>(50, 1.0)), 50));
        QVERIFY(near(effectiveCount(std::vector<double>{1, 0}), 2));
    }

    void theIntervalOfAShare() {
        const Interval interval = wilsonInterval(81.0 / 263, 263);  // Newcombe 1998, table I
        QVERIFY(near(interval.low, 0.2553, 5e-5) && near(interval.high, 0.3662, 5e-5));
        QVERIFY(near(wilsonInterval(0.5, 0).high, 1));
    }
};

QTEST_APPLESS_MAIN(tst_Curves)
#include "tst_curves.moc"
