// SPDX-License-Identifier: Apache-2.0

// The table of indicators. Sources: Wilder, New Concepts in Technical Trading Systems (1978), for RSI, ATR and ADX; Lambert, Commodities
// 1980, for CCI; Bollinger on Bollinger Bands (2001); the KDJ of Chinese terminals is Lane's stochastic with J = 3K − 2D.

#include <cmath>

#include "core/data/indicators/indicator.h"
#include "core/data/indicators/running.h"

namespace seekbench {
namespace {

using running::kNotYet;
using running::SmoothedMean;
using running::Window;
using Columns = std::span<double>;

constexpr double kLongest = 1000;  // bars that a window may hold

constexpr Parameter<Integers> kPeriods{"periods"};
constexpr Parameter<std::int64_t> kPeriod{"period"};
constexpr Parameter<std::int64_t> kFast{"fast"}, kSlow{"slow"}, kSignal{"signal"};
constexpr Parameter<bool> kDoubled{"doubled"};
constexpr Parameter<std::int64_t> kSmoothK{"smooth_k"}, kSmoothD{"smooth_d"};
constexpr Parameter<double> kWidth{"width"};

std::size_t length(std::int64_t period) { return static_cast<std::size_t>(period); }

ParameterSpec periodSpec(std::int64_t standard, std::int64_t least = 1) {
    return specOf(kPeriod, phrase("Period"), phrase("How many bars it looks back."), standard, static_cast<double>(least), kLongest,
                  phrase("bars"));
}
ParameterSpec periodsSpec(Integers standard) {
    return specOf(kPeriods, phrase("Periods"), phrase("How many bars each average looks back."), std::move(standard), 0, 1, kLongest);
}

std::vector<IndicatorColumn> columnPerPeriod(const std::string& name, const Parameters& parameters) {
    std::vector<IndicatorColumn> columns;
    for (const std::int64_t period : parameters[kPeriods]) columns.push_back({name + std::to_string(period), IndicatorUnit::Price});
    return columns;
}
std::int64_t longestLessOne(const Parameters& parameters) {
    std::int64_t longest = 1;
    for (const std::int64_t period : parameters[kPeriods]) longest = std::max(longest, period);
    return longest - 1;
}
std::int64_t periodLessOne(const Parameters& parameters) { return parameters[kPeriod] - 1; }
std::int64_t wholePeriod(const Parameters& parameters) { return parameters[kPeriod]; }

template <class Made>
std::unique_ptr<Indicator> make(const Parameters& parameters) {
    return std::make_unique<Made>(parameters);
}

class SimpleAverages final : public Indicator {
public:
    explicit SimpleAverages(const Parameters& parameters) {
        for (const std::int64_t period : parameters[kPeriods]) m_windows.emplace_back(length(period));
    }
    void next(const Bar& bar, Columns columns) override {
        for (std::size_t i = 0; i < m_windows.size(); ++i) {
            m_windows[i].push(bar.close);
            columns[i] = m_windows[i].isFull() ? m_windows[i].mean() : kNotYet;
        }
    }

private:
    std::vector<Window> m_windows;
};

class ExponentialAverages final : public Indicator {
public:
    explicit ExponentialAverages(const Parameters& parameters) {
        for (const std::int64_t period : parameters[kPeriods]) m_means.push_back(SmoothedMean::exponential(length(period)));
    }
    void next(const Bar& bar, Columns columns) override {
        for (std::size_t i = 0; i < m_means.size(); ++i) columns[i] = m_means[i].next(bar.close);
    }

private:
    std::vector<SmoothedMean> m_means;
};

class Macd final : public Indicator {
public:
    explicit Macd(const Parameters& parameters)
        : m_fast(SmoothedMean::exponential(length(parameters[kFast]))),
          m_slow(SmoothedMean::exponential(length(parameters[kSlow]))),
          m_signal(SmoothedMean::exponential(length(parameters[kSignal]))),
          m_factor(parameters[kDoubled] ? 2 : 1) {}
    void next(const Bar& bar, Columns columns) override {
        const double difference = m_fast.next(bar.close) - m_slow.next(bar.close);
        const double signal = std::isnan(difference) ? kNotYet : m_signal.next(difference);
        columns[0] = difference;
        columns[1] = signal;
        columns[2] = m_factor * (difference - signal);
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) {
        return {{"macd", IndicatorUnit::PriceDifference},
                {"macd_signal", IndicatorUnit::PriceDifference},
                {"macd_histogram", IndicatorUnit::PriceDifference}};
    }
    static std::int64_t warmUp(const Parameters& parameters) {
        return std::max(parameters[kFast], parameters[kSlow]) - 1 + parameters[kSignal] - 1;
    }

private:
    SmoothedMean m_fast, m_slow, m_signal;
    double m_factor;
};

class Rsi final : public Indicator {
public:
    explicit Rsi(const Parameters& parameters)
        : m_gain(SmoothedMean::wilder(length(parameters[kPeriod]))), m_loss(SmoothedMean::wilder(length(parameters[kPeriod]))) {}
    void next(const Bar& bar, Columns columns) override {
        columns[0] = kNotYet;
        if (!std::isnan(m_before)) {
            const double change = bar.close - m_before;
            const double gain = m_gain.next(std::max(change, 0.0)), loss = m_loss.next(std::max(-change, 0.0));
            // A price that never moved has neither gains nor losses: 0, as in TA-Lib.
            if (!std::isnan(gain)) columns[0] = gain + loss > 0 ? 100 * gain / (gain + loss) : 0;
        }
        m_before = bar.close;
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"rsi"}}; }

private:
    SmoothedMean m_gain, m_loss;
    double m_before = kNotYet;
};

