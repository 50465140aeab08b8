// SPDX-License-Identifier: Apache-2.0

// Damaged profiles and traces of other programs, with a fixed seed so that a failure comes back. What counts is that nothing crashes, hangs,
// asks for much memory or reads where it must not: run it under the preset asan. $SEEKBENCH_FUZZ_SECONDS: how long for each.

#include <chrono>

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include "core/protocol/frame.h"
#include "core/trace/analysis/difference.h"
#include "core/trace/analysis/flame.h"
#include "core/trace/analysis/gaps.h"
#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"
#include "core/trace/formats/chrome_import.h"
#include "core/trace/formats/trace_export.h"
#include "core/trace/levels/slice_levels.h"
#include "core/trace/trace_file.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/sample_run.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

long mostMemory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;  // MiB
}

// Everything that is asked of a trace, whatever it holds.
void ask(const Trace& trace) {
    for (const Conservation& track : conservationOf(trace)) QVERIFY(track.holds());
    for (const StepBar& bar : stepBars(trace)) QVERIFY(bar.gaps <= bar.step.duration);
    operatorTable(trace);
    operatorTable(trace, {.span = {0, 100'000}, .node = "block", .phase = Phase::Forward});
    kernelTable(trace);
    flameGraph(trace);
    flameGraph(trace, FlameOrder::Layers);
    idleGaps(trace);
    rooflinePoints(trace);
    completenessOf(trace);
    differenceOf(trace, trace);
    for (TrackId track = 0; track < trace.trackCount(); ++track)
        for (const SliceLevels& line : levelsOf(trace.slices(track))) {
            LevelPixel pixels[50];
            if (line.span().empty()) continue;
            line.query(line.span(), pixels);
            for (const LevelPixel& pixel : pixels) QVERIFY(pixel.busy >= 0 && pixel.busy <= 1.0001f);
        }
}

const std::string kJson = R"({"schemaVersion": 1, "deviceProperties": [{"id": 0, "name": "x"}], "traceEvents": [
 {"ph": "M", "name": "process_name", "pid": 1, "tid": 0, "args": {"name": "python"}},
 {"ph": "X", "cat": "cpu_op", "name": "aten::conv2d", "pid": 1, "tid": 2, "ts": 1795559000000001.123, "dur": 50.5,
  "args": {"External id": 3, "Input Dims": [[1, 3, 4], []], "Input type": ["float", ""], "node": "block/1", "phase": "forward"}},
 {"ph": "B", "name": "a\u0041\n", "pid": 1, "tid": 2, "ts": 1795559000000002}, {"ph": "E", "pid": 1, "tid": 2, "ts": 1795559000000009},
 {"ph": "X", "cat": "kernel", "name": "gemm", "pid": 0, "tid": 7, "ts": 1795559000000060, "dur": 5, "args": {"grid": [1, 2, 3], "block": [128, 1, 1]}},
 {"ph": "s", "id": 5, "pid": 1, "tid": 2, "ts": 1795559000000003, "cat": "ac2g", "name": "ac2g"},
 {"ph": "f", "id": 5, "pid": 0, "tid": 7, "ts": 1795559000000060, "cat": "ac2g", "name": "ac2g", "bp": "e"},
 {"ph": "C", "name": "memory", "pid": 1, "ts": 1795559000000010, "args": {"bytes": 1e9}},
 {"ph": "X", "cat": "user_annotation", "name": "ProfilerStep#3", "pid": 1, "tid": 2, "ts": 1795559000000000, "dur": 90},
 {"ph": "b", "cat": "c", "id": "0x2", "name": "n", "pid": 1, "tid": 2, "ts": 5}, {"ph": "e", "cat": "c", "id": "0x2", "pid": 1, "tid": 2, "ts": 9}
], "traceName": "t"})";

}  // namespace

class TestFuzzTrace : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.path().toStdString() + "/" + name; }

    // Damages the file again and again and asks everything of what can still be read.
    template <class Damage>
    void fuzz(const char* name, const std::string& original, int rounds, Damage damage) {
        const int seconds = qEnvironmentVariableIntValue("SEEKBENCH_FUZZ_SECONDS");
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        const long before = mostMemory();
        Mutator mutator;
        std::size_t read = 0, refused = 0, slices = 0;
        for (int round = 0; round < rounds || std::chrono::steady_clock::now() < end; ++round) {
            const auto view = std::as_bytes(std::span(original));
            Bytes bytes(view.begin(), view.end());
            damage(mutator, bytes);
            writeBytes(path(name), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
            const auto trace = openAnyTrace(path(name), {.progress = {}, .textBytes = 1u << 20});
            (trace ? read : refused)++;
            if (!trace) {
                QVERIFY(!trace.error().english().empty());
                continue;
            }
            slices += trace->sliceCount();
            ask(*trace);
            if (QTest::currentTestFailed()) return;
        }
        qInfo("%s: %zu read with %zu slices, %zu refused", name, read, slices, refused);
        QVERIFY(read > 50 && refused > 5 && slices > read);
        const long grown = mostMemory() - before;
        QVERIFY2(grown < 256, qPrintable(QString("%1 MiB").arg(grown)));
    }

private slots:
    void damagedProfiles() {
        need(writeTrace(trainingTrace(2, 2), path("whole"), "x"));
        fuzz("profile", bytesOf(path("whole")), 400, [](Mutator& mutator, Bytes& bytes) { mutator.mutate(bytes); });
    }
    // Frames with a good checksum that say what a writer never would.
    void hostileProfiles() {
        need(writeTrace(trainingTrace(2, 2), path("whole"), "x"));
        const std::string whole = bytesOf(path("whole"));
        std::vector<Bytes> payloads;
        const std::size_t header = whole.find('x', 16) + 5;
        const auto view = std::as_bytes(std::span(whole));
        for (std::size_t at = header; at < whole.size();) {
            const FrameView frame = frameAt(view.subspan(at), at);
            QVERIFY(frame.state == FrameView::State::Whole);
            payloads.emplace_back(frame.payload.begin(), frame.payload.end());
            at += frame.size;
        }
        fuzz("hostile", whole, 1500, [&](Mutator& mutator, Bytes& bytes) {
            bytes.resize(mutator.below(40) ? header : header - 1);
            for (Bytes payload : payloads) {
                if (mutator.below(12) == 0) mutator.mutate(payload);
                if (!payload.empty()) appendFrame(bytes, bytes.size(), payload);
            }
        });
    }
    void damagedTracesOfOthers() {
        fuzz("trace.json", kJson, 1500, [](Mutator& mutator, Bytes& bytes) {
            if (mutator.below(2) == 0)
                mutator.mutateNumber(bytes);
            else
                mutator.mutate(bytes);
        });
    }
    void damagedTracesAreExported() {
        Mutator mutator;
        for (int round = 0; round < 200; ++round) {
            const auto view = std::as_bytes(std::span(kJson));
            Bytes bytes(view.begin(), view.end());
            mutator.mutateNumber(bytes);
            writeBytes(path("trace.json"), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
            const auto trace = openAnyTrace(path("trace.json"));
            if (!trace) continue;
            need(exportPerfetto(*trace, path("out.pftrace")));
            need(exportChrome(*trace, path("out.json")));
            QCOMPARE(need(openAnyTrace(path("out.json"))).span(), trace->span());
        }
    }
};

QTEST_APPLESS_MAIN(TestFuzzTrace)
#include "tst_fuzz_trace.moc"
