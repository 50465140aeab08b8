// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_table_model.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QDateTime>

#include "widgets/runs/run_table_records.h"
#include "widgets/runs/state_words.h"
#include "widgets/text/figures.h"

namespace seekbench {

RunTableModel::RunTableModel(QObject* parent) : QAbstractItemModel(parent) {
    m_groups.emplace_back();
    indexGroups();
    setFont(QFont());
}
RunTableModel::~RunTableModel() = default;

void RunTableModel::setTheme(Theme theme) {
    m_theme = theme;
    announceAll();
}

void RunTableModel::setFont(const QFont& font) {
    m_font = font;
    m_bold = font;
    m_bold.setBold(true);
}

void RunTableModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    announceAll();
}

// --- structure ---

QModelIndex RunTableModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? m_groups[static_cast<std::size_t>(parent.row())].serial : quintptr(0));
}

QModelIndex RunTableModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return {};
    return createIndex(static_cast<int>(placeOf(index.internalId())), 0, quintptr(0));
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(isTree() ? m_groups.size() : m_groups.front().rows.size());
    if (!isTree() || parent.internalId() != 0 || parent.column() != 0) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size());
}

int RunTableModel::columnCount(const QModelIndex&) const { return static_cast<int>(runColumns().size()); }

std::size_t RunTableModel::placeOf(quintptr serial) const { return serial < m_places.size() ? m_places[serial] : m_groups.size(); }

const RunTableModel::Record* RunTableModel::recordAt(const QModelIndex& index) const {
    if (!index.isValid() || (isTree() && index.internalId() == 0)) return nullptr;
    const std::size_t place = isTree() ? placeOf(index.internalId()) : 0;
    return place < m_groups.size() ? m_groups[place].rows[static_cast<std::size_t>(index.row())] : nullptr;
}

const RunTableModel::Group* RunTableModel::groupAt(const QModelIndex& index) const {
    if (!index.isValid() || !isTree() || index.internalId() != 0) return nullptr;
    return &m_groups[static_cast<std::size_t>(index.row())];
}

const RunSummary* RunTableModel::run(const std::string& id) const {
    const auto found = m_records.find(id);
    return found == m_records.end() ? nullptr : &found->second->run;
}

const RunSummary* RunTableModel::run(const QModelIndex& index) const {
    const Record* record = recordAt(index);
    return record ? &record->run : nullptr;
}

QModelIndex RunTableModel::indexOf(const std::string& id, RunColumn column) const {
    const auto found = m_records.find(id);
    if (found == m_records.end() || !found->second->placed) return {};
    return createIndex(static_cast<int>(found->second->row), static_cast<int>(column), found->second->group);
}

std::vector<std::string> RunTableModel::runsAt(const QModelIndex& index) const {
    std::vector<std::string> runs;
    if (const Group* group = groupAt(index))
        for (const Record* record : group->rows) runs.push_back(record->run.row.id);
    else if (const Record* record = recordAt(index))
        runs.push_back(record->run.row.id);
    return runs;
}

std::size_t RunTableModel::runsInView() const {
    std::size_t count = 0;
    for (const Group& group : m_groups) count += group.rows.size();
    return count;
}

// --- what is shown ---

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto column = static_cast<RunColumn>(index.column());
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignVCenter | (specOf(column).number ? Qt::AlignRight : Qt::AlignLeft));
    if (const Group* group = groupAt(index)) return groupData(*group, column, role);
    const Record* record = recordAt(index);
    return record ? runData(*record, column, role) : QVariant();
}

