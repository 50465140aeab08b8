// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QJsonArray>
#include <QTest>

#include "app/session/prove.h"
#include "app/session/run_reader.h"
#include "workbench.h"

using namespace seekbench;

class tst_E2eProve : public QObject {
    Q_OBJECT

    static QJsonObject node(const QString& name, const QString& op, const QJsonObject& parameters = {}) {
        return {{"name", name}, {"operator", op}, {"parameters", parameters}};
    }
    // A chain of nodes, wired one after the other.
    static QJsonObject chain(const QJsonArray& nodes) {
        QJsonArray edges;
        for (qsizetype i = 0; i + 1 < nodes.size(); ++i)
            edges.append(
                QJsonArray{nodes[i].toObject()["name"].toString() + ".output", nodes[i + 1].toObject()["name"].toString() + ".input"});
        return {{"nodes", nodes}, {"edges", edges}};
    }
    // Everything that a resume can get wrong: running means, dropout, momentum, a schedule, a last batch that is smaller, epochs of 7
    // steps.
    static QString convolutional(const Workbench& bench) {
        const QJsonArray nodes{node("input", "Input", {{"shape", QJsonArray{1, 8, 8}}}),
                               node("conv", "Conv2d", {{"in_channels", 1}, {"out_channels", 4}, {"kernel_size", 3}}),
                               node("norm", "BatchNorm2d", {{"num_features", 4}}),
                               node("relu", "ReLU"),
                               node("flat", "Flatten"),
                               node("drop", "Dropout", {{"p", 0.3}}),
                               node("logits", "Linear", {{"in_features", 144}, {"out_features", 3}}),
                               node("output", "Output")};
        return bench.experimentFile(
            {{"graph", chain(nodes)},
             {"dataset", QJsonObject{{"kind", "synthetic"}, {"shape", QJsonArray{1, 8, 8}}, {"classes", 3}, {"train_samples", 125}}},
             {"schedule", QJsonObject{{"kind", "cosine"}}},
             {"training", QJsonObject{{"batch_size", 15}, {"epochs", 4}, {"threads", 1}}}});
    }
    static QString proofsOf(const Workbench& bench) { return bench.folder() + "/proofs"; }

private slots:
    void initTestCase() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
    }

    void aBrokenTrainingComesToTheSameBits_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("steps");
        QTest::newRow("stop") << "--stop" << 10;
        QTest::newRow("kill") << "--kill" << 6;
        QTest::newRow("kill, over several epochs") << "--kill" << 24;
        QTest::newRow("power cut") << "--power-cut" << 20;
        QTest::newRow("more steps than there are") << "--kill" << 1000;
    }

    void aBrokenTrainingComesToTheSameBits() {
        QFETCH(QString, how);
        QFETCH(int, steps);
        const Workbench bench(WorkerKind::Real);
        const Outcome outcome = bench.cli({"prove", convolutional(bench), "--steps", QString::number(steps), how, "--json"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        const QJsonObject proof = outcome.json().object();
        QCOMPARE(proof["holds"], true);
        QCOMPARE(proof["steps"].toInt(), std::min(steps, 28));
        QVERIFY(proof["resumed_from"].toInt() > 0 && proof["resumed_from"].toInt() <= proof["broken_at"].toInt());
        QCOMPARE(proof["straight"], proof["resumed"]);
        QVERIFY(!QDir(proofsOf(bench)).exists());
        QVERIFY(bench.workspace().runs().empty());  // the user's own list has nothing of it
    }

    void aResumeThatForgetsSomethingIsFound_data() {
        QTest::addColumn<QString>("change");  // of the text of every state.json
        QTest::addColumn<QString>("found");
        QTest::newRow("the random generators") << "s/(\"generators\": \"[0-9a-f]{400})[0-9a-f]{8}/\\100000000/"
                                               << "the random generators are in another state";
        QTest::newRow("the place in the epoch") << "s/(\"batches_consumed\": )[0-9]+/\\13/"
                                                << "train.loss at step 8";
    }

    void aResumeThatForgetsSomethingIsFound() {
        QFETCH(QString, change);
        QFETCH(QString, found);
        const Workbench bench(WorkerKind::Real);
        const QString worker = bench.workerProgram();
        const QString forgetful = bench.writeFile("worker", QStringLiteral("#!/bin/sh\n"
                                                                           "for state in \"$2\"/checkpoints/*/state.json; do\n"
                                                                           "    [ -e \"$state\" ] && sed -i -E '%1' \"$state\"\n"
                                                                           "done\n"
                                                                           "exec '%2' \"$@\"\n")
                                                                .arg(change, worker)
                                                                .toUtf8());
        QFile::setPermissions(forgetful, QFile::ReadOwner | QFile::ExeOwner);
        qputenv("SEEKBENCH_WORKER", forgetful.toUtf8());
        const Outcome outcome = bench.cli({"prove", convolutional(bench), "--steps", "12"});
        qputenv("SEEKBENCH_WORKER", worker.toUtf8());
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.output.startsWith("Exact resume does not hold") && outcome.output.contains(found.toUtf8()),
                 qPrintable(outcome.text()));
    }

    void theExperimentOfARunIsProvenAndTheRunsAreKeptOnRequest() {
        const Workbench bench(WorkerKind::Real);
        QCOMPARE(bench.cli({"train", bench.experimentFile()}).code, 0);
        const Outcome outcome = bench.cli({"prove", "last", "--steps", "4", "--keep"});
        QVERIFY2(
            outcome.code == 0 && outcome.output.startsWith("Exact resume holds: after 4 steps straight, and after a kill -9 at step 3"),
            qPrintable(outcome.text()));
        const QStringList kept = QDir(proofsOf(bench)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(QDir(proofsOf(bench) + "/" + kept.front() + "/runs").entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    }

    void whatCannotBeProvenIsSaid() {
        const Workbench bench(WorkerKind::Real);
        const QString tooShort = bench.experimentFile({{"training", QJsonObject{{"batch_size", 128}, {"epochs", 1}, {"threads", 1}}}});
        const Outcome outcome = bench.cli({"prove", tooShort});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains("a proof needs at least 4"), outcome.errors.constData());
        QVERIFY(!QDir(proofsOf(bench)).exists());
        QCOMPARE(bench.cli({"prove", tooShort, "--steps", "3"}).code, 2);
        QCOMPARE(bench.cli({"prove", "nothing-of-the-kind"}).code, 2);
    }

    void untilStepStopsThereAndIsSuccess() {
        const Workbench bench(WorkerKind::Real);
        const QString file = convolutional(bench);
        QCOMPARE(bench.cli({"train", file, "--until-step", "10"}).code, 0);
        const RunFolder run = bench.lastRun();
        QCOMPARE(readProgress(run).state, RunState::Stopped);
        QCOMPARE(readProgress(run).step, 10);
        QVERIFY(QString::fromStdString(readProgress(run).reason).startsWith("Stopped at step 10, as asked for"));
        QCOMPARE(bench.cli({"resume", "last", "--until-step", "14"}).code, 0);  // the end of an epoch: it is validated
        QCOMPARE(readProgress(run).validatedStep, 14);
        QCOMPARE(bench.cli({"resume", "last"}).code, 0);
        QCOMPARE(readProgress(run).state, RunState::Finished);
    }

    void aRerunIsGradedA() {
        const Workbench bench(WorkerKind::Real);
        QCOMPARE(bench.cli({"train", convolutional(bench)}).code, 0);
        const QString first = QString::fromStdString(bench.lastRun().id());
        const Outcome outcome = bench.cli({"rerun", first, "--json"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        QCOMPARE(outcome.json().object()["grade"], "A");
        QCOMPARE(outcome.json().object()["steps"], 28);
        QCOMPARE(bench.cli({"show", first, "--json"}).json().object()["reproducibility"].toObject()["grade"], "A");
        QCOMPARE(bench.cli({"grade", first, "--json"}).json().object()["other"].toString().toStdString(), bench.lastRun().id());
    }

    void runsThatShareAWorkerHaveTheNumbersOfRunsThatDoNot() {
        const Workbench bench(WorkerKind::Real);
        const QString file = convolutional(bench);
        QCOMPARE(bench.cli({"train", file}).code, 0);
        const RunFolder alone = bench.lastRun();
        std::vector<RunFolder> together;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(bench.cli({"queue", "add", file}).code, 0);
            together.push_back(bench.lastRun());
        }
        const Outcome served = bench.cli({"queue", "serve", "--until-empty"});
        QVERIFY2(served.code == 0, qPrintable(served.text()));
        for (const RunFolder& run : together) {
            QCOMPARE(readProgress(run).process, readProgress(together.front()).process);
            const Outcome grade = bench.cli({"grade", run.id().c_str(), alone.id().c_str(), "--json"});
            QVERIFY2(grade.json().object()["grade"] == "A", qPrintable(grade.text()));
            QVERIFY(QFile::exists(QString::fromStdString(run.logFile().string())));
        }
    }

    void aSharedWorkerThatDiesTakesNoOtherRunWithIt() {
        const Workbench bench(WorkerKind::Real);
        const QString endless = bench.experimentFile({{"training", QJsonObject{{"batch_size", 16}, {"epochs", 100'000}, {"threads", 1}}}});
        QCOMPARE(bench.cli({"queue", "add", endless}).code, 0);
        const RunFolder dies = bench.lastRun();
        QCOMPARE(bench.cli({"queue", "add", convolutional(bench)}).code, 0);
        const RunFolder lives = bench.lastRun();
        const auto server = bench.start({"queue", "serve", "--until-empty"});
        QTRY_VERIFY_WITH_TIMEOUT(readProgress(dies).step > 0, 30'000);
        bench.killWorker(dies);
        QVERIFY(server->waitForFinished(60'000));
        QCOMPARE(server->exitCode(), 3);
        QCOMPARE(readProgress(lives).state, RunState::Finished);
        QVERIFY(readProgress(lives).process != readProgress(dies).process);
    }
};

QTEST_GUILESS_MAIN(tst_E2eProve)
#include "tst_e2e_prove.moc"
