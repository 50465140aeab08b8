// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluation/line_chart.h"

#include <algorithm>
#include <cmath>

#include <QtGui/QPainter>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

LineChart::Range rangeOf(const std::vector<LineChart::Line>& lines, double CurvePoint::*value) {
    LineChart::Range range;
    bool any = false;
    for (const auto& line : lines)
        for (const CurvePoint& point : line.points) {
            const double number = point.*value;
            if (!std::isfinite(number)) continue;
            range = any ? LineChart::Range{std::min(range.low, number), std::max(range.high, number)} : LineChart::Range{number, number};
            any = true;
        }
    if (range.high <= range.low) range.high = range.low + 1;
    return range;
}

}  // namespace

LineChart::LineChart(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void LineChart::setLines(std::vector<Line> lines, QString horizontal, QString vertical, Range x, Range y) {
    m_lines = std::move(lines);
    m_horizontal = std::move(horizontal);
    m_vertical = std::move(vertical);
    m_x = x.high > x.low ? x : rangeOf(m_lines, &CurvePoint::x);
    m_y = y.high > y.low ? y : rangeOf(m_lines, &CurvePoint::y);
    QStringList names;
    for (const Line& line : m_lines) names.append(line.name);
    setAccessibleName(tr("%1 over %2").arg(m_vertical, m_horizontal));
    setAccessibleDescription(names.join(QLatin1Char('\n')));
    update();
}

void LineChart::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QSize LineChart::sizeHint() const { return {emPixels(*this, 18), emPixels(*this, 12)}; }

void LineChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kTable));
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const int line = metrics.height();
    const QString low = fixed(m_y.low, 2), high = fixed(m_y.high, 2);
    const int left = std::max(metrics.horizontalAdvance(low), metrics.horizontalAdvance(high)) + 6;
    const QRectF area(left, line + 4, width() - left - 4, height() - 3 * line - 8);
    if (area.width() <= 0 || area.height() <= 0) return;
    painter.fillRect(area, m_theme[Colour::Base]);
    painter.setPen(m_theme[Colour::Axis]);
    painter.drawRect(area);
    painter.setPen(m_theme[Colour::SecondText]);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft, m_vertical);
    painter.drawText(QRectF(0, area.top(), left - 4, line), Qt::AlignRight, high);
    painter.drawText(QRectF(0, area.bottom() - line, left - 4, line), Qt::AlignRight, low);
    const QRectF below(area.left(), area.bottom() + 2, area.width(), line);
    painter.drawText(below, Qt::AlignLeft, fixed(m_x.low, 2));
    painter.drawText(below, Qt::AlignRight, fixed(m_x.high, 2));
    painter.drawText(below, Qt::AlignHCenter, m_horizontal);
    const auto at = [&](const CurvePoint& point) {
        return QPointF(area.left() + (point.x - m_x.low) / (m_x.high - m_x.low) * area.width(),
                       area.bottom() - (point.y - m_y.low) / (m_y.high - m_y.low) * area.height());
    };
    double legend = area.left();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QColor colour = m_theme[i % 2 == 0 ? Colour::Accent : Colour::Warning];
        painter.setPen(QPen(colour, 1.5, m_lines[i].dashed ? Qt::DashLine : Qt::SolidLine));
        painter.save();
        painter.setClipRect(area);
        QPolygonF path;
        for (const CurvePoint& point : m_lines[i].points)
            if (std::isfinite(point.x) && std::isfinite(point.y)) path.append(at(point));
        painter.drawPolyline(path);
        painter.restore();
        painter.drawLine(QPointF(legend, height() - line / 2.0), QPointF(legend + 16, height() - line / 2.0));
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(QPointF(legend + 20, height() - metrics.descent()), m_lines[i].name);
        legend += 32 + metrics.horizontalAdvance(m_lines[i].name);
    }
}

}  // namespace seekbench
