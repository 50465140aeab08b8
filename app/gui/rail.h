// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QFrame>

#include "widgets/theme/theme.h"

class QAction;
class QToolButton;
class QVBoxLayout;

namespace seekbench {

// The strip at the left edge: one button per perspective above, settings below. It shows actions and is told which icons they have.
class Rail : public QFrame {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void addEntry(QAction* action, std::string_view icon);
    void addStretch();
    void setTheme(const Theme& theme);

private:
    struct Entry {
        QAction* action;
        QToolButton* button;
        std::string_view icon;
    };
    Theme m_theme;
    QVBoxLayout* m_layout;
    std::vector<Entry> m_entries;
};

}  // namespace seekbench
