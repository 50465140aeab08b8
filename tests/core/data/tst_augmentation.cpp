// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "core/data/augmentation/augmentation.h"
#include "core/data/loader.h"
#include "core/data/readers/byte_source.h"

using namespace seekbench;

namespace {

SampleSpec pictures(Shape shape = {3, 12, 10}) {
    return {.inputs = {TensorType{std::move(shape), ElementType::Float}}, .target = {{}, ElementType::Integer}, .classes = 2};
}
SampleSpec masked(Shape shape) {
    SampleSpec spec = pictures(shape);
    spec.target.shape.assign(shape.begin() + 1, shape.end());
    spec.targetKind = TargetKind::ClassMap;
    return spec;
}
SampleSpec boxed() {
    SampleSpec spec = pictures({3, 16, 16});
    spec.target = {{2, 5}, ElementType::Float};
    spec.targetKind = TargetKind::Boxes;
    return spec;
}

Augmenter make(std::vector<Choice> choices, const SampleSpec& spec, Augmenter::Use use = Augmenter::Use::Training) {
    auto made = Augmenter::make(choices, spec, use);
    if (!made) qFatal("%s", made.error().english().c_str());
    return std::move(*made);
}

// `count` samples of noise with a mask where the target has extents.
Batch noise(const SampleSpec& spec, std::int64_t count) {
    Batch batch;
    batch.inputs.resize(1);
    batch.inputs[0].sizes = {count};
    const auto extents = *integers(spec.inputs[0].shape), positions = *integers(spec.target.shape);
    batch.inputs[0].sizes.insert(batch.inputs[0].sizes.end(), extents.begin(), extents.end());
    batch.inputs[0].floats.resize(static_cast<std::size_t>(count * *elementCount(spec.inputs[0].shape).integer()));
    Xoshiro256 random(1, 2);
    std::ranges::generate(batch.inputs[0].floats, [&] { return random.unit(); });
    batch.target.element = ElementType::Integer;
    batch.target.sizes = {count};
    batch.target.sizes.insert(batch.target.sizes.end(), positions.begin(), positions.end());
    batch.target.integers.resize(static_cast<std::size_t>(count * *elementCount(spec.target.shape).integer()));
    std::ranges::generate(batch.target.integers, [&] { return static_cast<std::int64_t>(random.below(2)); });
    return batch;
}

// A blob in the picture, and the mask of where it is above one half.
Batch blob(const SampleSpec& spec) {
    Batch batch = noise(spec, 1);
    const auto& sizes = batch.inputs[0].sizes;
    const std::int64_t depth = sizes.size() == 5 ? sizes[2] : 1, height = sizes[sizes.size() - 2], width = sizes.back();
    std::size_t at = 0;
    for (std::int64_t z = 0; z < depth; ++z)
        for (std::int64_t y = 0; y < height; ++y)
            for (std::int64_t x = 0; x < width; ++x, ++at) {
                const auto from = [](std::int64_t i, std::int64_t extent) {
                    return (static_cast<float>(i) - static_cast<float>(extent) * 0.45f) / (static_cast<float>(extent) * 0.3f);
                };
                const float distance = from(y, height) * from(y, height) + from(x, width) * from(x, width) +
                                       (depth > 1 ? from(z, depth) * from(z, depth) : 0.0f);
                batch.inputs[0].floats[at] = distance < 1 ? 1.0f : 0.0f;
                batch.target.integers[at] = distance < 1 ? 1 : 0;
            }
    return batch;
}

const ParameterValue kNever = 0.0, kAlways = 1.0;

}  // namespace

class tst_Augmentation : public QObject {
    Q_OBJECT

private slots:
    void idsAndParametersOfTheRegistryAreUnique() {
        std::set<std::string_view> ids;
        for (const AugmentationKind& row : augmentationKinds()) {
            QVERIFY(ids.insert(row.kind.id).second && row.apply != nullptr);
            std::set<std::string_view> names{"kind"};
            for (const ParameterSpec& spec : row.kind.parameters) QVERIFY(names.insert(spec.name).second && spec.standard);
        }
    }

