// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/csv_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

namespace seekbench {

CsvParser::CsvParser(char delimiter, Sink sink) : m_delimiter(delimiter), m_sink(std::move(sink)) {}

Result<void> CsvParser::feed(std::string_view text) {
    while (!text.empty()) {
        if (m_state == State::Plain) {
            // The common case, many letters at once: up to the next one that means something.
            std::size_t plain = 0;
            while (plain < text.size() && text[plain] != m_delimiter && text[plain] != '\n' && text[plain] != '\r') ++plain;
            if (m_text.size() + plain > kLongestRow) return tooLong();
            m_text.append(text.substr(0, plain));
            text.remove_prefix(plain);
            if (text.empty()) return {};
        }
        if (auto taken = take(text.front()); !taken) return taken;
        text.remove_prefix(1);
    }
    return {};
}

Result<void> CsvParser::take(char letter) {
    const bool belongsToReturn = m_afterReturn && letter == '\n';
    m_afterReturn = false;
    if (belongsToReturn) return {};
    const bool isLineEnd = letter == '\n' || letter == '\r';
    if (m_state == State::Quoted) {
        if (letter == '"') {
            m_state = State::QuoteInQuoted;
            return {};
        }
        if (letter == '\n') ++m_line;
        return grow(letter);
    }
    if (letter == '"' && m_state != State::Plain) {
        const bool isDoubled = m_state == State::QuoteInQuoted;
        m_state = State::Quoted;
        m_rowHasText = true;
        return isDoubled ? grow(letter) : Result<void>();
    }
    if (letter == m_delimiter) {
        endCell();
        m_rowHasText = true;
        if (m_ends.size() > kMostCells)
            return Error(ErrorCode::InvalidInput, say("Line %1 has more than %2 cells.", m_line, kMostCells),
                         say("Choose another delimiter, or split the table."));
        return {};
    }
    if (isLineEnd) {
        m_afterReturn = letter == '\r';
        auto done = endRow();
        m_rowLine = ++m_line;
        return done;
    }
    if (m_state == State::QuoteInQuoted)
        return Error(ErrorCode::InvalidInput, say("Line %1 has text behind a closing quote.", m_line),
                     say("Double the quotes inside a quoted cell, or choose another delimiter."));
    m_state = State::Plain;
    m_rowHasText = true;
    return grow(letter);
}

Error CsvParser::tooLong() const {
    return Error(ErrorCode::InvalidInput, say("The row that begins in line %1 is longer than %2 bytes.", m_rowLine, kLongestRow),
                 say("Look for a quote that is never closed, or choose another file."));
}

Result<void> CsvParser::grow(char letter) {
    if (m_text.size() >= kLongestRow) return tooLong();
    m_text.push_back(letter);
    return {};
}

void CsvParser::endCell() {
    m_ends.push_back(m_text.size());
    m_state = State::CellStart;
}

Result<void> CsvParser::endRow() {
    if (!m_rowHasText) return {};
    endCell();
    m_cells.clear();
    std::size_t begin = 0;
    for (const std::size_t end : m_ends) {
        m_cells.push_back(std::string_view(m_text).substr(begin, end - begin));
        begin = end;
    }
    auto done = m_sink({m_cells, m_rowLine});
    m_text.clear();
    m_ends.clear();
    m_rowHasText = false;
    return done;
}

Result<void> CsvParser::finish() {
    if (m_state == State::Quoted)
        return Error(ErrorCode::InvalidInput, say("The quote of the row that begins in line %1 is never closed.", m_rowLine),
                     say("Close it, or choose another delimiter."));
    return endRow();
}

std::string_view trimmed(std::string_view cell) {
    constexpr std::string_view kSpaces = " \t\n\r";
    const std::size_t begin = std::min(cell.find_first_not_of(kSpaces), cell.size());
    cell.remove_prefix(begin);
    while (!cell.empty() && kSpaces.find(cell.back()) != std::string_view::npos) cell.remove_suffix(1);
    return cell;
}

std::optional<double> numberIn(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.starts_with('+')) cell.remove_prefix(1);
    if (cell.empty() || cell.starts_with('+')) return std::nullopt;
    double number = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (failure == std::errc::result_out_of_range && end == cell.data() + cell.size()) return std::nullopt;
    if (failure != std::errc() || end != cell.data() + cell.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

bool isMissing(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.empty()) return true;
    // What is missing begins with none of the letters that most cells begin with: this is asked for every cell of a file.
    if (cell.size() > 12 || std::string_view("nN#?-+iI").find(cell.front()) == std::string_view::npos) return false;
    std::array<char, 12> lower{};
    std::ranges::transform(cell, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::string_view word(lower.data(), cell.size());
    constexpr std::string_view kWords[] = {"na", "n/a", "#n/a", "nan", "null", "none", "?", "-", "--", "nil", "#value!", "#div/0!"};
    if (std::ranges::find(kWords, word) != std::end(kWords)) return true;
    if (word.starts_with('+') || word.starts_with('-')) word.remove_prefix(1);
    return word == "inf" || word == "infinity" || word == "nan";
}

namespace {

// Takes a whole number of at most `most` digits from the front; nothing when there is none.
std::optional<int> takeDigits(std::string_view& text, std::size_t most) {
    std::size_t count = 0;
    int number = 0;
    while (count < text.size() && count < most && text[count] >= '0' && text[count] <= '9') number = number * 10 + (text[count++] - '0');
    if (count == 0) return std::nullopt;
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char letter) {
    if (!text.starts_with(letter)) return false;
    text.remove_prefix(1);
    return true;
}

// "9:30", "09:30:00", "09:30:00.000Z"; nothing when it is no time of day.
std::optional<std::int64_t> timeOfDay(std::string_view text) {
    const auto hour = takeDigits(text, 2);
    if (!hour || !take(text, ':')) return std::nullopt;
    const auto minute = takeDigits(text, 2);
    int second = 0;
    if (take(text, ':')) {
        const auto read = takeDigits(text, 2);
        if (!read) return std::nullopt;
        second = *read;
        if (take(text, '.') && !takeDigits(text, 9)) return std::nullopt;
    }
    take(text, 'Z');
    if (!minute || !text.empty() || *hour > 23 || *minute > 59 || second > 59) return std::nullopt;
    return *hour * 3600 + *minute * 60 + second;
}

}  // namespace

std::optional<std::int64_t> dateIn(std::string_view cell) {
    std::string_view text = trimmed(cell);
    const auto year = takeDigits(text, 4);
    if (!year || *year < 1000 || text.empty()) return std::nullopt;
    const char separator = text.front();
    const bool isSeparated = separator == '-' || separator == '/' || separator == '.';
    if (isSeparated) text.remove_prefix(1);
    const auto month = takeDigits(text, 2);
    if (!month || (isSeparated && !take(text, separator))) return std::nullopt;
    const auto day = takeDigits(text, 2);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    const std::int64_t seconds = std::chrono::sys_days(date).time_since_epoch().count() * std::int64_t{86400};
    if (text.empty()) return seconds;
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    const auto time = timeOfDay(trimmed(text));
    return time ? std::optional(seconds + *time) : std::nullopt;
}

}  // namespace seekbench
