// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <map>

#include <zlib.h>
#include <nlohmann/json.hpp>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "core/trace/analysis/nesting.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/formats/chrome_import.h"
#include "core/trace/formats/json_stream.h"
#include "core/trace/formats/trace_export.h"
#include "core/trace/trace_file.h"
#include "tests/support/sample_run.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

// The slices of a trace as "track: name [start, end)", in order.
std::vector<std::string> slicesOf(const Trace& trace) {
    std::vector<std::string> lines;
    for (TrackId id = 0; id < trace.trackCount(); ++id)
        for (std::size_t i = 0; i < trace.slices(id).size(); ++i)
            lines.push_back(std::string(trace.dictionary().text(trace.track(id).name)) + ": " +
                            std::string(trace.dictionary().nameOf(trace.slices(id)[i].label)) + " [" +
                            std::to_string(trace.slices(id)[i].start) + ", " + std::to_string(trace.slices(id).end(i)) + ")");
    return lines;
}

const Arguments& argumentsOf(const Trace& trace, TrackId track, std::size_t slice) {
    return trace.dictionary().arguments(trace.slices(track)[slice].arguments);
}

// Fields of a protobuf message as they stand in it: number → values; messages and texts are bytes.
struct Wire {
    std::multimap<std::uint32_t, std::uint64_t> numbers;
    std::multimap<std::uint32_t, std::string> bytes;
    bool good = true;
    std::uint64_t number(std::uint32_t field) const { return numbers.contains(field) ? numbers.find(field)->second : 0; }
    std::string text(std::uint32_t field) const { return bytes.contains(field) ? bytes.find(field)->second : std::string(); }
};
Wire decodeWire(std::string_view text) {
    Wire wire;
    std::size_t at = 0;
    const auto varint = [&] {
        std::uint64_t value = 0;
        for (int shift = 0; at < text.size() && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(text[at++]);
            value |= std::uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) return value;
        }
        wire.good = false;
        return value;
    };
    while (at < text.size() && wire.good) {
        const std::uint64_t key = varint();
        const auto field = static_cast<std::uint32_t>(key >> 3);
        if ((key & 7) == 0) {
            wire.numbers.emplace(field, varint());
        } else if ((key & 7) == 1 && at + 8 <= text.size()) {
            std::uint64_t value = 0;
            for (int i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(text[at++])} << (8 * i);
            wire.numbers.emplace(field, value);
        } else if ((key & 7) == 2) {
            const std::uint64_t length = varint();
            wire.good = wire.good && length <= text.size() - at;
            if (!wire.good) break;
            wire.bytes.emplace(field, text.substr(at, length));
            at += length;
        } else {
            wire.good = false;
        }
    }
    return wire;
}

void gzip(const std::filesystem::path& path, const std::string& text) {
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
}

}  // namespace

class TestTraceFormats : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name = "trace.json") const { return m_folder.path().toStdString() + "/" + name; }

    Result<Trace> import(const std::string& text, const ImportOptions& options = {}) const {
        writeBytes(path(), text);
        return openAnyTrace(path(), options);
    }
    Trace imported(const std::string& text) const { return need(import(text)); }

private slots:
    // --- import ---

    void completeEventsBecomeSlices();
    void largeTimesKeepTheirNanoseconds();
    void beginningsAndEndsArePaired();
    void eventsOfOtherKindsFindTheirPlace();
    void flowsJoinLaunchAndKernelInEitherOrder();
    void argumentsAreUnderstoodOrKept();
    void stepsAndPhasesOfKinetoAreKnown();
    void overlappingEventsAreAllKept();
    void controlCharactersAndBrokenUtf8AreForgiven();
    void aMissingEndIsForgivenAndSaid();
    void fieldsAroundTheEventsArePassedOver();
    void packedTracesAreRead();
    void whatIsNoTraceIsRefusedWithASentence();
    void anEndlessEntryIsRefused();
    void anImportSaysHowFarItIsAndCanBeStopped();
    void wordsBeyondTheLimitAreCounted();
    void aFileStreamsIntoAFile();

    // --- export ---

    void whatIsExportedIsImportedTheSame();
    void exportedThreadsHoldNothingThatOverlaps();
    void perfettoPacketsHoldEverySlice();
    void protocDecodesThePackets();
    void timesBeforeZeroAreShifted();
    void everyTableGoesIntoASpreadsheet();
};

