// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include <QtTest/QtTest>

#include "core/experiment/quick_fix.h"
#include "sample_experiment.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

// An experiment on generated pictures of one channel and 8 × 8 pixels in four classes.
Experiment pictures(const std::string& graph, const Library& library = {}) {
    Experiment experiment;
    experiment.graph = graphOf(graph);
    experiment.library = library;
    experiment.dataset = {"synthetic", {{"shape", Integers{1, 8, 8}}, {"classes", std::int64_t{4}}}};
    return experiment;
}

Library composites() { return loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite").value(); }

std::size_t errorsIn(const ExperimentReport& report) {
    return static_cast<std::size_t>(
        std::ranges::count_if(report.diagnostics, [](const Diagnostic& d) { return d.severity == Severity::Error; }));
}

QString labels(const std::vector<QuickFix>& fixes) {
    QStringList texts;
    for (const QuickFix& fix : fixes) texts.append(QString::fromStdString(fix.label.english()));
    return texts.join(QStringLiteral(" | "));
}

// The fixes of the first error, or of the first warning.
std::vector<QuickFix> fixesOf(const Experiment& experiment) {
    const ExperimentReport report = check(experiment);
    const auto error = std::ranges::find(report.diagnostics, Severity::Error, &Diagnostic::severity);
    if (report.diagnostics.empty()) throw std::runtime_error("nothing is wrong");
    return quickFixes(experiment, report, error == report.diagnostics.end() ? report.diagnostics.front() : *error);
}

}  // namespace

