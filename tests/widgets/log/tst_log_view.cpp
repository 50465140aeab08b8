// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>

#include "widgets/log/log_model.h"
#include "widgets/log/log_view.h"

using namespace seekbench;

namespace {

std::vector<LogEntry> lines(int count) {
    std::vector<LogEntry> entries(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const auto severity = i % 50 == 7 ? LogSeverity::Warning : i % 500 == 9 ? LogSeverity::Error : LogSeverity::Information;
        const double time = 1.7e9 + i;
        LogEntry& entry = entries[static_cast<std::size_t>(i)];
        entry.time = time;
        entry.what.emplace<LogLine>(LogLine{time, severity, "line " + std::to_string(i)});
    }
    return entries;
}

}  // namespace

class LogViewTest : public QObject {
    Q_OBJECT

    static QListView& list(LogView& view) { return *view.findChild<QListView*>(); }
    static void shown(LogView& view, const std::vector<LogEntry>& entries) {
        view.resize(800, 200);
        view.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setLog(QStringLiteral("run"), entries);
    }
    static bool isAtEnd(LogView& view) { return list(view).verticalScrollBar()->value() == list(view).verticalScrollBar()->maximum(); }

private Q_SLOTS:
    void theModelKeepsItsPromises() {
        LogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(lines(600));
        QTRY_COMPARE(model.rowCount(), 600);
        model.setFilter(QStringLiteral("line 59"), LogSeverity::Information);
        QTRY_COMPARE(model.rowCount(), 11);
        model.append(lines(60));
        QTRY_COMPARE(model.rowCount(), 12);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void aLineAboutANodeLeadsThere() {
        LogView view;
        auto entries = lines(2);
        entries.resize(entries.size() + 1);
        entries.back().what = LogLine{1.7e9, LogSeverity::Error, "no number", "block/norm"};
        shown(view, entries);
        QSignalSpy activated(&view, &LogView::nodeActivated);
        for (int row = 0; row < 3; ++row) {
            list(view).setCurrentIndex(view.model()->index(row, 0));
            QTest::keyClick(&list(view), Qt::Key_Return);
        }
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), QStringLiteral("block/norm"));
        QVERIFY(view.model()->data(view.model()->index(2, 0), Qt::ToolTipRole).toString().contains(QStringLiteral("double click")));
    }

    void whatIsThereAlreadyIsNotAddedAgain() {
        LogView view;
        shown(view, lines(100));
        view.setLog(QStringLiteral("run"), lines(150));
        QCOMPARE(view.model()->rowCount(), 150);
        view.setLog(QStringLiteral("another"), lines(20));
        QCOMPARE(view.model()->rowCount(), 20);
    }

    void theSearchShowsMatchingLines() {
        LogView view;
        shown(view, lines(1000));
        QTest::keyClicks(view.findChild<QLineEdit*>(), QStringLiteral("LINE 77"));
        QTRY_COMPARE(view.model()->rowCount(), 11);
    }

    void theSeverityLeavesOutTheRest() {
        LogView view;
        shown(view, lines(1000));
        QSignalSpy counted(&view, &LogView::warningCountChanged);
        QTest::keyClick(view.findChild<QComboBox*>(), Qt::Key_Down);
        QTRY_COMPARE(view.model()->rowCount(), 22);
        QTest::keyClick(view.findChild<QComboBox*>(), Qt::Key_Down);
        QTRY_COMPARE(view.model()->rowCount(), 2);
    }

    void theEndIsFollowedUntilTheUserScrollsUp() {
        LogView view;
        shown(view, lines(500));
        QTRY_VERIFY(isAtEnd(view));
        QWheelEvent wheel({50, 50}, list(view).viewport()->mapToGlobal(QPoint(50, 50)), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(list(view).viewport(), &wheel);
        QVERIFY(!view.isFollowing());
        const int place = list(view).verticalScrollBar()->value();
        view.setLog(QStringLiteral("run"), lines(600));
        QCOMPARE(list(view).verticalScrollBar()->value(), place);
        list(view).setFocus();
        QTest::keyClick(&list(view), Qt::Key_End);
        QVERIFY(view.isFollowing());
        view.setLog(QStringLiteral("run"), lines(700));
        QTRY_VERIFY(isAtEnd(view));
    }

    void chosenLinesAreCopiedAsText() {
        LogView view;
        shown(view, lines(10));
        list(view).setFocus();
        list(view).setCurrentIndex(view.model()->index(3, 0));
        QTest::keyClick(&list(view), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&list(view), Qt::Key_C, Qt::ControlModifier);
        const QStringList copied = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(copied.size(), 2);
        QVERIFY(copied[1].endsWith(QStringLiteral("line 4")));
    }

    void aHundredThousandLinesAreSearchedInSlices() {
        LogView view;
        shown(view, {});
        const auto many = lines(100'000);
        QElapsedTimer clock;
        clock.start();
        view.setLog(QStringLiteral("run"), many);
        view.grab();
        const qint64 first = clock.restart();
        view.model()->setFilter(QStringLiteral("line 99999"), LogSeverity::Information);
        const qint64 slice = clock.elapsed();
        QTRY_VERIFY(!view.model()->isSearching());
        QCOMPARE(view.model()->rowCount(), 1);
        qInfo("100,000 lines: shown in %lld ms, the window was held up by a search for %lld ms, it took %lld ms", first, slice,
              clock.elapsed());
        QVERIFY(slice < 2000);
    }

    void everyKindOfLineHasASentenceAndAGlyph() {
        const LogEntry entries[] = {
            {1, AttemptStarted{.number = 2, .fromStep = 500, .host = "laptop", .device = "cpu"}},
            {1, StateChanged{WorkerState::Failed, 1, 812, "The disk is full.", "Free some space."}},
            {1, CheckpointWritten{500, "500", 1, 0.038, 1'363'149, true}},
            {1,
             EpochSummary{
                 .epoch = 3, .step = 300, .trainLoss = 0.5, .validationLoss = 0.6, .validation = {{"accuracy", 0.942}}, .seconds = 6.8}}};
        QCOMPARE(sentenceOf(entries[0]), QStringLiteral("Resumed from step 500, attempt 2, on cpu (laptop)"));
        QCOMPARE(sentenceOf(entries[1]), QStringLiteral("Failed at step 812  The disk is full.  Free some space."));
        QCOMPARE(sentenceOf(entries[2]), QStringLiteral("Best checkpoint written at step 500, 1.3 MiB, 38 ms"));
        QCOMPARE(sentenceOf(entries[3]), QStringLiteral("Epoch 3   training 0.5   validation 0.6   accuracy 94.20 %   6.8 s"));
        QCOMPARE(severityOf(entries[1]), LogSeverity::Error);
        for (const LogEntry& entry : entries) QVERIFY(!glyphOf(entry).empty());
    }
};

QTEST_MAIN(LogViewTest)
#include "tst_log_view.moc"
