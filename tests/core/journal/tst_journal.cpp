// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <sys/resource.h>

#include <QTest>

#include "core/protocol/frame.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

const std::string kRun = "20261122-144512-7f3a";

std::vector<Packet> fewPackets() {
    return {AttemptStarted{1, "", 0, 1, "host", 1, "cpu", 2, "seekbench", 10, 5}, SeriesDeclared{0, "train.loss", ""},
            MetricBatch{{1, 2, 3}, {1, 2, 3}, {{0, {3, 2, 1}}}}, LogLine{1, LogSeverity::Information, "hello"}, Grown{7}};
}

class JournalFile {
    // In memory where there is such a folder: these tests flush thousands of files.
    QTemporaryDir m_folder{std::filesystem::is_directory("/dev/shm") ? "/dev/shm/seekbench-XXXXXX" : ""};

public:
    const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / "journal";

    Result<JournalWriter> open(const std::string& run = kRun) const { return JournalWriter::open(path, run); }
    // Where each frame ends, the header first.
    std::vector<std::uint64_t> write(const std::vector<Packet>& packets) const {
        auto journal = need(open());
        std::vector<std::uint64_t> ends{journal.offset()};
        for (const Packet& packet : packets) {
            need(journal.append(packet));
            ends.push_back(journal.offset());
        }
        return ends;
    }
    std::vector<Packet> read(std::uint64_t offset = 0) const { return need(need(JournalReader::open(path, offset)).read(1'000'000)); }
    std::string bytes() const { return bytesOf(path); }
    void setBytes(std::string_view bytes) const {
        std::filesystem::remove_all(path.parent_path());
        std::filesystem::create_directories(path.parent_path());
        writeBytes(path, bytes);
    }
    std::string torn(std::uint64_t offset, const char* suffix = "") const {
        return bytesOf(path.string() + ".torn-" + std::to_string(offset) + suffix);
    }
};

std::vector<Packet> firstOf(const std::vector<Packet>& packets, std::size_t count) {
    return {packets.begin(), packets.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::size_t wholeFrames(const std::vector<std::uint64_t>& ends, std::uint64_t size) {
    return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), size) - ends.begin()) - 1;
}

}  // namespace

class TestJournal : public QObject {
    Q_OBJECT
private slots:
    void packetsComeBackInOrder() {
        JournalFile journal;
        journal.write(fewPackets());
        QVERIFY(journal.read() == fewPackets());
        QCOMPARE(need(JournalReader::open(journal.path)).runId(), kRun);
    }
    void aReaderStartsAtAnyFrame() {
        JournalFile journal;
        const auto ends = journal.write(fewPackets());
        for (std::size_t i = 0; i < ends.size(); ++i) QCOMPARE(journal.read(ends[i]).size(), fewPackets().size() - i);
    }
    void aReaderFollowsAGrowingJournal() {
        JournalFile journal;
        auto writer = need(journal.open());
        auto reader = need(JournalReader::open(journal.path));
        for (const Packet& packet : fewPackets()) {
            QVERIFY(!need(reader.next()));
            need(writer.append(packet));
            QVERIFY(need(reader.next()) == packet);
            QCOMPARE(reader.offset(), writer.offset());
        }
    }
    void aFrameLongerThanAReadBlockIsRead() {
        JournalFile journal;
        const std::vector<Packet> packets{LogLine{1, {}, std::string(5u << 20, 'x')}, Grown{1}, LogLine{1, {}, std::string(3u << 20, 'y')}};
        journal.write(packets);
        QVERIFY(journal.read() == packets);
    }
    void aMessageTooLongForAFrameIsRefused() {
        JournalFile journal;
        auto writer = need(journal.open());
        QCOMPARE(writer.append(LogLine{1, {}, std::string(17u << 20, 'x')}).error().code(), ErrorCode::InvalidInput);
        need(writer.append(Grown{1}));
        QCOMPARE(journal.read().size(), 1u);
    }

