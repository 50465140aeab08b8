// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QString>
#include <QtCore/QStringList>

#include "core/store/run_summary.h"

namespace seekbench {

// What is typed above a list of runs: words, all of which must occur somewhere in a run ("base 7f3a"), and pairs that ask one
// column ("state:finished data:fashion seed:3"). Case does not matter; quotes keep blanks together. A value.
class RunFilter {
public:
    RunFilter() = default;
    explicit RunFilter(const QString& text);

    bool matches(const RunSummary& run) const;
    bool isEmpty() const { return m_terms.empty(); }
    // Keys that no column has ("stat:finished"): the field says so instead of showing nothing without a reason.
    QStringList unknownKeys() const;
    bool operator==(const RunFilter&) const = default;

    // The keys, in English, as they are typed.
    static QStringList keys();
    // The same in the window's language; they may be typed as well.
    static QStringList shownKeys();

private:
    struct Term {
        QString key, value;  // key: empty for a word
        bool operator==(const Term&) const = default;
    };
    std::vector<Term> m_terms;
};

}  // namespace seekbench
