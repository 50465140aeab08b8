// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <QTest>

#include "core/base/hash.h"
#include "core/run/predictions.h"
#include "tests/support/sample_run.h"

using namespace seekbench;

class tst_Predictions : public QObject {
    Q_OBJECT

    static Predictions some() {
        return {.step = 860,
                .epoch = 2,
                .validated = 5000,
                .part = Part::Test,
                .classNames = {"T-shirt", "裤子", ""},
                .samples = {{7, 0, 0, 0.9f}, {1234567890123, 1, 2, 0.5f}, {9, 2, 2, 0.99f}, {11, 1, 1, 0.4f}}};
    }

private slots:
    void whatIsWrittenIsRead() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        QCOMPARE(readPredictions(run).error().code(), ErrorCode::NotFound);
        test::need(writePredictions(run, some()));
        QVERIFY(test::need(readPredictions(run)) == some());
        test::need(writePredictions(run, {}));
        QVERIFY(test::need(readPredictions(run)) == Predictions());
    }

    void aTornFileIsNoPredictions() {
        const std::string whole = predictionsToBytes(some());
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto torn = predictionsFromBytes(std::string_view(whole).substr(0, size));
            QVERIFY(!torn);
            QCOMPARE(torn.error().code(), ErrorCode::Corrupt);
        }
        QVERIFY(!predictionsFromBytes(whole + "x"));
    }

    void everyWrongByteIsNoticed() {
        const std::string whole = predictionsToBytes(some());
        for (std::size_t place = 0; place < whole.size(); ++place) {
            std::string damaged = whole;
            damaged[place] = static_cast<char>(damaged[place] ^ 0x40);
            QVERIFY2(!predictionsFromBytes(damaged), std::to_string(place).c_str());
        }
    }

    void aNewerFormatIsRefusedWithASentence() {
        std::string newer = predictionsToBytes(some());
        newer[8] = 2;
        const auto refused = predictionsFromBytes(newer);
        QCOMPARE(refused.error().code(), ErrorCode::NewerVersion);
        QVERIFY(refused.error().english().find("newer Seekbench") != std::string::npos);
    }

    void aHugeCountWithAGoodChecksumIsNoPredictions() {
        Predictions none;
        std::string bytes = predictionsToBytes(none);
        for (std::size_t i = bytes.size() - 4; i < bytes.size(); ++i) bytes[i] = '\xFF';  // the count of samples stands last
        const auto crc = crc32c(std::as_bytes(std::span(bytes.data() + 24, bytes.size() - 24)));
        for (int i = 0; i < 4; ++i) bytes[12 + static_cast<std::size_t>(i)] = static_cast<char>(crc >> (8 * i));
        QCOMPARE(predictionsFromBytes(bytes).error().code(), ErrorCode::Corrupt);
    }

    void aProbabilityThatIsNoNumberIsNone() {
        Predictions predictions = some();
        predictions.samples[0].probability = std::nanf("");
        QCOMPARE(test::need(predictionsFromBytes(predictionsToBytes(predictions))).samples[0].probability, 0.0f);
    }

    void theIntervalIsWilsons() {
        // Newcombe 1998, table I: 81 of 263.
        const Share share = wilsonShare(81, 263);
        QVERIFY(std::abs(share.low - 0.2553) < 5e-5 && std::abs(share.high - 0.3662) < 5e-5);
        QCOMPARE(wilsonShare(0, 20).low, 0.0);
        QVERIFY(std::abs(wilsonShare(0, 20).high - 0.1611) < 5e-5);
        QCOMPARE(wilsonShare(0, 0).high, 1.0);
    }

    void classesAndConfusionsAreCounted() {
        const auto shares = classShares(some());
        QCOMPARE(shares.size(), std::size_t{3});
        QCOMPARE(shares[1].correct, 1);
        QCOMPARE(shares[1].count, 2);
        QVERIFY(confusions(some(), 9) == (std::vector<Confusion>{{1, 2, 1}}));
        QCOMPARE(some().correct(), 3);
    }

    void ordersAreWhatTheySay() {
        using Places = std::vector<std::size_t>;
        QVERIFY(orderedSamples(some(), PredictionOrder::All) == (Places{0, 1, 2, 3}));
        QVERIFY(orderedSamples(some(), PredictionOrder::OnlyWrong) == Places{1});
        QVERIFY(orderedSamples(some(), PredictionOrder::LeastSure) == (Places{3, 1, 0, 2}));
        Places random = orderedSamples(some(), PredictionOrder::Random, 5);
        QVERIFY(random == orderedSamples(some(), PredictionOrder::Random, 5));
        std::ranges::sort(random);
        QVERIFY(random == (Places{0, 1, 2, 3}));
    }

    void tenThousandSamplesAreAFewHundredKilobytes() {
        Predictions many;
        many.samples.resize(Predictions::kMost);
        QVERIFY(predictionsToBytes(many).size() < 200'000);
    }
};

QTEST_APPLESS_MAIN(tst_Predictions)
#include "tst_predictions.moc"
