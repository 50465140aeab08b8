// SPDX-License-Identifier: Apache-2.0
#include "core/data/description/column_facts.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/data/random.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostCounted = 4096;       // different values that are counted one by one …
constexpr std::size_t kLongestCounted = 256;     // … none of which is longer than so many bytes
constexpr std::int64_t kMostNumberClasses = 20;  // as core/data/table/table_dataset.cpp has it

std::uint64_t mixed(std::uint64_t bits) { return SplitMix64(bits).next(); }

std::string numberName(double number) {
    constexpr double kExact = 1e15;
    return std::abs(number) < kExact ? argumentText(static_cast<std::int64_t>(number)) : argumentText(number);
}

}  // namespace

bool ColumnFacts::isClasses() const {
    if (type == ColumnType::Category) return true;
    return type == ColumnType::Number && isWhole && !classes.empty() && distinct <= kMostNumberClasses;
}

void DistinctCounter::add(std::uint64_t hash) {
    const std::uint64_t bits = mixed(hash);
    const std::size_t place = bits % m_registers.size();
    const auto rank = static_cast<std::uint8_t>(std::countl_zero(bits | (m_registers.size() - 1)) + 1);
    m_registers[place] = std::max(m_registers[place], rank);
}

std::int64_t DistinctCounter::estimate() const {
    const auto count = static_cast<double>(m_registers.size());
    double sum = 0;
    std::int64_t empty = 0;
    for (const std::uint8_t rank : m_registers) {
        sum += std::ldexp(1.0, -rank);
        empty += rank == 0;
    }
    const double raw = 0.7213 / (1 + 1.079 / count) * count * count / sum;
    // Few values: counting the empty registers is better.
    if (raw <= 2.5 * count && empty > 0) return std::llround(count * std::log(count / static_cast<double>(empty)));
    return std::llround(raw);
}

ColumnObserver::ColumnObserver(std::string name) : m_types(TableOptions{}.mostWords) { m_facts.name = std::move(name); }

void ColumnObserver::add(std::string_view cell) {
    m_number = ColumnFacts::kNoNumber;
    m_code = 0;
    if (isMissing(cell)) {
        ++m_facts.missing;
        return;
    }
    const auto value = m_types.add(cell);
    const std::string_view word = trimmed(cell);
    m_code = WordHash()(word) | 1;
    m_distinct.add(m_code);
    if (m_counting) {
        if (const auto found = m_counts.find(word); found != m_counts.end())
            ++found->second;
        else if (m_counts.size() < kMostCounted && word.size() <= kLongestCounted)
            m_counts.emplace(word, 1);
        else {
            m_counting = false;
            m_counts.clear();
        }
    }
    if (value.number) {
        m_number = *value.number;
        ++m_numbers;
        const double step = m_number - m_mean;
        m_mean += step / static_cast<double>(m_numbers);
        m_squares += step * (m_number - m_mean);
        m_least = m_numbers == 1 ? m_number : std::min(m_least, m_number);
        m_most = m_numbers == 1 ? m_number : std::max(m_most, m_number);
        m_whole = m_whole && m_number == std::floor(m_number);
        m_steps = m_steps && (m_numbers == 1 || m_number == m_last + 1);
        m_last = m_number;
    }
    if (value.date) {
        const auto time = static_cast<double>(*value.date);
        ++m_dates;
        m_earliest = m_dates == 1 ? time : std::min(m_earliest, time);
        m_latest = m_dates == 1 ? time : std::max(m_latest, time);
    }
    ++m_facts.count;
}

void ColumnObserver::keep(std::size_t place) {
    if (place == m_facts.sampleNumbers.size()) {
        m_facts.sampleNumbers.push_back(m_number);
        m_facts.sampleCodes.push_back(m_code);
    } else {
        m_facts.sampleNumbers[place] = m_number;
        m_facts.sampleCodes[place] = m_code;
    }
}

