// SPDX-License-Identifier: GPL-3.0-or-later
// How RunTableModel comes from one arrangement of rows to the next: rows that go are removed, those that stay are put into the new
// order, those that come are inserted. Views keep selection, current row and scroll position through all of it.

#include <algorithm>
#include <cmath>
#include <set>

#include <QtCore/QDateTime>

#include "widgets/runs/run_table_model.h"
#include "widgets/runs/run_table_records.h"
#include "widgets/text/figures.h"

namespace seekbench {

void RunTableModel::setRuns(std::vector<RunSummary> runs) {
    std::vector<Record*> changed;
    const bool moved = take(std::move(runs), changed);
    if (moved) arrange();
    announce(changed);
    m_gone.clear();
    const auto shown = m_shown.size();
    std::erase_if(m_shown, [&](const std::string& id) { return !m_records.contains(id); });
    Q_EMIT countsChanged();
    if (m_shown.size() != shown) Q_EMIT shownRunsChanged(m_shown);
}

// Brings the records in line with the list. True when rows may have to move.
bool RunTableModel::take(std::vector<RunSummary> runs, std::vector<Record*>& changed) {
    ++m_round;
    bool moved = false;
    for (RunSummary& run : runs) {
        auto& record = m_records[run.row.id];
        if (!record) {
            record = std::make_unique<Record>();
            moved = true;
        }
        record->listed = m_round;
        if (!(record->run == run)) {
            record->run = std::move(run);
            changed.push_back(record.get());
        }
    }
    if (m_records.size() > runs.size()) {
        for (auto entry = m_records.begin(); entry != m_records.end();) {
            if (entry->second->listed == m_round) {
                ++entry;
                continue;
            }
            m_gone.push_back(std::move(entry->second));
            entry = m_records.erase(entry);
            moved = true;
        }
    }
    m_trashed = static_cast<std::size_t>(std::ranges::count_if(m_records, [](const auto& entry) { return entry.second->run.row.trashed; }));
    return moved || !changed.empty();
}

void RunTableModel::setFilter(const RunFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    arrange();
    Q_EMIT countsChanged();
}

void RunTableModel::setTrashShown(bool shown) {
    if (shown == m_trashShown) return;
    m_trashShown = shown;
    arrange();
    Q_EMIT countsChanged();
}

// Another tree: every index changes. Asked for by the user; the view puts the selection back by ids.
void RunTableModel::setGrouping(RunGrouping grouping) {
    if (grouping == m_grouping) return;
    beginResetModel();
    m_grouping = grouping;
    m_serials.clear();
    for (auto& [id, record] : m_records) record->placed = false;
    m_groups = arranged();
    if (!isTree() && m_groups.empty()) m_groups.emplace_back();
    renumber();
    endResetModel();
}

void RunTableModel::sort(int column, Qt::SortOrder order) {
    // Column −1 is the order of the list: newest first.
    m_sortColumn = column < 0 ? RunColumn::Created : static_cast<RunColumn>(column);
    m_sortOrder = column < 0 ? Qt::DescendingOrder : order;
    arrange();
}

bool RunTableModel::isVisible(const Record& record) const {
    return record.listed != 0 && record.run.row.trashed == m_trashShown && (m_filter.isEmpty() || m_filter.matches(record.run));
}

QString RunTableModel::groupKey(const RunSummary& run) const {
    switch (m_grouping) {
        case RunGrouping::None: break;
        // What cannot be read is like nothing else.
        case RunGrouping::Experiment: return fromUtf8(run.variant.empty() ? run.row.id : run.variant);
        case RunGrouping::Day: return QDateTime::fromSecsSinceEpoch(std::llround(run.row.created)).date().toString(Qt::ISODate);
    }
    return {};
}

// Rows in the order in which they are to stand, in their groups.
RunTableModel::Groups RunTableModel::arranged() {
    ++m_round;
    // Keys once a run, not once a comparison.
    struct Keyed {
        Record* record;
        double number = 0;
        QString text;
    };
    const RunColumnSpec& spec = specOf(m_sortColumn);
    const bool byShown = m_sortColumn == RunColumn::Shown;
    const bool byNumber = spec.number || byShown || m_sortColumn == RunColumn::Colour;
    std::vector<Keyed> keyed;
    keyed.reserve(m_records.size());
    for (auto& [id, record] : m_records) {
        if (!isVisible(*record)) continue;
        Keyed& key = keyed.emplace_back(Keyed{record.get()});
        if (spec.number)
            key.number = spec.number(record->run);
        else if (byShown)
            key.number = record->shown;
        else if (byNumber)
            key.number = colourSlot(record->run.row.colour).value_or(0);
        else
            key.text = runData(*record, m_sortColumn, Qt::DisplayRole).toString().toCaseFolded();
    }
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
        if (byNumber) {
            const bool none = std::isnan(a.number), otherNone = std::isnan(b.number);
            if (none != otherNone) return otherNone;  // what has no figure stands last in either order
            if (!none && a.number != b.number) return (a.number < b.number) == ascending;
        } else if (a.text != b.text) {
            if (a.text.isEmpty() != b.text.isEmpty()) return b.text.isEmpty();
            return (QString::localeAwareCompare(a.text, b.text) < 0) == ascending;
        }
        const RunRow &left = a.record->run.row, &right = b.record->run.row;
        return left.created != right.created ? left.created > right.created : left.id > right.id;
    });

    Groups groups;
    std::map<quintptr, std::size_t> places;
    if (!isTree()) {
        groups.emplace_back();
        places.emplace(0, 0);
    }
    for (const Keyed& key : keyed) {
        quintptr serial = 0;
        if (isTree()) {
            const QString name = groupKey(key.record->run);
            serial = m_serials.try_emplace(name, m_serials.size() + 1).first->second;
            if (places.try_emplace(serial, groups.size()).second) groups.push_back({serial, name, {}});
        }
        key.record->wantedRound = m_round;
        key.record->wantedGroup = serial;
        groups[places.at(serial)].rows.push_back(key.record);
    }
    sortGroups(groups);
    return groups;
}

