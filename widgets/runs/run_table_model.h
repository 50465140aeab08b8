// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <QtCore/QAbstractItemModel>
#include <QtGui/QFont>

#include "core/run/sample_mean.h"
#include "widgets/runs/run_columns.h"
#include "widgets/runs/run_filter.h"
#include "widgets/runs/run_note_command.h"
#include "widgets/theme/theme.h"

namespace seekbench {

enum class RunGrouping { None, Experiment, Day };  // Experiment: the same but for the seed

// The runs of a workspace as a table: filtered, sorted and, where wanted, grouped with mean, interval and n in the group's row. Takes
// whole lists; a new list changes, inserts, moves and removes rows and never resets, so that selection and scrolling survive
// while runs train. It changes no run: what the user edits is asked for by a signal and comes back with the next list.
class RunTableModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        RunIdRole = Qt::UserRole + 1,  // empty for a group
        ColourSlotRole,                // of the run, or of the first run of the group
        StateRole,                     // int of RunState
        IsGroupRole,
        IsTrashedRole,
        MissingDifferenceRole,  // true: setDifference() has not been called for this run
        SortRole,               // a number or a text
    };

    explicit RunTableModel(QObject* parent = nullptr);
    ~RunTableModel() override;

    void setRuns(std::vector<RunSummary> runs);
    void setFilter(const RunFilter& filter);
    // Shows the runs in the trash instead of the others.
    void setTrashShown(bool shown);
    void setGrouping(RunGrouping grouping);
    void setTheme(Theme theme);
    void setFont(const QFont& font);
    void retranslate();

    // Which runs' curves are drawn, in the order in which they were chosen.
    const std::vector<std::string>& shownRuns() const { return m_shown; }
    void setShownRuns(std::vector<std::string> runs);
    // The difference of a run to A; without a reference the column is empty.
    void setDifference(const std::string& run, DifferenceCounts counts);
    void clearDifferences();

    const RunSummary* run(const std::string& id) const;
    const RunSummary* run(const QModelIndex& index) const;
    QModelIndex indexOf(const std::string& id, RunColumn column = RunColumn::Run) const;
    // The runs of a group, or the one of a run's row.
    std::vector<std::string> runsAt(const QModelIndex& index) const;
    std::size_t runsInView() const;
    std::size_t runsInTotal() const { return m_records.size() - m_trashed; }
    std::size_t runsInTrash() const { return m_trashed; }
    RunGrouping grouping() const { return m_grouping; }
    bool isTrashShown() const { return m_trashShown; }
    const RunFilter& filter() const { return m_filter; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    // The user has renamed or noted something; `text` names the step.
    void noteChangesRequested(const std::vector<seekbench::RunNoteChange>& changes, const QString& text);
    void shownRunsChanged(const std::vector<std::string>& runs);
    void countsChanged();

private:
    struct Record;
    struct Group;
    using Groups = std::vector<Group>;

    bool isTree() const { return m_grouping != RunGrouping::None; }
    bool take(std::vector<RunSummary> runs, std::vector<Record*>& changed);
    bool isVisible(const Record& record) const;
    QString groupKey(const RunSummary& run) const;
    bool comesBefore(const Record& a, const Record& b) const;
    Groups arranged();
    void sortGroups(Groups& groups) const;
    void arrange();
    void removeAll(const Groups& target);
    void reorder(const Groups& target);
    void insertAll(const Groups& target);
    void announce(const std::vector<Record*>& changed);
    void announceAll();
    void renumber();
    void indexGroups();
    const Record* recordAt(const QModelIndex& index) const;
    const Group* groupAt(const QModelIndex& index) const;
    std::size_t placeOf(quintptr serial) const;
    SampleMean meanOf(const Group& group, RunColumn column) const;
    QVariant runData(const Record& record, RunColumn column, int role) const;
    QVariant groupData(const Group& group, RunColumn column, int role) const;
    QString groupTitle(const Group& group) const;
    int shownState(const Group& group) const;

    std::unordered_map<std::string, std::unique_ptr<Record>> m_records;
    std::vector<std::unique_ptr<Record>> m_gone;  // out of the list, until no row shows them
    Groups m_groups;                              // without grouping one with the serial 0, whose rows are at the top
    std::map<QString, quintptr> m_serials;
    std::vector<std::size_t> m_places;  // of groups, by serial
    std::vector<std::string> m_shown;
    RunFilter m_filter;
    RunGrouping m_grouping = RunGrouping::None;
    RunColumn m_sortColumn = RunColumn::Created;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    bool m_trashShown = false;
    std::size_t m_trashed = 0;
    unsigned m_round = 0;
    Theme m_theme;
    QFont m_font, m_bold;
};

}  // namespace seekbench
