// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/memory/memory_model.h"

#include <algorithm>
#include <map>

#include "widgets/memory/memory_words.h"
#include "widgets/text/figures.h"

namespace seekbench {

void MemoryModel::setTables(std::optional<MemoryTable> forecast, std::optional<MemoryTable> measured) {
    std::vector<Row> rows;
    std::map<std::string, std::size_t, std::less<>> places;
    const auto rowOf = [&](const std::string& path) -> Row& {
        const auto [place, isNew] = places.emplace(path, rows.size());
        if (isNew) rows.push_back({.path = path, .forecast = {}, .measured = {}});
        return rows[place->second];
    };
    if (forecast)
        for (const MemoryTable::Row& row : forecast->rows) rowOf(row.path).forecast = row.bytes;
    if (measured)
        for (const MemoryTable::Row& row : measured->rows) rowOf(row.path).measured = row.bytes;
    beginResetModel();
    m_rows = std::move(rows);
    m_hasForecast = forecast.has_value();
    m_isMeasured = measured.has_value();
    endResetModel();
}

void MemoryModel::retranslate() {
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int MemoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int MemoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant MemoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == kPathRole) return QString::fromStdString(row.path);
    const MemoryBytes& shown = row.shown(m_isMeasured);
    const auto weights = shown[MemoryCategory::Parameters] + shown[MemoryCategory::Gradients] + shown[MemoryCategory::Optimizer];
    const auto bytes = [&](std::int64_t number, bool known = true) -> QVariant {
        if (role == kSortRole) return known ? QVariant(static_cast<qlonglong>(number)) : QVariant();
        if (role == Qt::DisplayRole) return known && number != 0 ? bytesText(number) : QStringLiteral("–");
        return {};
    };
    if (role == Qt::ToolTipRole) return memorySentence(shown);
    if (role == Qt::TextAlignmentRole)
        return index.column() == Layer ? QVariant() : QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
    switch (index.column()) {
        case Layer:
            if (role == kSortRole) return QString::fromStdString(row.path);
            if (role != Qt::DisplayRole) return {};
            return row.path.empty() ? tr("batch, loss, way back") : QString::fromStdString(row.path);
        case Forecast: return bytes(row.forecast.total(), m_hasForecast);
        case Measured: return bytes(row.measured.total(), m_isMeasured);
        case Error: {
            const auto measured = static_cast<double>(row.measured.total());
            if (!m_isMeasured || !m_hasForecast || measured <= 0)
                return role == Qt::DisplayRole ? QVariant(QStringLiteral("–")) : QVariant();
            const double share = static_cast<double>(row.forecast.total()) / measured - 1;
            if (role == kSortRole) return share;
            return role == Qt::DisplayRole
                       ? QVariant((share > 0 ? QStringLiteral("+") : QString()) + percentText(share, 1) + QStringLiteral(" %"))
                       : QVariant();
        }
        case Weights: return bytes(weights);
        case Activations: return bytes(shown[MemoryCategory::Activations] + shown[MemoryCategory::Input]);
        case Workspace: return bytes(shown[MemoryCategory::Workspace]);
        default: return {};
    }
}

QVariant MemoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Layer: return tr("Layer");
        case Forecast: return tr("Forecast");
        case Measured: return tr("Measured");
        case Error: return tr("Error of the forecast");
        case Weights: return tr("Weights");
        case Activations: return tr("Activations");
        case Workspace: return tr("Workspace");
        default: return {};
    }
}

}  // namespace seekbench
