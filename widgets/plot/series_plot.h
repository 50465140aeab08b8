// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QtWidgets/QWidget>

#include "widgets/plot/series.h"
#include "widgets/theme/theme.h"

class QCustomPlot;

namespace seekbench {

// One curve of a plot. Colour says which run, line style says which metric.
struct Curve {
    enum class Style { Solid, Dashed, Dotted };
    enum class Best { None, Lowest, Highest };
    const Series* series = nullptr;  // must outlive its place in the plot
    QString label;                   // "#24 validation"
    int colourSlot = 0;
    Style style = Style::Solid;
    Best best = Best::None;  // which point gets the ring
};

// A SeriesPlot draws curves that may grow while it is shown. It pulls: refresh() takes what the series hold now, at most one
// pair of values per pixel column. Title with legend above, how many points are shown below. Wheel zooms at the pointer, drag
// pans, double click or F shows everything. Lives in the GUI thread.
class SeriesPlot : public QWidget {
    Q_OBJECT

public:
    explicit SeriesPlot(QString title, QString unit, QWidget* parent = nullptr);
    ~SeriesPlot() override;

    void setCurves(std::vector<Curve> curves);
    void setTheme(Theme theme);
    void setHorizontalAxis(HorizontalAxis axis);
    void setLogarithmic(bool logarithmic);
    // 0: no smoothing; below 1. The raw values stay visible as a band.
    void setSmoothing(double smoothing);
    void setRawShown(bool shown);

    // Takes new points of the series and redraws. Follows the end of the data unless the user has zoomed.
    void refresh();
    void showAll();
    // Moves the crosshair to `x`, in all plots of a view alike; nothing hides it.
    void setCrosshair(std::optional<double> x);

    // What the reader is told about completeness: drawn and kept points in the view.
    std::size_t pointsShown() const;
    std::size_t pointsInView() const;
    // The picture as it stands, as a file; false when it could not be written.
    bool saveImage(const QString& path) const;
    QCustomPlot* plot() const;

Q_SIGNALS:
    void crosshairMoved(std::optional<double> x);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

}  // namespace seekbench
