// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <qcustomplot.h>

#include "widgets/plot/series.h"

namespace seekbench {

// What lies between the smallest and the largest value of every pixel column, or a thin line where points have columns to themselves.
// Painted column by column into a picture: filling a polygon with two thousand noisy corners took 19 ms of a frame, this takes less
// than 1. Exported drawings get the polygon. Owned by its plot.
class ColumnBand : public QCPAbstractItem {
public:
    ColumnBand(QCustomPlot* plot, QCPAxis* vertical);

    void setColour(const QColor& colour) { m_colour = colour; }
    // `opacity` 0 … 1; `isCrowded`: a column stands for several points.
    void setColumns(std::vector<PixelColumn> columns, double scale, double opacity, bool isCrowded);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    QPointF pixelOf(double x, double value) const;
    void drawLine(QCPPainter* painter) const;
    void drawPolygon(QCPPainter* painter) const;
    void drawPixels(QCPPainter* painter) const;

    QCPAxis* m_vertical;
    QColor m_colour;
    std::vector<PixelColumn> m_columns;
    double m_scale = 1, m_opacity = 1;
    bool m_isCrowded = false;
    mutable QImage m_picture;  // kept for the next frame: fresh memory costs more than clearing this
};

}  // namespace seekbench
