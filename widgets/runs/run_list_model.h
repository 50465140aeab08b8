// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QAbstractItemModel>
#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include "core/store/run_summary.h"

namespace seekbench {

enum class RunGroup { Running, Queued, Today, Earlier };

// Runs in groups, as the list of Train shows them: at work, waiting, of today, earlier; newest first. Trashed runs are left out.
// Ticked runs are drawn in the plots.
class RunListModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, StateRole, SlotRole, DetailRole, BestRole, IsGroupRole };

    explicit RunListModel(QObject* parent = nullptr);

    // `today`: for the groups; a test gives its own.
    void setRuns(std::vector<RunSummary> runs, QDate today = QDate::currentDate());
    void setColourSlots(QHash<QString, int> slots_);
    // Shows only runs whose name or id contains the words.
    void setFilter(const QString& words);
    void setTicked(const QStringList& ids);
    QStringList ticked() const;
    // Invalid when there is no such run in the list.
    QModelIndex indexOf(const QString& id) const;
    const RunSummary* run(const QModelIndex& index) const;
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    struct Group {
        RunGroup kind;
        std::vector<std::size_t> runs;  // places in m_runs
        bool operator==(const Group&) const = default;
    };
    std::vector<Group> grouped() const;
    void regroup();
    QVariant groupData(const Group& group, int role) const;

    std::vector<RunSummary> m_runs;
    std::vector<Group> m_groups;
    QDate m_today;
    QString m_filter;
    QHash<QString, int> m_slots;
    QSet<QString> m_ticked;
};

// Second line and right column of a row; shared with whoever shows runs in short.
QString runDetail(const RunSummary& run);
// The best validation accuracy in per cent, or the best of another metric, or the lowest validation loss; empty without any.
QString bestValidation(const RunSummary& run);

}  // namespace seekbench
