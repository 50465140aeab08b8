// SPDX-License-Identifier: Apache-2.0
#include "core/store/chunk.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace seekbench {
namespace {

static_assert(std::endian::native == std::endian::little, "blobs are copied as they lie in memory");

struct Range {
    std::optional<double> minimum, maximum;
    std::int64_t nonFinite = 0;
};

Range rangeOf(std::span<const double> values) {
    Range range;
    for (const double value : values) {
        if (!std::isfinite(value)) {
            ++range.nonFinite;
            continue;
        }
        range.minimum = std::min(range.minimum.value_or(value), value);
        range.maximum = std::max(range.maximum.value_or(value), value);
    }
    return range;
}

bool areConsecutive(std::span<const std::int64_t> steps) {
    // Steps may be anything a damaged or hostile journal holds: the difference is taken without sign, where it cannot overflow.
    const auto isGap = [](std::int64_t a, std::int64_t b) { return static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a) != 1; };
    return std::adjacent_find(steps.begin(), steps.end(), isGap) == steps.end();
}

std::vector<std::int64_t> stepsOf(const Statement& row, int firstStep, int count, int steps) {
    if (!row.isNull(steps)) return row.numbers<std::int64_t>(steps);
    std::vector<std::int64_t> result(static_cast<std::size_t>(row.integer(count)));
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(row.integer(firstStep)) + i);
    return result;
}

}  // namespace

ChunkStatements::ChunkStatements(sqlite3* connection)
    : last(connection,
           "SELECT ordinal, first_step, count, steps, times, points FROM chunk WHERE series = ?1 ORDER BY ordinal DESC LIMIT 1"),
      insert(connection,
             "INSERT INTO chunk(series, ordinal, first_step, last_step, count, non_finite, minimum, maximum, steps, times, points)"
             " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
      update(connection,
             "UPDATE chunk SET first_step = ?3, last_step = ?4, count = ?5, non_finite = ?6, minimum = ?7, maximum = ?8, steps = ?9,"
             " times = ?10, points = ?11 WHERE series = ?1 AND ordinal = ?2") {}

ChunkWriter::ChunkWriter(ChunkStatements& statements, std::int64_t series) : m_statements(&statements), m_series(series) {
    m_steps.reserve(kChunkPoints);
    m_times.reserve(kChunkPoints);
    m_values.reserve(kChunkPoints);
    Statement& last = statements.last;
    last.bind(series);
    if (last.step()) {
        m_stored = last.integer(2) < static_cast<std::int64_t>(kChunkPoints);
        m_ordinal = last.integer(0) + (m_stored ? 0 : 1);
        if (m_stored) {
            m_steps = stepsOf(last, 1, 2, 3);
            m_times = last.numbers<double>(4);
            m_values = last.numbers<double>(5);
        }
    }
    last.run();
}

void ChunkWriter::append(std::span<const std::int64_t> steps, std::span<const double> times, std::span<const double> values) {
    while (!steps.empty()) {
        const std::size_t taken = std::min(steps.size(), kChunkPoints - m_steps.size());
        m_steps.insert(m_steps.end(), steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(taken));
        m_times.insert(m_times.end(), times.begin(), times.begin() + static_cast<std::ptrdiff_t>(taken));
        m_values.insert(m_values.end(), values.begin(), values.begin() + static_cast<std::ptrdiff_t>(taken));
        m_changed = true;
        if (m_steps.size() == kChunkPoints) finish();
        steps = steps.subspan(taken);
        times = times.subspan(taken);
        values = values.subspan(taken);
    }
}

void ChunkWriter::finish() {
    if (!m_changed) return;
    const Range range = rangeOf(m_values);
    Statement& write = m_stored ? m_statements->update : m_statements->insert;
    write.bind(m_series, m_ordinal, m_steps.front(), m_steps.back(), m_steps.size(), range.nonFinite, range.minimum, range.maximum,
               areConsecutive(m_steps) ? std::span<const std::byte>() : std::as_bytes(std::span(m_steps)),
               std::as_bytes(std::span(m_times)), std::as_bytes(std::span(m_values)));
    write.run();
    m_stored = true;
    m_changed = false;
    if (m_steps.size() < kChunkPoints) return;
    ++m_ordinal;
    m_stored = false;
    m_steps.clear();
    m_times.clear();
    m_values.clear();
}

std::vector<Point> readPoints(sqlite3* connection, std::int64_t series) {
    std::vector<Point> points;
    Statement chunks(connection, "SELECT first_step, count, steps, times, points FROM chunk WHERE series = ?1 ORDER BY ordinal");
    chunks.bind(series);
    while (chunks.step()) {
        const auto steps = stepsOf(chunks, 0, 1, 2);
        const auto times = chunks.numbers<double>(3), values = chunks.numbers<double>(4);
        if (times.size() != steps.size() || values.size() != steps.size())
            throw StoreFailure{Error(ErrorCode::Corrupt, say("A chunk of points in the database is damaged."),
                                     say("Run \"seekbench-cli rebuild\": it makes the database anew from the run folders."))};
        for (std::size_t i = 0; i < steps.size(); ++i) points.push_back({steps[i], times[i], values[i]});
    }
    const auto notAfter = [](const Point& a, const Point& b) { return a.step >= b.step; };
    if (std::adjacent_find(points.begin(), points.end(), notAfter) == points.end()) return points;
    std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.step < b.step; });
    // From behind, so that of equal steps the last stays.
    const auto kept = std::unique(points.rbegin(), points.rend(), [](const Point& a, const Point& b) { return a.step == b.step; });
    points.erase(points.begin(), kept.base());
    return points;
}

}  // namespace seekbench
