// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <QtWidgets/QPushButton>

#include "tests/support/graph_text.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/profile/canvas_profile.h"
#include "widgets/graph/profile/time_bar.h"
#include "widgets/theme/heat.h"

using namespace seekbench;

namespace {

const char* const kNetwork = R"(
    image Input {"shape": [784]}
    hidden Linear {"in_features": 784, "out_features": 256}
    relu ReLU
    blocks Twice {"repeat": 2}
    out Output
    image -> hidden -> relu -> blocks -> out
)";

Library twice() {
    Library library;
    library.composites.emplace("Twice", compositeOf("Twice",
                                                    "input Input\nfirst Linear {\"in_features\": 256, \"out_features\": 256}\nsecond ReLU\n"
                                                    "output Output\ninput -> first -> second -> output"));
    return library;
}

constexpr std::int64_t kMillisecond = 1'000'000;

// Two steps of 10 ms each: hidden 4 + 8 ms, the blocks 1 + 2 ms for each of two repetitions, relu 0.02 ms; nothing of the rest.
NodeProfile times() {
    const auto row = [](const char* node, std::int64_t forward, std::int64_t backward) {
        return LayerRow{.node = node, .forward = forward, .backward = backward};
    };
    std::vector<LayerRow> layers{row("hidden", 4 * kMillisecond, 8 * kMillisecond), row("blocks/1/first", kMillisecond, 2 * kMillisecond),
                                 row("blocks/2/first", kMillisecond, 2 * kMillisecond), row("relu", 20'000, 0), row("", 500'000, 0)};
    std::vector<RooflinePoint> points{{.name = "Linear",
                                       .node = "hidden",
                                       .phase = Phase::Forward,
                                       .flops = 4e9,
                                       .bytes = 2 << 20,
                                       .time = 4 * kMillisecond,
                                       .efficiency = 0.5}};
    const StepBar bar{.step = {.number = 1, .start = 0, .duration = 10 * kMillisecond}};
    return NodeProfile(std::move(layers), std::move(points), {bar, bar});
}

// The canvas with the network that was profiled.
struct Canvas {
    ExperimentDocument document;
    GraphEditor editor{document};

    Canvas() {
        Experiment experiment;
        experiment.name = "test";
        experiment.graph = graphOf(kNetwork);
        experiment.library = twice();
        editor.setProfile(std::make_shared<CanvasProfile>(times(), experiment.graph, experiment.library, QStringLiteral("run 7, step-40")));
        document.open(std::move(experiment));
        editor.resize(1000, 900);
        editor.show();
        editor.setNodeValue(NodeValue::Time);
        settle();
    }
    void settle() {
        QVERIFY(QTest::qWaitFor([this] { return document.isReportCurrent(); }));
        QCoreApplication::processEvents();
    }
    const NodeFace& face(const char* node) const { return const_cast<Canvas*>(this)->editor.scene().node(node)->face(); }
    void edit(const Edit& change) {
        QVERIFY(document.edit(editor.level(), change, QStringLiteral("change")));
        settle();
    }
    const TimeBar::State& bar() const { return editor.timeBar().state(); }
};

}  // namespace

class CanvasProfileTest : public QObject {
    Q_OBJECT

private slots:
    void nodesShowTimeShareWorkAndHeat() {
        const Canvas canvas;
        QCOMPARE(canvas.face("hidden").value, QStringLiteral("6.00 ms"));
        QCOMPARE(canvas.face("hidden").kind, QStringLiteral("60.0 %"));
        QCOMPARE(canvas.face("hidden").parameters, QStringLiteral("2.00 GFLOP · 1.0 MiB"));
        QCOMPARE(canvas.face("hidden").heat, kHeatSteps - 1);
        QCOMPARE(canvas.face("relu").value, QStringLiteral("10.0 µs"));
        QCOMPARE(canvas.face("relu").kind, QStringLiteral("0.1 %"));
        QCOMPARE(canvas.face("relu").heat, 0);
        QCOMPARE(canvas.face("image").value, QStringLiteral("–"));
        QCOMPARE(canvas.face("image").heat, -1);
    }

    void aCompositeSumsWhatIsInsideOfAllItsRepetitions() {
        Canvas canvas;
        QCOMPARE(canvas.face("blocks").value, QStringLiteral("3.00 ms"));
        QCOMPARE(canvas.face("blocks").kind, QStringLiteral("30.0 %"));
        canvas.editor.setLevel({"blocks"});
        QCOMPARE(canvas.face("first").value, QStringLiteral("3.00 ms"));
        QCOMPARE(canvas.face("first").kind, QStringLiteral("30.0 %"));
        QCOMPARE(canvas.face("second").value, QStringLiteral("–"));
        canvas.editor.select({"first"});
        QCOMPARE(canvas.editor.profiledSelection(), QStringLiteral("blocks/first"));
        QVERIFY(canvas.bar().hasSlices);
        canvas.editor.select({"second"});
        QVERIFY(!canvas.bar().hasSlices);
    }

