// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numeric>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "core/data/preview.h"
#include "idx_file.h"

using namespace seekbench;

namespace {

std::int64_t sum(const std::vector<std::int64_t>& counts) { return std::accumulate(counts.begin(), counts.end(), std::int64_t{0}); }

Choice generated(std::int64_t classes, std::int64_t samples) {
    return {"synthetic",
            {{"shape", Integers{1, 2, 3}}, {"classes", classes}, {"train_samples", samples}, {"test_samples", std::int64_t{30}}}};
}

}  // namespace

class PreviewTest : public QObject {
    Q_OBJECT

private slots:
    void everySampleOfBothPartsIsCounted() {
        const auto preview = loadPreview(generated(5, 3000), {.share = 0.25}, 0);
        QVERIFY(preview);
        QCOMPARE(preview->train, std::int64_t{2250});
        QCOMPARE(sum(preview->trainCounts), std::int64_t{2250});
        QCOMPARE(sum(preview->validationCounts), std::int64_t{750});
        QCOMPARE(preview->trainCounts.size(), std::size_t{5});
    }

    void aFewSamplesOfEachClassAreShownClassAfterClass() {
        const auto preview = loadPreview(generated(5, 3000), {}, 0, {.samplesPerClass = 3, .mostClasses = 4});
        QVERIFY(preview);
        QCOMPARE(preview->samples.size(), std::size_t{12});
        for (std::size_t i = 0; i < preview->samples.size(); ++i) {
            QCOMPARE(*preview->samples[i].label, static_cast<std::int64_t>(i / 3));
            QCOMPARE(preview->samples[i].input.sizes, (std::vector<std::int64_t>{1, 2, 3}));
            QCOMPARE(preview->samples[i].input.floats.size(), std::size_t{6});
        }
    }

    void thePreviewIsTheSameEachTimeAndKnowsItsQuestion() {
        const Split split{.share = 0.5, .seed = 3};
        const auto first = loadPreview(generated(3, 100), split, 20), again = loadPreview(generated(3, 100), split, 20);
        QVERIFY(*first == *again);
        QVERIFY(first->dataset == generated(3, 100) && first->split == split && first->trainLimit == 20);
        QCOMPARE(first->train, std::int64_t{20});
    }

    void theTestPartValidatesWhereItIsChosen() {
        const auto preview = loadPreview(generated(3, 100), {.source = Split::Source::TestPart}, 0);
        QCOMPARE(preview->train, std::int64_t{100});
        QCOMPARE(sum(preview->validationCounts), std::int64_t{30});
    }

    void withoutClassesThereAreSamplesOnly() {
        const auto preview = loadPreview({"synthetic-regression", {}}, {}, 0, {.mostSamples = 7});
        QVERIFY(preview);
        QCOMPARE(preview->samples.size(), std::size_t{7});
        QVERIFY(!preview->samples.front().label);
        QVERIFY(preview->trainCounts.empty());
    }

    void idxFilesAreShownAsTheyAre() {
        QTemporaryDir folder;
        const std::filesystem::path base = folder.path().toStdString();
        std::string pixels;
        for (int i = 0; i < 6; ++i) pixels += std::string(4, static_cast<char>(i * 40));
        writePlain(base / "images", idxText({6, 2, 2}, pixels));
        writePlain(base / "labels", idxText({6}, std::string("\0\1\0\1\0\1", 6)));
        const Choice choice{
            "idx",
            {{"train_images", (base / "images").string()}, {"train_labels", (base / "labels").string()}, {"classes", std::int64_t{2}}}};
        const auto preview = loadPreview(choice, {.share = 0.2}, 0);
        QVERIFY(preview);
        QCOMPARE(preview->train + preview->validation, std::int64_t{6});
        for (std::size_t label = 0; label < 2; ++label)
            QCOMPARE(preview->trainCounts[label] + preview->validationCounts[label], std::int64_t{3});
        for (const DatasetSample& sample : preview->samples) {
            const int pixel = static_cast<int>(std::lround(sample.input.floats.front() * 255)) / 40;
            QCOMPARE(std::int64_t{pixel % 2}, *sample.label);
        }
    }

    void missingFilesAreAnErrorThatNamesThem() {
        const Choice choice{"idx", {{"train_images", std::string("/nowhere/images")}, {"train_labels", std::string("/nowhere/labels")}}};
        const auto preview = loadPreview(choice, {}, 0);
        QVERIFY(!preview);
        QVERIFY(QString::fromStdString(preview.error().english()).contains(QStringLiteral("/nowhere/images")));
    }
};

QTEST_MAIN(PreviewTest)
#include "tst_preview.moc"