// By their mean where the column has one: one lucky seed must not put a group first.
void RunTableModel::sortGroups(Groups& groups) const {
    if (!isTree() || !specOf(m_sortColumn).averaged) return;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < groups.size(); ++i) order.emplace_back(meanOf(groups[i], m_sortColumn).mean, i);
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        if (std::isnan(a.first) || std::isnan(b.first)) return !std::isnan(a.first) && std::isnan(b.first);
        return a.first != b.first && (a.first < b.first) == ascending;
    });
    Groups sorted;
    for (const auto& [mean, i] : order) sorted.push_back(std::move(groups[i]));
    groups = std::move(sorted);
}

void RunTableModel::arrange() {
    const Groups target = arranged();
    removeAll(target);
    reorder(target);
    insertAll(target);
    renumber();
}

namespace {

// Calls `act(first, last)` for the runs of consecutive places where `is` holds, from the end.
template <class Is, class Act>
void eachRangeFromEnd(std::size_t count, Is is, Act act) {
    for (std::size_t end = count; end > 0;) {
        if (!is(end - 1)) {
            --end;
            continue;
        }
        std::size_t begin = end - 1;
        while (begin > 0 && is(begin - 1)) --begin;
        act(begin, end - 1);
        end = begin;
    }
}

}  // namespace

void RunTableModel::removeAll(const Groups& target) {
    std::set<quintptr> wanted;
    for (const Group& group : target) wanted.insert(group.serial);
    const auto isWanted = [&](const Group& group) { return !isTree() || wanted.contains(group.serial); };
    eachRangeFromEnd(
        m_groups.size(), [&](std::size_t i) { return !isWanted(m_groups[i]); },
        [&](std::size_t first, std::size_t last) {
            beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
            for (std::size_t i = first; i <= last; ++i)
                for (Record* record : m_groups[i].rows) record->placed = false;
            m_groups.erase(m_groups.begin() + static_cast<std::ptrdiff_t>(first), m_groups.begin() + static_cast<std::ptrdiff_t>(last) + 1);
            indexGroups();
            endRemoveRows();
        });
    for (std::size_t place = 0; place < m_groups.size(); ++place) {
        Group& group = m_groups[place];
        const QModelIndex parent = isTree() ? index(static_cast<int>(place), 0) : QModelIndex();
        eachRangeFromEnd(
            group.rows.size(),
            [&](std::size_t i) { return group.rows[i]->wantedRound != m_round || group.rows[i]->wantedGroup != group.serial; },
            [&](std::size_t first, std::size_t last) {
                beginRemoveRows(parent, static_cast<int>(first), static_cast<int>(last));
                for (std::size_t i = first; i <= last; ++i) group.rows[i]->placed = false;
                group.rows.erase(group.rows.begin() + static_cast<std::ptrdiff_t>(first),
                                 group.rows.begin() + static_cast<std::ptrdiff_t>(last) + 1);
                endRemoveRows();
            });
    }
}

