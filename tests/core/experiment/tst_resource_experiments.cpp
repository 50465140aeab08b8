// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/data/dataset.h"
#include "core/experiment/experiment.h"
#include "core/graph/expand.h"
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

    // Counts of the papers and of torchvision's models, which are the same.
    void networksHaveTheirPublishedSizes_data() {
        QTest::addColumn<qint64>("parameters");
        QTest::newRow("lenet.json") << qint64{61'706};
        QTest::newRow("resnet18.json") << qint64{11'689'512};
        QTest::newRow("resnet50.json") << qint64{25'557'032};
        QTest::newRow("mobilenet_v2.json") << qint64{3'504'872};
    }
    void networksHaveTheirPublishedSizes() {
        QFETCH(qint64, parameters);
        QCOMPARE(check(load(QTest::currentDataTag())).graph.total.parameters, parameters);
    }

    // A copy in an experiment that differs from the block beside it would open with a surprise.
    void embeddedBlocksAreThoseOfTheirFiles_data() { everyExperimentIsWithoutFindings_data(); }
    void embeddedBlocksAreThoseOfTheirFiles() {
        QFETCH(QString, file);
        for (const auto& [id, composite] : load(qPrintable(file)).library.composites) {
            const auto text = readFile(resources() / "operators/composite" / (id + ".json"));
            QVERIFY2(text, id.c_str());
            QVERIFY2(compositeFromJson(*parseJson(*text)).valueOr({}) == composite, id.c_str());
        }
    }

    // One node of the block after an Input: what comes out, the parameters, and whether its Add is there.
    void blocksFollowTheirPapers_data() {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("shapes");  // in and out, without the batch
        QTest::addColumn<qint64>("count");
        QTest::addColumn<bool>("adds");
        const auto row = [](const char* name, const char* parameters, const char* shapes, qint64 count, bool adds) {
            QTest::newRow(name) << QString::fromUtf8(parameters) << QString::fromUtf8(shapes) << count << adds;
        };
        // The first blocks of the stages of torchvision's resnet50, resnet18 and mobilenet_v2.
        row("Bottleneck, wider", R"({"in_channels": 64, "out_channels": 256})", "[64, 56, 56] [256, 56, 56]", 75'008, true);
        row("Bottleneck, same shape", "{}", "[256, 56, 56] [256, 56, 56]", 70'400, true);
        row("Bottleneck, smaller", R"({"in_channels": 256, "out_channels": 512, "stride": 2})", "[256, 56, 56] [512, 28, 28]", 379'392,
            true);
        row("ResidualBlock", "{}", "[64, 56, 56] [64, 56, 56]", 73'984, true);
        row("ResidualBlock, smaller", R"({"in_channels": 64, "out_channels": 128, "stride": 2, "projection": true})",
            "[64, 56, 56] [128, 28, 28]", 230'144, true);
        row("InvertedResidual, not expanded", R"({"in_channels": 32, "out_channels": 16, "expansion": 1})", "[32, 112, 112] [16, 112, 112]",
            896, false);
        row("InvertedResidual, smaller", R"({"in_channels": 16, "out_channels": 24, "stride": 2})", "[16, 112, 112] [24, 56, 56]", 5'136,
            false);
        row("InvertedResidual, smaller with the same channels", R"({"in_channels": 24, "out_channels": 24, "stride": 2})",
            "[24, 56, 56] [24, 28, 28]", 8'832, false);
        row("InvertedResidual, same shape", R"({"in_channels": 24, "out_channels": 24})", "[24, 56, 56] [24, 56, 56]", 8'832, true);
        row("SqueezeExcite", "{}", "[64, 7, 7] [64, 7, 7]", 580, false);
        row("UNetLevel2d", "{}", "[16, 8, 8] [32, 4, 4]", 14'016, false);
        row("UNetLevel3d, topmost", R"({"in_channels": 1, "out_channels": 8, "halve": false})", "[1, 8, 8, 8] [8, 8, 8, 8]", 1'992, false);
    }
    void blocksFollowTheirPapers() {
        QFETCH(QString, parameters);
        QFETCH(QString, shapes);
        QFETCH(qint64, count);
        QFETCH(bool, adds);
        const auto library = loadComposites(resources() / "operators/composite");
        const std::string id = QString::fromUtf8(QTest::currentDataTag()).section(',', 0, 0).toStdString();
        const std::string shape = shapes.section(']', 0, 0).toStdString() + "]";
        const auto graph = graphFromJson(*parseJson(R"({"nodes": [{"name": "x", "operator": "Input", "parameters": {"shape": )" + shape +
                                                    R"(}}, {"name": "b", "operator": ")" + id + R"(", "parameters": )" +
                                                    parameters.toStdString() + R"(}, {"name": "y", "operator": "Output"}],
            "edges": [["x.output", "b.input"], ["b.output", "y.input"]]})"));
        const auto model = expand(*graph, *library, {{"batch", 1}});
        if (!model) QFAIL(english(model.error().front()).c_str());
        const FlatNode& output = model->nodes[static_cast<std::size_t>(model->outputs[0])];
        QCOMPARE(QString::fromStdString(text(output.inputTypes[0].shape)).replace(QStringLiteral("[1, "), QStringLiteral("[")),
                 shapes.section(QStringLiteral("] "), 1, 1));
        QCOMPARE(check(*graph, *library).total.parameters, count);
        QCOMPARE(model->find("b/add") != nullptr, adds);
    }

    // As published: Radford et al. 2019 with the weights that OpenAI gave out, Devlin et al. 2018 with Google's, whose pooler counts and
    // whose classifier does not.
    void languageModelsHaveThePublishedNumbersOfParameters_data() {
        QTest::addColumn<qint64>("parameters");
        QTest::newRow("gpt2_small") << qint64{124'439'808};
        QTest::newRow("gpt2_medium") << qint64{354'823'168};
        QTest::newRow("gpt2_large") << qint64{774'030'080};
        QTest::newRow("gpt2_xl") << qint64{1'557'611'200};
        QTest::newRow("bert_base") << qint64{109'482'240};
        QTest::newRow("bert_large") << qint64{335'141'888};
    }
    void languageModelsHaveThePublishedNumbersOfParameters() {
        QFETCH(qint64, parameters);
        const Experiment experiment = load((std::string(QTest::currentDataTag()) + ".json").c_str());
        const GraphReport report = check(experiment.graph, experiment.library);
        QVERIFY(!report.hasErrors());
        const auto classifier = report.nodes.find("classifier");
        QCOMPARE(report.total.parameters - (classifier == report.nodes.end() ? 0 : classifier->second.cost.parameters), parameters);
    }

    // Kaplan et al. 2020, arXiv 2001.08361, section 2.1: a forward pass multiplies and adds once for each weight of the layers, and
    // 2 · layers · length · features times for attention, per token; the head once for each weight more.
    void gpt2CostsWhatItsFormulaSays() {
        const Experiment experiment = load("gpt2_small.json");
        const std::int64_t length = 1024, features = 768, layers = 12, vocabulary = 50257;
        const std::int64_t perToken = 12 * layers * features * features + 2 * layers * length * features + vocabulary * features;
        const std::int64_t norms = 2 * (2 * layers + 1) * features;  // scale and shift
        const std::int64_t found = check(experiment.graph, experiment.library).total.multiplyAdds;
        QVERIFY2(std::abs(found - length * perToken) <= length * norms, std::to_string(found).c_str());
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
