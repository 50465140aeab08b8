// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

#include "core/data/indicators/indicator.h"
#include "core/data/random.h"

using namespace seekbench;

namespace {

Bar flat(double price, double volume = 1) { return {.open = price, .high = price, .low = price, .close = price, .volume = volume}; }

std::vector<Bar> closes(std::initializer_list<double> prices) {
    std::vector<Bar> bars;
    for (const double price : prices) bars.push_back(flat(price));
    return bars;
}

std::vector<Bar> randomBars(std::size_t count, std::uint64_t seed) {
    Xoshiro256 random(seed, 0);
    std::vector<Bar> bars;
    double close = 50;
    for (std::size_t i = 0; i < count; ++i) {
        const auto step = [&] { return 1 + 0.02 * double{random.symmetric()}; };
        const double open = close * step();
        close = open * step();
        bars.push_back({.open = open,
                        .high = std::max(open, close) * (1 + 0.01 * std::abs(double{random.symmetric()})),
                        .low = std::min(open, close) * (1 - 0.01 * std::abs(double{random.symmetric()})),
                        .close = close,
                        .volume = static_cast<double>(100 + random.below(1000))});
    }
    return bars;
}

// The values of one column of the indicators `text` names.
std::vector<double> column(std::string_view text, const std::vector<Bar>& bars, std::size_t number = 0) {
    const auto indicators = indicatorsFromText(text);
    if (!indicators) return {};
    const IndicatorTable table = indicatorTable(*indicators, bars);
    std::vector<double> values;
    for (std::size_t i = number; i < table.values.size(); i += table.columns.size()) values.push_back(table.values[i]);
    return values;
}

bool isNear(double value, double expected) { return std::abs(value - expected) <= 1e-9 * std::max(1.0, std::abs(expected)); }

bool same(double a, double b) { return (std::isnan(a) && std::isnan(b)) || a == b; }

// Columns of the fixture by name; NaN where a cell is empty.
std::map<std::string, std::vector<double>> fixture() {
    QFile file(QStringLiteral(SEEKBENCH_SOURCE_DIR "/tests/fixtures/indicators.csv"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QList<QByteArray> names = file.readLine().trimmed().split(',');
    std::map<std::string, std::vector<double>> columns;
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().chopped(1).split(',');
        for (qsizetype i = 0; i < names.size(); ++i)
            columns[names[i].toStdString()].push_back(cells[i].isEmpty() ? std::nan("") : cells[i].toDouble());
    }
    return columns;
}

}  // namespace

class IndicatorTest : public QObject {
    Q_OBJECT

    static Parameters standard(const IndicatorKind& row) { return ResolvedParameters::from(row.kind.parameters, {}).parameters; }

private slots:
    void thereAreTwelveWithUniqueIds() {
        std::set<std::string_view> ids;
        for (const IndicatorKind& row : indicatorKinds()) QVERIFY(ids.insert(row.kind.id).second);
        QCOMPARE(ids.size(), std::size_t{12});
    }

    void averagesOfSmallSeriesAreThoseByHand() {
        QVERIFY(std::isnan(column("sma(3)", closes({1, 2, 6, 10}))[1]));
        QVERIFY(isNear(column("sma(3)", closes({1, 2, 6, 10}))[2], 3));
        QVERIFY(isNear(column("sma(3)", closes({1, 2, 6, 10}))[3], 6));
        // Starts at the mean 3, then 3 + (10 − 3)/2.
        QVERIFY(isNear(column("ema(3)", closes({1, 2, 6, 10}))[3], 6.5));
        QVERIFY(isNear(column("macd(1, 2, 1)", closes({1, 2, 6, 10}), 2)[3], 0));
        QVERIFY(isNear(column("macd(1, 3, 1)", closes({1, 2, 6, 10}))[3], 3.5));
    }

    void histogramIsDoubledWhereAsked() {
        const auto bars = randomBars(60, 1);
        QVERIFY(isNear(column("macd(12, 26, 9, 1)", bars, 2)[50], 2 * column("macd", bars, 2)[50]));
    }

