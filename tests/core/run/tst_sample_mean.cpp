// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>
#include <random>
#include <vector>

#include "core/run/sample_mean.h"

using namespace seekbench;

class tst_SampleMean : public QObject {
    Q_OBJECT

private slots:
    // Tables of Student's t, two-sided 95 %.
    void quantilesAreThoseOfTheTables() {
        QVERIFY(std::abs(studentQuantile(1) - 12.706) < 1e-3);
        QVERIFY(std::abs(studentQuantile(4) - 2.776) < 1e-3);
        QVERIFY(std::abs(studentQuantile(11) - 2.201) < 1e-3);
        QVERIFY(std::abs(studentQuantile(30) - 2.042) < 1e-3);
        QVERIFY(std::abs(studentQuantile(1'000'000) - 1.960) < 1e-3);
        for (std::int64_t degrees = 1; degrees < 200; ++degrees) QVERIFY(studentQuantile(degrees + 1) < studentQuantile(degrees));
    }

    void theIntervalOfFiveValues() {
        const SampleMean mean = sampleMean(std::vector{93.58, 93.44, 93.78, 93.60, 93.70});
        QCOMPARE(mean.n, 5);
        QVERIFY(std::abs(mean.mean - 93.62) < 1e-9);
        QVERIFY(std::abs(mean.low - 93.460) < 2e-3 && std::abs(mean.high - 93.780) < 2e-3);
    }

    void oneValueHasNoIntervalAndNoneHasNoMean() {
        QVERIFY(std::isnan(sampleMean(std::vector{1.0}).low));
        QCOMPARE(sampleMean(std::vector{1.0}).mean, 1.0);
        QVERIFY(std::isnan(sampleMean({}).mean));
        QCOMPARE(sampleMean(std::vector{1.0, std::nan(""), 3.0}).n, 2);
    }

    // What "95 %" claims: over many samples of five the true mean lies inside in 95 of 100.
    void theIntervalHoldsTheTrueMeanInNineteenOfTwentySamples() {
        std::mt19937 random(1);
        std::normal_distribution<double> normal(10, 3);
        int inside = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::vector<double> values(5);
            for (double& value : values) value = normal(random);
            const SampleMean mean = sampleMean(values);
            inside += mean.low <= 10 && 10 <= mean.high;
        }
        QVERIFY2(std::abs(inside - 19'000) < 150, qPrintable(QString::number(inside)));
    }
};

QTEST_APPLESS_MAIN(tst_SampleMean)
#include "tst_sample_mean.moc"
