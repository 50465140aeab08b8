// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <QtWidgets/QTableView>

#include "widgets/memory/memory_bar.h"
#include "widgets/memory/memory_chart.h"
#include "widgets/memory/memory_model.h"
#include "widgets/memory/memory_view.h"
#include "widgets/memory/memory_words.h"

using namespace seekbench;

class MemoryViewTest : public QObject {
    Q_OBJECT

    using Category = MemoryCategory;

    static MemoryTable table(std::initializer_list<std::pair<std::string, std::int64_t>> activations) {
        MemoryTable table;
        for (const auto& [path, bytes] : activations) {
            MemoryTable::Row row{.path = path, .bytes = {}};
            row.bytes[Category::Activations] = bytes;
            table.total += row.bytes;
            table.rows.push_back(row);
        }
        return table;
    }
    static MemoryForecast forecast() {
        MemoryForecast forecast;
        forecast.table = table({{"conv", 1 << 20}, {"head", 1 << 19}});
        return forecast;
    }
    static MeasuredMemory measured() { return {.step = 7, .table = table({{"conv", 2 << 20}, {"", 1 << 19}})}; }
    static Series series(const char* name, const std::vector<double>& values) {
        Series series(name);
        std::vector<Point> points;
        for (std::size_t i = 0; i < values.size(); ++i)
            points.push_back({.step = static_cast<std::int64_t>(i) + 1, .time = static_cast<double>(i), .value = values[i]});
        series.append(points);
        return series;
    }

private Q_SLOTS:
    void everyPartOfABarIsSeen() {
        MemoryBytes bytes;
        bytes[Category::Parameters] = 1;
        bytes[Category::Activations] = 998;
        bytes[Category::Workspace] = 1;
        const auto ends = barEnds(bytes, 100);
        QCOMPARE(ends, (std::vector<int>{1, 1, 1, 100, 100, 100}));
        MemoryBytes halves;
        halves[Category::Gradients] = 5;
        halves[Category::Input] = 5;
        QCOMPARE(barEnds(halves, 10), (std::vector<int>{0, 5, 5, 5, 10, 10}));
    }

    void columnsShowTheHighestStepOfEach() {
        const Series activations = series("memory.activations", {1, 9, 2, 3});
        const Series parameters = series("memory.parameters", {4, 4, 4, 4});
        std::array<const Series*, kMemoryCategories.size()> parts{};
        QVERIFY(memoryColumns(parts, 10).empty());
        parts[static_cast<std::size_t>(Category::Activations)] = &activations;
        parts[static_cast<std::size_t>(Category::Parameters)] = &parameters;
        const auto all = memoryColumns(parts, 10);
        QCOMPARE(all.size(), 4u);
        QCOMPARE(all[3].step, 4);
        const auto two = memoryColumns(parts, 2);
        QCOMPARE(two.size(), 2u);
        QCOMPARE(two[0].bytes[Category::Activations], 9);
        QCOMPARE(two[0].bytes[Category::Parameters], 4);
        QCOMPARE(two[1].bytes.total(), 7);
    }

    void layersStandWithForecastAndMeasured() {
        MemoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTables(forecast().table, measured().table);
        QCOMPARE(model.rowCount(), 3);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, MemoryModel::Layer), QStringLiteral("conv"));
        QCOMPARE(text(0, MemoryModel::Forecast), QStringLiteral("1.0 MiB"));
        QCOMPARE(text(0, MemoryModel::Measured), QStringLiteral("2.0 MiB"));
        QVERIFY(text(0, MemoryModel::Error).contains(QStringLiteral("50.0 %")));
        QCOMPARE(text(1, MemoryModel::Layer), QStringLiteral("head"));
        QCOMPARE(text(1, MemoryModel::Measured), QStringLiteral("–"));
        QCOMPARE(text(1, MemoryModel::Error), QStringLiteral("–"));
        QVERIFY(text(2, MemoryModel::Layer) != QString());
        model.setTables(std::nullopt, std::nullopt);
        QCOMPARE(model.rowCount(), 0);
    }

    void theSummaryComparesBoth() {
        MemoryView view;
        const QString nothing = view.summary();
        view.setForecast(forecast());
        QVERIFY(view.summary().contains(QStringLiteral("1.5 MiB")));
        QVERIFY(view.summary() != nothing);
        view.setMeasured(measured());
        QVERIFY(view.summary().contains(QStringLiteral("2.5 MiB")));
        QVERIFY(view.summary().contains(QStringLiteral("40.0 %")));
        QCOMPARE(view.model().rowCount(), 3);
        view.setMeasured(std::nullopt);
        view.setForecast(std::nullopt);
        QCOMPARE(view.summary(), nothing);
    }

    void theLargestLayerStandsFirstAndLeadsToItsNode() {
        MemoryView view;
        view.setForecast(forecast());
        view.setMeasured(measured());
        const QModelIndex first = view.table().model()->index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("conv"));
        QSignalSpy activated(&view, &MemoryView::layerActivated);
        Q_EMIT view.table().activated(first);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), QStringLiteral("conv"));
    }

    void drawsWithAndWithoutSteps() {
        MemoryChart chart;
        chart.resize(200, 100);
        const QImage empty = chart.grab().toImage();
        const Series activations = series("memory.activations", {1e6, 2e6, 2e6});
        std::array<const Series*, kMemoryCategories.size()> parts{};
        parts[static_cast<std::size_t>(Category::Activations)] = &activations;
        chart.setSeries(parts);
        chart.setForecast(3'000'000);
        const QImage drawn = chart.grab().toImage();
        QVERIFY(drawn != empty);
        const Theme theme;
        QCOMPARE(drawn.pixelColor(180, 70), memoryColour(theme, Category::Activations));
    }
};

QTEST_MAIN(MemoryViewTest)
#include "tst_memory_view.moc"
