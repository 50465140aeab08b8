// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <map>

#include "core/experiment/fit.h"
#include "core/experiment/loss_parameters.h"
#include "core/experiment/quick_fix.h"
#include "core/experiment/task.h"
#include "sample_experiment.h"

using namespace seekbench;

class tst_Task : public QObject {
    Q_OBJECT

    static SampleSpec sample(TargetKind kind, Shape input, Shape target, std::int64_t classes, std::size_t inputs = 1) {
        const bool integer = kind == TargetKind::Class || kind == TargetKind::ClassMap || kind == TargetKind::Pairs;
        SampleSpec spec;
        spec.inputs.assign(inputs, TensorType{std::move(input), ElementType::Float});
        spec.target = {std::move(target), integer ? ElementType::Integer : ElementType::Float};
        spec.targetKind = kind;
        spec.classes = classes;
        return spec;
    }
    static SampleSpec of(TargetKind kind) {
        switch (kind) {
            case TargetKind::Class: return sample(kind, {4}, {}, 2);
            case TargetKind::ClassMap: return sample(kind, {1, 8, 8}, {8, 8}, 2);
            case TargetKind::Values: return sample(kind, {4}, {3}, 0);
            case TargetKind::Boxes: return sample(kind, {1, 8, 8}, {5, 5}, 3);
            case TargetKind::Pairs: break;
        }
        return sample(kind, {4}, {}, 0, 2);
    }
    static constexpr TargetKind kAll[] = {TargetKind::Class, TargetKind::ClassMap, TargetKind::Values, TargetKind::Boxes,
                                          TargetKind::Pairs};

    // A graph that does nothing but put its input of this shape out.
    static Experiment putting(Integers shape, const char* loss) {
        Experiment experiment = sampleExperiment();
        experiment.graph = {};
        experiment.graph.nodes.emplace("input", Node{.name = "input", .op = "Input", .parameters = {{"shape", std::move(shape)}}});
        experiment.graph.nodes.emplace("output", Node{.name = "output", .op = "Output"});
        experiment.graph.edges.insert({*endpointFromText("input.output"), *endpointFromText("output.input")});
        experiment.loss = {loss, {}};
        experiment.metrics.clear();
        return experiment;
    }
    // What checkFit() says about the output alone.
    static std::vector<Diagnostic> findings(const Experiment& experiment, SampleSpec spec) {
        const auto model = expand(experiment.graph, experiment.library);
        if (!model) qFatal("the graph is wrong");
        auto found = checkFit(experiment, *model, spec);
        std::erase_if(found, [](const Diagnostic& finding) { return finding.node == "input" || finding.node == "graph"; });
        return found;
    }

private slots:
    void everyLossAndMetricIsForSomethingAndEverythingHasOne() {
        for (const Kind& kind : lossKinds()) QVERIFY2(!kind.targets.empty(), std::string(kind.id).c_str());
        for (const Kind& kind : metricKinds()) QVERIFY2(!kind.targets.empty(), std::string(kind.id).c_str());
        for (const TargetKind kind : kAll) {
            QVERIFY(!lossesFor(of(kind)).empty());
            QVERIFY(!metricsFor(of(kind)).empty());
        }
        for (const Kind& kind : optimizerKinds()) QVERIFY(kind.targets.empty());
    }

    void classesStandLastInSequencesAndFirstInPictures() {
        const auto wanted = [](const SampleSpec& spec) { return text(wantedOutput(spec).shape); };
        QCOMPARE(wanted(sample(TargetKind::Class, {4}, {}, 10)), std::string("[10]"));
        QCOMPARE(wanted(sample(TargetKind::ClassMap, {64}, {64}, 90)), std::string("[64, 90]"));
        QCOMPARE(wanted(sample(TargetKind::ClassMap, {1, 8, 9}, {8, 9}, 2)), std::string("[2, 8, 9]"));
        QCOMPARE(wanted(sample(TargetKind::ClassMap, {1, 7, 8, 9}, {7, 8, 9}, 2)), std::string("[2, 7, 8, 9]"));
        QCOMPARE(wanted(sample(TargetKind::Values, {4}, {3, 2}, 0)), std::string("[3, 2]"));
        QCOMPARE(wanted(sample(TargetKind::Boxes, {4}, {9, 5}, 3)), std::string("[predictions, 8]"));
        QCOMPARE(wanted(sample(TargetKind::Pairs, {4}, {}, 0, 3)), std::string("[3, dim]"));
        QCOMPARE(wanted(sample(TargetKind::ClassMap, {64}, {64}, 0)), std::string("[64, classes]"));
    }

    void fittingOutputsAreFine() {
        const auto fine = [](Integers shape, const char* loss, const SampleSpec& spec) {
            const auto found = findings(putting(std::move(shape), loss), spec);
            return found.empty() ? std::string() : english(found.front());
        };
        QCOMPARE(fine({2}, "focal", of(TargetKind::Class)), std::string());
        QCOMPARE(fine({2, 8, 8}, "dice_focal", of(TargetKind::ClassMap)), std::string());
        QCOMPARE(fine({64, 90}, "cross_entropy", sample(TargetKind::ClassMap, {64}, {64}, 90)), std::string());
        QCOMPARE(fine({64, 77}, "cross_entropy", sample(TargetKind::ClassMap, {64}, {64}, 0)), std::string());
        QCOMPARE(fine({3}, "huber", of(TargetKind::Values)), std::string());
        QCOMPARE(fine({16, 8}, "detection", of(TargetKind::Boxes)), std::string());
        QCOMPARE(fine({2, 32}, "info_nce", of(TargetKind::Pairs)), std::string());
    }