class QuickFixTest : public QObject {
    Q_OBJECT

private slots:
    void brokenGraphsAreMended_data() {
        QTest::addColumn<QString>("graph");
        QTest::addColumn<QString>("first");  // label of the fix that is offered first
        const auto row = [](const char* name, const char* graph, const char* first) {
            QTest::newRow(name) << QString::fromUtf8(graph) << QString::fromUtf8(first);
        };
        row("features", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            fc Linear {"in_features": 63, "out_features": 4}
            out Output
            in -> flat -> fc -> out)",
            "Set in_features = 64");
        row("channels", R"(
            in Input {"shape": [1, 8, 8]}
            conv Conv2d {"in_channels": 3, "out_channels": 5, "kernel_size": 3}
            flat Flatten
            fc Linear {"in_features": 180, "out_features": 4}
            out Output
            in -> conv -> flat -> fc -> out)",
            "Set in_channels = 1");
        row("normalization", R"(
            in Input {"shape": [1, 8, 8]}
            norm BatchNorm2d {"num_features": 9}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> norm -> flat -> fc -> out)",
            "Set num_features = 1");
        row("heads", R"(
            in Input {"shape": [1, 8, 8]}
            square Reshape {"shape": [8, 8]}
            attend MultiHeadAttention {"embed_dim": 8, "num_heads": 3}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> square -> attend.query
            attend -> flat -> fc -> out)",
            "Set num_heads = 2");
        row("attention", R"(
            in Input {"shape": [1, 8, 8]}
            square Reshape {"shape": [8, 8]}
            attend MultiHeadAttention {"embed_dim": 12, "num_heads": 4}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> square -> attend.query
            attend -> flat -> fc -> out)",
            "Set embed_dim = 8");
        row("recurrent", R"(
            in Input {"shape": [1, 8, 8]}
            rows Reshape {"shape": [8, 8]}
            lstm LSTM {"input_size": 28, "hidden_size": 4}
            flat Flatten
            fc Linear {"in_features": 32, "out_features": 4}
            out Output
            in -> rows -> lstm -> flat -> fc -> out)",
            "Set input_size = 8");
        row("flatten", R"(
            in Input {"shape": [1, 8, 8]}
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> fc -> out)",
            "Insert Flatten before fc");
        row("flatten with features", R"(
            in Input {"shape": [1, 8, 8]}
            conv Conv2d {"in_channels": 1, "out_channels": 2, "kernel_size": 3}
            fc Linear {"in_features": 10, "out_features": 4}
            out Output
            in -> conv -> fc -> out)",
            "Insert Flatten before fc and set in_features = 72");
        row("classes", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 10}
            out Output
            in -> flat -> fc -> out)",
            "Set out_features of fc = 4");
        row("output not flat", R"(
            in Input {"shape": [1, 8, 8]}
            fc Linear {"in_features": 8, "out_features": 4}
            out Output
            in -> fc -> out)",
            "Insert Flatten before fc and set in_features = 64");
        row("samples", R"(
            in Input {"shape": [3, 9, 9]}
            conv Conv2d {"in_channels": 3, "out_channels": 2, "kernel_size": 3}
            flat Flatten
            fc Linear {"in_features": 98, "out_features": 4}
            out Output
            in -> conv -> flat -> fc -> out)",
            "Set shape = 1 × 8 × 8 and adapt conv, fc");
        row("window", R"(
            in Input {"shape": [1, 8, 8]}
            pool MaxPool2d {"kernel_size": [9, 9]}
            flat Flatten
            fc Linear {"in_features": 1, "out_features": 4}
            out Output
            in -> pool -> flat -> fc -> out)",
            "Set kernel_size = 8 × 8");
        row("padding", R"(
            in Input {"shape": [1, 8, 8]}
            pool MaxPool2d {"kernel_size": [2, 2], "padding": [2, 2]}
            flat Flatten
            fc Linear {"in_features": 25, "out_features": 4}
            out Output
            in -> pool -> flat -> fc -> out)",
            "Set padding = 1 × 1");
        row("groups", R"(
            in Input {"shape": [1, 8, 8]}
            conv Conv2d {"in_channels": 1, "out_channels": 2, "kernel_size": 1, "groups": 2}
            flat Flatten
            fc Linear {"in_features": 128, "out_features": 4}
            out Output
            in -> conv -> flat -> fc -> out)",
            "Reset groups to its default");
        row("range", R"(
            in Input {"shape": [1, 8, 8]}
            drop Dropout {"p": 1.5}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> drop -> flat -> fc -> out)",
            "Set p = 1");
        row("missing parameter", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            fc Linear {"out_features": 4}
            out Output
            in -> flat -> fc -> out)",
            "Set in_features = 64");
        row("missing kernel", R"(
            in Input {"shape": [1, 8, 8]}
            conv Conv2d {"in_channels": 1, "out_channels": 2}
            flat Flatten
            fc Linear {"in_features": 72, "out_features": 4}
            out Output
            in -> conv -> flat -> fc -> out)",
            "Set kernel_size = 3");
        row("unknown parameter", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten {"colour": 3}
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> fc -> out)",
            "Remove colour");
        row("expression", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten {"start_dim": {"expression": "width"}}
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> fc -> out)",
            "Reset start_dim to its default");
        row("unknown operator", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flaten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> fc -> out)",
            "Use Flatten");
        row("open input", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat
            fc -> out)",
            "Connect flat to fc");
        row("wrong port", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> fc.inputs
            fc -> out)",
            "Connect flat to fc.input");
        row("no output", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            in -> flat -> fc)",
            "Add an Output after fc");
        row("no input", R"(
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            flat -> fc -> out)",
            "Add an Input of 1 × 8 × 8");
        row("unused", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            lost ReLU
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> fc -> out
            flat -> lost)",
            "Delete lost");
        row("cycle", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            add Add
            relu ReLU
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> add -> relu -> fc -> out
            relu -> add.input.1)",
            "Remove the edge from relu to add");
        row("element", R"(
            in Input {"shape": [1, 8, 8], "element": "integer"}
            flat Flatten
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> fc -> out)",
            "Set element of in = float");
        // The residual block as course B prints it: channels differ and the skipped way is added as it is.
        row("course B", R"(
            in Input {"shape": [1, 8, 8]}
            stem Conv2d {"in_channels": 1, "out_channels": 64, "kernel_size": 1}
            conv1 Conv2d {"in_channels": 64, "out_channels": 128, "kernel_size": 3, "padding": 1, "stride": 2}
            conv2 Conv2d {"in_channels": 128, "out_channels": 128, "kernel_size": 3, "padding": 1}
            add Add
            pool AdaptiveAvgPool2d {"output_size": 1}
            flat Flatten
            fc Linear {"in_features": 128, "out_features": 4}
            out Output
            in -> stem -> conv1 -> conv2 -> add -> pool -> flat -> fc -> out
            stem -> add.input.1)",
            "Add a 1×1 projection, 64 → 128 channels, stride 2 × 2");
        row("skipped features", R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            wide Linear {"in_features": 64, "out_features": 4}
            add Add
            out Output
            in -> flat -> wide -> add -> out
            flat -> add.input.1)",
            "Add a projection, 64 → 4 features");
    }

    // Whatever is offered does what it promises, and the best comes first.
    void brokenGraphsAreMended() {
        QFETCH(QString, graph);
        QFETCH(QString, first);
        const Experiment experiment = pictures(graph.toStdString());
        const auto fixes = fixesOf(experiment);
        QVERIFY2(!fixes.empty(), "no fix");
        COMPARE_TEXT(fixes.front().label.english(), first.toUtf8().constData());
        everyFixRemovesItsFinding(experiment);
    }

    void theResidualBlockGetsItsProjection() {
        const Experiment experiment = pictures(R"(
            in Input {"shape": [1, 8, 8]}
            stem Conv2d {"in_channels": 1, "out_channels": 64, "kernel_size": 1}
            block ResidualBlock {"in_channels": 64, "out_channels": 128}
            pool AdaptiveAvgPool2d {"output_size": 1}
            flat Flatten
            fc Linear {"in_features": 128, "out_features": 4}
            out Output
            in -> stem -> block -> pool -> flat -> fc -> out)",
                                               composites());
        const auto fixes = fixesOf(experiment);
        QCOMPARE(labels(fixes).section(QStringLiteral(" | "), 0, 0), QStringLiteral("Set projection of block = true"));
        // Its body is not touched: other uses would change with it.
        QVERIFY(std::get<GraphFix>(fixes.front().change).level.empty());
        everyFixRemovesItsFinding(experiment);
    }

    void aFixInsideABlockChangesItsBody() {
        Library library;
        library.composites.emplace("Twice", compositeOf("Twice", R"(
            input Input {"shape": [1]}
            first Linear {"in_features": 64, "out_features": 7}
            second Linear {"in_features": 9, "out_features": 4}
            output Output
            input -> first -> second -> output)"));
        const Experiment experiment = pictures(R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            block Twice
            out Output
            in -> flat -> block -> out)",
                                               library);
        const auto fixes = fixesOf(experiment);
        QVERIFY(!fixes.empty());
        COMPARE_TEXT(fixes.front().label.english(), "Set in_features = 7");
        QCOMPARE(std::get<GraphFix>(fixes.front().change).level, std::vector<std::string>{"block"});
        everyFixRemovesItsFinding(experiment);
    }

    // fc2 is wrong, too, and could not be looked at before fc1 was right.
    void theSecondMistakeIsNoReasonToLeaveTheFirst() {
        const Experiment experiment = pictures(R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            fc1 Linear {"in_features": 1, "out_features": 32}
            fc2 Linear {"in_features": 2, "out_features": 4}
            out Output
            in -> flat -> fc1 -> fc2 -> out)");
        QVERIFY(labels(fixesOf(experiment)).startsWith(QStringLiteral("Set in_features = 64")));
        everyFixRemovesItsFinding(experiment);
    }

    // Two outputs fit: which is meant only the user knows.
    void anAmbiguousConnectionIsNotOffered() {
        const Experiment experiment = pictures(R"(
            in Input {"shape": [1, 8, 8]}
            flat Flatten
            a ReLU
            b ReLU
            fc Linear {"in_features": 64, "out_features": 4}
            out Output
            in -> flat -> a
            flat -> b
            fc -> out)");
        QVERIFY(!labels(fixesOf(experiment)).contains(QStringLiteral("Connect")));
    }

    void brokenSettingsAreMended_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<std::function<void(Experiment&)>>("spoil");
        const auto row = [](const char* first, std::function<void(Experiment&)> spoil) {
            QTest::newRow(first) << QString::fromUtf8(first) << std::move(spoil);
        };
        row("Set batch_size = 1", [](Experiment& e) { e.training.batchSize = 0; });
        row("Set epochs = 1000000000", [](Experiment& e) { e.training.epochs = 2'000'000'000; });
        row("Set share = 1e-06", [](Experiment& e) { e.split.share = -1; });
        row("Set device = cpu", [](Experiment& e) { e.training.device = "tpu"; });
        row("Set kind = adam", [](Experiment& e) { e.optimizer.kind = "adamm"; });
        row("Set learning_rate = 0", [](Experiment& e) { e.optimizer.parameters["learning_rate"] = -0.1; });
        row("Remove optimizer.lr", [](Experiment& e) { e.optimizer.parameters["lr"] = 0.1; });
        row("Set momentum = 0.9", [](Experiment& e) { e.optimizer = {"sgd", {{"nesterov", true}}}; });
        row("Remove the metric f1", [](Experiment& e) { e.metrics.push_back("f1"); });
        row("Name accuracy only once", [](Experiment& e) { e.metrics = {"accuracy", "accuracy"}; });
        row("Set kind = cross_entropy", [](Experiment& e) { e.loss.kind = "mse"; });
        row("Set train_limit = 900", [](Experiment& e) { e.trainLimit = 5000; });
        row("Set batch_size = 900", [](Experiment& e) { e.training.batchSize = 5000; });
        row("Set warmup_steps = 7", [](Experiment& e) { e.schedule.parameters["warmup_steps"] = std::int64_t{75}; });
    }
    void brokenSettingsAreMended() {
        QFETCH(QString, first);
        QFETCH(std::function<void(Experiment&)>, spoil);
        Experiment experiment = sampleExperiment();
        QVERIFY(check(experiment).diagnostics.empty());
        spoil(experiment);
        const auto fixes = fixesOf(experiment);
        QVERIFY2(!fixes.empty(), "no fix");
        COMPARE_TEXT(fixes.front().label.english(), first.toUtf8().constData());
        everyFixRemovesItsFinding(experiment);
    }

    void aFixThatCannotBeDoneChangesNothing() {
        Experiment experiment = sampleExperiment();
        const Experiment before = experiment;
        QVERIFY(!apply(experiment, {say("Delete"), GraphFix{{}, {{RemoveNode{"relu"}, RemoveNode{"nobody"}}}}}));
        QVERIFY(!apply(experiment, {say("Delete"), GraphFix{{"relu"}, {{RemoveNode{"relu"}}}}}));
        QVERIFY(!apply(experiment, {say("Set"), SettingsFix{{{"training.epochs", std::int64_t{7}}, {"training.nothing", true}}}}));
        QVERIFY(experiment == before);
    }

    // The figure is printed; the bound is ten times what is wanted, for slow machines.
    void aDeepNetworkIsMendedInTime() {
        std::string text = "in Input {\"shape\": [1, 8, 8]}\nflat Flatten\nout Output\n";
        std::string chain = "in -> flat";
        for (int i = 0; i < 60; ++i) {
            text += "fc" + std::to_string(i) + " Linear {\"in_features\": " + (i == 30 ? "63" : "64") + ", \"out_features\": 64}\n";
            chain += " -> fc" + std::to_string(i);
        }
        const Experiment experiment = pictures(text + chain + " -> out");
        const ExperimentReport report = check(experiment);
        const auto begin = std::chrono::steady_clock::now();
        const auto fixes = quickFixes(experiment, report, report.diagnostics.front());
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        qInfo("63 nodes: %zu fixes in %.1f ms", fixes.size(), took.count());
        QVERIFY(!fixes.empty());
        QVERIFY(took.count() < 10'000);
    }

private:
    static void everyFixRemovesItsFinding(const Experiment& experiment) {
        const ExperimentReport report = check(experiment);
        for (const Diagnostic& diagnostic : report.diagnostics)
            for (const QuickFix& fix : quickFixes(experiment, report, diagnostic)) {
                Experiment mended = experiment;
                QVERIFY2(apply(mended, fix), fix.label.english().c_str());
                const ExperimentReport after = check(mended);
                QVERIFY2(std::ranges::find(after.diagnostics, diagnostic) == after.diagnostics.end(), fix.label.english().c_str());
                QVERIFY2(errorsIn(after) <= errorsIn(report), fix.label.english().c_str());
                if (diagnostic.severity == Severity::Error && errorsIn(report) == 1 && errorsIn(after) == 1)
                    QVERIFY2(!report.graph.nodes.contains(after.diagnostics.front().node), fix.label.english().c_str());
            }
    }
};

QTEST_MAIN(QuickFixTest)
#include "tst_quick_fix.moc"
