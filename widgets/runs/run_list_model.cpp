// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_list_model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QtCore/QDateTime>

#include "core/run/metric.h"
#include "widgets/runs/state_words.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

// Rows of groups have no parent; rows of runs carry the number of their group, plus one.
constexpr quintptr kGroupRow = 0;

RunGroup groupOf(const RunSummary& run, QDate today) {
    if (isLive(run.state)) return RunGroup::Running;
    if (run.state == RunState::Queued) return RunGroup::Queued;
    const QDate day = QDateTime::fromMSecsSinceEpoch(std::llround(run.row.created * 1000)).date();
    return day >= today ? RunGroup::Today : RunGroup::Earlier;
}

QString groupWord(RunGroup group) {
    switch (group) {
        case RunGroup::Running: return RunText::tr("Running");
        case RunGroup::Queued: return RunText::tr("Queued");
        case RunGroup::Today: return RunText::tr("Today");
        case RunGroup::Earlier: return RunText::tr("Earlier");
    }
    return {};
}

}  // namespace

QString runDetail(const RunSummary& run) {
    const RunRow& row = run.row;
    const QString epoch = countText(row.epoch), step = countText(row.step);
    switch (run.state) {
        case RunState::Running: {
            const double share = row.totalSteps > 0 ? static_cast<double>(row.step) / static_cast<double>(row.totalSteps) : 0;
            return RunText::tr("epoch %1, %2 %").arg(epoch, percentText(share, 0));
        }
        case RunState::Paused: return RunText::tr("paused in epoch %1").arg(epoch);
        case RunState::Queued: return RunText::tr("queued, seed %1").arg(run.seed);
        case RunState::Finished: return RunText::tr("%1 epochs, %2").arg(countText(row.epochs), durationText(row.stateTime - row.created));
        case RunState::Stopped: return RunText::tr("stopped in epoch %1, can be resumed").arg(epoch);
        case RunState::Interrupted: return RunText::tr("interrupted in epoch %1, can be resumed").arg(epoch);
        case RunState::Failed: return row.reason.empty() ? RunText::tr("failed at step %1").arg(step) : translatedEnglish(row.reason);
        case RunState::Created:
        case RunState::Starting:
        case RunState::Stopping: break;
    }
    return stateWord(run.state);
}

QString bestValidation(const RunSummary& run) {
    for (const MetricKind& metric : metricKinds()) {
        const auto found = run.series.find("val." + std::string(metric.id));
        if (found == run.series.end()) continue;
        const double best = metric.better == SeriesKind::Better::Lower ? found->second.lowest : found->second.highest;
        if (std::isfinite(best)) return metric.scale == MetricKind::Scale::Share ? percentText(best) : figure(best);
    }
    const auto loss = run.series.find(series::kValidationLoss);
    return loss != run.series.end() && std::isfinite(loss->second.lowest) ? figure(loss->second.lowest) : QString();
}

RunListModel::RunListModel(QObject* parent) : QAbstractItemModel(parent), m_today(QDate::currentDate()) {}

void RunListModel::setRuns(std::vector<RunSummary> runs, QDate today) {
    const auto idsOf = [this] {
        std::vector<std::vector<std::string>> ids;
        for (const Group& group : m_groups) {
            ids.emplace_back();
            ids.back().push_back(std::to_string(static_cast<int>(group.kind)));
            for (const std::size_t run : group.runs) ids.back().push_back(m_runs[run].row.id);
        }
        return ids;
    };
    const auto before = idsOf();
    std::vector<RunSummary> old = std::exchange(m_runs, std::move(runs));
    std::erase_if(m_runs, [](const RunSummary& run) { return run.row.trashed; });
    // Ids begin with the time of their making.
    std::ranges::stable_sort(m_runs, std::greater{}, [](const RunSummary& run) -> const std::string& { return run.row.id; });
    m_today = today;
    std::vector<Group> oldGroups = std::exchange(m_groups, grouped());
    if (idsOf() == before) {
        // Only what has changed: a view looks at the height of every row it is told of. The ids stand in the same order, so the rest of
        // the two lists does, too, but for trashed runs, which are in neither.
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            const QModelIndex parent = index(static_cast<int>(group), 0);
            const auto& places = m_groups[group].runs;
            const auto& oldPlaces = oldGroups[group].runs;
            for (std::size_t row = 0; row < places.size(); ++row) {
                if (m_runs[places[row]] == old[oldPlaces[row]]) continue;
                const QModelIndex changed = index(static_cast<int>(row), 0, parent);
                Q_EMIT dataChanged(changed, changed);
            }
        }
        return;
    }
    // The views must ask for nothing between the two: give them back what they know until the reset has begun.
    std::swap(m_runs, old);
    std::swap(m_groups, oldGroups);
    beginResetModel();
    std::swap(m_runs, old);
    std::swap(m_groups, oldGroups);
    endResetModel();
}

