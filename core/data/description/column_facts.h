// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/data/table/column_builder.h"

namespace seekbench {

struct ClassCount {
    std::string name;
    std::int64_t count = 0;
    bool operator==(const ClassCount&) const = default;
};

// What can be said of a column of a table, or of an array, without keeping it.
struct ColumnFacts {
    std::string name;
    ColumnType type = ColumnType::Number;
    std::vector<std::int64_t> extents;  // arrays only
    std::int64_t count = 0;             // cells with a value
    std::int64_t missing = 0;
    std::int64_t distinct = 0;      // different values …
    bool distinctIsExact = true;    // … or about so many (to 3 %)
    std::optional<double> minimum;  // numbers; dates as seconds since 1970
    std::optional<double> maximum;
    std::optional<double> mean;  // numbers
    std::optional<double> deviation;
    bool isWhole = false;     // every number is one without a fraction
    bool countsRows = false;  // each number is one more than that before it
    // Different values with how often each occurs, in ascending order (numbers by size); empty when there are more than kMostClasses.
    std::vector<ClassCount> classes;
    // Of some rows, the same for all columns of a table: what pairs of columns are compared by. Equal cells have equal codes.
    std::vector<double> sampleNumbers;       // kNoNumber where there is none
    std::vector<std::uint64_t> sampleCodes;  // 0: missing

    static constexpr double kNoNumber = std::numeric_limits<double>::infinity();  // not NaN: facts are compared
    static constexpr std::size_t kMostClasses = 1000;
    bool isConstant() const { return distinct == 1 && missing == 0; }
    // Whether a table takes it for classes when it is the target: words, or few different whole numbers.
    bool isClasses() const;
    bool operator==(const ColumnFacts&) const = default;
};

// Counts different values: exactly while there are few, then by HyperLogLog (Flajolet and others 2007) with 2048 registers, whose
// standard error is 2.3 %.
class DistinctCounter {
public:
    void add(std::uint64_t hash);
    std::int64_t estimate() const;

private:
    std::array<std::uint8_t, 2048> m_registers{};
};

// Looks at the cells of one column, one after the other; memory is bounded.
class ColumnObserver {
public:
    explicit ColumnObserver(std::string name);
    void add(std::string_view cell);
    // For sampled rows: the cell that add() was told last, kept at `place`, which is at most the number of places so far.
    void keep(std::size_t place);
    ColumnFacts finish() &&;

private:
    ColumnFacts m_facts;
    ColumnTypes m_types;
    std::unordered_map<std::string, std::int64_t, WordHash, std::equal_to<>> m_counts;
    bool m_counting = true;
    DistinctCounter m_distinct;
    double m_mean = 0, m_squares = 0;  // Welford
    std::int64_t m_numbers = 0, m_dates = 0;
    double m_least = 0, m_most = 0, m_earliest = 0, m_latest = 0;
    bool m_whole = true, m_steps = true;
    double m_last = 0;
    // Of the last cell.
    double m_number = 0;
    std::uint64_t m_code = 0;
};

// The facts of `count` numbers that are read piece by piece with `read(first, numbers)`; classes where all are whole.
class NumberObserver {
public:
    explicit NumberObserver(std::string name, std::vector<std::int64_t> extents);
    void add(std::span<const double> numbers);
    ColumnFacts finish() &&;

private:
    ColumnFacts m_facts;
    std::unordered_map<double, std::int64_t> m_counts;
    bool m_counting = true;
    DistinctCounter m_distinct;
    double m_mean = 0, m_squares = 0, m_least = 0, m_most = 0;
    bool m_whole = true;
};

}  // namespace seekbench
