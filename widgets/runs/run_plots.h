// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include <QtWidgets/QWidget>

#include "widgets/plot/series_plot.h"

class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;
class QSlider;
class QTimer;

namespace seekbench {

class RunModel;
class SegmentedControl;

// The plots of the Train perspective with the bar that governs them: loss, every validation metric, throughput, memory, gradient norm
// with learning rate. Several runs lie over one another: colour says which run, line style which metric; the first is the one whose
// best point is named. Draws at most 30 times a second, only while visible and only when something has come. Lives in the GUI thread.
class RunPlots : public QWidget {
    Q_OBJECT

public:
    explicit RunPlots(QWidget* parent = nullptr);

    // The runs to draw, the chosen one first. A model that is destroyed leaves by itself.
    void setRuns(std::vector<RunModel*> runs);
    const std::vector<RunModel*>& runs() const { return m_runs; }
    void setTheme(Theme theme);
    // From 0 to below 1, as the slider sets it.
    void setSmoothing(double smoothing);
    double smoothing() const;

    // The plots that are shown now, in reading order.
    std::vector<SeriesPlot*> plots() const;

Q_SIGNALS:
    // By the user: the frame asks for a file and writes plot->exported(format) into it.
    void exportRequested(SeriesPlot* plot, PlotFormat format);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct MetricPlot {
        std::string id;
        SeriesPlot* plot;
    };
    QWidget* makeBar();
    SeriesPlot* makePlot();
    void retranslate();
    void runGone(QObject* run);
    void makeCurves();
    void makeMetricPlots();
    void placePlots();
    // A pattern of a curve for each run: which series, how it looks and what it is called.
    struct CurvePattern {
        std::string series;
        Curve curve;
        QString word;
    };
    std::vector<Curve> curvesOf(const std::vector<CurvePattern>& patterns) const;
    // Validation and training of the metric, and beside them its companions and baselines.
    std::vector<CurvePattern> patternsOf(const std::string& id) const;
    void markDirty();
    void refresh();
    void writeFigures();
    void fillExportMenu();

    Theme m_theme;
    std::vector<RunModel*> m_runs;
    std::size_t m_seriesKnown = 0;  // of all runs, when the curves were made
    bool m_dirty = false;

    SegmentedControl* m_axis;
    QLabel* m_axisLabel;
    QLabel* m_smoothingLabel;
    QSlider* m_smoothing;
    QLabel* m_smoothingValue;
    QPushButton* m_raw;
    QPushButton* m_logarithmic;
    QLabel* m_countGlyph;
    QLabel* m_count;
    QPushButton* m_showAll;
    QPushButton* m_export;
    QMenu* m_exportMenu;
    QGridLayout* m_grid;
    SeriesPlot* m_loss;
    std::vector<MetricPlot> m_metrics;
    SeriesPlot* m_throughput;
    SeriesPlot* m_memory;
    SeriesPlot* m_gradient;
    QTimer* m_timer;
    QTimer* m_counting;  // soon after a plot has drawn
};

}  // namespace seekbench
