// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"
#include "widgets/trace/profile_data.h"

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTabWidget;
class QTableView;

namespace seekbench {

class FlameView;
class ProfileTable;
class SlicePanel;
class StepBarView;
class TimelineView;

// A profile: the mean step as a bar, the timeline, and below it tables and the icicle of what the marked span, the layer and the phase
// leave over. Lives in the GUI thread.
class ProfileView : public QWidget {
    Q_OBJECT

public:
    explicit ProfileView(QWidget* parent = nullptr);

    void setProfile(SharedProfile data);  // nullptr: none
    // What to say while there is none.
    void setMessage(const QString& sentence);
    void setTheme(Theme theme);
    // Selects the next slice of the layer with this path, and its row.
    void showNode(const QString& path);

    TimelineView& timeline() { return *m_timeline; }
    QTableView& operators() { return *m_operators; }
    QTableView& layers() { return *m_layers; }
    const StepBarView& bar() const { return *m_bar; }
    SlicePanel& panel() { return *m_panel; }  // a dock of whoever shows this view
    QString summary() const;

Q_SIGNALS:
    void nodeActivated(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    QTableView* addTable(ProfileTable* model);
    void connectParts();
    TraceFilter filter() const;
    std::size_t stepsIn(const TraceFilter& filter) const;
    void showTables();
    void showLayers();
    void showSummary();
    void retranslate();

    Theme m_theme;
    SharedProfile m_data;
    QString m_node, m_message;
    QLabel *m_title, *m_trust, *m_hint, *m_filter;
    QLineEdit* m_search;
    StepBarView* m_bar;
    TimelineView* m_timeline;
    QTabWidget* m_tabs;
    ProfileTable *m_layerRows, *m_operatorRows, *m_rooflineRows;
    QTableView *m_layers, *m_operators, *m_roofline;
    FlameView *m_flame, *m_layerFlame;
    SlicePanel* m_panel;
};

}  // namespace seekbench
