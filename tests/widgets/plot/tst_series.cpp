// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <random>

#include <QtTest/QtTest>

#include "widgets/plot/series.h"

using namespace seekbench;

namespace {

Series counting(std::int64_t count, std::int64_t stepsPerEpoch = 0) {
    Series series("loss", stepsPerEpoch);
    std::vector<Point> points;
    for (std::int64_t step = 1; step <= count; ++step)
        points.push_back({step, 1000.0 + 0.5 * static_cast<double>(step), std::sin(static_cast<double>(step))});
    series.append(points);
    return series;
}

}  // namespace

class SeriesTest : public QObject {
    Q_OBJECT

private slots:
    void horizontalIsStepTimeOrEpoch() {
        const Series series = counting(10, 4);
        QCOMPARE(series.horizontal(7, HorizontalAxis::Step), 8.0);
        QCOMPARE(series.horizontal(7, HorizontalAxis::Time), 3.5);
        QCOMPARE(series.horizontal(7, HorizontalAxis::Epoch), 2.0);
    }

    void nearestFindsThePointUnderTheCrosshair() {
        const Series series = counting(10);
        QCOMPARE(series.nearest(4.4, HorizontalAxis::Step).value(), std::size_t{3});
        QCOMPARE(series.nearest(4.6, HorizontalAxis::Step).value(), std::size_t{4});
        QCOMPARE(series.nearest(-5, HorizontalAxis::Step).value(), std::size_t{0});
        QCOMPARE(series.nearest(99, HorizontalAxis::Step).value(), std::size_t{9});
        QVERIFY(!Series().nearest(1, HorizontalAxis::Step));
    }

    void repeatedStepsReplaceTheOldOnes() {
        Series series = counting(100);
        series.append(std::vector<Point>{{51, 2000, 7}, {52, 2001, 8}});
        QCOMPARE(series.size(), std::size_t{52});
        QCOMPARE(series.at(50).value, 7.0);
        QCOMPARE(series.values().range(), (Pyramid::Range{series.at(*series.lowest()).value, 8}));
        QCOMPARE(*series.highest(), std::size_t{51});
    }

    void afterACutExtremesAreThoseOfWhatIsLeft() {
        for (const std::int64_t from : {2, 17, 500, 999}) {
            Series series = counting(1000);
            const auto cuts = series.cuts();
            series.append(std::vector<Point>{{from, 2000, 0}});
            QCOMPARE(series.cuts(), cuts + 1);
            const auto values = series.values().values();
            QCOMPARE(*series.lowest(), static_cast<std::size_t>(std::ranges::min_element(values) - values.begin()));
            QCOMPARE(*series.highest(), static_cast<std::size_t>(std::ranges::max_element(values) - values.begin()));
            QCOMPARE(series.values().range(), (Pyramid::Range{std::ranges::min(values), std::ranges::max(values)}));
        }
    }

    void aClockThatWasSetBackDoesNotUnsortTheTimeAxis() {
        Series series("loss", 0, 100.0);
        series.append(std::vector<Point>{{1, 110, 0}, {2, 90, 0}, {3, 120, 0}});
        QCOMPARE(series.horizontal(1, HorizontalAxis::Time), 10.0);
        QCOMPARE(series.lowerBound(15, HorizontalAxis::Time), std::size_t{2});
    }

    void extremesIgnoreWhatIsNotFinite() {
        Series series;
        series.append(std::vector<Point>{{1, 0, std::nan("")}, {2, 0, 3}, {3, 0, 1}, {4, 0, INFINITY}, {5, 0, 1}});
        QCOMPARE(*series.lowest(), std::size_t{2});
        QCOMPARE(*series.highest(), std::size_t{1});
    }

    void fewPointsAreDrawnAsTheyAre() {
        const Series series = counting(50);
        const DrawnSeries result = drawn(series, series.values(), HorizontalAxis::Step, 0, 60, 200);
        QCOMPARE(result.columns.size(), std::size_t{50});
        QCOMPARE(result.columns[3], (PixelColumn{4, series.at(3).value, series.at(3).value}));
        QCOMPARE(result.pointsInView, std::size_t{50});
    }

