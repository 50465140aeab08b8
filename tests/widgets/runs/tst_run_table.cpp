// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include "tests/support/sample_runs.h"
#include "widgets/runs/run_table.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

using namespace seekbench;

namespace {

std::string idOf(int i) { return sampleRun(i).row.id; }

// The texts of a column from top to bottom, groups and their rows in the order in which they are seen.
QStringList column(const RunTableModel& model, RunColumn column, const QModelIndex& parent = {}) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex first = model.index(row, 0, parent);
        texts.append(first.siblingAtColumn(static_cast<int>(column)).data().toString());
        texts.append(::column(model, column, first));
    }
    return texts;
}

class TestedTable {
public:
    explicit TestedTable(std::vector<RunSummary> runs) {
        table.resize(1500, 400);
        table.setRuns(std::move(runs));
        QObject::connect(&table, &RunTable::noteChangesRequested, [this](const std::vector<RunNoteChange>& asked, const QString& text) {
            changes = asked;
            step = text;
        });
        QObject::connect(&table, &RunTable::comparedRunsChanged, [this](const std::string& a, const std::string& b) { compared = {a, b}; });
        QObject::connect(&table, &RunTable::removalRequested, [this](const std::vector<std::string>& runs_) { removed = runs_; });
        table.show();
        if (!QTest::qWaitForWindowExposed(&table)) qFatal("no window");
        table.view().setFocus();
    }
    QStringList column(RunColumn which) { return ::column(table.model(), which); }
    QPoint middle(const std::string& run, RunColumn which) { return table.view().visualRect(table.model().indexOf(run, which)).center(); }
    void click(const std::string& run, RunColumn which, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(table.view().viewport(), Qt::LeftButton, modifiers, middle(run, which));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&table.view(), static_cast<Qt::Key>(key), modifiers); }

    RunTable table;
    std::vector<RunNoteChange> changes;
    QString step;
    std::pair<std::string, std::string> compared;
    std::vector<std::string> removed;
};

}  // namespace

class RunTableTest : public QObject {
    Q_OBJECT

private slots:
    void figuresStandWithTheirUnits() {
        TestedTable t({sampleRun(1, {.best = 0.93577, .last = 0.9346, .loss = 0.21254})});
        QCOMPARE(t.column(RunColumn::BestAccuracy), QStringList{QStringLiteral("93.58")});
        QCOMPARE(t.column(RunColumn::BestLoss), QStringList{QStringLiteral("0.2125")});
        QCOMPARE(t.column(RunColumn::Parameters), QStringList{QStringLiteral("169,834")});
        QCOMPARE(t.column(RunColumn::Duration), QStringList{QStringLiteral("3 min 24 s")});
        QCOMPARE(t.column(RunColumn::Run), QStringList{QStringLiteral("0001")});
    }

    void theNewestStandsFirst() {
        TestedTable t({sampleRun(3), sampleRun(2), sampleRun(1)});
        QCOMPARE(t.column(RunColumn::Run), (QStringList{QStringLiteral("0003"), QStringLiteral("0002"), QStringLiteral("0001")}));
    }

