// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "app/gui/window_settings.h"

using namespace seekbench;

class WindowSettingsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Workspace workspace() const { return Workspace::open(m_folder.path().toStdString()).value(); }
    QString file(const QString& name) const {
        QFile made(m_folder.filePath(name));
        return made.open(QIODevice::WriteOnly) ? made.fileName() : QString();
    }

private slots:
    void whatIsSetIsThereAtTheNextStart() {
        {
            WindowSettings settings(workspace());
            settings.setTheme(ThemeKind::HighContrastDark);
            settings.setLanguage(QStringLiteral("zh_CN"));
            settings.setBytes(QStringLiteral("layout/design"), QByteArray("\0\1x", 3));
        }
        const WindowSettings settings(workspace());
        QCOMPARE(settings.theme(), ThemeKind::HighContrastDark);
        QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
        QCOMPARE(settings.bytes(QStringLiteral("layout/design")), QByteArray("\0\1x", 3));
    }

    void recentFilesAreNewestFirstWithoutRepetitionOrGoneOnes() {
        WindowSettings settings(workspace());
        const QString first = file(QStringLiteral("a.json")), second = file(QStringLiteral("b.json"));
        for (const QString& path : {first, second, first, m_folder.filePath(QStringLiteral("gone.json"))}) settings.addRecentFile(path);
        QCOMPARE(settings.recentFiles(), QStringList({first, second}));
    }

    void noMoreThanTenFilesAreRemembered() {
        WindowSettings settings(workspace());
        for (int i = 0; i < 15; ++i) settings.addRecentFile(file(QStringLiteral("%1.json").arg(i)));
        QCOMPARE(settings.recentFiles().size(), WindowSettings::kMostRecent);
        QVERIFY(settings.recentFiles().front().endsWith(QStringLiteral("14.json")));
    }

    void rubbishInTheFileCostsTheMemoryOnly() {
        QFile rubbish(m_folder.filePath(QStringLiteral("window.ini")));
        QVERIFY(rubbish.open(QIODevice::WriteOnly | QIODevice::Truncate));
        rubbish.write("\xff\xfe[window]\ntheme=purple\nlanguage=\n");
        rubbish.close();
        const WindowSettings settings(workspace());
        QVERIFY(!settings.language().isEmpty());
        QVERIFY(settings.theme() == ThemeKind::Light || settings.theme() == ThemeKind::Dark);
    }
};

QTEST_MAIN(WindowSettingsTest)
#include "tst_window_settings.moc"
