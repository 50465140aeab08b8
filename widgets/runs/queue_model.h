// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QAbstractListModel>

#include "widgets/theme/theme.h"

namespace seekbench {

// A run in the queue as the list shows it.
struct QueuedRun {
    enum class State { AtWork, Waits, Problem };
    QString run, name;  // id; what the user calls it
    State state = State::Waits;
    QString problem;  // why it is passed over, one sentence
    bool operator==(const QueuedRun&) const = default;
};

// The runs of the queue in their order. Takes whole values; dragging a row asks for a move and changes nothing by itself.
class QueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, StateRole, ProblemRole };

    using QAbstractListModel::QAbstractListModel;

    void setRuns(std::vector<QueuedRun> runs);
    const std::vector<QueuedRun>& runs() const { return m_runs; }
    void setTheme(const Theme& theme);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    // `place`: of the run in the list when it is done, 0-based.
    void moveRequested(const QString& run, int place);

private:
    QString sentenceOf(const QueuedRun& run) const;

    std::vector<QueuedRun> m_runs;
    Theme m_theme;
};

}  // namespace seekbench