QVariant RunTableModel::runData(const Record& record, RunColumn column, int role) const {
    const RunColumnSpec& spec = specOf(column);
    const RunSummary& run = record.run;
    switch (role) {
        case Qt::DisplayRole:
            if (spec.number) return spec.figure(spec.number(run));
            if (column == RunColumn::Difference) return record.difference ? differenceText(*record.difference) : QString();
            return spec.text ? spec.text(run) : QString();
        case Qt::EditRole:
            if (column == RunColumn::Name) return fromUtf8(run.row.name);
            if (column == RunColumn::Notes) return fromUtf8(run.row.notes);
            return runData(record, column, Qt::DisplayRole);
        case Qt::CheckStateRole:
            if (column != RunColumn::Shown) return {};
            return QVariant::fromValue(record.shown ? Qt::Checked : Qt::Unchecked);
        case Qt::FontRole: return column == RunColumn::BestAccuracy ? m_bold : m_font;
        case Qt::ForegroundRole:
            if (column == RunColumn::Device || column == RunColumn::Notes || column == RunColumn::Difference)
                return m_theme[Colour::SecondText];
            return m_theme[Colour::Text];
        case Qt::ToolTipRole:
            if (column == RunColumn::Run) return fromUtf8(run.row.id);
            if (column == RunColumn::Name) return fromUtf8(run.row.name);
            if (column == RunColumn::Notes) return fromUtf8(run.row.notes);
            if (column == RunColumn::State) return fromUtf8(run.row.reason);
            return {};
        case Qt::AccessibleTextRole:
            if (column == RunColumn::Shown) return record.shown ? tr("curves shown") : tr("curves hidden");
            if (column == RunColumn::Colour) return tr("colour %1").arg(colourSlot(run.row.colour).value_or(0) + 1);
            return runData(record, column, Qt::DisplayRole);
        case RunIdRole: return fromUtf8(run.row.id);
        case ColourSlotRole: return colourSlot(run.row.colour).value_or(0);
        case StateRole: return static_cast<int>(run.state);
        case IsGroupRole: return false;
        case IsTrashedRole: return run.row.trashed;
        case MissingDifferenceRole: return !record.difference.has_value();
        case SortRole: return spec.number ? QVariant(spec.number(run)) : runData(record, column, Qt::DisplayRole);
        default: return {};
    }
}

SampleMean RunTableModel::meanOf(const Group& group, RunColumn column) const {
    std::vector<double> values;
    for (const Record* record : group.rows) values.push_back(specOf(column).number(record->run));
    return sampleMean(values);
}

QString RunTableModel::groupTitle(const Group& group) const {
    const RunSummary& first = group.rows.front()->run;
    if (m_grouping == RunGrouping::Day)
        return QDateTime::fromSecsSinceEpoch(std::llround(first.row.created)).toString(QStringLiteral("yyyy-MM-dd"));
    return first.row.name.empty() ? shortRunId(first.row.id) : fromUtf8(first.row.name);
}