// Where the close lies between the lowest low and the highest high of a window: 0 to 1; nothing before the window is full.
class Place {
public:
    explicit Place(const Parameters& parameters) : m_lows(length(parameters[kPeriod])), m_highs(length(parameters[kPeriod])) {}
    // `whenFlat` where there is no range.
    double next(const Bar& bar, double whenFlat) {
        m_lows.push(bar.low);
        m_highs.push(bar.high);
        if (!m_lows.isFull()) return kNotYet;
        const double lowest = m_lows.lowest(), range = m_highs.highest() - lowest;
        return range > 0 ? (bar.close - lowest) / range : whenFlat;
    }

private:
    Window m_lows, m_highs;
};

class Kdj final : public Indicator {
public:
    explicit Kdj(const Parameters& parameters)
        : m_place(parameters),
          m_shareK(1.0 / static_cast<double>(parameters[kSmoothK])),
          m_shareD(1.0 / static_cast<double>(parameters[kSmoothD])) {}
    void next(const Bar& bar, Columns columns) override {
        const double place = m_place.next(bar, 0.5);
        columns[0] = columns[1] = columns[2] = kNotYet;
        if (std::isnan(place)) return;
        m_k += m_shareK * (100 * place - m_k);
        m_d += m_shareD * (m_k - m_d);
        columns[0] = m_k;
        columns[1] = m_d;
        columns[2] = 3 * m_k - 2 * m_d;
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"kdj_k"}, {"kdj_d"}, {"kdj_j"}}; }

private:
    Place m_place;
    double m_shareK, m_shareD;
    double m_k = 50, m_d = 50;  // where Chinese terminals start
};

class Williams final : public Indicator {
public:
    explicit Williams(const Parameters& parameters) : m_place(parameters) {}
    void next(const Bar& bar, Columns columns) override { columns[0] = 100 * (m_place.next(bar, 1) - 1); }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"williams_r"}}; }

private:
    Place m_place;
};

class Bollinger final : public Indicator {
public:
    explicit Bollinger(const Parameters& parameters) : m_closes(length(parameters[kPeriod])), m_width(parameters[kWidth]) {}
    void next(const Bar& bar, Columns columns) override {
        m_closes.push(bar.close);
        const double middle = m_closes.isFull() ? m_closes.mean() : kNotYet;
        const double distance = m_closes.isFull() ? m_width * m_closes.deviation() : kNotYet;
        columns[0] = middle + distance;
        columns[1] = middle;
        columns[2] = middle - distance;
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) {
        return {{"bollinger_upper", IndicatorUnit::Price},
                {"bollinger_middle", IndicatorUnit::Price},
                {"bollinger_lower", IndicatorUnit::Price}};
    }

private:
    Window m_closes;
    double m_width;
};

// The range of a bar, the gap since the last close included.
double trueRange(const Bar& bar, double closeBefore) {
    return std::max({bar.high - bar.low, std::abs(bar.high - closeBefore), std::abs(bar.low - closeBefore)});
}