void RunListModel::setColourSlots(QHash<QString, int> slots_) {
    const QHash<QString, int> old = std::exchange(m_slots, std::move(slots_));
    if (old == m_slots) return;
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex changed = index(row, 0, parent);
            const QString id = changed.data(IdRole).toString();
            if (old.value(id, -1) != m_slots.value(id, -1)) Q_EMIT dataChanged(changed, changed, {SlotRole});
        }
    }
}

void RunListModel::setFilter(const QString& words) {
    if (words == m_filter) return;
    m_filter = words;
    regroup();
}

void RunListModel::regroup() {
    beginResetModel();
    m_groups = grouped();
    endResetModel();
}

void RunListModel::retranslate() { regroup(); }

std::vector<RunListModel::Group> RunListModel::grouped() const {
    std::array<Group, 4> all{Group{RunGroup::Running, {}}, Group{RunGroup::Queued, {}}, Group{RunGroup::Today, {}},
                             Group{RunGroup::Earlier, {}}};
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const RunRow& row = m_runs[i].row;
        if (!m_filter.isEmpty() && !fromUtf8(row.name).contains(m_filter, Qt::CaseInsensitive) && !fromUtf8(row.id).contains(m_filter))
            continue;
        all[static_cast<std::size_t>(groupOf(m_runs[i], m_today))].runs.push_back(i);
    }
    std::vector<Group> groups;
    for (Group& group : all)
        if (!group.runs.empty()) groups.push_back(std::move(group));
    return groups;
}

void RunListModel::setTicked(const QStringList& ids) {
    const QSet<QString> wanted(ids.begin(), ids.end());
    if (wanted == m_ticked) return;
    const QSet<QString> touched = (wanted | m_ticked) - (wanted & m_ticked);
    m_ticked = wanted;
    for (const QString& id : touched)
        if (const QModelIndex row = indexOf(id); row.isValid()) Q_EMIT dataChanged(row, row, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

// In the order of the list, whether the filter shows them or not.
QStringList RunListModel::ticked() const {
    QStringList ids;
    for (const RunSummary& run : m_runs)
        if (const QString id = fromUtf8(run.row.id); m_ticked.contains(id)) ids.append(id);
    return ids;
}

QModelIndex RunListModel::indexOf(const QString& id) const {
    for (std::size_t group = 0; group < m_groups.size(); ++group)
        for (std::size_t row = 0; row < m_groups[group].runs.size(); ++row)
            if (fromUtf8(m_runs[m_groups[group].runs[row]].row.id) == id) return createIndex(static_cast<int>(row), 0, quintptr{group + 1});
    return {};
}

const RunSummary* RunListModel::run(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kGroupRow) return nullptr;
    return &m_runs[m_groups[index.internalId() - 1].runs[static_cast<std::size_t>(index.row())]];
}

QModelIndex RunListModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kGroupRow);
}

QModelIndex RunListModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kGroupRow) return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, kGroupRow);
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroupRow || parent.column() != 0) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].runs.size());
}

int RunListModel::columnCount(const QModelIndex&) const { return 1; }

QVariant RunListModel::groupData(const Group& group, int role) const {
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return groupWord(group.kind);
        case BestRole: return countText(static_cast<std::int64_t>(group.runs.size()));
        case IsGroupRole: return true;
        default: return {};
    }
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (index.internalId() == kGroupRow) return groupData(m_groups[static_cast<std::size_t>(index.row())], role);
    const RunSummary& summary = *run(index);
    const QString id = fromUtf8(summary.row.id);
    switch (role) {
        case Qt::DisplayRole: return fromUtf8(summary.row.name);
        case Qt::CheckStateRole: return m_ticked.contains(id) ? Qt::Checked : Qt::Unchecked;
        case Qt::ToolTipRole:
            return QStringLiteral("%1\n%2: %3\n%4").arg(fromUtf8(summary.row.name), stateWord(summary.state), runDetail(summary), id);
        case Qt::AccessibleTextRole:
            return QStringList{fromUtf8(summary.row.name), stateWord(summary.state), runDetail(summary), bestValidation(summary)}.join(
                QStringLiteral(", "));
        case IdRole: return id;
        case StateRole: return static_cast<int>(summary.state);
        case SlotRole: return m_slots.value(id, -1);
        case DetailRole: return runDetail(summary);
        case BestRole: return bestValidation(summary);
        case IsGroupRole: return false;
        default: return {};
    }
}

bool RunListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const RunSummary* summary = run(index);
    if (!summary || role != Qt::CheckStateRole) return false;
    const QString id = fromUtf8(summary->row.id);
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(id);
    else
        m_ticked.remove(id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags RunListModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    if (index.internalId() == kGroupRow) return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

}  // namespace seekbench
