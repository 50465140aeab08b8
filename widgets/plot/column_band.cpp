// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/column_band.h"

#include <algorithm>
#include <cmath>

namespace seekbench {
namespace {

const QString kLayer = QStringLiteral("bands");

}  // namespace

ColumnBand::ColumnBand(QCustomPlot* plot, QCPAxis* vertical) : QCPAbstractItem(plot), m_vertical(vertical) {
    // Behind all lines, whichever curve they belong to.
    if (!plot->layer(kLayer)) plot->addLayer(kLayer, plot->layer(QStringLiteral("grid")), QCustomPlot::limAbove);
    setLayer(kLayer);
}

void ColumnBand::setColumns(std::vector<PixelColumn> columns, double scale, double opacity, bool isCrowded) {
    m_columns = std::move(columns);
    m_scale = scale;
    m_opacity = opacity;
    m_isCrowded = isCrowded;
}

QPointF ColumnBand::pixelOf(double x, double value) const {
    return {parentPlot()->xAxis->coordToPixel(x), m_vertical->coordToPixel(value * m_scale)};
}

void ColumnBand::draw(QCPPainter* painter) {
    if (m_columns.empty()) return;
    if (!m_isCrowded)
        drawLine(painter);
    else if (painter->modes().testFlag(QCPPainter::pmVectorized))
        drawPolygon(painter);
    else
        drawPixels(painter);
}

void ColumnBand::drawLine(QCPPainter* painter) const {
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(m_columns.size()));
    for (const PixelColumn& column : m_columns) line.append(pixelOf(column.x, column.minimum));
    QColor colour = m_colour;
    // A line of one pixel needs more than a broad band to be seen as faint.
    colour.setAlphaF(static_cast<float>(std::min(1.0, 2.2 * m_opacity)));
    painter->setAntialiasing(true);
    painter->setPen(QPen(colour, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
}

void ColumnBand::drawPolygon(QCPPainter* painter) const {
    QPolygonF outline;
    outline.reserve(2 * static_cast<qsizetype>(m_columns.size()));
    for (const PixelColumn& column : m_columns) outline.append(pixelOf(column.x, column.maximum));
    for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column) outline.append(pixelOf(column->x, column->minimum));
    QColor colour = m_colour;
    colour.setAlphaF(static_cast<float>(m_opacity));
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawPolygon(outline);
}

void ColumnBand::drawPixels(QCPPainter* painter) const {
    const QRect view = parentPlot()->axisRect()->rect();
    const double ratio = painter->device()->devicePixelRatioF();
    const int width = static_cast<int>(std::ceil(view.width() * ratio)), height = static_cast<int>(std::ceil(view.height() * ratio));
    if (width <= 0 || height <= 0) return;
    QImage& image = m_picture;
    if (image.size() != QSize(width, height)) image = QImage(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    QColor colour = m_colour;
    colour.setAlphaF(static_cast<float>(m_opacity));
    const QRgb ink = qPremultiply(colour.rgba());
    auto* const pixels = reinterpret_cast<QRgb*>(image.bits());
    const auto rowLength = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));

    int nextX = 0, lastTop = 0, lastBottom = -1;  // of the column before; none at first
    for (const PixelColumn& column : m_columns) {
        const QPointF low = pixelOf(column.x, column.minimum), high = pixelOf(column.x, column.maximum);
        if (!std::isfinite(low.y()) || !std::isfinite(high.y())) continue;
        const auto row = [&](double y) { return std::floor(std::clamp((y - view.top()) * ratio, -1.0, height + 0.0)); };
        int top = static_cast<int>(row(high.y())), bottom = static_cast<int>(row(low.y()));
        const int x = static_cast<int>(std::clamp(std::floor((low.x() - view.left()) * ratio), -1.0, width + 0.0));
        // Neighbours touch, as the line through the points would make them.
        const int newTop = top, newBottom = bottom;
        if (lastBottom >= lastTop) {
            if (top > lastBottom) top = lastBottom;
            if (bottom < lastTop) bottom = lastTop;
        }
        lastTop = newTop;
        lastBottom = newBottom;
        const int first = std::max(0, top), last = std::min(height - 1, bottom);
        for (int at = std::max(0, std::min(nextX, x)); at <= std::min(x, width - 1); ++at)
            for (QRgb *pixel = pixels + first * rowLength + at, *end = pixels + (last + 1) * rowLength; pixel < end; pixel += rowLength)
                *pixel = ink;
        nextX = x + 1;
    }
    image.setDevicePixelRatio(ratio);
    painter->drawImage(view.topLeft(), image);
}

}  // namespace seekbench
