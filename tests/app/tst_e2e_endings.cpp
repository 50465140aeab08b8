// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <signal.h>
#include <sys/resource.h>

#include "app/session/run_reader.h"
#include "core/base/file.h"
#include "core/run/checkpoint_record.h"
#include "workbench.h"

using namespace seekbench;

// However a training ends: in a named state, with a sentence, and never with half a checkpoint.
class tst_E2eEndings : public QObject {
    Q_OBJECT

    static QJsonObject node(const QString& name, const QString& op, const QJsonObject& parameters = {}) {
        return {{"name", name}, {"operator", op}, {"parameters", parameters}};
    }
    // One hidden layer of any width.
    static QJsonObject graph(int width) {
        return {{"nodes", QJsonArray{node("input", "Input", {{"shape", QJsonArray{8}}}),
                                     node("hidden", "Linear", {{"in_features", 8}, {"out_features", width}}), node("relu", "ReLU"),
                                     node("logits", "Linear", {{"in_features", width}, {"out_features", 3}}), node("output", "Output")}},
                {"edges", QJsonArray{QJsonArray{"input.output", "hidden.input"}, QJsonArray{"hidden.output", "relu.input"},
                                     QJsonArray{"relu.output", "logits.input"}, QJsonArray{"logits.output", "output.input"}}}};
    }
    static QJsonObject training(int batchSize, int epochs, int interval = 10) {
        return {{"batch_size", batchSize}, {"epochs", epochs}, {"threads", 1}, {"checkpoint_interval", interval}};
    }

    static QStringList checkpointsOf(const RunFolder& run) {
        return QDir(QString::fromStdString(run.checkpointsFolder().string()))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    // Every folder there is a whole checkpoint: nothing is left aside, nothing is torn.
    static bool checkpointsAreWhole(const RunFolder& run) {
        const QStringList names = checkpointsOf(run);
        return std::all_of(names.begin(), names.end(), [&](const QString& name) {
            const auto record = readCheckpointRecord(run.checkpointsFolder() / name.toStdString());
            return record && QString::number(record->step) == name;
        });
    }
    static bool hasLine(const RunFolder& run, const char* part) {
        const auto packets = RunReader(run).poll();
        if (!packets) return false;
        return std::any_of(packets->begin(), packets->end(), [&](const Packet& packet) {
            const auto* line = std::get_if<LogLine>(&packet);
            return line && line->text.find(part) != std::string::npos;
        });
    }

private slots:
    void initTestCase() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
    }

    // The forecast knows nothing of the limit, so the worker finds out.
    void tooLittleMemoryIsAFailureWithAdvice() {
        Workbench bench(WorkerKind::Real);
        bench.limit(RLIMIT_AS, std::uint64_t{4} << 30);
        const QString file = bench.experimentFile(
            {{"graph", graph(1'000'000)},
             {"dataset", QJsonObject{{"kind", "synthetic"}, {"shape", QJsonArray{8}}, {"classes", 3}, {"train_samples", 4096}}},
             {"training", training(2048, 1)}});
        const Outcome outcome = bench.cli({"train", file});
        QCOMPARE(outcome.code, 3);
        const RunFolder run = bench.lastRun();
        QCOMPARE(readProgress(run).state, RunState::Failed);
        QVERIFY2(readProgress(run).reason.find("not enough memory") != std::string::npos, readProgress(run).reason.c_str());
        QVERIFY(readProgress(run).advice.find("smaller batch size") != std::string::npos);
        QVERIFY(checkpointsOf(run).isEmpty());
    }

