// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "app/gui/document_file.h"
#include "core/base/file.h"

using namespace seekbench;

namespace {

// One window's document on a workspace that several may share.
struct Window {
    ExperimentDocument document;
    DocumentFile file;

    explicit Window(const Workspace& workspace) : file(document, workspace, {}) {}
    void name(const char* name) {
        document.changeSettings([&](Experiment& settings) { settings.name = name; }, QStringLiteral("Rename"));
    }
    bool waitForCopy() {
        QSignalSpy spy(&file, &DocumentFile::autosaved);
        return spy.wait(5000);
    }
};

}  // namespace

class DocumentFileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    Workspace workspace() const { return Workspace::open(m_folder->path().toStdString()).value(); }
    std::filesystem::path path(const char* name) const { return std::filesystem::path(m_folder->path().toStdString()) / name; }
    QStringList copies() const { return QDir(m_folder->filePath(QStringLiteral("autosave"))).entryList({QStringLiteral("*.json")}); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsSavedIsReadBackEqual() {
        Window window(workspace());
        window.file.openUnsaved({});
        window.name("幽灵 👻");
        QVERIFY(window.file.saveAs(path("幽灵 x.json")));
        QVERIFY(!window.file.isModified());
        const Experiment saved = window.document.experiment();
        window.file.openUnsaved({});
        QVERIFY(window.file.open(path("幽灵 x.json")));
        QVERIFY(window.document.experiment() == saved);
        QCOMPARE(window.file.title(), QStringLiteral("幽灵 x"));
    }

    void aChangeIsCopiedAndComesBackAfterTheWindowWasKilled() {
        {
            Window window(workspace());
            window.file.openUnsaved({});
            window.name("unsaved");
            QVERIFY(window.waitForCopy());
            QCOMPARE(copies().size(), 1);
        }  // as a kill leaves it: the lock is gone, the copy is there
        Window window(workspace());
        QVERIFY(window.file.restore());
        QCOMPARE(window.document.experiment().name, std::string("unsaved"));
        QVERIFY(window.file.isModified());
    }

    void theCopyKnowsItsFile() {
        {
            Window window(workspace());
            window.file.openUnsaved({});
            QVERIFY(window.file.saveAs(path("a.json")));
            window.name("newer");
            window.file.keepCopy();
        }
        Window window(workspace());
        QVERIFY(window.file.restore());
        QVERIFY(window.file.path() == path("a.json"));
        QVERIFY(window.file.save());
        QVERIFY(QString::fromStdString(readFile(path("a.json")).value()).contains(QStringLiteral("newer")));
        QVERIFY(copies().isEmpty());
    }

    void savingAndUndoingToTheSavedStateNeedNoCopy() {
        Window window(workspace());
        window.file.openUnsaved({});
        window.name("x");
        QVERIFY(window.waitForCopy());
        window.document.undoStack().undo();
        QTRY_VERIFY(copies().isEmpty());
    }

    void twoWindowsKeepTwoCopies() {
        Window first(workspace()), second(workspace());
        for (Window* window : {&first, &second}) {
            window->file.openUnsaved({});
            window->name(window == &first ? "first" : "second");
            QVERIFY(window->waitForCopy());
        }
        QCOMPARE(copies().size(), 2);
    }

    void aDamagedCopyIsToldAndKeptAside() {
        {
            Window window(workspace());
            window.file.openUnsaved({});
            window.name("x");
            window.file.keepCopy();
        }
        const QString copy = m_folder->filePath(QStringLiteral("autosave/") + copies().front());
        QVERIFY(QFile(copy).resize(20));
        Window window(workspace());
        QSignalSpy failed(&window.file, &DocumentFile::failed);
        QVERIFY(!window.file.restore());
        QCOMPARE(failed.count(), 1);
        QVERIFY(QFile::exists(QString(copy).replace(QStringLiteral(".json"), QStringLiteral(".damaged"))));
    }

    void aFileThatCannotBeReadLeavesTheDocumentAsItIs() {
        Window window(workspace());
        window.file.openUnsaved({});
        window.name("kept");
        QVERIFY(writeFileAtomically(path("bad.json"), "{\"format\": \"seekbench-experiment\", \"version\": 99}"));
        QVERIFY(!window.file.open(path("bad.json")));
        QVERIFY(!window.file.open(path("nobody.json")));
        QCOMPARE(window.document.experiment().name, std::string("kept"));
    }

    void anUnwritablePlaceIsToldAndNothingIsLost() {
        Window window(workspace());
        window.file.openUnsaved({});
        window.name("kept");
        QVERIFY(!window.file.saveAs(path("no/such/folder/a.json")));
        QVERIFY(window.file.isModified());
        QVERIFY(!window.file.path());
    }
};

QTEST_MAIN(DocumentFileTest)
#include "tst_document_file.moc"
