// SPDX-License-Identifier: Apache-2.0
#pragma once

// The table `figures`: what a list of runs shows of a series, kept while it is recorded so that a list of ten thousand runs reads
// no points. Private to core/store.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/store/run_summary.h"
#include "core/store/statement.h"

namespace seekbench {

// Series with one value an epoch, and the training loss.
bool isSummarised(std::string_view series);

// The current points of a series: for each step those of the highest attempt which covers it. `run` is the key of the row.
std::vector<Point> currentPoints(sqlite3* connection, std::int64_t run, std::string_view series);

SeriesFigures figuresOf(std::span<const Point> points);
// From the columns count, last, last_step, last_time, lowest, lowest_step, highest, highest_step.
SeriesFigures readFigures(const Statement& row, int first);

// Brings the figures of all summarised series of a run in line with its points.
void refreshFigures(sqlite3* connection, std::int64_t run);

// A FigureRecorder keeps the figures of one run up to date within one transaction. Values that go on behind the last step are
// folded in; where steps are repeated or an attempt takes over, the figures are made anew from the points at finish().
class FigureRecorder {
public:
    FigureRecorder(sqlite3* connection, std::int64_t run) : m_connection(connection), m_run(run) {}

    // All that was current may be so no more.
    void attemptStarted();
    void append(std::string_view series, std::span<const std::int64_t> steps, std::span<const double> times,
                std::span<const double> values);
    // Call when the points themselves are in the database.
    void finish();

private:
    struct Entry {
        SeriesFigures figures;
        bool stale = false;  // to be made anew
    };
    Entry& entry(std::string_view series);

    sqlite3* m_connection;
    std::int64_t m_run;
    std::map<std::string, Entry, std::less<>> m_entries;
    bool m_allStale = false;
};

}  // namespace seekbench
