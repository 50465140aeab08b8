// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/tool_bar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include "app/gui/commands.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

ToolBar::ToolBar(Commands& commands, QWidget* parent) : QFrame(parent), m_commands(commands) {
    setRole(*this, "bar");
    auto* layout = new QHBoxLayout(this);
    const int gap = emPixels(*this, 0.62);
    layout->setContentsMargins(gap, emPixels(*this, 0.46), gap, emPixels(*this, 0.46));
    layout->setSpacing(gap);

    m_document = new QPushButton(this);
    m_document->setMinimumWidth(emPixels(*this, 14));
    layout->addWidget(m_document);
    for (const std::string_view id : {std::string_view("edit.undo"), std::string_view("edit.redo")}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(&commands[id]);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        layout->addWidget(button);
    }
    const auto line = [&] {
        auto* separator = new QFrame(this);
        separator->setFrameShape(QFrame::VLine);
        separator->setFixedHeight(emPixels(*this, 1.85));
        layout->addWidget(separator);
    };
    line();
    for (const std::string_view id : {"run.start", "run.pause", "run.resume", "run.stop"}) layout->addWidget(addCommand(id));
    line();
    layout->addWidget(addCommand("run.checkpoint"));
    layout->addWidget(addCommand("run.profile"));
    m_reason = new QLabel(this);
    m_reason->hide();
    layout->addWidget(m_reason, 0);
    layout->addStretch(1);
    m_search = new QPushButton(this);
    m_search->setMinimumWidth(emPixels(*this, 18));
    connect(m_search, &QPushButton::clicked, &commands["view.palette"], &QAction::trigger);
    layout->addWidget(m_search);
}

// A push button that follows its action: text with key, icon, enabled or not.
QPushButton* ToolBar::addCommand(std::string_view id) {
    QAction& action = m_commands[id];
    auto* button = new QPushButton(this);
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    const auto follow = [button, &action] {
        button->setEnabled(action.isEnabled());
        button->setIcon(action.icon());
        const QString key = action.shortcut().toString(QKeySequence::NativeText);
        button->setText(withoutMnemonic(action.text()) + (key.isEmpty() ? QString() : QStringLiteral("  ") + key));
        button->setToolTip(action.toolTip());
    };
    connect(&action, &QAction::changed, button, follow);
    follow();
    return button;
}

void ToolBar::setDocument(const QString& title, bool modified) {
    m_title = title;
    m_modified = modified;
    m_document->setText(modified ? tr("%1  edited").arg(title) : title);
}

void ToolBar::setDocumentMenu(QMenu* menu) { m_document->setMenu(menu); }

void ToolBar::setStartReason(const QString& reason, bool isMistake) {
    if (reason == m_reason->text()) return;
    setRole(*m_reason, isMistake ? "chip-error" : "chip-info");
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_commands["run.start"].setToolTip(reason.isEmpty() ? tr("Start training in a process of its own") : reason);
}

void ToolBar::setTheme(const Theme& theme) {
    m_search->setIcon(icon("search", theme));
    m_document->setIcon(icon("graph", theme));
}

void ToolBar::retranslate() {
    const QString key = m_commands["view.palette"].shortcut().toString(QKeySequence::NativeText);
    m_search->setText(tr("Run a command…  %1").arg(key));
    m_document->setToolTip(tr("Recent and example experiments"));
    m_document->setAccessibleName(tr("Document: %1").arg(m_title));
    setDocument(m_title, m_modified);
}

}  // namespace seekbench