class Atr final : public Indicator {
public:
    explicit Atr(const Parameters& parameters) : m_mean(SmoothedMean::wilder(length(parameters[kPeriod]))) {}
    void next(const Bar& bar, Columns columns) override {
        columns[0] = std::isnan(m_before) ? kNotYet : m_mean.next(trueRange(bar, m_before));
        m_before = bar.close;
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"atr", IndicatorUnit::PriceDifference}}; }

private:
    SmoothedMean m_mean;
    double m_before = kNotYet;
};

class Obv final : public Indicator {
public:
    explicit Obv(const Parameters&) {}
    void next(const Bar& bar, Columns columns) override {
        // The first bar counts as one that rose, as in TA-Lib.
        if (std::isnan(m_before) || bar.close > m_before)
            m_sum += bar.volume;
        else if (bar.close < m_before)
            m_sum -= bar.volume;
        m_before = bar.close;
        columns[0] = m_sum;
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"obv", IndicatorUnit::CumulativeVolume}}; }
    static std::int64_t warmUp(const Parameters&) { return 0; }

private:
    double m_sum = 0, m_before = kNotYet;
};

class Cci final : public Indicator {
public:
    explicit Cci(const Parameters& parameters) : m_typical(length(parameters[kPeriod])) {}
    void next(const Bar& bar, Columns columns) override {
        const double typical = (bar.high + bar.low + bar.close) / 3;
        m_typical.push(typical);
        columns[0] = kNotYet;
        if (!m_typical.isFull()) return;
        const double distance = m_typical.meanDistance();
        columns[0] = distance > 0 ? (typical - m_typical.mean()) / (0.015 * distance) : 0;
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"cci"}}; }

private:
    Window m_typical;
};

class Roc final : public Indicator {
public:
    explicit Roc(const Parameters& parameters) : m_closes(length(parameters[kPeriod])) {}
    void next(const Bar& bar, Columns columns) override {
        columns[0] = m_closes.isFull() ? 100 * (bar.close / m_closes.oldest() - 1) : kNotYet;
        m_closes.push(bar.close);
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"roc"}}; }

private:
    Window m_closes;
};

// A sum that Wilder's rule lets fade: sum − sum/n + value. It starts with n − 1 whole values, as in TA-Lib; Wilder's book takes n.
class FadingSum {
public:
    explicit FadingSum(std::size_t period) : m_period(period) {}
    void add(double value) {
        if (++m_seen < m_period)
            m_sum += value;
        else
            m_sum += value - m_sum / static_cast<double>(m_period);
    }
    bool isKnown() const { return m_seen >= m_period; }
    double value() const { return m_sum; }

private:
    std::size_t m_period, m_seen = 0;
    double m_sum = 0;
};

class Adx final : public Indicator {
public:
    explicit Adx(const Parameters& parameters)
        : m_range(length(parameters[kPeriod])),
          m_up(length(parameters[kPeriod])),
          m_down(length(parameters[kPeriod])),
          m_mean(SmoothedMean::wilder(length(parameters[kPeriod]))) {}
    void next(const Bar& bar, Columns columns) override {
        columns[0] = columns[1] = columns[2] = kNotYet;
        if (!std::isnan(m_before.close)) addMovement(bar);
        m_before = bar;
        if (!m_range.isKnown()) return;
        const double range = m_range.value();
        const double up = range > 0 ? 100 * m_up.value() / range : 0, down = range > 0 ? 100 * m_down.value() / range : 0;
        // Where nothing moves there is no direction; the last one is kept, as in TA-Lib.
        if (up + down > 0) m_direction = 100 * std::abs(up - down) / (up + down);
        columns[0] = m_mean.next(m_direction);
        columns[1] = up;
        columns[2] = down;
    }
    static std::vector<IndicatorColumn> columns(const Parameters&) { return {{"adx"}, {"plus_di"}, {"minus_di"}}; }
    static std::int64_t warmUp(const Parameters& parameters) { return 2 * parameters[kPeriod] - 1; }

private:
    void addMovement(const Bar& bar) {
        const double up = bar.high - m_before.high, down = m_before.low - bar.low;
        m_up.add(up > 0 && up > down ? up : 0);
        m_down.add(down > 0 && down > up ? down : 0);
        m_range.add(trueRange(bar, m_before.close));
    }
    FadingSum m_range, m_up, m_down;
    SmoothedMean m_mean;
    double m_direction = 0;
    Bar m_before{.close = kNotYet};
};

}  // namespace

