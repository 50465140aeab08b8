// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "widgets/theme/theme.h"

using namespace seekbench;

class ThemeTest : public QObject {
    Q_OBJECT

private:
    // Walks the four themes and says which pair of colours fails where.
    template <class Pair>
    static void expectContrast(std::initializer_list<Pair> pairs, double least) {
        for (const ThemeKind kind : kThemeKinds)
            for (const auto& [front, ground] : pairs) {
                const double found = contrast(Theme(kind)[front], Theme(kind)[ground]);
                QVERIFY2(found >= least, qPrintable(QStringLiteral("theme %1: colour %2 on %3 has only %4:1")
                                                        .arg(QString::fromUtf8(nameOf(kind).data()))
                                                        .arg(static_cast<int>(front))
                                                        .arg(static_cast<int>(ground))
                                                        .arg(found)));
            }
    }
    using P = std::pair<Colour, Colour>;

private slots:
    void contrastOfBlackAndWhiteIsTwentyOne() { QCOMPARE(contrast(Qt::black, Qt::white), 21.0); }

    void textIsReadableOnEverySurface() {
        expectContrast({P{Colour::Text, Colour::Chrome}, P{Colour::Text, Colour::Panel}, P{Colour::Text, Colour::Base},
                        P{Colour::Text, Colour::Selection}, P{Colour::Text, Colour::Hover}},
                       9.8);
        expectContrast({P{Colour::SecondText, Colour::Chrome}, P{Colour::SecondText, Colour::Base}}, 6.6);
        expectContrast({P{Colour::Muted, Colour::Base}, P{Colour::Muted, Colour::Panel}, P{Colour::Muted, Colour::Selection}}, 4.5);
        expectContrast({P{Colour::OnAccent, Colour::Accent}}, 4.5);
    }

    void stateColoursAreReadableOnTheirSoftFill() {
        expectContrast({P{Colour::Ok, Colour::OkSoft}, P{Colour::Warning, Colour::WarningSoft}, P{Colour::Error, Colour::ErrorSoft},
                        P{Colour::Info, Colour::InfoSoft}, P{Colour::CommentText, Colour::Comment}},
                       5.0);
    }

    void whatCanBeClickedHasAVisibleEdge() {
        expectContrast({P{Colour::Border, Colour::Base}, P{Colour::Border, Colour::Panel}, P{Colour::Border, Colour::Chrome}}, 3.0);
    }

    void everyRunAndFamilyStandsOutFromTheGround() {
        for (const ThemeKind kind : kThemeKinds) {
            const Theme theme(kind);
            for (int slot = 0; slot < kRunColours; ++slot)
                QVERIFY2(contrast(theme.run(slot), theme[Colour::Base]) >= 3.3, qPrintable(QString::number(slot)));
            for (int family = 0; family <= static_cast<int>(Family::Recurrent); ++family)
                QVERIFY2(contrast(theme.family(static_cast<Family>(family)), theme[Colour::Base]) >= 5.0,
                         qPrintable(QString::number(family)));
        }
    }

    void laterRunsRepeatTheColours() { QCOMPARE(Theme().run(kRunColours + 2), Theme().run(2)); }

    void disabledTextDiffersFromText() {
        for (const ThemeKind kind : kThemeKinds) {
            const QPalette palette = Theme(kind).palette();
            QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != palette.color(QPalette::Active, QPalette::Text));
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
