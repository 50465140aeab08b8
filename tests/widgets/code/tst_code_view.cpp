// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

#include "tests/widgets/experiment/workbench.h"
#include "widgets/code/code_view.h"
#include "widgets/controls/segmented_control.h"

using namespace seekbench;

namespace {

struct Shown {
    PictureDocument document{kSoundGraph};
    CodeView view{document};
    QSignalSpy activated{&view, &CodeView::nodeActivated};

    Shown() {
        view.resize(700, 500);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view) || !document.waitForReport()) qFatal("the view is not shown");
    }
    QPlainTextEdit& text() { return *view.findChild<QPlainTextEdit*>(); }
    QLabel& problem() { return *view.findChild<QLabel*>(); }
    bool says(const char* part) { return text().toPlainText().contains(QString::fromUtf8(part)); }
    int lineOf(const char* part) { return text().document()->find(QString::fromUtf8(part)).blockNumber(); }
    void clickLine(int line) {
        text().setTextCursor(QTextCursor(text().document()->findBlockByNumber(line)));
        text().ensureCursorVisible();
        QTest::mouseClick(text().viewport(), Qt::LeftButton, {}, text().cursorRect().center() + QPoint(30, 0));
    }
    QStringList markedLines() {
        QStringList lines;
        for (const QTextEdit::ExtraSelection& mark : text().extraSelections()) lines.append(mark.cursor.block().text().trimmed());
        return lines;
    }
};

}  // namespace

class CodeViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheNetworkAndFollowsEdits() {
        Shown shown;
        QTRY_VERIFY(shown.says("self.conv = nn.Conv2d(1, 6, kernel_size=3, padding=1)"));
        QVERIFY(shown.text().isReadOnly() && !shown.problem().isVisible());
        QVERIFY(bool(shown.document.edit({}, Edit{{RemoveNode{"relu"}}}, QStringLiteral("remove"))));
        QTRY_VERIFY(shown.problem().isVisible());  // a gap in the chain
        QVERIFY(shown.says("self.relu = nn.ReLU()"));
        shown.document.undoStack().undo();
        QTRY_VERIFY(!shown.problem().isVisible());
    }
    void theStyleIsChosenAndToldBy() {
        Shown shown;
        QSignalSpy chosen(&shown.view, &CodeView::styleChosen);
        shown.view.setCodeStyle(CodeStyle::Cpp);
        QTRY_VERIFY(shown.says("nn::Conv2d conv{nullptr};"));
        QCOMPARE(chosen.size(), 0);
        auto* last = shown.view.findChild<SegmentedControl*>()->findChildren<QToolButton*>().last();
        last->setFocus();
        QTest::keyClick(last, Qt::Key_Left);
        QTRY_VERIFY(shown.says("F.conv2d("));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(shown.view.codeStyle(), CodeStyle::Functional);
    }
    void linesOfTheSelectedNodeAreMarked() {
        Shown shown;
        QTRY_VERIFY(shown.says("class Model"));
        shown.view.setSelection({QStringLiteral("fc")});
        QCOMPARE(shown.markedLines().size(), 2);
        QVERIFY(shown.markedLines()[0].startsWith(QLatin1String("self.fc = nn.Linear(384, 4)")));
        shown.view.setSelection({});
        QVERIFY(shown.markedLines().isEmpty());
    }
    void aClickOnALineSelectsItsNode() {
        Shown shown;
        QTRY_VERIFY(shown.says("class Model"));
        shown.clickLine(shown.lineOf("self.relu = "));
        QTRY_COMPARE(shown.activated.size(), 1);
        QCOMPARE(shown.activated[0][0].toString(), QStringLiteral("relu"));
        shown.clickLine(shown.lineOf("class Model"));
        QTest::qWait(20);
        QCOMPARE(shown.activated.size(), 1);
    }
    void returnSelectsTheNodeOfTheLine() {
        Shown shown;
        QTRY_VERIFY(shown.says("class Model"));
        shown.text().setTextCursor(QTextCursor(shown.text().document()->findBlockByNumber(shown.lineOf("self.fc = "))));
        QTest::keyClick(&shown.text(), Qt::Key_Return);
        QCOMPARE(shown.activated.size(), 1);
        QCOMPARE(shown.activated[0][0].toString(), QStringLiteral("fc"));
    }
    void theWholeCodeIsCopiedAndSaved() {
        Shown shown;
        QTRY_VERIFY(shown.says("class Model"));
        QSignalSpy copied(&shown.view, &CodeView::copied), saved(&shown.view, &CodeView::saveRequested);
        for (QToolButton* button : shown.view.findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) button->click();
        QCOMPARE(copied.size(), 1);
        QVERIFY(copied[0][0].toString().endsWith(QLatin1String("return x\n")));
        QCOMPARE(saved[0][1].toString(), QStringLiteral("model.py"));
    }
    void whatIsHiddenIsWrittenWhenItIsShown() {
        Shown shown;
        QTRY_VERIFY(shown.says("class Model"));
        shown.view.hide();
        QVERIFY(bool(shown.document.edit({}, Edit{{RenameNode{"conv", "first"}}}, QStringLiteral("rename"))));
        QVERIFY(shown.document.waitForReport());
        QVERIFY(!shown.says("self.first"));
        shown.view.show();
        QTRY_VERIFY(shown.says("self.first = nn.Conv2d("));
    }
};

QTEST_MAIN(CodeViewTest)
#include "tst_code_view.moc"
