// SPDX-License-Identifier: Apache-2.0
// seekbench-worker attach: what goes through the pipe (docs/attach.md).
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include "core/experiment/experiment.h"
#include "core/journal/journal.h"
#include "core/run/run_folder.h"

using namespace seekbench;

namespace {

QByteArray contentOf(const std::filesystem::path& path) { return QByteArray::fromStdString(readFile(path).valueOr({})); }

QByteArray block(char kind, const QByteArray& bytes) {
    QByteArray text(1, kind);
    for (int shift = 0; shift < 32; shift += 8) text += static_cast<char>(bytes.size() >> shift);
    return text + bytes;
}

// The other end of the pipe.
class Pipe {
public:
    Pipe(const RunFolder& run, std::uint64_t offset) {
        m_process.start(SEEKBENCH_BINARY_DIR "/bin/seekbench-worker",
                        {"attach", QString::fromStdString(run.path().string()), QString::number(offset)});
    }
    ~Pipe() { end(); }
    void send(const QByteArray& bytes) { m_process.write(bytes); }
    // The exit code after the input has ended.
    int end() {
        m_process.closeWriteChannel();
        return m_process.waitForFinished(20000) ? m_process.exitCode() : -1;
    }
    // Reads until `enough` of what has come holds; false when it does not within `looks` times 50 ms.
    template <class Condition>
    bool readUntil(Condition enough, int looks = 200) {
        for (int i = 0; i < looks && !enough(); ++i) {
            m_process.waitForReadyRead(50);
            m_bytes += m_process.readAllStandardOutput();
            parse();
        }
        return enough();
    }

    QByteArray greeting, journal;
    std::optional<bool> alive;
    std::vector<Answer> answers;

private:
    void parse() {
        if (greeting.isEmpty()) {
            const auto end = m_bytes.indexOf('\n', 1);
            if (end < 0) return;
            greeting = m_bytes.left(end + 1);
            m_bytes.remove(0, end + 1);
        }
        while (m_bytes.size() >= 5) {
            qsizetype length = 0;
            for (int i = 3; i >= 0; --i) length = length * 256 + static_cast<unsigned char>(m_bytes[1 + i]);
            if (m_bytes.size() < 5 + length) return;
            const QByteArray bytes = m_bytes.mid(5, length);
            if (m_bytes[0] == 'J') journal += bytes;
            if (m_bytes[0] == 'L') alive = bytes[0] != 0;
            if (m_bytes[0] == 'A')
                answers.push_back(
                    std::get<Answer>(*decode(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))))));
            m_bytes.remove(0, 5 + length);
        }
    }
    QProcess m_process;
    QByteArray m_bytes;
};

}  // namespace

class tst_E2eAttach : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<RunFolder> m_run;
    std::optional<JournalWriter> m_journal;

    void append(const std::string& text) { QVERIFY(m_journal->append(LogLine{.text = text})); }
    QByteArray journal() const { return contentOf(m_run->journalFile()); }

private slots:
    void init() {
        if (!std::filesystem::exists(SEEKBENCH_BINARY_DIR "/bin/seekbench-worker")) QSKIP("There is no worker: LibTorch was not found.");
        auto run = RunFolder::create(m_folder.path().toStdString(), Experiment{}, {});
        QVERIFY(run);
        m_run = std::move(*run);
        auto writer = JournalWriter::open(m_run->journalFile(), m_run->id());
        QVERIFY(writer);
        m_journal = std::move(*writer);
        append("one");
    }

    void bringsTheJournalAndWhatIsAppendedToIt() {
        Pipe pipe(*m_run, 0);
        QVERIFY(pipe.readUntil([&] { return pipe.journal == journal(); }));
        QCOMPARE(pipe.greeting, QByteArray::fromStdString("\nSEEKBENCH-ATTACH 1 " + m_run->id() + "\n"));
        append("two");
        QVERIFY(pipe.readUntil([&] { return pipe.journal == journal(); }));
        QCOMPARE(pipe.end(), 0);
    }

    void goesOnFromAnOffset() {
        const auto offset = m_journal->offset();
        append("two");
        Pipe pipe(*m_run, offset);
        QVERIFY(pipe.readUntil([&] { return pipe.journal == journal().mid(static_cast<qsizetype>(offset)); }));
    }

    void keepsATornTailBack() {
        const QByteArray whole = journal();
        QVERIFY(File::open(m_run->journalFile(), File::Mode::Append)->write(std::string_view("half a frame")));
        Pipe pipe(*m_run, 0);
        QVERIFY(pipe.readUntil([&] { return pipe.journal == whole; }));
        QVERIFY(!pipe.readUntil([&] { return pipe.journal.size() > whole.size(); }, 10));
    }

    void saysWhetherAWorkerIsAtTheRun() {
        auto lock = FileLock::acquire(m_run->lockFile(), FileLock::Kind::Exclusive);
        QVERIFY(lock);
        Pipe pipe(*m_run, 0);
        QVERIFY(pipe.readUntil([&] { return pipe.alive == true; }));
        lock = Error();
        QVERIFY(pipe.readUntil([&] { return pipe.alive == false; }));
    }

    void aCommandForARunWithoutAWorkerIsAnswered() {
        Pipe pipe(*m_run, 0);
        const auto payload = encode(Command{.request = 7, .verb = Verb::Pause});
        const QByteArray command =
            block('C', QByteArray(reinterpret_cast<const char*>(payload.data()), static_cast<qsizetype>(payload.size())));
        pipe.send(command.left(3));
        pipe.send(command.mid(3));
        QVERIFY(pipe.readUntil([&] { return !pipe.answers.empty(); }));
        QCOMPARE(pipe.answers[0].request, std::uint64_t{7});
        QVERIFY(!pipe.answers[0].accepted && !pipe.answers[0].text.empty());
    }

    void rubbishOnTheInputEndsItWithASentence() {
        Pipe pipe(*m_run, 0);
        pipe.send("rubbish and more of it");
        QCOMPARE(pipe.end(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_E2eAttach)
#include "tst_e2e_attach.moc"
