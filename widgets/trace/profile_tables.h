// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QAbstractTableModel>

#include "core/trace/analysis/difference.h"
#include "core/trace/analysis/memory_peak.h"
#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/step_table.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"
#include "core/trace/formats/trace_export.h"

namespace seekbench {

// Rows of a profile as a table: text at the left, figures at the right, sorted by what they stand for. Takes whole tables.
class ProfileTable : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kSortRole = Qt::UserRole + 1;  // a number, or the text
    static constexpr int kPathRole = Qt::UserRole + 2;  // of the layer that a row is about; empty: none
    static constexpr int kNameRole = Qt::UserRole + 3;  // of the operator
    static constexpr int kRowRole = Qt::UserRole + 4;   // its number in what the table was made of

    explicit ProfileTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // Times are for one step: the sum over `steps` of them.
    void setOperators(const std::vector<OperatorRow>& rows, std::size_t steps);
    void setKernels(const std::vector<KernelRow>& rows, std::size_t steps);
    void setLayers(const std::vector<LayerRow>& rows, std::size_t steps);
    // Either by layer and phase, or by layer, operator and shapes. What the noise explains is grey.
    void setDifference(const std::vector<DifferenceRow>& rows, bool byLayer);
    // A row is a step, in their order; kRowRole is its place.
    void setSteps(const std::vector<StepRow>& rows);
    void setMemory(const std::vector<MemoryPeak::Category>& rows);
    void setGrowth(const std::vector<MemoryPeak::Layer>& rows);
    void setRoofline(const std::vector<RooflinePoint>& rows, std::size_t steps);

    // The whole table, as `seekbench-cli profile show --csv` writes it: sums over all steps, in ns.
    const CsvTable& csv() const { return m_csv; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell {
        QString text;
        QVariant sort;  // a number: the text stands at the right
    };
    struct Row {
        std::vector<Cell> cells;
        QString path, name;
        bool quiet = false;  // in grey: there is nothing to see
    };
    void replace(QStringList columns, std::vector<Row> rows, CsvTable csv);

    QStringList m_columns;
    std::vector<Row> m_rows;
    CsvTable m_csv;
};

}  // namespace seekbench