    // A walk over the table, in two and three dimensions.
    void equalSeedsGiveEqualSamplesWhateverTheBatch() {
        for (const AugmentationKind& row : augmentationKinds())
            for (const SampleSpec& spec : {masked({2, 12, 10}), masked({1, 6, 12, 10})}) {
                const Augmenter augmenter = make({{std::string(row.kind.id), {}}}, spec);
                const Batch original = noise(spec, 3);
                Batch first = original, second = original, reversed = original, epoch = original;
                const std::vector<std::int64_t> samples{5, 6, 7}, backwards{7, 6, 5};
                augmenter.apply(first, samples, 11, 2);
                augmenter.apply(second, samples, 11, 2);
                QCOMPARE(first, second);
                // Sample 6 is in the middle of both.
                augmenter.apply(reversed, backwards, 11, 2);
                const std::size_t length = original.inputs[0].floats.size() / 3;
                QVERIFY(std::equal(first.inputs[0].floats.begin() + static_cast<std::ptrdiff_t>(length),
                                   first.inputs[0].floats.begin() + static_cast<std::ptrdiff_t>(2 * length),
                                   reversed.inputs[0].floats.begin() + static_cast<std::ptrdiff_t>(length)));
                augmenter.apply(epoch, samples, 11, 3);
                const bool draws = row.kind.id != "normalise";
                QVERIFY2(!draws || epoch != first, row.kind.id.data());
                if (draws) QVERIFY2(first != original, row.kind.id.data());
                for (const float value : first.inputs[0].floats) QVERIFY(std::isfinite(value));
            }
    }

    void settingsThatSayNoChangeLeaveEveryBit() {
        const std::vector<Choice> nothing{
            {"flip", {{"probability", kNever}, {"vertical", true}, {"depth", true}}},
            {"flip", {{"horizontal", false}}},
            {"crop", {{"padding", std::int64_t{0}}}},
            {"rotate_scale", {{"angle", 0.0}, {"scale", 0.0}}},
            {"elastic", {{"displacement", 0.0}}},
            {"elastic", {{"probability", kNever}}},
            {"normalise", {}},
            {"noise", {{"deviation", 0.0}}},
            {"brightness_contrast", {{"brightness", 0.0}, {"contrast", 0.0}}},
            {"gamma", {{"lowest", 1.0}, {"highest", 1.0}}},
            {"gamma", {{"probability", kNever}}},
        };
        std::set<std::string> kinds;
        for (const SampleSpec& spec : {masked({2, 12, 10}), masked({1, 6, 12, 10})})
            for (const Choice& choice : nothing) {
                Batch batch = noise(spec, 2);
                const Batch original = batch;
                const std::vector<std::int64_t> samples{0, 1};
                for (std::int64_t epoch = 0; epoch < 5; ++epoch) make({choice}, spec).apply(batch, samples, 3, epoch);
                QVERIFY2(batch == original, choice.kind.c_str());
                kinds.insert(choice.kind);
            }
        QCOMPARE(kinds.size(), augmentationKinds().size());
    }

    void flippedTwiceIsTheOriginal() {
        for (const SampleSpec& spec : {masked({2, 12, 10}), masked({1, 6, 12, 10})})
            for (const char* axis : {"horizontal", "vertical", "depth"}) {
                ParameterValues values{{"horizontal", false}, {"probability", kAlways}};
                values[axis] = true;
                const Augmenter augmenter = make({{"flip", values}}, spec);
                Batch batch = noise(spec, 2);
                const Batch original = batch;
                const std::vector<std::int64_t> samples{0, 1};
                augmenter.apply(batch, samples, 0, 0);
                const bool flat = spec.inputs[0].shape.size() == 3 && std::string(axis) == "depth";
                QCOMPARE(batch == original, flat);
                augmenter.apply(batch, samples, 0, 1);
                QCOMPARE(batch, original);
            }
    }

