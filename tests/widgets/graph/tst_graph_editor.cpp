// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QToolButton>

#include "tests/support/graph_text.h"
#include "widgets/graph/editor/minimap.h"
#include "widgets/graph/editor/name_field.h"
#include "widgets/graph/error_badge.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/graph_view.h"
#include "widgets/graph/palette/operator_models.h"
#include "widgets/graph/palette/operator_search.h"

using namespace seekbench;

namespace {

const char* const kChain = R"(
    image Input {"shape": [784]}
    hidden Linear {"in_features": 784, "out_features": 256}
    relu ReLU
    head Linear {"in_features": 256, "out_features": 10}
    out Output
    image -> hidden -> relu -> head -> out
)";

// The editor in a window on a chain of nodes 120 apart, with verbs of mouse and keys.
struct Window {
    ExperimentDocument document;
    GraphEditor editor{document};
    QString message;

    explicit Window(const char* text = kChain, Library library = {}) {
        QObject::connect(&editor, &GraphEditor::messageReported, &editor, [this](const QString& said) { message = said; });
        Experiment experiment;
        experiment.name = "test";
        experiment.graph = graphOf(text);
        experiment.library = std::move(library);
        double y = 0;
        for (const char* name : {"image", "hidden", "relu", "block", "head", "out"})
            if (auto node = experiment.graph.nodes.find(name); node != experiment.graph.nodes.end()) node->second.position = {0, y += 120};
        document.open(std::move(experiment));
        editor.resize(1000, 900);
        editor.show();
        QApplication::setActiveWindow(&editor);
        settle();
        editor.view().setFocus();
        QTest::qWait(1);
    }
    void settle() {
        QVERIFY(QTest::qWaitFor([this] { return document.isReportCurrent(); }));
        QCoreApplication::processEvents();
    }
    const Graph& graph() const { return *document.graphAt(editor.level()); }
    bool has(const char* name) const { return graph().find(name) != nullptr; }
    bool wired(const char* from, const char* to) const { return graph().edges.contains(Edge{endOf(from, "output"), endOf(to, "input")}); }
    QString undoText() { return document.undoStack().undoText(); }
    QPointF middle(const char* name) { return editor.scene().node(name)->mapToScene(nodeRect().center()); }
    QPointF between(const char* from, const char* to) {
        return (editor.scene().node(from)->portPosition({true, 0}) + editor.scene().node(to)->portPosition({false, 0})) / 2;
    }
    QPoint at(QPointF point) { return editor.view().mapFromScene(point); }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* viewport = editor.view().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, modifiers, at(from));
        for (const QPointF& step : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at(step), viewport->mapToGlobal(at(step)), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton, modifiers, at(to));
    }
    void click(QPointF point, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(editor.view().viewport(), Qt::LeftButton, modifiers, at(point));
    }
    void doubleClick(QPointF point) { QTest::mouseDClick(editor.view().viewport(), Qt::LeftButton, {}, at(point)); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&editor.view(), static_cast<Qt::Key>(key), modifiers); }
    void drop(const char* id, QPointF point) {
        QMimeData data;
        data.setData(QLatin1String(kOperatorMimeType), id);
        QWidget* viewport = editor.view().viewport();
        QDragEnterEvent enter(at(point), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(at(point), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QDropEvent dropped(at(point), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &dropped);
    }
    OperatorSearch& search() { return *editor.findChild<OperatorSearch*>(); }
    QLineEdit& field() { return *search().findChild<QLineEdit*>(); }
    QStringList offered() {
        const QAbstractItemModel& model = *search().findChild<QListView*>()->model();
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) ids.append(model.index(row, 0).data().toString());
        return ids;
    }
    void choose(const char* typed) {
        QTest::keyClicks(&field(), QLatin1String(typed));
        QTest::keyClick(&field(), Qt::Key_Return);
    }
    NodeNames selected() { return editor.selection(); }
};

Library twice() {
    Library library;
    library.composites.emplace(
        "Twice", compositeOf("Twice",
                             "input Input\nfirst Linear {\"in_features\": 784, \"out_features\": 784}\nsecond ReLU\noutput Output\n"
                             "input -> first -> second -> output"));
    return library;
}