// Qt's moc loses its way in raw strings.
#ifndef Q_MOC_RUN

void TestTraceFormats::completeEventsBecomeSlices() {
    const Trace trace = imported(R"([{"ph":"X","name":"a","cat":"cpu_op","pid":1,"tid":2,"ts":1.5,"dur":2.25},
        {"ph":"M","name":"thread_name","pid":1,"tid":2,"args":{"name":"main"}},
        {"ph":"M","name":"process_name","pid":1,"args":{"name":"python"}}])");
    QCOMPARE(slicesOf(trace), (std::vector<std::string>{"main: a [1500, 3750)"}));
    QCOMPARE(trace.track(0).thread, std::int64_t{2});
    QCOMPARE(trace.dictionary().text(trace.track(0).group), std::string_view("python"));
    QVERIFY(!trace.ledger().cut);
}

void TestTraceFormats::largeTimesKeepTheirNanoseconds() {
    const Trace trace = imported(R"([{"ph":"X","name":"a","pid":1,"tid":1,"ts":1795559000123456.789,"dur":0.001},
        {"ph":"X","name":"b","pid":1,"tid":1,"ts":"1795559000123457","dur":1e3}])");
    QCOMPARE(trace.slices(0)[0], (Slice{1795559000123456789, 1, trace.slices(0)[0].label, 0}));
    QCOMPARE(trace.slices(0)[1].duration, std::int64_t{1'000'000});
}

void TestTraceFormats::beginningsAndEndsArePaired() {
    const Trace trace = imported(R"({"traceEvents":[{"ph":"B","name":"outer","pid":1,"tid":1,"ts":0},
        {"ph":"B","name":"inner","pid":1,"tid":1,"ts":2},{"ph":"B","name":"other","pid":1,"tid":2,"ts":3},
        {"ph":"E","pid":1,"tid":1,"ts":5},{"ph":"E","pid":1,"tid":1,"ts":9},{"ph":"E","pid":1,"tid":1,"ts":9}]})");
    QCOMPARE(slicesOf(trace), (std::vector<std::string>{"1: outer [0, 9000)", "1: inner [2000, 5000)", "2: other [3000, 9000)"}));
    QCOMPARE(trace.ledger().unmatched, std::uint64_t{2});  // an end too many, and one that is missing
}

void TestTraceFormats::eventsOfOtherKindsFindTheirPlace() {
    const Trace trace = imported(R"([{"ph":"C","name":"memory","pid":1,"ts":1,"args":{"cpu":5,"gpu":7.5}},
        {"ph":"C","name":"memory","pid":1,"ts":2,"args":{"cpu":6}},
        {"ph":"i","name":"mark","pid":1,"tid":1,"ts":3,"s":"t"},
        {"ph":"b","cat":"net","name":"get","id":"0x1","pid":1,"tid":1,"ts":4},{"ph":"e","cat":"net","name":"get","id":"0x1","pid":1,"tid":1,"ts":6},
        {"ph":"O","name":"snapshot","pid":1,"tid":1,"ts":3}])");
    QCOMPARE(trace.tracks(TrackKind::Counter).size(), 2u);
    QCOMPARE(trace.points(0).size(), 2u);
    QCOMPARE(trace.points(0)[1], (CounterPoint{2000, 6}));
    const auto slices = slicesOf(trace);
    QVERIFY(std::ranges::count(slices, "1: mark [3000, 3000)") == 1);
    QVERIFY(std::ranges::count(slices, "net: get [4000, 6000)") == 1);
    QCOMPARE(trace.ledger().unreadable, std::uint64_t{1});
}

