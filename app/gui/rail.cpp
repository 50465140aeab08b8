// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/rail.h"

#include <QtGui/QAction>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

Rail::Rail(QWidget* parent) : QFrame(parent), m_layout(new QVBoxLayout(this)) {
    setRole(*this, "rail");
    m_layout->setContentsMargins(4, 8, 4, 8);
    m_layout->setSpacing(4);
    setFixedWidth(emPixels(*this, 4.92));
}

void Rail::addEntry(QAction* action, std::string_view icon) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    const int glyph = emPixels(*this, 1.54);
    button->setIconSize({glyph, glyph});
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFixedHeight(emPixels(*this, 4));
    setRole(*button, "rail");
    m_layout->addWidget(button);
    m_entries.push_back({action, button, icon});
    // The current entry is in the accent: shape (the bar of the sheet) and colour say so together.
    connect(action, &QAction::toggled, this, [this] { setTheme(m_theme); });
}

void Rail::addStretch() { m_layout->addStretch(1); }

void Rail::setTheme(const Theme& theme) {
    m_theme = theme;
    for (const Entry& entry : m_entries)
        entry.action->setIcon(seekbench::icon(entry.icon, theme, entry.action->isChecked() ? Colour::Accent : Colour::SecondText));
}

}  // namespace seekbench
