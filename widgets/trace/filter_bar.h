// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/trace/analysis/filter.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace seekbench {

// What the tables of a profile are about: boxes to choose a phase and a layer from, and for each choice, and the marked span, a chip whose
// click takes it away. Lives in the GUI thread.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    // What there is to choose from.
    void setChoices(std::vector<std::string> layers, std::vector<Phase> phases);
    void setFilter(const TraceFilter& filter);
    void setBusy(bool busy);         // the tables are still those of the filter before
    void setTableShown(bool shown);  // whether there is something to save as CSV
    const TraceFilter& filter() const { return m_filter; }
    QStringList chips() const;  // their texts
    QString note() const;       // what the figures are about, or that they are being computed

Q_SIGNALS:
    void nodeChosen(const QString& path);  // "": all layers
    void phaseChosen(std::optional<seekbench::Phase> phase);
    void spanCleared();
    void csvRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showChoices();
    void showFilter();
    void showNote();

    std::vector<std::string> m_layers;
    std::vector<Phase> m_phases;
    TraceFilter m_filter;
    bool m_busy = false;
    QLabel* m_caption;
    QComboBox *m_layer, *m_phase;
    QToolButton *m_layerChip, *m_phaseChip, *m_spanChip;
    QLabel* m_note;
    QPushButton* m_csv;
};

}  // namespace seekbench