void TestTraceFormats::flowsJoinLaunchAndKernelInEitherOrder() {
    const Trace trace = imported(R"([{"ph":"X","name":"launch","cat":"cuda_runtime","pid":1,"tid":1,"ts":10,"dur":5},
        {"ph":"X","name":"gemm","cat":"kernel","pid":0,"tid":7,"ts":20,"dur":5,"args":{"correlation":9,"grid":[2,3,4],"block":[128,1,1],
         "registers per thread":40,"shared memory":1024,"est. achieved occupancy %":50}},
        {"ph":"f","id":9,"cat":"ac2g","name":"ac2g","pid":0,"tid":7,"ts":20,"bp":"e"},
        {"ph":"s","id":9,"cat":"ac2g","name":"ac2g","pid":1,"tid":1,"ts":10},
        {"ph":"s","id":1,"cat":"fwdbwd","name":"fwdbwd","pid":1,"tid":1,"ts":10}])");
    QCOMPARE(trace.tracks(TrackKind::Stream).size(), 1u);
    const SliceFlows flows = resolveFlows(trace);
    QCOMPARE(flows.flows.size(), 1u);
    QCOMPARE(flows.flows[0], (SliceFlow{FlowKind::Launch, {0, 0}, {1, 0}}));
    const auto& kernel = argumentsOf(trace, 1, 0).kernel;
    QVERIFY(kernel && kernel->grid[2] == 4 && kernel->registersPerThread == 40 && kernel->occupancy == 0.5f);
    QVERIFY(argumentsOf(trace, 1, 0).other.empty());
    QCOMPARE(trace.ledger().unmatched, std::uint64_t{1});
}

void TestTraceFormats::argumentsAreUnderstoodOrKept() {
    const Trace trace = imported(R"([{"ph":"X","name":"aten::mm","pid":1,"tid":1,"ts":0,"dur":5,"args":{"External id":17,
        "Input Dims":[[32, 64], [64, 10], []],"Input type":["c10::BFloat16","c10::BFloat16",""],"flops":40960,"module":"a \"b\"\né"}}])");
    const Dictionary& words = trace.dictionary();
    const Arguments& arguments = argumentsOf(trace, 0, 0);
    QCOMPARE(words.text(arguments.shapes), std::string_view("[32, 64], [64, 10], []"));
    QCOMPARE(words.text(arguments.type), std::string_view("bf16"));
    QCOMPARE(arguments.flops, 40960.0);
    QCOMPARE(arguments.other.size(), 1u);
    QCOMPARE(words.text(arguments.other[0].second), std::string_view("a \"b\"\n\xC3\xA9"));
}

