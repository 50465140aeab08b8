// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/problem_model.h"

#include <algorithm>

#include "widgets/graph/node_style.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

QStringList labelsOf(const Problem& problem) {
    QStringList labels;
    for (const QuickFix& fix : problem.fixes) labels.append(translated(fix.label));
    return labels;
}

}  // namespace

void ProblemModel::setProblems(std::vector<Problem> problems) {
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) { return problem.diagnostic.severity; });
    // Rows at the end come and go; those in between only change what they say.
    const int before = rowCount(), after = static_cast<int>(problems.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_problems.resize(problems.size());
        endRemoveRows();
    }
    for (std::size_t row = 0; row < m_problems.size(); ++row) {
        if (m_problems[row] == problems[row]) continue;
        m_problems[row] = std::move(problems[row]);
        Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), kColumns - 1));
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_problems.insert(m_problems.end(), std::make_move_iterator(problems.begin() + before), std::make_move_iterator(problems.end()));
        endInsertRows();
    }
}

void ProblemModel::setFixes(std::size_t row, std::vector<QuickFix> fixes) {
    if (row >= m_problems.size() || m_problems[row].fixes == fixes) return;
    m_problems[row].fixes = std::move(fixes);
    const QModelIndex changed = index(static_cast<int>(row), Fixes);
    Q_EMIT dataChanged(changed, changed);
}

int ProblemModel::count(Severity severity) const {
    return static_cast<int>(
        std::ranges::count_if(m_problems, [severity](const Problem& problem) { return problem.diagnostic.severity == severity; }));
}

void ProblemModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_problems.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int ProblemModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_problems.size()); }
int ProblemModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(kColumns); }

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Problem& problem = m_problems[static_cast<std::size_t>(index.row())];
    const Diagnostic& diagnostic = problem.diagnostic;
    switch (role) {
        case SeverityRole: return static_cast<int>(diagnostic.severity);
        case PathRole: return fromUtf8(diagnostic.node);
        case FixLabelsRole: return labelsOf(problem);
        case Qt::ToolTipRole: return translated(diagnostic.message);
        case Qt::AccessibleTextRole:
            if (index.column() == Place)
                return (diagnostic.severity == Severity::Error ? tr("Error at %1: %2") : tr("Warning at %1: %2"))
                    .arg(fromUtf8(diagnostic.node), translated(diagnostic.message));
            [[fallthrough]];
        case Qt::DisplayRole: break;
        default: return {};
    }
    switch (index.column()) {
        case Place: return diagnostic.node.empty() ? tr("graph") : fromUtf8(diagnostic.node);
        case Sentence: return translated(diagnostic.message);
        case Expected: return diagnostic.expected ? shapeText(*diagnostic.expected) : QString();
        case Got: return diagnostic.got ? shapeText(*diagnostic.got) : QString();
        case Fixes: return labelsOf(problem).join(QStringLiteral(" · "));
    }
    return {};
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Place: return tr("Node");
        case Sentence: return tr("What is wrong");
        case Expected: return tr("Expected");
        case Got: return tr("Got");
        case Fixes: return tr("Quick fix");
    }
    return {};
}

}  // namespace seekbench