    void aClickOnAHeadingSortsAndWhatHasNoFigureStaysLast() {
        RunSummary none = sampleRun(3);
        none.series.clear();
        TestedTable t({none, sampleRun(2, {.best = 0.5}), sampleRun(1, {.best = 0.7})});
        QHeaderView& header = *t.table.view().header();
        const int section = static_cast<int>(RunColumn::BestAccuracy);
        const QPoint at(header.sectionViewportPosition(section) + 40, header.height() / 2);
        QStringList orders[2];
        for (QStringList& order : orders) {
            QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, at);
            order = t.column(RunColumn::BestAccuracy);
            QCOMPARE(order.last(), QStringLiteral("–"));
        }
        QVERIFY(orders[0] != orders[1]);
    }

    void selectionAndScrollSurviveANewList() {
        auto runs = sampleRuns(300);
        TestedTable t(runs);
        t.table.selectRuns({idOf(150)});
        const auto top = t.table.view().indexAt({5, 5}).data(RunTableModel::RunIdRole);
        runs.insert(runs.begin(), sampleRun(301));
        runs.erase(runs.begin() + 290);
        runs[140].series["val.accuracy"].last = 0.123;
        t.table.setRuns(runs);
        QCOMPARE(t.table.selectedRuns(), std::vector{idOf(150)});
        QCOMPARE(t.table.model().rowCount(), 300);
        QVERIFY(t.table.view().visualRect(t.table.model().indexOf(idOf(150))).intersects(t.table.view().viewport()->rect()));
        Q_UNUSED(top);
    }

    void aNewListSaysOnlyWhatHasChanged() {
        auto runs = sampleRuns(100);
        TestedTable t(runs);
        QSignalSpy changed(&t.table.model(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&t.table.model(), &QAbstractItemModel::modelReset), moved(&t.table.model(), &QAbstractItemModel::layoutChanged);
        t.table.setRuns(runs);
        QCOMPARE(changed.count(), 0);
        runs[7].state = RunState::Running;
        t.table.setRuns(runs);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 7);
        QCOMPARE(reset.count() + moved.count(), 0);
    }

    // Lists, filters, sorting, grouping and trash at random, watched by Qt's tester, against what they must show.
    void theModelPassesTheTesterThroughRandomChanges() {
        RunTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::mt19937 random(5);
        auto runs = sampleRuns(60);
        int next = 61;
        for (int round = 0; round < 300; ++round) {
            switch (random() % 8) {
                case 0:
                    runs.insert(runs.begin(), sampleRun(next, {.variant = "v" + std::to_string(random() % 9)}));
                    ++next;
                    break;
                case 1:
                    if (!runs.empty()) runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(random() % runs.size()));
                    break;
                case 2:
                    if (!runs.empty()) runs[random() % runs.size()].row.trashed = random() % 2;
                    break;
                case 3:
                    if (!runs.empty())
                        runs[random() % runs.size()].series["val.accuracy"].highest = static_cast<double>(random() % 100) / 100;
                    break;
                case 4:
                    if (!runs.empty()) runs[random() % runs.size()].variant = "v" + std::to_string(random() % 9);
                    break;
                case 5: model.setGrouping(static_cast<RunGrouping>(random() % 3)); break;
                case 6:
                    model.sort(static_cast<int>(random() % runColumns().size()), random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
                    break;
                default:
                    model.setFilter(random() % 2 ? RunFilter() : RunFilter(QStringLiteral("state:finished seed:%1").arg(random() % 5)));
            }
            const QPersistentModelIndex kept = runs.empty() ? QModelIndex() : model.indexOf(runs[random() % runs.size()].row.id);
            const QString keptRun = kept.data(RunTableModel::RunIdRole).toString();
            model.setRuns(runs);
            std::size_t visible = 0;
            for (const RunSummary& run : runs) {
                const bool expected = !run.row.trashed && model.filter().matches(run);
                visible += expected;
                const QModelIndex index = model.indexOf(run.row.id);
                QCOMPARE(index.isValid(), expected);
                if (expected) QCOMPARE(index.data(RunTableModel::RunIdRole).toString(), fromUtf8(run.row.id));
            }
            QCOMPARE(model.runsInView(), visible);
            if (kept.isValid()) QCOMPARE(kept.data(RunTableModel::RunIdRole).toString(), keptRun);
        }
    }

    void groupsShowMeanIntervalAndN() {
        std::vector<RunSummary> runs;
        for (int i = 5; i >= 1; --i)
            runs.push_back(
                sampleRun(i, {.seed = i, .best = std::array{0.9358, 0.9344, 0.9378, 0.9360, 0.9370}[static_cast<std::size_t>(i - 1)]}));
        runs.push_back(sampleRun(0, {.name = "other", .variant = "w"}));
        TestedTable t(runs);
        t.table.model().setGrouping(RunGrouping::Experiment);
        QCOMPARE(t.table.model().rowCount(), 2);
        const auto cell = [&](RunColumn which) { return t.table.model().index(0, static_cast<int>(which)).data().toString(); };
        QCOMPARE(cell(RunColumn::BestAccuracy), QStringLiteral("93.62"));
        QCOMPARE(cell(RunColumn::LastAccuracy), QStringLiteral("93.46 – 93.78"));
        QCOMPARE(cell(RunColumn::Seed), QStringLiteral("n = 5"));
    }

    void groupsAreSortedByTheirMeanNotByTheLuckiestRun() {
        TestedTable t(
            {sampleRun(4, {.name = "lucky", .variant = "a", .best = 0.99}), sampleRun(3, {.name = "lucky", .variant = "a", .best = 0.5}),
             sampleRun(2, {.name = "steady", .variant = "b", .best = 0.9}), sampleRun(1, {.name = "steady", .variant = "b", .best = 0.9})});
        t.table.model().setGrouping(RunGrouping::Experiment);
        t.table.model().sort(static_cast<int>(RunColumn::BestAccuracy), Qt::DescendingOrder);
        QCOMPARE(t.column(RunColumn::Run).first(), QStringLiteral("steady"));
    }

    void wordsAndPairsFilter_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << QString() << 3;
        QTest::newRow("a word in the name") << QStringLiteral("BASE") << 2;
        QTest::newRow("a word in the notes") << QStringLiteral("chapter") << 1;
        QTest::newRow("two words") << QStringLiteral("base chapter") << 1;
        QTest::newRow("a state") << QStringLiteral("state:failed") << 1;
        QTest::newRow("data and state") << QStringLiteral("data:fashion state:finished") << 1;
        QTest::newRow("a Chinese colon") << QStringLiteral("state：failed") << 1;
        QTest::newRow("quotes keep blanks") << QStringLiteral("notes:\"of chapter\"") << 1;
        QTest::newRow("a key being typed asks nothing") << QStringLiteral("state:") << 3;
        QTest::newRow("the seed as a whole") << QStringLiteral("seed:1") << 2;
        QTest::newRow("an unknown key finds nothing") << QStringLiteral("stat:failed") << 0;
    }
    void wordsAndPairsFilter() {
        QFETCH(QString, text);
        TestedTable t({sampleRun(3, {.name = "base", .notes = "start of chapter 2"}),
                       sampleRun(2, {.name = "base", .state = RunState::Failed}),
                       sampleRun(1, {.name = "wide", .dataset = "fashion_mnist", .seed = 11})});
        auto* field = t.table.findChild<QLineEdit*>();
        // QTest has no keys for what is not ASCII: there an input method commits it.
        if (text.contains(QChar(0xFF1A))) {
            QInputMethodEvent event;
            event.setCommitString(text);
            QApplication::sendEvent(field, &event);
        } else {
            QTest::keyClicks(field, text);
        }
        QTEST(t.table.model().rowCount(), "rows");
    }

    void f2RenamesByASignal() {
        TestedTable t({sampleRun(2), sampleRun(1)});
        t.click(idOf(1), RunColumn::State);
        t.key(Qt::Key_F2);
        auto* editor = t.table.view().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("wide kernel"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(t.changes.size(), std::size_t{1});
        QCOMPARE(t.changes[0].run, idOf(1));
        QCOMPARE(t.changes[0].before.name, std::string("base"));
        QCOMPARE(t.changes[0].after.name, std::string("wide kernel"));
        QCOMPARE(t.changes[0].after.colour, colourOfSlot(1));
    }

    void delTrashesTheSelectionAndUndoBringsItBack() {
        TestedTable t({sampleRun(3), sampleRun(2), sampleRun(1)});
        t.click(idOf(3), RunColumn::Name);
        t.click(idOf(2), RunColumn::Name, Qt::ControlModifier);
        t.key(Qt::Key_Delete);
        QCOMPARE(t.changes.size(), std::size_t{2});
        std::map<std::string, RunNote> written;
        RunNoteCommand command(t.changes, t.step, [&](const std::string& run, const RunNote& note) { written[run] = note; });
        command.redo();
        QVERIFY(written.at(idOf(2)).trashed && written.at(idOf(3)).trashed);
        command.undo();
        QVERIFY(!written.at(idOf(2)).trashed && !written.at(idOf(3)).trashed);
    }

    void theTrashIsShownInsteadAndEmptiedOnlyThere() {
        TestedTable t({sampleRun(2), sampleRun(1, {.trashed = true})});
        QCOMPARE(t.column(RunColumn::Run), QStringList{QStringLiteral("0002")});
        t.click(idOf(2), RunColumn::Name);
        t.key(Qt::Key_Delete, Qt::ShiftModifier);
        QVERIFY(t.removed.empty());
        const auto buttons = t.table.findChildren<QToolButton*>();
        const auto trash =
            std::ranges::find_if(buttons, [](const QToolButton* button) { return button->text() == QLatin1String("Trash 1"); });
        QVERIFY(trash != buttons.end());
        QTest::mouseClick(*trash, Qt::LeftButton);
        QCOMPARE(t.column(RunColumn::Run), QStringList{QStringLiteral("0001")});
        t.click(idOf(1), RunColumn::Name);
        t.key(Qt::Key_Delete, Qt::ShiftModifier);
        QCOMPARE(t.removed, std::vector{idOf(1)});
    }

    void theFirstTwoShownRunsAreCompared() {
        TestedTable t({sampleRun(3), sampleRun(2), sampleRun(1)});
        t.click(idOf(1), RunColumn::Shown);
        QCOMPARE(t.compared, std::pair(idOf(1), std::string()));
        t.click(idOf(3), RunColumn::Name);
        t.key(Qt::Key_Space);
        QCOMPARE(t.compared, std::pair(idOf(1), idOf(3)));
        QCOMPARE(t.table.model().shownRuns(), (std::vector{idOf(1), idOf(3)}));
        t.click(idOf(2), RunColumn::Name);
        t.key(Qt::Key_B);
        QCOMPARE(t.compared, std::pair(idOf(1), idOf(2)));
        t.click(idOf(1), RunColumn::Shown);
        QCOMPARE(t.compared, std::pair(idOf(3), idOf(2)));
    }

    void aClickOnItsTitleClosesAndOpensAGroup() {
        TestedTable t({sampleRun(2), sampleRun(1)});
        t.table.model().setGrouping(RunGrouping::Experiment);
        const QModelIndex title = t.table.model().index(0, static_cast<int>(RunColumn::Run)), group = t.table.model().index(0, 0);
        t.table.view().expandAll();
        for (const bool open : {false, true}) {
            QTest::mouseClick(t.table.view().viewport(), Qt::LeftButton, {}, t.table.view().visualRect(title).center());
            QCOMPARE(t.table.view().isExpanded(group), open);
        }
        t.table.view().setCurrentIndex(group);
        t.key(Qt::Key_Left);
        QVERIFY(!t.table.view().isExpanded(group));
    }

    void theBoxOfAGroupStandsForItsRuns() {
        TestedTable t({sampleRun(2), sampleRun(1)});
        t.table.model().setGrouping(RunGrouping::Experiment);
        const QModelIndex group = t.table.model().index(0, 0);
        QTest::mouseClick(t.table.view().viewport(), Qt::LeftButton, {}, t.table.view().visualRect(group).center());
        QCOMPARE(t.table.model().shownRuns().size(), std::size_t{2});
        QCOMPARE(group.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        t.table.setShownRuns({idOf(1)});
        QCOMPARE(group.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
    }

    void differencesAreAskedForWhatIsInView() {
        TestedTable t(sampleRuns(2000));
        std::vector<std::string> asked;
        connect(&t.table, &RunTable::differencesNeeded, this, [&](const std::vector<std::string>& runs) { asked = runs; });
        t.table.setShownRuns({idOf(2000)});
        QTRY_VERIFY(!asked.empty());
        QVERIFY(asked.size() < 40);
        t.table.model().setDifference(idOf(1999), {.nodes = 5, .settings = 1});
        QVERIFY(t.table.model().indexOf(idOf(1999), RunColumn::Difference).data().toString().contains(QLatin1String("5")));
    }

    void columnsAreChosenAndKept() {
        TestedTable t({sampleRun(1)});
        const int dataset = static_cast<int>(RunColumn::Dataset);
        QVERIFY(t.table.view().isColumnHidden(dataset));
        QMenu* menu = nullptr;
        for (auto* button : t.table.findChildren<QToolButton*>())
            if (button->menu()) menu = button->menu();
        menu->actions()[dataset]->trigger();
        QVERIFY(!t.table.view().isColumnHidden(dataset));
        RunTable other;
        QVERIFY(other.restoreLayoutState(t.table.layoutState()));
        QVERIFY(!other.view().isColumnHidden(dataset));
    }

    void pictures() {
        const QString folder = qEnvironmentVariable("SEEKBENCH_PICTURES");
        if (folder.isEmpty()) QSKIP("SEEKBENCH_PICTURES names no folder to save to");
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            QFont font = qApp->font();
            font.setPixelSize(13);
            qApp->setFont(font);
            qApp->setStyleSheet(styleSheet(Theme(kind), font));
            qApp->setPalette(Theme(kind).palette());
            std::vector<RunSummary> runs;
            for (int i = 12; i >= 1; --i)
                runs.push_back(sampleRun(i, {.name = i > 7   ? "wide + SE"
                                                     : i > 2 ? "baseline"
                                                             : "cosine",
                                             .variant = i > 7   ? "b"
                                                        : i > 2 ? "a"
                                                                : "c" + std::to_string(i),
                                             .notes = i == 4 ? "start of chapter 2" : "",
                                             .state = i == 1   ? RunState::Interrupted
                                                      : i == 2 ? RunState::Running
                                                               : RunState::Finished,
                                             .seed = i % 5 + 1,
                                             .best = 0.93 + 0.001 * i,
                                             .last = 0.929 + 0.001 * i,
                                             .loss = 0.22 - 0.002 * i}));
            TestedTable t(runs);
            t.table.setTheme(Theme(kind));
            t.table.model().setGrouping(RunGrouping::Experiment);
            t.table.view().expandAll();
            t.table.setShownRuns({idOf(3), idOf(8), idOf(4)});
            t.table.model().setDifference(idOf(8), {.nodes = 5, .settings = 1});
            t.table.selectRuns({idOf(5)});
            QTest::qWait(100);
            QVERIFY(t.table.grab().save(folder + QStringLiteral("/table-%1.png").arg(fromUtf8(nameOf(kind)))));
        }
        qApp->setStyleSheet({});
    }
};

QTEST_MAIN(RunTableTest)
#include "tst_run_table.moc"
