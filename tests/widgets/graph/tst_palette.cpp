// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QtCore/QMimeData>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include "core/operators/catalog.h"
#include "tests/support/graph_text.h"
#include "widgets/graph/editor/graph_outline.h"
#include "widgets/graph/editor/navigation.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/palette/operator_models.h"
#include "widgets/graph/palette/operator_palette.h"
#include "widgets/theme/icon.h"

using namespace seekbench;

namespace {

Library blocks() {
    Library library;
    Composite block = compositeOf("ResidualBlock", "input Input\noutput Output\ninput -> output");
    block.label = "Residual block";
    block.summary = "Adds its input to what two convolutions make of it.";
    library.composites.emplace(block.id, block);
    return library;
}

OperatorEntry entryOf(const char* id) {
    const auto entries = operatorEntries(blocks());
    return *std::ranges::find(entries, id, &OperatorEntry::id);
}

// "Conv2d" or "Convolution (1)": what a tree shows, in order.
QStringList shown(const QAbstractItemModel& model) {
    QStringList lines;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        lines.append(QStringLiteral("%1 (%2)").arg(parent.data().toString()).arg(parent.data(GroupCountRole).toInt()));
        for (int row = 0; row < model.rowCount(parent); ++row) lines.append(model.index(row, 0, parent).data().toString());
    }
    return lines;
}

