// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QTest>

#include "app/session/run_reader.h"
#include "core/run/memory_table.h"
#include "workbench.h"

using namespace seekbench;

class tst_E2eTraining : public QObject {
    Q_OBJECT

    static constexpr int kStepsPerEpoch = 16;  // 320 samples, a fifth held out, 16 at a time

    static QJsonObject epochs(int count) {
        return {{"training", QJsonObject{{"batch_size", 16}, {"epochs", count}, {"threads", 1}, {"checkpoint_interval", 10}}}};
    }
    static std::vector<std::pair<std::int64_t, double>> values(const Workbench& bench, const RunFolder& run, const char* series) {
        std::vector<std::pair<std::int64_t, double>> result;
        for (const Point& point : bench.database().points(run.id(), series).valueOr({})) result.emplace_back(point.step, point.value);
        return result;
    }

private slots:
    void initTestCase() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
    }

    void aRunFinishesAndIsFoundAgain() {
        const Workbench bench(WorkerKind::Real);
        const Outcome outcome = bench.cli({"train", bench.experimentFile(epochs(4)), "--json"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        QCOMPARE(outcome.lastLine()["state"], "finished");
        QVERIFY(outcome.lastLine()["metrics"].toObject()["val.accuracy"].toDouble() > 0.5);

        const QJsonObject metrics = bench.cli({"metrics", "last", "--json"}).json().object();
        const QJsonArray loss = metrics["train.loss"].toArray();
        QCOMPARE(loss.size(), 4 * kStepsPerEpoch);
        for (int i = 0; i < loss.size(); ++i) QCOMPARE(loss.at(i).toArray().at(0).toInt(), i + 1);
        QCOMPARE(metrics["val.accuracy"].toArray().size(), 4);
        QCOMPARE(bench.rows(), bench.rebuiltRows());

        // What was measured of the memory lies in the run folder, and the compiled engine has told before what it would be.
        QVERIFY(readMemoryForecast(bench.lastRun()));
        const QJsonArray peaks = metrics["memory.peak"].toArray();
        QCOMPARE(peaks.size(), loss.size());
        const QJsonObject memory = bench.cli({"memory", "last", "--json"}).json().object();
        double highest = 0;
        for (const QJsonValue& peak : peaks) highest = std::max(highest, peak.toArray().at(1).toDouble());
        QCOMPARE(memory["measured"].toObject()["total"].toDouble(), highest);
        // Of a network as small as this, the scraps of a step are a large part.
        constexpr double kScraps = 16384;
        QVERIFY2(std::abs(memory["error"].toDouble()) * highest < std::max(0.02 * highest, kScraps),
                 qPrintable(QString::number(memory["error"].toDouble())));
    }

    void aStoppedAndResumedRunHasTheNumbersOfAStraightOne() {
        const Workbench bench(WorkerKind::Real);
        const QString file = bench.experimentFile(epochs(60));
        QCOMPARE(bench.cli({"train", file}).code, 0);
        const RunFolder straight = bench.lastRun();
        const RunFolder broken = bench.train(file);
        const Outcome stop = bench.cli({"stop", "last"});
        QVERIFY2(stop.code == 0, qPrintable(stop.text()));
        QCOMPARE(readProgress(broken).state, RunState::Stopped);
        QVERIFY(readProgress(broken).step < 60 * kStepsPerEpoch);
        QCOMPARE(bench.cli({"resume", "last"}).code, 0);
        for (const char* series : {"train.loss", "gradient_norm", "val.loss", "val.accuracy"})
            QCOMPARE(values(bench, broken, series), values(bench, straight, series));
    }

    void aPausedRunWaitsUntilItIsResumed() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(bench.experimentFile(epochs(400)));
        const Outcome pause = bench.cli({"pause", "last"});
        QVERIFY2(pause.code == 0, qPrintable(pause.text()));
        const auto step = readProgress(run).step;
        QTest::qWait(200);
        QCOMPARE(readProgress(run).step, step);
        const auto resume = bench.start({"resume", "last", "--json"});
        QTRY_VERIFY(readProgress(run).step > step);
        QCOMPARE(bench.cli({"checkpoint", "last"}).code, 0);
        QCOMPARE(bench.cli({"stop", "last"}).code, 0);
        QVERIFY(resume->waitForFinished());
        QCOMPARE(resume->exitCode(), 3);
        QCOMPARE(readProgress(run).attempt, 1u);
    }

    void aSecondResumeOfALiveRunIsRefused() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(bench.experimentFile(epochs(4000)));
        const Outcome outcome = bench.cli({"resume", "last"});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.errors.contains("already training"));
        QVERIFY(run.isAlive());
    }

    void twoResumesAtOnceStartOneWorker() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(bench.experimentFile(epochs(4000)));
        bench.killWorker(run);
        const auto first = bench.start({"resume", "last", "--detach"}), second = bench.start({"resume", "last", "--detach"});
        QVERIFY(first->waitForFinished() && second->waitForFinished());
        QCOMPARE(std::min(first->exitCode(), second->exitCode()), 0);
        QCOMPARE(std::max(first->exitCode(), second->exitCode()), 2);
        QVERIFY(run.isAlive());
        QCOMPARE(readProgress(run).attempt, 2u);
    }
};

QTEST_GUILESS_MAIN(tst_E2eTraining)
#include "tst_e2e_training.moc"
