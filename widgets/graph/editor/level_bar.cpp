// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/editor/level_bar.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include "widgets/text/figures.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

LevelBar::LevelBar(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(emPixels(*this, 0.15));
    rebuild();
}

void LevelBar::setTheme(Theme theme) {
    m_theme = theme;
    rebuild();
}

void LevelBar::setPath(const QString& name, const GraphLevel& level, const QString& composite, int uses) {
    if (name == m_name && level == m_level && composite == m_composite && uses == m_uses) return;
    m_name = name;
    m_level = level;
    m_composite = composite;
    m_uses = uses;
    rebuild();
}

void LevelBar::rebuild() {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        // Later: one of the buttons may be what called.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto arrow = [&] {
        auto* label = new QLabel(this);
        const int side = emPixels(*this, 0.92);
        label->setPixmap(icon("chevron_right", m_theme, Colour::Muted).pixmap(side, side));
        m_layout->addWidget(label);
    };
    const auto step = [&](const QString& text, int depth) {
        auto* button = new QToolButton(this);
        setRole(*button, "crumb");
        button->setText(text);
        button->setToolTip(tr("Go back to this level"));
        connect(button, &QToolButton::clicked, this, [this, depth] { Q_EMIT depthChosen(depth); });
        m_layout->addWidget(button);
    };
    const auto last = [&](const QString& text, const char* role) {
        auto* label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        setRole(*label, role);
        m_layout->addWidget(label);
    };
    const QString name = m_name.isEmpty() ? tr("untitled") : m_name;
    if (m_level.empty()) {
        last(name, "strong");
        arrow();
        last(tr("top level"), "second");
        return;
    }
    step(name, 0);
    for (std::size_t i = 0; i < m_level.size(); ++i) {
        arrow();
        if (i + 1 < m_level.size())
            step(fromUtf8(m_level[i]), static_cast<int>(i) + 1);
        else
            last(fromUtf8(m_level[i]), "strong");
    }
    last(m_uses > 1 ? tr("%1, × %n uses", nullptr, m_uses).arg(m_composite) : m_composite, "second");
}

void LevelBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) rebuild();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
