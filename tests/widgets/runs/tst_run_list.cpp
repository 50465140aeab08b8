// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDateTime>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeView>

#include "widgets/runs/run_list.h"
#include "widgets/runs/run_list_delegate.h"
#include "widgets/runs/run_list_model.h"

using namespace seekbench;

namespace {

double secondsOf(QDate day) { return static_cast<double>(day.startOfDay().addSecs(3600).toMSecsSinceEpoch()) / 1000; }

RunSummary summary(const std::string& id, RunState state, double created, double accuracy = 0) {
    RunSummary run;
    run.row = {.id = id,
               .name = "#" + id,
               .created = created,
               .stateTime = created + 612,
               .step = 100,
               .totalSteps = 200,
               .epoch = 3,
               .epochs = 6};
    run.state = state;
    if (accuracy > 0) run.series["val.accuracy"] = {.count = 1, .last = accuracy, .lowest = accuracy, .highest = accuracy};
    return run;
}

std::vector<RunSummary> few() {
    const double today = secondsOf(QDate::currentDate()), before = today - 86400;
    return {summary("6", RunState::Running, today, 0.9432),  summary("5", RunState::Queued, today),
            summary("4", RunState::Finished, today, 0.9352), summary("3", RunState::Failed, today),
            summary("2", RunState::Interrupted, before),     summary("1", RunState::Paused, before)};
}

}  // namespace

class RunListTest : public QObject {
    Q_OBJECT

    static QTreeView& view(RunList& list) { return *list.findChild<QTreeView*>(); }
    static void shown(RunList& list) {
        list.resize(240, 600);
        list.setRuns(few());
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
    }
    static QStringList groups(const RunListModel& model) {
        QStringList words;
        for (int i = 0; i < model.rowCount(); ++i) {
            const QModelIndex group = model.index(i, 0);
            words.append(group.data().toString());
            for (int row = 0; row < model.rowCount(group); ++row) words.append(model.index(row, 0, group).data().toString());
        }
        return words;
    }

private Q_SLOTS:
    void runsStandInGroupsNewestFirst() {
        RunListModel model;
        model.setRuns(few());
        QCOMPARE(groups(model).join(QLatin1Char(' ')), QStringLiteral("Running #6 #1 Queued #5 Today #4 #3 Earlier #2"));
    }

    void theModelKeepsItsPromisesWhileRunsComeAndGo() {
        RunListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns(few());
        model.setFilter(QStringLiteral("#4"));
        QCOMPARE(groups(model).size(), 2);
        model.setFilter({});
        auto runs = few();
        runs[0].state = RunState::Finished;
        model.setRuns(runs);
        model.setTicked({QStringLiteral("4")});
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
    }

    void newFiguresDoNotResetTheList() {
        RunListModel model;
        model.setRuns(few());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset), changed(&model, &QAbstractItemModel::dataChanged);
        auto runs = few();
        runs[0].row.step = 150;
        model.setRuns(runs);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.indexOf(QStringLiteral("6")).data(RunListModel::DetailRole).toString().contains(QStringLiteral("75 %")));
    }

    void trashedRunsAreLeftOut() {
        RunListModel model;
        auto runs = few();
        runs[2].row.trashed = true;
        model.setRuns(runs);
        QVERIFY(!model.indexOf(QStringLiteral("4")).isValid());
    }

    void aClickChoosesARun() {
        RunList list;
        shown(list);
        QSignalSpy activated(&list, &RunList::runActivated);
        const QModelIndex index = list.model()->indexOf(QStringLiteral("4"));
        QTest::mouseClick(view(list).viewport(), Qt::LeftButton, {}, view(list).visualRect(index).center());
        QCOMPARE(activated.value(0).value(0).toString(), QStringLiteral("4"));
        list.setRuns(few());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(list.current(), QStringLiteral("4"));
    }

    void aClickOnTheBoxTicksAndDoesNotChoose() {
        RunList list;
        shown(list);
        list.setCurrent(QStringLiteral("6"));
        QSignalSpy shownRuns(&list, &RunList::shownRunsChanged), activated(&list, &RunList::runActivated);
        QStyleOptionViewItem option;
        option.font = list.font();
        option.rect = view(list).visualRect(list.model()->indexOf(QStringLiteral("4")));
        QTest::mouseClick(view(list).viewport(), Qt::LeftButton, {}, RunListDelegate::boxOf(option).center());
        QCOMPARE(shownRuns.size(), 1);
        QCOMPARE(list.shown(), QStringList{QStringLiteral("4")});
        QCOMPARE(activated.size(), 0);
    }

    void keysChooseAndTick() {
        RunList list;
        shown(list);
        list.setCurrent(QStringLiteral("6"));
        view(list).setFocus();
        QTest::keyClick(&view(list), Qt::Key_Down);
        QCOMPARE(list.current(), QStringLiteral("1"));
        QTest::keyClick(&view(list), Qt::Key_Space);
        QCOMPARE(list.shown(), QStringList{QStringLiteral("1")});
    }

    void typingInTheFilterKeepsTheChosenRun() {
        RunList list;
        shown(list);
        list.setCurrent(QStringLiteral("4"));
        auto& filter = *list.findChild<QLineEdit*>();
        QTest::keyClicks(&filter, QStringLiteral("#4"));
        QCOMPARE(groups(*list.model()).size(), 2);
        QTest::keyClick(&filter, Qt::Key_Escape);
        filter.clear();
        QCOMPARE(list.current(), QStringLiteral("4"));
        QVERIFY(view(list).currentIndex().data(RunListModel::IdRole).toString() == QStringLiteral("4"));
    }

    void tenThousandRunsAreNoBurden() {
        std::vector<RunSummary> many;
        for (int i = 0; i < 10'000; ++i)
            many.push_back(summary(std::to_string(100'000 + i), RunState::Finished, secondsOf(QDate::currentDate()) - i * 3600.0, 0.9));
        RunList list;
        list.resize(240, 800);
        list.show();
        QElapsedTimer clock;
        clock.start();
        list.setRuns(many);
        list.grab();
        const qint64 first = clock.restart();
        many[0].row.step = 1;
        list.setRuns(many);
        list.grab();
        const qint64 second = clock.elapsed();
        qInfo("10,000 runs: shown in %lld ms, figures anew in %lld ms", first, second);
        QVERIFY(second < 1000);
    }
};

QTEST_MAIN(RunListTest)
#include "tst_run_list.moc"