    void flipMirrorsWhatItNames() {
        Batch batch{.inputs = {{.sizes = {1, 1, 2, 3}, .floats = {1, 2, 3, 4, 5, 6}}}, .target = {}};
        const std::int64_t sample = 0;
        make({{"flip", {{"probability", kAlways}}}}, pictures({1, 2, 3})).apply(batch, {&sample, 1}, 0, 0);
        QCOMPARE(batch.inputs[0].floats, (std::vector<float>{3, 2, 1, 6, 5, 4}));
    }

    void cropShiftsPictureAndMaskAlike() {
        const SampleSpec spec = masked({1, 4, 6, 5});
        const Augmenter augmenter = make({{"crop", {{"padding", std::int64_t{2}}}}}, spec);
        std::set<std::vector<float>> seen;
        for (std::int64_t sample = 0; sample < 40; ++sample) {
            Batch batch = noise(spec, 1);
            for (std::size_t i = 0; i < batch.target.integers.size(); ++i) batch.inputs[0].floats[i] = static_cast<float>(i + 1);
            for (std::size_t i = 0; i < batch.target.integers.size(); ++i) batch.target.integers[i] = static_cast<std::int64_t>(i + 1);
            augmenter.apply(batch, {&sample, 1}, 0, 0);
            for (std::size_t i = 0; i < batch.target.integers.size(); ++i)
                QCOMPARE(static_cast<std::int64_t>(batch.inputs[0].floats[i]), batch.target.integers[i]);
            seen.insert(batch.inputs[0].floats);
        }
        QVERIFY(seen.size() > 20);
    }

    void maskStaysWithItsPicture() {
        for (const char* kind : {"elastic", "rotate_scale"})
            for (const SampleSpec& spec : {masked({1, 48, 40}), masked({1, 24, 32, 28})})
                for (std::int64_t epoch = 0; epoch < 5; ++epoch) {
                    Batch batch = blob(spec);
                    const Batch original = batch;
                    const std::int64_t sample = 0;
                    ParameterValues values;
                    if (std::string(kind) == "elastic") values = {{"displacement", 3.0}, {"smoothness", 5.0}};
                    make({{kind, values}}, spec).apply(batch, {&sample, 1}, 0, epoch);
                    std::size_t both = 0, either = 0, moved = 0;
                    for (std::size_t i = 0; i < batch.target.integers.size(); ++i) {
                        const bool picture = batch.inputs[0].floats[i] > 0.5f, mask = batch.target.integers[i] == 1;
                        both += picture && mask;
                        either += picture || mask;
                        moved += batch.target.integers[i] != original.target.integers[i];
                    }
                    QVERIFY2(static_cast<double>(both) > 0.93 * static_cast<double>(either),
                             qPrintable(QString("%1 of %2").arg(both).arg(either)));
                    QVERIFY(moved > 10);
                }
    }

    void displacementHasItsStrength() {
        // On a ramp the change of the value is the displacement along it.
        for (const Shape& shape : {Shape{1, 96, 96}, Shape{1, 48, 48, 48}})
            for (const double smoothness : {1.0, 3.0, 6.0}) {
                const SampleSpec spec = pictures(shape);
                const std::int64_t width = *shape.back().integer();
                const Augmenter augmenter = make({{"elastic", {{"displacement", 1.5}, {"smoothness", smoothness}}}}, spec);
                double squares = 0;
                std::size_t count = 0;
                for (std::int64_t sample = 0; sample < 6; ++sample) {
                    Batch batch = noise(spec, 1);
                    auto& values = batch.inputs[0].floats;
                    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(static_cast<std::int64_t>(i) % width);
                    augmenter.apply(batch, {&sample, 1}, 0, 0);
                    for (std::size_t i = 0; i < values.size(); ++i) {
                        const std::int64_t x = static_cast<std::int64_t>(i) % width;
                        if (x < 8 || x >= width - 8) continue;  // the border holds displacements back
                        squares += std::pow(double{values[i]} - static_cast<double>(x), 2);
                        ++count;
                    }
                }
                const double strength = std::sqrt(squares / static_cast<double>(count));
                QVERIFY2(std::abs(strength - 1.5) < 0.3, qPrintable(QString("%1 at %2").arg(strength).arg(smoothness)));
            }
    }

