// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QThread>

#include <signal.h>
#include <unistd.h>

#include "app/session/queue.h"
#include "app/session/run_reader.h"
#include "core/base/file.h"
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
