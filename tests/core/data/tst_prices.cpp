// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

#include "core/data/loader.h"
#include "core/data/portable_math.h"
#include "core/data/prices/price_windows.h"
#include "idx_file.h"

using namespace seekbench;

namespace {

std::vector<std::int64_t> indicesFrom(std::int64_t begin, std::int64_t end) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(end - begin));
    std::iota(indices.begin(), indices.end(), begin);
    return indices;
}

std::unique_ptr<Dataset> windowsOver(Bars bars, PriceWindows::Options options) {
    auto made = PriceWindows::make(std::move(bars), options);
    return made ? std::move(*made) : nullptr;
}

PriceWindows::Options allIndicators(std::int64_t window, std::int64_t horizon, PriceWindows::Target target = PriceWindows::Target::Return) {
    return {.window = window, .horizon = horizon, .target = target, .indicators = *indicatorsFromText("all")};
}

Batch read(const Dataset& dataset, const std::vector<std::int64_t>& indices) {
    Batch batch;
    dataset.read(Part::Train, indices, batch);
    return batch;
}

double baseline(const Dataset& dataset, std::string_view rule) {
    for (const Baseline& found : dataset.baselines(Part::Train, indicesFrom(0, dataset.size(Part::Train))))
        if (found.rule == rule && found.metric == "direction_accuracy") return found.value;
    return -1;
}

}  // namespace

class PricesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Result<Bars> bars(const std::string& text, const std::string& columns = "") {
        const std::string path = m_folder.path().toStdString() + "/prices.csv";
        writePlain(path, text);
        return readBars(path, TextEncoding::Automatic, columns);
    }
    QString refusal(const std::string& text, const std::string& columns = "") {
        const auto read = bars(text, columns);
        return read ? QString() : QString::fromStdString(read.error().english());
    }

