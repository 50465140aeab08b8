// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <functional>
#include <limits>
#include <map>

#include "core/experiment/fit.h"
#include "core/experiment/training_check.h"
#include "sample_experiment.h"

using namespace seekbench;

using Change = std::function<void(Experiment&)>;
Q_DECLARE_METATYPE(Change)

class tst_ExperimentCheck : public QObject {
    Q_OBJECT

    static QString all(const ExperimentReport& report) {
        QString text;
        for (const Diagnostic& finding : report.diagnostics) text += QString::fromStdString(english(finding)) + "\n";
        return text;
    }
    static Edge edge(const char* from, const char* to) { return {*endpointFromText(from), *endpointFromText(to)}; }
    // The only finding about the sample experiment after a change.
    static Diagnostic findingAfter(const Change& change) {
        Experiment experiment = sampleExperiment();
        change(experiment);
        const ExperimentReport report = check(experiment);
        if (report.diagnostics.size() != 1) qFatal("not one finding:\n%s", qPrintable(all(report)));
        return report.diagnostics.front();
    }

private slots:
    void augmentationsAreCheckedAtTheirPlaces() {
        Experiment experiment = sampleExperiment();
        experiment.augmentation = {{"noise", {{"deviation", -1.0}}}, {"twist", {}}, {"elastic", {}}};
        std::map<std::string, std::string> found;
        for (const Diagnostic& finding : check(experiment).diagnostics) found[finding.node] = finding.message.english();
        QCOMPARE(found.size(), std::size_t{3});
        QVERIFY(found.contains("augmentation.0.deviation"));
        QVERIFY(found["augmentation.1.kind"].find("elastic") != std::string::npos);  // among those that are known
        QVERIFY(found["augmentation.2.kind"].find("is for pictures and volumes, and the samples are neither") != std::string::npos);
        experiment.augmentation = {{"noise", {}}, {"normalise", {}}};
        QVERIFY(!check(experiment).hasErrors());
    }

    void sampleIsFine() {
        const ExperimentReport report = check(sampleExperiment());
        QVERIFY2(report.diagnostics.empty(), qPrintable(all(report)));
        QVERIFY(!report.hasErrors());
        QCOMPARE(report.graph.total.parameters, 4 * 8 + 8 + 8 * 3 + 3);
    }

