// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/base/file.h"
#include "core/run/engine_record.h"

using namespace seekbench;

class TestEngineRecord : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path file(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / "plans" / name; }

private slots:
    void whatIsWrittenIsRead() {
        const EngineRecord record{
            .compiled = true, .reason = {}, .choices = {{"convolution of 64x32x14x14 by 64x32x3x3", "blocked: direct, winograd, direct"}}};
        QVERIFY(writeEngineRecord(file("whole"), record));  // in a folder that was not there
        const auto read = readEngineRecord(file("whole"));
        QVERIFY(read && *read);
        QVERIFY(**read == record);
        const EngineRecord other{.compiled = false, .reason = "because"};
        QVERIFY(writeEngineRecord(file("whole"), other));
        QVERIFY(**readEngineRecord(file("whole")) == other);
    }

    void noFileIsNoRecord() {
        const auto read = readEngineRecord(file("missing"));
        QVERIFY(read && !*read);
    }

    void aDamagedFileSaysHowToGoOn() {
        for (const char* text : {"", "torn", "{\"format\":\"seekbench-engine\",\"version\":1}",
                                 "{\"format\":\"seekbench-engine\",\"version\":1,\"engine\":1,\"choices\":[]}"}) {
            QVERIFY(writeFileAtomically(file("damaged"), text));
            const auto read = readEngineRecord(file("damaged"));
            QVERIFY2(!read, text);
            QCOMPARE(read.error().code(), ErrorCode::Corrupt);
            QVERIFY(read.error().english().find("--engine reference") != std::string::npos);
        }
    }

    void aNewerOneIsRefused() {
        QVERIFY(
            writeFileAtomically(file("newer"), "{\"format\":\"seekbench-engine\",\"version\":99,\"engine\":\"compiled\",\"choices\":{}}"));
        QCOMPARE(readEngineRecord(file("newer")).error().code(), ErrorCode::NewerVersion);
    }

    void theSharedFileDependsOnGraphThreadsAndLibraries() {
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
        Experiment experiment;
        const auto one = sharedEngineFile(experiment, 1, "LibTorch 1");
        experiment.training.epochs = 7;  // whatever it is trained with
        QVERIFY(one == sharedEngineFile(experiment, 1, "LibTorch 1"));
        QVERIFY(one != sharedEngineFile(experiment, 2, "LibTorch 1"));
        QVERIFY(one != sharedEngineFile(experiment, 1, "LibTorch 2"));
        experiment.graph.nodes["a"] = Node{.name = "a", .op = "ReLU"};
        QVERIFY(one != sharedEngineFile(experiment, 1, "LibTorch 1"));
    }
};

QTEST_APPLESS_MAIN(TestEngineRecord)
#include "tst_engine_record.moc"
