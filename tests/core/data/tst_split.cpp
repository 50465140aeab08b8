// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "core/data/loader.h"
#include "core/data/random.h"

using namespace seekbench;
using Indices = std::vector<std::int64_t>;

namespace {

class CountedDataset final : public Dataset {
public:
    CountedDataset(std::int64_t train, std::int64_t test) : m_train(train), m_test(test) {}
    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_train : m_test; }
    void read(Part, std::span<const std::int64_t>, Batch&) const override {}
    std::string fingerprint() const override { return {}; }

    std::optional<std::int64_t> stratumOf(Part, std::int64_t index) const override {
        return m_every > 0 ? std::optional(std::int64_t{index % m_every == 0}) : std::nullopt;
    }
    std::optional<std::int64_t> groupOf(Part, std::int64_t index) const override {
        return m_every > 0 ? std::optional(index / m_every) : std::nullopt;
    }

    std::int64_t m_every = 0;  // each of so many samples is of the rare class, and so many in a row are a group
    SampleSpec m_spec;

private:
    std::int64_t m_train, m_test;
};

CountedDataset withEvery(std::int64_t every, std::int64_t count) {
    CountedDataset dataset(count, 0);
    dataset.m_every = every;
    return dataset;
}

}  // namespace

class tst_Split : public QObject {
    Q_OBJECT

private slots:
    // From independent implementations of the published generators.
    void splitMixGivesItsPublishedFirstNumber() { QCOMPARE(SplitMix64(1234567).next(), std::uint64_t{6457827717110365317u}); }

    void epochOrderIsTheSameOnEveryPlatform() {
        QCOMPARE(epochOrder(10, 0, 0), (Indices{1, 3, 9, 2, 4, 5, 7, 6, 0, 8}));
        QCOMPARE(epochOrder(10, 0, 1), (Indices{2, 9, 0, 6, 1, 3, 5, 8, 7, 4}));
        QCOMPARE(epochOrder(10, 42, 0), (Indices{9, 3, 6, 4, 0, 7, 5, 2, 8, 1}));
        QCOMPARE(epochOrder(10, -1, 3), (Indices{0, 2, 7, 6, 9, 4, 8, 5, 3, 1}));
    }

    void epochOrderHoldsEverySampleOnce() {
        for (const std::int64_t count : {0, 1, 2, 3, 1000}) {
            Indices order = epochOrder(count, 5, 6);
            std::ranges::sort(order);
            Indices all(static_cast<std::size_t>(count));
            std::iota(all.begin(), all.end(), 0);
            QCOMPARE(order, all);
        }
    }

    void everyPlaceIsReachedAboutEquallyOften() {
        // Sample 0 over 6000 epochs of 6 samples: 1000 times at each place expected, standard deviation 29.
        std::array<int, 6> places{};
        for (std::int64_t epoch = 0; epoch < 6000; ++epoch) {
            const Indices order = epochOrder(6, 1, epoch);
            ++places[static_cast<std::size_t>(std::ranges::find(order, 0) - order.begin())];
        }
        for (const int often : places) QVERIFY2(std::abs(often - 1000) < 150, std::to_string(often).c_str());
    }

    void shareIsDisjointCompleteAndAscending() {
        const auto split = splitIndices(CountedDataset(1000, 0), {.share = 0.1, .seed = 3}, 0);
        QVERIFY(split);
        QCOMPARE(split->validation.size(), std::size_t{100});
        QCOMPARE(split->train.size(), std::size_t{900});
        QVERIFY(std::ranges::is_sorted(split->train) && std::ranges::is_sorted(split->validation));
        std::set<std::int64_t> all(split->train.begin(), split->train.end());
        all.insert(split->validation.begin(), split->validation.end());
        QCOMPARE(all.size(), std::size_t{1000});
        QCOMPARE(split->validationPart, Part::Train);
    }

    void splitDependsOnItsSeedOnly() {
        const CountedDataset dataset(1000, 0);
        QCOMPARE(splitIndices(dataset, {.seed = 3}, 0)->validation, splitIndices(dataset, {.seed = 3}, 0)->validation);
        QVERIFY(splitIndices(dataset, {.seed = 3}, 0)->validation != splitIndices(dataset, {.seed = 4}, 0)->validation);
    }

    void splitIsNotTheOrderOfAnEpoch() {
        Indices first = epochOrder(1000, 3, 0);
        first.resize(100);
        std::ranges::sort(first);
        QVERIFY(splitIndices(CountedDataset(1000, 0), {.share = 0.1, .seed = 3}, 0)->validation != first);
    }

    void shareNeverTakesNoneOrAll() {
        QCOMPARE(heldOutCount(10, 0.001), 1);
        QCOMPARE(heldOutCount(10, 0.999), 9);
        QCOMPARE(heldOutCount(60000, 0.1), 6000);
    }

