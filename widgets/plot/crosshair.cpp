// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/crosshair.h"

#include <algorithm>

#include "widgets/theme/style_sheet.h"

namespace seekbench {

Crosshair::Crosshair(QCustomPlot* plot) : QCPAbstractItem(plot) {
    setClipToAxisRect(false);
    plot->addLayer(QStringLiteral("crosshair"), plot->layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
    plot->layer(QStringLiteral("crosshair"))->setMode(QCPLayer::lmBuffered);
    setLayer(QStringLiteral("crosshair"));
}

void Crosshair::place(std::optional<double> x, QString axisText, std::vector<Row> rows) {
    m_x = x;
    m_axisText = std::move(axisText);
    m_rows = std::move(rows);
}

void Crosshair::replot() { layer()->replot(); }

void Crosshair::draw(QCPPainter* painter) {
    if (!m_x) return;
    const QRectF view = parentPlot()->axisRect()->rect();
    const double x = parentPlot()->xAxis->coordToPixel(*m_x);
    if (x < view.left() - 0.5 || x > view.right() + 0.5) return;
    painter->setAntialiasing(false);
    QPen dashes(m_theme[Colour::SecondText], 1);
    dashes.setDashPattern({2, 3});
    painter->setPen(dashes);
    painter->drawLine(QLineF(x, view.top(), x, view.bottom()));
    painter->setAntialiasing(true);
    if (m_axisText.isEmpty()) return;

    QFont font = parentPlot()->xAxis->tickLabelFont();
    const QFontMetrics metrics(font);
    QRectF label(0, view.bottom() + 4, metrics.horizontalAdvance(m_axisText) + 12, metrics.height() + 2);
    label.moveLeft(std::clamp(x - label.width() / 2, 0.0, std::max(0.0, parentPlot()->width() - label.width())));
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme[Colour::Text]);
    painter->drawRoundedRect(label, 2, 2);
    painter->setFont(font);
    painter->setPen(m_theme[Colour::Base]);
    painter->drawText(label, Qt::AlignCenter, m_axisText);
    if (!m_rows.empty()) drawBox(painter, x, view);
}

void Crosshair::drawBox(QCPPainter* painter, double x, const QRectF& view) const {
    QFont font = parentPlot()->font();
    font.setPixelSize(std::max(1, emPixels(font, 0.88)));
    const QFontMetrics metrics(font);
    int labels = 0, values = 0;
    for (const Row& row : m_rows) {
        labels = std::max(labels, metrics.horizontalAdvance(row.label));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const double line = metrics.height() + 1, gap = 16;
    QRectF box(0, view.top() + 8, labels + values + gap + 16, line * static_cast<double>(m_rows.size()) + 8);
    const bool leftHalf = x < view.center().x();
    box.moveLeft(leftHalf ? x + 8 : x - 8 - box.width());
    box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, parentPlot()->width() - box.width())));
    painter->setPen(QPen(m_theme[Colour::Border], 1));
    painter->setBrush(m_theme[Colour::Panel]);
    painter->drawRoundedRect(box, 3, 3);
    painter->setFont(font);
    QRectF place = box.adjusted(8, 4, -8, 0);
    place.setHeight(line);
    for (const Row& row : m_rows) {
        painter->setPen(m_theme[row.quiet ? Colour::Muted : Colour::SecondText]);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, row.label);
        painter->setPen(m_theme[row.quiet ? Colour::Muted : Colour::Text]);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, row.value);
        place.translate(0, line);
    }
}

}  // namespace seekbench