const char* const kBlocks = R"(
    image Input {"shape": [784]}
    block Twice
    head Twice
    out Output
    image -> block -> head -> out
)";

}  // namespace

class GraphEditorTest : public QObject {
    Q_OBJECT

private slots:
    void frozenNodesWearALock() {
        Window window;
        const auto isMarked = [&](const char* name) { return window.editor.scene().node(name)->face().frozen; };
        QVERIFY(!isMarked("hidden"));
        const auto freeze = [](Experiment& experiment) { experiment.training.frozen = {"hidden"}; };
        window.document.changeSettings(freeze, QStringLiteral("freeze"));
        window.settle();
        QVERIFY(isMarked("hidden"));
        QVERIFY(!isMarked("head"));
        QVERIFY(window.editor.scene().node("hidden")->toolTip().contains(QStringLiteral("frozen")));
        const QImage with = window.editor.view().grab().toImage();
        window.document.undoStack().undo();
        window.settle();
        QVERIFY(!isMarked("hidden"));
        QVERIFY(window.editor.view().grab().toImage() != with);
    }

    void init() { QGuiApplication::clipboard()->clear(); }

    // --- mouse

    void draggingANodeMovesItOnTheGridAsOneStep() {
        Window window;
        window.drag(window.middle("hidden"), window.middle("hidden") + QPointF(100, 10));
        QCOMPARE(window.graph().find("hidden")->position.x, 96.0);
        QCOMPARE(window.graph().find("hidden")->position.y, 240.0);
        QCOMPARE(window.undoText(), QStringLiteral("Move hidden"));
        window.document.undoStack().undo();
        QCOMPARE(window.graph().find("hidden")->position.x, 0.0);
        QCOMPARE(window.editor.scene().node("hidden")->x(), 0.0);
    }

    void shiftFreesADragFromTheGrid() {
        Window window;
        window.click(window.middle("hidden"));
        window.drag(window.middle("hidden"), window.middle("hidden") + QPointF(100, 0), Qt::ShiftModifier);
        QVERIFY(std::abs(window.graph().find("hidden")->position.x - 100) <= 2);
    }

    void aDraggedNodeStaysInTheColumnOfItsNeighbour() {
        Window window;
        QVERIFY(window.document.edit({}, Edit{{MoveNode{"image", {10, 120}}}}, QStringLiteral("Move")));
        window.drag(window.middle("hidden"), window.middle("hidden") + QPointF(15, 24));
        QCOMPARE(window.graph().find("hidden")->position.x, 10.0);
    }

    void theRubberBandSelectsAndTheSelectionMovesTogether() {
        Window window;
        window.drag(window.middle("hidden") - QPointF(200, 40), window.middle("relu") + QPointF(200, 40));
        QVERIFY((window.selected() == NodeNames{"hidden", "relu"}));
        window.drag(window.middle("relu"), window.middle("relu") + QPointF(48, 0));
        QCOMPARE(window.graph().find("hidden")->position.x, 48.0);
        QCOMPARE(window.graph().find("relu")->position.x, 48.0);
        QCOMPARE(window.undoText(), QStringLiteral("Move 2 nodes"));
    }

    void draggingFromPortToPortConnects() {
        Window window("image Input {\"shape\": [8]}\nrelu ReLU");
        window.drag(window.editor.scene().node("image")->portPosition({true, 0}),
                    window.editor.scene().node("relu")->portPosition({false, 0}));
        QVERIFY(window.wired("image", "relu"));
    }

    void draggingAWireEndAwayDisconnectsAndToAnotherNodeReroutesAsOneStep() {
        Window window;
        const QPointF end = window.editor.scene().node("head")->portPosition({false, 0});
        window.drag(end, window.editor.scene().node("out")->portPosition({false, 0}));
        QVERIFY(window.wired("relu", "out") && !window.wired("relu", "head") && !window.wired("head", "out"));
        window.document.undoStack().undo();
        QVERIFY(window.wired("relu", "head") && window.wired("head", "out"));
        window.drag(end, end + QPointF(300, -20));
        QVERIFY(!window.wired("relu", "head"));
        QCOMPARE(window.undoText(), QStringLiteral("Disconnect relu from head"));
    }

