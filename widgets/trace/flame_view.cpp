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

std::vector<FlameView::Block> FlameView::blocks() const {
    if (m_nodes.empty() || m_nodes[m_root].total <= 0) return {};
    const int line = emPixels(*this, 1.4);
    std::vector<Block> blocks;
    // Those around the root, as wide as the view.
    std::vector<std::uint32_t> around;
    for (std::uint32_t node = m_root; node != 0; node = m_nodes[node].parent) around.push_back(m_nodes[node].parent);
    int y = 0;
    for (auto node = around.rbegin(); node != around.rend(); ++node, y += line) blocks.push_back({*node, QRectF(0, y, width(), line - 1)});
    const std::size_t first = blocks.size();
    blocks.push_back({m_root, QRectF(0, y, width(), line - 1)});
    for (std::size_t i = first; i < blocks.size(); ++i) {
        const Block block = blocks[i];
        double x = block.rect.left();
        for (std::uint32_t child = m_nodes[block.node].firstChild; child != 0; child = m_nodes[child].nextSibling) {
            const double wide = block.rect.width() * static_cast<double>(m_nodes[child].total) /
                                static_cast<double>(std::max<std::int64_t>(1, m_nodes[block.node].total));
            if (wide >= 1 && block.rect.top() + line < height())
                blocks.push_back({child, QRectF(x, block.rect.top() + line, wide, line - 1)});
            x += wide;
        }
    }
    return blocks;
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
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Escape)
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
