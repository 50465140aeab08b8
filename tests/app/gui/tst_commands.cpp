// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QtTest/QtTest>
#include <QtWidgets/QMenuBar>

#include "app/gui/commands.h"
#include "widgets/theme/icon.h"

using namespace seekbench;

class CommandsTest : public QObject {
    Q_OBJECT

private slots:
    void everyRowHasItsOwnIdItsIconAndItsWords() {
        std::set<std::string_view> ids;
        for (const CommandRow& row : commandRows()) {
            if (row.text == nullptr) continue;
            QVERIFY2(ids.insert(row.id).second, row.id.data());
            QVERIFY2(row.icon == nullptr || hasIcon(row.icon), row.id.data());
            QVERIFY2(row.keywords != nullptr && *row.keywords != 0, row.id.data());
        }
    }

    void noTwoCommandsShareAKey() {
        const Commands commands(nullptr);
        std::map<QString, std::string_view> owners;
        for (const CommandRow& row : commandRows()) {
            if (row.text == nullptr) continue;
            for (const QKeySequence& sequence : commands[row.id].shortcuts()) {
                QVERIFY2(!sequence.isEmpty(), row.id.data());
                const auto [owner, isNew] = owners.emplace(sequence.toString(), row.id);
                QVERIFY2(isNew, qPrintable(QStringLiteral("%1: %2").arg(sequence.toString(), QString::fromUtf8(row.id.data()))));
            }
        }
    }

    void noTwoEntriesOfAMenuShareAMnemonic() {
        std::map<std::string, std::set<char>> taken;
        for (const CommandRow& row : commandRows()) {
            if (row.text == nullptr) continue;
            const std::string_view text = row.text;
            const std::size_t at = text.find('&');
            QVERIFY2(at != std::string_view::npos, row.text);
            QVERIFY2(taken[row.menu].insert(static_cast<char>(std::tolower(text[at + 1]))).second, row.text);
        }
    }

    void aTitleLosesItsMnemonicInBothLanguages() {
        QCOMPARE(withoutMnemonic(QStringLiteral("S&top")), QStringLiteral("Stop"));
        QCOMPARE(withoutMnemonic(QStringLiteral("停止(&T)")), QStringLiteral("停止"));
        QCOMPARE(withoutMnemonic(QStringLiteral("打开(&O)…")), QStringLiteral("打开…"));
    }

    void theMenusHoldEveryCommand() {
        Commands commands(nullptr);
        QMenuBar bar;
        commands.fill(bar);
        int count = 0;
        for (const QAction* menu : bar.actions()) {
            QVERIFY(!menu->text().isEmpty());
            for (const QAction* entry : menu->menu()->actions()) count += !entry->isSeparator();
        }
        QCOMPARE(count, static_cast<int>(std::ranges::count_if(commandRows(), [](const CommandRow& row) { return row.text != nullptr; })));
    }
};

QTEST_MAIN(CommandsTest)
#include "tst_commands.moc"
