// SPDX-License-Identifier: Apache-2.0
#include "core/data/indicators/indicator.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/data/indicators/running.h"

namespace seekbench {
namespace {

constexpr std::string_view kSeparators = " ,;\t\n";

Error unreadable(Message what) {
    return Error(ErrorCode::InvalidInput, std::move(what),
                 say("Write indicators as in \"sma(5, 10, 20) macd rsi(14)\"; \"all\" stands for the twelve there are."));
}

// The numbers of "5, 10, 20"; nothing when something else stands there.
std::optional<std::vector<double>> numbersIn(std::string_view text) {
    std::vector<double> numbers;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kSeparators), text.size()));
        if (text.empty()) return numbers;
        double number = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failure != std::errc() || !std::isfinite(number)) return std::nullopt;
        numbers.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
}

ParameterValue valueOf(const ParameterSpec& spec, double number) {
    const bool isWhole = number == std::floor(number) && std::abs(number) < 1e15;
    if (spec.type == ParameterType::Boolean && (number == 0 || number == 1)) return number == 1;
    if (spec.type == ParameterType::Integer && isWhole) return static_cast<std::int64_t>(number);
    return number;
}

Result<ChosenIndicator> chosen(const IndicatorKind& row, const std::vector<double>& numbers) {
    ParameterValues values;
    const auto& specs = row.kind.parameters;
    if (specs.size() == 1 && specs.front().type == ParameterType::Integers && !numbers.empty()) {
        Integers list;
        for (const double number : numbers) {
            if (number != std::floor(number) || std::abs(number) > 1e9)
                return unreadable(say("The indicator \"%1\" takes whole numbers; %2 is none.", row.kind.id, number));
            list.push_back(static_cast<std::int64_t>(number));
        }
        values.emplace(specs.front().name, std::move(list));
    } else {
        if (numbers.size() > specs.size())
            return unreadable(
                say("The indicator \"%1\" has %2 parameters, and %3 numbers are given.", row.kind.id, specs.size(), numbers.size()));
        for (std::size_t i = 0; i < numbers.size(); ++i) values.emplace(specs[i].name, valueOf(specs[i], numbers[i]));
    }
    auto resolved = ResolvedParameters::from(specs, values);
    if (!resolved.problems.empty()) return unreadable(resolved.problems.front().message).in(say("reading the indicator %1", row.kind.id));
    return ChosenIndicator{&row, std::move(resolved.parameters)};
}

}  // namespace

const IndicatorKind* findIndicatorKind(std::string_view id) {
    const auto rows = indicatorKinds();
    const auto row = std::ranges::find(rows, id, [](const IndicatorKind& kind) { return kind.kind.id; });
    return row == rows.end() ? nullptr : &*row;
}

Result<std::vector<ChosenIndicator>> indicatorsFromText(std::string_view text) {
    constexpr std::size_t kMost = 100;
    std::vector<ChosenIndicator> list;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kSeparators), text.size()));
        if (text.empty()) return list;
        if (list.size() >= kMost) return unreadable(say("More than %1 indicators are named.", kMost));
        const std::size_t end = std::min(text.find_first_of(" ,;\t\n("), text.size());
        const std::string_view id = text.substr(0, end);
        text.remove_prefix(end);
        if (id == "all") {
            for (const IndicatorKind& row : indicatorKinds())
                list.push_back({&row, ResolvedParameters::from(row.kind.parameters, {}).parameters});
            continue;
        }
        std::string_view inside;
        const std::size_t bracket = text.find_first_not_of(' ');
        if (bracket != std::string_view::npos && text[bracket] == '(') {
            const std::size_t close = text.find(')', bracket);
            if (close == std::string_view::npos) return unreadable(say("The bracket behind \"%1\" is never closed.", id));
            inside = text.substr(bracket + 1, close - bracket - 1);
            text.remove_prefix(close + 1);
        }
        const IndicatorKind* row = findIndicatorKind(id);
        if (!row) return unreadable(say("There is no indicator \"%1\".", id));
        const auto numbers = numbersIn(inside);
        if (!numbers) return unreadable(say("The parameters of the indicator \"%1\" are not numbers: %2.", id, inside));
        auto indicator = chosen(*row, *numbers);
        if (!indicator) return indicator.error();
        list.push_back(std::move(*indicator));
    }
}

IndicatorTable indicatorTable(std::span<const ChosenIndicator> indicators, std::span<const Bar> bars) {
    IndicatorTable table;
    std::vector<std::unique_ptr<Indicator>> running;
    std::vector<std::size_t> widths;
    for (const ChosenIndicator& indicator : indicators) {
        const auto columns = indicator.kind->columns(indicator.parameters);
        table.columns.insert(table.columns.end(), columns.begin(), columns.end());
        table.warmUp = std::max(table.warmUp, indicator.kind->warmUp(indicator.parameters));
        widths.push_back(columns.size());
        running.push_back(indicator.kind->make(indicator.parameters));
    }
    table.values.resize(bars.size() * table.columns.size());
    std::span<double> left(table.values);
    for (const Bar& bar : bars)
        for (std::size_t i = 0; i < running.size(); ++i) {
            running[i]->next(bar, left.first(widths[i]));
            left = left.subspan(widths[i]);
        }
    return table;
}

IndicatorTable scaleFree(IndicatorTable table, std::span<const Bar> bars) {
    const std::size_t width = table.columns.size();
    const IndicatorTable original = table;
    const auto span = static_cast<std::size_t>(kVolumeSpan);
    for (std::size_t column = 0; column < width; ++column) {
        const IndicatorUnit unit = table.columns[column].unit;
        if (unit == IndicatorUnit::CumulativeVolume) table.warmUp = std::max(table.warmUp, kVolumeSpan);
        running::Window volumes(span);
        for (std::size_t row = 0; row < bars.size(); ++row) {
            double& value = table.values[row * width + column];
            const double close = bars[row].close;
            switch (unit) {
                case IndicatorUnit::Price: value = value / close - 1; break;
                case IndicatorUnit::PriceDifference: value /= close; break;
                case IndicatorUnit::Level: break;
                case IndicatorUnit::CumulativeVolume: {
                    volumes.push(bars[row].volume);
                    const double traded = volumes.mean() * static_cast<double>(kVolumeSpan);
                    value = row < span   ? running::kNotYet
                            : traded > 0 ? (value - original.values[(row - span) * width + column]) / traded
                                         : 0;
                    break;
                }
            }
        }
    }
    return table;
}

}  // namespace seekbench
