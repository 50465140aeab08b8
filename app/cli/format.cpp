// SPDX-License-Identifier: Apache-2.0
#include "app/cli/format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "core/run/metric.h"

namespace seekbench {
namespace {

template <class... Arguments>
std::string formatted(const char* format, Arguments... arguments) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, format, arguments...);
    return buffer;
}

// The code point that begins at text[i]; moves i behind it. Broken UTF-8 counts byte by byte.
char32_t codePointAt(std::string_view text, std::size_t& i) {
    const auto byte = static_cast<unsigned char>(text[i++]);
    const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    char32_t point = more == 3 ? byte & 0x07 : more == 2 ? byte & 0x0F : more == 1 ? byte & 0x1F : byte;
    for (int k = 0; k < more && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; ++k)
        point = point << 6 | (static_cast<unsigned char>(text[i++]) & 0x3F);
    return point;
}

int columnsOf(char32_t point) {
    struct Range {
        char32_t first, last;
    };
    static constexpr std::array kNone = {Range{0x0300, 0x036F}, Range{0x200B, 0x200F}, Range{0xFE00, 0xFE0F}};
    static constexpr std::array kWide = {Range{0x1100, 0x115F}, Range{0x2E80, 0xA4CF},   Range{0xAC00, 0xD7A3},
                                         Range{0xF900, 0xFAFF}, Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},
                                         Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1FAFF}, Range{0x20000, 0x3FFFD}};
    const auto holds = [point](const Range& range) { return point >= range.first && point <= range.last; };
    if (std::any_of(kNone.begin(), kNone.end(), holds)) return 0;
    return std::any_of(kWide.begin(), kWide.end(), holds) ? 2 : 1;
}

}  // namespace

std::string withSeparators(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3; i -= 3) digits.insert(i - 3, 1, ',');
    return digits;
}

std::string bytesText(double bytes) {
    static constexpr std::array kUnits = {"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    while (bytes >= 999.5 && unit + 1 < kUnits.size()) {
        bytes /= 1000;
        ++unit;
    }
    return formatted(unit == 0 || bytes >= 99.95 ? "%.0f %s" : "%.1f %s", bytes, kUnits[unit]);
}

std::string numberText(double number) {
    if (std::isnan(number)) return "not a number";
    if (std::isinf(number)) return number > 0 ? "infinite" : "-infinite";
    if (std::abs(number) >= 1e15) return formatted("%.4g", number);  // may be more than an integer holds
    if (number == std::floor(number)) return withSeparators(static_cast<std::int64_t>(number));
    if (std::abs(number) >= 1000) return withSeparators(std::llround(number));
    return formatted("%.4g", number);
}

std::string durationText(double seconds) {
    const auto whole = static_cast<long long>(std::llround(std::max(seconds, 0.0)));
    if (whole < 60) return formatted("%lld s", whole);
    if (whole < 3600) return formatted("%lld min %lld s", whole / 60, whole % 60);
    return formatted("%lld h %lld min", whole / 3600, whole % 3600 / 60);
}

std::string timeText(double secondsSince1970) {
    const auto time = static_cast<std::time_t>(secondsSince1970);
    std::tm parts{};
    ::localtime_r(&time, &parts);
    char buffer[32];
    std::strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M", &parts);
    return buffer;
}

std::string valueText(std::string_view series, double value) {
    const auto kind = std::ranges::find(seriesKinds(), series, &SeriesKind::name);
    if (kind == seriesKinds().end() || kind->unit.empty() || !std::isfinite(value)) return numberText(value);
    return kind->unit == "B" ? bytesText(value) : numberText(value) + " " + std::string(kind->unit);
}

int columnsOf(std::string_view text) {
    int columns = 0;
    for (std::size_t i = 0; i < text.size();) columns += columnsOf(codePointAt(text, i));
    return columns;
}

std::string oneLine(std::string text) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    std::replace_if(text.begin(), text.end(), isControl, '?');
    return text;
}

std::string table(std::vector<std::vector<std::string>> rows) {
    std::vector<int> widths;
    for (auto& row : rows) {
        for (std::string& cell : row) cell = oneLine(std::move(cell));
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columnsOf(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size()) text.append(static_cast<std::size_t>(widths[i] - columnsOf(row[i]) + 2), ' ');
        }
        text += '\n';
    }
    return text;
}

}  // namespace seekbench