    void rsiSmoothsAsWilderDid() {
        // Gains 2, 0, 4 and losses 0, 1, 0 with period 2: gain (2 + 0)/2 = 1, then (1 + 4)/2; loss 1/2, then 1/4.
        const auto rsi = column("rsi(2)", closes({10, 12, 11, 15}));
        QVERIFY(std::isnan(rsi[1]));
        QVERIFY(isNear(rsi[2], 100.0 / 1.5));
        QVERIFY(isNear(rsi[3], 100 * 2.5 / 2.75));
        // A simple mean of the last two moves would say 80.
        QVERIFY(std::abs(rsi[3] - 80) > 5);
        QCOMPARE(column("rsi(2)", closes({3, 3, 3}))[2], 0.0);
    }

    void kdjStartsAtFifty() {
        // The close is the highest price of the window: K = 50 + 50/3, D = 50 + (K − 50)/3.
        const auto bars = closes({1, 2, 3});
        QVERIFY(isNear(column("kdj(3)", bars, 0)[2], 50 + 50.0 / 3));
        QVERIFY(isNear(column("kdj(3)", bars, 1)[2], 50 + 50.0 / 9));
        QVERIFY(isNear(column("kdj(3)", bars, 2)[2], 50 + 50.0 - 100.0 / 9));
        QVERIFY(isNear(column("kdj(2)", closes({5, 5}))[1], 50));
    }

    void bandsLieTwoDeviationsFromTheMean() {
        const auto bars = closes({1, 3});
        QVERIFY(isNear(column("bollinger(2)", bars, 0)[1], 4));
        QVERIFY(isNear(column("bollinger(2)", bars, 1)[1], 2));
        QVERIFY(isNear(column("bollinger(2, 1)", bars, 2)[1], 1));
    }

    void rangeHoldsTheGap() {
        // True ranges 3 (from the close 1 to the high 4) and 1.
        const std::vector<Bar> bars{flat(1), {0, 3, 4, 3, 4, 1}, {0, 4, 5, 4, 4, 1}};
        QVERIFY(isNear(column("atr(1)", bars)[1], 3));
        QVERIFY(isNear(column("atr(2)", bars)[2], 2));
    }

    void volumeIsAddedAndTakenAway() {
        const std::vector<Bar> bars{flat(5, 10), flat(6, 3), flat(6, 100), flat(4, 7)};
        QCOMPARE(column("obv", bars), (std::vector<double>{10, 13, 13, 6}));
    }

    void placesInTheRange() {
        const auto bars = closes({1, 3, 2});
        QVERIFY(isNear(column("williams(3)", bars)[2], -50));
        QVERIFY(isNear(column("roc(2)", bars)[2], 100));
        // Mean 2, mean distance 2/3, distance 0; and with the last price 3: mean 7/3, mean distance 8/9.
        QVERIFY(isNear(column("cci(3)", bars)[2], 0));
        QVERIFY(isNear(column("cci(3)", closes({1, 3, 3}))[2], (3 - 7.0 / 3) / (0.015 * 8 / 9)));
    }

    void aSteadyTrendHasOneDirection() {
        std::vector<Bar> bars;
        for (int i = 0; i < 60; ++i) bars.push_back({0, 10.0 + i, 11.0 + i, 9.0 + i, 10.5 + i, 1});
        QVERIFY(isNear(column("adx", bars, 0).back(), 100));
        QVERIFY(isNear(column("adx", bars, 2).back(), 0));
    }

    void everyColumnAgreesWithTheOracle() {
        const auto expected = fixture();
        QVERIFY2(!expected.empty(), "tests/fixtures/indicators.csv");
        std::vector<Bar> bars;
        for (std::size_t i = 0; i < expected.at("close").size(); ++i)
            bars.push_back({.open = expected.at("open")[i],
                            .high = expected.at("high")[i],
                            .low = expected.at("low")[i],
                            .close = expected.at("close")[i],
                            .volume = expected.at("volume")[i]});
        const IndicatorTable table = indicatorTable(*indicatorsFromText("all"), bars);
        const std::size_t width = table.columns.size();
        QCOMPARE(width + 6, expected.size());  // the five of a bar and macd_talib
        for (std::size_t i = 0; i < width; ++i) {
            const auto& oracle = expected.at(table.columns[i].name);
            for (std::size_t row = 0; row < bars.size(); ++row) {
                const double ours = table.values[row * width + i];
                const std::string place = table.columns[i].name + " at " + std::to_string(row) + ": " + std::to_string(ours) + " and " +
                                          std::to_string(oracle[row]);
                QVERIFY2(std::isnan(ours) == std::isnan(oracle[row]), place.c_str());
                // The fixture has ten digits.
                if (!std::isnan(ours)) QVERIFY2(std::abs(ours - oracle[row]) <= 1e-8 * std::max(1.0, std::abs(oracle[row])), place.c_str());
            }
        }
        const double late = column("macd", bars).back();
        QVERIFY(std::abs(late - expected.at("macd_talib").back()) < 1e-6);
    }

