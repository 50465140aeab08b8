// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "tests/support/graph_text.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/graph_scene.h"
#include "widgets/graph/plan/node_kernels.h"
#include "widgets/text/figures.h"

using namespace seekbench;

namespace {

constexpr const char* kAnswer = R"({"batch": 64, "compiled": true, "memory": 2000000, "seconds": 0.2, "nodes": [
    {"paths": ["hidden", "relu"], "operators": ["Linear", "ReLU"], "kernel": "inner product", "kept": 1024, "forward": 0, "backward": 0},
    {"paths": ["blocks/1/first", "blocks/1/second"], "operators": [], "kernel": "sgemm", "kept": 2048, "forward": 0, "backward": 0},
    {"paths": ["blocks/2/first", "blocks/2/second"], "operators": [], "kernel": "sgemm", "kept": 2048, "forward": 0, "backward": 0}]})";

KernelPlan plan() { return kernelPlanFromText(kAnswer).value(); }

class tst_CanvasPlan : public QObject {
    Q_OBJECT

private slots:
    void theAnswerOfTheWorkerIsRead() {
        const KernelPlan read = plan();
        QVERIFY(read.isCompiled());
        QCOMPARE(read.layers(), 6);
        QCOMPARE(read.of("relu"), std::vector{&read.kernels[0]});
        QCOMPARE(read.of("blocks").size(), std::size_t{2});
        QCOMPARE(read.of("blocks/second").size(), std::size_t{2});
        QVERIFY(read.of("hid").empty());
        const auto refused = kernelPlanFromText(R"({"compiled": false, "reason": "It has frozen layers."})");
        QVERIFY(refused && !refused->isCompiled());
        QVERIFY(planSentence(*refused).contains("It has frozen layers."));
        for (const char* wrong : {"{}", "[]", R"({"compiled": 1})", R"({"compiled": true, "batch": 1, "memory": 1, "nodes": [{}]})"})
            QCOMPARE(kernelPlanFromText(wrong).error().code(), ErrorCode::Corrupt);
    }

    void nodesShowTheirKernels() {
        Experiment experiment;
        experiment.name = "test";
        experiment.graph = graphOf(R"(
            image Input {"shape": [784]}
            hidden Linear {"in_features": 784, "out_features": 256}
            relu ReLU
            blocks Twice {"repeat": 2}
            out Output
            image -> hidden -> relu -> blocks -> out
        )");
        experiment.library.composites.emplace(
            "Twice", compositeOf("Twice",
                                 "input Input\nfirst Linear {\"in_features\": 256, \"out_features\": 256}\nsecond ReLU\n"
                                 "output Output\ninput -> first -> second -> output"));
        ExperimentDocument document;
        document.open(std::move(experiment));
        GraphEditor editor(document);
        const auto face = [&](const char* node) { return editor.scene().node(node)->face(); };
        QVERIFY(QTest::qWaitFor([&] { return document.isReportCurrent(); }));
        editor.setPlan(std::make_shared<KernelPlan>(plan()), planSentence(plan()));
        QVERIFY(!face("hidden").parameters.contains("inner product"));
        editor.setNodeValue(NodeValue::Kernel);
        QCOMPARE(face("hidden").parameters, QStringLiteral("inner product"));
        QCOMPARE(face("hidden").value, bytesText(1024));
        QCOMPARE(face("relu").parameters, QStringLiteral("computed with hidden"));
        QCOMPARE(face("blocks").value, bytesText(4096));
        QCOMPARE(face("image").value, QStringLiteral("–"));
        QVERIFY(face("blocks").tip.contains("blocks/2/first + blocks/2/second: sgemm"));
        editor.setLevel({"blocks"});
        QCOMPARE(face("first").value, bytesText(4096));
        QCOMPARE(face("second").parameters, QStringLiteral("computed with first"));
        editor.setPlan(nullptr, {});
        QCOMPARE(face("first").tip, QString());
    }
};

}  // namespace

QTEST_MAIN(tst_CanvasPlan)
#include "tst_canvas_plan.moc"