    void manyPointsBecomeOneColumnAPixelAndLoseNoExtreme() {
        Series series = counting(100000);
        series.append(std::vector<Point>{{100001, 60000, 42}});
        const DrawnSeries result = drawn(series, series.values(), HorizontalAxis::Step, 0, 100001, 500);
        QVERIFY(result.columns.size() <= 500);
        QCOMPARE(std::ranges::max(result.columns, {}, &PixelColumn::maximum).maximum, 42.0);
        QCOMPARE(result.pointsInView, series.size());
    }

    void columnsHoldExactlyTheirPointsHoweverUnevenTheyLie() {
        std::mt19937_64 random(3);
        Series series("loss");
        std::vector<Point> points;
        std::int64_t step = 0;
        for (int i = 0; i < 20'000; ++i) {
            step += 1 + static_cast<std::int64_t>(i % 5000 < 2500 ? random() % 3 : random() % 400);  // dense, sparse, dense
            points.push_back({step, 0, std::sin(static_cast<double>(i))});
        }
        series.append(points);
        const double right = static_cast<double>(step) * 0.9, width = right / 6000;
        const DrawnSeries result = drawn(series, series.values(), HorizontalAxis::Step, 0, right, 6000);
        std::size_t column = 0;
        for (int i = 0; i < 6000; ++i) {
            const std::size_t first = series.lowerBound(width * i, HorizontalAxis::Step);
            const std::size_t last = i == 5999 ? result.pointsInView : series.lowerBound(width * (i + 1), HorizontalAxis::Step);
            if (first == last) continue;
            const auto range = series.values().range(first, last);
            QCOMPARE(result.columns[column], (PixelColumn{width * (i + 0.5), range.minimum, range.maximum}));
            ++column;
        }
    }

    void columnsOfASeriesWithEveryStepHoldExactlyTheirPoints() {
        const Series series = counting(5000);
        int compared = 0;
        for (const auto& [left, right] : {std::pair(0.0, 5000.0), std::pair(100.5, 4000.25), std::pair(-300.0, 9000.0)}) {
            const double width = (right - left) / 200;
            for (const PixelColumn& column : drawn(series, series.values(), HorizontalAxis::Step, left, right, 200).columns) {
                const double edge = column.x - width / 2;
                if (edge < left - 1e-6 || edge + width > right - 1e-6 || column.minimum == column.maximum) continue;
                const std::size_t first = series.lowerBound(edge - 1e-9, HorizontalAxis::Step);
                const auto range = series.values().range(first, series.lowerBound(edge + width - 1e-9, HorizontalAxis::Step));
                QCOMPARE(column.minimum, range.minimum);
                QCOMPARE(column.maximum, range.maximum);
                ++compared;
            }
        }
        QVERIFY(compared > 300);
    }

    void aZoomedViewReachesBeyondItsEdges() {
        const Series series = counting(1000);
        const DrawnSeries result = drawn(series, series.values(), HorizontalAxis::Step, 100.5, 110.5, 500);
        QCOMPARE(result.columns.front().x, 100.0);
        QCOMPARE(result.columns.back().x, 111.0);
        QCOMPARE(result.pointsInView, std::size_t{10});
    }

    void smoothingOfAConstantIsTheConstant() {
        for (const double value : smoothed(std::vector<double>(50, 3.0), 0.98)) QVERIFY(std::abs(value - 3.0) < 1e-12);
    }

    void smoothingPassesNonFiniteValuesThrough() {
        const auto result = smoothed(std::vector<double>{1, std::nan(""), 1}, 0.5);
        QVERIFY(std::isnan(result[1]));
        QCOMPARE(result[2], 1.0);
    }
};

QTEST_MAIN(SeriesTest)
#include "tst_series.moc"
