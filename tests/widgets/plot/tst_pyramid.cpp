// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QtTest/QtTest>

#include "widgets/plot/pyramid.h"

using namespace seekbench;

class PyramidTest : public QObject {
    Q_OBJECT

private:
    static Pyramid::Range scanned(const std::vector<double>& values, std::size_t first, std::size_t last) {
        Pyramid::Range range;
        for (std::size_t i = first; i < last; ++i) range.include(values[i]);
        return range;
    }

private slots:
    void everyStretchHasTheExtremesOfItsValues() {
        std::mt19937_64 random(7);
        std::normal_distribution<double> noise;
        std::vector<double> values;
        Pyramid pyramid;
        for (int round = 0; round < 60; ++round) {
            std::vector<double> more(random() % 400);
            for (double& value : more) value = noise(random);
            values.insert(values.end(), more.begin(), more.end());
            pyramid.append(more);
            for (int query = 0; query < 50 && !values.empty(); ++query) {
                std::size_t first = random() % values.size(), last = random() % (values.size() + 1);
                if (first > last) std::swap(first, last);
                QCOMPARE(pyramid.range(first, last), scanned(values, first, last));
            }
        }
    }

    void nonFiniteValuesAreKeptAndIgnored() {
        const std::vector<double> values{1, std::numeric_limits<double>::quiet_NaN(), 3, std::numeric_limits<double>::infinity()};
        Pyramid pyramid;
        pyramid.append(values);
        QCOMPARE(pyramid.size(), values.size());
        QCOMPARE(pyramid.range(), (Pyramid::Range{1, 3}));
        QVERIFY(std::isnan(pyramid[1]));
    }

    void aRoundedPlaceIsAnEdgeNotTooFarAway() {
        QCOMPARE(Pyramid::roundedDown(1000, 15), std::size_t{1000});
        QCOMPARE(Pyramid::roundedDown(1000, 16), std::size_t{992});
        QCOMPARE(Pyramid::roundedDown(1000, 70), std::size_t{960});
        for (const std::size_t index : {5, 99, 12'345, 999'999})
            for (const std::size_t most : {0, 20, 300, 5000}) QVERIFY(index - Pyramid::roundedDown(index, most) <= most);
    }

    void nothingHasAnEmptyRange() {
        QVERIFY(Pyramid().range().empty());
        Pyramid pyramid;
        pyramid.append(std::vector<double>{5});
        QVERIFY(pyramid.range(1, 1).empty());
    }

    void aStretchOfFourMillionIsFoundWithoutAScan() {
        Pyramid pyramid;
        const std::vector<double> block(1 << 20, 1.0);
        for (int i = 0; i < 4; ++i) pyramid.append(block);
        const std::size_t columns = 2000, width = pyramid.size() / columns;
        double sum = 0;
        QBENCHMARK {
            for (std::size_t column = 0; column < columns; ++column) sum += pyramid.range(column * width, (column + 1) * width).maximum;
        }
        QVERIFY(sum > 0);
    }
};

QTEST_MAIN(PyramidTest)
#include "tst_pyramid.moc"
