// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/trace/analysis/summary.h"
#include "core/trace/flight/flight_file.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

class TestFlight : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name = "flight") const { return m_folder.path().toStdString() + "/" + name; }

    // Two ticks are a nanosecond. Labels: 1 forward, 2 backward, 3 the layer on its way forward, 4 on its way back.
    FlightWriter writer(std::uint64_t records = 1000, const char* name = "flight") const {
        return need(
            FlightWriter::create(path(name), {.facts = {.source = "seekbench", .device = "设备", .software = "test", .startedAt = 1e9},
                                              .labels = {{"forward", "", "phase", Phase::Forward},
                                                         {"backward", "", "phase", Phase::Backward},
                                                         {"Conv2d", "block/conv", "layer", Phase::None},
                                                         {"Conv2d", "block/conv", "layer", Phase::Backward}},
                                              .records = records,
                                              .zeroTicks = 5000,
                                              .nanosecondsPerTick = 0.5}));
    }
    // A step of 1000 ns at 2000 ns times its number: forward for 400 with the layer for 300, backward for 600 with the layer for 500.
    static void step(FlightWriter& flight, std::int64_t number) {
        const std::uint64_t begin = 5000 + 4000 * static_cast<std::uint64_t>(number);
        flight.atStep(number, begin);
        flight.atPhase(1, begin);
        flight.atLayer(3, begin + 100);
        flight.push(FlightKind::Layer, 3, begin + 100, begin + 700);
        flight.push(FlightKind::Phase, 1, begin, begin + 800);
        flight.atPhase(2, begin + 800);
        flight.atLayer(4, begin + 1000);
        flight.push(FlightKind::Layer, 4, begin + 1000, begin + 2000);
        flight.push(FlightKind::Phase, 2, begin + 800, begin + 2000);
        flight.push(FlightKind::Step, static_cast<std::uint32_t>(number), begin, begin + 2000);
        flight.atPhase(0, begin + 2000);
        flight.atLayer(0, begin + 2000);
        flight.atStep(0, begin + 2000);
    }