std::span<const IndicatorKind> indicatorKinds() {
    static const std::vector<IndicatorKind> rows{
        {{"sma", phrase("Moving average"), phrase("Mean of the last closes (SMA)."), {periodsSpec({5, 10, 20})}},
         [](const Parameters& parameters) { return columnPerPeriod("sma_", parameters); },
         longestLessOne,
         make<SimpleAverages>},
        {{"ema",
          phrase("Exponential moving average"),
          phrase("Average of the closes that forgets exponentially; it starts from the mean of the first ones (EMA)."),
          {periodsSpec({12, 26})}},
         [](const Parameters& parameters) { return columnPerPeriod("ema_", parameters); },
         longestLessOne,
         make<ExponentialAverages>},
        {{"macd",
          phrase("MACD"),
          phrase("Difference of a fast and a slow exponential average, its own average, and the distance of the two."),
          {specOf(kFast, phrase("Fast"), phrase("Period of the fast average."), 12, 1, kLongest, phrase("bars")),
           specOf(kSlow, phrase("Slow"), phrase("Period of the slow average."), 26, 1, kLongest, phrase("bars")),
           specOf(kSignal, phrase("Signal"), phrase("Period of the average of the difference."), 9, 1, kLongest, phrase("bars")),
           specOf(kDoubled, phrase("Doubled"), phrase("Doubles the histogram, as Chinese terminals do."), false)}},
         Macd::columns,
         Macd::warmUp,
         make<Macd>},
        {{"rsi", phrase("RSI"), phrase("Share of the gains in all moves, from 0 to 100, by Wilder's smoothing."), {periodSpec(14)}},
         Rsi::columns,
         wholePeriod,
         make<Rsi>},
        {{"kdj",
          phrase("KDJ"),
          phrase("Stochastic of Chinese terminals: place of the close in the range, smoothed twice; K and D start at 50."),
          {periodSpec(9), specOf(kSmoothK, phrase("Smoothing of K"), phrase("One part in this many is new at each bar."), 3, 1, kLongest),
           specOf(kSmoothD, phrase("Smoothing of D"), phrase("One part in this many is new at each bar."), 3, 1, kLongest)}},
         Kdj::columns,
         periodLessOne,
         make<Kdj>},
        {{"bollinger",
          phrase("Bollinger bands"),
          phrase("Moving average of the close, and lines some standard deviations above and below it."),
          {periodSpec(20), specOf(kWidth, phrase("Width"), phrase("Distance of the lines in standard deviations."), 2.0, 0, 100)}},
         Bollinger::columns,
         periodLessOne,
         make<Bollinger>},
        {{"atr", phrase("Average true range"), phrase("Range of the bars with their gaps, by Wilder's smoothing (ATR)."), {periodSpec(14)}},
         Atr::columns,
         wholePeriod,
         make<Atr>},
        {{"obv", phrase("On-balance volume"), phrase("Sum of the volumes, those of falling bars taken away (OBV)."), {}},
         Obv::columns,
         Obv::warmUp,
         make<Obv>},
        {{"cci",
          phrase("Commodity channel index"),
          phrase("Distance of the typical price from its average, in mean distances (CCI)."),
          {periodSpec(20, 2)}},
         Cci::columns,
         periodLessOne,
         make<Cci>},
        {{"williams", phrase("Williams %R"), phrase("Place of the close in the range, from -100 to 0."), {periodSpec(14)}},
         Williams::columns,
         periodLessOne,
         make<Williams>},
        {{"roc", phrase("Rate of change"), phrase("Change of the close in percent (ROC)."), {periodSpec(10)}},
         Roc::columns,
         wholePeriod,
         make<Roc>},
        {{"adx",
          phrase("Directional movement"),
          phrase("Strength of a trend, and the strengths of its two directions (ADX, +DI, -DI)."),
          {periodSpec(14, 2)}},
         Adx::columns,
         Adx::warmUp,
         make<Adx>},
    };
    return rows;
}

}  // namespace seekbench
