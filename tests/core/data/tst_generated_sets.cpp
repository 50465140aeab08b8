// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/hash.h"
#include "core/data/dataset.h"

using namespace seekbench;

namespace {

Batch readSamples(const Dataset& dataset, Part part, const std::vector<std::int64_t>& indices) {
    Batch batch;
    dataset.read(part, indices, batch);
    return batch;
}

std::unique_ptr<Dataset> open(const char* kind, ParameterValues values = {}) {
    auto dataset = openDataset({kind, std::move(values)});
    if (!dataset) qFatal("%s", dataset.error().english().c_str());
    return std::move(*dataset);
}

std::string bits(const Batch& batch) {
    Fingerprint fingerprint;
    fingerprint.add(std::as_bytes(std::span(batch.inputs[0].floats)));
    fingerprint.add(std::as_bytes(std::span(batch.target.floats)));
    fingerprint.add(std::as_bytes(std::span(batch.target.integers)));
    return fingerprint.hex();
}

}  // namespace

class tst_GeneratedSets : public QObject {
    Q_OBJECT

private slots:
    void sampleDependsOnNothingButItsNumber() {
        for (const char* kind : {"generated_nodules", "generated_boxes"}) {
            const auto dataset = open(kind), again = open(kind);
            const Batch alone = readSamples(*dataset, Part::Train, {3}), many = readSamples(*again, Part::Train, {7, 3});
            const std::size_t length = alone.inputs[0].floats.size();
            QVERIFY(std::equal(alone.inputs[0].floats.begin(), alone.inputs[0].floats.end(),
                               many.inputs[0].floats.begin() + static_cast<std::ptrdiff_t>(length)));
            QVERIFY(bits(alone) != bits(readSamples(*dataset, Part::Train, {4})));
            QVERIFY(bits(alone) != bits(readSamples(*dataset, Part::Test, {3})));
            QVERIFY(bits(alone) != bits(readSamples(*open(kind, {{"seed", std::int64_t{1}}}), Part::Train, {3})));
        }
    }

    void everyShapeLiesInItsBoxAndFillsIt() {
        const auto dataset = open("generated_boxes", {{"noise", 0.0}, {"max_boxes", std::int64_t{1}}});
        QVERIFY(dataset->spec().targetKind == TargetKind::Boxes);
        int seen[3] = {};
        for (std::int64_t sample = 0; sample < 60; ++sample) {
            const Batch batch = readSamples(*dataset, Part::Train, {sample});
            const float* box = batch.target.floats.data();
            ++seen[static_cast<int>(box[0])];
            int left = 64, right = -1, top = 64, bottom = -1, area = 0;
            for (int y = 0; y < 64; ++y)
                for (int x = 0; x < 64; ++x)
                    if (batch.inputs[0].floats[static_cast<std::size_t>(y * 64 + x)] > 0.3f) {
                        left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
                        ++area;
                    }
            // A pixel of tolerance: the corner of a triangle covers no pixel's middle.
            QVERIFY(std::abs(static_cast<float>(left) - (box[1] - box[3] / 2) * 64) <= 1.01f);
            QVERIFY(std::abs(static_cast<float>(right + 1) - (box[1] + box[3] / 2) * 64) <= 1.01f);
            const float tip = box[0] == 2 ? box[4] / box[3] : 0;  // rows of a triangle that are narrower than a pixel
            QVERIFY(std::abs(static_cast<float>(top) - (box[2] - box[4] / 2) * 64) <= 1.01f + tip);
            QVERIFY(std::abs(static_cast<float>(bottom + 1) - (box[2] + box[4] / 2) * 64) <= 0.01f);
            const float share = static_cast<float>(area) / (box[3] * box[4] * 64 * 64);
            const float wanted[] = {1.0f, 0.785f, 0.5f};
            QVERIFY2(std::abs(share - wanted[static_cast<int>(box[0])]) < 0.08f, qPrintable(QString::number(share)));
        }
        for (const int count : seen) QVERIFY(count > 8);
    }

