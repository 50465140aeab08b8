// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QtWidgets/QFrame>

#include "widgets/theme/theme.h"

class QLabel;
class QMenu;
class QPushButton;

namespace seekbench {

class Commands;

// The bar below the menus: which document, undo, the run buttons (each with its word and key, each in its own place), why Start waits,
// and the way to the command palette. It shows the actions of Commands.
class ToolBar : public QFrame {
    Q_OBJECT

public:
    explicit ToolBar(Commands& commands, QWidget* parent = nullptr);

    void setDocument(const QString& title, bool modified);
    void setDocumentMenu(QMenu* menu);
    // Why Start waits; empty: it does not, or it is plain why.
    void setStartReason(const QString& reason, bool isMistake);
    void setTheme(const Theme& theme);
    void retranslate();

private:
    QPushButton* addCommand(std::string_view id);

    Commands& m_commands;
    QPushButton *m_document, *m_search;
    QLabel* m_reason;
    QString m_title;
    bool m_modified = false;
};

}  // namespace seekbench
