// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/share_bars.h"

#include <algorithm>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

ShareBars::ShareBars(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ShareBars::setRows(std::vector<Row> rows, double from, double to) {
    if (rows == m_rows && from == m_from && to == m_to) return;
    const bool otherHeight = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    m_from = from;
    m_to = to > from ? to : from + 1;
    QStringList all;
    for (const Row& row : m_rows) all.append(row.tip);
    setAccessibleDescription(all.join(QLatin1Char('\n')));
    if (otherHeight) updateGeometry();
    update();
}

void ShareBars::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

int ShareBars::rowHeight() const { return emPixels(*this, 1.46); }
QSize ShareBars::sizeHint() const { return {emPixels(*this, 18), std::max(1, static_cast<int>(m_rows.size())) * rowHeight()}; }

void ShareBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kTable));
    painter.setFont(small);
    const QFontMetrics metrics(small);
    int nameWidth = 0, figureWidth = 0;
    for (const Row& row : m_rows) {
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(row.name));
        figureWidth = std::max(figureWidth, metrics.horizontalAdvance(row.figure));
    }
    nameWidth = std::min(nameWidth + 1, width() * 2 / 5);
    const int gap = emPixels(*this, 0.77), glyph = emPixels(*this, 1.08), height = rowHeight();
    const bool anyStands = std::ranges::any_of(m_rows, &Row::stands);
    const QRect axis(nameWidth + gap, 0, width() - nameWidth - figureWidth - 2 * gap - (anyStands ? glyph + 6 : 0), emPixels(*this, 0.85));
    if (axis.width() <= 0) return;
    const auto xOf = [&](double value) { return axis.left() + axis.width() * std::clamp((value - m_from) / (m_to - m_from), 0.0, 1.0); };
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const int top = static_cast<int>(i) * height, middle = top + height / 2;
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(QRect(0, top, nameWidth, height), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(row.name, Qt::ElideRight, nameWidth));
        const QRect ground(axis.left(), middle - axis.height() / 2, axis.width(), axis.height());
        painter.fillRect(ground, m_theme[Colour::Grid]);
        painter.fillRect(QRectF(ground.left(), ground.top(), xOf(row.value) - ground.left(), ground.height()),
                         m_theme[row.stands ? Colour::Warning : Colour::Bar]);
        if (row.interval) {
            painter.setPen(QPen(m_theme[Colour::Text], 1));
            const double low = xOf(row.interval->first), high = xOf(row.interval->second), y = middle;
            painter.drawLine(QLineF(low, y, high, y));
            for (const double end : {low, high}) painter.drawLine(QLineF(end, y - 3, end, y + 3));
        }
        if (row.stands)
            paintIcon(painter, QRectF(axis.right() + 6, middle - glyph / 2.0, glyph, glyph), "warning", m_theme[Colour::Warning]);
        painter.setPen(m_theme[Colour::Text]);
        painter.drawText(QRect(width() - figureWidth - 1, top, figureWidth + 1, height), Qt::AlignRight | Qt::AlignVCenter, row.figure);
    }
}

bool ShareBars::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto row = static_cast<std::size_t>(std::max(0, help->pos().y() / rowHeight()));
        if (row < m_rows.size())
            QToolTip::showText(help->globalPos(), m_rows[row].tip, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace seekbench
