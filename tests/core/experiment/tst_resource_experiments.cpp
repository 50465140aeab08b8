// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QTest>

#include "core/base/file.h"
#include "core/data/dataset.h"
#include "core/experiment/experiment.h"
#include "core/run/metric.h"

using namespace seekbench;

// The experiments that come with Seekbench, walked: a new file needs no new test.
class tst_ResourceExperiments : public QObject {
    Q_OBJECT

    static std::filesystem::path resources() { return SEEKBENCH_SOURCE_DIR "/resources"; }
    static Experiment load(const char* name) {
        const auto library = loadComposites(resources() / "operators/composite");
        if (!library) qFatal("%s", library.error().english().c_str());
        auto experiment = loadExperiment(resources() / "experiments" / name, *library);
        if (!experiment) qFatal("%s", experiment.error().english().c_str());
        return *experiment;
    }

private slots:
    void everyExperimentIsWithoutFindings_data() {
        QTest::addColumn<QString>("file");
        for (const QString& file : QDir(QString::fromStdString((resources() / "experiments").string())).entryList({"*.json"}))
            QTest::newRow(qPrintable(file)) << file;
    }
    void everyExperimentIsWithoutFindings() {
        QFETCH(QString, file);
        const Experiment experiment = load(qPrintable(file));
        for (const Diagnostic& finding : check(experiment).diagnostics) QFAIL(english(finding).c_str());
        QVERIFY(!experiment.name.empty() && !experiment.description.empty());
    }

    void everyFileIsCanonical_data() { everyExperimentIsWithoutFindings_data(); }
    void everyFileIsCanonical() {
        QFETCH(QString, file);
        QCOMPARE(QString::fromStdString(*readFile(resources() / "experiments" / file.toStdString())),
                 QString::fromStdString(experimentToText(load(qPrintable(file)))));
    }

    // The networks of the comparison with Python, which counts 784·256 + 256 + 256·10 + 10 weights, and so on.
    void benchmarksAreTheNetworksTheyAreComparedWith() {
        QCOMPARE(check(load("benchmark_mlp.json")).graph.total.parameters, 203530);
        QCOMPARE(check(load("benchmark_cnn.json")).graph.total.parameters, 421642);
        for (const char* file : {"benchmark_mlp.json", "benchmark_cnn.json"}) {
            const Experiment experiment = load(file);
            QCOMPARE(experiment.training.batchSize, 64);
            QCOMPARE(experiment.optimizer, (Choice{"adam", {{"learning_rate", 0.001}}}));
        }
    }

    void exampleOfTheDocumentIsWithoutFindings() {
        const std::string document = *readFile(SEEKBENCH_SOURCE_DIR "/docs/experiment-format.md");
        const std::size_t begin = document.find("```json\n") + 8;
        const auto experiment = experimentFromText(document.substr(begin, document.find("```", begin) - begin), {});
        QVERIFY2(experiment, experiment ? "" : experiment.error().english().c_str());
        for (const Diagnostic& finding : check(*experiment).diagnostics) QFAIL(english(finding).c_str());
    }

    void everyKindIsInTheDocument() {
        const QString document = QString::fromStdString(*readFile(SEEKBENCH_SOURCE_DIR "/docs/experiment-format.md"));
        std::vector<Kind> kinds;
        for (const auto table : {lossKinds(), optimizerKinds(), scheduleKinds()}) kinds.insert(kinds.end(), table.begin(), table.end());
        for (const Kind& metric : metricKinds()) kinds.push_back(metric);
        for (const DatasetKind& dataset : datasetKinds()) kinds.push_back(dataset.kind);
        for (const Kind& kind : kinds) {
            QVERIFY2(document.contains('`' + QString::fromStdString(std::string(kind.id)) + '`'), kind.id.data());
            for (const ParameterSpec& spec : kind.parameters)
                QVERIFY2(document.contains('`' + QString::fromStdString(std::string(spec.name)) + '`'), spec.name.data());
        }
    }
};

QTEST_APPLESS_MAIN(tst_ResourceExperiments)
#include "tst_resource_experiments.moc"