void TestTraceFormats::stepsAndPhasesOfKinetoAreKnown() {
    const Trace trace = imported(R"([{"ph":"X","name":"ProfilerStep#12","cat":"user_annotation","pid":1,"tid":1,"ts":0,"dur":100},
        {"ph":"X","name":"ProfilerStep#12","cat":"gpu_user_annotation","pid":0,"tid":7,"ts":0,"dur":90},
        {"ph":"X","name":"Optimizer.step#SGD.step","cat":"user_annotation","pid":1,"tid":1,"ts":10,"dur":10},
        {"ph":"X","name":"autograd::engine::evaluate_function: MmBackward0","cat":"cpu_op","pid":1,"tid":2,"ts":30,"dur":20}])");
    QCOMPARE(trace.steps().size(), 1u);
    QCOMPARE(trace.steps()[0], (Step{12, 0, 100'000}));
    const auto bars = stepBars(trace);
    QCOMPARE(bars[0].phases[static_cast<std::size_t>(Phase::Optimizer)], std::int64_t{10'000});
    QCOMPARE(bars[0].phases[static_cast<std::size_t>(Phase::Backward)], std::int64_t{20'000});
    QVERIFY(trace.tracks(TrackKind::Stream).empty());
}

void TestTraceFormats::overlappingEventsAreAllKept() {
    std::string text = "[";
    for (int i = 0; i < 50; ++i)
        text += R"({"ph":"X","name":"k","cat":"kernel","pid":0,"tid":7,"ts":)" + std::to_string(i) + R"(,"dur":10},)";
    const Trace trace = imported(text + "]");
    QCOMPARE(trace.slices(0).size(), 50u);
    QCOMPARE(lanesOf(trace.slices(0)).count, std::uint16_t{10});
}

void TestTraceFormats::controlCharactersAndBrokenUtf8AreForgiven() {
    const Trace trace = imported("[{\"ph\":\"X\",\"name\":\"a\x01\tb\xFF\\u0041\\ud83d\\ude42\",\"pid\":1,\"tid\":1,\"ts\":0,\"dur\":1}]");
    QCOMPARE(trace.dictionary().nameOf(trace.slices(0)[0].label), std::string_view("a\x01\tb\xEF\xBF\xBD"
                                                                                   "A\xF0\x9F\x99\x82"));
}

void TestTraceFormats::aMissingEndIsForgivenAndSaid() {
    const std::string event = R"({"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":1})";
    for (const std::string& end :
         {std::string(), std::string(","), std::string(R"(,{"ph":"X","na)"), std::string(R"(,{"ph":"X","name":"open)")}) {
        const Trace list = imported("[" + event + end), object = imported(R"({"schemaVersion":1,"traceEvents":[)" + event + end);
        QCOMPARE(list.sliceCount(), 1u);
        QCOMPARE(object.sliceCount(), 1u);
        QVERIFY(list.ledger().cut && object.ledger().cut);
    }
}

void TestTraceFormats::fieldsAroundTheEventsArePassedOver() {
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    const Trace trace =
        imported("\xEF\xBB\xBF {\"deep\":" + deep +
                 R"(,"text":"]}\"","traceEvents":[{"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":1}],"after":{"x":[1]}})");
    QCOMPARE(trace.sliceCount(), 1u);
    QVERIFY(!trace.ledger().cut);
}

void TestTraceFormats::packedTracesAreRead() {
    gzip(path(), R"([{"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":1}])");
    QCOMPARE(need(openAnyTrace(path())).sliceCount(), 1u);
    const std::string packed = bytesOf(path());
    std::string events = "[";
    for (int i = 0; i < 20'000; ++i)
        events += R"({"ph":"X","name":"a)" + std::to_string(i * 7919) + R"(","pid":1,"tid":1,"ts":)" + std::to_string(i) + R"(,"dur":1},)";
    gzip(path(), events);
    const std::string whole = bytesOf(path());
    writeBytes(path(), whole.substr(0, whole.size() / 2));
    const Trace half = need(openAnyTrace(path()));
    QVERIFY(half.ledger().cut);
    QVERIFY(half.sliceCount() > 1000 && half.sliceCount() < 19'000);
}

void TestTraceFormats::whatIsNoTraceIsRefusedWithASentence() {
    for (const std::string& text :
         {std::string("{}"), std::string("{\"traceEvents\":5}"), std::string("hello"), std::string("{\"a\":[1,2"), std::string("{")}) {
        const auto trace = import(text);
        QVERIFY2(!trace, text.c_str());
        QVERIFY(trace.error().english().ends_with('.') || trace.error().english().ends_with("FILE"));
    }
    QCOMPARE(openAnyTrace(path("missing")).error().code(), ErrorCode::NotFound);
}

void TestTraceFormats::anEndlessEntryIsRefused() {
    const auto trace = import("[{\"name\":\"" + std::string(JsonStream::kLongestEntry + (2u << 20), 'x') + "\"}]");
    QVERIFY(!trace);
    QVERIFY(trace.error().english().find("16 MB") != std::string::npos);
}

void TestTraceFormats::anImportSaysHowFarItIsAndCanBeStopped() {
    std::string text = "[";
    for (int i = 0; i < 200'000; ++i) text += R"({"ph":"X","name":"a","pid":1,"tid":1,"ts":)" + std::to_string(i) + R"(,"dur":1},)";
    std::vector<double> seen;
    QVERIFY(import(text, {.progress = [&](double done) {
                       seen.push_back(done);
                       return true;
                   }}));
    QVERIFY(std::ranges::is_sorted(seen));
    QCOMPARE(seen.back(), 1.0);
    const auto stopped = import(text, {.progress = [](double) { return false; }});
    QVERIFY(!stopped);
    QVERIFY(stopped.error().english().find("stopped") != std::string::npos);
}

void TestTraceFormats::wordsBeyondTheLimitAreCounted() {
    std::string text = "[";
    for (int i = 0; i < 100; ++i) text += R"({"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":1,"args":{"n":)" + std::to_string(i) + "}},";
    const Trace trace = need(import(text, {.argumentSets = 11}));
    QCOMPARE(trace.sliceCount(), 100u);
    QCOMPARE(trace.ledger().withoutArguments, std::uint64_t{90});
}

void TestTraceFormats::aFileStreamsIntoAFile() {
    writeBytes(
        path(),
        R"([{"ph":"X","name":"a","pid":1,"tid":1,"ts":5,"dur":1},{"ph":"M","name":"thread_name","pid":1,"tid":1,"args":{"name":"late"}}])");
    auto writer = need(TraceWriter::create(path("profile"), "imported"));
    need(importChrome(path(), writer));
    need(writer.finish());
    QCOMPARE(slicesOf(need(openAnyTrace(path("profile")))), (std::vector<std::string>{"late: a [5000, 6000)"}));
}

void TestTraceFormats::whatIsExportedIsImportedTheSame() {
    const Trace trace = trainingTrace(3, 4);
    need(exportChrome(trace, path()));
    const auto json = nlohmann::json::parse(bytesOf(path()));
    QVERIFY(json["traceEvents"].size() > trace.sliceCount());
    const Trace back = need(openAnyTrace(path()));
    const auto rows = [](const Trace& t) {
        std::vector<std::string> lines;
        for (const SummaryRow& row : summarize(t))
            lines.push_back(std::to_string(row.step) + row.node + std::string(nameOf(row.phase)) + " " + std::to_string(row.host) + " " +
                            std::to_string(row.calls) + " " + std::to_string(row.flops));
        return lines;
    };
    QCOMPARE(rows(back), rows(trace));
    QVERIFY(stepBars(back) == stepBars(trace));
    QCOMPARE(resolveFlows(back).flows.size(), resolveFlows(trace).flows.size());
    QCOMPARE(back.tracks(TrackKind::Counter).size(), 1u);
    QCOMPARE(back.points(back.tracks(TrackKind::Counter)[0]).size(), trace.points(3).size());
}

void TestTraceFormats::exportedThreadsHoldNothingThatOverlaps() {
    TraceMaker maker;
    const TrackId stream = maker.stream();
    for (int i = 0; i < 20; ++i) maker.slice(stream, "k \"quoted\"\n", i * 10, i * 10 + 25, {.category = "kernel"});
    const Trace trace = maker.done();
    need(exportChrome(trace, path()));
    const Trace back = need(openAnyTrace(path()));
    QCOMPARE(back.sliceCount(), 20u);
    QCOMPARE(back.trackCount(), 3u);
    for (TrackId id = 0; id < back.trackCount(); ++id) QCOMPARE(lanesOf(back.slices(id)).count, std::uint16_t{1});
    QCOMPARE(back.dictionary().nameOf(back.slices(0)[0].label), std::string_view("k \"quoted\"\n"));
}

void TestTraceFormats::perfettoPacketsHoldEverySlice() {
    const Trace trace = trainingTrace(2, 3);
    need(exportPerfetto(trace, path("trace.pftrace")));
    const Wire file = decodeWire(bytesOf(path("trace.pftrace")));
    QVERIFY(file.good);
    std::map<std::uint64_t, std::string> names, tracks;
    std::map<std::uint64_t, std::vector<std::uint64_t>> open;
    std::size_t begins = 0, ends = 0, points = 0, flows = 0, flowEnds = 0;
    std::vector<std::string> slices;
    bool first = true;
    for (const auto& [field, bytes] : file.bytes) {
        QCOMPARE(field, 1u);
        const Wire packet = decodeWire(bytes);
        QVERIFY(packet.good);
        QCOMPARE(packet.number(10), std::uint64_t{1});
        QCOMPARE(packet.number(13), std::uint64_t{first ? 3u : 2u});
        first = false;
        if (packet.bytes.contains(60)) {
            const Wire track = decodeWire(packet.text(60));
            tracks[track.number(1)] = track.text(2);
            continue;
        }
        const Wire interned = decodeWire(packet.text(12)), event = decodeWire(packet.text(11));
        for (auto [entry, end] = interned.bytes.equal_range(2); entry != end; ++entry) {
            const Wire name = decodeWire(entry->second);
            names[name.number(1)] = name.text(2);
        }
        const std::uint64_t track = event.number(11), time = packet.number(8);
        QVERIFY(tracks.contains(track));
        flows += event.numbers.count(47);
        flowEnds += event.numbers.count(48);
        if (event.number(9) == 1) {
            QVERIFY(names.contains(event.number(10)));
            slices.push_back(tracks[track] + ": " + names[event.number(10)] + " " + std::to_string(time));
            open[track].push_back(time);
            ++begins;
        } else if (event.number(9) == 2) {
            QVERIFY(!open[track].empty() && open[track].back() <= time);
            open[track].pop_back();
            ++ends;
        } else {
            QCOMPARE(event.number(9), std::uint64_t{4});
            ++points;
        }
    }
    QCOMPARE(begins, trace.sliceCount() + trace.steps().size());
    QCOMPARE(ends, begins);
    QCOMPARE(points, trace.points(3).size());
    QCOMPARE(flows, trace.flows().size());
    QCOMPARE(flowEnds, flows);
    for (std::size_t i = 0; i < trace.slices(0).size(); ++i) {
        const Slice slice = trace.slices(0)[i];
        QVERIFY(std::ranges::count(
                    slices, "trainer: " + std::string(trace.dictionary().nameOf(slice.label)) + " " + std::to_string(slice.start)) == 1);
    }
}

void TestTraceFormats::protocDecodesThePackets() {
    const QString protoc = QStandardPaths::findExecutable(QStringLiteral("protoc"));
    if (protoc.isEmpty()) QSKIP("protoc is not installed; the test above decodes the packets itself");
    need(exportPerfetto(trainingTrace(1, 2), path("trace.pftrace")));
    QProcess process;
    process.setStandardInputFile(QString::fromStdString(path("trace.pftrace").string()));
    process.start(protoc, {QStringLiteral("--decode_raw")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("aten::conv2d"));
}

void TestTraceFormats::timesBeforeZeroAreShifted() {
    TraceMaker maker;
    maker.slice(maker.thread(), "a", -50, -20);
    need(exportPerfetto(maker.done(), path("trace.pftrace")));
    const Wire file = decodeWire(bytesOf(path("trace.pftrace")));
    std::set<std::uint64_t> times;
    for (const auto& [field, bytes] : file.bytes)
        if (const Wire packet = decodeWire(bytes); packet.bytes.contains(11)) times.insert(packet.number(8));
    QCOMPARE(times, (std::set<std::uint64_t>{0, 30}));
}

void TestTraceFormats::everyTableGoesIntoASpreadsheet() {
    const Trace trace = trainingTrace(4, 3);
    const Difference difference = differenceOf(trace, trainingTrace(4, 3, 2));
    const CsvTable tables[] = {csvOf(operatorTable(trace)),  csvOf(kernelTable(trace)), csvOf(layerTable(summarize(trace))),
                               csvOf(summarize(trace)),      csvOf(stepBars(trace)),    csvOf(idleGaps(trace)),
                               csvOf(rooflinePoints(trace)), csvOf(difference.rows)};
    for (const CsvTable& table : tables) {
        QVERIFY(!table.columns.empty());
        for (const auto& row : table.rows) QCOMPARE(row.size(), table.columns.size());
    }
    QCOMPARE((CsvTable{{"a", "b"}, {{"x,y", "say \"hi\"\n"}, {"", "1"}}}).text(), std::string("a,b\n\"x,y\",\"say \"\"hi\"\"\n\"\n,1\n"));
}

#endif

QTEST_APPLESS_MAIN(TestTraceFormats)
#include "tst_trace_formats.moc"
