// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/data/table/csv_parser.h"
#include "core/data/table/text_file.h"

namespace seekbench {

enum class ColumnType {
    Number,    // every cell that has a value is a finite number
    Date,      // … is a date (dateIn)
    Category,  // words, of which there are not too many
    Text,      // free text: counted, not kept
};

// A column of a table, kept compactly: which of the vectors is filled follows from the type.
struct Column {
    std::string name;
    std::size_t position = 0;  // among all columns of the file
    ColumnType type = ColumnType::Number;
    std::vector<float> numbers;       // Number: NaN where missing
    std::vector<std::int64_t> times;  // Date: seconds since 1970; kNoTime where missing
    std::vector<std::int32_t> codes;  // Category: index into `words`; −1 where missing
    std::vector<std::string> words;   // Category: in ascending order of their bytes
    std::int64_t missing = 0;         // cells without a value

    static constexpr std::int64_t kNoTime = INT64_MIN;
    bool operator==(const Column&) const = default;
};

struct Table {
    std::vector<Column> columns;  // without the ignored ones
    std::int64_t rows = 0;
    char delimiter = ',';
    bool hasHeader = false;
    TextEncoding encoding = TextEncoding::Utf8;
    std::string fingerprint;  // of the file's text

    // Index in `columns` of the one called `name`, or of number `name` of the file, counted from 1, when none is called so.
    std::optional<std::size_t> find(std::string_view name) const;
};

enum class Header { Automatic, Yes, No };

struct TableOptions {
    TextEncoding encoding = TextEncoding::Automatic;
    char delimiter = 0;  // 0: the one of , ; tab | that splits the first rows best
    Header header = Header::Automatic;
    std::int64_t skipLines = 0;                      // at the beginning: notes, or the sizes that scikit-learn's files begin with
    std::set<std::string> ignored;                   // names, or numbers counted from 1, of columns that are not kept
    std::map<std::string, ColumnType> types;         // of columns by name or number, where they are not to be found out
    std::size_t mostWords = 4096;                    // of a Category; a column with more is Text. One with a given type: kMostWords
    std::int64_t mostRows = 0;                       // stops after so many rows (a preview); 0: reads all
    std::int64_t mostCells = std::int64_t{1} << 28;  // kept: 1 GiB
    static constexpr std::size_t kMostWords = std::size_t{1} << 22;
};

// Reads a CSV or TSV file, plain or gzip. The types of the columns are found out from all of their cells: numbers, dates, words.
// The file is streamed, mostly twice, never held; `progress` is told how much is done of each time. Errors name the line: rows with
// another number of cells, text behind quotes, cells that do not have the type that is asked for.
Result<Table> readTable(const std::filesystem::path& path, const TableOptions& options, const ReadProgress& progress = {});

}  // namespace seekbench
