// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <csignal>
#include <map>
#include <thread>

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QThread>

#include <signal.h>
#include <unistd.h>

#include "app/session/queue.h"
#include "app/session/run_reader.h"
#include "core/base/file.h"
#include "core/run/device_lock.h"
#include "workbench.h"

using namespace seekbench;

class tst_Queue : public QObject {
    Q_OBJECT

    static RunFolder create(const Workbench& bench, const QString& script = "steps 10") {
        const Outcome outcome = bench.cli({"queue", "add", bench.scripted(script)});
        if (outcome.code != 0) qFatal("%s", qPrintable(outcome.text()));
        return bench.lastRun();
    }
    static std::vector<std::string> waiting(const Queue& queue) {
        std::vector<std::string> runs;
        for (const QueueEntry& entry : queue.entries())
            if (entry.problem.empty()) runs.push_back(entry.run);
        return runs;
    }
    static RunState stateOf(const RunFolder& run) { return readProgress(run).state; }

private slots:
    void runsWaitInTheOrderOfTheirComing() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder first = create(bench), second = create(bench), third = create(bench);
        const Queue queue(bench.workspace());
        QCOMPARE(waiting(queue), (std::vector<std::string>{first.id(), second.id(), third.id()}));
        QVERIFY(queue.remove(first.id()));
        QVERIFY(queue.add(first));
        QCOMPARE(waiting(queue), (std::vector<std::string>{second.id(), third.id(), first.id()}));
    }

    void aRunCannotWaitTwice() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench);
        const auto again = Queue(bench.workspace()).add(run);
        QVERIFY(!again);
        QCOMPARE(again.error().code(), ErrorCode::Busy);
    }

    void removingWhatIsNotThereIsAnError() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(Queue(bench.workspace()).remove("nobody").error().code(), ErrorCode::NotFound);
    }

    void rubbishInTheFolderIsPassedOver() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench);
        bench.writeFile("workspace/queue/00000000-half.json", "{\"format\": \"seekb");
        bench.writeFile("workspace/queue/00000000-other.json", "[]");
        QCOMPARE(waiting(Queue(bench.workspace())), std::vector<std::string>{run.id()});
    }

    void aMarkedRunIsPassedOverUntilItIsAddedAgain() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench);
        const Queue queue(bench.workspace());
        QVERIFY(queue.mark(run.id(), "It exploded."));
        QVERIFY(waiting(queue).empty());
        QCOMPARE(queue.entries().at(0).problem, "It exploded.");
        QVERIFY(queue.add(run));
        QCOMPARE(waiting(queue), std::vector<std::string>{run.id()});
    }

    void servingTrainsAllRunsAndEmptiesTheQueue() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder first = create(bench), second = create(bench);
        const Outcome outcome = bench.cli({"queue", "serve", "--until-empty"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        QCOMPARE(stateOf(first), RunState::Finished);
        QCOMPARE(stateOf(second), RunState::Finished);
        QVERIFY(Queue(bench.workspace()).entries().empty());
        QCOMPARE(bench.rows(), bench.rebuiltRows());
    }

    void aDyingWorkerIsMarkedAndTheNextRunHasItsTurn() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder dies = create(bench, "steps 10 die 7"), refuses = create(bench, "refuse"), fails = create(bench, "fail 3"),
                        lives = create(bench);
        const Outcome outcome = bench.cli({"queue", "serve", "--until-empty"});
        QCOMPARE(outcome.code, 3);
        QCOMPARE(stateOf(lives), RunState::Finished);
        const auto left = Queue(bench.workspace()).entries();
        QCOMPARE(left.size(), 3u);
        QCOMPARE(left[0], (QueueEntry{dies.id(), "The worker died at step 7."}));
        QVERIFY(left[1].run == refuses.id() && left[1].problem.find("This worker refuses.") != std::string::npos);
        QCOMPARE(left[2], (QueueEntry{fails.id(), "The data ended."}));
    }

    void onlyOneServesAWorkspace() {
        const Workbench bench(WorkerKind::StandIn);
        const auto server = bench.start({"queue", "serve"});
        QTRY_VERIFY(Queue(bench.workspace()).isServed());
        const Outcome second = bench.cli({"queue", "serve"});
        QCOMPARE(second.code, 2);
        QVERIFY(second.errors.contains("already serves the queue"));
        server->terminate();
        QVERIFY(server->waitForFinished());
    }

    void sigtermEndsTheServerAndLeavesTheRunGoing() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench, "steps 100 pause 20");
        const auto server = bench.start({"queue", "serve"});
        QTRY_VERIFY(run.isAlive());
        server->terminate();
        QVERIFY(server->waitForFinished(5000));
        QCOMPARE(server->exitStatus(), QProcess::NormalExit);
        QVERIFY(run.isAlive());
        const Outcome next = bench.cli({"queue", "serve", "--until-empty"});  // finds it at work, and waits for it
        QCOMPARE(next.code, 0);
        QCOMPARE(stateOf(run), RunState::Finished);
        QCOMPARE(readProgress(run).attempt, 1u);
    }

    void aServerThatWasKilledIsReplaced() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench, "steps 100 pause 10");
        const auto server = bench.start({"queue", "serve"});
        QTRY_VERIFY(run.isAlive());
        server->kill();
        QVERIFY(server->waitForFinished());
        QCOMPARE(bench.cli({"queue", "serve", "--until-empty"}).code, 0);
        QCOMPARE(stateOf(run), RunState::Finished);
        QVERIFY(Queue(bench.workspace()).entries().empty());
    }

    void aDetachedServerServesOnWithoutItsTerminal() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench, "steps 20 pause 10");
        QCOMPARE(bench.cli({"queue", "serve", "--detach"}).code, 0);
        const Queue queue(bench.workspace());
        QVERIFY(queue.isServed());
        const auto process = static_cast<pid_t>(FileLock::ownerOf(queue.lockFile()).value_or(0));
        QVERIFY(process > 0 && ::getsid(process) == process);  // a session of its own: no terminal can hang up on it
        QCOMPARE(bench.cli({"queue", "serve", "--detach"}).code, 2);
        QTRY_VERIFY(queue.entries().empty());
        QCOMPARE(stateOf(run), RunState::Finished);
        ::kill(process, SIGTERM);
        QTRY_VERIFY(!queue.isServed());
    }

    void aServerUnderNohupStaysWhenItsTerminalIsClosed() {
        const Workbench bench(WorkerKind::StandIn);
        ::signal(SIGHUP, SIG_IGN);  // what nohup does; programs inherit it
        const auto server = bench.start({"queue", "serve"});
        ::signal(SIGHUP, SIG_DFL);
        QTRY_VERIFY(Queue(bench.workspace()).isServed());
        ::kill(static_cast<pid_t>(server->processId()), SIGHUP);
        QVERIFY(!server->waitForFinished(500));
        server->terminate();
        QVERIFY(server->waitForFinished());
    }

    void movesChangeTheOrder_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("order");  // of the runs a, b, c and d
        QTest::newRow("up") << "c up"
                            << "acbd";
        QTest::newRow("up from the top") << "a up"
                                         << "abcd";
        QTest::newRow("down") << "b down"
                              << "acbd";
        QTest::newRow("down from the bottom") << "d down"
                                              << "abcd";
        QTest::newRow("top") << "d top"
                             << "dabc";
        QTest::newRow("bottom") << "a bottom"
                                << "bcda";
        QTest::newRow("before one that is earlier") << "d before b"
                                                    << "adbc";
        QTest::newRow("before one that is later") << "a before d"
                                                  << "bcad";
        QTest::newRow("before itself") << "b before b"
                                       << "abcd";
    }

    void movesChangeTheOrder() {
        QFETCH(QString, what);
        QFETCH(QString, order);
        const Workbench bench(WorkerKind::StandIn);
        std::map<QString, QString> runs;
        for (const char* name : {"a", "b", "c", "d"}) runs[name] = QString::fromStdString(create(bench).id());
        QStringList words = {"queue", "move"};
        for (const QString& word : what.split(' ')) words.append(runs.contains(word) ? runs[word] : word);
        const Outcome outcome = bench.cli(words);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        std::vector<std::string> expected;
        for (const QChar& name : order) expected.push_back(runs[name].toStdString());
        QCOMPARE(waiting(Queue(bench.workspace())), expected);
        QCOMPARE(bench.cli({"queue", "add", bench.scripted("steps 1")}).code, 0);  // a newcomer is still the last
        QCOMPARE(waiting(Queue(bench.workspace())).back(), bench.lastRun().id());
    }

    void whoIsNotInTheQueueCannotBeMoved() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench);
        const Queue queue(bench.workspace());
        QCOMPARE(queue.move("nobody", QueueMove::Top).error().code(), ErrorCode::NotFound);
        QCOMPARE(queue.moveBefore(run.id(), "nobody").error().code(), ErrorCode::NotFound);
        QCOMPARE(bench.cli({"queue", "move", "last", "before"}).code, 2);
        QCOMPARE(bench.cli({"queue", "move", "last", "sideways"}).code, 2);
    }

    void theRunAtWorkIsNeitherMovedNorOvertaken() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder works = create(bench, "steps 1000 pause 20"), second = create(bench), third = create(bench);
        const auto server = bench.start({"queue", "serve"});
        QTRY_VERIFY(works.isAlive());
        const Queue queue(bench.workspace());
        QCOMPARE(queue.move(works.id(), QueueMove::Bottom).error().code(), ErrorCode::Busy);
        QVERIFY(queue.move(third.id(), QueueMove::Top));
        QCOMPARE(waiting(queue), (std::vector<std::string>{works.id(), third.id(), second.id()}));
        server->terminate();
        QVERIFY(server->waitForFinished());
    }

    void manyChangesAtOnceLoseNobody() {
        const Workbench bench(WorkerKind::StandIn);
        std::vector<std::string> runs;
        for (int i = 0; i < 6; ++i) runs.push_back(create(bench).id());
        const Queue queue(bench.workspace());
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&queue, &runs, i] {
                for (int turn = 0; turn < 20; ++turn)
                    (void)queue.move(runs[static_cast<std::size_t>(i + turn) % runs.size()], turn % 2 ? QueueMove::Top : QueueMove::Bottom);
            });
        threads.clear();
        auto left = waiting(queue);
        std::ranges::sort(left);
        QCOMPARE(left, runs);
    }

    void aPausedQueueStartsNothingUntilItIsResumed() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder first = create(bench, "steps 40 pause 20"), second = create(bench);
        auto server = bench.start({"queue", "serve", "--until-empty"});
        QTRY_VERIFY(first.isAlive());
        QCOMPARE(bench.cli({"queue", "pause"}).code, 0);
        QTRY_COMPARE(stateOf(first), RunState::Finished);  // what is at work goes on
        QTest::qWait(400);
        QCOMPARE(stateOf(second), RunState::Created);
        server->kill();  // the pause outlives its server
        QVERIFY(server->waitForFinished());
        server = bench.start({"queue", "serve", "--until-empty"});
        QVERIFY(!server->waitForFinished(500));
        QCOMPARE(stateOf(second), RunState::Created);
        QCOMPARE(bench.cli({"queue", "list", "--json"}).json().object()["paused"], true);
        QCOMPARE(bench.cli({"queue", "resume"}).code, 0);
        QVERIFY(server->waitForFinished());
        QCOMPARE(stateOf(second), RunState::Finished);
    }

    void cancellingStopsTheRunAtWorkAndTheNextHasItsTurn() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder works = create(bench, "steps 1000 pause 20"), next = create(bench);
        const auto server = bench.start({"queue", "serve", "--until-empty"});
        QTRY_VERIFY(works.isAlive());
        const Outcome outcome = bench.cli({"queue", "cancel"});
        QVERIFY2(outcome.code == 0 && outcome.output.contains(works.id().c_str()), qPrintable(outcome.text()));
        QVERIFY(server->waitForFinished());
        QCOMPARE(stateOf(works), RunState::Stopped);
        QCOMPARE(stateOf(next), RunState::Finished);
        QVERIFY(Queue(bench.workspace()).entries().empty());
        QCOMPARE(bench.cli({"queue", "cancel"}).code, 2);  // nobody is at work
    }

    void runsWithTheSameNumberOfThreadsShareAWorker() {
        const Workbench bench(WorkerKind::StandIn);
        std::vector<RunFolder> runs;
        for (const int threads : {1, 1, 2, 2}) {
            const QString file = bench.experimentFile(
                {{"description", "steps 5"}, {"training", QJsonObject{{"batch_size", 16}, {"epochs", 1}, {"threads", threads}}}});
            QCOMPARE(bench.cli({"queue", "add", file}).code, 0);
            runs.push_back(bench.lastRun());
        }
        QCOMPARE(bench.cli({"queue", "serve", "--until-empty"}).code, 0);
        std::vector<std::int64_t> workers;
        for (const RunFolder& run : runs) {
            QCOMPARE(stateOf(run), RunState::Finished);
            workers.push_back(readProgress(run).process);
        }
        QCOMPARE(workers[0], workers[1]);
        QVERIFY(workers[1] != workers[2]);
        QCOMPARE(workers[2], workers[3]);
    }

    void aRunWaitsForItsDevice() {
        const QTemporaryDir runtime;  // of locks and sockets: a card of this machine may be in use
        qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
        const Workbench bench(WorkerKind::StandIn);
        const QString file =
            bench.experimentFile({{"description", "steps 5"},
                                  {"training", QJsonObject{{"batch_size", 16}, {"epochs", 1}, {"threads", 1}, {"device", "cuda:0"}}}});
        QCOMPARE(bench.cli({"queue", "add", file}).code, 0);
        const RunFolder run = bench.lastRun();
        auto taken = std::optional(FileLock::acquire(*deviceLockFile("cuda:0"), FileLock::Kind::Exclusive));
        QVERIFY(*taken);
        const auto server = bench.start({"queue", "serve", "--until-empty"});
        QVERIFY(server->waitForReadyRead());
        QVERIFY(server->readAllStandardOutput().contains("waits until cuda:0 is free"));
        QCOMPARE(stateOf(run), RunState::Created);
        taken.reset();
        QVERIFY(server->waitForFinished());
        QCOMPARE(server->exitCode(), 0);
        QCOMPARE(stateOf(run), RunState::Finished);
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void theListSaysWhoWaitsAndWhetherAnybodyServes() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = create(bench);
        const QJsonObject list = bench.cli({"queue", "list", "--json"}).json().object();
        QCOMPARE(list["served"], false);
        QCOMPARE(list["entries"].toArray().at(0).toObject()["run"].toString().toStdString(), run.id());
        const QJsonArray runs = bench.cli({"runs", "--json"}).json().array();
        QCOMPARE(runs.at(0).toObject()["state"], "queued");
    }
};

QTEST_GUILESS_MAIN(tst_Queue)
#include "tst_queue.moc"
