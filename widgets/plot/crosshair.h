// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <qcustomplot.h>

#include "widgets/theme/theme.h"

namespace seekbench {

// The dashed line under the pointer with the values of all curves in one box and its place on the axis in an inverted label. Lies on a
// layer of its own, so that moving it does not draw the curves again. Owned by its plot.
class Crosshair : public QCPAbstractItem {
public:
    struct Row {
        QString label, value;
        bool quiet = false;  // about the row before: the raw extremes under a smoothed line
    };

    explicit Crosshair(QCustomPlot* plot);

    void setTheme(const Theme& theme) { m_theme = theme; }
    // Nothing hides it.
    void place(std::optional<double> x, QString axisText, std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }
    const QString& axisText() const { return m_axisText; }
    void replot();

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    void drawBox(QCPPainter* painter, double x, const QRectF& view) const;

    Theme m_theme;
    std::optional<double> m_x;
    QString m_axisText;
    std::vector<Row> m_rows;
};

}  // namespace seekbench
