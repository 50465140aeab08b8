// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

// A row of a table as it stands in the file; valid during the call that it is given to.
struct CsvRow {
    std::span<const std::string_view> cells;
    std::int64_t line = 0;  // where it begins, from 1
};

// Splits text into rows and cells as RFC 4180 says: cells in double quotes may hold delimiters, line ends and doubled quotes. Lines
// end with LF, CR LF or CR; empty lines are passed over. A quote inside a cell that does not begin with one is a letter like any other.
// The text may come in pieces of any size; memory is bounded by the longest row that is allowed.
class CsvParser {
public:
    static constexpr std::size_t kLongestRow = std::size_t{1} << 20;  // bytes
    static constexpr std::size_t kMostCells = 16384;                  // of a row

    using Sink = std::function<Result<void>(const CsvRow&)>;  // an error ends the reading
    CsvParser(char delimiter, Sink sink);

    Result<void> feed(std::string_view text);
    // After the last piece: a last row without line end.
    Result<void> finish();

private:
    enum class State { CellStart, Plain, Quoted, QuoteInQuoted };
    Result<void> take(char letter);
    Result<void> endRow();
    void endCell();
    Result<void> grow(char letter);
    Error tooLong() const;

    char m_delimiter;
    Sink m_sink;
    State m_state = State::CellStart;
    bool m_afterReturn = false;  // the last letter was CR: an LF belongs to it
    bool m_rowHasText = false;   // something stands in the row, a delimiter or a quote included
    std::int64_t m_line = 1, m_rowLine = 1;
    std::string m_text;               // of all cells of the row
    std::vector<std::size_t> m_ends;  // of the cells in m_text
    std::vector<std::string_view> m_cells;
};

// The number in a cell; nothing when it is no finite number. Spaces around it and a plus sign are passed over.
std::optional<double> numberIn(std::string_view cell);
// The cell without spaces at its ends.
std::string_view trimmed(std::string_view cell);
// Whether the cell says that there is no value: "", "NA", "N/A", "NaN", "null", "None", "?" and the like; also an infinite number.
bool isMissing(std::string_view cell);
// Seconds since 1970 (UTC) of "2024-01-31", "2024/1/31", "2024.1.31", "20240131", each with or without "T" or a space and "9:30",
// "09:30:00"; nothing when it is no date. Forms that put the day or the month first are not read: they cannot be told apart.
std::optional<std::int64_t> dateIn(std::string_view cell);

}  // namespace seekbench
