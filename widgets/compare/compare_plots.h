// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/store/run_summary.h"
#include "widgets/plot/series.h"
#include "widgets/theme/theme.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace seekbench {

class SegmentedControl;
class SeriesPlot;

// The curves of the chosen runs laid over one another: two plots, each of a series one chooses, over step, time or epoch, with one
// crosshair. Colour says which run. Asks for points it does not have; those of runs that grow are asked for again. GUI thread.
class ComparePlots : public QWidget {
    Q_OBJECT

public:
    explicit ComparePlots(QWidget* parent = nullptr);
    ~ComparePlots() override;

    // The runs whose curves are drawn, in this order.
    void setRuns(std::vector<RunSummary> runs);
    // The series that a run has written, those with a value a step included.
    void setSeriesNames(const std::string& run, std::vector<std::string> names);
    void setPoints(const std::string& run, const std::string& series, const std::vector<Point>& points);
    void setTheme(Theme theme);
    // Which series the plots show: "val.accuracy".
    void setSeries(int plot, const std::string& series);

    SeriesPlot* plot(int index) const;

Q_SIGNALS:
    void seriesNamesRequested(const std::string& run);
    void pointsRequested(const std::string& run, const std::string& series);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Panel {
        QComboBox* choice = nullptr;
        QVBoxLayout* layout = nullptr;
        SeriesPlot* plot = nullptr;
        std::string series;
    };
    // The points of one series of one run, and of how many values they were asked for.
    struct Curves {
        std::unique_ptr<Series> series;
        std::int64_t asked = -1;
    };
    using Key = std::pair<std::string, std::string>;

    void makePlot(Panel& panel);
    void showCurves(Panel& panel);
    void ask();
    void updateChoices();
    void retranslate();
    void share(std::optional<double> x);
    void setAxis(int axis);
    const RunSummary* run(const std::string& id) const;

    std::vector<RunSummary> m_runs;
    std::map<std::string, std::vector<std::string>> m_seriesNames;  // by run; empty until they have come
    std::map<Key, Curves> m_curves;
    Panel m_panels[2];
    std::set<std::string> m_offered;  // series to choose from
    QLabel *m_axisLabel, *m_empty;
    SegmentedControl* m_axis;
    QWidget* m_plots;
    Theme m_theme;
};

// What a series is called in words: "Validation accuracy".
QString seriesTitle(const std::string& series);

}  // namespace seekbench
