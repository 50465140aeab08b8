// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "core/trace/analysis/difference.h"
#include "core/trace/analysis/filter.h"
#include "core/trace/formats/trace_export.h"
#include "widgets/theme/theme.h"

class QComboBox;
class QLabel;
class QTableView;

namespace seekbench {

class ChangeView;
class ProfileTable;
class SegmentedControl;

// The open profile compared with another one: what became faster and slower beyond the noise, by layer or by operator as a table, and by
// layer as an icicle. Lives in the GUI thread.
class DifferenceView : public QWidget {
    Q_OBJECT

public:
    // The open profile is the one after.
    struct Comparison {
        Difference operators, layers;
        bool operator==(const Comparison&) const = default;
    };

    explicit DifferenceView(QWidget* parent = nullptr);

    // The profiles that can be chosen to compare with; `current` is the one that is.
    void setChoices(const QStringList& names, int current);
    void setComparison(std::optional<Comparison> comparison);  // nothing: none
    // Rows of this layer and phase; the span is of the open profile alone and counts nothing here.
    void setFilter(const TraceFilter& filter);
    void setTheme(Theme theme);

    QComboBox& choice() { return *m_choice; }
    QTableView& table() { return *m_table; }
    ChangeView& icicle() { return *m_icicle; }
    QString verdict() const;  // what is said of the whole step
    CsvTable csv() const;     // of the table that is shown

Q_SIGNALS:
    void choicesRequested();  // this is looked at: which profiles there are may have changed
    void otherChosen(int choice);
    void layerActivated(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<DifferenceRow> shownRows() const;
    void showRows();
    void retranslate();

    std::optional<Comparison> m_comparison;
    TraceFilter m_filter;
    QStringList m_choices;
    int m_current = -1;
    QLabel *m_caption, *m_verdict;
    QComboBox* m_choice;
    SegmentedControl* m_by;
    ProfileTable* m_rows;
    QTableView* m_table;
    ChangeView* m_icicle;
};

}  // namespace seekbench