    void theTipSplitsForwardAndBackwardAndNamesWhatIsAttainable() {
        const Canvas canvas;
        const QStringList lines = canvas.face("hidden").tip.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0], QStringLiteral("Linear"));
        QVERIFY2(lines[2].startsWith(QStringLiteral("Forward: 2.00 ms")), qPrintable(lines[2]));
        QVERIFY2(lines[3].contains(QStringLiteral("1.00 TFLOP/s of 2.00 TFLOP/s attainable (50 %)")), qPrintable(lines[3]));
        QVERIFY2(lines[4].startsWith(QStringLiteral("Backward: 4.00 ms")), qPrintable(lines[4]));
    }

    void aNodeOfARepetitionIsFoundOnTheCanvas() {
        Canvas canvas;
        QVERIFY(canvas.editor.reveal(QStringLiteral("blocks/2/first")));
        QVERIFY(canvas.editor.level() == GraphLevel{"blocks"} && canvas.editor.selection() == NodeNames{"first"});
        QVERIFY(canvas.editor.reveal(QStringLiteral("blocks/2")));
        QVERIFY(canvas.editor.level().empty() && canvas.editor.selection() == NodeNames{"blocks"});
    }

    void whatWasChangedSinceIsSaidPlainly() {
        Canvas canvas;
        QVERIFY(canvas.bar().warning.isEmpty());
        QVERIFY(canvas.bar().words.contains(QStringLiteral("10.0 ms a step")) && canvas.bar().words.contains(QStringLiteral("run 7")));
        canvas.edit({{SetParameter{"hidden", "out_features", std::int64_t{128}}}});
        QVERIFY(canvas.bar().warning.contains(QStringLiteral("changed after this profile")));
        QCOMPARE(canvas.face("hidden").value, QStringLiteral("before: 6.00 ms"));
        QCOMPARE(canvas.face("hidden").heat, -1);
        QCOMPARE(canvas.face("blocks").heat, kHeatSteps - 1);  // now the longest of those that are still what they were
        canvas.document.undoStack().undo();
        canvas.settle();
        QVERIFY(canvas.bar().warning.isEmpty());
        QCOMPARE(canvas.face("hidden").value, QStringLiteral("6.00 ms"));
        QCOMPARE(canvas.face("hidden").kind, QStringLiteral("60.0 %"));
    }

    void movingNodesChangesNothing() {
        Canvas canvas;
        canvas.edit({{MoveNode{"hidden", {480, 480}}}});
        QVERIFY(canvas.bar().warning.isEmpty());
        QCOMPARE(canvas.face("hidden").heat, kHeatSteps - 1);
    }

    void withoutAProfileTheBarSaysWhy() {
        Canvas canvas;
        canvas.editor.setProfile(nullptr, QStringLiteral("No profile yet."));
        QCOMPARE(canvas.bar().words, QStringLiteral("No profile yet."));
        QCOMPARE(canvas.bar().largest, 0.0);
        QCOMPARE(canvas.face("hidden").value, QStringLiteral("–"));
        QVERIFY(canvas.editor.timeBar().isVisible());
        canvas.editor.setNodeValue(NodeValue::Shape);
        QVERIFY(!canvas.editor.timeBar().isVisible());
    }

    void theBarLeadsToTheSlicesOfTheSelectedNode() {
        Canvas canvas;
        canvas.editor.select({"hidden"});
        QSignalSpy asked(&canvas.editor, &GraphEditor::slicesRequested);
        auto* button = canvas.editor.timeBar().findChild<QPushButton*>();
        QVERIFY(button->isVisible() && button->text().contains(QStringLiteral("hidden")));
        button->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(canvas.editor.profiledSelection(), QStringLiteral("hidden"));
    }

    void textOnHeatIsReadableAndItsOrderIsLightness() {
        for (const ThemeKind kind : kThemeKinds) {
            const Theme theme(kind);
            double before = 0;
            for (int step = 0; step < kHeatSteps; ++step) {
                QVERIFY(contrast(heatColour(theme, step), onHeat(theme, step)) >= 4.5);
                const double distance = contrast(heatColour(theme, step), theme[Colour::Canvas]);
                QVERIFY2(distance > before, qPrintable(QStringLiteral("%1 %2").arg(static_cast<int>(kind)).arg(step)));
                before = distance;
            }
            for (const double change : {-1.0, -0.6, -0.3, 0.0, 0.3, 0.6, 1.0})
                QVERIFY2(contrast(changeColour(theme, change), onChange(theme, change)) >= 4.5, qPrintable(QString::number(change)));
        }
    }
};

QTEST_MAIN(CanvasProfileTest)
#include "tst_canvas_profile.moc"
