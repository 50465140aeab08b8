// SPDX-License-Identifier: GPL-3.0-or-later
// The program `seekbench` from outside: arguments, pictures of itself, and a kill in the middle of a training.
#include <signal.h>

#include <QtTest/QtTest>

#include "tests/app/workbench.h"

using namespace seekbench;

class WindowProgramTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<QProcess> start(const QStringList& arguments) {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SEEKBENCH_WORKER"), QStringLiteral(SEEKBENCH_BINARY_DIR "/bin/seekbench-worker"));
        environment.insert(QStringLiteral("SEEKBENCH_RESOURCES"), QStringLiteral(SEEKBENCH_SOURCE_DIR "/resources"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(SEEKBENCH_BINARY_DIR "/bin/seekbench"), arguments);
        if (!process->waitForStarted()) qFatal("seekbench does not start");
        return process;
    }

private slots:
    void badArgumentsAreToldAndLeaveWithTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("theme") << QStringList{"--theme", "purple"};
        QTest::addRow("language") << QStringList{"--language", "tlh"};
        QTest::addRow("two files") << QStringList{"a.json", "b.json"};
        QTest::addRow("workspace") << QStringList{"--workspace", "/proc/nowhere"};
    }
    void badArgumentsAreToldAndLeaveWithTwo() {
        QFETCH(QStringList, arguments);
        QTemporaryDir folder;
        if (!arguments.contains("--workspace")) arguments += {"--workspace", folder.path()};
        const auto process = start(arguments);
        QVERIFY(process->waitForFinished(30'000));
        QCOMPARE(process->exitCode(), 2);
        QVERIFY(!process->readAllStandardError().isEmpty());
    }

    void itTakesPicturesOfItself() {
        const Workbench workbench(WorkerKind::Real);
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        QCOMPARE(workbench.cli({"train", workbench.experimentFile(), "--json"}).code, 0);
        const QString folder = workbench.parentFolder() + "/图 pictures";
        const auto process = start({"--workspace", workbench.folder(), "--screenshot", folder, "--language", "zh_CN", "--theme", "dark"});
        QVERIFY(process->waitForFinished(120'000));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        for (const char* name : {"design", "train", "compare"}) {
            const QImage image(folder + "/" + name + ".png");
            QVERIFY2(image.width() >= 800, name);
        }
    }

    void aKilledWindowLeavesTheRunAtWork() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        // With an empty workspace it trains a demonstration for its pictures; it is killed in the middle of that.
        const auto process = start(
            {"--workspace", workbench.folder(), "--screenshot", workbench.parentFolder(),
             workbench.experimentFile(
                 {{"training", QJsonObject{{"batch_size", 1}, {"epochs", 2}, {"threads", 1}}},
                  {"dataset", QJsonObject{{"kind", "synthetic"}, {"shape", QJsonArray{8}}, {"classes", 3}, {"train_samples", 6000}}}})});
        QTRY_VERIFY_WITH_TIMEOUT(!workbench.workspace().runs().empty() && workbench.lastRun().isAlive(), 60'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
        QVERIFY(process->waitForFinished());
        const RunFolder run = workbench.lastRun();
        QVERIFY(workbench.waitUntilEnded(run, 120'000));
        QCOMPARE(workbench.cli({"show", "last", "--json"}).json().object().value("state").toString(), QStringLiteral("finished"));
    }
};

QTEST_GUILESS_MAIN(WindowProgramTest)
#include "tst_window_program.moc"
