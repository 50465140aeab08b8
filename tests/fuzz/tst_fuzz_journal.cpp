// SPDX-License-Identifier: Apache-2.0

// Random damage with a fixed seed, so that a failure comes back. What counts is that nothing crashes, hangs or reads where
// it must not: run it under the preset asan.

#include <random>

#include <QTest>

#include "core/protocol/frame.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

using Bytes = std::vector<std::byte>;

class Mutator {
public:
    std::size_t below(std::size_t limit) { return limit ? m_random() % limit : 0; }
    void mutate(Bytes& bytes) {
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
            const std::size_t place = below(bytes.size());
            switch (below(5)) {
                case 0:
                    if (!bytes.empty()) bytes[place] ^= std::byte(1u << below(8));
                    break;
                case 1:
                    if (!bytes.empty()) bytes[place] = kTelling[below(std::size(kTelling))];
                    break;
                case 2: bytes.resize(place); break;
                case 3: bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(place), 1 + below(8), std::byte(m_random())); break;
                default:
                    for (std::size_t i = place; i < std::min(place + 4, bytes.size()); ++i) bytes[i] = std::byte(m_random());
            }
        }
    }

private:
    static constexpr std::byte kTelling[] = {std::byte{0}, std::byte{1}, std::byte{4}, std::byte{0x7F}, std::byte{0x80}, std::byte{0xFF}};
    std::mt19937 m_random{20261122};
};

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
