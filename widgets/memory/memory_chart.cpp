// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/memory/memory_chart.h"

#include <algorithm>
#include <cmath>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include "widgets/memory/memory_words.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

MemoryBytes bytesAt(const std::array<const Series*, kMemoryCategories.size()>& parts, std::size_t index) {
    MemoryBytes bytes;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i] == nullptr || index >= parts[i]->size()) continue;
        const double value = parts[i]->at(index).value;
        if (std::isfinite(value)) bytes[kMemoryCategories[i]] = static_cast<std::int64_t>(value);
    }
    return bytes;
}

}  // namespace

std::vector<MemoryColumn> memoryColumns(const std::array<const Series*, kMemoryCategories.size()>& parts, int columns) {
    // Series of one run are written together; one that is short has a value less for a moment.
    const Series* longest = nullptr;
    for (const Series* part : parts)
        if (part != nullptr && (longest == nullptr || part->size() > longest->size())) longest = part;
    if (longest == nullptr || longest->isEmpty() || columns < 1) return {};
    const std::size_t count = longest->size(), wanted = std::min<std::size_t>(count, static_cast<std::size_t>(columns));
    std::vector<MemoryColumn> result;
    result.reserve(wanted);
    for (std::size_t column = 0; column < wanted; ++column) {
        const std::size_t begin = column * count / wanted, end = (column + 1) * count / wanted;
        const std::size_t stride = std::max<std::size_t>(1, (end - begin) / kMostLooks);
        MemoryColumn highest{.step = longest->at(begin).step, .bytes = bytesAt(parts, begin)};
        for (std::size_t i = begin + stride; i < end; i += stride)
            if (const MemoryBytes bytes = bytesAt(parts, i); bytes.total() > highest.bytes.total()) highest.bytes = bytes;
        result.push_back(highest);
    }
    return result;
}

MemoryChart::MemoryChart(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void MemoryChart::setSeries(const std::array<const Series*, kMemoryCategories.size()>& parts) {
    m_parts = parts;
    update();
}

void MemoryChart::setForecast(std::int64_t bytes) {
    m_forecast = bytes;
    update();
}

void MemoryChart::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QSize MemoryChart::sizeHint() const { return {emPixels(*this, 18), emPixels(*this, 11)}; }

void MemoryChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kTable));
    painter.setFont(small);
    const int line = QFontMetrics(small).height();
    const QRectF area(0, line + 4, width() - 1, height() - 2 * line - 8);
    if (area.width() < 2 || area.height() < 2) return;
    painter.fillRect(area, m_theme[Colour::Base]);
    const auto columns = memoryColumns(m_parts, static_cast<int>(area.width()));
    std::int64_t highest = m_forecast;
    for (const MemoryColumn& column : columns) highest = std::max(highest, column.bytes.total());
    painter.setPen(m_theme[Colour::SecondText]);
    if (columns.empty() || highest <= 0) {
        painter.drawText(area, Qt::AlignCenter, tr("No steps yet"));
        return;
    }
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft, tr("at most %1").arg(bytesText(highest)));
    const double scale = area.height() * 0.95 / static_cast<double>(highest);
    const auto xOf = [&](std::size_t i) {
        return area.left() +
               (columns.size() < 2 ? area.width() : area.width() * static_cast<double>(i) / static_cast<double>(columns.size() - 1));
    };
    std::vector<double> ground(columns.size(), 0);
    for (const MemoryCategory category : kMemoryCategories) {
        QPainterPath path(QPointF(area.left(), area.bottom() - ground.front() * scale));
        std::vector<double> top = ground;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            top[i] += static_cast<double>(columns[i].bytes[category]);
            if (i == 0) path.lineTo(area.left(), area.bottom() - top[i] * scale);
            path.lineTo(xOf(i), area.bottom() - top[i] * scale);
        }
        for (std::size_t i = columns.size(); i-- > 0;) path.lineTo(xOf(i), area.bottom() - ground[i] * scale);
        path.closeSubpath();
        painter.fillPath(path, memoryColour(m_theme, category));
        ground = std::move(top);
    }
    if (m_forecast > 0) {
        const double y = area.bottom() - static_cast<double>(m_forecast) * scale;
        painter.setPen(QPen(m_theme[Colour::Text], 1, Qt::DashLine));
        painter.drawLine(QLineF(area.left(), y, area.right(), y));
        painter.drawText(QRectF(area.left(), std::max(area.top(), y - line), area.width(), line), Qt::AlignRight, tr("forecast"));
    }
    painter.setPen(m_theme[Colour::SecondText]);
    const QRectF below(0, area.bottom() + 2, width(), line);
    painter.drawText(below, Qt::AlignLeft, countText(columns.front().step));
    painter.drawText(below, Qt::AlignRight, countText(columns.back().step));
    painter.drawText(below, Qt::AlignHCenter, tr("Step"));
}

}  // namespace seekbench