    void boxesMoveWithThePicture() {
        const SampleSpec spec = boxed();
        for (const Choice& choice : {Choice{"flip", {{"vertical", true}}}, Choice{"crop", {{"padding", std::int64_t{3}}}}})
            for (std::int64_t sample = 0; sample < 30; ++sample) {
                // A bright rectangle: columns 4 to 7, rows 6 to 11 of 16.
                Batch batch = noise(pictures({3, 16, 16}), 1);
                std::ranges::fill(batch.inputs[0].floats, 0.0f);
                for (std::size_t y = 6; y < 12; ++y)
                    for (std::size_t x = 4; x < 8; ++x) batch.inputs[0].floats[y * 16 + x] = 1;
                batch.target = {.sizes = {1, 2, 5}, .floats = {1, 6 / 16.0f, 9 / 16.0f, 4 / 16.0f, 6 / 16.0f, -1, 0, 0, 0, 0}};
                make({choice}, spec).apply(batch, {&sample, 1}, 0, 0);
                std::size_t left = 16, right = 0, top = 16, bottom = 0;
                for (std::size_t y = 0; y < 16; ++y)
                    for (std::size_t x = 0; x < 16; ++x)
                        if (batch.inputs[0].floats[y * 16 + x] > 0)
                            left = std::min(left, x), right = std::max(right, x + 1), top = std::min(top, y),
                            bottom = std::max(bottom, y + 1);
                const auto& box = batch.target.floats;
                QVERIFY(std::abs((box[1] - box[3] / 2) * 16 - static_cast<float>(left)) < 1e-3f);
                QVERIFY(std::abs((box[1] + box[3] / 2) * 16 - static_cast<float>(right)) < 1e-3f);
                QVERIFY(std::abs((box[2] - box[4] / 2) * 16 - static_cast<float>(top)) < 1e-3f);
                QVERIFY(std::abs((box[2] + box[4] / 2) * 16 - static_cast<float>(bottom)) < 1e-3f);
                QCOMPARE(box[5], -1.0f);
            }
    }

    void boxThatIsAlmostGoneIsNoBox() {
        const SampleSpec spec = boxed();
        int gone = 0;
        for (std::int64_t sample = 0; sample < 60; ++sample) {
            Batch batch = noise(pictures({3, 16, 16}), 1);
            batch.target = {.sizes = {1, 2, 5}, .floats = {1, 1 / 16.0f, 0.5f, 2 / 16.0f, 0.5f, -1, 0, 0, 0, 0}};
            make({{"crop", {{"padding", std::int64_t{4}}}}}, spec).apply(batch, {&sample, 1}, 0, 0);
            if (batch.target.floats[0] == -1) ++gone;
            QVERIFY(batch.target.floats[0] == -1 || batch.target.floats[3] > 0);
        }
        QVERIFY(gone > 5 && gone < 40);
    }

    void gammaKeepsTheRangeAndTheOrder() {
        const SampleSpec spec = pictures({1, 8, 8});
        Batch batch = noise(spec, 1);
        const auto original = batch.inputs[0].floats;
        const std::int64_t sample = 0;
        make({{"gamma", {{"lowest", 0.5}, {"highest", 0.5}}}}, spec).apply(batch, {&sample, 1}, 0, 0);
        const auto& values = batch.inputs[0].floats;
        const auto [least, most] = std::ranges::minmax(original);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(std::abs(values[i] - (least + (most - least) * std::sqrt((original[i] - least) / (most - least)))) < 1e-5f);
    }

    void onlyNormalisationTouchesValidation() {
        const SampleSpec spec = pictures({1, 4, 4});
        const std::vector<Choice> both{{"noise", {}}, {"normalise", {{"mean", 1.0}, {"std", 2.0}}}, {"flip", {}}};
        Batch batch = noise(spec, 1);
        const auto original = batch.inputs[0].floats;
        const std::int64_t sample = 0;
        make(both, spec, Augmenter::Use::Validation).apply(batch, {&sample, 1}, 0, 0);
        for (std::size_t i = 0; i < original.size(); ++i) QCOMPARE(batch.inputs[0].floats[i], (original[i] - 1) / 2);
    }

