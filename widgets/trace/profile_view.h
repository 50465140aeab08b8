// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"
#include "widgets/trace/filtered_tables.h"

class QLabel;
class QLineEdit;
class QTabWidget;
class QTableView;

namespace seekbench {

class AdviceView;
class DifferenceView;
class FilterBar;
class FlameView;
class PeakView;
class ProfileTable;
class RooflinePlot;
class SlicePanel;
class StepBarView;
class TimelineView;

// A profile: the mean step as a bar, the timeline, and below it tables, icicles, the roofline and the comparison with another profile, all
// of what the marked span, the layer and the phase leave over. Escape takes these filters away. What they show is computed by whoever
// answers tablesRequested(); until then the tables of the filter before stay. Lives in the GUI thread.
class ProfileView : public QWidget {
    Q_OBJECT

public:
    explicit ProfileView(QWidget* parent = nullptr);

    void setProfile(SharedProfile data);  // nullptr: none
    const SharedProfile& profile() const { return m_data; }
    // The answer to tablesRequested(). One for another profile or another filter than those of now comes too late and is left out.
    void setTables(const SharedProfile& profile, const SharedTables& tables);
    bool isBusy() const;  // an answer is due
    // What to say while there is none.
    void setMessage(const QString& sentence);
    void setTheme(Theme theme);
    // Filters by the layer with this path, "" for all, and selects its next slice.
    void showNode(const QString& path);
    void setPhase(std::optional<Phase> phase);
    void clearFilters();
    void showRoofline();  // its tab

    TimelineView& timeline() { return *m_timeline; }
    QTableView& operators() { return *m_operators; }
    QTableView& kernels() { return *m_kernels; }
    QTableView& layers() { return *m_layers; }
    RooflinePlot& rooflinePlot() { return *m_rooflinePlot; }
    DifferenceView& difference() { return *m_difference; }
    AdviceView& advice() { return *m_advice; }
    PeakView& peak() { return *m_peak; }
    QTableView& steps() { return *m_steps; }
    FilterBar& filterBar() { return *m_filterBar; }
    QTabWidget& tabs() { return *m_tabs; }
    StepBarView& bar() { return *m_bar; }
    SlicePanel& panel() { return *m_panel; }  // a dock of whoever shows this view
    QString summary() const;

Q_SIGNALS:
    // What the tables show of the profile under this filter is wanted: tablesOf(), on another thread. The last one counts.
    void tablesRequested(const seekbench::SharedProfile& profile, const seekbench::TraceFilter& filter);
    void nodeActivated(const QString& path);
    void csvRequested(const QString& name, const QByteArray& text);  // to be saved as a file of about this name
    void csvCopied(const QByteArray& text);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTableView* addTable(ProfileTable* model, QWidget* parent);
    void makeTabs();
    void connectParts();
    void connectTables();
    TraceFilter filter() const;
    std::size_t stepsIn(const TraceFilter& filter) const;
    std::optional<std::pair<QString, QByteArray>> csvOfTab() const;
    void requestCsv();
    void openTableMenu(QTableView* table, const QPoint& at);
    void setNode(const QString& path);
    void choosePoint(std::size_t point);
    void requestTables();
    void showBusy();
    void showTables();
    void showChoices();
    void showSummary();
    void retranslate();

    Theme m_theme;
    SharedProfile m_data;
    QString m_node, m_message;
    std::optional<Phase> m_phase;
    SharedTables m_tables;               // that are shown; nullptr: none
    std::optional<TraceFilter> m_asked;  // whose tables are due
    QLabel *m_title, *m_trust, *m_hint;
    QLineEdit* m_search;
    StepBarView* m_bar;
    TimelineView* m_timeline;
    FilterBar* m_filterBar;
    QTabWidget* m_tabs;
    ProfileTable *m_layerRows, *m_operatorRows, *m_kernelRows, *m_rooflineRows, *m_stepRows;
    QTableView *m_layers, *m_operators, *m_kernels, *m_roofline, *m_steps;
    PeakView* m_peak;
    RooflinePlot* m_rooflinePlot;
    FlameView *m_flame, *m_layerFlame;
    DifferenceView* m_difference;
    AdviceView* m_advice;
    SlicePanel* m_panel;
};

}  // namespace seekbench
