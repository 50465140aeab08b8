// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <qcustomplot.h>

#include "widgets/theme/theme.h"

namespace seekbench {

// What stands out on a plot: a ring at the best point of a curve with a flag that names value and place, a dot at its last point with
// the value right of the axes. Labels that would cover each other are moved apart. Owned by its plot.
class PlotMarks : public QCPAbstractItem {
public:
    struct Mark {
        enum class Kind { Best, Last } kind = Kind::Last;
        double x = 0, y = 0;
        QColor colour;
        QString text, caption;  // flag of a best point: text only; an empty text draws ring or dot alone
        bool onRightAxis = false;
    };

    explicit PlotMarks(QCustomPlot* plot);

    void setTheme(const Theme& theme) { m_theme = theme; }
    void setMarks(std::vector<Mark> marks) { m_marks = std::move(marks); }
    const std::vector<Mark>& marks() const { return m_marks; }
    // Room the labels of last points need right of the axes.
    int rightMargin() const;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    QPointF pixelOf(const Mark& mark) const;
    QFont fontOf(bool bold) const;
    void drawFlag(QCPPainter* painter, const Mark& mark, const QPointF& at, std::vector<QRectF>& taken) const;
    void drawLastLabels(QCPPainter* painter) const;

    Theme m_theme;
    std::vector<Mark> m_marks;
};

}  // namespace seekbench
