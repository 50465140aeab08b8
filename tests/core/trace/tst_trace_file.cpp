// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "core/protocol/file_header.h"
#include "core/trace/analysis/nesting.h"
#include "core/trace/column_codec.h"
#include "core/trace/trace_file.h"
#include "tests/support/sample_run.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

// A trace as text, so that two can be compared whatever the numbers of their words.
std::vector<std::string> linesOf(const Trace& trace) {
    const Dictionary& words = trace.dictionary();
    std::vector<std::string> lines;
    const auto number = [](auto value) { return " " + std::to_string(value); };
    for (TrackId id = 0; id < trace.trackCount(); ++id) {
        const Track& track = trace.track(id);
        lines.push_back("track" + number(static_cast<int>(track.kind)) + number(track.process) + number(track.thread) + " " +
                        std::string(words.text(track.name)) + std::string(words.text(track.group)) + std::string(words.text(track.unit)));
        for (std::size_t i = 0; i < trace.slices(id).size(); ++i) {
            const Slice slice = trace.slices(id)[i];
            const Label& label = words.label(slice.label);
            const Arguments& arguments = words.arguments(slice.arguments);
            std::string line = std::string(words.text(label.name)) + "|" + std::string(words.text(label.node)) + "|" +
                               std::string(words.text(label.category)) + number(static_cast<int>(label.phase)) + number(slice.start) +
                               number(slice.duration) + " " + std::string(words.text(arguments.shapes)) + number(arguments.flops) +
                               number(arguments.bytes);
            if (arguments.kernel)
                line += number(arguments.kernel->grid[2]) + number(arguments.kernel->occupancy) + number(arguments.kernel->tensorCores);
            for (const auto& [key, value] : arguments.other) line += std::string(words.text(key)) + "=" + std::string(words.text(value));
            lines.push_back(line);
        }
        for (const CounterPoint& point : trace.points(id)) lines.push_back("point" + number(point.time) + number(point.value));
    }
    for (const Flow& flow : trace.flows())
        lines.push_back("flow" + number(static_cast<int>(flow.kind)) + number(flow.fromTrack) + number(flow.toTrack) +
                        number(flow.fromTime) + number(flow.toTime));
    for (const Step& step : trace.steps()) lines.push_back("step" + number(step.number) + number(step.start) + number(step.duration));
    return lines;
}

}  // namespace

class TestTraceFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name = "profile") const { return m_folder.path().toStdString() + "/" + name; }

    TraceWriter writer() const { return need(TraceWriter::create(path(), "steps 10")); }

