// SPDX-License-Identifier: Apache-2.0
// Input that is not right: refused with one sentence that says what to do, quickly, before there is a run.

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include "workbench.h"

using namespace seekbench;

class tst_E2eRefusals : public QObject {
    Q_OBJECT

    static void verifyRefusal(const Workbench& bench, const QString& file, const char* words) {
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = bench.cli({"train", file});
        QVERIFY2(timer.elapsed() < 5000, "it took too long");
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.errors.startsWith("seekbench-cli: ") && outcome.errors.count('\n') == 1, outcome.errors.constData());
        QVERIFY2(outcome.errors.contains(words), outcome.errors.constData());
        QVERIFY(bench.workspace().runs().empty());
    }

    static QJsonObject graphWith(const QJsonObject& node) {
        return {
            {"graph",
             QJsonObject{
                 {"nodes",
                  QJsonArray{QJsonObject{{"name", "input"}, {"operator", "Input"}, {"parameters", QJsonObject{{"shape", QJsonArray{8}}}}},
                             node, QJsonObject{{"name", "output"}, {"operator", "Output"}}}},
                 {"edges", QJsonArray{QJsonArray{"input.output", "middle.input"}, QJsonArray{"middle.output", "output.input"}}}}}};
    }

private slots:
    void missingData() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench,
                      bench.experimentFile({{"dataset", QJsonObject{{"kind", "idx"},
                                                                    {"classes", 3},
                                                                    {"train_images", "/nowhere/a"},
                                                                    {"train_labels", "/nowhere/b"},
                                                                    {"test_images", "/nowhere/c"},
                                                                    {"test_labels", "/nowhere/d"}}}}),
                      "/nowhere/");
    }

    void anUnknownDataset() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.experimentFile({{"dataset", QJsonObject{{"kind", "nothing"}}}}), "nothing");
    }

    void anUnknownOperator() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.experimentFile(graphWith({{"name", "middle"}, {"operator", "Warp9"}})), "Warp9");
    }

    void shapesThatDoNotFit() {
        const Workbench bench(WorkerKind::StandIn);
        const QJsonObject wrong{
            {"name", "middle"}, {"operator", "Linear"}, {"parameters", QJsonObject{{"in_features", 9}, {"out_features", 3}}}};
        verifyRefusal(bench, bench.experimentFile(graphWith(wrong)), "middle");
        const Outcome check = bench.cli({"check", bench.parentFolder() + "/experiment.json", "--json"});
        QCOMPARE(check.code, 2);
        const QJsonObject finding = check.json().object()["diagnostics"].toArray().at(0).toObject();
        QCOMPARE(finding["code"], "shape-mismatch");
        QCOMPARE(finding["place"], "middle");
        QVERIFY(finding.contains("expected") && finding.contains("got"));
    }

    void aMisspeltSetting() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.experimentFile({{"training", QJsonObject{{"batchsize", 16}}}}), "batchsize");
    }

    void aNewerFile() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.experimentFile({{"version", 99}}), "Update Seekbench");
    }

    void anotherKindOfFile() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.experimentFile({{"format", "seekbench-run"}}), "seekbench-experiment");
    }

    void deepNesting() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.writeFile("deep.json", QByteArray(10'000'000, '[')), "nested");
    }

    void twoGigabytesOfGarbage() {
        const Workbench bench(WorkerKind::StandIn);
        QFile garbage(bench.writeFile("garbage.json", "garbage"));
        QVERIFY(garbage.resize(2'000'000'000));  // sparse
        verifyRefusal(bench, garbage.fileName(), "bytes");
    }

    void anEmptyFile() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.writeFile("empty.json", ""), "JSON");
    }

    void aFolderForAFile() {
        const Workbench bench(WorkerKind::StandIn);
        verifyRefusal(bench, bench.parentFolder(), "folder");
    }
};

QTEST_GUILESS_MAIN(tst_E2eRefusals)
#include "tst_e2e_refusals.moc"
