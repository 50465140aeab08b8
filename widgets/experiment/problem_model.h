// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QtCore/QAbstractTableModel>

#include "core/experiment/quick_fix.h"

namespace seekbench {

// A Problem is a finding with the repairs that were found for it.
struct Problem {
    Diagnostic diagnostic;
    std::vector<QuickFix> fixes;
    bool operator==(const Problem&) const = default;
};

// A ProblemModel shows findings as rows: place, sentence, expected, got, fixes; errors first. Rows that stay keep their index, so
// that a selection survives the next report. Lives in the GUI thread.
class ProblemModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Place, Sentence, Expected, Got, Fixes, kColumns };
    enum Role { SeverityRole = Qt::UserRole, PathRole, FixLabelsRole };  // int of Severity, QString, QStringList

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(std::vector<Problem> problems);
    void setFixes(std::size_t row, std::vector<QuickFix> fixes);
    const std::vector<Problem>& problems() const { return m_problems; }
    int count(Severity severity) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Problem> m_problems;
};

}  // namespace seekbench
