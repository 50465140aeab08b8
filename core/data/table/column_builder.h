// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/data/table/table.h"

namespace seekbench {

// Lets words be looked up without being copied.
struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

// What the cells of a column that have a value can be read as; only ever shrinks.
class ColumnTypes {
public:
    // What a cell was read as; nothing: it is missing, or an earlier cell could not be read so.
    struct Value {
        std::optional<double> number;
        std::optional<std::int64_t> date;
    };
    explicit ColumnTypes(std::size_t mostWords) : m_mostWords(mostWords) {}
    Value add(std::string_view cell);
    // The narrowest type that holds all cells so far.
    ColumnType type() const;

private:
    std::size_t m_mostWords;
    bool m_any = false, m_numbers = true, m_dates = true, m_words = true;
    std::unordered_set<std::string, WordHash, std::equal_to<>> m_seen;
    std::size_t m_bytes = 0;
};

// Collects the cells of one column of a known type.
class ColumnBuilder {
public:
    ColumnBuilder(std::string name, ColumnType type, std::size_t mostWords);
    // The error says that the cell does not have the type.
    Result<void> add(std::string_view cell);
    // Categories sorted and numbered anew.
    Column finish() &&;

private:
    Result<void> addWord(std::string_view word);

    Column m_column;
    std::size_t m_mostWords, m_bytes = 0;
    std::unordered_map<std::string, std::int32_t, WordHash, std::equal_to<>> m_codes;
};

}  // namespace seekbench
