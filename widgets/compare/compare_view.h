// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/experiment/experiment.h"
#include "core/store/run_summary.h"
#include "widgets/compare/comparison.h"
#include "widgets/theme/theme.h"

class QFrame;
class QLabel;
class QSplitter;
class QTabBar;
class QTableWidget;

namespace seekbench {

class ComparePlots;
class GraphDifferenceView;
class RunTable;

// The perspective Compare: the table of runs, below it the curves of those that are ticked, and of the first two, A and B, what
// differs in settings and graph and what came out. Shows values and asks for more by signals; reads nothing itself. GUI thread.
class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(QWidget* parent = nullptr);

    void setRuns(std::vector<RunSummary> runs);
    // Answers to the requests below, in any order.
    void setSeriesNames(const std::string& run, std::vector<std::string> names);
    void setPoints(const std::string& run, const std::string& series, const std::vector<Point>& points);
    void setExperiment(const std::string& run, Experiment experiment);
    // The experiment of a run cannot be read; `reason` is told where its differences would stand.
    void setExperimentMissing(const std::string& run, const QString& reason);
    // How well the run B repeated A, in sentences; the first is the verdict.
    void setGrade(const std::string& a, const std::string& b, const QStringList& sentences);
    void setTheme(Theme theme);

    RunTable& table() { return *m_table; }
    ComparePlots& plots() { return *m_plots; }

    QByteArray layoutState() const;
    bool restoreLayoutState(const QByteArray& state);

Q_SIGNALS:
    void seriesNamesRequested(const std::string& run);
    void pointsRequested(const std::string& run, const std::string& series);
    void experimentRequested(const std::string& run);
    void gradeRequested(const std::string& a, const std::string& b);  // of two runs of the same experiment

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildCurves();
    QWidget* buildDifferences();
    void retranslate();
    void showRuns();
    void compare(const std::string& a, const std::string& b);
    void want(const std::vector<std::string>& runs);
    void updateComparison();
    void showSettings();
    void showMetrics();
    void showHeading();
    void wantGrade();
    QString nameOfRun(const std::string& run) const;

    RunTable* m_table;
    ComparePlots* m_plots;
    QFrame* m_heading;
    QLabel *m_swatchA, *m_nameA, *m_versus, *m_swatchB, *m_nameB, *m_figure, *m_figureCaption;
    QTableWidget *m_metrics, *m_settings;
    QLabel* m_grade;
    QTabBar* m_tabs;
    QLabel *m_equal, *m_note, *m_warningIcon, *m_warningText;
    QFrame* m_warning;
    QLabel *m_graphTitle, *m_added, *m_removed, *m_changed, *m_same;
    GraphDifferenceView* m_graph;
    QSplitter *m_vertical, *m_horizontal;

    std::map<std::string, Experiment> m_experiments;
    std::map<std::string, QString> m_missing;  // run → why
    std::set<std::string> m_asked;             // and not answered yet
    std::string m_a, m_b;
    std::vector<ComparedSetting> m_rows;
    std::size_t m_changes = 0;  // between A and B
    Theme m_theme;
};

}  // namespace seekbench