// Everything that is left is wanted: puts it into the wanted order.
void RunTableModel::reorder(const Groups& target) {
    Groups ordered;
    for (const Group& wanted : target) {
        const std::size_t place = placeOf(wanted.serial);
        if (place == m_groups.size()) continue;
        Group group{wanted.serial, wanted.key, {}};
        for (Record* record : wanted.rows)
            if (record->placed && record->group == wanted.serial) group.rows.push_back(record);
        ordered.push_back(std::move(group));
    }
    const bool same =
        std::ranges::equal(ordered, m_groups, [](const Group& a, const Group& b) { return a.serial == b.serial && a.rows == b.rows; });
    if (same) return;

    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    struct Kept {
        const Record* record;
        quintptr group;
    };
    std::vector<Kept> kept;
    for (const QModelIndex& at : before) {
        const Group* group = groupAt(at);
        kept.push_back({recordAt(at), group ? group->serial : 0});
    }
    m_groups = std::move(ordered);
    renumber();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto& [record, group] = kept[static_cast<std::size_t>(i)];
        if (record)
            after.append(createIndex(static_cast<int>(record->row), before[i].column(), record->group));
        else
            after.append(createIndex(static_cast<int>(placeOf(group)), before[i].column(), quintptr(0)));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

// What stands already is the target with gaps: fills them from the front.
void RunTableModel::insertAll(const Groups& target) {
    for (std::size_t place = 0; place < target.size(); ++place) {
        const Group& wanted = target[place];
        if (place == m_groups.size() || m_groups[place].serial != wanted.serial) {
            std::size_t last = place;
            while (last + 1 < target.size() && placeOf(target[last + 1].serial) == m_groups.size()) ++last;
            const auto at = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
            beginInsertRows({}, static_cast<int>(place), static_cast<int>(last));
            m_groups.insert(m_groups.begin() + at(place), target.begin() + at(place), target.begin() + at(last) + 1);
            renumber();
            endInsertRows();
            place = last;
            continue;
        }
        auto& rows = m_groups[place].rows;
        const QModelIndex parent = isTree() ? index(static_cast<int>(place), 0) : QModelIndex();
        for (std::size_t first = 0; first < wanted.rows.size(); ++first) {
            if (first < rows.size() && rows[first] == wanted.rows[first]) continue;
            std::size_t last = first;
            while (last + 1 < wanted.rows.size() && !wanted.rows[last + 1]->placed) ++last;
            beginInsertRows(parent, static_cast<int>(first), static_cast<int>(last));
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(first), wanted.rows.begin() + static_cast<std::ptrdiff_t>(first),
                        wanted.rows.begin() + static_cast<std::ptrdiff_t>(last) + 1);
            for (std::size_t i = first; i <= last; ++i) {
                rows[i]->placed = true;
                rows[i]->group = wanted.serial;
            }
            endInsertRows();
            first = last;
        }
    }
}

void RunTableModel::renumber() {
    indexGroups();
    for (Group& group : m_groups)
        for (std::size_t row = 0; row < group.rows.size(); ++row) {
            group.rows[row]->placed = true;
            group.rows[row]->group = group.serial;
            group.rows[row]->row = row;
        }
}

void RunTableModel::indexGroups() {
    m_places.assign(m_serials.size() + 1, m_groups.size());
    for (std::size_t place = 0; place < m_groups.size(); ++place) m_places[m_groups[place].serial] = place;
}

void RunTableModel::announceAll() {
    const auto all = [&](const QModelIndex& parent) {
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, columnCount() - 1, parent));
    };
    all({});
    if (isTree())
        for (int row = 0; row < rowCount(); ++row) all(index(row, 0));
}

// Tells views about the cells of some runs and the means above them.
void RunTableModel::announce(const std::vector<Record*>& changed) {
    const int last = columnCount() - 1;
    std::set<quintptr> groups;
    for (const Record* record : changed) {
        if (!record->placed) continue;
        Q_EMIT dataChanged(indexOf(record->run.row.id, RunColumn::Shown), indexOf(record->run.row.id, static_cast<RunColumn>(last)));
        groups.insert(record->group);
    }
    if (!isTree()) return;
    for (const quintptr serial : groups) {
        const int row = static_cast<int>(placeOf(serial));
        Q_EMIT dataChanged(index(row, 0), index(row, last));
    }
}

}  // namespace seekbench
