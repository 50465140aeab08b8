// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/flame_view.h"

#include <algorithm>

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {

FlameView::FlameView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Who called whom"));
}

void FlameView::setNodes(std::vector<FlameNode> nodes, std::size_t steps) {
    m_nodes = std::move(nodes);
    m_steps = std::max<std::size_t>(1, steps);
    m_root = 0;
    update();
}

void FlameView::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QSize FlameView::sizeHint() const { return {emPixels(*this, 30), emPixels(*this, 14)}; }

std::vector<IcicleBlock> FlameView::blocks() const {
    return icicleBlocks(m_nodes, m_root, QRectF(rect()), emPixels(*this, 1.4),
                        [](const FlameNode& node) { return static_cast<double>(node.total); });
}

void FlameView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme[Colour::Base]);
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kCaption));
    painter.setFont(small);
    const auto all = blocks();
    if (all.empty()) {
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(rect(), Qt::AlignCenter, tr("No profile is open."));
    }
    Dictionary words;  // the colours go by names
    for (const auto& [place, block] : all) {
        const FlameNode& node = m_nodes[place];
        const auto phase = phaseFromName(node.name);
        const QColor colour = place == 0 ? gapColour()
                              : phase    ? phaseColour(*phase)
                                         : sliceColour(words, words.internLabel({.name = words.intern(node.name)}));
        painter.fillRect(block.adjusted(0, 0, block.width() > 3 ? -1 : 0, 0), colour);
        if (block.width() < 36) continue;
        painter.setPen(Qt::white);
        const QString name = place == 0 ? tr("All") : phase ? phaseWord(*phase) : fromUtf8(node.name);
        painter.drawText(block.adjusted(4, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(
                             name + QStringLiteral("  ") + timeText(static_cast<double>(node.total) / static_cast<double>(m_steps)),
                             Qt::ElideRight, static_cast<int>(block.width()) - 8));
    }
    if (hasFocus()) {
        painter.setPen(m_theme[Colour::Accent]);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

std::uint32_t FlameView::nodeAt(QPointF position) const {
    for (const auto& [node, block] : blocks())
        if (block.contains(position)) return node;
    return m_root;
}

QString FlameView::describe(std::uint32_t node) const {
    const FlameNode& one = m_nodes[node];
    const double steps = static_cast<double>(m_steps);
    return tr("%1\n%2 a step, %3 of it itself, %4 calls")
        .arg(one.name.empty() ? tr("All") : fromUtf8(one.name), timeText(static_cast<double>(one.total) / steps),
             timeText(static_cast<double>(one.self) / steps), fixed(static_cast<double>(one.calls) / steps, 1));
}

void FlameView::mousePressEvent(QMouseEvent* event) {
    if (m_nodes.empty()) return;
    m_root = nodeAt(event->position());
    update();
}

void FlameView::keyPressEvent(QKeyEvent* event) {
    if (m_nodes.empty()) return QWidget::keyPressEvent(event);
    const FlameNode& node = m_nodes[m_root];
    if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Escape) && m_root != 0)
        m_root = node.parent;
    else if (event->key() == Qt::Key_Down && node.firstChild != 0)
        m_root = node.firstChild;
    else if (event->key() == Qt::Key_Right && node.nextSibling != 0)
        m_root = node.nextSibling;
    else
        return QWidget::keyPressEvent(event);
    update();
}

bool FlameView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !m_nodes.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), describe(nodeAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace seekbench
