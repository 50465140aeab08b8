// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/table_layout.h"

#include <algorithm>
#include <set>

namespace seekbench {
namespace {

constexpr std::size_t kRows = 50;  // that are looked at
using Row = std::vector<std::string>;

// The first whole rows when the text is split at `delimiter`; fewer when it cannot be.
std::vector<Row> firstRows(std::string_view text, bool isWhole, char delimiter) {
    std::vector<Row> rows;
    const Error enough(ErrorCode::Failed, {});
    CsvParser parser(delimiter, [&](const CsvRow& row) -> Result<void> {
        rows.emplace_back(row.cells.begin(), row.cells.end());
        return rows.size() < kRows ? Result<void>() : Result<void>(enough);
    });
    if (parser.feed(text) && isWhole) (void)parser.finish().operator bool();
    return rows;
}

// How many of the rows have the width that most have; 0 when most have a single cell.
struct Fit {
    std::size_t rows = 0, width = 0;
    auto operator<=>(const Fit&) const = default;
};
Fit fitOf(const std::vector<Row>& rows) {
    std::map<std::size_t, std::size_t> widths;
    for (const Row& row : rows) ++widths[row.size()];
    Fit best;
    for (const auto& [width, count] : widths)
        if (width > 1) best = std::max(best, Fit{count, width});
    return best;
}

bool isMeasured(std::string_view cell) { return numberIn(cell) || dateIn(cell); }

// A first row of names: no numbers and no dates, and below them some, or at least other words. A name may be missing, such as that of a
// column of row numbers.
bool looksLikeHeader(const std::vector<Row>& rows) {
    if (rows.size() < 2) return false;
    const Row& first = rows.front();
    if (std::ranges::any_of(first, isMeasured) || std::ranges::all_of(first, isMissing)) return false;
    bool comesAgain = std::set<std::string>(first.begin(), first.end()).size() != first.size();
    for (std::size_t i = 1; i < rows.size(); ++i)
        for (std::size_t column = 0; column < std::min(rows[i].size(), first.size()); ++column) {
            if (isMeasured(rows[i][column])) return true;
            comesAgain |= rows[i][column] == first[column];
        }
    return !comesAgain;
}

}  // namespace

Result<TableLayout> layoutOf(std::string_view text, bool isWhole, const TableOptions& options) {
    TableLayout layout;
    std::vector<Row> rows;
    if (options.delimiter != 0) {
        layout.delimiter = options.delimiter;
        rows = firstRows(text, isWhole, options.delimiter);
    } else {
        Fit best;
        for (const char candidate : {',', ';', '\t', '|'}) {
            auto split = firstRows(text, isWhole, candidate);
            const Fit fit = fitOf(split);
            if (!rows.empty() && fit <= best) continue;
            best = fit;
            layout.delimiter = candidate;
            rows = std::move(split);
        }
    }
    if (rows.empty()) {
        // No whole row: reading on says what is wrong, or there is none.
        if (isWhole && trimmed(text).empty())
            return Error(ErrorCode::InvalidInput, say("The file has no rows."), say("Choose a file with a table in it."));
        return layout;
    }
    layout.hasHeader = options.header == Header::Yes || (options.header == Header::Automatic && looksLikeHeader(rows));
    std::set<std::string> taken;
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        std::string name = layout.hasHeader ? std::string(trimmed(rows.front()[i])) : std::string();
        if (name.empty() || taken.contains(name)) name = "column_" + std::to_string(i + 1);
        while (!taken.insert(name).second) name += "_";
        layout.names.push_back(std::move(name));
    }
    return layout;
}

bool isTable(std::string_view head) {
    return std::ranges::any_of(std::string_view(",;\t|"), [&](char delimiter) {
        const auto rows = firstRows(head, true, delimiter);
        const Fit fit = fitOf(rows);
        // Two rows that agree by chance are no table.
        return rows.size() >= 3 && fit.width > 1 && fit.rows * 10 >= rows.size() * 9;
    });
}

std::string_view withoutLines(std::string_view piece, std::int64_t& lines) {
    while (lines > 0) {
        const std::size_t end = piece.find('\n');
        if (end == std::string_view::npos) return {};
        piece.remove_prefix(end + 1);
        --lines;
    }
    return piece;
}

}  // namespace seekbench
