// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data/description_models.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtGui/QFont>

#include "widgets/text/figures.h"

namespace seekbench {
namespace {

QString dayText(double seconds) {
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds), QTimeZone::utc()).date().toString(Qt::ISODate);
}

}  // namespace

ColumnModel::ColumnModel(QObject* parent) : QAbstractTableModel(parent) {}

void ColumnModel::setDescription(const FileDescription& description) {
    beginResetModel();
    m_description = description;
    // What pairs of columns are compared by is of no interest here, and large.
    for (ColumnFacts& column : m_description.columns) {
        column.sampleNumbers.clear();
        column.sampleCodes.clear();
    }
    m_ignored.clear();
    m_parts.clear();
    endResetModel();
}

void ColumnModel::setRoles(std::set<std::size_t> ignored, std::map<std::size_t, QString> parts) {
    if (ignored == m_ignored && parts == m_parts) return;
    m_ignored = std::move(ignored);
    m_parts = std::move(parts);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, FieldCount - 1));
}

void ColumnModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, FieldCount - 1);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, FieldCount - 1));
}

int ColumnModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_description.columns.size()); }
int ColumnModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : FieldCount; }

QString ColumnModel::textOf(const ColumnFacts& facts, int field) const {
    const auto value = [&](const std::optional<double>& number) {
        if (!number) return QStringLiteral("–");
        return facts.type == ColumnType::Date ? dayText(*number) : figure(*number);
    };
    switch (field) {
        case Name: return fromUtf8(facts.name);
        case Type: {
            if (!facts.extents.empty()) {
                QStringList extents;
                for (const std::int64_t extent : facts.extents) extents.append(QString::number(extent));
                return extents.join(QStringLiteral(" × "));
            }
            switch (facts.type) {
                case ColumnType::Number: return tr("Numbers");
                case ColumnType::Date: return tr("Dates");
                case ColumnType::Category: return tr("Words");
                case ColumnType::Text: return tr("Free text");
            }
            return {};
        }
        case Values: return countText(facts.count);
        case Missing: return countText(facts.missing);
        case Distinct: return facts.distinctIsExact ? countText(facts.distinct) : tr("about %1").arg(countText(facts.distinct));
        case Minimum: return value(facts.minimum);
        case Maximum: return value(facts.maximum);
        case Mean: return value(facts.mean);
        default: return {};
    }
}

QVariant ColumnModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const ColumnFacts& facts = m_description.columns[row];
    const auto part = m_parts.find(row);
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == Name && part != m_parts.end()) return QStringLiteral("%1 (%2)").arg(textOf(facts, Name), part->second);
            return textOf(facts, index.column());
        case Qt::TextAlignmentRole:
            return QVariant(index.column() > Type ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
        case Qt::CheckStateRole:
            if (index.column() != Name || !isTable() || part != m_parts.end()) return {};
            return m_ignored.contains(row) ? Qt::Unchecked : Qt::Checked;
        case Qt::FontRole: {
            QFont font;
            font.setBold(part != m_parts.end());
            return font;
        }
        case Qt::ToolTipRole: {
            if (facts.classes.empty()) return textOf(facts, index.column());
            QStringList lines;
            constexpr std::size_t kListed = 12;
            for (std::size_t i = 0; i < std::min(kListed, facts.classes.size()); ++i)
                lines.append(QStringLiteral("%1: %2").arg(fromUtf8(facts.classes[i].name), countText(facts.classes[i].count)));
            if (facts.classes.size() > kListed) lines.append(QStringLiteral("…"));
            return lines.join(QLatin1Char('\n'));
        }
        default: return {};
    }
}

bool ColumnModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || index.column() != Name || !isTable()) return false;
    Q_EMIT columnUsed(static_cast<std::size_t>(index.row()), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Name && isTable() && !m_parts.contains(static_cast<std::size_t>(index.row()))) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section > Type ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Column");
        case Type: return tr("Type");
        case Values: return tr("Values");
        case Missing: return tr("Missing");
        case Distinct: return tr("Different");
        case Minimum: return tr("Least");
        case Maximum: return tr("Greatest");
        case Mean: return tr("Mean");
        default: return {};
    }
}

FirstRowsModel::FirstRowsModel(QObject* parent) : QAbstractTableModel(parent) {}

void FirstRowsModel::setDescription(const FileDescription& description) {
    beginResetModel();
    m_rows = description.firstRows;
    m_columns.clear();
    const std::size_t shown = m_rows.empty() ? 0 : m_rows.front().size();
    for (std::size_t i = 0; i < shown; ++i) m_columns.emplace_back(description.columns[i].name, description.columns[i].type);
    endResetModel();
}

int FirstRowsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int FirstRowsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

QVariant FirstRowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return fromUtf8(m_rows[static_cast<std::size_t>(index.row())][column]);
    if (role == Qt::TextAlignmentRole && m_columns[column].second == ColumnType::Number) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant FirstRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    return fromUtf8(m_columns[static_cast<std::size_t>(section)].first);
}

}  // namespace seekbench
