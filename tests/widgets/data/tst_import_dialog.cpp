// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include "widgets/data/dataset_preview.h"
#include "widgets/data/description_models.h"
#include "widgets/data/import_dialog.h"
#include "widgets/experiment/parameter_form.h"

using namespace seekbench;

namespace {

ColumnFacts numbers(const char* name, std::int64_t missing = 0) {
    return {.name = name,
            .type = ColumnType::Number,
            .extents = {},
            .count = 100 - missing,
            .missing = missing,
            .distinct = 50,
            .minimum = -1.5,
            .maximum = 3,
            .mean = 0.25};
}

// A table of 100 rows: two columns of numbers, a patient, a target of two classes.
FileDescription table() {
    FileDescription description;
    description.path = "/data/表.csv";
    description.kind = "csv";
    description.otherKinds = {"text"};
    description.bytes = 12345;
    description.rows = 100;
    description.columns = {numbers("size"), numbers("weight", 7)};
    description.columns.push_back({.name = "patient", .type = ColumnType::Category, .extents = {}, .count = 100, .distinct = 25});
    description.columns.push_back({.name = "label", .type = ColumnType::Category, .extents = {}, .count = 100, .distinct = 2});
    description.columns.back().classes = {{"ill", 30}, {"well", 70}};
    description.firstRows = {{"1", "2", "p1", "ill"}, {"3", "", "p2", "well"}};
    description.dataset = {"csv", {{"path", std::string("/data/表.csv")}, {"target", std::string("label")}}};
    description.split = {.share = 0.2, .method = Split::Method::Stratified};
    return description;
}

QPushButton* button(ImportDialog& dialog, const char* text) {
    for (QPushButton* each : dialog.findChildren<QPushButton*>())
        if (each->text().remove(QLatin1Char('&')) == QLatin1String(text)) return each;
    return nullptr;
}

std::string word(const Choice& dataset, const char* parameter) {
    const auto found = dataset.parameters.find(parameter);
    return found == dataset.parameters.end() ? std::string() : std::get<std::string>(found->second);
}

}  // namespace

class ImportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsKeepTheRulesOfModels() {
        ColumnModel columns;
        FirstRowsModel rows;
        const QAbstractItemModelTester columnTester(&columns, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester rowTester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        columns.setDescription(table());
        rows.setDescription(table());
        columns.setRoles({1}, {{3, QStringLiteral("target")}});
        QCOMPARE(columns.rowCount(), 4);
        QCOMPARE(columns.index(3, ColumnModel::Name).data().toString(), QStringLiteral("label (target)"));
        QCOMPARE(columns.index(1, ColumnModel::Missing).data().toString(), QStringLiteral("7"));
        QCOMPARE(columns.index(1, ColumnModel::Name).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        QVERIFY(!columns.index(3, ColumnModel::Name).data(Qt::CheckStateRole).isValid());
        QVERIFY(columns.index(3, ColumnModel::Name).data(Qt::ToolTipRole).toString().contains(QStringLiteral("ill: 30")));
        QCOMPARE(rows.index(1, 3).data().toString(), QStringLiteral("well"));
        rows.setDescription({});
        QCOMPARE(rows.columnCount(), 0);
    }

    void nothingCanBeUsedBeforeItIsRead() {
        ImportDialog dialog;
        dialog.show();
        QVERIFY(!button(dialog, "Use these data")->isEnabled());
        dialog.setReading(QStringLiteral("/data/表.csv"));
        QVERIFY(button(dialog, "Cancel")->isVisible());
        QSignalSpy cancelled(&dialog, &ImportDialog::cancelled);
        button(dialog, "Cancel")->click();
        QCOMPARE(cancelled.count(), 1);
        dialog.setFailed(QStringLiteral("The file is empty."));
        QVERIFY(!button(dialog, "Cancel")->isVisible() && !button(dialog, "Use these data")->isEnabled());
        dialog.setDescription(table());
        QVERIFY(button(dialog, "Use these data")->isEnabled());
    }

    void columnsAreLeftOutAndTakenBack() {
        ImportDialog dialog;
        dialog.setDescription(table());
        auto& model = *dialog.findChild<ColumnModel*>();
        model.setData(model.index(1, ColumnModel::Name), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(word(dialog.dataset(), "ignored"), std::string("weight"));
        QVERIFY(dialog.warnings().filter(QStringLiteral("weight")).isEmpty());  // what is left out may have gaps
        model.setData(model.index(0, ColumnModel::Name), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(word(dialog.dataset(), "ignored"), std::string("size, weight"));
        model.setData(model.index(0, ColumnModel::Name), Qt::Checked, Qt::CheckStateRole);
        model.setData(model.index(1, ColumnModel::Name), Qt::Checked, Qt::CheckStateRole);
        QVERIFY(!dialog.dataset().parameters.contains("ignored"));
        QVERIFY(!dialog.warnings().filter(QStringLiteral("weight")).isEmpty());
    }

    void theSplitFollowsTheColumnsUntilItIsChosen() {
        ImportDialog dialog;
        dialog.setDescription(table());
        QCOMPARE(dialog.split().method, Split::Method::Stratified);
        const auto forms = dialog.findChildren<ParameterForm*>();
        QCOMPARE(forms.size(), 2);
        Q_EMIT forms[0]->valueChanged(QStringLiteral("group_column"), ParameterValue(std::string("patient")));
        QCOMPARE(dialog.split().method, Split::Method::ByGroup);
        QVERIFY(dialog.warnings().filter(QStringLiteral("apart")).isEmpty());
        Q_EMIT forms[1]->valueChanged(QStringLiteral("split.method"), ParameterValue(std::string("random")));
        QCOMPARE(dialog.split().method, Split::Method::Random);
        QVERIFY(!dialog.warnings().filter(QStringLiteral("tears groups")).isEmpty());
        Q_EMIT forms[0]->valueChanged(QStringLiteral("target"), ParameterValue(std::string("size")));
        QCOMPARE(dialog.split().method, Split::Method::Random);  // the user's choice stays
        QCOMPARE(word(dialog.dataset(), "target"), std::string("size"));
    }

    void whatIsChosenIsTold() {
        ImportDialog dialog;
        dialog.setDescription(table());
        QSignalSpy imported(&dialog, &ImportDialog::imported);
        button(dialog, "Use these data")->click();
        QCOMPARE(imported.count(), 1);
        QVERIFY(imported[0][0].value<Choice>() == table().dataset);
        QVERIFY(imported[0][1].value<Split>() == table().split);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void anotherKindIsAskedFor() {
        ImportDialog dialog;
        dialog.setReading(QStringLiteral("/data/表.csv"));
        dialog.setDescription(table());
        auto& kinds = *dialog.findChild<QComboBox*>();
        QCOMPARE(kinds.count(), 2);
        QSignalSpy asked(&dialog, &ImportDialog::descriptionRequested);
        Q_EMIT kinds.activated(1);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("/data/表.csv"));
        QCOMPARE(asked[0][1].toString(), QStringLiteral("text"));
    }

    // Masks, curves and texts of a preview.
    void masksLieOverTheirSlices() {
        DatasetSample sample;
        sample.input = {.sizes = {1, 2, 1, 3}, .floats = {0, 0, 0, 1, 1, 0}, .integers = {}};
        sample.mask = {.element = ElementType::Integer, .sizes = {2, 1, 3}, .floats = {}, .integers = {0, 0, 0, 0, 1, -100}};
        const Theme theme;
        const QImage image = sampleImage(sample, theme);
        QCOMPARE(image.size(), QSize(3, 1));
        QCOMPARE(image.pixelColor(0, 0), QColor(255, 255, 255));  // of the second slice, which has the mask
        QVERIFY(image.pixelColor(1, 0) != QColor(255, 255, 255));
        QCOMPARE(image.pixelColor(2, 0), QColor(0, 0, 0));  // what counts nowhere is not marked
        sample.mask = {};
        QCOMPARE(sampleImage(sample, theme).size(), QSize(3, 1));
    }

    void seriesAreCurvesAndTextsAreText() {
        DatasetSample series;
        series.form = DatasetSample::Form::Series;
        series.input = {.sizes = {4, 1}, .floats = {0, 1, 2, 3}, .integers = {}};
        const Theme theme;
        const QImage image = sampleImage(series, theme);
        QVERIFY(image.width() > image.height());
        // Rising: ink at the lower left and the upper right, none at the upper left.
        const auto hasInk = [&](const QRect& area) {
            for (int y = area.top(); y <= area.bottom(); ++y)
                for (int x = area.left(); x <= area.right(); ++x)
                    if (image.pixelColor(x, y) != theme[Colour::Base]) return true;
            return false;
        };
        const int third = image.width() / 3, half = image.height() / 2;
        QVERIFY(hasInk({0, half, third, half}) && hasInk({2 * third, 0, third, half}) && !hasInk({0, 0, third, half}));
        DatasetPreview preview;
        DatasetPreviewData data;
        data.samples.resize(2);
        for (DatasetSample& sample : data.samples) sample.form = DatasetSample::Form::Text;
        data.samples[0].text = "To be,\nor not";
        preview.setData(data);
        QVERIFY(preview.accessibleDescription().contains(QStringLiteral("To be, or not")));
    }
};

QTEST_MAIN(ImportDialogTest)
#include "tst_import_dialog.moc"
