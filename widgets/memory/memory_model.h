// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtCore/QAbstractTableModel>

#include "core/run/memory_table.h"

namespace seekbench {

// The layers with what they hold at the peak: forecast beside measured. Takes whole tables; either may be missing.
class MemoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Layer, Forecast, Measured, Error, Weights, Activations, Workspace, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole + 1;  // a number, or the path
    static constexpr int kPathRole = Qt::UserRole + 2;

    explicit MemoryModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setTables(std::optional<MemoryTable> forecast, std::optional<MemoryTable> measured);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::string path;
        MemoryBytes forecast, measured;
        const MemoryBytes& shown(bool isMeasured) const { return isMeasured ? measured : forecast; }
    };
    std::vector<Row> m_rows;
    bool m_hasForecast = false, m_isMeasured = false;
};

}  // namespace seekbench
