// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include "widgets/plot/column_band.h"
#include "widgets/plot/series_plot.h"
#include "widgets/plot/smoothed_series.h"

namespace seekbench {

// How a plot looks at its curves.
struct PlotView {
    HorizontalAxis axis = HorizontalAxis::Step;
    double left = 0, right = 1;
    int pixels = 1;
    bool rawShown = true;
};

// A curve with what is drawn for it: the line, and behind it the band from the smallest to the largest raw value of every pixel
// column. Line and band belong to the plot.
class DrawnCurve {
public:
    DrawnCurve(QCustomPlot& plot, Curve curve);

    // Takes line and band out of the plot.
    void remove(QCustomPlot& plot);
    const Curve& curve() const { return m_curve; }
    const Series& series() const { return *m_curve.series; }
    void style(const Theme& theme);
    void setSmoothing(double smoothing) { m_smoothed.setSmoothing(m_curve.smoothed ? smoothing : 0); }
    // True when the smoothed values are ready.
    bool follow(std::size_t most) { return m_smoothed.follow(series(), most); }

    // The values of the line, without the scale.
    const Pyramid& values() const { return isSmoothed() ? *m_smoothed.values() : series().values(); }
    bool isSmoothed() const { return m_smoothed.values() && m_smoothed.values()->size() == series().size(); }
    // Extremes of what is drawn between left and right, scaled.
    Pyramid::Range range(const PlotView& view) const;
    void draw(const PlotView& view);

    // Of the last draw(): values on the screen and values in the view.
    std::size_t pointsShown() const { return m_shown; }
    std::size_t pointsInView() const { return m_inView; }

private:
    Curve m_curve;
    SmoothedSeries m_smoothed;
    ColumnBand* m_band;
    QCPGraph* m_line;
    std::size_t m_shown = 0, m_inView = 0;
};

}  // namespace seekbench
