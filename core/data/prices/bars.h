// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/data/indicators/indicator.h"
#include "core/data/table/text_file.h"

namespace seekbench {

struct Bars {
    std::vector<Bar> bars;    // in the order of time
    std::string fingerprint;  // of their numbers
};

// Reads a file with the open, high, low and close price and the volume of each day or minute, as price programs write them. The columns are
// known by their English or Chinese names (date or 日期, open or 开盘, high or 最高, low or 最低, close or 收盘, volume or 成交量 …), or
// by `columns`: six names, separated by commas, in the order date, open, high, low, close, volume. What comes with such files is put
// up with: a title above the names, a line of origin at the end, thousands in quotes ("1,234"), amounts such as 3.2万 and 1.5M, rows
// in falling order, days without trade (no prices, or zeros), which are left out. Errors name the line.
Result<Bars> readBars(const std::filesystem::path& path, TextEncoding encoding, const std::string& columns,
                      const ReadProgress& progress = {});

// Whether one of the first rows of a text, the beginning of a file, names the columns of prices.
bool namesBars(std::string_view head);

// An amount as price programs write it: "1,234.5", "3.2万", "1.5M"; nothing when it is none.
std::optional<double> amountIn(std::string_view cell);

}  // namespace seekbench