private slots:
    void portableFunctionsAreThoseOfTheLibrary() {
        for (double number = 1e-9; number < 1e12; number *= 1.37)
            QVERIFY(std::abs(portableLog(number) - std::log(number)) <= 1e-15 * std::max(1.0, std::abs(std::log(number))));
        for (double turns = -3; turns < 3; turns += 0.0137) QVERIFY(std::abs(portableSine(turns) - std::sin(2 * M_PI * turns)) < 1e-12);
    }

    void englishFilesAreReadInTheOrderOfTime() {
        const auto read = bars("Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-03,2,4,1,3,3,20\n2024-01-02,1,2,1,2,2,10\n");
        QVERIFY2(read, read ? "" : read.error().english().c_str());
        QCOMPARE(read->bars.size(), std::size_t{2});
        QCOMPARE(read->bars[0].close, 2.0);
        QCOMPARE(read->bars[1].volume, 20.0);
        QCOMPARE(read->bars[1].time - read->bars[0].time, 86400);
    }

    // As the terminals export the index: a title, tabs, a line of origin, in GBK.
    void chineseExportsAreRead() {
        const std::string title =
            "000300 \xBB\xA6\xC9\xEE"
            "300\n";  // 沪深300
        const std::string names =
            "\xC8\xD5\xC6\xDA\t\xBF\xAA\xC5\xCC\t\xD7\xEE\xB8\xDF\t\xD7\xEE\xB5\xCD\t\xCA\xD5\xC5\xCC\t\xB3\xC9\xBD\xBB\xC1\xBF\n";
        const std::string origin = "\xCA\xFD\xBE\xDD\xC0\xB4\xD4\xB4\n";  // 数据来源
        const auto read = bars(title + names + "2024/01/02\t3430.1\t3450\t3400\t3420.5\t1.5\xD2\xDA\n" + origin);
        QVERIFY2(read, read ? "" : read.error().english().c_str());
        QCOMPARE(read->bars.size(), std::size_t{1});
        QCOMPARE(read->bars[0].close, 3420.5);
        QCOMPARE(read->bars[0].volume, 1.5e8);
        const auto utf8 = bars("日期,开盘,最高,最低,收盘,成交量\n20240102,1,3,1,2,\"1,234\"\n");
        QVERIFY2(utf8, utf8 ? "" : utf8.error().english().c_str());
        QCOMPARE(utf8->bars[0].volume, 1234.0);
    }

    void columnsCanBeNamed() {
        const std::string text = "d;o;h;l;c;v\n2024-01-02;1;3;1;2;5\n";
        QVERIFY(!bars(text));
        QCOMPARE(bars(text, "d, o, h, l, c, v")->bars[0].high, 3.0);
        QVERIFY(refusal(text, "d, o").contains("six"));
    }

    void daysWithoutTradeAreLeftOutAndWrongOnesRefused() {
        const std::string names = "date,open,high,low,close,volume\n";
        QCOMPARE(bars(names + "2024-01-02,1,1,1,1,1\n2024-01-03,0,0,0,0,0\n2024-01-04,--,--,--,--,--\n")->bars.size(), std::size_t{1});
        QVERIFY(refusal(names + "2024-01-02,1,1,1,1,1\n2024-01-03,5,4,3,4,1\n").contains("line 3"));
        QVERIFY(refusal(names + "2024-01-02,1,1,1,x,1\n").contains("Line 2"));
        QVERIFY(refusal(names + "02/01/2024,1,1,1,1,1\n").contains("no date"));
        QVERIFY(refusal(names + "2024-01-02,1,1,1,1,1\n2024-01-02,1,1,1,1,1\n").contains("same date"));
        QVERIFY(refusal(names + "2024-01-02,1,1,1,1\n").contains("5 cells"));
        QVERIFY(refusal(names + "note\n2024-01-02,1,1,1,1,1\n").contains("1 cell"));
        QVERIFY(refusal("a,b\n1,2\n").contains("columns"));
    }

    void windowsEndWhereTheTargetBegins() {
        Bars series = generatedBars({.bars = 60, .seed = 3});
        const auto dataset = windowsOver(series, {.window = 4, .horizon = 3, .target = PriceWindows::Target::Return});
        QVERIFY(dataset);
        // One bar for the first return; the last window must have three bars behind it.
        QCOMPARE(dataset->size(Part::Train), 60 - 1 - 4 + 1 - 3);
        const Batch batch = read(*dataset, {7});
        QCOMPARE(batch.inputs[0].sizes, (std::vector<std::int64_t>{1, 4, 5}));
        const std::size_t today = 1 + 7 + 3;
        QVERIFY(std::abs(double{batch.target.floats[0]} - std::log(series.bars[today + 3].close / series.bars[today].close)) < 1e-6);
    }

    void describedIsWhatIsMade() {
        for (const char* id : {"generated_market"}) {
            const DatasetKind* kind = findDatasetKind(id);
            const auto parameters = ResolvedParameters::from(kind->kind.parameters, {}).parameters;
            const auto dataset = kind->open(parameters);
            QVERIFY(dataset);
            QCOMPARE((*dataset)->spec().inputs, kind->describe(parameters).inputs);
            QCOMPARE((*dataset)->spec().trainSamples, kind->describe(parameters).trainSamples);
            QCOMPARE((*dataset)->spec().classes, 2);
        }
    }

    // Whatever happens after a day, the samples that end before it stay as they are, scaling included, since that is fitted to what
    // trains; and they do change when what trains changes.
    void changingTheFutureMovesNoPastSample() {
        const Bars series = generatedBars({.bars = 300, .seed = 1});
        Bars other = generatedBars({.bars = 300, .seed = 2});
        constexpr std::int64_t kWindow = 16, kHorizon = 5;
        const std::size_t now = 200;
        std::copy_n(series.bars.begin(), now, other.bars.begin());
        const auto first = windowsOver(series, allIndicators(kWindow, kHorizon)),
                   second = windowsOver(other, allIndicators(kWindow, kHorizon));
        const std::int64_t warmUp = 300 - first->size(Part::Train) - kWindow + 1 - kHorizon;
        const std::int64_t past =
            static_cast<std::int64_t>(now) - warmUp - kWindow + 1 - kHorizon;  // samples that end before, target included
        QVERIFY(past > 50);
        QVERIFY(read(*first, indicesFrom(0, past)) != read(*second, indicesFrom(0, past)));  // scaled by everything: the future shows
        for (Dataset* dataset : {first.get(), second.get()}) dataset->fit(Part::Train, indicesFrom(0, past));
        QCOMPARE(read(*first, indicesFrom(0, past)), read(*second, indicesFrom(0, past)));
        QVERIFY(read(*first, indicesFrom(past + kHorizon, past + 40)) != read(*second, indicesFrom(past + kHorizon, past + 40)));
    }

    void fittedFeaturesHaveMeanZeroAndDeviationOne() {
        const auto dataset = windowsOver(generatedBars({.bars = 400}), allIndicators(1, 1));
        const auto indices = indicesFrom(50, 150);
        dataset->fit(Part::Train, indices);
        const Batch batch = read(*dataset, indices);
        const auto width = static_cast<std::size_t>(batch.inputs[0].sizes[2]);
        for (std::size_t feature = 0; feature < width; ++feature) {
            double sum = 0, squares = 0;
            for (std::size_t i = feature; i < batch.inputs[0].floats.size(); i += width) {
                sum += double{batch.inputs[0].floats[i]};
                squares += double{batch.inputs[0].floats[i]} * double{batch.inputs[0].floats[i]};
            }
            QVERIFY(std::abs(sum / 100) < 1e-3 && std::abs(squares / 100 - 1) < 1e-2);
        }
    }

    // Nothing can be foretold in a random walk: 50 % within four standard errors (0.5/sqrt(n)). In a trend persistence is better.
    void markersOfTheMarketsAreKnown() {
        const auto walk = windowsOver(generatedBars({.bars = 20000}), {.window = 2, .horizon = 1});
        const double error = 0.5 / std::sqrt(20000.0);
        QVERIFY(std::abs(baseline(*walk, "persistence") - 0.5) < 4 * error);
        QVERIFY(std::abs(baseline(*walk, "majority") - 0.5) < 4 * error);
        const auto trend =
            windowsOver(generatedBars({.bars = 20000, .signalToNoise = 0.5, .trendLength = 200}), {.window = 2, .horizon = 1});
        // Today and tomorrow are both right about the trend with p = Φ(0.5) = 0.691: they agree in p² + (1 − p)² = 0.573 of the cases.
        QVERIFY(std::abs(baseline(*trend, "persistence") - 0.573) < 0.02);
    }

    void volatilityIsTheDeviationOfABar() {
        const Bars series = generatedBars({.bars = 20000, .volatility = 0.02});
        double squares = 0;
        for (std::size_t i = 1; i < series.bars.size(); ++i) {
            const double change = std::log(series.bars[i].close / series.bars[i - 1].close);
            squares += change * change;
        }
        QVERIFY(std::abs(std::sqrt(squares / 20000) / 0.02 - 1) < 0.05);
    }

    void marketsComeAgain() {
        QCOMPARE(generatedBars({.bars = 50}).fingerprint, generatedBars({.bars = 50}).fingerprint);
        QVERIFY(generatedBars({.bars = 50, .seed = 1}).fingerprint != generatedBars({.bars = 50}).fingerprint);
    }

    void seriesThatAreTooShortAreRefused() {
        QVERIFY(!PriceWindows::make(generatedBars({.bars = 50}), allIndicators(16, 1)));
        QVERIFY(
            !openDataset({"generated_market", {{"volatility", 0.5}, {"bars", std::int64_t{100000}}}}) ||
            std::isfinite(
                read(**openDataset({"generated_market", {{"volatility", 0.5}, {"bars", std::int64_t{100000}}}}), {0}).inputs[0].floats[0]));
        QVERIFY(!openDataset({"generated_market", {{"indicators", std::string("smaa")}}}));
    }
};

QTEST_APPLESS_MAIN(PricesTest)
#include "tst_prices.moc"