    void rowsWithoutABoxSaySo() {
        const Batch batch = readSamples(*open("generated_boxes"), Part::Test, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        int none = 0;
        for (std::size_t row = 0; row < batch.target.floats.size(); row += 5) {
            const float* box = &batch.target.floats[row];
            QVERIFY(box[0] >= -1 && box[0] < 3);
            if (box[0] == -1) ++none;
            if (box[0] == -1) QVERIFY(std::all_of(box + 1, box + 5, [](float value) { return value == 0; }));
        }
        QVERIFY(none > 0 && none < 40);
    }

    void maskHoldsTheNodulesAndTheyAreBright() {
        const auto dataset = open("generated_nodules", {{"noise", 0.0}});
        std::vector<std::int64_t> indices(32);
        std::iota(indices.begin(), indices.end(), 0);
        const Batch batch = readSamples(*dataset, Part::Train, indices);
        const std::size_t voxels = 32 * 32 * 32;
        for (std::size_t sample = 0; sample < indices.size(); ++sample) {
            const auto first = batch.target.integers.begin() + static_cast<std::ptrdiff_t>(sample * voxels);
            const auto inside = std::count(first, first + static_cast<std::ptrdiff_t>(voxels), 1);
            if (sample % 2 == 0) QVERIFY(inside >= 20);  // around a nodule of at least two voxels' radius
            QVERIFY(inside < static_cast<std::ptrdiff_t>(voxels) / 4);
        }
        for (std::size_t i = 0; i < batch.target.integers.size(); ++i)
            if (batch.target.integers[i] == 1) QVERIFY(batch.inputs[0].floats[i] > 0.3f);
        // Vessels are as bright, so that brightness alone finds no nodule.
        std::ptrdiff_t brightOutside = 0;
        for (std::size_t i = 0; i < batch.target.integers.size(); ++i)
            brightOutside += batch.target.integers[i] == 0 && batch.inputs[0].floats[i] > 0.6f;
        QVERIFY(brightOutside > std::ranges::count(batch.target.integers, 1) / 4);
        QCOMPARE(*dataset->groupOf(Part::Train, 15), 1);
    }

    void cropsOfOneScanAgreeWhereTheyOverlap() {
        // A crop as large as the scan, and parts of it: the same voxels, noise included.
        const ParameterValues common{{"scan", Integers{8, 40, 40}}, {"crops_per_scan", std::int64_t{1}}};
        auto whole = common, part = common;
        whole["crop"] = Integers{8, 40, 40};
        part["crop"] = Integers{8, 40, 20};
        const Batch all = readSamples(*open("generated_nodules", whole), Part::Train, {5});
        const Batch cut = readSamples(*open("generated_nodules", part), Part::Train, {5});
        bool found = false;
        for (std::size_t shift = 0; shift <= 20 && !found; ++shift) {
            found = true;
            for (std::size_t row = 0; row < 8 * 40 && found; ++row)
                for (std::size_t x = 0; x < 20 && found; ++x)
                    found = all.inputs[0].floats[row * 40 + shift + x] == cut.inputs[0].floats[row * 20 + x] &&
                            all.target.integers[row * 40 + shift + x] == cut.target.integers[row * 20 + x];
        }
        QVERIFY(found);
    }

    void noiseHasItsDeviation() {
        const auto quiet = open("generated_nodules", {{"noise", 0.0}}), loud = open("generated_nodules", {{"noise", 70.0}});
        const Batch a = readSamples(*quiet, Part::Train, {0, 1}), b = readSamples(*loud, Part::Train, {0, 1});
        double sum = 0, squares = 0;
        for (std::size_t i = 0; i < a.inputs[0].floats.size(); ++i) {
            const double difference = double{b.inputs[0].floats[i]} - double{a.inputs[0].floats[i]};
            sum += difference;
            squares += difference * difference;
        }
        const auto count = static_cast<double>(a.inputs[0].floats.size());
        QVERIFY(std::abs(sum / count) < 0.001);
        QVERIFY(std::abs(std::sqrt(squares / count) - 0.05) < 0.001);  // 70 of 1400 units
    }

    void cropLargerThanItsScanIsRefused() { QVERIFY(!openDataset({"generated_nodules", {{"crop", Integers{65, 32, 32}}}})); }
};

QTEST_APPLESS_MAIN(tst_GeneratedSets)
#include "tst_generated_sets.moc"
