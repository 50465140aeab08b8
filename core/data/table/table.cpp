// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/data/table/column_builder.h"
#include "core/data/table/table_rows.h"

namespace seekbench {
namespace {

// The number that a column is called by where it is not called by its name; nothing when the text is no such number.
std::optional<std::size_t> columnNumber(std::string_view text) {
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number - 1;
}

std::optional<std::size_t> positionOf(const std::vector<std::string>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    const auto number = columnNumber(name);
    return number && *number < names.size() ? number : std::nullopt;
}

class TableReader {
public:
    TableReader(const std::filesystem::path& path, const TableOptions& options, const ReadProgress& progress)
        : m_path(path), m_options(options), m_progress(progress) {}

    Result<Table> read() {
        auto rows = TableRows::open(m_path, m_options, m_progress);
        if (!rows) return rows.error();
        m_rows = std::move(*rows);
        if (auto chosen = chooseColumns(); !chosen) return chosen.error();
        if (auto found = findTypes(); !found) return found.error();
        return collect();
    }

private:
    Error noColumn(std::string_view name) const {
        std::string known;
        for (std::size_t i = 0; i < std::min<std::size_t>(m_rows->layout().names.size(), 12); ++i)
            known += (i ? ", " : "") + m_rows->layout().names[i];
        return Error(ErrorCode::NotFound, say("There is no column \"%1\".", name),
                     say("The columns are: %1%2.", known, m_rows->layout().names.size() > 12 ? " …" : ""))
            .in(say("reading %1", displayPath(m_path)));
    }

    Result<void> chooseColumns() {
        std::vector<bool> isKept(m_rows->layout().names.size(), true);
        for (const std::string& name : m_options.ignored) {
            const auto position = positionOf(m_rows->layout().names, name);
            if (!position) return noColumn(name);
            isKept[*position] = false;
        }
        for (const auto& [name, type] : m_options.types) {
            const auto position = positionOf(m_rows->layout().names, name);
            if (!position) return noColumn(name);
            isKept[*position] = true;
            m_given[*position] = type;
        }
        for (std::size_t i = 0; i < isKept.size(); ++i)
            if (isKept[i]) m_kept.push_back(i);
        return {};
    }

    // Every cell is looked at: a column of numbers may have its first word in the last row.
    Result<void> findTypes() {
        std::vector<ColumnTypes> found(m_kept.size(), ColumnTypes(m_options.mostWords));
        std::int64_t rows = 0;
        auto walked = m_rows->walk(
            [&](const CsvRow& row) -> Result<bool> {
                if (++rows > m_options.mostCells / std::max<std::int64_t>(1, static_cast<std::int64_t>(m_kept.size())))
                    return Error(ErrorCode::Unsupported,
                                 say("The table has more than %1 cells in %2 columns.", m_options.mostCells, m_kept.size()),
                                 say("Leave columns out, or split the file."));
                for (std::size_t i = 0; i < m_kept.size(); ++i)
                    if (!m_given.contains(m_kept[i])) found[i].add(row.cells[m_kept[i]]);
                return m_options.mostRows == 0 || rows < m_options.mostRows;
            },
            m_progress);
        if (!walked) return walked;
        if (rows == 0)
            return Error(ErrorCode::InvalidInput, say("The file has no rows of data."), say("Choose a file with a table in it."))
                .in(say("reading %1", displayPath(m_path)));
        for (std::size_t i = 0; i < m_kept.size(); ++i) {
            const auto given = m_given.find(m_kept[i]);
            m_types.push_back(given == m_given.end() ? found[i].type() : given->second);
        }
        return {};
    }

    Result<Table> collect() {
        std::vector<ColumnBuilder> builders;
        for (std::size_t i = 0; i < m_kept.size(); ++i)
            // Those found out have been counted already; a word may come on top that was passed over then (see ColumnTypes).
            builders.emplace_back(m_rows->layout().names[m_kept[i]], m_types[i], TableOptions::kMostWords);
        Table table;
        Fingerprint fingerprint;
        auto walked = m_rows->walk(
            [&](const CsvRow& row) -> Result<bool> {
                for (std::size_t i = 0; i < m_kept.size(); ++i)
                    if (auto added = builders[i].add(row.cells[m_kept[i]]); !added) return added.error();
                ++table.rows;
                return m_options.mostRows == 0 || table.rows < m_options.mostRows;
            },
            m_progress, &fingerprint);
        if (!walked) return walked.error();
        for (std::size_t i = 0; i < builders.size(); ++i) {
            table.columns.push_back(std::move(builders[i]).finish());
            table.columns.back().position = m_kept[i];
        }
        table.delimiter = m_rows->layout().delimiter;
        table.hasHeader = m_rows->layout().hasHeader;
        table.encoding = m_rows->encoding();
        table.fingerprint = fingerprint.hex();
        return table;
    }

    const std::filesystem::path& m_path;
    const TableOptions& m_options;
    const ReadProgress& m_progress;
    std::optional<TableRows> m_rows;
    std::vector<std::size_t> m_kept;            // columns of the file
    std::map<std::size_t, ColumnType> m_given;  // by column of the file
    std::vector<ColumnType> m_types;            // of m_kept
};

}  // namespace

std::optional<std::size_t> Table::find(std::string_view name) const {
    const auto found = std::ranges::find(columns, name, &Column::name);
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
    const auto number = columnNumber(name);
    if (!number) return std::nullopt;
    const auto numbered = std::ranges::find(columns, *number, &Column::position);
    return numbered == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(numbered - columns.begin()));
}

Result<Table> readTable(const std::filesystem::path& path, const TableOptions& options, const ReadProgress& progress) {
    return TableReader(path, options, progress).read();
}

}  // namespace seekbench