    // Every row with its usual parameters: complete from the bar its warm-up says, and not before.
    void warmUpIsExact() {
        const auto bars = randomBars(120, 2);
        for (const IndicatorKind& row : indicatorKinds()) {
            const std::vector<ChosenIndicator> chosen{{&row, standard(row)}};
            const IndicatorTable table = indicatorTable(chosen, bars);
            const std::size_t width = table.columns.size();
            QCOMPARE(width, row.columns(standard(row)).size());
            for (std::size_t bar = 0; bar < bars.size(); ++bar) {
                bool complete = true;
                for (std::size_t i = 0; i < width; ++i) complete &= std::isfinite(table.values[bar * width + i]);
                QVERIFY2(complete == (static_cast<std::int64_t>(bar) >= table.warmUp), std::string(row.kind.id).c_str());
            }
        }
    }

    // The look-ahead test: whatever happens later, what was computed stays.
    void changingTheFutureMovesNoPastValue() {
        auto bars = randomBars(150, 3);
        for (const IndicatorKind& row : indicatorKinds()) {
            const std::vector<ChosenIndicator> chosen{{&row, standard(row)}};
            for (const std::size_t now : {std::size_t{40}, std::size_t{90}, std::size_t{149}}) {
                auto other = randomBars(150, 4);
                std::copy_n(bars.begin(), now, other.begin());
                for (const bool scaled : {false, true}) {
                    IndicatorTable first = indicatorTable(chosen, bars), second = indicatorTable(chosen, other);
                    if (scaled) first = scaleFree(first, bars), second = scaleFree(second, other);
                    const std::size_t width = first.columns.size();
                    bool later = false;
                    for (std::size_t i = 0; i < first.values.size(); ++i) {
                        if (i / width < now)
                            QVERIFY2(same(first.values[i], second.values[i]), std::string(row.kind.id).c_str());
                        else
                            later |= !same(first.values[i], second.values[i]);
                    }
                    QVERIFY2(later || now == 149, "the future was not changed at all");
                }
            }
        }
    }

    void scaleFreeColumnsDoNotKnowTheCurrency() {
        const auto bars = randomBars(100, 5);
        auto dear = bars;
        for (Bar& bar : dear) bar = {bar.time, bar.open * 8, bar.high * 8, bar.low * 8, bar.close * 8, bar.volume * 4};
        const auto all = indicatorsFromText("all");
        const IndicatorTable cheap = scaleFree(indicatorTable(*all, bars), bars), other = scaleFree(indicatorTable(*all, dear), dear);
        for (std::size_t i = static_cast<std::size_t>(cheap.warmUp) * cheap.columns.size(); i < cheap.values.size(); ++i)
            QVERIFY(std::abs(cheap.values[i] - other.values[i]) < 1e-6 * std::max(1.0, std::abs(cheap.values[i])));
    }

    void listsAreReadWithTheirNumbers() {
        const auto list = indicatorsFromText("sma(5, 10), rsi (7) macd");
        QVERIFY(list);
        QCOMPARE(list->size(), std::size_t{3});
        QCOMPARE(list->at(0).kind->columns(list->at(0).parameters).at(1).name, std::string("sma_10"));
        QCOMPARE(list->at(1).kind->warmUp(list->at(1).parameters), 7);
        QCOMPARE(indicatorsFromText("")->size(), std::size_t{0});
        QCOMPARE(indicatorsFromText("all")->size(), std::size_t{12});
    }

    void wrongListsAreRefusedWithTheWord() {
        for (const auto& [text, word] : std::map<std::string, QString>{
                 {"smaa", "smaa"}, {"rsi(x)", "rsi"}, {"rsi(1, 2)", "rsi"}, {"sma(5", "sma"}, {"rsi(-3)", "rsi"}, {"sma(2.5)", "sma"}}) {
            const auto list = indicatorsFromText(text);
            QVERIFY2(!list, text.c_str());
            QVERIFY(QString::fromStdString(list.error().english()).contains(word));
        }
    }
};

QTEST_APPLESS_MAIN(IndicatorTest)
#include "tst_indicators.moc"
