// SPDX-License-Identifier: Apache-2.0
#pragma once

// Points of a series as they lie in the table `chunk` (schema.cpp). Private to core/store.

#include <cstdint>
#include <span>
#include <vector>

#include "core/store/database.h"
#include "core/store/statement.h"

namespace seekbench {

inline constexpr std::size_t kChunkPoints = 1000;

// The three statements a transaction needs for all its series.
struct ChunkStatements {
    explicit ChunkStatements(sqlite3* connection);
    Statement last, insert, update;
};

// A ChunkWriter appends to one series within one transaction: it takes the open chunk out of the database, cuts chunks after
// exactly kChunkPoints points however they arrive, and puts the open one back at finish().
class ChunkWriter {
public:
    ChunkWriter(ChunkStatements& statements, std::int64_t series);
    void append(std::span<const std::int64_t> steps, std::span<const double> times, std::span<const double> values);
    void finish();

private:
    ChunkStatements* m_statements;  // the transaction's
    std::int64_t m_series;
    std::int64_t m_ordinal = 0;
    bool m_stored = false;   // the open chunk has a row
    bool m_changed = false;  // and it is not up to date
    std::vector<std::int64_t> m_steps;
    std::vector<double> m_times, m_values;
};

// All points of a series, ordered by step. Of points with the same step the last written one stays.
std::vector<Point> readPoints(sqlite3* connection, std::int64_t series);

}  // namespace seekbench
