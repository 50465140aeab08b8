// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>
#include <QThread>

#include <signal.h>

#include "app/session/run_reader.h"
#include "workbench.h"

using namespace seekbench;

class tst_CommandLine : public QObject {
    Q_OBJECT

    static bool isOneSentenceOnStderr(const Outcome& outcome) {
        return outcome.output.isEmpty() && outcome.errors.startsWith("seekbench-cli: ") && outcome.errors.count('\n') == 1;
    }

private slots:
    void everyCommandHasHelp() {
        const Workbench bench(WorkerKind::StandIn);
        for (const QString& command :
             QString("train resume runs show metrics attach pause stop checkpoint queue operators check memory rebuild doctor")
                 .split(' ')) {
            QProcess process;
            process.start(QStringLiteral(SEEKBENCH_BINARY_DIR "/bin/seekbench-cli"), {command, "--help"});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
            QVERIFY(process.readAllStandardOutput().contains("Usage: seekbench-cli " + command.toUtf8()));
        }
    }

    void everyCommandKnowsTheWorkspace() {
        const Workbench bench(WorkerKind::StandIn);
        for (const QString& command :
             QString("train resume runs show metrics attach pause stop checkpoint operators check memory rebuild doctor").split(' '))
            QVERIFY2(bench.cli({command, "--help"}).output.contains("--workspace"), qPrintable(command));
        for (const char* command : {"serve", "list", "add", "remove"})
            QVERIFY2(bench.cli({"queue", command, "--help"}).output.contains("--workspace"), qPrintable(command));
    }

