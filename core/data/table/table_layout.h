// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/data/table/table.h"

namespace seekbench {

// How a table stands in its file.
struct TableLayout {
    char delimiter = ',';
    bool hasHeader = false;
    std::vector<std::string> names;  // of all columns, the ignored ones included
};

// Finds out what `options` leave open, from the first rows of `text`, the beginning of the file behind the skipped lines. `isWhole`: it
// is the whole file, so that its last row is whole.
Result<TableLayout> layoutOf(std::string_view text, bool isWhole, const TableOptions& options);

// Whether nearly all of the first rows of a text, the beginning of a file, fall into equally many cells, and into more than one.
bool isTable(std::string_view head);

// Passes over the first `lines` lines of a text that comes in pieces; returns what is left of `piece`.
std::string_view withoutLines(std::string_view piece, std::int64_t& lines);

}  // namespace seekbench
