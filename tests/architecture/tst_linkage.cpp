// SPDX-License-Identifier: Apache-2.0
// Reads with the dynamic loader's own tool which libraries the programs that were built would map.
#include <QtTest/QtTest>

namespace {

// "libtorch.so => /usr/lib/…/libtorch.so" lines, dependencies of dependencies included.
QByteArray librariesOf(const QString& program) {
    QProcess process;
    process.start(QStringLiteral("ldd"), {program});
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

QString programNamed(const char* name) { return QStringLiteral(SEEKBENCH_BINARY_DIR "/bin/") + QLatin1String(name); }

}  // namespace

class LinkageTest : public QObject {
    Q_OBJECT

private slots:
    void theCommandLineLoadsNoTorch() {
        const QByteArray libraries = librariesOf(programNamed("seekbench-cli"));
        QVERIFY(libraries.contains("libsqlite3"));  // ldd has found something
        for (const char* name : {"libtorch", "libc10", "libcuda", "libQt6Widgets", "qcustomplot"})
            QVERIFY2(!libraries.contains(name), name);
    }

    void theWorkerLoadsTorchButNeitherQt6NorCuda() {
        if (!QFile::exists(programNamed("seekbench-worker"))) QSKIP("this build has no worker");
        const QByteArray libraries = librariesOf(programNamed("seekbench-worker"));
        QVERIFY(libraries.contains("libtorch_cpu"));
        for (const char* name : {"libQt6", "libtorch_cuda", "qcustomplot"}) QVERIFY2(!libraries.contains(name), name);
    }
};

QTEST_APPLESS_MAIN(LinkageTest)
#include "tst_linkage.moc"