    void anOperatorDroppedOnNothingIsAdded() {
        Window window;
        QSignalSpy used(&window.editor, &GraphEditor::operatorUsed);
        window.drop("Dropout", QPointF(400, 300));
        QVERIFY(window.has("dropout"));
        QVERIFY(window.selected() == NodeNames{"dropout"});
        QCOMPARE(std::fmod(window.graph().find("dropout")->position.x, 24.0), 0.0);
        QCOMPARE(used.count(), 1);
    }

    void anOperatorDroppedOnAWireIsInsertedWithoutAnError() {
        Window window;
        window.drop("BatchNorm1d", window.between("hidden", "relu"));
        QVERIFY(window.wired("hidden", "batchnorm1d") && window.wired("batchnorm1d", "relu") && !window.wired("hidden", "relu"));
        window.settle();
        QVERIFY(!window.document.report().hasErrors() || findings(window.graph()).empty());
        QCOMPARE(window.undoText(), QStringLiteral("Insert BatchNorm1d"));
    }

    void anUnconnectedNodeDroppedOnAWireGoesIntoIt() {
        Window window;
        window.drop("Dropout", QPointF(500, 300));
        window.drag(window.middle("dropout"), window.between("hidden", "relu"));
        QVERIFY(window.wired("hidden", "dropout") && window.wired("dropout", "relu"));
        window.document.undoStack().undo();
        QVERIFY(window.wired("hidden", "relu"));
    }

    void aWireDroppedOnNothingOffersWhatFitsAndConnectsIt() {
        Window window;
        const QPointF port = window.editor.scene().node("relu")->portPosition({true, 0});
        window.drag(port, port + QPointF(350, 40));
        QVERIFY(window.search().isOpen());
        QVERIFY(window.offered().contains(QStringLiteral("Linear")) && window.offered().contains(QStringLiteral("Output")));
        QVERIFY(!window.offered().contains(QStringLiteral("Conv2d")) && !window.offered().contains(QStringLiteral("Input")));
        window.choose("linear");
        QVERIFY(window.wired("relu", "linear"));
        QVERIFY(window.graph().find("linear")->parameters.at("in_features") == ParameterValue(std::int64_t{256}));
    }