    void aCutAtAnyByteLosesOnlyTheTornFrame() {
        JournalFile journal;
        const auto ends = journal.write(fewPackets());
        const std::string whole = journal.bytes();
        for (std::size_t size = 0; size < whole.size(); ++size) {
            journal.setBytes(std::string_view(whole).substr(0, size));
            if (size >= ends[0])
                QVERIFY(journal.read() == firstOf(fewPackets(), wholeFrames(ends, size)));
            else
                QCOMPARE(JournalReader::open(journal.path).error().code(), ErrorCode::NotFound);

            const std::size_t kept = size < ends[0] ? 0 : wholeFrames(ends, size);
            auto writer = need(journal.open());
            QCOMPARE(writer.offset(), ends[kept]);
            QCOMPARE(writer.tornBytes(), size < ends[0] ? 0 : size - ends[kept]);
            if (writer.tornBytes()) QCOMPARE(journal.torn(ends[kept]), whole.substr(ends[kept], size - ends[kept]));
            need(writer.append(Grown{99}));
            auto expected = firstOf(fewPackets(), kept);
            expected.push_back(Grown{99});
            QVERIFY(journal.read() == expected);
        }
    }
    void aFlippedByteAnywhereIsFoundAndNothingIsLost() {
        JournalFile journal;
        const auto ends = journal.write(fewPackets());
        const std::string whole = journal.bytes();
        for (std::size_t place = 0; place < whole.size(); ++place) {
            std::string flipped = whole;
            flipped[place] = static_cast<char>(flipped[place] ^ (1 << (place % 8)));
            journal.setBytes(flipped);
            if (place < ends[0]) {
                // Most flips are damage; one in the length makes the header longer than the file is, which is unfinished only
                // when nothing stands behind it.
                QVERIFY(!JournalReader::open(journal.path));
                QVERIFY(!journal.open());
                QCOMPARE(journal.bytes(), flipped);
                continue;
            }
            const std::size_t kept = wholeFrames(ends, place);
            QCOMPARE(need(journal.open()).offset(), ends[kept]);
            QVERIFY(journal.read() == firstOf(fewPackets(), kept));
            QCOMPARE(journal.bytes() + journal.torn(ends[kept]), flipped);
        }
    }
    void zerosAfterALossOfPowerAreNoFrames() {
        JournalFile journal;
        const auto ends = journal.write(fewPackets());
        writeBytes(journal.path, journal.bytes() + std::string(5000, '\0'));
        auto reader = need(JournalReader::open(journal.path, ends.back()));
        QCOMPARE(reader.next().error().code(), ErrorCode::Corrupt);
        QCOMPARE(need(journal.open()).tornBytes(), 5000u);
        QVERIFY(!need(reader.next()));
    }
    void aSecondTornEndAtTheSameOffsetKeepsTheFirst() {
        JournalFile journal;
        const auto end = journal.write({}).back();
        for (const char* rubbish : {"one", "two"}) {
            writeBytes(journal.path, journal.bytes() + rubbish);
            need(journal.open());
        }
        QCOMPARE(journal.torn(end), std::string("one"));
        QCOMPARE(journal.torn(end, ".2"), std::string("two"));
    }
    void aReaderForgetsWhatTheWriterHasCutOff() {
        JournalFile journal;
        journal.write({Grown{1}});
        auto reader = need(JournalReader::open(journal.path));
        need(reader.next());
        std::vector<std::byte> frame;
        appendFrame(frame, reader.offset(), encode(LogLine{1, {}, "never finished"}));
        writeBytes(journal.path, journal.bytes() + std::string(reinterpret_cast<const char*>(frame.data()), frame.size() - 3));
        QVERIFY(!need(reader.next()));
        need(need(journal.open()).append(Grown{2}));
        QVERIFY(need(reader.next()) == Packet(Grown{2}));
    }
    void aWholeFrameThatIsNoMessageIsDamage() {
        JournalFile journal;
        const auto end = journal.write({Grown{1}}).back();
        std::vector<std::byte> frame;
        appendFrame(frame, end, std::vector<std::byte>(20, std::byte{0x55}));
        writeBytes(journal.path, journal.bytes() + std::string(reinterpret_cast<const char*>(frame.data()), frame.size()));
        QCOMPARE(need(JournalReader::open(journal.path, end)).next().error().code(), ErrorCode::Corrupt);
        QCOMPARE(need(journal.open()).offset(), end);
    }
    void messagesOfANewerVersionAreSkippedAndKept() {
        JournalFile journal;
        journal.write({Grown{1}, Command{1, static_cast<Verb>(200)}, Grown{2}});
        QVERIFY(journal.read() == (std::vector<Packet>{Grown{1}, Grown{2}}));
        QCOMPARE(need(journal.open()).tornBytes(), 0u);
    }

    void theJournalOfAnotherRunIsRefused() {
        JournalFile journal;
        journal.write(fewPackets());
        QCOMPARE(journal.open("another").error().code(), ErrorCode::InvalidInput);
        QVERIFY(journal.read() == fewPackets());
    }
    void aNewerJournalIsRefusedAndLeftAsItIs() {
        JournalFile journal;
        journal.write(fewPackets());
        std::string newer = journal.bytes();
        newer[8] = 2;
        writeBytes(journal.path, newer);
        QCOMPARE(journal.open().error().code(), ErrorCode::NewerVersion);
        QCOMPARE(JournalReader::open(journal.path).error().code(), ErrorCode::NewerVersion);
        QCOMPARE(journal.bytes(), newer);
    }
    void aFileThatIsNoJournalIsRefusedAndLeftAsItIs() {
        JournalFile journal;
        writeBytes(journal.path, "The user's diary");
        QCOMPARE(journal.open().error().code(), ErrorCode::Corrupt);
        QCOMPARE(journal.bytes(), std::string("The user's diary"));
    }

    // A limit on the file's size stands for a full disk: write() puts part of the frame down and then fails.
    void afterAFailedAppendTheJournalIsWhole() {
        JournalFile journal;
        auto writer = need(journal.open());
        need(writer.append(Grown{1}));
        const auto before = writer.offset();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        ::getrlimit(RLIMIT_FSIZE, &old);
        const rlimit tight{before + 50, old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
        const auto refused = writer.append(LogLine{1, {}, std::string(1000, 'x')});
        ::setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!refused);
        QCOMPARE(writer.offset(), before);
        QCOMPARE(std::filesystem::file_size(journal.path), before);
        need(writer.append(Grown{2}));
        QVERIFY(journal.read() == (std::vector<Packet>{Grown{1}, Grown{2}}));
    }
};

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
