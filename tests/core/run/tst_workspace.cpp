// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "core/base/file.h"
#include "core/run/run_folder.h"

using namespace seekbench;

class tst_Workspace : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    // A workspace with runs of these ids.
    Workspace workspaceWith(const std::vector<std::string>& ids) {
        auto workspace = Workspace::open(m_folder.path().toStdString() + "/工作 space " + std::to_string(++m_count));
        if (!workspace) qFatal("%s", workspace.error().english().c_str());
        for (const std::string& id : ids) {
            std::filesystem::create_directory(workspace->runsFolder() / id);
            if (!writeFileAtomically(workspace->runsFolder() / id / "experiment.json", "{}")) qFatal("no run");
        }
        return *workspace;
    }
    static QString complaint(const Workspace& workspace, std::string_view id) {
        const auto found = workspace.find(id);
        return found ? QString() : QString::fromStdString(found.error().english());
    }

private slots:
    void openingMakesTheParts() {
        const Workspace workspace = workspaceWith({});
        for (const auto& folder : {workspace.runsFolder(), workspace.queueFolder(), workspace.operatorsFolder()})
            QVERIFY(std::filesystem::is_directory(folder));
        QVERIFY(Workspace::open(workspace.path()));
    }

    void relativeFolderIsMadeAbsolute() {
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(m_folder.path().toStdString());
        const auto workspace = Workspace::open("relative");
        std::filesystem::current_path(before);
        QVERIFY(workspace && workspace->path().is_absolute());
        QVERIFY(std::filesystem::is_directory(workspace->runsFolder()));
    }

    void folderThatCannotBeMadeIsNamed() {
        const std::string file = m_folder.path().toStdString() + "/file";
        QVERIFY(writeFileAtomically(file, ""));
        const auto workspace = Workspace::open(file + "/below");
        QVERIFY(!workspace);
        QVERIFY(QString::fromStdString(workspace.error().english()).contains("below"));
    }

    void runsAreListedNewestFirstAndOthersLeftOut() {
        const Workspace workspace = workspaceWith({"20260102-000000-0001", "20260103-000000-0000", "20260102-000000-0002"});
        std::filesystem::create_directory(workspace.runsFolder() / "20260104-000000-0000");  // being made: no experiment yet
        std::vector<std::string> ids;
        for (const RunFolder& run : workspace.runs()) ids.push_back(run.id());
        QCOMPARE(ids, (std::vector<std::string>{"20260103-000000-0000", "20260102-000000-0002", "20260102-000000-0001"}));
    }

    void runIsFoundByIdPrefixAndLast() {
        const Workspace workspace = workspaceWith({"20260102-000000-0001", "20260103-000000-0000"});
        QCOMPARE(workspace.find("20260102-000000-0001")->id(), std::string("20260102-000000-0001"));
        QCOMPARE(workspace.find("20260102")->id(), std::string("20260102-000000-0001"));
        QCOMPARE(workspace.find("last")->id(), std::string("20260103-000000-0000"));
    }

    void wholeIdWinsOverLongerOnes() {
        const Workspace workspace = workspaceWith({"run1", "run10"});
        QCOMPARE(workspace.find("run1")->id(), std::string("run1"));
    }

    void ambiguousPrefixListsItsCandidates() {
        const QString text = complaint(workspaceWith({"20260102-000000-0001", "20260102-000000-0002", "20270101-000000-0000"}), "20260102");
        QVERIFY(text.contains("20260102-000000-0001") && text.contains("20260102-000000-0002"));
        QVERIFY(!text.contains("20270101"));
    }

    void longListsAreCut() {
        std::vector<std::string> ids;
        for (int i = 10; i < 30; ++i) ids.push_back("20260102-000000-00" + std::to_string(i));
        QVERIFY(complaint(workspaceWith(ids), "20260102").contains("and 15 more"));
    }

    void unknownAndShortIdsAreRefusedWithAdvice() {
        const Workspace workspace = workspaceWith({"20260102-000000-0001"});
        QVERIFY(complaint(workspace, "2027").contains("20260102-000000-0001"));
        QVERIFY(complaint(workspace, "202").contains("too short"));
        QVERIFY(complaint(workspace, "").contains("too short"));
        QVERIFY(complaint(workspace, "../runs/20260102-000000-0001").contains("no run"));
    }

    void emptyWorkspaceSaysHowToBegin() { QVERIFY(complaint(workspaceWith({}), "last").contains("seekbench-cli train")); }
};

QTEST_APPLESS_MAIN(tst_Workspace)
#include "tst_workspace.moc"
