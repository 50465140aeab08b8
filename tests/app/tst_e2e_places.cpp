// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

#include "app/session/run_reader.h"
#include "workbench.h"

using namespace seekbench;

// A small file system in memory at a folder, while this object lives.
class SmallDisk {
public:
    SmallDisk(const QString& folder, const char* size) : m_folder(folder.toUtf8()) {
        QDir().mkpath(folder);
        m_mounted = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, (QByteArray("size=") + size).constData()) == 0;
    }
    ~SmallDisk() {
        if (m_mounted) ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isThere() const { return m_mounted; }
    bool grow(const char* size) const {
        return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT, (QByteArray("size=") + size).constData()) == 0;
    }

private:
    QByteArray m_folder;
    bool m_mounted = false;
};

class tst_E2ePlaces : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
    }

    void everyKindOfPathWorks_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("spaces") << "with some  spaces";
        QTest::newRow("Chinese") << "工作区/张三 测试";
        QTest::newRow("emoji") << "🚀🧪";
        QTest::newRow("150 bytes") << QString(150, 'x');
        QTest::newRow("150 bytes of Chinese") << QString(50, QChar(u'长'));
        QTest::newRow("signs") << "it's \"100 %1\" $HOME";
    }

    void everyKindOfPathWorks() {
        QFETCH(QString, folder);
        const Workbench bench(WorkerKind::Real, folder);
        const RunFolder run =
            bench.train(bench.experimentFile({{"training", QJsonObject{{"batch_size", 16}, {"epochs", 2000}, {"threads", 1}}}}));
        QTRY_VERIFY(readProgress(run).step > 0);
        const Outcome stop = bench.cli({"stop", "last"});
        QVERIFY2(stop.code == 0, qPrintable(stop.text()));
        QVERIFY(bench.cli({"show", "last"}).output.contains(folder.toUtf8()));
        QVERIFY(!bench.database().points(run.id(), "train.loss").valueOr({}).empty());
    }

    void aFileInTheWayOfTheWorkspaceIsSaid() {
        const Workbench bench(WorkerKind::Real, "file/workspace");
        bench.writeFile("file", "not a folder");
        const Outcome outcome = bench.cli({"train", bench.experimentFile()});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.errors.count('\n'), 1);
        QVERIFY(outcome.errors.contains("could not be made"));
    }

    void aFolderThatMayNotBeWrittenIsSaid() {
        if (::geteuid() == 0) QSKIP("root may write everywhere");
        const Workbench bench(WorkerKind::Real, "closed/workspace");
        QDir(bench.parentFolder()).mkdir("closed");
        QFile::setPermissions(bench.parentFolder() + "/closed", QFile::ReadOwner | QFile::ExeOwner);
        const Outcome outcome = bench.cli({"train", bench.experimentFile()});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.errors.count('\n'), 1);
        QVERIFY(outcome.errors.contains("--workspace"));
    }

    void aFullDiskEndsTheRunWithASentenceAndLosesNothing() {
        const Workbench bench(WorkerKind::Real);
        const SmallDisk disk(bench.folder() + "/runs", "3m");
        if (!disk.isThere()) QSKIP("a small file system cannot be mounted here (needs root)");
        const QString file = bench.experimentFile(
            {{"training", QJsonObject{{"batch_size", 16}, {"epochs", 2000}, {"threads", 1}, {"checkpoint_interval", 200}}}});
        const Outcome full = bench.cli({"train", file}, 120'000);
        QCOMPARE(full.code, 3);
        QVERIFY2(full.output.contains("The disk is full") && full.output.contains("Free some disk space"), qPrintable(full.text()));
        const RunFolder run = bench.lastRun();
        const auto steps = readProgress(run).step;
        QVERIFY(steps > 0);
        QCOMPARE(static_cast<std::int64_t>(bench.database().points(run.id(), "train.loss").valueOr({}).size()), steps);

        QVERIFY(disk.grow("100m"));
        QCOMPARE(bench.cli({"resume", "last", "--detach"}).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(readProgress(run).step > steps, 30'000);
        QCOMPARE(bench.cli({"stop", "last"}).code, 0);
        QCOMPARE(bench.cli({"runs"}).code, 0);
        QCOMPARE(bench.rows(), bench.rebuiltRows());
    }

    void aRunThatCannotBeWrittenAtAllLeavesNothingHalf() {
        const Workbench bench(WorkerKind::Real);
        const SmallDisk disk(bench.folder() + "/runs", "4k");
        if (!disk.isThere()) QSKIP("a small file system cannot be mounted here (needs root)");
        const Outcome outcome = bench.cli({"train", bench.experimentFile()});
        QVERIFY(outcome.code == 2);
        QVERIFY2(outcome.errors.contains("Free some disk space"), outcome.errors.constData());
        QVERIFY(QDir(bench.folder() + "/runs").isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_E2ePlaces)
#include "tst_e2e_places.moc"
