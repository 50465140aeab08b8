// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtTest/QtTest>

#include "tests/support/graph_text.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/graph/graph_scene.h"
#include "widgets/graph/graph_view.h"

using namespace seekbench;

namespace {

const char* const kWrong = R"(
    image Input {"shape": [784]}
    hidden Linear {"in_features": 784, "out_features": 256}
    head Linear {"in_features": 128, "out_features": 10}
    out Output
    image -> hidden -> head -> out
)";

// The document, its picture and a window on it, wired as the editor wires them.
struct Canvas {
    ExperimentDocument document;
    GraphScene scene;
    GraphView view{scene};

    explicit Canvas(const char* text) {
        QObject::connect(&document, &ExperimentDocument::graphChanged, &scene, [this] { refresh(); });
        QObject::connect(&document, &ExperimentDocument::reportChanged, &scene, [this] { refresh(); });
        Graph graph = graphOf(text);
        double y = 0;
        for (const char* name : {"image", "hidden", "head", "out"})
            if (auto node = graph.nodes.find(name); node != graph.nodes.end()) node->second.position = {0, y += 120};
        Experiment experiment;
        experiment.graph = std::move(graph);
        document.open(std::move(experiment));
        view.resize(900, 700);
        view.show();
        view.fit();
    }
    void refresh() { scene.show(document.experiment().graph, document.experiment().library, document.report().graph); }
    bool waitForReport() {
        return QTest::qWaitFor([this] { return document.isReportCurrent(); });
    }
    QPoint at(QPointF scenePoint) const { return view.mapFromScene(scenePoint); }
    void drag(QPointF from, QPointF to) {
        QWidget* viewport = view.viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(viewport, at((from + to) / 2));
        QTest::mouseMove(viewport, at(to));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, at(to));
    }
};

}  // namespace

class CanvasTest : public QObject {
    Q_OBJECT

private slots:
    void aNodeShowsKindSettingsAndParameters() {
        Canvas canvas(kWrong);
        QVERIFY(canvas.waitForReport());
        const NodeFace& face = canvas.scene.node("hidden")->face();
        QCOMPARE(face.kind, QStringLiteral("Linear"));
        QVERIFY(face.parameters.startsWith(QStringLiteral("784 → 256")));
        QCOMPARE(face.value, QStringLiteral("200,960"));  // 784 · 256 + 256
        QVERIFY(!face.error);
    }

    void theReportMarksTheNodeThatIsWrongAndAnEditClearsIt() {
        Canvas canvas(kWrong);
        QVERIFY(canvas.waitForReport());
        QVERIFY(canvas.scene.node("head")->face().error);
        QVERIFY(canvas.document.edit({}, {{SetParameter{"head", "in_features", std::int64_t{256}}}}, QStringLiteral("Set in_features")));
        QVERIFY(canvas.waitForReport());
        QVERIFY(!canvas.scene.node("head")->face().error);
    }

    void draggingANodeAsksForItsMove() {
        Canvas canvas(kWrong);
        std::map<std::string, Position> moved;
        connect(&canvas.scene, &GraphScene::nodesMoved, this, [&](const auto& positions) { moved = positions; });
        const QPointF grip = canvas.scene.node("hidden")->mapToScene(60, 25);
        canvas.drag(grip, grip + QPointF(96, 0));
        QCOMPARE(moved.size(), std::size_t{1});
        QVERIFY(std::abs(moved.at("hidden").x - 96) <= 2);
    }

    void draggingFromAPortAsksForAnEdge() {
        Canvas canvas(kWrong);
        std::optional<Edge> asked;
        connect(&canvas.scene, &GraphScene::edgeRequested, this, [&](const Edge& edge) { asked = edge; });
        canvas.drag(canvas.scene.node("image")->portPosition({true, 0}), canvas.scene.node("head")->portPosition({false, 0}));
        QVERIFY(asked.has_value());
        QCOMPARE(QString::fromStdString(text(asked->from) + " -> " + text(asked->to)), QStringLiteral("image.output -> head.input"));
    }

    void aWireDroppedOnNothingIsAnnounced() {
        Canvas canvas(kWrong);
        QString from;
        connect(&canvas.scene, &GraphScene::wireDropped, this,
                [&](const Endpoint& port, bool, QPointF) { from = QString::fromStdString(text(port)); });
        const QPointF port = canvas.scene.node("image")->portPosition({true, 0});
        canvas.drag(port, port + QPointF(300, 10));
        QCOMPARE(from, QStringLiteral("image.output"));
    }

    void theWheelKeepsThePointUnderThePointer() {
        Canvas canvas(kWrong);
        const QPoint pointer(200, 150);
        const QPointF before = canvas.view.mapToScene(pointer);
        canvas.view.zoomBy(1.5, pointer);
        const QPointF after = canvas.view.mapToScene(pointer);
        QVERIFY2(std::hypot(after.x() - before.x(), after.y() - before.y()) < 3, qPrintable(QString::number(after.x() - before.x())));
    }

    void everyThemeAndLevelOfDetailCanBePainted() {
        Canvas canvas(kWrong);
        QVERIFY(canvas.waitForReport());
        canvas.scene.select({"hidden"});
        for (const ThemeKind kind : kThemeKinds)
            for (const double zoom : {1.0, 0.5, 0.3, 0.1}) {
                canvas.scene.setTheme(Theme(kind));
                canvas.view.setTransform(QTransform::fromScale(zoom, zoom));
                const QImage image = canvas.view.grab().toImage();
                int ground = 0;
                for (int y = 0; y < image.height(); y += 7)
                    for (int x = 0; x < image.width(); x += 7) ground += QColor(image.pixel(x, y)) == Theme(kind)[Colour::Canvas];
                QVERIFY2(ground > 0 && ground < (image.width() / 7 + 1) * (image.height() / 7 + 1), "neither empty nor full");
            }
    }

    void shapesAreWrittenForPeople() { QCOMPARE(shapeText({Dimension::symbol("batch"), 32, 28, 28}), QStringLiteral("N×32×28×28")); }
};

QTEST_MAIN(CanvasTest)
#include "tst_canvas.moc"
