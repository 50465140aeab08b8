// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QMimeData>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QToolButton>

#include "widgets/runs/queue_list.h"

using namespace seekbench;
using State = QueuedRun::State;

class tst_QueueList : public QObject {
    Q_OBJECT

    // "a" works, "b" and "c" wait, "d" has a problem.
    static std::vector<QueuedRun> four() {
        return {{QStringLiteral("a"), QStringLiteral("one"), State::AtWork, {}},
                {QStringLiteral("b"), QStringLiteral("two"), State::Waits, {}},
                {QStringLiteral("c"), QStringLiteral("three"), State::Waits, {}},
                {QStringLiteral("d"), QStringLiteral("four"), State::Problem, QStringLiteral("The data ended.")}};
    }
    // What a row dragged to before `row` asks for: "b → 2", or nothing.
    static QString drop(QueueModel& model, const QString& run, int row) {
        QSignalSpy moves(&model, &QueueModel::moveRequested);
        for (int i = 0; i < model.rowCount(); ++i) {
            const QModelIndex index = model.index(i);
            if (index.data(QueueModel::IdRole).toString() != run) continue;
            const std::unique_ptr<QMimeData> data(model.mimeData({index}));
            model.dropMimeData(data.get(), Qt::MoveAction, row, 0, {});
        }
        return moves.isEmpty() ? QString() : QStringLiteral("%1 → %2").arg(moves[0][0].toString()).arg(moves[0][1].toInt());
    }
    static QString sentenceOf(const QueueList& list) {
        for (const QLabel* label : list.findChildren<QLabel*>())
            if (!label->isHidden() && label->textFormat() == Qt::AutoText && !label->text().contains(QStringLiteral("Ctrl+F5")))
                return label->text();
        return {};
    }

private slots:
    void theModelKeepsItsPromises() {
        QueueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns(four());
        model.setRuns({four()[1], four()[0]});
        model.setRuns({});
    }

    void everyStateIsToldInWordsNotOnlyByItsIcon() {
        QueueModel model;
        model.setRuns(four());
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("one: at work"));
        QCOMPARE(model.index(1).data().toString(), QStringLiteral("two"));
        QCOMPARE(model.index(3).data().toString(), QStringLiteral("four: passed over. The data ended."));
        for (int row = 0; row < 4; ++row) QVERIFY(!model.index(row).data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void draggingAsksForThePlaceInTheNewOrder() {
        QueueModel model;
        model.setRuns(four());
        QCOMPARE(drop(model, QStringLiteral("d"), 1), QStringLiteral("d → 1"));
        QCOMPARE(drop(model, QStringLiteral("b"), 4), QStringLiteral("b → 3"));
        QCOMPARE(drop(model, QStringLiteral("b"), 3), QStringLiteral("b → 2"));
        QCOMPARE(drop(model, QStringLiteral("b"), -1), QStringLiteral("b → 3"));  // below the last row
        QCOMPARE(drop(model, QStringLiteral("b"), 1), QString());                 // where it is
        QCOMPARE(drop(model, QStringLiteral("b"), 2), QString());
        QVERIFY(!(model.index(0).flags() & Qt::ItemIsDragEnabled));  // at work
        QCOMPARE(model.runs(), four());                              // nothing moves by itself
    }

    void keysAndButtonsMoveTheChosenRun() {
        QueueList list;
        list.setQueue(four(), {.served = true});
        list.setCurrent(QStringLiteral("c"));
        list.show();
        QSignalSpy moves(&list, &QueueList::moveRequested);
        auto* view = list.findChild<QListView*>();
        view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        QTest::keyClick(view, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(view, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(view, Qt::Key_Home, Qt::AltModifier);
        QList<int> places;
        for (const auto& move : moves) places.append(move[1].toInt());
        QCOMPARE(places, (QList<int>{1, 3, 0}));
        list.setCurrent(QStringLiteral("a"));
        moves.clear();
        QTest::keyClick(view, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(moves.isEmpty());
    }

    void deleteAsksForTheRemoval() {
        QueueList list;
        list.setQueue(four(), {.served = true});
        list.setCurrent(QStringLiteral("b"));
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        QSignalSpy removals(&list, &QueueList::removalRequested);
        QTest::keyClick(list.findChild<QListView*>(), Qt::Key_Delete);
        QCOMPARE(removals.size(), 1);
        QCOMPARE(removals[0][0].toString(), QStringLiteral("b"));
    }

    void theChosenRunStaysChosenWhenTheOrderChanges() {
        QueueList list;
        list.setQueue(four(), {});
        list.setCurrent(QStringLiteral("c"));
        auto runs = four();
        std::swap(runs[1], runs[2]);
        list.setQueue(runs, {});
        QCOMPARE(list.current(), QStringLiteral("c"));
    }

    void whatHoldsTheQueueUpIsSaid() {
        QueueList list;
        list.show();
        list.setQueue(four(), {.served = true, .paused = false});
        QCOMPARE(sentenceOf(list), QString());
        list.setQueue(four(), {.served = true, .paused = true});
        QVERIFY(sentenceOf(list).startsWith(QStringLiteral("Paused: the run at work goes on")));
        list.setQueue({four()[1]}, {.served = false, .paused = false});
        QVERIFY(sentenceOf(list).startsWith(QStringLiteral("Nobody serves the queue.")));
    }
};

QTEST_MAIN(tst_QueueList)
#include "tst_queue_list.moc"
