// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtTest/QtTest>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

using namespace seekbench;

class TextTest : public QObject {
    Q_OBJECT

private slots:
    void figuresAreWrittenForPeople() {
        QCOMPARE(countText(1234567), QStringLiteral("1,234,567"));
        QCOMPARE(countText(-1234), QStringLiteral("−1,234"));
        QCOMPARE(countText(54800000, true), QStringLiteral("54.8 M"));
        QCOMPARE(bytesText(100352), QStringLiteral("98.0 KiB"));
        QCOMPARE(percentText(0.94321), QStringLiteral("94.32"));
        QCOMPARE(figure(-0.5), QStringLiteral("−0.5"));
        QCOMPARE(figure(std::nan("")), QStringLiteral("NaN"));
        QCOMPARE(fixed(std::nan(""), 2), QStringLiteral("–"));
        QCOMPARE(durationText(59.6), QStringLiteral("1 min 0 s"));
        QCOMPARE(durationText(7260), QStringLiteral("2 h 1 min"));
    }

    void aSentenceOfCoreGetsItsArguments() {
        QCOMPARE(translated(say("%1 is not %2.", "a%2", 3)), QStringLiteral("a%2 is not 3."));
        QCOMPARE(translated(Message{}), QString());
    }

    void anErrorSaysWhatWasTriedWhatHappenedAndWhatToDo() {
        const Error error = Error(ErrorCode::Io, say("The disk is full."), say("Free some space.")).in(say("saving %1", "x.json"));
        QCOMPARE(translated(error), QStringLiteral("While saving x.json: The disk is full. Free some space."));
    }
};

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
