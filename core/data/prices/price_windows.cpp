// SPDX-License-Identifier: Apache-2.0
#include "core/data/prices/price_windows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/data/portable_math.h"

namespace seekbench {
namespace {

constexpr std::size_t kBarFeatures = 5;  // returns of open, high, low and close, and the change of the volume
constexpr double kMostFloats = 1 << 28;

std::int64_t warmUpOf(const PriceWindows::Options& options) {
    std::int64_t warmUp = 1;  // a return needs the bar before
    for (const ChosenIndicator& indicator : options.indicators) {
        warmUp = std::max(warmUp, indicator.kind->warmUp(indicator.parameters));
        for (const IndicatorColumn& column : indicator.kind->columns(indicator.parameters))
            if (column.unit == IndicatorUnit::CumulativeVolume) warmUp = std::max(warmUp, kVolumeSpan);
    }
    return warmUp;
}

std::size_t widthOf(const PriceWindows::Options& options) {
    std::size_t width = kBarFeatures;
    for (const ChosenIndicator& indicator : options.indicators) width += indicator.kind->columns(indicator.parameters).size();
    return width;
}

}  // namespace

SampleSpec PriceWindows::describe(const Options& options, std::int64_t bars) {
    SampleSpec spec;
    spec.inputs = {TensorType{{options.window, static_cast<std::int64_t>(widthOf(options))}, ElementType::Float}};
    if (options.target == Target::Direction) {
        spec.target = {{}, ElementType::Integer};
        spec.targetKind = TargetKind::Class;
        spec.classes = 2;
        spec.classNames = {std::string(phrase("down")), std::string(phrase("up"))};
    } else {
        spec.target = {{1}, ElementType::Float};
        spec.targetKind = TargetKind::Values;
    }
    if (bars > 0) spec.trainSamples = std::max<std::int64_t>(0, bars - warmUpOf(options) - options.window + 1 - options.horizon);
    spec.inTime = true;
    spec.window = options.window;
    spec.horizon = options.horizon;
    return spec;
}

Result<std::unique_ptr<Dataset>> PriceWindows::make(Bars bars, const Options& options) {
    std::unique_ptr<PriceWindows> dataset(new PriceWindows);
    PriceWindows& made = *dataset;
    made.m_bars = std::move(bars.bars);
    made.m_fingerprint = std::move(bars.fingerprint);
    made.m_options = options;
    made.m_spec = describe(options, static_cast<std::int64_t>(made.m_bars.size()));
    const std::int64_t warmUp = warmUpOf(options);
    if (made.m_spec.trainSamples < 2)
        return Error(ErrorCode::InvalidInput,
                     say("%1 bars are too few: the indicators need %2, a window %3 and the target %4 more, and two samples are the least.",
                         made.m_bars.size(), warmUp, options.window, options.horizon),
                     say("Take a longer series, a shorter window, or indicators that look back less."));
    made.m_first = static_cast<std::size_t>(warmUp);
    made.m_width = widthOf(options);
    const std::size_t rows = made.m_bars.size() - made.m_first;
    if (static_cast<double>(made.m_bars.size()) * static_cast<double>(made.m_width) > kMostFloats)
        return Error(ErrorCode::Unsupported, say("%1 bars with %2 features each are too many.", made.m_bars.size(), made.m_width),
                     say("Take coarser steps of time, or fewer indicators."));
    const IndicatorTable table = scaleFree(indicatorTable(options.indicators, made.m_bars), made.m_bars);
    made.m_columns = table.columns;
    made.m_features.reserve(rows * made.m_width);
    for (std::size_t bar = made.m_first; bar < made.m_bars.size(); ++bar) {
        const Bar &now = made.m_bars[bar], &before = made.m_bars[bar - 1];
        for (const double price : {now.open, now.high, now.low, now.close})
            made.m_features.push_back(static_cast<float>(portableLog(price / before.close)));
        made.m_features.push_back(static_cast<float>(portableLog((now.volume + 1) / (before.volume + 1))));
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            made.m_features.push_back(static_cast<float>(table.values[bar * table.columns.size() + i]));
    }
    std::vector<std::int64_t> all(static_cast<std::size_t>(made.m_spec.trainSamples));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
    made.fit(Part::Train, all);
    return std::unique_ptr<Dataset>(std::move(dataset));
}

std::vector<std::string> PriceWindows::featureNames() const {
    std::vector<std::string> names{"open", "high", "low", "close", "volume"};
    for (const IndicatorColumn& column : m_columns) names.push_back(column.name);
    return names;
}

std::size_t PriceWindows::lastBar(std::int64_t index) const { return m_first + static_cast<std::size_t>(index + m_options.window) - 1; }

double PriceWindows::futureReturn(std::int64_t index) const {
    const std::size_t today = lastBar(index);
    return portableLog(m_bars[today + static_cast<std::size_t>(m_options.horizon)].close / m_bars[today].close);
}

void PriceWindows::fit(Part, std::span<const std::int64_t> indices) {
    // Each bar that some sample sees counts once, however many windows it lies in.
    const std::size_t rows = m_features.size() / m_width, window = static_cast<std::size_t>(m_options.window);
    std::vector<std::int64_t> opened(rows + 1);  // windows that begin at a row, less those that end before it
    std::size_t up = 0;
    for (const std::int64_t index : indices) {
        ++opened[static_cast<std::size_t>(index)];
        --opened[static_cast<std::size_t>(index) + window];
        up += futureReturn(index) > 0;
    }
    std::partial_sum(opened.begin(), opened.end(), opened.begin());
    m_majorityUp = 2 * up > indices.size();
    m_mean.assign(m_width, 0);
    m_deviation.assign(m_width, 1);
    for (std::size_t feature = 0; feature < m_width; ++feature) {
        double sum = 0, squares = 0;
        std::size_t count = 0;
        const auto forEach = [&](auto take) {
            for (std::size_t row = 0; row < rows; ++row)
                if (opened[row] > 0) take(double{m_features[row * m_width + feature]});
        };
        forEach([&](double value) { sum += value, ++count; });
        if (count == 0) continue;
        const double mean = sum / static_cast<double>(count);
        forEach([&](double value) { squares += (value - mean) * (value - mean); });
        const double deviation = std::sqrt(squares / static_cast<double>(count));
        m_mean[feature] = static_cast<float>(mean);
        if (deviation > 1e-12) m_deviation[feature] = static_cast<float>(deviation);
    }
}

void PriceWindows::read(Part, std::span<const std::int64_t> indices, Batch& batch) const {
    const auto window = static_cast<std::size_t>(m_options.window);
    batch.inputs.resize(1);
    HostTensor& input = batch.inputs[0];
    input.element = ElementType::Float;
    input.sizes = {static_cast<std::int64_t>(indices.size()), m_options.window, static_cast<std::int64_t>(m_width)};
    input.floats.resize(indices.size() * window * m_width);
    float* out = input.floats.data();
    HostTensor& target = batch.target;
    target.element = m_spec.target.element;
    target.sizes = {static_cast<std::int64_t>(indices.size())};
    target.floats.clear();
    target.integers.clear();
    for (const std::int64_t index : indices) {
        const float* in = m_features.data() + static_cast<std::size_t>(index) * m_width;
        for (std::size_t row = 0; row < window; ++row)
            for (std::size_t feature = 0; feature < m_width; ++feature) *out++ = (*in++ - m_mean[feature]) / m_deviation[feature];
        const double future = futureReturn(index);
        if (m_options.target == Target::Direction)
            target.integers.push_back(future > 0);
        else
            target.floats.push_back(static_cast<float>(future));
    }
    if (m_options.target == Target::Return) target.sizes.push_back(1);
}

std::optional<std::int64_t> PriceWindows::stratumOf(Part, std::int64_t index) const {
    if (m_options.target != Target::Direction) return std::nullopt;
    return futureReturn(index) > 0;
}

std::vector<Baseline> PriceWindows::baselines(Part, std::span<const std::int64_t> indices) const {
    if (indices.empty()) return {};
    std::size_t majority = 0, persistence = 0;
    const auto horizon = static_cast<std::size_t>(m_options.horizon);
    for (const std::int64_t index : indices) {
        const std::size_t today = lastBar(index);
        const bool isUp = futureReturn(index) > 0;
        const bool wasUp = m_bars[today].close > m_bars[today - std::min(horizon, today)].close;
        majority += isUp == m_majorityUp;
        persistence += isUp == wasUp;
    }
    const auto count = static_cast<double>(indices.size());
    std::vector<Baseline> baselines;
    for (const std::string_view metric : {"direction_accuracy", "accuracy"}) {
        if (metric == "accuracy" && m_options.target != Target::Direction) continue;
        baselines.push_back({metric, "majority", static_cast<double>(majority) / count});
        baselines.push_back({metric, "persistence", static_cast<double>(persistence) / count});
    }
    return baselines;
}

}  // namespace seekbench