    void aCheckpointThatFindsNoRoomIsSaidAndTheTrainingGoesOn() {
        Workbench bench(WorkerKind::Real);
        bench.limit(RLIMIT_FSIZE, 1'500'000);  // enough for the journal, not for 2.9 MB of weights
        const Outcome outcome = bench.cli({"train", bench.experimentFile({{"graph", graph(60'000)}, {"training", training(16, 2)}})});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        const RunFolder run = bench.lastRun();
        QCOMPARE(readProgress(run).state, RunState::Finished);
        QVERIFY(hasLine(run, "The training goes on without it."));
        QVERIFY2(checkpointsOf(run).isEmpty(), qPrintable(checkpointsOf(run).join(' ')));
    }

    void aLossThatIsNoNumberIsSaidAndLeavesAWholeCheckpoint() {
        const Workbench bench(WorkerKind::Real);
        const QJsonObject linear{
            {"nodes", QJsonArray{node("input", "Input", {{"shape", QJsonArray{8}}}),
                                 node("hidden", "Linear", {{"in_features", 8}, {"out_features", 16}}),
                                 node("logits", "Linear", {{"in_features", 16}, {"out_features", 3}}), node("output", "Output")}},
            {"edges", QJsonArray{QJsonArray{"input.output", "hidden.input"}, QJsonArray{"hidden.output", "logits.input"},
                                 QJsonArray{"logits.output", "output.input"}}}};
        const QString file = bench.experimentFile(
            {{"graph", linear}, {"optimizer", QJsonObject{{"kind", "sgd"}, {"learning_rate", 1000}}}, {"training", training(16, 2)}});
        const Outcome outcome = bench.cli({"train", file});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        const RunFolder run = bench.lastRun();
        QVERIFY(hasLine(run, "The loss is not a finite number from step"));
        QVERIFY(!checkpointsOf(run).isEmpty() && checkpointsAreWhole(run));
    }

    void aBadHyperparameterIsRefusedBeforeThereIsARun() {
        const Workbench bench(WorkerKind::Real);
        for (const char* option : {"--learning-rate=-1", "--batch-size=0", "--epochs=-3"}) {
            const Outcome outcome = bench.cli({"train", bench.experimentFile(), option});
            QCOMPARE(outcome.code, 2);
            QCOMPARE(outcome.errors.count('\n'), 1);
        }
        QVERIFY(bench.workspace().runs().empty());
    }

    void sigtermStopsWithACheckpoint() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(bench.experimentFile({{"training", training(16, 100'000, 0)}}));
        QTRY_VERIFY(readProgress(run).step > 0);
        ::kill(static_cast<pid_t>(*FileLock::ownerOf(run.lockFile())), SIGTERM);
        QVERIFY(bench.waitUntilEnded(run));
        const RunProgress end = readProgress(run);
        QCOMPARE(end.state, RunState::Stopped);
        QCOMPARE(end.reason, "Stopped on request, with a checkpoint.");
        QCOMPARE(end.checkpointStep.value_or(0), end.step);
        QVERIFY(checkpointsOf(run).contains(QString::number(end.step)) && checkpointsAreWhole(run));
    }

    void manyKillsWhileCheckpointsAreWrittenLeaveNoHalfOne() {
        const Workbench bench(WorkerKind::Real);
        const QString file =
            bench.experimentFile({{"graph", graph(20'000)}, {"training", training(16, 100'000, 1)}});  // always writing one
        const RunFolder run = bench.train(file);
        for (int kills = 0; kills < 8; ++kills) {
            QTRY_VERIFY_WITH_TIMEOUT(readProgress(run).checkpointStep.value_or(0) > 0, 30'000);
            QTest::qWait(40 + 17 * kills);
            bench.killWorker(run);
            QStringList whole = checkpointsOf(run);
            whole.removeAll(".aside");  // the next worker removes it
            QVERIFY(!whole.isEmpty());
            QCOMPARE(bench.cli({"resume", "last", "--detach"}).code, 0);
            QVERIFY(readProgress(run).step > 0);
        }
        QCOMPARE(bench.cli({"stop", "last"}).code, 0);
        QVERIFY(checkpointsAreWhole(run));
        QVERIFY(!hasLine(run, "is damaged"));
    }
};

QTEST_GUILESS_MAIN(tst_E2eEndings)
#include "tst_e2e_endings.moc"