    void limitKeepsTheFirstTrainingSamplesAndAllValidationSamples() {
        const CountedDataset dataset(100, 20);
        const auto whole = splitIndices(dataset, {.share = 0.2}, 0), limited = splitIndices(dataset, {.share = 0.2}, 10);
        QCOMPARE(limited->train, Indices(whole->train.begin(), whole->train.begin() + 10));
        QCOMPARE(limited->validation, whole->validation);
        QCOMPARE(splitIndices(dataset, {.share = 0.2}, 1000)->train, whole->train);
    }

    void testPartValidates() {
        const auto split = splitIndices(CountedDataset(5, 3), {.source = Split::Source::TestPart}, 0);
        QVERIFY(split);
        QCOMPARE(split->validationPart, Part::Test);
        QCOMPARE(split->train, (Indices{0, 1, 2, 3, 4}));
        QCOMPARE(split->validation, (Indices{0, 1, 2}));
    }

    void sharesOfTheClassesAreKept() {
        const auto split = splitIndices(withEvery(50, 1000), {.share = 0.25, .seed = 3, .method = Split::Method::Stratified}, 0);
        QVERIFY(split);
        QCOMPARE(split->validation.size(), std::size_t{250});
        QCOMPARE(split->train.size(), std::size_t{750});
        QCOMPARE(std::ranges::count_if(split->validation, [](std::int64_t index) { return index % 50 == 0; }), 5);
        QVERIFY(std::ranges::is_sorted(split->train) && std::ranges::is_sorted(split->validation));
        const auto other = splitIndices(withEvery(50, 1000), {.share = 0.25, .seed = 4, .method = Split::Method::Stratified}, 0);
        QVERIFY(other->validation != split->validation);
        // What rounding leaves is given out, too.
        QCOMPARE(splitIndices(withEvery(3, 10), {.share = 0.5, .method = Split::Method::Stratified}, 0)->validation.size(), std::size_t{5});
    }

    void groupsAreNotTorn() {
        const auto split = splitIndices(withEvery(7, 100), {.share = 0.2, .seed = 1, .method = Split::Method::ByGroup}, 0);
        QVERIFY(split);
        std::set<std::int64_t> held;
        for (const std::int64_t index : split->validation) held.insert(index / 7);
        for (const std::int64_t index : split->train) QVERIFY(!held.contains(index / 7));
        QCOMPARE(split->train.size() + split->validation.size(), std::size_t{100});
        QVERIFY(split->validation.size() >= 20 && split->validation.size() < 27);
        // One of two groups is left to train on, however large the share.
        QVERIFY(!splitIndices(withEvery(50, 100), {.share = 0.9, .method = Split::Method::ByGroup}, 0)->train.empty());
    }

    void timeIsCutWithAGap() {
        CountedDataset dataset(100, 0);
        dataset.m_spec.window = 6;
        dataset.m_spec.horizon = 2;
        const auto split = splitIndices(dataset, {.share = 0.2, .method = Split::Method::ByTime}, 0);
        QCOMPARE(split->validation.front(), 80);
        QCOMPARE(split->validation.back(), 99);
        QCOMPARE(split->train.back(), 71);  // 72 to 79 are left out
        QCOMPARE(split->train.size(), std::size_t{72});
        const auto own = splitIndices(dataset, {.share = 0.2, .method = Split::Method::ByTime, .gap = 0}, 0);
        QCOMPARE(own->train.back(), 79);
        QVERIFY(!splitIndices(dataset, {.share = 0.2, .method = Split::Method::ByTime, .gap = 80}, 0));
    }

    void countsAreKnownBeforeTheSamples() {
        CountedDataset dataset = withEvery(7, 100);
        dataset.m_spec.window = 9;
        for (const auto method : {Split::Method::Random, Split::Method::Stratified, Split::Method::ByTime}) {
            const Split split{.share = 0.2, .method = method};
            const auto counts = splitCounts(100, dataset.spec(), split);
            const auto indices = splitIndices(dataset, split, 0);
            QCOMPARE(counts->train, static_cast<std::int64_t>(indices->train.size()));
            QCOMPARE(counts->validation, static_cast<std::int64_t>(indices->validation.size()));
        }
        QVERIFY(!splitCounts(100, dataset.spec(), {.method = Split::Method::ByGroup}));
    }

    void whatTheDatasetLacksIsAnError() {
        const CountedDataset plain(100, 0);
        QVERIFY(!splitIndices(plain, {.method = Split::Method::Stratified}, 0));
        QVERIFY(!splitIndices(plain, {.method = Split::Method::ByGroup}, 0));
        QVERIFY(!splitIndices(withEvery(100, 100), {.method = Split::Method::ByGroup}, 0));
    }

    void missingSamplesAreAnError() {
        QVERIFY(!splitIndices(CountedDataset(5, 0), {.source = Split::Source::TestPart}, 0));
        QVERIFY(!splitIndices(CountedDataset(1, 5), {}, 0));
    }
};

QTEST_APPLESS_MAIN(tst_Split)
#include "tst_split.moc"