private slots:
    void whatIsWrittenIsRead() {
        const Trace trace = trainingTrace(30);
        need(writeTrace(trace, path(), "steps 10"));
        const Trace back = need(readTrace(path()));
        QVERIFY(linesOf(back) == linesOf(trace));
        QCOMPARE(back.ledger(), trace.ledger());
        QCOMPARE(back.ceilings(), trace.ceilings());
        QCOMPARE(back.facts(), trace.facts());
    }
    void argumentsOfEveryKindAreRead() {
        TraceMaker maker;
        const TrackId stream = maker.stream();
        Dictionary& words = maker.trace.dictionary();
        const KernelArguments kernel{{1, 2, 3}, {4, 5, 6}, 32, 4096, 0.5f, true};
        const ArgumentsId arguments = words.internArguments({.shapes = words.intern("[2, 3]"),
                                                             .type = words.intern("bf16"),
                                                             .flops = 12.5,
                                                             .bytes = 3,
                                                             .kernel = kernel,
                                                             .other = {{words.intern("键"), words.intern("值 🙂")}}});
        maker.trace.append(stream, Slice{-5, 10, words.internLabel({.name = words.intern("gemm")}), arguments});
        const Trace trace = maker.done();
        need(writeTrace(trace, path(), "x"));
        const Trace back = need(readTrace(path()));
        QVERIFY(linesOf(back) == linesOf(trace));
        QCOMPARE(back.dictionary().arguments(back.slices(0)[0].arguments).kernel, std::optional(kernel));
    }
    void slicesInAnyOrderAreReadInOrder() {
        std::mt19937 random(3);
        std::vector<Slice> slices;
        for (int i = 0; i < 200'000; ++i)
            slices.push_back({static_cast<std::int64_t>(random() % 1'000'000), static_cast<std::int64_t>(random() % 500), 0, 0});
        auto file = writer();
        const TrackId track = file.addTrack({});
        for (const Slice& slice : slices) file.append(track, slice);
        need(file.finish());
        const Trace back = need(readTrace(path()));
        std::ranges::stable_sort(slices, {}, [](const Slice& slice) { return std::pair(slice.start, -slice.duration); });
        QCOMPARE(back.slices(0).size(), slices.size());
        for (std::size_t i = 0; i < slices.size(); ++i) QVERIFY(back.slices(0)[i] == slices[i]);
    }
    void theIndexSaysWhereWhatLies() {
        need(writeTrace(trainingTrace(1500), path(), "x"));
        const auto reader = need(TraceReader::open(path()));
        QVERIFY(reader.chunks().size() >= 5);
        QCOMPARE(reader.name(), std::string("x"));
        QVERIFY(reader.isFinished());
        QCOMPARE(reader.outline().sliceCount(), 0u);
        QCOMPARE(reader.sliceCount(), need(reader.read()).sliceCount());
    }
    void aSpanReadsOnlyItsChunks() {
        need(writeTrace(trainingTrace(1500), path(), "x"));
        const auto reader = need(TraceReader::open(path()));
        const Trace all = need(reader.read());
        const TimeSpan span = all.steps()[700].span();
        const Trace part = need(reader.read(span));
        QVERIFY(part.sliceCount() < all.sliceCount() / 2);
        const auto slicesIn = [&](const Trace& trace) {
            std::vector<std::pair<std::int64_t, std::int64_t>> found;
            for (TrackId id = 0; id < trace.trackCount(); ++id)
                for (std::size_t i = 0; i < trace.slices(id).size(); ++i)
                    if (TimeSpan{trace.slices(id)[i].start, trace.slices(id).end(i)}.touches(span))
                        found.emplace_back(trace.slices(id)[i].start, trace.slices(id)[i].duration);
            return found;
        };
        QVERIFY(slicesIn(part) == slicesIn(all));
        QVERIFY(slicesIn(part).size() > 100);
    }
    void aSliceNeedsAtMostSixBytes() {
        need(writeTrace(trainingTrace(1000), path(), "x"));
        const auto reader = need(TraceReader::open(path()));
        std::uint64_t bytes = 0;
        for (const TraceChunk& chunk : reader.chunks()) bytes += chunk.bytes;
        const double each = static_cast<double>(bytes) / static_cast<double>(reader.sliceCount());
        qInfo("%.2f bytes a slice", each);
        QVERIFY(each <= 6);
    }
    void aReaderFollowsAGrowingFile() {
        auto file = writer();
        const TrackId track = file.addTrack({});
        need(file.flush());
        auto reader = need(TraceReader::open(path()));
        QVERIFY(!need(reader.refresh()));
        const LabelId late = file.dictionary().internLabel({.name = file.dictionary().intern("late")});
        file.append(track, Slice{1, 2, late, 0});
        need(file.flush());
        QVERIFY(need(reader.refresh()));
        QCOMPARE(need(reader.read()).sliceCount(), 1u);
        QVERIFY(!reader.isFinished());
        QVERIFY(need(reader.read()).ledger().cut);
        need(file.finish());
        QVERIFY(need(reader.refresh()));
        QVERIFY(reader.isFinished());
    }
    void aFileCutAnywhereIsReadUpToThere() {
        need(writeTrace(trainingTrace(4, 3), path(), "x"));
        const std::string whole = bytesOf(path());
        std::size_t last = 0;
        for (std::size_t length = 0; length < whole.size(); ++length) {
            writeBytes(path("cut"), whole.substr(0, length));
            const auto reader = TraceReader::open(path("cut"));
            if (!reader) {
                QVERIFY(length < 40);
                continue;
            }
            QVERIFY(!reader->isDamaged() && !reader->isFinished());
            const std::size_t slices = need(reader->read()).sliceCount();
            QVERIFY(slices >= last);
            last = slices;
        }
        QVERIFY(last > 50);
    }
    void aDamagedChunkIsLeftOutAndCounted() {
        need(writeTrace(trainingTrace(20), path(), "x"));
        auto reader = need(TraceReader::open(path()));
        const TraceChunk chunk = reader.chunks().front();
        std::string bytes = bytesOf(path());
        bytes[chunk.offset + 60] ^= 1;
        writeBytes(path(), bytes);
        const Trace trace = need(readTrace(path()));
        QCOMPARE(trace.ledger().dropped, std::uint64_t{chunk.slices});
        QCOMPARE(trace.sliceCount(), reader.sliceCount() - chunk.slices);
    }
    void theChunksBetweenDamagedOnesStayWhatTheyAre() {
        need(writeTrace(trainingTrace(2000), path(), "x"));
        const auto reader = need(TraceReader::open(path()));
        const Trace whole = need(reader.read());
        std::string bytes = bytesOf(path());
        std::uint64_t lost = 0;
        std::vector<TimeSpan> holes;
        for (std::size_t i = 1; i < reader.chunks().size(); i += 3) {
            const TraceChunk& chunk = reader.chunks()[i];
            bytes[chunk.offset + 60] ^= 1;
            lost += chunk.slices;
            holes.push_back(chunk.span);
        }
        QVERIFY(holes.size() >= 2);
        writeBytes(path(), bytes);
        const Trace trace = need(readTrace(path()));
        QCOMPARE(trace.ledger().dropped, lost);
        QCOMPARE(trace.sliceCount() + lost, whole.sliceCount());
        // What is left is in order and is what was there; what is missing lies in the holes.
        for (TrackId id = 0; id < trace.trackCount(); ++id) {
            std::size_t next = 0;
            for (std::size_t i = 0; i < whole.slices(id).size(); ++i) {
                const Slice slice = whole.slices(id)[i];
                if (next < trace.slices(id).size() && trace.slices(id)[next] == slice)
                    ++next;
                else
                    QVERIFY(std::ranges::any_of(
                        holes, [&](const TimeSpan& hole) { return hole.begin <= slice.start && slice.end() <= hole.end; }));
            }
            QCOMPARE(next, trace.slices(id).size());
        }
    }
    void aNewerVersionIsRefused() {
        const auto header = fileHeader(frameFileMagic('T'), kTraceVersion + 1, "x");
        writeBytes(path(), {reinterpret_cast<const char*>(header.data()), header.size()});
        const auto reader = TraceReader::open(path());
        QVERIFY(!reader);
        QCOMPARE(reader.error().code(), ErrorCode::NewerVersion);
        QVERIFY(reader.error().english().find("Update Seekbench") != std::string::npos);
    }
    void aJournalIsNoProfile() {
        const auto header = fileHeader(frameFileMagic('J'), 1, "x");
        writeBytes(path(), {reinterpret_cast<const char*>(header.data()), header.size()});
        QCOMPARE(TraceReader::open(path()).error().code(), ErrorCode::InvalidInput);
    }
    void moreSlicesThanAllowedAreRefused() {
        need(writeTrace(trainingTrace(20), path(), "x"));
        const auto trace = readTrace(path(), {.slices = 100});
        QVERIFY(!trace);
        QVERIFY(trace.error().english().find("shorter span") != std::string::npos);
    }
    // The example in trace-format.md is a whole profile; each of its lines is "bytes  # explanation".
    void theWorkedExampleOfTheDocumentIsTrue() {
        const auto document = QString::fromStdString(bytesOf(SEEKBENCH_SOURCE_DIR "/docs/trace-format.md"));
        const auto block =
            QRegularExpression("```hex\n(.*?)```", QRegularExpression::DotMatchesEverythingOption).match(document).captured(1);
        QByteArray documented;
        for (const QString& line : block.split('\n')) documented += QByteArray::fromHex(line.section('#', 0, 0).toLatin1());

        auto file = need(TraceWriter::create(path(), "p"));
        const TrackId track = file.addTrack({});
        file.append(track, Slice{1000, 500, file.dictionary().internLabel({.name = file.dictionary().intern("a")}), 0});
        need(file.finish());
        QCOMPARE(QByteArray::fromStdString(bytesOf(path())).toHex(' '), documented.toHex(' '));
    }
    // What many slices in one pattern may not do: take a time that grows with their square.
    void chainsAndTowersAreWalkedInTime() {
        for (const bool tower : {true, false}) {
            Trace trace;
            const TrackId track = trace.addTrack({});
            constexpr std::int64_t kCount = 200'000;
            for (std::int64_t i = 0; i < kCount; ++i) trace.append(track, Slice{i, tower ? 2 * (kCount - i) : kCount, 0, 0});
            trace.settle();
            QCOMPARE(lanesOf(trace.slices(track)).count, kMostLanes);
            std::int64_t self = 0;
            for (const std::int64_t part : nestingOf(trace.slices(track)).self) self += part;
            QCOMPARE(self, trace.span().duration());
        }
    }
    void columnsComeBack() {
        std::mt19937_64 random(5);
        for (const std::size_t count : {1u, 2u, 1000u}) {
            Column columns[3];
            for (std::size_t i = 0; i < count; ++i) {
                columns[0].push_back(random());
                columns[1].push_back(0);
                columns[2].push_back(random() % 300);
            }
            std::string packed;
            packColumns(packed, columns);
            Column back[3];
            QVERIFY(unpackColumns(packed, count, back));
            QVERIFY(std::ranges::equal(columns, back));
            QVERIFY(!unpackColumns(packed, count + 1, back));
            QVERIFY(!unpackColumns(std::string_view(packed).substr(0, packed.size() - 1), count, back));
        }
        for (const std::int64_t value :
             {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
            QCOMPARE(unzigzag(zigzag(value)), value);
    }
};

QTEST_APPLESS_MAIN(TestTraceFile)
#include "tst_trace_file.moc"
