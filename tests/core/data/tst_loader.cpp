// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <thread>

#include "core/data/loader.h"

using namespace seekbench;

namespace {

// Sample i has the value and the class i, so that a batch shows which samples are in it.
class NumberedDataset final : public Dataset {
public:
    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part) const override { return 1'000'000; }
    void read(Part, std::span<const std::int64_t> indices, Batch& batch) const override {
        std::this_thread::sleep_for(delay);
        ++reads;
        if (fails) throw std::runtime_error("there is nothing to read");
        batch.target.integers.assign(indices.begin(), indices.end());
        batch.target.sizes = {static_cast<std::int64_t>(indices.size())};
    }
    std::string fingerprint() const override { return {}; }

    std::chrono::milliseconds delay{0};
    bool fails = false;
    mutable std::atomic<int> reads = 0;

private:
    SampleSpec m_spec;
};

std::vector<std::int64_t> numbers(std::int64_t count) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

using Batches = std::vector<std::vector<std::int64_t>>;

Batches rest(Loader& loader) {
    Batches batches;
    while (const Batch* batch = loader.next()) batches.push_back(batch->target.integers);
    return batches;
}

}  // namespace

class tst_Loader : public QObject {
    Q_OBJECT

    NumberedDataset m_dataset;

private slots:
    void init() {
        m_dataset.delay = std::chrono::milliseconds(0);
        m_dataset.reads = 0;
    }

    void lastBatchIsSmaller() {
        Loader loader(m_dataset, Part::Train, numbers(10), {.batchSize = 4, .order = Order::Sequential});
        QCOMPARE(loader.batchesPerEpoch(), 3);
        loader.start(0);
        QCOMPARE(rest(loader), (Batches{{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9}}));
        QVERIFY(!loader.next());
    }

    void shuffledEpochIsTheEpochOrderOfItsIndices() {
        Loader loader(m_dataset, Part::Train, {100, 101, 102, 103, 104}, {.batchSize = 5, .seed = 7});
        loader.start(3);
        std::vector<std::int64_t> expected;
        for (const std::int64_t position : epochOrder(5, 7, 3)) expected.push_back(100 + position);
        QCOMPARE(rest(loader), Batches{expected});
    }

    void resumedEpochEqualsTheRestOfAnUninterruptedOne() {
        Loader whole(m_dataset, Part::Train, numbers(103), {.batchSize = 8, .seed = 1});
        whole.start(2);
        const Batches batches = rest(whole);
        for (std::size_t consumed = 0; consumed <= batches.size(); ++consumed) {
            Loader resumed(m_dataset, Part::Train, numbers(103), {.batchSize = 8, .seed = 1});
            resumed.start(2, static_cast<std::int64_t>(consumed));
            QCOMPARE(rest(resumed), Batches(batches.begin() + static_cast<std::ptrdiff_t>(consumed), batches.end()));
        }
    }

    void epochLeftEarlyLeavesNothingBehind() {
        Loader loader(m_dataset, Part::Train, numbers(100), {.batchSize = 1, .seed = 1});
        for (std::int64_t epoch = 0; epoch < 50; ++epoch) {
            loader.start(epoch);
            QCOMPARE(loader.next()->target.integers.front(), epochOrder(100, 1, epoch).front());
        }
        loader.start(0);
        QCOMPARE(rest(loader).size(), std::size_t{100});
    }

    void batchStaysWholeUntilTheNextCall() {
        Loader loader(m_dataset, Part::Train, numbers(200), {.batchSize = 1, .order = Order::Sequential, .prefetch = 2});
        loader.start(0);
        for (std::int64_t expected = 0; const Batch* batch = loader.next(); ++expected) {
            if (expected % 20 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));  // time enough to overwrite it
            QCOMPARE(batch->target.integers.front(), expected);
        }
    }

    void noMoreThanAskedForIsReadAhead() {
        Loader loader(m_dataset, Part::Train, numbers(100), {.batchSize = 1, .prefetch = 3});
        loader.start(0);
        loader.next();
        QTRY_COMPARE(m_dataset.reads.load(), 4);  // the one in use and three ahead
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        QVERIFY(m_dataset.reads <= 4);
    }

    void nextBeforeStartFindsTheEnd() {
        Loader loader(m_dataset, Part::Train, numbers(3), {});
        QVERIFY(!loader.next());
    }

    void theThreadsWorkIsToldAlsoWhenItFails() {
        struct Watch final : LoaderWatch {
            void begin(Work work) override {
                isOther = std::this_thread::get_id() != caller;
                words += work == Work::Read ? 'r' : 'a';
            }
            void end() override { words += '.'; }
            std::thread::id caller = std::this_thread::get_id();
            bool isOther = false;
            std::string words;
        } watch;
        {
            Loader loader(m_dataset, Part::Train, numbers(5), {.batchSize = 2, .watch = &watch});
            loader.start(0);
            rest(loader);
        }
        QCOMPARE(watch.words, std::string("r.r.r."));
        QVERIFY(watch.isOther);
        watch.words.clear();
        m_dataset.fails = true;
        {
            Loader loader(m_dataset, Part::Train, numbers(5), {.batchSize = 2, .watch = &watch});
            loader.start(0);
            QVERIFY_EXCEPTION_THROWN(loader.next(), std::runtime_error);
        }
        m_dataset.fails = false;
        QCOMPARE(watch.words, std::string("r."));
    }

    void waitingIsMeasured() {
        m_dataset.delay = std::chrono::milliseconds(10);
        Loader loader(m_dataset, Part::Train, numbers(5), {.batchSize = 1});
        loader.start(0);
        rest(loader);
        QVERIFY(loader.waitedSeconds() > 0.04 && loader.waitedSeconds() < 2);
        m_dataset.delay = std::chrono::milliseconds(0);
        loader.start(1);
        QCOMPARE(loader.waitedSeconds(), 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_Loader)
#include "tst_loader.moc"
