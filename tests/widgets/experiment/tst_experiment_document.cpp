// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "core/graph/editing/compose.h"
#include "tests/support/graph_text.h"
#include "widgets/experiment/experiment_document.h"

using namespace seekbench;

namespace {

const char* const kGraph = R"(
    image Input {"shape": [784]}
    block Twice {"width": 784}
    head Linear {"in_features": 128, "out_features": 10}
    out Output
    image -> block -> head -> out
)";

// Two linear layers of one width.
Composite twice() {
    Composite composite = compositeOf("Twice",
                                      "input Input {\"shape\": [1]}\nfirst Linear\nsecond Linear\noutput Output\n"
                                      "input -> first -> second -> output",
                                      {{.name = "width", .label = "Width", .help = {}, .standard = std::int64_t{4}}});
    for (const char* name : {"first", "second"})
        for (const char* parameter : {"in_features", "out_features"})
            composite.body.nodes.at(name).parameters[parameter] = Expression{"width"};
    return composite;
}

struct Document : ExperimentDocument {
    Document() {
        Experiment experiment;
        experiment.graph = graphOf(kGraph);
        experiment.library.composites.emplace("Twice", twice());
        open(experiment);
    }
    bool waitForReport() {
        return QTest::qWaitFor([this] { return isReportCurrent(); });
    }
    Result<void> set(const GraphLevel& level, const char* node, const char* parameter, std::int64_t value, const QString& mergeKey = {}) {
        return edit(level, {{SetParameter{node, parameter, value}}}, QStringLiteral("Set %1").arg(QLatin1String(parameter)), mergeKey);
    }
};

}  // namespace

class ExperimentDocumentTest : public QObject {
    Q_OBJECT

private slots:
    void undoAndRedoGiveTheIdenticalExperiment() {
        Document document;
        const Experiment before = document.experiment();
        QVERIFY(document.edit({}, removing(before.graph, before.library, {"block"}), QStringLiteral("Delete block")));
        document.changeSettings([](Experiment& settings) { settings.training.epochs = 9; }, QStringLiteral("Set epochs"));
        const Experiment after = document.experiment();
        QCOMPARE(document.undoStack().undoText(), QStringLiteral("Set epochs"));
        document.undoStack().setIndex(0);
        QVERIFY(document.experiment() == before);
        document.undoStack().setIndex(2);
        QVERIFY(document.experiment() == after);
    }

    void typingInAFieldIsOneStep() {
        Document document;
        const Experiment before = document.experiment();
        for (const std::int64_t value : {1, 12, 128})
            QVERIFY(document.set({}, "head", "out_features", value, QStringLiteral("head.out_features")));
        for (const std::int64_t value : {6, 64})
            document.changeSettings([&](Experiment& settings) { settings.training.batchSize = value; }, QStringLiteral("Set batch size"),
                                    QStringLiteral("training.batch_size"));
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().setIndex(0);
        QVERIFY(document.experiment() == before);
    }

    void stepsWithOtherKeysStayApart() {
        Document document;
        QVERIFY(document.set({}, "head", "out_features", 5, QStringLiteral("a")));
        QVERIFY(document.set({}, "head", "in_features", 5, QStringLiteral("b")));
        document.changeSettings([](Experiment& settings) { settings.training.epochs = 9; }, QStringLiteral("c"), QStringLiteral("b"));
        QCOMPARE(document.undoStack().count(), 3);
    }

    void anEditThatCannotBeDoneChangesNothing() {
        Document document;
        const Experiment before = document.experiment();
        QVERIFY(!document.edit({}, {{RemoveNode{"nobody"}}}, QStringLiteral("Delete")));
        QVERIFY(!document.edit({"nobody"}, {{RemoveNode{"first"}}}, QStringLiteral("Delete")));
        QVERIFY(!document.editWithComposite({}, compositeOf("New", ""), {{RemoveNode{"nobody"}}}, QStringLiteral("Fold")));
        document.changeSettings([](Experiment&) {}, QStringLiteral("Nothing"));
        QVERIFY(document.experiment() == before);
        QCOMPARE(document.undoStack().count(), 0);
    }

    void anEditInsideABlockChangesItsBodyAndIsReportedThere() {
        Document document;
        QVERIFY(document.waitForReport());
        QCOMPARE(shapeOf(document, "second"), QStringLiteral("[batch, 784]"));
        QVERIFY(document.set({"block"}, "second", "out_features", 128));
        QVERIFY(document.waitForReport());
        QCOMPARE(shapeOf(document, "second"), QStringLiteral("[batch, 128]"));
        QVERIFY(!document.report().graph.hasErrors());
        document.undoStack().undo();
        QVERIFY(document.graphAt({"block"})->nodes.at("second").parameters.at("out_features") == ParameterValue(Expression{"width"}));
    }

    void mistakesInsideABlockAreSeenFromInside() {
        Document document;
        QVERIFY(document.set({"block"}, "second", "in_features", 3));
        QVERIFY(document.waitForReport());
        const auto inside = document.reportAt({"block"}).diagnostics;
        QVERIFY(!inside.empty());
        QCOMPARE(QString::fromStdString(inside.front().node), QStringLiteral("second"));
    }

    void aLevelThatIsGoneIsNoLevel() {
        Document document;
        QVERIFY(document.graphAt({"block"}) != nullptr);
        QCOMPARE(document.compositeAt({"block"})->id, std::string("Twice"));
        QVERIFY(document.edit({}, {{RemoveNode{"block"}}}, QStringLiteral("Delete")));
        QVERIFY(document.graphAt({"block"}) == nullptr);
        QVERIFY(document.graphAt({"head"}) == nullptr);
    }

    void aCompositeComesAndGoesWithItsEdit() {
        Document document;
        const Experiment before = document.experiment();
        QVERIFY(document.editWithComposite({}, compositeOf("New", "input Input {\"shape\": [1]}\noutput Output\ninput -> output"),
                                           {{AddNode{{.name = "new", .op = "New"}}}}, QStringLiteral("Fold")));
        QVERIFY(document.experiment().library.composite("New") != nullptr);
        document.undoStack().undo();
        QVERIFY(document.experiment() == before);
    }

    void openingStartsAnew() {
        Document document;
        QVERIFY(document.set({}, "head", "in_features", 784));
        document.open({});
        QCOMPARE(document.undoStack().count(), 0);
        QVERIFY(document.undoStack().isClean());
        QVERIFY(document.experiment() == Experiment{});
    }

private:
    static QString shapeOf(const ExperimentDocument& document, const char* node) {
        return QString::fromStdString(text(document.reportAt({"block"}).nodes.at(node).outputs.at(0).shape));
    }
};

QTEST_MAIN(ExperimentDocumentTest)
#include "tst_experiment_document.moc"