int RunTableModel::shownState(const Group& group) const {
    const auto shown = std::ranges::count_if(group.rows, [](const Record* record) { return record->shown; });
    if (shown == 0) return Qt::Unchecked;
    return shown == std::ssize(group.rows) ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant RunTableModel::groupData(const Group& group, RunColumn column, int role) const {
    if (group.rows.empty()) return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            if (column == RunColumn::Run) return groupTitle(group);
            if (column == RunColumn::Seed) return tr("n = %1").arg(group.rows.size());
            if (column == RunColumn::State) return tr("mean, 95 % interval");
            // The interval stands beside the mean; what would stand there of the latest values would be a second mean.
            if (column == RunColumn::LastAccuracy) {
                const SampleMean mean = meanOf(group, RunColumn::BestAccuracy);
                if (!std::isfinite(mean.low)) return QStringLiteral("–");
                return tr("%1 – %2", "an interval").arg(percentText(mean.low), percentText(mean.high));
            }
            if (specOf(column).averaged) return specOf(column).figure(meanOf(group, column).mean);
            return {};
        case Qt::CheckStateRole:
            return column == RunColumn::Shown ? QVariant::fromValue(static_cast<Qt::CheckState>(shownState(group))) : QVariant();
        case Qt::FontRole: return column == RunColumn::Run || column == RunColumn::BestAccuracy ? m_bold : m_font;
        case Qt::BackgroundRole: return m_theme[Colour::Alternate];
        case Qt::ForegroundRole:
            return m_theme[column == RunColumn::State || column == RunColumn::Seed || column == RunColumn::LastAccuracy ? Colour::SecondText
                                                                                                                        : Colour::Text];
        case Qt::ToolTipRole:
            if (!specOf(column).averaged && column != RunColumn::LastAccuracy) return {};
            {
                const SampleMean mean = meanOf(group, column == RunColumn::LastAccuracy ? RunColumn::BestAccuracy : column);
                if (mean.n < 2) return tr("n = %1: one value has no interval").arg(mean.n);
                const auto figure = specOf(column).figure;
                return tr("mean %1, 95 % interval %2 – %3, n = %4").arg(figure(mean.mean), figure(mean.low), figure(mean.high)).arg(mean.n);
            }
        case ColourSlotRole: return colourSlot(group.rows.front()->run.row.colour).value_or(0);
        case IsGroupRole: return true;
        default: return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto column = static_cast<RunColumn>(section);
    const bool isNarrow = column == RunColumn::Shown || column == RunColumn::Colour;
    if (role == Qt::DisplayRole) return isNarrow ? QString() : titleOf(column);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) return titleOf(column);
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignVCenter | (specOf(column).number ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const auto column = static_cast<RunColumn>(index.column());
    if (column == RunColumn::Shown) flags |= Qt::ItemIsUserCheckable;
    if (groupAt(index)) return flags;
    if (column == RunColumn::Name || column == RunColumn::Notes) flags |= Qt::ItemIsEditable;
    return flags | Qt::ItemNeverHasChildren;
}

// --- what the user does ---

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto column = static_cast<RunColumn>(index.column());
    if (role == Qt::CheckStateRole && column == RunColumn::Shown) {
        const bool show = value.toInt() == Qt::Checked;
        auto shown = m_shown;
        for (const std::string& run : runsAt(index)) {
            std::erase(shown, run);
            if (show) shown.push_back(run);
        }
        setShownRuns(std::move(shown));
        return true;
    }
    const RunSummary* changed = run(index);
    if (role != Qt::EditRole || !changed || (column != RunColumn::Name && column != RunColumn::Notes)) return false;
    const RunNote before = noteOf(*changed);
    RunNote after = before;
    (column == RunColumn::Name ? after.name : after.notes) = value.toString().trimmed().toStdString();
    if (after == before) return false;
    Q_EMIT noteChangesRequested({{changed->row.id, before, after}},
                                column == RunColumn::Name ? tr("Rename run %1").arg(shortRunId(changed->row.id))
                                                          : tr("Change the notes of run %1").arg(shortRunId(changed->row.id)));
    return true;
}

void RunTableModel::setShownRuns(std::vector<std::string> runs) {
    std::erase_if(runs, [&](const std::string& id) { return !m_records.contains(id); });
    if (runs == m_shown) return;
    for (const std::string& id : m_shown)
        if (const auto record = m_records.find(id); record != m_records.end()) record->second->shown = false;
    m_shown = std::move(runs);
    for (const std::string& id : m_shown) m_records.at(id)->shown = true;
    const auto announceColumn = [&](const QModelIndex& parent) {
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), {Qt::CheckStateRole});
    };
    announceColumn({});
    if (isTree())
        for (int row = 0; row < rowCount(); ++row) announceColumn(index(row, 0));
    Q_EMIT shownRunsChanged(m_shown);
}

void RunTableModel::setDifference(const std::string& run, DifferenceCounts counts) {
    const auto found = m_records.find(run);
    if (found == m_records.end() || found->second->difference == counts) return;
    found->second->difference = counts;
    if (const QModelIndex at = indexOf(run, RunColumn::Difference); at.isValid()) Q_EMIT dataChanged(at, at);
}

void RunTableModel::clearDifferences() {
    for (auto& [id, record] : m_records) record->difference.reset();
    announceAll();
}

}  // namespace seekbench
