// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/column_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace seekbench {
namespace {

constexpr std::size_t kMostWordBytes = std::size_t{256} << 20;  // of one column

}  // namespace

ColumnTypes::Value ColumnTypes::add(std::string_view cell) {
    Value value;
    if (isMissing(cell)) return value;
    m_any = true;
    if (m_numbers) m_numbers = (value.number = numberIn(cell)).has_value();
    if (m_dates) m_dates = (value.date = dateIn(cell)).has_value();
    // The words of a column of numbers are of no interest, unless it turns out to be none: then those counted so far are missing, and
    // the count comes out too small by them. It is a limit, not a truth.
    if (m_numbers || m_dates || !m_words) return value;
    const std::string_view word = trimmed(cell);
    if (m_seen.find(word) != m_seen.end()) return value;
    m_seen.emplace(word);
    m_bytes += word.size();
    if (m_seen.size() > m_mostWords || m_bytes > kMostWordBytes) {
        m_words = false;
        m_seen.clear();
    }
    return value;
}

ColumnType ColumnTypes::type() const {
    // Eight digits are a date as well as a number; a column of them is taken for dates.
    if (m_any && m_dates) return ColumnType::Date;
    if (m_numbers) return ColumnType::Number;
    return m_words ? ColumnType::Category : ColumnType::Text;
}

ColumnBuilder::ColumnBuilder(std::string name, ColumnType type, std::size_t mostWords) : m_mostWords(mostWords) {
    m_column.name = std::move(name);
    m_column.type = type;
}

Result<void> ColumnBuilder::add(std::string_view cell) {
    const bool missing = isMissing(cell);
    m_column.missing += missing;
    const auto wrong = [&](const char* sentence) {
        return Error(ErrorCode::InvalidInput, say(sentence, m_column.name, trimmed(cell).substr(0, 60)),
                     say("Correct the cell, or leave the column out."));
    };
    switch (m_column.type) {
        case ColumnType::Number: {
            const auto number = missing ? std::nullopt : numberIn(cell);
            if (!missing && !number) return wrong("The column \"%1\" has numbers, and \"%2\" is none.");
            // Beyond the largest float there is nothing to learn from.
            const float value = number ? static_cast<float>(*number) : std::numeric_limits<float>::quiet_NaN();
            if (!missing && !std::isfinite(value)) ++m_column.missing;
            m_column.numbers.push_back(std::isfinite(value) ? value : std::numeric_limits<float>::quiet_NaN());
            break;
        }
        case ColumnType::Date: {
            auto time = missing ? std::nullopt : dateIn(cell);
            // A time column may also hold seconds since 1970.
            if (const auto number = missing || time ? std::nullopt : numberIn(cell); number && std::abs(*number) < 1e12)
                time = static_cast<std::int64_t>(*number);
            if (!missing && !time) return wrong("The column \"%1\" has dates, and \"%2\" is none.");
            m_column.times.push_back(time.value_or(Column::kNoTime));
            break;
        }
        case ColumnType::Category:
            if (!missing) return addWord(trimmed(cell));
            m_column.codes.push_back(-1);
            break;
        case ColumnType::Text: break;
    }
    return {};
}

Result<void> ColumnBuilder::addWord(std::string_view word) {
    auto found = m_codes.find(word);
    if (found == m_codes.end()) {
        m_bytes += word.size();
        if (m_codes.size() >= m_mostWords || m_bytes > kMostWordBytes)
            return Error(ErrorCode::InvalidInput, say("The column \"%1\" has more than %2 different words.", m_column.name, m_codes.size()),
                         say("Leave the column out."));
        found = m_codes.emplace(std::string(word), static_cast<std::int32_t>(m_codes.size())).first;
    }
    m_column.codes.push_back(found->second);
    return {};
}

Column ColumnBuilder::finish() && {
    // In the order of their text rather than of their appearance, so that the order of the rows decides nothing.
    m_column.words.resize(m_codes.size());
    for (const auto& [word, code] : m_codes) m_column.words[static_cast<std::size_t>(code)] = word;
    std::vector<std::int32_t> order(m_codes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::int32_t code) -> const std::string& { return m_column.words[static_cast<std::size_t>(code)]; });
    std::vector<std::int32_t> place(order.size());
    std::vector<std::string> words;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
        words.push_back(std::move(m_column.words[static_cast<std::size_t>(order[i])]));
    }
    m_column.words = std::move(words);
    for (std::int32_t& code : m_column.codes)
        if (code >= 0) code = place[static_cast<std::size_t>(code)];
    return std::move(m_column);
}

}  // namespace seekbench