    void everyMistakeIsFoundAtItsPlace_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const char* place, Change change) {
            QTest::newRow(name) << QString(place) << std::move(change);
        };
        row("dataset", "dataset.kind", [](Experiment& e) { e.dataset = {"mnsit", {}}; });
        row("dataset parameter", "dataset.color", [](Experiment& e) { e.dataset.parameters["color"] = true; });
        row("dataset value", "dataset.classes", [](Experiment& e) { e.dataset.parameters["classes"] = std::int64_t{1}; });
        row("missing path", "dataset.train_labels", [](Experiment& e) {
            e.dataset = {"idx", {{"train_images", "/x"}, {"classes", std::int64_t{3}}}};
        });
        row("loss", "loss.kind", [](Experiment& e) { e.loss.kind = "hinge"; });
        row("loss parameter", "loss.smoothing", [](Experiment& e) { e.loss.parameters["smoothing"] = 0.1; });
        row("loss without classes", "loss.kind", [](Experiment& e) { e.loss.kind = "mse"; });
        row("metric", "metrics", [](Experiment& e) { e.metrics = {"f1"}; });
        row("metric twice", "metrics", [](Experiment& e) { e.metrics = {"accuracy", "accuracy"}; });
        row("optimizer", "optimizer.kind", [](Experiment& e) { e.optimizer.kind = "adamm"; });
        row("negative rate", "optimizer.learning_rate", [](Experiment& e) { e.optimizer.parameters["learning_rate"] = -0.1; });
        row("rate not a number", "optimizer.learning_rate",
            [](Experiment& e) { e.optimizer.parameters["learning_rate"] = std::numeric_limits<double>::quiet_NaN(); });
        row("rate as text", "optimizer.learning_rate", [](Experiment& e) { e.optimizer.parameters["learning_rate"] = "fast"; });
        row("beta one", "optimizer.beta1", [](Experiment& e) { e.optimizer.parameters["beta1"] = 1.0; });
        row("nesterov alone", "optimizer.nesterov", [](Experiment& e) { e.optimizer = {"sgd", {{"nesterov", true}}}; });
        row("schedule", "schedule.kind", [](Experiment& e) { e.schedule = {"linear", {}}; });
        row("schedule value", "schedule.step_size", [](Experiment& e) { e.schedule = {"step", {{"step_size", std::int64_t{0}}}}; });
        row("share 0", "split.share", [](Experiment& e) { e.split.share = 0; });
        row("share 1", "split.share", [](Experiment& e) { e.split.share = 1; });
        row("share not a number", "split.share", [](Experiment& e) { e.split.share = std::numeric_limits<double>::quiet_NaN(); });
        row("limit", "train_limit", [](Experiment& e) { e.trainLimit = -1; });
        row("batch size", "training.batch_size", [](Experiment& e) { e.training.batchSize = 0; });
        row("epochs", "training.epochs", [](Experiment& e) { e.training.epochs = 0; });
        row("threads", "training.threads", [](Experiment& e) { e.training.threads = -1; });
        row("interval", "training.checkpoint_interval", [](Experiment& e) { e.training.checkpointInterval = -1; });
        row("kept", "training.keep_checkpoints", [](Experiment& e) { e.training.keepCheckpoints = 0; });
        for (const char* device : {"", "gpu", "cuda", "cuda:", "cuda:x", "cuda:-1", "cuda:12345", "CPU"})
            row(device, "training.device", [device](Experiment& e) { e.training.device = device; });
        row("nobody to freeze", "training.frozen", [](Experiment& e) { e.training.frozen = {"hid"}; });
        row("nothing left to train", "training.frozen", [](Experiment& e) { e.training.frozen = {"head", "hidden"}; });
        row("input shape", "input", [](Experiment& e) { e.dataset.parameters["shape"] = Integers{5}; });
        row("input rank", "input", [](Experiment& e) { e.dataset.parameters["shape"] = Integers{2, 2}; });
        row("classes", "output", [](Experiment& e) { e.dataset.parameters["classes"] = std::int64_t{4}; });
        row("classes of files", "output", [](Experiment& e) {
            e.dataset = {"idx", {{"train_images", "/x"}, {"train_labels", "/y"}, {"classes", std::int64_t{4}}}};
        });
    }

    void everyMistakeIsFoundAtItsPlace() {
        QFETCH(QString, place);
        QFETCH(Change, change);
        const Diagnostic finding = findingAfter(change);
        QCOMPARE(QString::fromStdString(finding.node), place);
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY(!finding.message.empty());
    }

    void unknownKindsListTheKnownOnes() {
        const auto text = [](const Change& change) { return QString::fromStdString(english(findingAfter(change))); };
        QVERIFY(text([](Experiment& e) { e.optimizer.kind = "x"; }).contains("sgd, adam, adam_w"));
        QVERIFY(text([](Experiment& e) { e.dataset.kind = "x"; }).contains("fashion-mnist, idx, "));
        QVERIFY(text([](Experiment& e) { e.metrics = {"x"}; }).contains("accuracy"));
    }

    void shapeFindingSaysExpectedAndGot() {
        const Diagnostic finding = findingAfter([](Experiment& e) { e.dataset.parameters["shape"] = Integers{5}; });
        QCOMPARE(finding.code, Diagnostic::Code::ShapeMismatch);
        QCOMPARE(text(*finding.expected), std::string("[batch, 5]"));
        QCOMPARE(text(*finding.got), std::string("[batch, 4]"));
    }

    void graphWithTwoOutputsOrInputsDoesNotFit() {
        const Diagnostic outputs = findingAfter([](Experiment& e) {
            e.graph.nodes.emplace("second", Node{.name = "second", .op = "Output"});
            e.graph.edges.insert(edge("relu.output", "second.input"));
        });
        QCOMPARE(outputs.node, std::string("graph"));
        const Diagnostic inputs = findingAfter([](Experiment& e) {
            e.graph.nodes.emplace("more", Node{.name = "more", .op = "Input", .parameters = {{"shape", Integers{8}}}});
            e.graph.nodes.emplace("sum", Node{.name = "sum", .op = "Multiply"});
            e.graph.edges.erase(edge("relu.output", "head.input"));
            e.graph.edges.insert(edge("relu.output", "sum.input"));
            e.graph.edges.insert(edge("more.output", "sum.input.1"));
            e.graph.edges.insert(edge("sum.output", "head.input"));
        });
        QCOMPARE(inputs.node, std::string("graph"));
    }

    void integerInputDoesNotFitRealSamples() {
        Experiment experiment = sampleExperiment();
        experiment.graph.nodes.at("input").parameters = {{"shape", Integers{4}}, {"element", std::string("integer")}};
        experiment.graph.nodes.at("hidden") = {
            .name = "hidden", .op = "Embedding", .parameters = {{"num_embeddings", std::int64_t{9}}, {"embedding_dim", std::int64_t{2}}}};
        experiment.graph.nodes.at("relu") = {.name = "relu", .op = "Flatten"};
        const ExperimentReport report = check(experiment);
        QVERIFY2(report.diagnostics.size() == 1, qPrintable(all(report)));
        QCOMPARE(report.diagnostics[0].code, Diagnostic::Code::ElementTypeMismatch);
    }

    void graphErrorsComeFirstAndHideNoSettings() {
        Experiment experiment = sampleExperiment();
        experiment.graph.nodes.at("head").parameters["in_features"] = std::int64_t{9};
        experiment.training.epochs = 0;
        const ExperimentReport report = check(experiment);
        QVERIFY(report.hasErrors() && report.graph.hasErrors());
        QCOMPARE(report.diagnostics.front().node, std::string("head"));
        QCOMPARE(report.diagnostics.back().node, std::string("training.epochs"));
    }

    void emptyExperimentIsCheckedWithoutHarm() { QVERIFY(check(Experiment{}).hasErrors()); }

    void regressionFitsMeanSquaredError() {
        Experiment experiment = sampleExperiment();
        experiment.dataset = {"synthetic-regression", {{"features", std::int64_t{4}}, {"outputs", std::int64_t{3}}}};
        experiment.loss.kind = "mse";
        experiment.metrics = {};
        QVERIFY2(check(experiment).diagnostics.empty(), qPrintable(all(check(experiment))));
        experiment.metrics = {"accuracy"};
        QCOMPARE(check(experiment).diagnostics.at(0).node, std::string("metrics"));
        experiment.metrics = {};
        experiment.loss.kind = "cross_entropy";
        QCOMPARE(check(experiment).diagnostics.at(0).node, std::string("loss.kind"));
    }

    void whatPartsOfABatchAndPrecisionsDoIsSaid() {
        const auto warned = [](const char* place, const Change& change) {
            const Diagnostic finding = findingAfter(change);
            return finding.severity == Severity::Warning && finding.node == place;
        };
        const auto parts = [](Experiment& e) { e.training.accumulation = 4; };
        Experiment plain = sampleExperiment();
        parts(plain);
        plain.training.frozen = {"hidden"};
        QVERIFY2(check(plain).diagnostics.empty(), qPrintable(all(check(plain))));
        QVERIFY(warned("training.accumulation", [](Experiment& e) { e.training.accumulation = e.training.batchSize + 1; }));
        QVERIFY(warned("training.accumulation", [&](Experiment& e) {
            parts(e);
            e.graph.nodes.at("relu") = Node{.name = "relu", .op = "BatchNorm1d", .parameters = {{"num_features", std::int64_t{8}}}};
        }));
        QVERIFY(warned("training.accumulation", [&](Experiment& e) {
            parts(e);
            e.loss.parameters["class_weights"] = "1, 2, 3";
        }));
        QVERIFY(warned("training.precision", [](Experiment& e) { e.training.precision = Precision::Float16; }));
        QVERIFY(warned("training.overflow_at_step", [](Experiment& e) { e.training.overflowAtStep = 3; }));
        const auto waits = [](std::int64_t patience) {
            return [patience](Experiment& e) {
                e.schedule = {"plateau", {{"patience", std::int64_t{2}}}};
                e.training.patience = patience;
            };
        };
        QVERIFY(warned("training.early_stopping", waits(3)));
        Experiment patient = sampleExperiment();
        waits(4)(patient);
        QVERIFY(check(patient).diagnostics.empty());
    }

    void aFrozenCompositeIsAllInside() {
        QVERIFY(isFrozen("block/conv1", {"block"}));
        QVERIFY(isFrozen("block", {"other", "block"}));
        QVERIFY(!isFrozen("block2", {"block"}));
        QVERIFY(!isFrozen("block", {"block/conv1"}));
        QVERIFY(!isFrozen("block", {}));
    }

    void freezingTwiceFreesAgain() {
        using Paths = std::vector<std::string>;
        QCOMPARE(withToggled({}, {"a", "b"}), (Paths{"a", "b"}));
        QCOMPARE(withToggled({"b"}, {"a", "b"}), (Paths{"b", "a"}));  // not all of them are: all shall be
        QCOMPARE(withToggled({"c", "b", "a"}, {"a", "b"}), Paths{"c"});
    }

    void doubtfulNumbersAreWarnings() {
        const auto warnsAt = [](const char* place, const Change& change) {
            const Diagnostic finding = findingAfter(change);
            return finding.severity == Severity::Warning && finding.node == place;
        };
        // 1000 samples, 100 of them held out: 900 to train on, 15 batches of 64, 5 epochs, 75 steps.
        QVERIFY(warnsAt("training.batch_size", [](Experiment& e) { e.schedule = {"constant", {}}, e.training.batchSize = 901; }));
        QVERIFY(warnsAt("training.batch_size", [](Experiment& e) { e.schedule = {"constant", {}}, e.trainLimit = 63; }));
        QVERIFY(warnsAt("train_limit", [](Experiment& e) { e.trainLimit = 901; }));
        QVERIFY(warnsAt("schedule.warmup_steps", [](Experiment& e) { e.schedule.parameters["warmup_steps"] = std::int64_t{75}; }));
    }

    void aBatchOfOneSampleCannotBeNormalized() {
        Experiment experiment = sampleExperiment();  // 900 samples to train on
        experiment.graph.nodes.at("relu") = {.name = "relu", .op = "BatchNorm1d", .parameters = {{"num_features", std::int64_t{8}}}};
        const auto findings = [&](std::int64_t batchSize) {
            experiment.training.batchSize = batchSize;
            return check(experiment).diagnostics;
        };
        QVERIFY(findings(30).empty() && findings(31).size() == 1);  // 31 × 29 = 899
        QCOMPARE(findings(31)[0].node, std::string("training.batch_size"));
        QCOMPARE(findings(1)[0].severity, Severity::Error);
        experiment.graph.nodes.at("relu") = {.name = "relu", .op = "LayerNorm", .parameters = {{"normalized_shape", Integers{8}}}};
        QVERIFY2(findings(31).empty(), qPrintable(all(check(experiment))));
    }

    void aSingleSampleCannotBeSplit() {
        const Diagnostic finding = findingAfter([](Experiment& e) { e.dataset.parameters["train_samples"] = std::int64_t{1}; });
        QCOMPARE(finding.node, std::string("split.share"));
        QCOMPARE(finding.severity, Severity::Error);
    }

    void numbersAtTheirLimitsAreFine() {
        Experiment experiment = sampleExperiment();
        experiment.training.batchSize = 900;
        experiment.trainLimit = 900;
        experiment.schedule = {"cosine", {{"warmup_steps", std::int64_t{4}}}};
        for (const char* device : {"cpu", "cuda:0", "cuda:999"}) {
            experiment.training.device = device;
            QVERIFY2(check(experiment).diagnostics.empty(), qPrintable(all(check(experiment))));
        }
    }

    void openedDatasetIsComparedWithItsRealSizes() {
        Experiment experiment = sampleExperiment();
        experiment.dataset = {"idx", {{"train_images", "/x"}, {"train_labels", "/y"}, {"classes", std::int64_t{3}}}};
        QVERIFY2(check(experiment).diagnostics.empty(), qPrintable(all(check(experiment))));
        const auto model = expand(experiment.graph, experiment.library, {{"batch", 64}});
        QVERIFY(model);
        const SampleSpec opened{.inputs = {{{1, 28, 28}, ElementType::Float}}, .target = {{}, ElementType::Integer}, .classes = 3};
        const auto findings = checkFit(experiment, *model, opened);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].node, std::string("input"));
    }
};

QTEST_APPLESS_MAIN(tst_ExperimentCheck)
#include "tst_experiment_check.moc"