ColumnFacts ColumnObserver::finish() && {
    m_facts.type = m_types.type();
    m_facts.distinctIsExact = m_counting;
    m_facts.distinct = m_counting ? static_cast<std::int64_t>(m_counts.size()) : std::min(m_distinct.estimate(), m_facts.count);
    if (m_facts.type == ColumnType::Number && m_numbers > 0) {
        m_facts.minimum = m_least;
        m_facts.maximum = m_most;
        m_facts.mean = m_mean;
        m_facts.deviation = std::sqrt(m_squares / static_cast<double>(m_numbers));
        m_facts.isWhole = m_whole;
        m_facts.countsRows = m_whole && m_steps && m_numbers > 2 && m_facts.missing == 0;
    }
    if (m_facts.type == ColumnType::Date && m_dates > 0) {
        m_facts.minimum = m_earliest;
        m_facts.maximum = m_latest;
    }
    if (!m_counting || m_facts.type == ColumnType::Date || m_facts.type == ColumnType::Text) return std::move(m_facts);
    if (m_facts.type == ColumnType::Number) {
        // "1", "1.0" and "01" are one number.
        std::unordered_map<double, std::int64_t> numbers;
        for (const auto& [word, count] : m_counts) numbers[numberIn(word).value_or(0)] += count;
        m_facts.distinct = static_cast<std::int64_t>(numbers.size());
        if (numbers.size() > ColumnFacts::kMostClasses || !m_whole) return std::move(m_facts);
        std::vector<std::pair<double, std::int64_t>> sorted(numbers.begin(), numbers.end());
        std::ranges::sort(sorted);
        for (const auto& [number, count] : sorted) m_facts.classes.push_back({numberName(number), count});
    } else if (m_counts.size() <= ColumnFacts::kMostClasses) {
        for (const auto& [word, count] : m_counts) m_facts.classes.push_back({word, count});
        std::ranges::sort(m_facts.classes, {}, &ClassCount::name);
    }
    return std::move(m_facts);
}

NumberObserver::NumberObserver(std::string name, std::vector<std::int64_t> extents) {
    m_facts.name = std::move(name);
    m_facts.extents = std::move(extents);
}

void NumberObserver::add(std::span<const double> numbers) {
    for (const double number : numbers) {
        if (!std::isfinite(number)) {
            ++m_facts.missing;
            continue;
        }
        ++m_facts.count;
        const double step = number - m_mean;
        m_mean += step / static_cast<double>(m_facts.count);
        m_squares += step * (number - m_mean);
        m_least = m_facts.count == 1 ? number : std::min(m_least, number);
        m_most = m_facts.count == 1 ? number : std::max(m_most, number);
        m_whole = m_whole && number == std::floor(number);
        if (m_counting) {
            ++m_counts[number];
            m_counting = m_counts.size() <= kMostCounted;
            if (m_counting) continue;
            for (const auto& [counted, count] : m_counts) m_distinct.add(std::bit_cast<std::uint64_t>(counted));
            m_counts.clear();
        } else {
            m_distinct.add(std::bit_cast<std::uint64_t>(number));
        }
    }
}

ColumnFacts NumberObserver::finish() && {
    m_facts.distinctIsExact = m_counting;
    m_facts.distinct = m_counting ? static_cast<std::int64_t>(m_counts.size()) : std::min(m_distinct.estimate(), m_facts.count);
    if (m_facts.count == 0) return std::move(m_facts);
    m_facts.minimum = m_least;
    m_facts.maximum = m_most;
    m_facts.mean = m_mean;
    m_facts.deviation = std::sqrt(m_squares / static_cast<double>(m_facts.count));
    m_facts.isWhole = m_whole;
    if (!m_whole || !m_counting || m_counts.size() > ColumnFacts::kMostClasses) return std::move(m_facts);
    std::vector<std::pair<double, std::int64_t>> sorted(m_counts.begin(), m_counts.end());
    std::ranges::sort(sorted);
    for (const auto& [number, count] : sorted) m_facts.classes.push_back({numberName(number), count});
    return std::move(m_facts);
}

}  // namespace seekbench
