// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include <QTest>

#include "app/cli/format.h"

using namespace seekbench;

class tst_Format : public QObject {
    Q_OBJECT

private slots:
    void integersHaveSeparators() {
        QCOMPARE(withSeparators(0), "0");
        QCOMPARE(withSeparators(999), "999");
        QCOMPARE(withSeparators(1000), "1,000");
        QCOMPARE(withSeparators(-1234567), "-1,234,567");
        QCOMPARE(withSeparators(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
    }

    void bytesHaveUnitsOfThousand() {
        QCOMPARE(bytesText(0), "0 B");
        QCOMPARE(bytesText(999), "999 B");
        QCOMPARE(bytesText(999.7), "1.0 kB");
        QCOMPARE(bytesText(12'345'678), "12.3 MB");
        QCOMPARE(bytesText(5e15), "5000 TB");
    }

    void numbersHaveFourDigits() {
        QCOMPARE(numberText(0.431234), "0.4312");
        QCOMPARE(numberText(12345.6), "12,346");
        QCOMPARE(numberText(3), "3");
        QCOMPARE(numberText(1e-9), "1e-09");
        QCOMPARE(numberText(999'999'999'999'999), "999,999,999,999,999");
        QCOMPARE(numberText(-4.8913e35), "-4.891e+35");  // the loss of a run that diverges
        QCOMPARE(numberText(NAN), "not a number");
        QCOMPARE(numberText(-INFINITY), "-infinite");
    }

    void valuesHaveTheUnitOfTheirSeries() {
        QCOMPARE(valueText("memory.process", 12'345'678), "12.3 MB");
        QCOMPARE(valueText("step_seconds", 0.25), "0.25 s");
        QCOMPARE(valueText("val.accuracy", 0.87), "0.87");
        QCOMPARE(valueText("step_seconds", NAN), "not a number");
    }

    void durationsHaveTwoUnits() {
        QCOMPARE(durationText(-3), "0 s");
        QCOMPARE(durationText(59.4), "59 s");
        QCOMPARE(durationText(125), "2 min 5 s");
        QCOMPARE(durationText(3780), "1 h 3 min");
    }

    void wideCharactersTakeTwoColumns() {
        QCOMPARE(columnsOf("abc"), 3);
        QCOMPARE(columnsOf("实验"), 4);
        QCOMPARE(columnsOf("🚀"), 2);
        QCOMPARE(columnsOf("e\u0301"), 1);
        QCOMPARE(columnsOf("\xff\xc3"), 2);
    }

    void namesCannotSteerTheTerminal() {
        QCOMPARE(table({{"\x1b[2Jred\nname", "实验"}}), "?[2Jred?name  实验\n");
        QCOMPARE(oneLine("a\tb\x7f"), "a?b?");
    }

    void columnsOfATableStandBelowEachOther() {
        QCOMPARE(table({{"RUN", "NAME"}, {"实验", "x"}, {"a", ""}}), "RUN   NAME\n实验  x\na     \n");
    }
};

QTEST_APPLESS_MAIN(tst_Format)
#include "tst_format.moc"