    void wrongWordsAreBadInput() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({}).code, 2);
        QCOMPARE(bench.cli({"fly"}).code, 2);
        QCOMPARE(bench.cli({"train"}).code, 2);
        QCOMPARE(bench.cli({"train", "x", "--epochs", "many"}).code, 2);
        QCOMPARE(bench.cli({"queue"}).code, 2);
        QCOMPARE(bench.cli({"queue", "fly"}).code, 2);
    }

    void aWorkspaceWithoutRunsSaysHowToMakeOne() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome list = bench.cli({"runs"});
        QCOMPARE(list.code, 0);
        QVERIFY(list.output.contains("seekbench-cli train FILE"));
        QCOMPARE(bench.cli({"runs", "--json"}).json().array().size(), 0);
        const Outcome show = bench.cli({"show", "last"});
        QCOMPARE(show.code, 2);
        QVERIFY(isOneSentenceOnStderr(show));
        QVERIFY(show.errors.contains("seekbench-cli train FILE"));
    }

    void trainJsonEndsWithTheOneLine() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"train", bench.scripted("steps 10"), "--json"});
        QCOMPARE(outcome.code, 0);
        const QJsonObject line = outcome.lastLine();
        QCOMPARE(line.keys(), (QStringList{"metrics", "run", "state"}));
        QCOMPARE(line["run"].toString().toStdString(), bench.lastRun().id());
        QCOMPARE(line["state"], "finished");
        QCOMPARE(line["metrics"].toObject()["val.loss"].toDouble(), 0.2);
    }

    void trainWithoutATerminalWritesPlainLines() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"train", bench.scripted("steps 10")});
        QVERIFY(outcome.output.contains("epoch 2 of 2: val.loss 0.2\n"));
        QVERIFY(!outcome.output.contains('\033') && !outcome.output.contains('\r'));
        QVERIFY(outcome.output.contains("It has finished all 10 steps."));
    }

    void optionsWinOverTheFile() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"train", bench.scripted("steps 5"), "--name", "另一个", "--epochs", "7", "--batch-size", "5",
                                           "--learning-rate", "0.25", "--seed", "9", "--threads", "2"});
        QCOMPARE(outcome.code, 0);
        const auto experiment = bench.lastRun().experiment();
        QVERIFY(experiment);
        QCOMPARE(experiment->name, "另一个");
        QCOMPARE(experiment->training.epochs, 7);
        QCOMPARE(experiment->training.batchSize, 5);
        QCOMPARE(experiment->training.seed, 9);
        QCOMPARE(experiment->training.threads, 2);
        QCOMPARE(std::get<double>(experiment->optimizer.parameters.at("learning_rate")), 0.25);
    }

    void anImpossibleOptionIsRefusedBeforeThereIsARun() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"train", bench.scripted("steps 5"), "--batch-size", "-1"});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(isOneSentenceOnStderr(outcome), outcome.errors.constData());
        QVERIFY(bench.workspace().runs().empty());
    }

    void threadsZeroBecomesTheNumberOfCores() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 5"), "--threads", "0"}).code, 0);
        QVERIFY(bench.lastRun().experiment()->training.threads > 0);
    }

    void aMissingWorkerIsSaidBeforeThereIsARun() {
        const Workbench bench(WorkerKind::StandIn);
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("SEEKBENCH_WORKER", "/nowhere/worker");
        environment.insert("SEEKBENCH_RESOURCES", SEEKBENCH_SOURCE_DIR "/resources");
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SEEKBENCH_BINARY_DIR "/bin/seekbench-cli"),
                      {"train", bench.scripted("steps 5"), "--workspace", bench.folder()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("$SEEKBENCH_WORKER names /nowhere/worker"));
        QVERIFY(bench.workspace().runs().empty());
    }

    void aWorkerThatRefusesHasTheLastWord() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"train", bench.scripted("refuse")});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.errors.contains("This worker refuses."), outcome.errors.constData());
    }

    void aKilledWorkerIsSaidInWordsWithTheCommandToResume() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"train", bench.scripted("steps 20 die 13")});
        const QByteArray id = QByteArray::fromStdString(bench.lastRun().id());
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.output.contains("It was interrupted at step 13 of 20: its worker was killed or crashed."));
        QVERIFY(outcome.output.contains("seekbench-cli resume " + id));
        QCOMPARE(bench.cli({"runs", "--json"}).json().array().at(0).toObject()["state"], "interrupted");
    }

    void aFailedRunSaysWhy() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"train", bench.scripted("fail 3"), "--json"});
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.lastLine()["state"], "failed");
        QVERIFY(outcome.errors.contains("The data ended."));
    }

    void ctrlCStopsTheRunAndSaysHowToResume() {
        const Workbench bench(WorkerKind::StandIn);
        const auto train = bench.start({"train", bench.scripted("steps 500 pause 20")});
        QVERIFY(train->waitForReadyRead());
        ::kill(static_cast<pid_t>(train->processId()), SIGINT);
        QVERIFY(train->waitForFinished(10'000));
        const RunFolder run = bench.lastRun();
        QCOMPARE(train->exitCode(), 3);
        QVERIFY(train->readAllStandardOutput().contains("seekbench-cli resume " + QByteArray::fromStdString(run.id())));
        QCOMPARE(readProgress(run).state, RunState::Stopped);
    }

    void ctrlCTwiceLeavesTheRunGoingAndSaysHowToAttach() {
        const Workbench bench(WorkerKind::StandIn);
        const auto train = bench.start({"train", bench.scripted("steps 500 pause 20 deaf")});
        QVERIFY(train->waitForReadyRead());
        ::kill(static_cast<pid_t>(train->processId()), SIGINT);
        QThread::msleep(200);
        ::kill(static_cast<pid_t>(train->processId()), SIGINT);
        QVERIFY(train->waitForFinished(10'000));
        QCOMPARE(train->exitCode(), 3);
        QVERIFY(train->readAllStandardOutput().contains("seekbench-cli attach"));
        QVERIFY(bench.lastRun().isAlive());
    }

    void attachFollowsToTheEnd() {
        const Workbench bench(WorkerKind::StandIn);
        bench.train(bench.scripted("steps 60 pause 10"));
        const Outcome outcome = bench.cli({"attach", "last", "--json"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.lastLine()["state"], "finished");
        QCOMPARE(bench.rows(), bench.rebuiltRows());
    }

    void pausedRunsGoOnByResume() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 100 pause 10"));
        const Outcome pause = bench.cli({"pause", "last"});
        QVERIFY2(pause.code == 0 && pause.output.contains("It is paused at step"), qPrintable(pause.text()));
        QCOMPARE(readProgress(run).state, RunState::Paused);
        QCOMPARE(bench.cli({"resume", "last"}).code, 0);
        QCOMPARE(readProgress(run).state, RunState::Finished);
        QCOMPARE(readProgress(run).attempt, 1u);
    }

    void aSecondResumeOfALiveRunIsRefused() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 500 pause 20"));
        const Outcome outcome = bench.cli({"resume", "last"});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(isOneSentenceOnStderr(outcome), outcome.errors.constData());
        QVERIFY(outcome.errors.contains("already training"));
        QVERIFY(run.isAlive());
    }

    void stopReturnsWhenTheRunCanBeResumed() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 100 pause 10"));
        const Outcome stop = bench.cli({"stop", "last", "--json"});
        QCOMPARE(stop.code, 0);
        QCOMPARE(stop.json().object()["state"], "stopped");
        QVERIFY(!run.isAlive());
        QCOMPARE(bench.cli({"resume", "last"}).code, 0);
    }

    void aWorkerThatDiesBeforeItAnswersIsSaid() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 1000 pause 10 deaf"));
        const auto stop = bench.start({"stop", "last"});
        QTest::qWait(300);  // long enough to connect; sooner, the sentence is that no worker is there
        bench.killWorker(run);
        QVERIFY(stop->waitForFinished());
        QCOMPARE(stop->exitCode(), 2);
        const QByteArray errors = stop->readAllStandardError();
        QVERIFY2(errors.contains("seekbench-cli show " + QByteArray::fromStdString(run.id())), errors.constData());
    }

    void commandsToARunThatIsOverAreRefused() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 5")}).code, 0);
        for (const char* verb : {"pause", "stop", "checkpoint"}) {
            const Outcome outcome = bench.cli({verb, "last"});
            QCOMPARE(outcome.code, 2);
            QVERIFY(isOneSentenceOnStderr(outcome));
        }
    }

    void metricsJsonHasStepsAndValues() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 10")}).code, 0);
        const QJsonObject all = bench.cli({"metrics", "last", "--json"}).json().object();
        QCOMPARE(all.keys(), (QStringList{"train.loss", "val.loss"}));
        QCOMPARE(all["train.loss"].toArray().size(), 10);
        QCOMPARE(all["val.loss"].toArray(), (QJsonArray{QJsonArray{5, 0.4}, QJsonArray{10, 0.2}}));
        const QJsonObject one = bench.cli({"metrics", "last", "val.loss", "--json"}).json().object();
        QCOMPARE(one.keys(), QStringList{"val.loss"});
    }

    void anUnknownSeriesIsBadInput() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 5")}).code, 0);
        const Outcome outcome = bench.cli({"metrics", "last", "val.los"});
        QCOMPARE(outcome.code, 2);
        QVERIFY(isOneSentenceOnStderr(outcome));
    }

    void showTellsAllAboutARun() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 20 die 13")}).code, 3);
        const QByteArray text = bench.cli({"show", "last"}).output;
        for (const char* part : {"It was interrupted", "resume", "Attempts", "Checkpoints", "train.loss", "synthetic"})
            QVERIFY2(text.contains(part), part);
        const QJsonObject json = bench.cli({"show", "last", "--json"}).json().object();
        QCOMPARE(json["state"], "interrupted");
        QCOMPARE(json["attempts"].toArray().size(), 1);
    }

    void runsAreListedNewestFirst() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 5"), "--name", "old"}).code, 0);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 5"), "--name", "new"}).code, 0);
        const QJsonArray runs = bench.cli({"runs", "--json"}).json().array();
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.at(0).toObject()["name"], "new");
        QCOMPARE(runs.at(1).toObject()["state"], "finished");
    }

    void checkJsonHasCostsAndDiagnostics() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome outcome = bench.cli({"check", bench.experimentFile(), "--json"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        const QJsonObject json = outcome.json().object();
        QCOMPARE(json["parameters"].toInt(), 8 * 16 + 16 + 16 * 3 + 3);
        QCOMPARE(json["macs"].toInt(), 8 * 16 + 16 * 3);
        QVERIFY(json["diagnostics"].toArray().isEmpty());
    }

    void memoryTellsTheForecastByCategoryAndLayer() {
        const Workbench bench(WorkerKind::StandIn);
        const QJsonObject forecast = bench.cli({"memory", bench.experimentFile(), "--json"}).json().object();
        double sum = 0;
        for (const char* category : {"parameters", "gradients", "optimizer", "activations", "input", "workspace"})
            sum += forecast["forecast"].toObject()[category].toDouble();
        QVERIFY(sum > 0);
        QCOMPARE(sum, forecast["forecast"].toObject()["total"].toDouble());
        double layers = 0;
        for (const QJsonValue& layer : forecast["layers"].toArray()) layers += layer["forecast"]["total"].toDouble();
        QCOMPARE(layers, sum);
        const Outcome text = bench.cli({"memory", bench.experimentFile()});
        QCOMPARE(text.code, 0);
        QVERIFY(text.output.contains("Optimizer state"));
        const Outcome nobody = bench.cli({"memory", "20200101-nothing"});
        QCOMPARE(nobody.code, 2);
    }

    void checkMakesNoWorkspace() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"check", bench.experimentFile()}).code, 0);
        QVERIFY(!QFileInfo::exists(bench.folder()));
    }

    void codeIsPrintedOrWritten() {
        const Workbench bench(WorkerKind::StandIn);
        const Outcome printed = bench.cli({"code", bench.experimentFile()});
        QVERIFY2(printed.code == 0 && printed.output.contains("class Model(nn.Module):"), qPrintable(printed.text()));
        const QString path = bench.writeFile("model.h", {});
        QCOMPARE(bench.cli({"code", bench.experimentFile(), "--style", "cpp", "--output", path}).code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().endsWith("TORCH_MODULE(Model);\n"));
        const Outcome wrong = bench.cli({"code", bench.experimentFile(), "--style", "latin"});
        QVERIFY2(wrong.code == 2 && wrong.text().contains("There is no style latin. Choose one of: ") && wrong.text().contains("module"),
                 qPrintable(wrong.text()));
        QVERIFY(!QFileInfo::exists(bench.folder()));
    }

    void dataAreDescribedAndPreviewed() {
        const Workbench bench(WorkerKind::StandIn);
        QByteArray rows("年龄,sum,label\n");
        for (int i = 0; i < 60; ++i)
            rows += QByteArray::number(20 + i * 7 % 31) + "," + QByteArray::number(i * 13 % 47) + (i % 3 ? ",good\n" : ",bad\n");
        const QString path = bench.writeFile("数据.csv", rows);
        const Outcome told = bench.cli({"data", "describe", path});
        QVERIFY2(told.code == 0 && told.output.contains("Table (CSV, TSV) (csv)") && told.output.contains("年龄"), qPrintable(told.text()));
        QVERIFY2(told.output.contains("dataset.target = \"label\"") && told.output.contains("66.67 %"), qPrintable(told.text()));
        const QJsonObject json = bench.cli({"data", "describe", path, "--json", "--target", "sum"}).json().object();
        QCOMPARE(json["rows"].toInt(), 60);
        QCOMPARE(json["columns"].toArray().at(0)["min"].toInt(), 20);
        QCOMPARE(json["dataset"]["target"].toString(), QStringLiteral("sum"));
        QCOMPARE(json["split"]["method"].toString(), QStringLiteral("random"));
        const Outcome preview = bench.cli({"data", "preview", path, "--rows", "2"});
        QCOMPARE(preview.output.count('\n'), 3);
        // What is proposed can be trained on.
        QJsonObject dataset = bench.cli({"data", "describe", path, "--json"}).json().object()["dataset"].toObject();
        const Outcome check = bench.cli({"check", bench.experimentFile({{"dataset", dataset}})});
        QVERIFY2(!check.text().contains("error: dataset"), qPrintable(check.text()));  // only the graph does not fit
        const Outcome wrong = bench.cli({"data", "describe", bench.writeFile("empty.csv", {})});
        QVERIFY2(wrong.code == 2 && wrong.text().count('\n') == 1 && wrong.text().contains("The file is empty."), qPrintable(wrong.text()));
        QVERIFY(!QFileInfo::exists(bench.folder()));
    }

    void operatorsListPrimitivesAndComposites() {
        const Workbench bench(WorkerKind::StandIn);
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("SEEKBENCH_RESOURCES", SEEKBENCH_SOURCE_DIR "/resources");
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SEEKBENCH_BINARY_DIR "/bin/seekbench-cli"), {"operators", "--json"});
        QVERIFY(process.waitForFinished());
        QHash<QString, QJsonObject> operators;
        for (const QJsonValue& entry : QJsonDocument::fromJson(process.readAllStandardOutput()).array())
            operators[entry["id"].toString()] = entry.toObject();
        QCOMPARE(operators["Conv2d"]["composite"], false);
        QVERIFY(operators["Conv2d"]["parameters"].toArray().size() > 3);
        QCOMPARE(operators["ResidualBlock"]["composite"], true);
    }

    void operatorsOfTheWorkspaceAreListed() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"operators"}).code, 0);
        QVERIFY(!QFileInfo::exists(bench.folder()));  // looking makes no workspace
        QFile body(QStringLiteral(SEEKBENCH_SOURCE_DIR "/resources/operators/composite/ResidualBlock.json"));
        QVERIFY(body.open(QIODevice::ReadOnly));
        const QByteArray own = body.readAll().replace("\"ResidualBlock\"", "\"MyBlock\"");
        QFile file(QString::fromStdString(bench.workspace().operatorsFolder().string()) + "/MyBlock.json");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(own) == own.size());
        file.close();
        const Outcome list = bench.cli({"operators"});
        QVERIFY2(list.output.contains("MyBlock") && list.output.contains("ResidualBlock"), qPrintable(list.text()));
    }

    void checkLooksAtTheDataWhereItIsThere() {
        const Workbench bench(WorkerKind::StandIn);
        const auto pictures =
            bench.writeFile("pictures", QByteArray("\0\0\x08\x03\0\0\0\x04\0\0\0\x02\0\0\0\x02", 16) + QByteArray(16, 'x'));
        const auto labels = bench.writeFile("labels", QByteArray("\0\0\x08\x01\0\0\0\x04\0\1\2\0", 12));
        const auto experiment = [&](const QString& labelFile) {
            return bench.experimentFile(
                {{"dataset", QJsonObject{{"kind", "idx"}, {"classes", 3}, {"train_images", pictures}, {"train_labels", labelFile}}}});
        };
        const Outcome wrong = bench.cli({"check", experiment(labels)});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.output.contains("Expected [batch, 1, 2, 2], got [batch, 8]"), qPrintable(wrong.text()));
        QCOMPARE(bench.cli({"train", experiment(labels)}).code, 2);
        QVERIFY(bench.workspace().runs().empty());
        const Outcome absent = bench.cli({"check", experiment("/nowhere/labels")});
        QCOMPARE(absent.code, 2);  // as train does
        QVERIFY2(absent.output.contains("error: dataset: ") && absent.output.contains("/nowhere/labels"), qPrintable(absent.text()));
    }

    void rebuildMakesTheSameDatabase() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 50")}).code, 0);
        const auto before = bench.rows();
        QVERIFY(QFile::remove(bench.folder() + "/seekbench.sqlite"));
        QCOMPARE(bench.cli({"rebuild"}).code, 0);
        QCOMPARE(bench.rows(), before);
    }

    void doctorLooksAtEverything() {
        const Workbench bench(WorkerKind::StandIn);
        const QByteArray text = bench.cli({"doctor"}).output;
        for (const char* part : {"is writable", "MB are free", "database opens", "worker starts: stand-in 1", "threads", "queue"})
            QVERIFY2(text.contains(part), part);
    }

    void aClosedPipeEndsQuietly() {
        const Workbench bench(WorkerKind::StandIn);
        QCOMPARE(bench.cli({"train", bench.scripted("steps 5000")}).code, 0);
        QProcess shell;
        shell.start("sh", {"-c", "\"$0\" metrics last train.loss --workspace \"$1\" | head -n 1", SEEKBENCH_BINARY_DIR "/bin/seekbench-cli",
                           bench.folder()});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("step\ttrain.loss\n"));
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_command_line.moc"