    void samplesThatDoNotFitAreRefused() {
        const SampleSpec table{.inputs = {TensorType{{7}, ElementType::Float}}, .target = {{}, ElementType::Integer}, .classes = 2};
        const auto complaint = [](const char* kind, const SampleSpec& spec) {
            const std::vector<Choice> choices{{kind, {}}};
            const auto made = Augmenter::make(choices, spec, Augmenter::Use::Training);
            return made ? QString() : QString::fromStdString(made.error().english());
        };
        QVERIFY(complaint("elastic", table).contains("for pictures"));
        QVERIFY(complaint("noise", table).isEmpty());
        QVERIFY(complaint("elastic", boxed()).contains("boxes"));
        SampleSpec other = masked({1, 4, 4});
        other.target.shape = {2, 2};
        QVERIFY(complaint("flip", other).contains("differ in extents"));
        QVERIFY(complaint("gamma", other).isEmpty());
        QVERIFY(complaint("unknown", table).contains("unknown"));
        QVERIFY(complaint("flip", {}).isEmpty());  // shapes come with the files
    }

    void loaderAugmentsWhatItReads() {
        const auto dataset = openDataset({"synthetic", {{"shape", Integers{1, 6, 6}}, {"train_samples", std::int64_t{20}}}});
        const std::vector<Choice> steps{{"noise", {{"deviation", 1.0}}}};
        const Augmenter augmenter = make(steps, (*dataset)->spec());
        std::vector<std::int64_t> indices{3, 4, 5, 6, 7, 8};
        const LoaderOptions options{.batchSize = 4, .seed = 9, .order = Order::Sequential, .augmenter = augmenter};
        Loader loader(**dataset, Part::Train, indices, options);
        loader.start(2, 1);
        Batch expected;
        const std::vector<std::int64_t> last{7, 8};
        (*dataset)->read(Part::Train, last, expected);
        augmenter.apply(expected, last, 9, 2);
        QCOMPARE(*loader.next(), expected);
    }

    void failureOfReadingComesToTheCaller() {
        class Failing final : public Dataset {
        public:
            const SampleSpec& spec() const override { return m_spec; }
            std::int64_t size(Part) const override { return 10; }
            void read(Part, std::span<const std::int64_t> indices, Batch& batch) const override {
                if (indices[0] >= 4) throw ReadFailure(Error(ErrorCode::Io, say("The disk is gone.")));
                batch.target.sizes = {1};
            }
            std::string fingerprint() const override { return {}; }
            SampleSpec m_spec;
        } dataset;
        Loader loader(dataset, Part::Train, {0, 1, 2, 3, 4, 5, 6}, {.batchSize = 2, .order = Order::Sequential});
        for (int round = 0; round < 3; ++round) {
            loader.start(0);
            QVERIFY(loader.next() && loader.next());
            QVERIFY_THROWS_EXCEPTION(ReadFailure, loader.next());
        }
    }

    // Printed for whoever wonders whether the loader keeps up; no machine's speed decides the test.
    void costOfEachKind() {
        using Clock = std::chrono::steady_clock;
        for (const AugmentationKind& row : augmentationKinds())
            for (const Shape& shape : {Shape{1, 28, 28}, Shape{3, 32, 32}, Shape{1, 32, 32, 32}}) {
                const SampleSpec spec = pictures(shape);
                const Augmenter augmenter = make({{std::string(row.kind.id), {}}}, spec);
                Batch batch = noise(spec, 16);
                std::vector<std::int64_t> samples(16);
                for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = static_cast<std::int64_t>(i);
                const auto begun = Clock::now();
                augmenter.apply(batch, samples, 0, 0);
                const std::chrono::duration<double, std::micro> took = Clock::now() - begun;
                qInfo("%-20s %-16s %8.1f us a sample", row.kind.id.data(), text(shape).c_str(), took.count() / 16);
                QVERIFY(took.count() > 0);
            }
    }
};

QTEST_APPLESS_MAIN(tst_Augmentation)
#include "tst_augmentation.moc"