    void otherOutputsAreFoundAtTheOutput() {
        const auto wrong = [](Integers shape, const char* loss, const SampleSpec& spec) {
            const auto found = findings(putting(std::move(shape), loss), spec);
            return found.size() == 1 && found[0].node == "output" && found[0].severity == Severity::Error;
        };
        QVERIFY(wrong({90, 64}, "cross_entropy", sample(TargetKind::ClassMap, {64}, {64}, 90)));  // classes first in a sequence
        QVERIFY(wrong({8, 8, 2}, "dice", of(TargetKind::ClassMap)));                              // classes last in a picture
        QVERIFY(wrong({16, 7}, "detection", of(TargetKind::Boxes)));
        QVERIFY(wrong({15, 8}, "detection", of(TargetKind::Boxes)));  // no square grid
        QVERIFY(wrong({4}, "mse", of(TargetKind::Values)));
        QVERIFY(wrong({3, 32}, "info_nce", of(TargetKind::Pairs)));
    }

    void unsuitableLossesAndMetricsAreNamedWithWhatSuits() {
        for (const TargetKind kind : kAll) {
            const SampleSpec spec = of(kind);
            for (const Kind& loss : lossKinds()) {
                Experiment experiment = putting({2}, std::string(loss.id).c_str());
                const auto found = findings(experiment, spec);
                const bool refused = !found.empty() && found[0].node == "loss.kind";
                QCOMPARE(refused, !suits(loss, spec));
                if (refused) QVERIFY(english(found[0]).find(lossesFor(spec).front()->id) != std::string::npos);
            }
            for (const MetricKind& metric : metricKinds()) {
                Experiment experiment = putting({2}, std::string(lossesFor(spec).front()->id).c_str());
                experiment.metrics = {std::string(metric.id)};
                const auto found = findings(experiment, spec);
                QCOMPARE(!found.empty() && found[0].node == "metrics", !suits(metric, spec));
            }
        }
    }

    void someMetricsAreForTwoClassesOrForPictures() {
        const auto suited = [](const char* id, const SampleSpec& spec) { return suits(*findKind(metricKinds(), id), spec); };
        QVERIFY(suited("average_precision", sample(TargetKind::Class, {4}, {}, 2)));
        QVERIFY(!suited("average_precision", sample(TargetKind::Class, {4}, {}, 3)));
        QVERIFY(suited("froc", of(TargetKind::ClassMap)) && !suited("froc", sample(TargetKind::ClassMap, {64}, {64}, 2)));
        QVERIFY(suited("perplexity", sample(TargetKind::ClassMap, {64}, {64}, 90)));
    }

    void fixesChooseWhatSuits() {
        Experiment experiment = sampleExperiment();
        experiment.loss.kind = "mse";
        experiment.metrics = {"mae"};
        const ExperimentReport report = check(experiment);
        std::map<std::string, std::string> first;
        for (const Diagnostic& diagnostic : report.diagnostics) {
            const auto fixes = quickFixes(experiment, report, diagnostic);
            QVERIFY2(!fixes.empty(), english(diagnostic).c_str());
            first[diagnostic.node] = fixes.front().label.english();
        }
        QCOMPARE(first.at("loss.kind"), std::string("Set kind = cross_entropy"));
        QCOMPARE(first.at("metrics"), std::string("Measure accuracy instead of mae"));
    }

    void classWeightsAreOneNumberForEachClass() {
        QVERIFY(classWeightsFromText("") == std::vector<double>{});
        QVERIFY((classWeightsFromText(" 1, 10.5 ,0") == std::vector<double>{1, 10.5, 0}));
        for (const char* wrong : {"1,", ",", "a", "1 2", "-1, 2", "0, 0", "nan", "1, inf"}) QVERIFY2(!classWeightsFromText(wrong), wrong);
        Experiment experiment = putting({2}, "cross_entropy");
        experiment.loss.parameters["class_weights"] = std::string("1, 2");
        QVERIFY(findings(experiment, of(TargetKind::Class)).empty());
        for (const char* wrong : {"1, 2, 3", "x"}) {
            experiment.loss.parameters["class_weights"] = std::string(wrong);
            QCOMPARE(findings(experiment, of(TargetKind::Class)).at(0).node, std::string("loss.class_weights"));
        }
    }

    void seriesOfMetricsAreTakenApart() {
        const auto parts = metricSeriesOf("baseline.persistence.direction_accuracy");
        QVERIFY(parts && parts->source == MetricSeries::Source::Baseline && parts->rule == "persistence" &&
                parts->metric == "direction_accuracy");
        QCOMPARE(series::baseline("persistence", "direction_accuracy"), std::string("baseline.persistence.direction_accuracy"));
        QVERIFY(metricSeriesOf("val.fpr_at_recall.recall")->companion == "recall");
        QVERIFY(metricSeriesOf("train.accuracy")->source == MetricSeries::Source::Train);
        for (const char* other : {"val.loss", "train.loss", "val.accuracy.low", "learning_rate", "val.", ""})
            QVERIFY2(!metricSeriesOf(other), other);
    }
};

QTEST_APPLESS_MAIN(tst_Task)
#include "tst_task.moc"
