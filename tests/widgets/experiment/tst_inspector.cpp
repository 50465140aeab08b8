// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include "core/operators/catalog.h"
#include "widgets/controls/number_box.h"
#include "widgets/experiment/inspector.h"
#include "widgets/experiment/node_facts.h"
#include "widgets/experiment/parameter_form.h"
#include "workbench.h"

using namespace seekbench;

namespace {

struct Bench {
    PictureDocument document;
    Inspector inspector{document};

    explicit Bench(const std::string& graph = kSoundGraph, const Library& library = {}) : document(graph, library) {
        inspector.resize(316, 900);
        inspector.show();
        inspector.activateWindow();
        if (!QTest::qWaitForWindowActive(&inspector)) qWarning("the window did not get the focus");
    }
    void select(const NodeNames& names, const GraphLevel& level = {}) { inspector.setSelection(level, names); }
    QLineEdit* lineOf(const char* parameter) { return inspector.form().field(parameter)->findChild<QLineEdit*>(); }
    ParameterValue valueOf(const char* node, const char* parameter) { return document.parametersOf(node).at(parameter); }
};

// Changes the value in the field with mouse and keys.
void operate(ParameterField& field, const ParameterSpec& spec) {
    if (auto* box = field.findChild<QCheckBox*>()) return click(box);
    if (auto* combo = field.findChild<QComboBox*>(); combo != nullptr && !spec.choices.empty()) {
        combo->setFocus();
        QTest::keyClick(combo, combo->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
        Q_EMIT combo->activated(combo->currentIndex());
        return;
    }
    switch (spec.type) {
        case ParameterType::Integers: return type(&field, spec.count == 0 ? "5, 7" : "5");
        case ParameterType::Real: return type(&field, numberFor(spec, "1e-2"));
        case ParameterType::Integer: return type(&field, numberFor(spec, "7"));
        default: return type(&field, "word");
    }
}

Library blocks() { return loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite").value(); }

}  // namespace

class InspectorTest : public QObject {
    Q_OBJECT

private slots:
    // A walk over the catalog: a new operator needs no new test.
    void everyParameterOfEveryOperatorIsSetAndUndone() {
        for (const Operator* op : operatorCatalog()) {
            Bench bench("node " + std::string(op->id));
            bench.select({"node"});
            for (const ParameterSpec& spec : op->parameters) {
                const std::string what = std::string(op->id) + "." + std::string(spec.name);
                ParameterField* field = bench.inspector.form().field(spec.name);
                QVERIFY2(field != nullptr, what.c_str());
                const Experiment before = bench.document.experiment();
                operate(*field, spec);
                QVERIFY2(bench.document.parametersOf("node").contains(spec.name), what.c_str());
                const auto resolved = ResolvedParameters::from(std::span(&spec, 1), {*bench.document.parametersOf("node").find(spec.name)});
                QVERIFY2(resolved.problems.empty(), what.c_str());
                bench.document.undoStack().undo();
                QVERIFY2(bench.document.experiment() == before, what.c_str());
                bench.document.undoStack().clear();
            }
        }
    }

    void typingIsOneStepAndKeepsTheCursor() {
        Bench bench;
        bench.select({"conv"});
        QLineEdit* line = bench.lineOf("out_channels");
        line->setFocus();
        line->setCursorPosition(0);
        line->setSelection(0, 1);
        for (const QChar digit : QStringLiteral("128")) {
            QTest::keyClick(line, digit.toLatin1());
            QVERIFY(bench.document.waitForReport());
        }
        QCOMPARE(line->text(), QStringLiteral("128"));
        QCOMPARE(line->cursorPosition(), 3);
        QCOMPARE(bench.valueOf("conv", "out_channels"), ParameterValue(std::int64_t{128}));
        QCOMPARE(bench.document.undoStack().count(), 1);
        bench.document.undoStack().undo();
        QCOMPARE(line->text(), QStringLiteral("6"));
    }

    void aChangeElsewhereLeavesHalfWrittenTextAlone() {
        Bench bench("drop Dropout {\"p\": 0.25}\nother ReLU");
        bench.select({"drop"});
        QLineEdit* line = bench.lineOf("p");
        type(line, "1e");
        QCOMPARE(bench.valueOf("drop", "p"), ParameterValue(1.0));
        QVERIFY(bench.document.edit({}, {{RemoveNode{"other"}}}, QStringLiteral("Delete other")));
        QCOMPARE(line->text(), QStringLiteral("1e"));
        QTest::keyClicks(line, QStringLiteral("-3"));
        QCOMPARE(bench.valueOf("drop", "p"), ParameterValue(1e-3));
        QCOMPARE(line->text(), QStringLiteral("1e-3"));
    }

    void aNumberOutOfRangeIsMarkedAndBroughtBack() {
        Bench bench("drop Dropout");
        bench.select({"drop"});
        auto* box = bench.inspector.form().field("p")->findChild<NumberBox*>();
        type(box, "7");
        QCOMPARE(box->property("state").toString(), QStringLiteral("error"));
        QVERIFY(bench.document.parametersOf("drop").empty());
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(bench.valueOf("drop", "p"), ParameterValue(1.0));
        QVERIFY(box->property("state").toString().isEmpty());
    }

    void aFieldLeftBlankShowsItsDefaultAgain() {
        Bench bench;
        bench.select({"flat"});
        auto* box = bench.inspector.form().field("start_dim")->findChild<NumberBox*>();
        type(box, "2");
        QTest::keyClick(box, Qt::Key_Backspace);
        QCOMPARE(bench.lineOf("start_dim")->text(), QString());
        QCOMPARE(bench.valueOf("flat", "start_dim"), ParameterValue(std::int64_t{2}));
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(bench.document.parametersOf("flat").empty());
        QCOMPARE(bench.lineOf("start_dim")->text(), QStringLiteral("1"));
    }

    void theWheelTurnsOnlyWhatHasTheFocus() {
        Bench bench;
        bench.select({"conv"});
        auto* box = bench.inspector.form().field("out_channels")->findChild<NumberBox*>();
        const auto turn = [&] {
            const QPointF centre = box->rect().center();
            QWheelEvent wheel(centre, box->mapToGlobal(centre), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(box, &wheel);
        };
        bench.inspector.nameField().setFocus();
        turn();
        QCOMPARE(bench.document.undoStack().count(), 0);
        bench.lineOf("out_channels")->setFocus();
        turn();
        QCOMPARE(bench.valueOf("conv", "out_channels"), ParameterValue(std::int64_t{7}));
    }

    void resetGoesBackToTheDefault() {
        Bench bench;
        bench.select({"conv"});
        QVERIFY(bench.inspector.form().isSet("padding"));
        click(bench.inspector.form().resetButton("padding"));
        QVERIFY(!bench.document.parametersOf("conv").contains("padding"));
        QVERIFY(!bench.inspector.form().resetButton("padding")->isVisible());
        QVERIFY(!bench.inspector.form().resetButton("out_channels")->isVisible());
    }

    void renamingIsOneStepAndKeepsTheSelection() {
        Bench bench;
        bench.select({"conv"});
        QSignalSpy renamed(&bench.inspector, &Inspector::nodeRenamed);
        type(&bench.inspector.nameField(), "stem");
        QTest::keyClick(&bench.inspector.nameField(), Qt::Key_Return);
        QCOMPARE(renamed.count(), 1);
        QCOMPARE(bench.inspector.selection(), NodeNames{"stem"});
        QVERIFY(bench.document.experiment().graph.find("stem") != nullptr);
        QCOMPARE(bench.document.undoStack().count(), 1);
    }

    void aNameThatIsNotAllowedIsRefusedInWords() {
        for (const char* name : {"fc", "a.b", ""}) {
            Bench bench;
            bench.select({"conv"});
            type(&bench.inspector.nameField(), name);
            if (*name == '\0') QTest::keyClick(&bench.inspector.nameField(), Qt::Key_Backspace);
            QCOMPARE(bench.inspector.nameField().property("state").toString(), QStringLiteral("error"));
            QTest::keyClick(&bench.inspector.nameField(), Qt::Key_Return);
            QCOMPARE(bench.document.undoStack().count(), 0);
            QCOMPARE(bench.inspector.nameField().text(), QStringLiteral("conv"));
        }
    }

    void severalNodesAreEditedTogether() {
        Bench bench("a Linear {\"in_features\": 3, \"out_features\": 4}\nb Linear {\"in_features\": 3, \"out_features\": 5}\nc ReLU");
        bench.select({"a", "b"});
        QCOMPARE(bench.lineOf("in_features")->text(), QStringLiteral("3"));
        QCOMPARE(bench.lineOf("out_features")->text(), QString());
        type(bench.lineOf("out_features"), "12");
        QCOMPARE(bench.valueOf("a", "out_features"), ParameterValue(std::int64_t{12}));
        QCOMPARE(bench.valueOf("b", "out_features"), ParameterValue(std::int64_t{12}));
        QCOMPARE(bench.document.undoStack().count(), 1);
        bench.select({"a", "b", "c"});
        QVERIFY(bench.inspector.form().field("in_features") == nullptr);
    }

    void insideABlockParametersMayBeExpressions() {
        Bench bench("image Input {\"shape\": [64, 8, 8]}\nblock ResidualBlock\nout Output\nimage -> block -> out", blocks());
        bench.select({"conv1"}, {"block"});
        QCOMPARE(bench.lineOf("out_channels")->text(), QStringLiteral("= out_channels"));
        type(bench.lineOf("out_channels"), "= 2 * out_channels");
        const Graph& body = *bench.document.graphAt({"block"});
        QCOMPARE(body.nodes.at("conv1").parameters.at("out_channels"), ParameterValue(Expression{"2 * out_channels"}));
        bench.select({"block"});
        QVERIFY(bench.inspector.form().field("projection") != nullptr);
        click(bench.inspector.form().field("projection")->findChild<QCheckBox*>());
        QCOMPARE(bench.valueOf("block", "projection"), ParameterValue(true));
    }

    void shapesAndCostsAreShownWithTheirProduct() {
        Bench bench;
        QVERIFY(bench.document.waitForReport());
        bench.select({"conv"});
        const auto& rows = bench.inspector.facts().rows();
        QCOMPARE(rows.size(), std::size_t{5});
        QCOMPARE(rows[0].value, QStringLiteral("N×1×8×8"));
        QCOMPARE(rows[1].value, QStringLiteral("N×6×8×8"));
        QCOMPARE(rows[2].value, QStringLiteral("60"));
        QCOMPARE(rows[2].note, QStringLiteral("= 6 · 1 · 3 · 3 + 6"));
        bench.select({});
        QCOMPARE(bench.inspector.facts().rows().front().value, QStringLiteral("6"));
    }

    void everyProductThatIsShownIsRight() {
        for (const Operator* op : operatorCatalog())
            for (const Example& example : op->examples) {
                const auto resolved = ResolvedParameters::from(op->parameters, example.parameters);
                const auto outcome = (*op->shape.rule())(resolved.parameters, example.inputs);
                std::vector<Sizes> inputs, outputs;
                for (const TensorType& type : example.inputs) inputs.push_back(integers(type.shape).value_or(Sizes{}));
                for (const Sizes& sizes : example.outputs) outputs.push_back(sizes);
                const Cost cost = (*op->cost.rule())(resolved.parameters, inputs, outputs);
                const QString formula = parameterFormula(resolved.parameters, op->parameters, cost.parameters);
                if (formula.isEmpty()) continue;
                double sum = 0;
                for (const QString& term : formula.split(QStringLiteral(" + "))) {
                    double product = 1;
                    for (QString factor : term.split(QStringLiteral(" · "))) {
                        const QStringList parts = factor.remove(QLatin1Char(',')).split(QStringLiteral(" / "));
                        product *= parts[0].toDouble() / (parts.size() > 1 ? parts[1].toDouble() : 1);
                    }
                    sum += product;
                }
                QCOMPARE(sum, static_cast<double>(cost.parameters));
            }
    }

    void whatTheInputDecidesIsSaid() {
        Bench bench;
        QVERIFY(bench.document.waitForReport());
        const Library library;
        Signatures signatures(library);
        const auto& facts = bench.document.report().graph.nodes;
        const auto hints = inputHints(*signatures.find("Conv2d"), bench.document.parametersOf("conv"), facts.at("conv"));
        QCOMPARE(hints.size(), std::size_t{1});
        QVERIFY(hints.contains("in_channels"));
        QVERIFY(inputHints(*signatures.find("Linear"), bench.document.parametersOf("fc"), facts.at("fc")).contains("in_features"));
    }

    void theNodesProblemsOfferTheirFix() {
        Bench bench("image Input {\"shape\": [7]}\nfc Linear {\"in_features\": 3, \"out_features\": 4}\nout Output\nimage -> fc -> out");
        QVERIFY(bench.document.waitForReport());
        bench.select({"fc"});
        bench.inspector.setFirstFixes({{"fc", QStringLiteral("Set in_features = 7")}});
        QSignalSpy requested(&bench.inspector, &Inspector::fixRequested);
        QPushButton* button = bench.inspector.findChild<QPushButton*>();
        QVERIFY(button != nullptr);
        QTRY_VERIFY(button->isVisible());
        click(button);
        QCOMPARE(requested.last().first().toString(), QStringLiteral("fc"));
    }

    void withoutASelectionTheExperimentIsNamedAndDescribed() {
        Bench bench;
        auto* description = bench.inspector.findChild<QPlainTextEdit*>();
        QVERIFY(description->isVisible());
        QTest::keyClicks(description, QStringLiteral("mine"));
        QCOMPARE(bench.document.experiment().description, std::string("mine"));
        QCOMPARE(bench.document.undoStack().count(), 1);
        bench.select({"conv"});
        QVERIFY(!description->isVisible());
    }

    // The name field lost its focus to nothing, and told its text to what was half destroyed.
    void closingWhileANameIsTypedIsHarmless() {
        auto bench = std::make_unique<Bench>();
        bench->select({"conv"});
        type(&bench->inspector.nameField(), "half");
        bench.reset();
    }

    void aNodeThatGoesIsNotInspectedAnyMore() {
        Bench bench;
        bench.select({"conv"});
        QVERIFY(bench.document.edit({}, {{RemoveNode{"conv"}}}, QStringLiteral("Delete conv")));
        QVERIFY(bench.inspector.selection().empty());
        QVERIFY(!bench.inspector.form().isVisible());
    }

    void itLooksAsItShould() {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            dress(Theme(kind));
            const QString name = kind == ThemeKind::Light ? QStringLiteral("light") : QStringLiteral("dark");
            Bench bench;
            bench.inspector.setTheme(Theme(kind));
            QVERIFY(bench.document.waitForReport());
            bench.select({"conv"});
            keepPicture(bench.inspector, QStringLiteral("inspector-") + name);
            QVERIFY(bench.document.edit({}, {{SetParameter{"conv", "in_channels", std::int64_t{3}}}}, QStringLiteral("Spoil")));
            QVERIFY(bench.document.waitForReport());
            bench.inspector.setFirstFixes({{"conv", QStringLiteral("Set in_channels = 1")}});
            keepPicture(bench.inspector, QStringLiteral("inspector-error-") + name);
            bench.select({});
            keepPicture(bench.inspector, QStringLiteral("inspector-none-") + name);
            QVERIFY(bench.inspector.minimumSizeHint().width() <= 340);
        }
    }
};

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