private slots:
    void whatIsNotedIsRead() {
        auto flight = writer();
        QCOMPARE(flight.numberOf({"Conv2d", "block/conv", "layer", Phase::Backward}), 4u);
        QCOMPARE(flight.numberOf({"Conv2d", "other", "layer", Phase::Backward}), 0u);
        for (int number = 7; number < 10; ++number) step(flight, number);
        flight.close();
        const Flight read = need(readFlight(path()));
        QVERIFY(read.closed);
        QVERIFY(!read.trace.ledger().cut);
        QCOMPARE(read.trace.facts().device, std::string("设备"));
        QCOMPARE(read.trace.steps().size(), 3u);
        QCOMPARE(read.trace.steps()[1], (Step{8, 16000, 1000}));
        const auto bars = stepBars(read.trace);
        QCOMPARE(bars[1].phases[static_cast<std::size_t>(Phase::Forward)], 400);
        QCOMPARE(bars[1].phases[static_cast<std::size_t>(Phase::Backward)], 600);
        QCOMPARE(bars[1].gaps, 0);
        const auto layers = layerTable(summarize(read.trace));
        QCOMPARE(layers.front().node, std::string("block/conv"));
        QCOMPARE(layers.front().forward, 3 * 300);
        QCOMPARE(layers.front().backward, 3 * 500);
        QVERIFY(completenessOf(read.trace).conserved);
        QCOMPARE(completenessOf(read.trace).withPhase(), 1.0);
    }
    void theRingKeepsTheLastWholeStepsAndDoesNotGrow() {
        auto flight = writer(32);
        const auto size = std::filesystem::file_size(path());
        for (int number = 1; number <= 500; ++number) step(flight, number);
        QCOMPARE(std::filesystem::file_size(path()), size);
        const Flight read = need(readFlight(path()));
        // 32 records are six steps of five and two of another: of it the step itself is left, but not what was in it.
        QCOMPARE(read.trace.steps().size(), 6u);
        QCOMPARE(read.trace.steps().front().number, 495);
        QCOMPARE(read.trace.steps().back().number, 500);
        for (const StepBar& bar : stepBars(read.trace)) QCOMPARE(bar.total(), bar.phases[2] + bar.phases[4]);
        QVERIFY(completenessOf(read.trace).conserved);
        QCOMPARE(completenessOf(read.trace).withPhase(), 1.0);
    }
    void whereAKilledWorkerWasIsKnown() {
        const pid_t child = ::fork();
        if (child == 0) {
            auto flight = writer();
            for (int number = 1; number <= 41; ++number) step(flight, number);
            flight.atStep(42, 5000 + 4000 * 42);
            flight.atPhase(2, 5000 + 4000 * 42 + 800);
            flight.atLayer(4, 5000 + 4000 * 42 + 1000);
            std::raise(SIGKILL);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        const Flight read = need(readFlight(path()));
        QVERIFY(!read.closed);
        QVERIFY(read.trace.ledger().cut);
        QCOMPARE(read.trace.steps().size(), 41u);
        QCOMPARE(read.last.step, 42);
        QCOMPARE(read.last.phase, std::string("backward"));
        QCOMPARE(read.last.layer, std::string("block/conv"));
        QCOMPARE(read.last.sinceLayer - read.last.sinceStep, 500);
        QCOMPARE(placeText(read).english(), std::string("step 42, phase backward, layer block/conv"));
    }
    void tornRecordsAreLeftOutAndCounted() {
        {
            auto flight = writer();
            for (int number = 1; number <= 10; ++number) step(flight, number);
        }
        std::string bytes = bytesOf(path());
        const std::size_t ring = 2 * 4096;
        bytes[ring + 32 * 22 + 9] ^= 1;                         // the layer of step 5 on its way forward
        std::fill_n(bytes.begin() + ring + 32 * 47, 32, '\0');  // and one that never reached the disk
        writeBytes(path(), bytes);
        const Flight read = need(readFlight(path()));
        QCOMPARE(read.trace.ledger().unreadable, 2u);
        QCOMPARE(read.trace.steps().size(), 9u);  // what was before the first whole step is not known
        QVERIFY(completenessOf(read.trace).conserved);
    }
    void whatIsNoFlightIsRefusedWithASentence() {
        { auto flight = writer(); }
        const std::string whole = bytesOf(path());
        QVERIFY(isFlight(path()));
        writeBytes(path(), "hello");
        QVERIFY(!isFlight(path()));
        QCOMPARE(readFlight(path()).error().code(), ErrorCode::InvalidInput);
        std::string newer = whole;
        newer[8] = 9;
        writeBytes(path(), newer);
        QCOMPARE(readFlight(path()).error().code(), ErrorCode::NewerVersion);
        for (const std::size_t length : {std::size_t{4096}, std::size_t{5000}, whole.size() - 1}) {
            writeBytes(path(), whole.substr(0, length));
            QCOMPARE(readFlight(path()).error().code(), ErrorCode::Corrupt);
        }
        QVERIFY(!readFlight(path("missing")));
    }
    // Whatever is in the file, it is read or refused, and what is read can be added up.
    void hostileFilesAreReadOrRefused() {
        {
            auto flight = writer(64);
            for (int number = 1; number <= 30; ++number) step(flight, number);
        }
        const std::string whole = bytesOf(path());
        std::mt19937 random(11);
        int good = 0;
        for (int round = 0; round < 600; ++round) {
            std::string bytes = whole;
            for (int flips = 1 + static_cast<int>(random() % 8); flips > 0; --flips) {
                const std::size_t area = random() % 3;
                const std::size_t place = area == 0 ? random() % 72 : area == 1 ? 256 + random() % 64 : random() % bytes.size();
                bytes[place] = static_cast<char>(random());
            }
            writeBytes(path(), bytes);
            const auto read = readFlight(path());
            if (!read) continue;
            ++good;
            QVERIFY(completenessOf(read->trace).conserved);
            QVERIFY(read->trace.sliceCount() <= 2 * 64);
        }
        QVERIFY(good > 20);
    }
};

QTEST_APPLESS_MAIN(TestFlight)
#include "tst_flight.moc"
