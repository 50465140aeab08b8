// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <mutex>

#include <QTest>

#include "app/session/run_follower.h"
#include "core/base/file.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using test::need;

namespace {

// What a follower has told, for the test's thread to wait for.
class Heard {
public:
    void take(RunNews news) {
        const std::lock_guard lock(m_mutex);
        m_packets.insert(m_packets.end(), news.packets.begin(), news.packets.end());
        if (news.state) m_states.push_back(*news.state);
        if (news.error) m_errors.push_back(*news.error);
        m_pieces.push_back(std::move(news));
        m_changed.notify_all();
    }
    template <class Condition>
    bool wait(Condition condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return condition(); });
    }
    bool waitForState(RunState state) {
        return wait([&] { return !m_states.empty() && m_states.back() == state; });
    }
    bool waitForPackets(std::size_t count) {
        return wait([&] { return m_packets.size() >= count; });
    }
    RunFollower::Listener listener() {
        return [this](RunNews news) { take(std::move(news)); };
    }
    std::vector<Packet> packets() { return copyOf(m_packets); }
    std::vector<RunNews> pieces() { return copyOf(m_pieces); }
    std::vector<RunState> states() { return copyOf(m_states); }
    std::vector<Error> errors() { return copyOf(m_errors); }

private:
    template <class T>
    std::vector<T> copyOf(const std::vector<T>& values) {
        const std::lock_guard lock(m_mutex);
        return values;
    }
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Packet> m_packets;
    std::vector<RunState> m_states;
    std::vector<Error> m_errors;
    std::vector<RunNews> m_pieces;
};

}  // namespace

class tst_RunFollower : public QObject {
    Q_OBJECT

    static FileLock lockOf(const RunFolder& run) { return need(FileLock::acquire(run.lockFile(), FileLock::Kind::Exclusive)); }

private slots:
    void theWholeHistoryComesInSlicesAndInOrder() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        const auto packets = test::attemptPackets(1, 0, 5000);
        test::appendAll(run, packets);
        Heard heard;
        {
            const RunFollower follower(run, heard.listener(), {.slicePoints = 1000});
            QVERIFY(heard.waitForPackets(packets.size()));
        }
        // Compared as bytes: among the values are some that are no numbers.
        QVERIFY(std::ranges::equal(heard.packets(), packets, {}, encode, encode));
        QVERIFY(heard.pieces().size() > 10);
        const RunNews first = heard.pieces().front();
        QVERIFY(first.isHistory && !first.state);
    }

    void aDeadRunIsInterruptedAndSaidOnceAfterItsHistory() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        test::appendAll(run, test::attemptPackets(1, 0, 300));
        Heard heard;
        const RunFollower follower(run, heard.listener(), {.slicePoints = 100});
        QVERIFY(heard.waitForState(RunState::Interrupted));
        QTest::qWait(600);
        QCOMPARE(heard.states().size(), std::size_t{1});
    }

    void aRunIsFollowedFromBeforeItsJournalToItsEnd() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        Heard heard;
        const RunFollower follower(run, heard.listener());
        QVERIFY(heard.waitForState(RunState::Created));
        {
            const FileLock lock = lockOf(run);
            QVERIFY(heard.waitForState(RunState::Starting));
            auto journal = test::appendAll(run, test::attemptPackets(1, 0, 100));
            QVERIFY(heard.waitForState(RunState::Running));
            need(journal.append(StateChanged{WorkerState::Paused, 1e9, 100, {}, {}}));
            QVERIFY(heard.waitForState(RunState::Paused));
        }
        QVERIFY(heard.waitForState(RunState::Interrupted));
    }

    void newsOfALiveRunIsThereWithinATenthOfASecond() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        const FileLock lock = lockOf(run);
        auto journal = test::appendAll(run, test::attemptPackets(1, 0, 100));
        Heard heard;
        const RunFollower follower(run, heard.listener());
        QVERIFY(heard.waitForState(RunState::Running));
        std::vector<qint64> waits;
        for (int i = 0; i < 10; ++i) {
            const auto before = heard.packets().size();
            QElapsedTimer clock;
            clock.start();
            need(journal.append(LogLine{1e9, LogSeverity::Information, "now"}));
            QVERIFY(heard.waitForPackets(before + 1));
            waits.push_back(clock.elapsed());
        }
        std::ranges::sort(waits);
        qInfo("median %lld ms, worst %lld ms", waits[5], waits.back());
        QVERIFY(waits[5] < 2000);
    }

    void aBusyJournalMakesNoMoreThanThirtyNewsASecond() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        const FileLock lock = lockOf(run);
        auto journal = test::appendAll(run, test::attemptPackets(1, 0, 10));
        Heard heard;
        const RunFollower follower(run, heard.listener());
        QVERIFY(heard.waitForState(RunState::Running));
        const auto before = heard.pieces().size();
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 1000) {
            need(journal.append(LogLine{1e9, LogSeverity::Information, "busy"}));
            QTest::qSleep(2);
        }
        QVERIFY2(heard.pieces().size() - before <= 33, std::to_string(heard.pieces().size() - before).c_str());
    }

    void aResumeOfAnotherProcessIsFollowedOverATornTail() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        test::appendAll(run, test::attemptPackets(1, 0, 300));
        std::ofstream(run.journalFile(), std::ios::binary | std::ios::app) << "torn";
        Heard heard;
        const RunFollower follower(run, heard.listener());
        QVERIFY(heard.waitForState(RunState::Interrupted));
        const FileLock lock = lockOf(run);
        const auto before = heard.packets().size();
        const auto more = test::attemptPackets(2, 200, 250);
        test::appendAll(run, more);
        QVERIFY(heard.waitForPackets(before + more.size()));
        QVERIFY(heard.waitForState(RunState::Running));
    }

    void whatWaitsInTheQueueIsQueued() {
        const test::TestWorkspace workspace;
        Heard heard;
        const RunFollower follower(workspace.newRun(), heard.listener(), {.isQueued = [] { return true; }});
        QVERIFY(heard.waitForState(RunState::Queued));
    }

    void aJournalThatIsNoneIsAnErrorSaidOnce() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        test::writeBytes(run.journalFile(), "this is not a journal, but long enough to be read as one");
        Heard heard;
        const RunFollower follower(run, heard.listener());
        QTRY_VERIFY(!heard.errors().empty());
        QTest::qWait(600);
        QCOMPARE(heard.errors().size(), std::size_t{1});
    }

    void endingTakesNoLongerThanAFrameOrTwo() {
        const test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        const FileLock lock = lockOf(run);
        Heard heard;
        auto follower = std::make_unique<RunFollower>(run, heard.listener());
        QVERIFY(heard.waitForState(RunState::Starting));
        QElapsedTimer clock;
        clock.start();
        follower.reset();
        QVERIFY(clock.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(tst_RunFollower)
#include "tst_run_follower.moc"
