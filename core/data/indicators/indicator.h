// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/kind.h"

namespace seekbench {

// What happened to a price in one step of time, such as a day.
struct Bar {
    std::int64_t time = 0;  // seconds since 1970 (UTC)
    double open = 0, high = 0, low = 0, close = 0;
    double volume = 0;
    bool operator==(const Bar&) const = default;
};

// An Indicator is a running calculation over bars. It sees bars one by one and never a later one, so its value at a bar cannot
// depend on the future. Its columns are NaN until enough bars have been seen; they are never filled backward.
class Indicator {
public:
    virtual ~Indicator() = default;
    // Takes the next bar and writes one value per column.
    virtual void next(const Bar& bar, std::span<double> columns) = 0;
};

// What a column is measured in; decides how it becomes a feature that means the same at any price (scaleFree()).
enum class IndicatorUnit {
    Price,             // a price, such as an average
    PriceDifference,   // a difference of prices
    Level,             // a number on a scale of its own, such as 0 to 100
    CumulativeVolume,  // a running sum of volumes: only its changes mean something
};

struct IndicatorColumn {
    std::string name;  // "sma_20", the same in every language
    IndicatorUnit unit = IndicatorUnit::Level;
    bool operator==(const IndicatorColumn&) const = default;
};

// A row of the table of indicators.
struct IndicatorKind {
    Kind kind;
    std::vector<IndicatorColumn> (*columns)(const Parameters& parameters);
    // How many of the first bars have a NaN in some column.
    std::int64_t (*warmUp)(const Parameters& parameters);
    std::unique_ptr<Indicator> (*make)(const Parameters& parameters);
};

// SMA, EMA, MACD, RSI, KDJ, Bollinger bands, ATR, OBV, CCI, Williams %R, ROC, ADX. The conventions (how averages start, Wilder's
// smoothing) are those of TA-Lib where it has the indicator; where they differ between programs, the row says what is done.
std::span<const IndicatorKind> indicatorKinds();
const IndicatorKind* findIndicatorKind(std::string_view id);

// A chosen indicator with all its parameters.
struct ChosenIndicator {
    const IndicatorKind* kind = nullptr;
    Parameters parameters;
};

// Reads a list such as "sma(5, 10, 20) macd rsi(14)": ids of rows, separated by spaces, commas or semicolons, each with the values
// of its parameters in their order, if they are not the usual ones. "all" is every row, "" none. A row whose parameter is a list
// takes all numbers for it. An error names the word it is about.
Result<std::vector<ChosenIndicator>> indicatorsFromText(std::string_view text);

// Columns of indicators over bars, row after row; NaN where a column is not known yet.
struct IndicatorTable {
    std::vector<IndicatorColumn> columns;
    std::vector<double> values;  // (bar, column)
    std::int64_t warmUp = 0;     // rows at the beginning that are not complete
};
IndicatorTable indicatorTable(std::span<const ChosenIndicator> indicators, std::span<const Bar> bars);

// Turns the columns into numbers that do not depend on the level of the price: a price becomes its distance from the close as a share of
// it, a difference a share of the close; of a cumulative volume the change over kVolumeSpan bars is taken as a share of the volume
// traded in them. Like the indicators it looks back only.
inline constexpr std::int64_t kVolumeSpan = 20;
IndicatorTable scaleFree(IndicatorTable table, std::span<const Bar> bars);

}  // namespace seekbench