struct Palette {
    OperatorPalette widget;
    Palette() {
        widget.setLibrary(blocks());
        widget.resize(220, 600);
        widget.show();
        widget.focusSearch();
    }
    QLineEdit& field() { return *widget.findChild<QLineEdit*>(); }
    QTreeView& tree() { return *widget.findChild<QTreeView*>(); }
};

}  // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private slots:
    void everyOperatorIsInTheTreeOnce() {
        OperatorTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(operatorEntries(blocks()));
        int count = 0;
        for (int group = 0; group < model.rowCount(); ++group) count += model.rowCount(model.index(group, 0));
        QCOMPARE(count, static_cast<int>(operatorCatalog().size()) + 1);
        model.setFilter(QStringLiteral("conv"));
        model.setFilter({});
    }

    void theFilterFindsIdLabelAndSummary() {
        OperatorTreeModel model;
        model.setEntries(operatorEntries(blocks()));
        model.setFilter(QStringLiteral("batchnorm"));
        QCOMPARE(shown(model), QStringList({QStringLiteral("Normalization (3)"), QStringLiteral("BatchNorm1d"),
                                            QStringLiteral("BatchNorm2d"), QStringLiteral("BatchNorm3d")}));
        model.setFilter(QStringLiteral("residual BLOCK"));
        QCOMPARE(shown(model), QStringList({QStringLiteral("Regularization (1)"), QStringLiteral("DropPath"),
                                            QStringLiteral("Blocks (composite) (1)"), QStringLiteral("ResidualBlock")}));
        model.setFilter(QStringLiteral("kernels over height"));
        QCOMPARE(shown(model), QStringList({QStringLiteral("Convolution (1)"), QStringLiteral("Conv2d")}));
        model.setFilter(QStringLiteral("no such thing"));
        QCOMPARE(model.rowCount(), 0);
    }

    void theSearchPutsTheBestFirst() {
        OperatorListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(operatorEntries(blocks()));
        model.setFilter(QStringLiteral("linear"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Linear"));
        QVERIFY(matchRank(entryOf("Linear"), QStringLiteral("linear")) < matchRank(entryOf("Linear"), QStringLiteral("line")));
        QCOMPARE(matchRank(entryOf("Linear"), QStringLiteral("zzz")), -1);
    }

    void aDraggedOperatorCarriesItsId() {
        OperatorTreeModel model;
        model.setEntries(operatorEntries(blocks()));
        model.setFilter(QStringLiteral("conv2d"));
        const QModelIndex group = model.index(0, 0), op = model.index(0, 0, group);
        const std::unique_ptr<QMimeData> data(model.mimeData({op}));
        QCOMPARE(data->data(QLatin1String(kOperatorMimeType)), QByteArray("Conv2d"));
        QVERIFY(op.flags() & Qt::ItemIsDragEnabled && !(group.flags() & Qt::ItemIsDragEnabled));
    }

    void enterInTheFieldTakesTheFirstMatch() {
        Palette palette;
        QSignalSpy chosen(&palette.widget, &OperatorPalette::operatorChosen);
        QTest::keyClicks(&palette.field(), QStringLiteral("dropo"));
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("Dropout"));
    }

    void doubleClickChooses() {
        Palette palette;
        QSignalSpy chosen(&palette.widget, &OperatorPalette::operatorChosen);
        const QModelIndex op = palette.tree().model()->index(0, 0, palette.tree().model()->index(0, 0));
        const QPoint at = palette.tree().visualRect(op).center();
        QTest::mouseClick(palette.tree().viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(palette.tree().viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().toString(), op.data().toString());
    }

    void whatWasUsedLastIsTheFirstChip() {
        Palette palette;
        for (const char* id : {"ReLU", "Conv2d", "ReLU", "Linear", "Dropout", "Flatten"}) palette.widget.addRecent(QLatin1String(id));
        QCOMPARE(palette.widget.recent(),
                 QStringList({QStringLiteral("Flatten"), QStringLiteral("Dropout"), QStringLiteral("Linear"), QStringLiteral("ReLU")}));
        QSignalSpy chosen(&palette.widget, &OperatorPalette::operatorChosen);
        for (QToolButton* chip : palette.widget.findChildren<QToolButton*>())
            if (chip->text() == QStringLiteral("Dropout")) QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
    }

    void theOutlineListsNodesInTheirOrderAndSelectsThem() {
        ExperimentDocument document;
        GraphEditor editor(document);
        GraphOutline outline(document, editor);
        OutlineModel& model = *outline.findChild<OutlineModel*>();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Experiment experiment;
        experiment.graph = graphOf(
            "zebra Input {\"shape\": [8]}\nmiddle Linear {\"in_features\": 9, \"out_features\": 4}\nalpha Output\n"
            "zebra -> middle -> alpha");
        document.open(experiment);
        editor.show();
        outline.show();
        QVERIFY(QTest::qWaitFor([&] { return document.isReportCurrent(); }));
        QCOMPARE(model.rows().size(), std::size_t{3});
        QCOMPARE(model.rows()[0].name, QStringLiteral("zebra"));
        QCOMPARE(model.rows()[0].shape, QStringLiteral("N×8"));
        QVERIFY(model.rows()[1].error && !model.rows()[1].problem.isEmpty());
        outline.findChild<QTableView*>()->selectRow(2);
        QVERIFY(editor.selection() == NodeNames{"alpha"});
        editor.select({"middle"});
        QCOMPARE(outline.findChild<QTableView*>()->selectionModel()->selectedRows().front().row(), 1);
    }

    void arrowsPreferWhatLiesStraightAheadAndWhatIsWired() {
        const std::map<std::string, QPointF, std::less<>> places{
            {"below", {0, 100}}, {"aside", {60, 90}}, {"right", {300, 10}}, {"above", {0, -50}}};
        QCOMPARE(QString::fromStdString(placesTowards(places, {0, 0}, Direction::Down).front()), QStringLiteral("below"));
        QCOMPARE(QString::fromStdString(placesTowards(places, {0, 0}, Direction::Down, {"aside"}).front()), QStringLiteral("aside"));
        QCOMPARE(QString::fromStdString(placesTowards({{"a", {0, 100}}, {"b", {30, 90}}}, {0, 0}, Direction::Down, {"b"}).front()),
                 QStringLiteral("b"));
        QCOMPARE(QString::fromStdString(placesTowards(places, {0, 0}, Direction::Right).front()), QStringLiteral("right"));
        QVERIFY(placesTowards({}, {0, 0}, Direction::Up).empty());
    }
};

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
