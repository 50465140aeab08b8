// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"
#include "core/data/prices/bars.h"

namespace seekbench {

// Windows over a series of bars: a sample is what is known on a day (the returns and indicators of the last `window` bars), its target
// the logarithm of what the close will be multiplied with in the next `horizon` bars, or whether that is up. Features at a bar use that
// bar and earlier ones only; bars at which some indicator is not known yet are left out. Each feature is scaled to mean 0 and deviation
// 1 over the bars that the fitted samples see.
class PriceWindows final : public Dataset {
public:
    enum class Target { Return, Direction };  // Direction: 0 down or unchanged, 1 up
    struct Options {
        std::int64_t window = 256, horizon = 1;
        Target target = Target::Direction;
        std::vector<ChosenIndicator> indicators;
    };
    static Result<std::unique_ptr<Dataset>> make(Bars bars, const Options& options);
    // What make() will give for `bars` bars; 0: not known.
    static SampleSpec describe(const Options& options, std::int64_t bars);

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : 0; }
    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override;
    std::string fingerprint() const override { return m_fingerprint; }
    void fit(Part part, std::span<const std::int64_t> indices) override;
    std::optional<std::int64_t> stratumOf(Part part, std::int64_t index) const override;
    // Direction accuracy of always saying the more frequent direction of the fitted samples (majority), and of saying that the last
    // `horizon` bars go on (persistence).
    std::vector<Baseline> baselines(Part part, std::span<const std::int64_t> indices) const override;

    std::vector<std::string> featureNames() const;

private:
    PriceWindows() = default;
    double futureReturn(std::int64_t index) const;
    std::size_t lastBar(std::int64_t index) const;  // of the sample's window: today

    std::vector<Bar> m_bars;
    Options m_options;
    std::size_t m_first = 0;        // bar at which all features are known
    std::size_t m_width = 0;        // features
    std::vector<float> m_features;  // (bar from m_first on, feature), not scaled
    std::vector<IndicatorColumn> m_columns;
    std::vector<float> m_mean, m_deviation;
    bool m_majorityUp = true;
    SampleSpec m_spec;
    std::string m_fingerprint;
};

// Rows of the registry: a file, and a market whose truth is known.
DatasetKind pricesKind();
DatasetKind generatedMarketKind();

// Bars of a market that is made up. Each bar is eight steps; a step multiplies the price by 1 + x or divides it by that, each equally
// likely, x between 0 and a bound that makes the deviation of a bar `volatility`: a random walk, in which up and down are equally likely.
// A trend adds a drift of `signalToNoise` deviations a bar, upward or downward; it turns with probability 1/trendLength at each bar. Who
// knew the trend would be right about the next bar with probability Φ(signalToNoise), 54 % at 0.1.
struct MarketOptions {
    std::int64_t bars = 4000;
    double volatility = 0.01;
    double signalToNoise = 0;  // 0: a random walk
    double trendLength = 50;
    std::int64_t seed = 0;
};
Bars generatedBars(const MarketOptions& options);

}  // namespace seekbench
