// SPDX-License-Identifier: Apache-2.0
#include "core/store/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/run/metric.h"
#include "core/store/chunk.h"

namespace seekbench {
namespace {

void fold(SeriesFigures& figures, std::int64_t step, double time, double value) {
    ++figures.count;
    figures.last = value;
    figures.lastStep = step;
    figures.lastTime = time;
    if (!std::isfinite(value)) return;
    // Of equal extremes the earliest stays.
    if (!(figures.lowest <= value)) {
        figures.lowest = value;
        figures.lowestStep = step;
    }
    if (!(figures.highest >= value)) {
        figures.highest = value;
        figures.highestStep = step;
    }
}

void write(sqlite3* connection, std::int64_t run, std::string_view series, const SeriesFigures& figures) {
    if (figures.count == 0) {
        Statement(connection, "DELETE FROM figures WHERE run = ?1 AND series = ?2").bind(run, series).run();
        return;
    }
    Statement(connection,
              "INSERT OR REPLACE INTO figures(run, series, count, last, last_step, last_time, lowest, lowest_step, highest, highest_step)"
              " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(run, series, figures.count, figures.last, figures.lastStep, figures.lastTime, figures.lowest, figures.lowestStep,
              figures.highest, figures.highestStep)
        .run();
}

}  // namespace

bool isSummarised(std::string_view series) {
    if (series == series::kTrainLoss) return true;
    if (series.starts_with("undeclared.")) return false;
    const auto kinds = seriesKinds();
    const auto kind = std::ranges::find(kinds, series, &SeriesKind::name);
    if (kind != kinds.end()) return kind->grain == SeriesKind::Grain::Epoch;
    return series.starts_with("train.") || series.starts_with("val.");  // of a metric
}

std::vector<Point> currentPoints(sqlite3* connection, std::int64_t run, std::string_view series) {
    struct Part {
        std::int64_t fromStep;
        std::optional<std::int64_t> key;  // none: this attempt has no such series, and still covers its steps
    };
    std::vector<Part> parts;
    Statement row(connection,
                  "WITH number AS (SELECT number FROM attempt WHERE run = ?1 UNION SELECT attempt FROM series WHERE run = ?1)"
                  " SELECT coalesce(attempt.from_step, 0), series.key FROM number"
                  " LEFT JOIN attempt ON attempt.run = ?1 AND attempt.number = number.number"
                  " LEFT JOIN series ON series.run = ?1 AND series.attempt = number.number AND series.name = ?2"
                  " ORDER BY number.number DESC");
    row.bind(run, series);
    while (row.step()) parts.push_back({row.integer(0), row.isNull(1) ? std::nullopt : std::optional(row.integer(1))});

    // From the newest attempt down: what a newer one covers is no longer current in an older one.
    constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
    // Steps up to `covered` are not covered by a newer attempt, and from `taken` on there are its points. An attempt from step n covers
    // the steps after n; at n itself it may have what is measured when an epoch is over, if the attempt before did not come to it.
    std::int64_t covered = std::numeric_limits<std::int64_t>::max();
    std::optional<std::int64_t> taken;
    std::vector<std::vector<Point>> current;
    for (const Part& part : parts) {
        // An attempt from the beginning covers everything, also what is measured before the first step.
        const std::int64_t from = part.fromStep <= 0 ? kFirst : part.fromStep;
        if (part.key && from <= covered) {
            auto points = readPoints(connection, *part.key);
            std::erase_if(points,
                          [&](const Point& point) { return point.step > covered || (taken && point.step >= *taken) || point.step < from; });
            if (!points.empty()) taken = points.front().step;
            current.push_back(std::move(points));
        }
        covered = std::min(covered, from);
        if (covered == kFirst) break;
    }
    std::vector<Point> points;
    for (auto part = current.rbegin(); part != current.rend(); ++part) points.insert(points.end(), part->begin(), part->end());
    return points;
}

SeriesFigures figuresOf(std::span<const Point> points) {
    SeriesFigures figures;
    for (const Point& point : points) fold(figures, point.step, point.time, point.value);
    return figures;
}

void refreshFigures(sqlite3* connection, std::int64_t run) {
    std::vector<std::string> names;
    Statement row(connection, "SELECT DISTINCT name FROM series WHERE run = ?1");
    row.bind(run);
    while (row.step())
        if (isSummarised(row.text(0))) names.push_back(row.text(0));
    for (const std::string& name : names) write(connection, run, name, figuresOf(currentPoints(connection, run, name)));
}

void FigureRecorder::attemptStarted() {
    Statement earlier(m_connection, "SELECT 1 FROM series WHERE run = ?1 LIMIT 1");
    m_allStale = m_allStale || earlier.bind(m_run).step();
}

void FigureRecorder::append(std::string_view series, std::span<const std::int64_t> steps, std::span<const double> times,
                            std::span<const double> values) {
    if (m_allStale || steps.empty() || !isSummarised(series)) return;
    Entry& entry = this->entry(series);
    for (std::size_t i = 0; i < steps.size() && !entry.stale; ++i) {
        entry.stale = entry.figures.count > 0 && steps[i] <= entry.figures.lastStep;
        if (!entry.stale) fold(entry.figures, steps[i], times[i], values[i]);
    }
}

void FigureRecorder::finish() {
    if (m_allStale) return refreshFigures(m_connection, m_run);
    for (const auto& [series, entry] : m_entries)
        write(m_connection, m_run, series, entry.stale ? figuresOf(currentPoints(m_connection, m_run, series)) : entry.figures);
}

FigureRecorder::Entry& FigureRecorder::entry(std::string_view series) {
    if (const auto known = m_entries.find(series); known != m_entries.end()) return known->second;
    Entry& entry = m_entries[std::string(series)];
    Statement row(m_connection,
                  "SELECT count, last, last_step, last_time, lowest, lowest_step, highest, highest_step FROM figures"
                  " WHERE run = ?1 AND series = ?2");
    if (row.bind(m_run, series).step()) entry.figures = readFigures(row, 0);
    // Values of an attempt that is not the newest, or from before its first step, are not current: no folding then.
    Statement odd(m_connection,
                  "SELECT 1 FROM attempt JOIN run ON run.key = attempt.run WHERE run.key = ?1"
                  " AND (number > attempts OR (number = attempts AND from_step > 0 AND ?2 < from_step)) LIMIT 1");
    entry.stale = odd.bind(m_run, entry.figures.count ? entry.figures.lastStep : 0).step();
    return entry;
}

SeriesFigures readFigures(const Statement& row, int first) {
    // SQLite keeps a NaN as NULL.
    const auto real = [&](int column) {
        return row.isNull(first + column) ? std::numeric_limits<double>::quiet_NaN() : row.real(first + column);
    };
    return {.count = row.integer(first),
            .last = real(1),
            .lowest = real(4),
            .highest = real(6),
            .lastTime = real(3),
            .lastStep = row.integer(first + 2),
            .lowestStep = row.integer(first + 5),
            .highestStep = row.integer(first + 7)};
}

}  // namespace seekbench
