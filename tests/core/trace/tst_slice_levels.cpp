// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <random>

#include <QTest>

#include "core/trace/levels/slice_levels.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

struct Line {
    SliceLevels levels;
    std::vector<Slice> slices;
};

// Slices of one line, some at once after the one before, some without duration.
Line lineOf(unsigned seed, std::size_t count, int longest = 20, int gap = 10) {
    std::mt19937 random(seed);
    Line line;
    std::int64_t now = -50;
    for (std::uint32_t i = 0; i < count; ++i) {
        now += static_cast<std::int64_t>(random() % 3 == 0 ? 0 : random() % static_cast<unsigned>(gap));
        const auto duration = static_cast<std::int64_t>(random() % 5 == 0 ? 0 : random() % static_cast<unsigned>(longest));
        line.slices.push_back({now, duration, 0, 0});
        line.levels.append(i + 1000, now, duration);
        now += duration;
    }
    return line;
}

bool isIn(const Slice& slice, const TimeSpan& span) {
    return slice.start < span.end && (slice.end() > span.begin || slice.start >= span.begin);
}

// What a pixel must be, from all slices.
void check(const Line& line, const TimeSpan& window, const std::vector<LevelPixel>& pixels) {
    const auto count = static_cast<std::int64_t>(pixels.size());
    for (std::int64_t i = 0; i < count; ++i) {
        const TimeSpan pixel{window.begin + window.duration() * i / count, window.begin + window.duration() * (i + 1) / count};
        if (pixel.empty()) continue;
        std::int64_t busy = 0, longest = -1;
        for (const Slice& slice : line.slices) {
            if (!isIn(slice, pixel)) continue;
            busy += TimeSpan{slice.start, slice.end()}.clipped(pixel).duration();
            longest = std::max(longest, slice.duration);
        }
        const LevelPixel& got = pixels[static_cast<std::size_t>(i)];
        QCOMPARE(got.slice == LevelPixel::kNone, longest < 0);
        if (longest >= 0) QCOMPARE(line.slices[got.slice - 1000].duration, longest);
        if (longest >= 0) QVERIFY(isIn(line.slices[got.slice - 1000], pixel));
        QVERIFY(std::abs(static_cast<double>(got.busy) - static_cast<double>(busy) / static_cast<double>(pixel.duration())) < 1e-6);
    }
}

}  // namespace

class TestSliceLevels : public QObject {
    Q_OBJECT
private slots:
    void everyPixelIsExactAtEveryScale() {
        std::mt19937 random(9);
        for (const std::size_t count : {1u, 2u, 15u, 16u, 17u, 255u, 256u, 257u, 700u, 4097u}) {
            const Line line = lineOf(static_cast<unsigned>(count), count);
            const TimeSpan all = line.levels.span();
            for (int round = 0; round < 12; ++round) {
                const auto begin = all.begin - 20 + static_cast<std::int64_t>(random() % static_cast<unsigned>(all.duration() + 20));
                const TimeSpan window{begin, begin + 1 + static_cast<std::int64_t>(random() % static_cast<unsigned>(all.duration() + 40))};
                std::vector<LevelPixel> pixels(1 + random() % 60);
                line.levels.query(window, pixels);
                check(line, window, pixels);
                if (QTest::currentTestFailed()) return;
            }
        }
    }
    void busyTimesOfPixelsAddUp() {
        const Line line = lineOf(4, 5000);
        const TimeSpan all = line.levels.span();
        std::int64_t sum = 0;
        for (const Slice& slice : line.slices) sum += slice.duration;
        QCOMPARE(line.levels.busy(all), sum);
        std::int64_t parts = 0;
        for (std::int64_t i = 0; i < 7; ++i)
            parts += line.levels.busy({all.begin + all.duration() * i / 7, all.begin + all.duration() * (i + 1) / 7});
        QCOMPARE(parts, sum);
    }
    void aLineThatGrowsAnswersAsOneThatWasWhole() {
        Line line = lineOf(6, 3000);
        SliceLevels growing;
        for (std::uint32_t i = 0; i < line.slices.size(); ++i) {
            growing.append(i, line.slices[i].start, line.slices[i].duration);
            if (i % 97) continue;
            Line part;
            for (std::uint32_t k = 0; k <= i; ++k) part.levels.append(k, line.slices[k].start, line.slices[k].duration);
            std::vector<LevelPixel> a(33), b(33);
            growing.query({-60, line.slices[i].end() + 5}, a);
            part.levels.query({-60, line.slices[i].end() + 5}, b);
            QVERIFY(a == b);
        }
    }
    void longSlicesAreFoundWithoutTheShortOnes() {
        const Line line = lineOf(8, 5000, 1000, 5);
        const TimeSpan window{1000, line.levels.span().end - 1000};
        for (const std::int64_t shortest : {0, 900, 990, 5000}) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < line.slices.size(); ++i)
                if (line.slices[i].start < window.end && line.slices[i].end() > window.begin && line.slices[i].duration >= shortest)
                    expected.push_back(i + 1000);
            QCOMPARE(line.levels.longSlices(window, shortest), expected);
        }
    }
    void theSliceUnderAPointIsFound() {
        SliceLevels levels;
        levels.append(5, 10, 10);
        levels.append(6, 30, 0);
        QVERIFY(!levels.at(9));
        QCOMPARE(*levels.at(10), 5u);
        QCOMPARE(*levels.at(19), 5u);
        QVERIFY(!levels.at(20));
        QCOMPARE(*levels.at(30), 6u);
        QVERIFY(!levels.at(31));
    }
    void anEmptyLineHasEmptyPixels() {
        std::vector<LevelPixel> pixels(4, LevelPixel{1, 1});
        SliceLevels().query({0, 100}, pixels);
        for (const LevelPixel& pixel : pixels) QCOMPARE(pixel, LevelPixel());
        QVERIFY(SliceLevels().longSlices({0, 1}, 0).empty());
    }
    void aWindowNarrowerThanItsPixelsIsDrawn() {
        SliceLevels levels;
        levels.append(1, 0, 10);
        std::vector<LevelPixel> pixels(100);
        levels.query({3, 5}, pixels);
        for (const LevelPixel& pixel : pixels) QCOMPARE(pixel, (LevelPixel{1, 1}));
    }
    void whatOverlapsLosesItsBeginning() {
        SliceLevels levels;
        levels.append(1, 0, 10);
        levels.append(2, 5, 10);
        QCOMPARE(levels.busy({0, 100}), std::int64_t{15});
    }
    void theLinesOfATrackHoldAllItsSlices() {
        const Trace trace = trainingTrace(10);
        for (TrackId track = 0; track < trace.trackCount(); ++track) {
            std::size_t sum = 0;
            for (const SliceLevels& line : levelsOf(trace.slices(track))) sum += line.size();
            QCOMPARE(sum, trace.slices(track).size());
        }
        QCOMPARE(levelsOf(trace.slices(0)).size(), 3u);
    }
};

QTEST_APPLESS_MAIN(TestSliceLevels)
#include "tst_slice_levels.moc"
