// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/queue_model.h"

#include <algorithm>

#include <QtCore/QMimeData>

#include "widgets/theme/icon.h"

namespace seekbench {
namespace {

const QString kMimeType = QStringLiteral("application/x-seekbench-queued-run");

}  // namespace

void QueueModel::setRuns(std::vector<QueuedRun> runs) {
    if (runs == m_runs) return;
    // Without a reset the view keeps its selection when only states have changed.
    const auto sameOrder = std::ranges::equal(runs, m_runs, {}, &QueuedRun::run, &QueuedRun::run);
    if (sameOrder) {
        m_runs = std::move(runs);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

void QueueModel::setTheme(const Theme& theme) {
    m_theme = theme;
    if (!m_runs.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void QueueModel::retranslate() { setTheme(m_theme); }

int QueueModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }

QString QueueModel::sentenceOf(const QueuedRun& run) const {
    switch (run.state) {
        case QueuedRun::State::AtWork: return tr("%1: at work").arg(run.name);
        case QueuedRun::State::Waits: return run.name;
        case QueuedRun::State::Problem: break;
    }
    return tr("%1: passed over. %2").arg(run.name, run.problem);
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QueuedRun& run = m_runs[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return sentenceOf(run);
        case Qt::ToolTipRole: return run.problem.isEmpty() ? run.run : run.problem;
        case Qt::DecorationRole:
            switch (run.state) {
                case QueuedRun::State::AtWork: return icon("play_filled", m_theme, Colour::Accent);
                case QueuedRun::State::Waits: return icon("clock", m_theme, Colour::Muted);
                case QueuedRun::State::Problem: return icon("warning", m_theme, Colour::Warning);
            }
            return {};
        case IdRole: return run.run;
        case StateRole: return static_cast<int>(run.state);
        case ProblemRole: return run.problem;
        default: return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;  // between the rows
    const bool works = m_runs[static_cast<std::size_t>(index.row())].state == QueuedRun::State::AtWork;
    const Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return works ? usual : usual | Qt::ItemIsDragEnabled;
}

QStringList QueueModel::mimeTypes() const { return {kMimeType}; }

QMimeData* QueueModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    auto* data = new QMimeData;
    data->setData(kMimeType, indexes.front().data(IdRole).toString().toUtf8());
    return data;
}

bool QueueModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(kMimeType) || parent.isValid()) return false;
    const QString run = QString::fromUtf8(data->data(kMimeType));
    const auto found = std::ranges::find(m_runs, run, &QueuedRun::run);
    if (found == m_runs.end()) return false;  // of another window
    const int from = static_cast<int>(found - m_runs.begin());
    const int before = row < 0 ? rowCount() : row;
    const int place = before > from ? before - 1 : before;
    if (place != from) Q_EMIT moveRequested(run, place);
    return false;  // the view shall remove nothing: the new order comes by setRuns()
}

}  // namespace seekbench
