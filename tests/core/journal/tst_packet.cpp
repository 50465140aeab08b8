// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>
#include <set>

#include <QRegularExpression>
#include <QTest>

#include "core/protocol/frame.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

std::vector<Packet> packetsOfEachKind() {
    return {AttemptStarted{2, "500", 500, 1.5, "主机", 77, "cpu", 2, "seekbench 0.1.0", 1000, 100, "9f86d081"},
            StateChanged{WorkerState::Failed, 2.5, 812, "The disk is full.", "Free some space."},
            SeriesDeclared{7, "train.loss", "nats"},
            MetricBatch{{1, 2}, {0.5, 0.75}, {{7, {1.25, -0.0}}, {8, {1e300, 5e-324}}}},
            LogLine{3.5, LogSeverity::Warning, std::string("line\nwith \0 zero", 16), "block/norm"},
            CheckpointWritten{500, "500", 4.5, 0.25, std::uint64_t{1} << 40, true},
            Progress{812, 1000, 8, 10, 1.5, 2.5, 6.5},
            Hello{kProtocolVersion, "20261122-144512-7f3a", 42},
            Command{std::numeric_limits<std::uint64_t>::max(), Verb::Profile, 20},
            Answer{9, true, "done", WorkerState::Paused, -1, 1000},
            Grown{std::uint64_t{1} << 50}};
}

std::vector<std::byte> frameOf(const Packet& packet, std::uint64_t offset) {
    std::vector<std::byte> frame;
    appendFrame(frame, offset, encode(packet));
    return frame;
}

}  // namespace

class TestPacket : public QObject {
    Q_OBJECT
private slots:
    void everyKindComesBackEqual() {
        const auto packets = packetsOfEachKind();
        std::set<std::size_t> kinds;
        for (const Packet& packet : packets) {
            kinds.insert(packet.index());
            QVERIFY(need(decode(encode(packet))) == packet);
        }
        QCOMPARE(kinds.size(), std::variant_size_v<Packet>);
    }
    void aMessageMayLieAtAnyAddress() {
        const auto payload = encode(packetsOfEachKind()[3]);
        for (std::size_t shift = 0; shift < 8; ++shift) {
            std::vector<std::byte> bytes(shift);
            bytes.insert(bytes.end(), payload.begin(), payload.end());
            QVERIFY(need(decode(std::span(bytes).subspan(shift))) == packetsOfEachKind()[3]);
        }
    }
    void valuesThatAreNoNumbersComeBack() {
        const double infinity = std::numeric_limits<double>::infinity();
        const auto packet = need(decode(encode(MetricBatch{{1, 2, 3}, {1, 2, 3}, {{0, {std::nan(""), infinity, -infinity}}}})));
        const auto& values = std::get<MetricBatch>(packet).columns[0].values;
        QVERIFY(std::isnan(values[0]));
        QCOMPARE(values[1], infinity);
        QCOMPARE(values[2], -infinity);
    }
    void columnsOfUnequalLengthAreRefused() {
        QVERIFY(!decode(encode(MetricBatch{{1, 2}, {1, 2}, {{0, {1}}}})));
        QVERIFY(!decode(encode(MetricBatch{{1, 2}, {1}, {}})));
    }
    void everyBeginningOfAMessageIsRefused() {
        for (const Packet& packet : packetsOfEachKind()) {
            const auto payload = encode(packet);
            for (std::size_t size = 0; size < payload.size() / 2; ++size) QVERIFY(!decode(std::span(payload).first(size)));
        }
    }
    void anUnknownStateIsFromANewerVersion() {
        auto payload = encode(Command{1, static_cast<Verb>(200)});
        QCOMPARE(decode(payload).error().code(), ErrorCode::NewerVersion);
        payload = encode(StateChanged{static_cast<WorkerState>(7), 0, 0, "", ""});
        QCOMPARE(decode(payload).error().code(), ErrorCode::NewerVersion);
    }
    void anotherProtocolVersionIsRefusedWithASentence() {
        QVERIFY(checkHello({kProtocolVersion, "", 1}));
        const auto newer = checkHello({kProtocolVersion + 1, "", 1});
        QCOMPARE(newer.error().code(), ErrorCode::NewerVersion);
        QVERIFY(newer.error().english().find("version 2") != std::string::npos);
        QCOMPARE(checkHello({0, "", 1}).error().code(), ErrorCode::Unsupported);
    }

    void aFrameIsPartialUntilItsLastByte() {
        const auto frame = frameOf(Grown{5}, 100);
        for (std::size_t size = 0; size < frame.size(); ++size)
            QCOMPARE(frameAt(std::span(frame).first(size), 100).state, FrameView::State::Partial);
        QCOMPARE(frameAt(frame, 100).state, FrameView::State::Whole);
        QCOMPARE(frameAt(frame, 100).size, frame.size());
    }
    void aFrameBelongsToItsOffset() { QCOMPARE(frameAt(frameOf(Grown{5}, 100), 101).state, FrameView::State::Damaged); }
    void aFlippedBitIsNeverAWholeFrame() {
        const auto frame = frameOf(Grown{5}, 100);
        for (std::size_t bit = 0; bit < 8 * frame.size(); ++bit) {
            auto flipped = frame;
            flipped[bit / 8] ^= std::byte(1u << (bit % 8));
            QVERIFY(frameAt(flipped, 100).state != FrameView::State::Whole);
        }
    }
    void zerosAndHugeLengthsAreNoFrames() {
        QCOMPARE(frameAt(std::vector<std::byte>(64), 0).state, FrameView::State::Damaged);
        QCOMPARE(frameAt(std::vector<std::byte>(4, std::byte{0xFF}), 0).state, FrameView::State::Damaged);
    }

    // The example in PROTOCOL.md is a whole journal; each of its lines is "bytes  # explanation".
    void theWorkedExampleOfTheDocumentIsTrue() {
        const auto document = QString::fromStdString(bytesOf(SEEKBENCH_SOURCE_DIR "/core/protocol/PROTOCOL.md"));
        const auto block =
            QRegularExpression("```hex\n(.*?)```", QRegularExpression::DotMatchesEverythingOption).match(document).captured(1);
        QByteArray documented;
        for (const QString& line : block.split('\n')) documented += QByteArray::fromHex(line.section('#', 0, 0).toLatin1());

        TestWorkspace workspace;
        const auto path = workspace.file("journal");
        auto journal = need(JournalWriter::open(path, "20261122-144512-7f3a"));
        need(journal.append(LogLine{1.5, LogSeverity::Warning, "Hi"}));
        QCOMPARE(QByteArray::fromStdString(bytesOf(path)).toHex(' '), documented.toHex(' '));
    }
};

QTEST_APPLESS_MAIN(TestPacket)
#include "tst_packet.moc"