    void findingWhatFitsDoesNotHoldTheWindowUp() {
        Window window;
        QElapsedTimer timer;
        timer.start();
        Q_EMIT window.editor.scene().wireDropped({"relu", "output"}, true, QPointF(400, 400));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void doubleClickOnNothingOpensTheSearchWithTheCursorInIt() {
        Window window;
        window.doubleClick(QPointF(420, 260));
        QVERIFY(window.search().isOpen());
        QVERIFY(window.field().hasFocus());
        QTest::keyClick(&window.field(), Qt::Key_Escape);
        QVERIFY(!window.search().isOpen());
        QVERIFY(window.editor.view().hasFocus());
        QCOMPARE(window.document.undoStack().count(), 0);
    }

    void theSearchAddsWhatTheArrowsChoseWhereItWasOpened() {
        Window window;
        window.doubleClick(QPointF(420, 260));
        QTest::keyClicks(&window.field(), QStringLiteral("norm"));
        QTest::keyClick(&window.field(), Qt::Key_Down);
        QTest::keyClick(&window.field(), Qt::Key_Return);
        QVERIFY(window.has("batchnorm2d"));
        QVERIFY(std::abs(window.graph().find("batchnorm2d")->position.x + canvas::kNodeWidth / 2 - 420) <= canvas::kGrid);
    }

    void theMinimapAppearsWhenNotEverythingIsSeenAndGoesWhereItIsClicked() {
        Window window;
        auto& minimap = *window.editor.findChild<Minimap*>();
        window.editor.fit();
        QVERIFY(!minimap.isVisible());
        window.editor.view().zoomBy(4, QPoint(500, 300));
        QVERIFY(minimap.isVisible());
        QTest::mouseClick(&minimap, Qt::LeftButton, {}, QPoint(minimap.width() / 2, minimap.height() - 12));
        const QPointF seen = window.editor.view().mapToScene(window.editor.view().viewport()->rect().center());
        QVERIFY2(seen.y() > window.middle("head").y(), "the lower end of the graph");
    }

    // --- verbs

    void deletingReconnectsWhereTheShapesAllow() {
        Window window;
        window.click(window.middle("relu"));
        window.key(Qt::Key_Delete);
        QVERIFY(!window.has("relu") && window.wired("hidden", "head"));
        QCOMPARE(window.undoText(), QStringLiteral("Delete relu"));
        window.editor.select({"hidden"});
        window.editor.removeSelection();
        QVERIFY(!window.wired("image", "head"));  // 784 into 256 would only move the mistake
    }

    void aSelectedWireIsDeletedAlone() {
        Window window;
        window.editor.select({"relu"});
        window.key(Qt::Key_W);
        QCOMPARE(window.editor.scene().selectedEdges().size(), std::size_t{1});
        window.key(Qt::Key_Delete);
        QCOMPARE(window.graph().edges.size(), std::size_t{3});
        QCOMPARE(window.graph().nodes.size(), std::size_t{5});
    }

    void copyAndPasteGoThroughTextAndKeepInnerWires() {
        Window window;
        window.editor.select({"hidden", "relu"});
        window.editor.copy();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("seekbench-nodes")));
        window.editor.paste();
        QVERIFY((window.selected() == NodeNames{"hidden2", "relu2"}));
        QVERIFY(window.wired("hidden2", "relu2"));
        window.editor.paste();
        QVERIFY(window.has("hidden3"));
        QVERIFY(window.graph().find("hidden3")->position != window.graph().find("hidden2")->position);
    }

    void cutAndPasteGivesTheNodesBackInTheirPlace() {
        Window window;
        const Position before = window.graph().find("relu")->position;
        window.editor.select({"relu"});
        window.editor.cut();
        QVERIFY(!window.has("relu"));
        window.editor.paste();
        QVERIFY(window.graph().find("relu")->position == before);
    }

    void pastingSomethingElseIsSaidAndChangesNothing() {
        Window window;
        QGuiApplication::clipboard()->setText(QStringLiteral("{\"no\": \"nodes\"}"));
        window.editor.paste();
        QVERIFY(!window.message.isEmpty());
        QCOMPARE(window.document.undoStack().count(), 0);
    }

    void duplicateSelectAllAndUndo() {
        Window window;
        window.editor.selectAll();
        QCOMPARE(window.selected().size(), std::size_t{5});
        window.editor.duplicate();
        QCOMPARE(window.graph().nodes.size(), std::size_t{10});
        QCOMPARE(window.graph().edges.size(), std::size_t{8});
        window.document.undoStack().undo();
        QCOMPARE(window.graph().nodes.size(), std::size_t{5});
    }

    void swappingKeepsTheWires() {
        Window window;
        window.click(window.middle("relu"));
        window.editor.swapOperator();
        window.choose("gelu");
        QCOMPARE(QString::fromStdString(window.graph().find("relu")->op), QStringLiteral("GELU"));
        QVERIFY(window.wired("hidden", "relu") && window.wired("relu", "head"));
    }

    void f2RenamesInPlaceAndARefusedNameStaysOpen() {
        Window window;
        window.click(window.middle("relu"));
        window.key(Qt::Key_F2);
        auto& field = *window.editor.findChild<NameField*>();
        QVERIFY(field.isVisible() && field.hasFocus());
        field.setText(QStringLiteral("head"));
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(field.isVisible() && window.message.contains(QStringLiteral("already")));
        field.setText(QStringLiteral("激活"));
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(!field.isVisible() && window.has("激活") && !window.has("relu"));
        QVERIFY(window.wired("hidden", "激活") && window.selected() == NodeNames{"激活"});
    }

    void aFoldedSelectionIsANodeThatCanBeOpened() {
        Window window;
        window.editor.select({"hidden", "relu"});
        window.editor.foldSelection();
        QVERIFY(window.has("block") && !window.has("hidden") && window.wired("block", "head"));
        window.settle();
        QVERIFY(!window.document.report().graph.hasErrors());
        window.editor.open(QStringLiteral("block"));
        QVERIFY(window.editor.level() == GraphLevel{"block"});
        QVERIFY(window.has("hidden"));
        window.document.undoStack().undo();
        QVERIFY2(window.editor.level().empty(), "undo took the block away, and with it the level");
        QVERIFY(window.has("hidden"));
    }

    void aRefusedFoldSaysWhy() {
        Window window;
        window.editor.select({"image", "hidden"});
        window.editor.foldSelection();
        QVERIFY(window.message.contains(QStringLiteral("image is a port")));
    }

    void layOutIsOneStep() {
        Window window;
        const Graph before = window.graph();
        window.editor.layOut();
        QVERIFY(window.graph() != before);
        QCOMPARE(window.document.undoStack().count(), 1);
        window.document.undoStack().undo();
        QVERIFY(window.graph() == before);
    }

    void thePaletteAddsAfterTheSelectedNode() {
        Window window("image Input {\"shape\": [784]}");
        window.editor.select({"image"});
        window.editor.addOperator(QStringLiteral("Linear"));
        window.editor.addOperator(QStringLiteral("ReLU"));
        QVERIFY(window.wired("image", "linear") && window.wired("linear", "relu"));
        QVERIFY(window.graph().find("relu")->position.y > window.graph().find("linear")->position.y);
    }

    // --- composites

    void doubleClickOpensACompositeAndTheBreadcrumbLeadsBack() {
        Window window(kBlocks, twice());
        window.doubleClick(window.middle("block"));
        QVERIFY(window.editor.level() == GraphLevel{"block"});
        const auto crumbs = window.editor.findChildren<QToolButton*>();
        const auto back = std::ranges::find_if(crumbs, [](const QToolButton* button) { return button->text() == QStringLiteral("test"); });
        QVERIFY(back != crumbs.end());
        QTest::mouseClick(*back, Qt::LeftButton);
        QVERIFY(window.editor.level().empty());
        QVERIFY(window.selected() == NodeNames{"block"});
    }

    void aChangeInsideABodyIsSeenInEveryUse() {
        Window window(kBlocks, twice());
        window.editor.setLevel({"block"});
        window.editor.select({"second"});
        window.key(Qt::Key_Delete);
        window.editor.setLevel({"head"});
        QVERIFY(!window.has("second") && window.wired("first", "output"));
        window.key(Qt::Key_Backspace);
        QVERIFY(window.editor.level().empty());
    }

    void aCompositeCannotBePutIntoItself() {
        Window window(kBlocks, twice());
        window.editor.setLevel({"block"});
        window.editor.addOperator(QStringLiteral("Twice"));
        QCOMPARE(window.document.undoStack().count(), 0);
        QVERIFY(window.message.contains(QStringLiteral("contain itself")));
        window.editor.select({});
        window.editor.searchOperator();
        QVERIFY(!window.offered().contains(QStringLiteral("Twice")));
    }

    void revealGoesToTheLevelOfAPath() {
        Window window(kBlocks, twice());
        QVERIFY(window.editor.reveal(QStringLiteral("head/first")));
        QVERIFY(window.editor.level() == GraphLevel{"head"} && window.selected() == NodeNames{"first"});
        QVERIFY(!window.editor.reveal(QStringLiteral("head/nobody")));
        QVERIFY(window.editor.level() == GraphLevel{"head"});
    }

    // --- keyboard

    void arrowsWalkAlongTheWires() {
        Window window;
        window.key(Qt::Key_Down);
        QVERIFY(window.selected() == NodeNames{"image"});
        window.key(Qt::Key_Down);
        window.key(Qt::Key_Down);
        QVERIFY(window.selected() == NodeNames{"relu"});
        window.key(Qt::Key_Up);
        QVERIFY(window.selected() == NodeNames{"hidden"});
        window.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY((window.selected() == NodeNames{"hidden", "relu"}));
    }

    void controlArrowsMoveAsOneStep() {
        Window window;
        window.editor.select({"relu"});
        for (int i = 0; i < 3; ++i) window.key(Qt::Key_Right, Qt::ControlModifier);
        window.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(window.graph().find("relu")->position.x, 73.0);
        QCOMPARE(window.document.undoStack().count(), 1);
    }

    void aWireIsDrawnWithKeysOnly() {
        Window window("image Input {\"shape\": [8]}\nhidden Linear {\"in_features\": 9, \"out_features\": 4}\nrelu ReLU\nout Output");
        window.editor.select({"image"});
        window.key(Qt::Key_C);
        window.key(Qt::Key_Return);
        QVERIFY2(window.wired("image", "relu"), "hidden is nearer and wants 9 features");
        window.editor.select({"relu"});
        window.key(Qt::Key_C);
        window.key(Qt::Key_Escape);
        window.key(Qt::Key_Return);
        QCOMPARE(window.graph().edges.size(), std::size_t{1});
    }

    void tabOpensTheSearchAndEnterTheNode() {
        Window window(kBlocks, twice());
        window.key(Qt::Key_Tab);
        QVERIFY(window.search().isOpen());
        QTest::keyClick(&window.field(), Qt::Key_Escape);
        window.key(Qt::Key_Space);
        QVERIFY(window.search().isOpen());
        QTest::keyClick(&window.field(), Qt::Key_Escape);
        window.editor.select({"block"});
        window.key(Qt::Key_Return);
        QVERIFY(window.editor.level() == GraphLevel{"block"});
        window.key(Qt::Key_Up, Qt::AltModifier);
        QVERIFY(window.editor.level().empty());
    }

    void enterOnAPrimitiveAsksForTheInspector() {
        Window window;
        QSignalSpy asked(&window.editor, &GraphEditor::inspectorRequested);
        window.editor.select({"relu"});
        window.key(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void aWholeNetworkIsBuiltWithoutAMouse() {
        Window window("");
        for (const char* typed : {"input", "flatten", "linear", "relu", "linear", "output"}) {
            window.key(Qt::Key_Tab);
            window.choose(typed);
        }
        window.settle();
        QCOMPARE(window.graph().nodes.size(), std::size_t{6});
        QCOMPARE(QString::fromStdString(findings(window.graph())), QString());
    }

    // --- errors

    void theBadgeSaysWhatIsWrongAndItsFixCanBeClicked() {
        Window window;
        QVERIFY(window.document.edit({}, Edit{{SetParameter{"head", "in_features", std::int64_t{128}}}}, QStringLiteral("Set")));
        window.settle();
        QSignalSpy asked(&window.editor, &GraphEditor::fixRequested);
        window.editor.setFixes({{"head", QStringLiteral("Set in_features = 256")}});
        const ErrorBadge* badge = window.editor.scene().badge("head");
        QVERIFY(badge != nullptr);
        QCOMPARE(badge->face().expected, QStringLiteral("N×128"));
        QCOMPARE(badge->face().got, QStringLiteral("N×256"));
        QCOMPARE(badge->face().origin, QStringLiteral("from relu"));
        window.click(badge->fixCentre());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().toString(), QStringLiteral("head"));
        window.editor.select({"head"});
        window.key(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(asked.count(), 2);
        window.document.undoStack().undo();
        window.settle();
        QVERIFY(window.editor.scene().badge("head") == nullptr);
    }

    void theOverlayDecidesWhatNodesShow() {
        Window window;
        const auto value = [&] { return window.editor.scene().node("hidden")->face().value; };
        QCOMPARE(value(), QStringLiteral("200,960"));
        window.editor.setNodeValue(NodeValue::MultiplyAdds);
        QCOMPARE(value(), QStringLiteral("200,704"));
        window.editor.setNodeValue(NodeValue::Memory);
        QCOMPARE(value(), QStringLiteral("1.0 KiB"));
    }

    void removingTheSelectedNodeIsSaid() {
        Window window;
        window.editor.select({"relu"});
        QSignalSpy changed(&window.editor, &GraphEditor::selectionChanged);
        window.editor.removeSelection();
        QVERIFY(changed.count() >= 1);
        QVERIFY(window.selected().empty());
    }
};

QTEST_MAIN(GraphEditorTest)
#include "tst_graph_editor.moc"
