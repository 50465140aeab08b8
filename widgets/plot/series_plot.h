// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QtCore/QByteArray>
#include <QtWidgets/QFrame>

#include "widgets/plot/series.h"
#include "widgets/theme/theme.h"

class QCustomPlot;

namespace seekbench {

// One curve of a plot. Colour says which run, line style says which metric.
struct Curve {
    enum class Style { Solid, Dashed, Dotted };
    enum class Best { None, Lowest, Highest };
    enum class Side { Left, Right };  // of the axis it is read on
    const Series* series = nullptr;   // must outlive its place in the plot
    QString label;                    // "#24 validation", in the legend
    int colourSlot = 0;
    Style style = Style::Solid;
    Best best = Best::None;  // which point gets the ring; the first such curve also a flag that names value and epoch
    double scale = 1;        // what is shown is value × scale: bytes as MiB, shares as per cent
    Side side = Side::Left;
    bool named = true;        // its last value is named at the right edge
    bool smoothed = true;     // takes part in the plot's smoothing; values per epoch do not
    QString shortLabel = {};  // at the right edge, under the last value; the label without one
    bool operator==(const Curve&) const = default;
};

enum class PlotFormat { Png, Svg, Csv };

// A SeriesPlot draws curves that may grow while it is shown. It pulls: refresh() takes what the series hold now, at most one
// pair of values per pixel column. Title with legend above, how many points are shown below. Wheel zooms at the pointer, drag
// pans, double click or F shows everything, + − and the arrow keys zoom and pan. Lives in the GUI thread.
class SeriesPlot : public QFrame {
    Q_OBJECT

public:
    explicit SeriesPlot(QString title, QString unit, QWidget* parent = nullptr);
    ~SeriesPlot() override;

    void setTitle(QString title, QString unit);
    // One figure at the right of the title instead of a legend: "8,640", "median of the last 2,000 steps". Empty: the legend.
    void setFigure(QString figure, QString caption);
    // A sentence after the count of points: "validation n = 5,000".
    void setNote(QString note);
    void setCurves(std::vector<Curve> curves);
    const std::vector<Curve>& curves() const;
    void setTheme(Theme theme);
    void setHorizontalAxis(HorizontalAxis axis);
    void setLogarithmic(bool logarithmic);
    // Digits after the point in marks and crosshair; without, five significant ones.
    void setDecimals(std::optional<int> decimals);
    // 0: no smoothing; below 1. The raw values stay visible as a band.
    void setSmoothing(double smoothing);
    void setRawShown(bool shown);

    // Takes new points of the series and redraws. Follows the end of the data unless the user has zoomed.
    void refresh();
    void showAll();
    // Moves the crosshair to `x`, in all plots of a view alike; nothing hides it. The values stand in the plot under the pointer.
    enum class CrosshairDetail { Values, LineOnly };
    void setCrosshair(std::optional<double> x, CrosshairDetail detail = CrosshairDetail::Values);

    // What the reader is told about completeness: drawn and kept points in the view.
    std::size_t pointsShown() const;
    std::size_t pointsInView() const;
    // The plot as it stands with title and count, as the content of a file; CSV: every point in the view, one a line. Takes as long as
    // there are points: 10 million lines take seconds.
    QByteArray exported(PlotFormat format) const;
    QCustomPlot* plot() const;

Q_SIGNALS:
    void crosshairMoved(std::optional<double> x);
    void refreshed();  // pointsShown() and pointsInView() may be others now

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

}  // namespace seekbench
