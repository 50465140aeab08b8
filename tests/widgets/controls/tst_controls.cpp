// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <QtWidgets/QToolButton>

#include "widgets/controls/segmented_control.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

using namespace seekbench;

class ControlsTest : public QObject {
    Q_OBJECT

private slots:
    void aClickChoosesAndSaysSoOnce() {
        SegmentedControl control({QStringLiteral("Step"), QStringLiteral("Time"), QStringLiteral("Epoch")});
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.setCurrent(1);
        QCOMPARE(chosen.count(), 0);
        QTest::mouseClick(control.findChildren<QToolButton*>().last(), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(control.current(), 2);
    }

    void everyThemeHasACompleteSheet() {
        for (const ThemeKind kind : kThemeKinds) {
            const QString sheet = styleSheet(Theme(kind), qApp->font());
            QVERIFY2(!sheet.contains(QLatin1Char('@')), "a colour of the sheet has no name");
            QVERIFY(!QRegularExpression(QStringLiteral("\\dem")).match(sheet).hasMatch());
        }
    }

    void anIconTakesTheColourOfTheTheme() {
        QVERIFY(hasIcon("search"));
        QVERIFY(!hasIcon("nothing"));
        for (const ThemeKind kind : kThemeKinds) {
            const QImage image = icon("stop_filled", Theme(kind), Colour::Error).pixmap(32, 32).toImage();
            QCOMPARE(image.pixelColor(16, 16).name(), Theme(kind)[Colour::Error].name());
        }
    }
};

QTEST_MAIN(ControlsTest)
#include "tst_controls.moc"
