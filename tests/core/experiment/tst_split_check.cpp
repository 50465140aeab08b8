// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/experiment/quick_fix.h"
#include "core/experiment/setting.h"
#include "core/experiment/split_check.h"
#include "sample_experiment.h"

using namespace seekbench;
using Method = Split::Method;

namespace {

SampleSpec inTime() { return {.targetKind = TargetKind::Class, .classes = 2, .inTime = true, .window = 256, .horizon = 5}; }

std::vector<std::string> places(const Split& split, const SampleSpec& sample, Severity severity) {
    std::vector<std::string> places;
    for (const Diagnostic& finding : checkSplit(split, "data", sample))
        if (finding.severity == severity) places.push_back(finding.node);
    return places;
}
using Places = std::vector<std::string>;

// A linear model over the windows of a made-up market, so that only the split is to blame.
Experiment marketExperiment() {
    return experimentFromText(R"({
        "format": "seekbench-experiment", "version": 1,
        "graph": {
            "nodes": [
                {"name": "input", "operator": "Input", "parameters": {"shape": [8, 5]}},
                {"name": "flat", "operator": "Flatten"},
                {"name": "head", "operator": "Linear", "parameters": {"in_features": 40, "out_features": 2}},
                {"name": "output", "operator": "Output"}
            ],
            "edges": [["input.output", "flat.input"], ["flat.output", "head.input"], ["head.output", "output.input"]]
        },
        "dataset": {"kind": "generated_market", "window": 8, "horizon": 3, "indicators": ""}
    })",
                              {})
        .value();
}

}  // namespace

class SplitCheckTest : public QObject {
    Q_OBJECT

private slots:
    void aRandomSplitOfTimeIsWarnedAbout() {
        QCOMPARE(places({}, inTime(), Severity::Warning), (Places{"split.method"}));
        const auto findings = checkSplit({}, "data", inTime());
        QVERIFY(QString::fromStdString(findings[0].message.english()).contains("255 of their 256"));
        QCOMPARE(places({.method = Method::Stratified}, inTime(), Severity::Warning), (Places{"split.method"}));
        QVERIFY(checkSplit({.method = Method::ByTime}, "data", inTime()).empty());
        QVERIFY(checkSplit({.source = Split::Source::TestPart}, "data", inTime()).empty());
    }

    void aGapBelowTheHorizonIsWarnedAbout() {
        QCOMPARE(places({.method = Method::ByTime, .gap = 4}, inTime(), Severity::Warning), (Places{"split.gap"}));
        QVERIFY(checkSplit({.method = Method::ByTime, .gap = 5}, "data", inTime()).empty());
    }

    void tornGroupsAreWarnedAbout() {
        const SampleSpec grouped{.targetKind = TargetKind::Class, .classes = 2, .grouped = true};
        QCOMPARE(places({}, grouped, Severity::Warning), (Places{"split.method"}));
        QVERIFY(checkSplit({.method = Method::ByGroup}, "data", grouped).empty());
    }

    void whatTheDatasetLacksIsAnError() {
        const SampleSpec plain{.targetKind = TargetKind::Values};
        QCOMPARE(places({.method = Method::ByGroup}, plain, Severity::Error), (Places{"split.method"}));
        QCOMPARE(places({.method = Method::Stratified}, plain, Severity::Error), (Places{"split.method"}));
        QCOMPARE(places({.method = Method::ByTime}, plain, Severity::Warning), (Places{"split.method"}));
        QVERIFY(checkSplit({}, "data", plain).empty());
    }

    void leakageIsMendedWithOnePress() {
        Experiment experiment = marketExperiment();
        auto report = check(experiment);
        const auto finding = std::ranges::find(report.diagnostics, std::string("split.method"), &Diagnostic::node);
        QVERIFY(!report.hasErrors() && finding != report.diagnostics.end());
        const auto fixes = quickFixes(experiment, report, *finding);
        QVERIFY(!fixes.empty());
        QVERIFY(apply(experiment, fixes.front()));
        QCOMPARE(experiment.split.method, Method::ByTime);

        experiment.split.gap = 0;
        report = check(experiment);
        const auto gap = std::ranges::find(report.diagnostics, std::string("split.gap"), &Diagnostic::node);
        QVERIFY(gap != report.diagnostics.end());
        const auto gapFixes = quickFixes(experiment, report, *gap);
        QVERIFY(!gapFixes.empty());
        QVERIFY(apply(experiment, gapFixes.front()));
        QVERIFY(experiment.split.gap >= 3 || experiment.split.gap == Split::kUsualGap);
    }

    void aGapThatLeavesNothingIsAnError() {
        Experiment experiment = marketExperiment();
        experiment.split = {.method = Method::ByTime, .gap = 5000};
        QVERIFY(check(experiment).hasErrors());
    }

    void newFieldsStandOnlyWhereTheySaySomething() {
        Experiment experiment = sampleExperiment();
        const std::string text = experimentToText(experiment), fingerprint = fingerprintOf(experiment);
        QVERIFY(text.find("\"method\"") == std::string::npos && text.find("\"gap\"") == std::string::npos);
        experiment.split.gap = 7;  // means nothing for a random split, and is kept
        QCOMPARE(fingerprintOf(experiment), fingerprint);
        for (const std::string_view name : splitMethodNames()) {
            experiment.split.method = *splitMethodFrom(name);
            const auto read = experimentFromText(experimentToText(experiment), {});
            QVERIFY(read);
            QVERIFY(read->split == experiment.split);
            QCOMPARE(fingerprintOf(experiment) == fingerprint, name == "random");
        }
        experiment.split.method = Method::ByTime;
        const std::string inTime = fingerprintOf(experiment);
        experiment.split.seed = 99;  // a split by time draws nothing
        QCOMPARE(fingerprintOf(experiment), inTime);
        experiment.split.gap = 8;
        QVERIFY(fingerprintOf(experiment) != inTime);
        std::string wrong = experimentToText(experiment);
        wrong.replace(wrong.find("by_time"), 7, "by_luck");
        QVERIFY(!experimentFromText(wrong, {}));
    }
};

QTEST_APPLESS_MAIN(SplitCheckTest)
#include "tst_split_check.moc"
