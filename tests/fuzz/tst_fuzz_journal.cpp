// SPDX-License-Identifier: Apache-2.0

// Random damage with a fixed seed, so that a failure comes back. What counts is that nothing crashes, hangs or reads where
// it must not: run it under the preset asan.

#include <QTest>

#include "core/protocol/frame.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

std::vector<Bytes> payloads() {
    std::vector<Bytes> result;
    for (const Packet& packet : attemptPackets(1, 0, 200)) result.push_back(encode(packet));
    for (const Packet& packet :
         {Packet(Hello{1, "run", 2}), Packet(Command{1, Verb::Stop}), Packet(Answer{1, true, "yes", {}, 1, 2}), Packet(Grown{3})})
        result.push_back(encode(packet));
    return result;
}

}  // namespace

class TestFuzzJournal : public QObject {
    Q_OBJECT
private slots:
    void damagedMessagesAreReadOrRefused() {
        const auto originals = payloads();
        Mutator mutator;
        std::size_t read = 0, refused = 0;
        for (int round = 0; round < 100'000; ++round) {
            Bytes bytes = originals[mutator.below(originals.size())];
            mutator.mutate(bytes);
            (decode(bytes) ? read : refused)++;
        }
        QVERIFY(read > 1000 && refused > 1000);  // both ways are walked
    }
    void damagedJournalsAreReadToTheirDamage() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        appendAll(run, attemptPackets(1, 0, 100));
        const std::string text = bytesOf(run.journalFile());
        const auto view = std::as_bytes(std::span(text));
        Mutator mutator;
        for (int round = 0; round < 2000; ++round) {
            Bytes bytes(view.begin(), view.end());
            mutator.mutate(bytes);
            writeBytes(run.journalFile(), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
            auto journal = JournalReader::open(run.journalFile());
            if (!journal) continue;
            while (true) {
                const auto packet = journal->next();
                if (!packet || !*packet) break;
            }
            QVERIFY(journal->offset() <= bytes.size());
        }
    }
    // Messages that are whole and say strange things go all the way into the tables.
    void strangeMessagesAreRecorded() {
        const auto originals = payloads();
        auto database = openDatabase(":memory:");
        Mutator mutator;
        std::uint64_t cursor = 0;
        for (int round = 0; round < 5000; ++round) {
            Bytes bytes = originals[mutator.below(originals.size())];
            mutator.mutate(bytes);
            const auto packet = decode(bytes);
            if (!packet) continue;
            QVERIFY(need(database.record("run", cursor, cursor + 1, {*packet})));
            ++cursor;
        }
        QVERIFY(cursor > 500);
        for (const auto& name : need(database.seriesNames("run"))) need(database.points("run", name));
        need(database.dump());
    }
};

QTEST_APPLESS_MAIN(TestFuzzJournal)
#include "tst_fuzz_journal.moc"
