// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "core/experiment/memory_forecast.h"
#include "core/run/memory_table.h"
#include "widgets/theme/theme.h"

class QLabel;
class QSortFilterProxyModel;
class QTableView;
class QTimer;

namespace seekbench {

class MemoryBar;
class MemoryChart;
class MemoryModel;
class RunModel;

// Where the memory of a run goes: the peaks of its steps by what they are for, and the layers at the highest one, with the forecast beside
// what was measured. Draws at most ten times a second, and only while visible. Lives in the GUI thread.
class MemoryView : public QWidget {
    Q_OBJECT

public:
    explicit MemoryView(QWidget* parent = nullptr);

    // The run whose series are drawn; nullptr: none.
    void setRun(RunModel* run);
    // Of the run's experiment, and what its worker has measured; nothing: not known (yet).
    void setForecast(std::optional<MemoryForecast> forecast);
    void setMeasured(std::optional<MeasuredMemory> measured);
    void setTheme(Theme theme);

    const MemoryModel& model() const { return *m_model; }
    QTableView& table() { return *m_table; }
    QString summary() const;

Q_SIGNALS:
    void layerActivated(const QString& path);  // double click or Enter on a layer's row

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void markDirty();
    void refresh();
    void showTables();
    void retranslate();

    Theme m_theme;
    RunModel* m_run = nullptr;
    std::optional<MemoryForecast> m_forecast;
    std::optional<MeasuredMemory> m_measured;
    bool m_dirty = false;
    QLabel *m_summary, *m_legend;
    MemoryBar *m_forecastBar, *m_measuredBar;
    QLabel *m_forecastName, *m_measuredName;
    MemoryChart* m_chart;
    MemoryModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    QTimer* m_timer;
};

}  // namespace seekbench
