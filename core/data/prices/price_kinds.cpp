// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "core/base/hash.h"
#include "core/data/data_folders.h"
#include "core/data/prices/price_windows.h"
#include "core/data/random.h"
#include "core/data/table/text_parameters.h"

namespace seekbench {
namespace {

constexpr Parameter<std::string> kPath{"path"};
constexpr Parameter<std::string> kColumns{"columns"};
constexpr Parameter<std::int64_t> kWindow{"window"};
constexpr Parameter<std::int64_t> kHorizon{"horizon"};
constexpr Parameter<std::string> kTarget{"target"};
constexpr Parameter<std::string> kIndicators{"indicators"};
constexpr Parameter<std::string> kProcess{"process"};
constexpr Parameter<std::int64_t> kBars{"bars"};
constexpr Parameter<double> kVolatility{"volatility"};
constexpr Parameter<double> kSignalToNoise{"signal_to_noise"};
constexpr Parameter<double> kTrendLength{"trend_length"};
constexpr Parameter<std::int64_t> kSeed{"seed"};

std::vector<ParameterSpec> withWindows(std::vector<ParameterSpec> first) {
    first.push_back(specOf(kWindow, phrase("Window"), phrase("How many bars a sample shows."), 256, 1, 65536, phrase("bars")));
    first.push_back(specOf(kHorizon, phrase("Horizon"), phrase("How many bars ahead the target lies."), 1, 1, 65536, phrase("bars")));
    first.push_back(specOf(kTarget, phrase("Target"),
                           phrase("direction: whether the close will be higher; return: the logarithm of its change."), "direction",
                           {"direction", "return"}));
    first.push_back(specOf(
        kIndicators, phrase("Indicators"),
        phrase("Beside the returns of open, high, low, close and volume: all, or a list such as \"sma(5, 10) rsi(14)\"."), "all", {}));
    return first;
}

Result<PriceWindows::Options> optionsOf(const Parameters& parameters) {
    auto indicators = indicatorsFromText(parameters[kIndicators]);
    if (!indicators) return indicators.error();
    return PriceWindows::Options{.window = parameters[kWindow],
                                 .horizon = parameters[kHorizon],
                                 .target = parameters[kTarget] == "return" ? PriceWindows::Target::Return : PriceWindows::Target::Direction,
                                 .indicators = std::move(*indicators)};
}

SampleSpec describeBars(const Parameters& parameters, std::int64_t bars) {
    const auto options = optionsOf(parameters);
    if (!options) return {};  // open() says what is wrong with the list
    return PriceWindows::describe(*options, bars);
}

Result<std::unique_ptr<Dataset>> openPrices(const Parameters& parameters) {
    const auto options = optionsOf(parameters);
    if (!options) return options.error();
    const auto path = findDataFile(parameters[kPath], dataFolders());
    if (!path) return path.error();
    auto bars = readBars(*path, encodingOf(parameters), parameters[kColumns]);
    if (!bars) return bars.error();
    return PriceWindows::make(std::move(*bars), *options);
}

MarketOptions marketOf(const Parameters& parameters) {
    return {.bars = parameters[kBars],
            .volatility = parameters[kVolatility],
            .signalToNoise = parameters[kProcess] == "trend" ? parameters[kSignalToNoise] : 0,
            .trendLength = parameters[kTrendLength],
            .seed = parameters[kSeed]};
}

Result<std::unique_ptr<Dataset>> openMarket(const Parameters& parameters) {
    const auto options = optionsOf(parameters);
    if (!options) return options.error();
    Bars bars = generatedBars(marketOf(parameters));
    constexpr double kLargest = 1e100;
    if (std::ranges::any_of(bars.bars, [](const Bar& bar) { return !(bar.high < kLargest && bar.low > 1 / kLargest); }))
        return Error(ErrorCode::InvalidInput, say("The made-up prices leave every scale."),
                     say("Take a smaller volatility, a weaker signal, or fewer bars."));
    return PriceWindows::make(std::move(bars), *options);
}

}  // namespace

Bars generatedBars(const MarketOptions& options) {
    constexpr int kSteps = 8;
    constexpr double kDay = 86400;
    Xoshiro256 random(static_cast<std::uint64_t>(options.seed), 0), trends(static_cast<std::uint64_t>(options.seed), 1);
    const auto share = [](Xoshiro256& from) { return (double{from.symmetric()} + 1) / 2; };
    // The square of a number drawn evenly from 0 to b is b²/3 on average.
    const double bound = options.volatility * std::sqrt(3.0 / kSteps);
    const double drift = 1 + options.volatility * options.signalToNoise / kSteps;
    Bars bars;
    bars.bars.reserve(static_cast<std::size_t>(options.bars));
    double price = 100;
    bool isRising = share(trends) < 0.5;
    for (std::int64_t i = 0; i < options.bars; ++i) {
        if (share(trends) * options.trendLength < 1) isRising = !isRising;
        Bar bar{.time = i * static_cast<std::int64_t>(kDay)};
        for (int step = 0; step < kSteps; ++step) {
            const double factor = 1 + bound * share(random);
            price = random.below(2) ? price * factor : price / factor;
            price = isRising ? price * drift : price / drift;
            if (step == 0) bar.open = bar.high = bar.low = price;
            bar.high = std::max(bar.high, price);
            bar.low = std::min(bar.low, price);
        }
        bar.close = price;
        // More is traded where the price moves more.
        bar.volume = std::floor(1e6 * (0.5 + share(random) + (bar.high - bar.low) / (bar.low * options.volatility)));
        bars.bars.push_back(bar);
    }
    Fingerprint fingerprint;
    for (const Bar& bar : bars.bars) {
        const double numbers[] = {bar.open, bar.high, bar.low, bar.close, bar.volume};
        fingerprint.add(std::as_bytes(std::span(numbers)));
    }
    bars.fingerprint = fingerprint.hex();
    return bars;
}

DatasetKind pricesKind() {
    return {.kind = {"prices", phrase("Prices (OHLCV)"),
                     phrase("Windows over a file of daily or minute prices, with indicators; exports of Chinese terminals are understood."),
                     withWindows({
                         requiredPath(kPath, phrase("The file; relative to a data folder, or a whole path.")),
                         encodingParameter(),
                         specOf(kColumns, phrase("Columns"),
                                phrase("Names of the columns of date, open, high, low, close and volume; empty: their English or Chinese "
                                       "names."),
                                "", {}),
                     })},
            .describe = [](const Parameters& parameters) { return describeBars(parameters, 0); },
            .open = openPrices};
}

DatasetKind generatedMarketKind() {
    return {
        .kind = {"generated_market", phrase("Made-up market"),
                 phrase(
                     "Windows over prices that are drawn: a random walk, in which nothing can be foretold, or trends of known strength."),
                 withWindows({
                     specOf(kProcess, phrase("Process"), phrase("random_walk: no direction; trend: one that turns now and then."),
                            "random_walk", {"random_walk", "trend"}),
                     specOf(kBars, phrase("Bars"), phrase("Length of the series."), 4000, 2, 1e7, phrase("bars")),
                     specOf(kVolatility, phrase("Volatility"), phrase("Standard deviation of the return of a bar."), 0.01, 1e-6, 0.5),
                     specOf(kSignalToNoise, phrase("Signal to noise"),
                            phrase("Drift of a trend in standard deviations of a bar; 0.1 can be right in 54 of 100 cases."), 0.1, 0, 10),
                     specOf(kTrendLength, phrase("Trend length"), phrase("How many bars a trend lasts on average."), 50.0, 1, 1e6,
                            phrase("bars")),
                     specOf(kSeed, phrase("Seed"), phrase("Of everything that is drawn."), 0, 0, 1e15),
                 })},
        .describe = [](const Parameters& parameters) { return describeBars(parameters, parameters[kBars]); },
        .open = openMarket};
}

}  // namespace seekbench
