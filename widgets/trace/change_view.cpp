// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/change_view.h"

#include <algorithm>
#include <cmath>

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/heat.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/time_axis.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

constexpr double kStrongest = 0.25;  // a change by a quarter has the full colour

}  // namespace

ChangeView::ChangeView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void ChangeView::setTree(std::vector<ChangeNode> nodes) {
    m_nodes = std::move(nodes);
    m_root = 0;
    update();
}

void ChangeView::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

void ChangeView::retranslate() { setAccessibleName(tr("What became faster and slower, by layer")); }
QSize ChangeView::sizeHint() const { return {emPixels(*this, 30), emPixels(*this, 14)}; }
QRectF ChangeView::area() const { return QRectF(rect()).adjusted(0, emPixels(*this, 1.5), 0, 0); }

std::vector<IcicleBlock> ChangeView::blocks() const {
    return icicleBlocks(m_nodes, m_root, area(), emPixels(*this, 1.7), [](const ChangeNode& node) { return node.extent; });
}

double ChangeView::strength(std::uint32_t node) const {
    const ChangeNode& one = m_nodes[node];
    const double longer = std::max(one.before, one.after);
    if (one.isNoise() || longer <= 0) return 0;
    return std::clamp(one.change() / longer / kStrongest, -1.0, 1.0);
}

QString ChangeView::nameOf(const ChangeNode& node) const {
    if (node.parent == 0 && node.name.empty()) return tr("All");
    const auto phase = node.isPhase ? phaseFromName(node.name) : std::nullopt;
    return phase ? phaseWord(*phase) : fromUtf8(node.name);
}

QString ChangeView::describe(std::uint32_t node) const {
    const ChangeNode& one = m_nodes[node];
    return tr("%1\n%2 before, %3 after: %4\n%5")
        .arg(one.path.empty() ? nameOf(one)
             : one.isPhase    ? QStringLiteral("%1, %2").arg(fromUtf8(one.path), nameOf(one))
                              : fromUtf8(one.path),
             timeText(one.before), timeText(one.after), signedTimeText(one.change()), translated(labelOf(one.verdict)));
}

// Milliseconds of a step over what is shown.
void ChangeView::paintAxis(QPainter& painter) const {
    TimeAxis axis{.whole = {0, std::max<std::int64_t>(TimeAxis::kShortest, std::llround(m_nodes[m_root].extent))},
                  .shown = {},
                  .width = std::max(1, width())};
    axis.fitAll();
    painter.setPen(m_theme[Colour::Muted]);
    const int line = emPixels(*this, 1.5);
    for (const std::int64_t tick : axis.ticks(emPixels(*this, 6))) {
        const double x = axis.xOf(tick);
        painter.drawLine(QPointF(x, line - 5), QPointF(x, line - 1));
        painter.drawText(QPointF(x + 3, line - 5), timeText(static_cast<double>(tick)));
    }
}

void ChangeView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme[Colour::Base]);
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kCaption));
    painter.setFont(small);
    const auto all = blocks();
    if (all.empty()) {
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(rect(), Qt::AlignCenter, tr("Choose a profile to compare with."));
        return;
    }
    paintAxis(painter);
    for (const auto& [place, rect] : all) {
        const ChangeNode& node = m_nodes[place];
        const QRectF block = rect.adjusted(0, 0, rect.width() > 3 ? -1 : 0, 0);
        const double change = strength(place);
        painter.fillRect(block, node.isNoise() ? m_theme[Colour::Panel] : changeColour(m_theme, change));
        const QColor ink = node.isNoise() ? m_theme[Colour::Muted] : onChange(m_theme, change);
        const double scale = node.extent > 0 ? block.width() / node.extent : 0;
        painter.fillRect(QRectF(block.left(), block.top(), node.before * scale, 2), m_theme[Colour::Axis]);
        painter.fillRect(QRectF(block.left(), block.bottom() - 2, node.after * scale, 2), m_theme[Colour::Text]);
        if (block.width() < 36) continue;
        painter.setPen(ink);
        painter.drawText(block.adjusted(4, 2, -4, -2), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(QStringLiteral("%1  %2").arg(nameOf(node), signedTimeText(node.change())),
                                                          Qt::ElideRight, static_cast<int>(block.width()) - 8));
    }
    if (hasFocus()) {
        painter.setPen(m_theme[Colour::Accent]);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

std::uint32_t ChangeView::nodeAt(QPointF position) const {
    for (const auto& [node, block] : blocks())
        if (block.contains(position)) return node;
    return m_root;
}

void ChangeView::mousePressEvent(QMouseEvent* event) {
    if (m_nodes.empty()) return;
    m_root = nodeAt(event->position());
    update();
}

void ChangeView::mouseDoubleClickEvent(QMouseEvent*) {
    if (!m_nodes.empty() && !m_nodes[m_root].path.empty()) Q_EMIT layerActivated(fromUtf8(m_nodes[m_root].path));
}

void ChangeView::keyPressEvent(QKeyEvent* event) {
    if (m_nodes.empty()) return QWidget::keyPressEvent(event);
    const ChangeNode& node = m_nodes[m_root];
    if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Escape) && m_root != 0)
        m_root = node.parent;
    else if (event->key() == Qt::Key_Down && node.firstChild != 0)
        m_root = node.firstChild;
    else if (event->key() == Qt::Key_Right && node.nextSibling != 0)
        m_root = node.nextSibling;
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !node.path.empty())
        Q_EMIT layerActivated(fromUtf8(node.path));
    else
        return QWidget::keyPressEvent(event);
    update();
}

void ChangeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

bool ChangeView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !m_nodes.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), describe(nodeAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace seekbench
