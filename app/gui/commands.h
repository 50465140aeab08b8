// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string_view>

#include <QtCore/QObject>
#include <QtGui/QAction>

#include "widgets/theme/theme.h"

class QMenuBar;
class QMenu;

namespace seekbench {

// One thing the user can do: a row of the table from which menus, tool bar, shortcuts, command palette and cheat sheet are made.
struct CommandRow {
    std::string_view id;    // "run.start"; stable
    const char* menu;       // English title of its menu, marked for translation
    const char* text;       // with mnemonic, marked for translation; nullptr: a separator
    const char* keywords;   // other words under which the palette finds it; translators add pinyin initials
    const char* icon;       // resources/icons, or nullptr
    const char* shortcuts;  // portable texts, separated by spaces; nullptr: none
    // The window itself carries it out, whatever is shown; the others belong to the perspective.
    bool frame;
};
std::span<const CommandRow> commandRows();
// The title of a command in the window's language, without its mnemonic.
QString titleOf(std::string_view id);
// "Start" of "&Start", "开始" of "开始(&S)".
QString withoutMnemonic(QString text);

// The actions of all rows, owned by the window. Who can do a thing connects to its action; an action nobody has connected is a
// programming error that the tests find. Lives in the GUI thread.
class Commands : public QObject {
    Q_OBJECT

public:
    explicit Commands(QObject* parent);

    QAction& operator[](std::string_view id) const;

    // Connects `slot` of `context` to the command's action.
    template <class Context, class Slot>
    void on(std::string_view id, Context* context, Slot slot) {
        connect(&(*this)[id], &QAction::triggered, context, std::move(slot));
    }

    // Fills the bar with the menus of the table, in its order. Menus that are made elsewhere (recent files) are added by their owners.
    void fill(QMenuBar& bar);
    QMenu* menu(std::string_view title) const;

    void setTheme(const Theme& theme);
    void retranslate();

private:
    std::map<std::string_view, QAction*> m_actions;
    std::map<std::string_view, QMenu*> m_menus;
};

}  // namespace seekbench
