// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What RunTableModel keeps of runs and rows. Private to the two sources of the model.

#include <optional>
#include <vector>

#include "widgets/runs/run_table_model.h"

namespace seekbench {

// A run and where it stands. Its address stays as long as a row shows it.
struct RunTableModel::Record {
    RunSummary run;
    bool shown = false;
    std::optional<DifferenceCounts> difference;
    // Where it stands now.
    bool placed = false;
    quintptr group = 0;
    std::size_t row = 0;
    // Where arranged() wants it: in this round, in this group.
    unsigned wantedRound = 0;
    quintptr wantedGroup = 0;
    unsigned listed = 0;  // the last list that had it
};

struct RunTableModel::Group {
    quintptr serial = 0;
    QString key;
    std::vector<Record*> rows;
};

inline RunNote noteOf(const RunSummary& run) {
    return {.name = run.row.name, .colour = run.row.colour, .notes = run.row.notes, .trashed = run.row.trashed};
}

}  // namespace seekbench
