// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers, times and tables for people. Whatever goes into JSON stays raw.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace seekbench {

std::string withSeparators(std::int64_t number);  // 1,234,567
std::string bytesText(double bytes);              // 12.3 MB; units of 1000
std::string numberText(double number);            // four significant digits; "not a number", "infinite"
std::string durationText(double seconds);         // 45 s, 2 min 5 s, 1 h 3 min
std::string timeText(double secondsSince1970);    // 2026-11-22 14:45, local time

// The value of a series in the unit of its kind: memory in MB, step times in s.
std::string valueText(std::string_view series, double value);

// How many columns of a terminal a UTF-8 text takes: two for wide characters (Chinese, emoji), none for combining ones.
int columnsOf(std::string_view text);

// A name that users have chosen, fit for a terminal: line breaks and control characters, which could move the cursor, are question marks.
std::string oneLine(std::string text);
// Lines with their cells aligned to the left, two blanks between columns.
std::string table(std::vector<std::vector<std::string>> rows);

}  // namespace seekbench
