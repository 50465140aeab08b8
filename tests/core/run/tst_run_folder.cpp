// SPDX-License-Identifier: Apache-2.0
#include <QDateTime>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <thread>

#include "core/base/file.h"
#include "core/run/run_folder.h"

using namespace seekbench;

namespace {

Experiment anExperiment() {
    Experiment experiment;
    experiment.name = "first";
    experiment.graph.nodes.emplace("image", Node{.name = "image", .op = "Input", .parameters = {{"shape", Integers{4}}}});
    experiment.dataset = {"synthetic", {}};
    return experiment;
}

const RunNote kNote{.name = "实验 1", .colour = "#1f77B4", .notes = "two\nlines", .trashed = true};

}  // namespace

class tst_RunFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path runs() const { return m_folder.path().toStdString() + "/runs"; }
    Result<RunFolder> create() const { return RunFolder::create(runs(), anExperiment(), kNote); }

private slots:
    void createdRunIsFoundAgain() {
        const auto created = create();
        QVERIFY2(created, created ? "" : created.error().english().c_str());
        const auto opened = RunFolder::open(created->path());
        QVERIFY(opened);
        QCOMPARE(opened->id(), created->id());
        QCOMPARE(*opened->experiment(), anExperiment());
        QCOMPARE(*opened->note(), kNote);
    }

    void idIsTheTimeOfCreation() {
        const auto run = create();
        const auto match = QRegularExpression("^(\\d{8}-\\d{6})-[0-9a-f]{4}$").match(QString::fromStdString(run->id()));
        QVERIFY(match.hasMatch());
        auto time = QDateTime::fromString(match.captured(1), "yyyyMMdd-hhmmss");
        time.setTimeSpec(Qt::UTC);
        QVERIFY(std::abs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }

    void idsSortByTime() {
        std::string last;
        for (int i = 0; i < 50; ++i) {
            const auto run = create();
            QVERIFY(run && last < run->id());
            last = run->id();
        }
    }

    void runsCreatedAtOnceHaveDifferentFolders() {
        std::vector<std::string> ids(40);
        {
            std::vector<std::jthread> threads;
            for (std::string& id : ids) threads.emplace_back([this, &id] { id = create()->id(); });
        }
        const std::set<std::string> different(ids.begin(), ids.end());
        QCOMPARE(different.size(), ids.size());
    }

    void everyKindOfNameWorks() {
        std::string longName(150, 'x');
        for (const std::string& name :
             {std::string("with some spaces"), std::string("工作区/实验"), std::string("🚀 \"quoted\" %1"), longName}) {
            const auto run = RunFolder::create(runs() / name, anExperiment(), kNote);
            QVERIFY2(run, name.c_str());
            QCOMPARE(*RunFolder::open(run->path())->experiment(), anExperiment());
        }
    }

    void nothingIsLeftOfARunThatCouldNotBeMade() {
        std::filesystem::create_directories(runs());
        const std::filesystem::path file = runs() / "a file";
        QVERIFY(writeFileAtomically(file, ""));
        const auto run = RunFolder::create(file, anExperiment(), kNote);
        QVERIFY(!run);
        QVERIFY(QString::fromStdString(run.error().english()).contains("a file"));
    }

    void folderWithoutExperimentIsNoRun() {
        std::filesystem::create_directories(runs() / "empty");
        QCOMPARE(RunFolder::open(runs() / "empty").error().code(), ErrorCode::NotFound);
    }

    void trailingSlashChangesNothing() {
        const auto run = create();
        QCOMPARE(RunFolder::open(run->path() / "")->id(), run->id());
    }

    void missingNoteSaysNothing() {
        const auto run = create();
        std::filesystem::remove(run->noteFile());
        QCOMPARE(*run->note(), RunNote{});
    }

    void brokenNoteIsAnErrorThatNamesTheFile() {
        const auto run = create();
        QVERIFY(writeFileAtomically(run->noteFile(), "{"));
        QVERIFY(QString::fromStdString(run->note().error().english()).contains("run.json"));
    }

    void noteSurvivesItsText() {
        QCOMPARE(*runNoteFromText(runNoteToText(kNote)), kNote);
        QCOMPARE(*runNoteFromText(runNoteToText({})), RunNote{});
    }

    void strangeNotesAreRefused() {
        const auto says = [](const char* text) { return QString::fromStdString(runNoteFromText(text).error().english()); };
        QVERIFY(says(R"({"format": "seekbench-run", "version": 1, "nmae": "x"})").contains("nmae"));
        QVERIFY(says(R"({"format": "seekbench-run", "version": 1, "name": 3})").contains("name"));
        QVERIFY(says(R"({"format": "seekbench-run", "version": 1, "colour": "red"})").contains("colour"));
        QVERIFY(says(R"({"format": "seekbench-run", "version": 2})").contains("Update Seekbench"));
    }

    void runIsAliveWhileItsLockIsHeld() {
        const auto run = create();
        QVERIFY(!run->isAlive());
        {
            const auto lock = FileLock::acquire(run->lockFile(), FileLock::Kind::Exclusive);
            QVERIFY(lock && run->isAlive());
        }
        QVERIFY(!run->isAlive());
    }
};

QTEST_APPLESS_MAIN(tst_RunFolder)
#include "tst_run_folder.moc"
