// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <random>

#include <qcustomplot.h>
#include <QtTest/QtTest>

#include "widgets/plot/axis_ticker.h"
#include "widgets/plot/crosshair.h"
#include "widgets/plot/plot_marks.h"
#include "widgets/plot/plot_style.h"
#include "widgets/plot/series_plot.h"
#include "widgets/plot/smoothed_series.h"
#include "widgets/text/figures.h"

using namespace seekbench;

namespace {

std::vector<Point> noise(std::int64_t from, std::int64_t to) {
    std::mt19937_64 random(static_cast<std::uint64_t>(from));
    std::normal_distribution<double> value(1, 0.2);
    std::vector<Point> points;
    for (std::int64_t step = from; step <= to; ++step) points.push_back({step, static_cast<double>(step) * 0.01, value(random)});
    return points;
}

}  // namespace

class SeriesPlotTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SeriesPlot> shownPlot(const Series& series, Curve::Best best = Curve::Best::None) {
        auto plot = std::make_unique<SeriesPlot>(QStringLiteral("Loss"), QStringLiteral("cross entropy"));
        plot->resize(900, 400);
        plot->setCurves({{.series = &series, .label = QStringLiteral("#1 training"), .best = best}});
        plot->show();
        if (!QTest::qWaitForWindowExposed(plot.get())) return nullptr;
        plot->refresh();
        return plot;
    }

    template <class Item>
    static const Item* itemOf(const SeriesPlot& plot) {
        for (int i = 0; i < plot.plot()->itemCount(); ++i)
            if (const auto* item = dynamic_cast<const Item*>(plot.plot()->item(i))) return item;
        return nullptr;
    }
    static const Crosshair* crosshairOf(const SeriesPlot& plot) { return itemOf<Crosshair>(plot); }
    static const PlotMarks* marksOf(const SeriesPlot& plot) { return itemOf<PlotMarks>(plot); }

private slots:
    void theWholeSeriesIsInViewAndSaidSo() {
        Series series("train.loss");
        series.append(noise(1, 140000));
        const auto plot = shownPlot(series);
        QCOMPARE(plot->pointsInView(), std::size_t{140000});
        QVERIFY(plot->pointsShown() <= 2 * 900);
        const auto labels = plot->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) { return label->text().contains(QStringLiteral("of 140,000")); }));
    }

    void theViewFollowsNewPointsUntilTheUserZooms() {
        Series series("train.loss");
        series.append(noise(1, 1000));
        const auto plot = shownPlot(series);
        series.append(noise(1001, 2000));
        plot->refresh();
        QVERIFY(plot->plot()->xAxis->range().upper >= 2000);

        QTest::keyClick(plot.get(), Qt::Key_Plus);
        const QCPRange zoomed = plot->plot()->xAxis->range();
        series.append(noise(2001, 3000));
        plot->refresh();
        QCOMPARE(plot->plot()->xAxis->range(), zoomed);
        QTest::keyClick(plot.get(), Qt::Key_F);
        QVERIFY(plot->plot()->xAxis->range().upper >= 3000);
    }

    void theWheelZoomsAtThePointer() {
        Series series("train.loss");
        series.append(noise(1, 1000));
        const auto plot = shownPlot(series);
        const double before = plot->plot()->xAxis->range().size();
        const QPoint centre = plot->plot()->axisRect()->center();
        QWheelEvent wheel(centre, plot->plot()->mapToGlobal(centre), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot->plot(), &wheel);
        QVERIFY(plot->plot()->xAxis->range().size() < before);
    }

    void pixelsOfTheCurveHaveTheRunsColour() {
        Series series("train.loss");
        series.append(noise(1, 5000));
        const auto plot = shownPlot(series);
        plot->plot()->replot();
        const QImage image = plot->plot()->toPixmap(800, 300).toImage();
        const QColor colour = Theme().run(0);
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) found += QColor(image.pixel(x, y)) == colour;
        QVERIFY2(found > 500, qPrintable(QString::number(found)));
    }

    void crosshairIsAnnounced() {
        Series series("train.loss");
        series.append(noise(1, 100));
        const auto plot = shownPlot(series);
        std::optional<double> seen;
        connect(plot.get(), &SeriesPlot::crosshairMoved, this, [&](std::optional<double> x) { seen = x; });
        QTest::mouseMove(plot->plot(), plot->plot()->axisRect()->center());
        QTRY_VERIFY(seen.has_value());
        QVERIFY(std::abs(*seen - plot->plot()->xAxis->range().center()) < 3);
        plot->setCrosshair(seen);
    }

    void dragPansAndDoubleClickShowsEverything() {
        Series series("train.loss");
        series.append(noise(1, 1000));
        const auto plot = shownPlot(series);
        QCustomPlot* canvas = plot->plot();
        const QCPRange all = canvas->xAxis->range();
        const QPoint centre = canvas->axisRect()->center();
        QTest::mousePress(canvas, Qt::LeftButton, {}, centre);
        QTest::mouseMove(canvas, centre + QPoint(60, 0));
        QTest::mouseMove(canvas, centre + QPoint(120, 0));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, centre + QPoint(120, 0));
        QVERIFY(canvas->xAxis->range().lower < all.lower - 50);
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, centre);
        QCOMPARE(canvas->xAxis->range(), all);
    }

    void aClickIsNoWishToStopFollowing() {
        Series series("train.loss");
        series.append(noise(1, 1000));
        const auto plot = shownPlot(series);
        QTest::mouseClick(plot->plot(), Qt::LeftButton, {}, plot->plot()->axisRect()->center());
        series.append(noise(1001, 2000));
        plot->refresh();
        QVERIFY(plot->plot()->xAxis->range().upper >= 2000);
    }

    void theCrosshairBoxHasTheValuesOfAllCurves() {
        Series series("train.loss", 100);
        series.append(noise(1, 1000));
        const auto plot = shownPlot(series);
        plot->setSmoothing(0.9);
        plot->setCrosshair(500.2);
        const auto* crosshair = crosshairOf(*plot);
        QCOMPARE(crosshair->axisText(), QStringLiteral("500"));
        QCOMPARE(crosshair->rows().size(), std::size_t{2});
        QCOMPARE(crosshair->rows()[1].value, figure(series.at(499).value));
        plot->setHorizontalAxis(HorizontalAxis::Epoch);
        plot->setCrosshair(2.5);
        QCOMPARE(crosshair->axisText(), QStringLiteral("2.50"));
    }

    void bestAndLastAreNamed() {
        Series series("val.loss", 100);
        series.append(std::vector<Point>{{100, 0, 3}, {200, 1, 0.19421}, {300, 2, 0.2087}});
        const auto plot = shownPlot(series, Curve::Best::Lowest);
        const auto& marks = marksOf(*plot)->marks();
        QCOMPARE(marks.size(), std::size_t{2});
        QCOMPARE(marks[0].text, QStringLiteral("best 0.19421, epoch 2"));
        QCOMPARE(marks[1].text, QStringLiteral("0.2087"));
        QVERIFY(marksOf(*plot)->rightMargin() > 20);
    }

    void aScaledCurveIsShownInItsUnit() {
        Series series("val.accuracy", 100);
        series.append(std::vector<Point>{{100, 0, 0.9}, {200, 1, 0.9432}});
        SeriesPlot plot(QStringLiteral("Accuracy"), QStringLiteral("%"));
        plot.resize(500, 300);
        plot.setDecimals(2);
        plot.setCurves({{.series = &series, .label = QStringLiteral("validation"), .scale = 100}});
        QCOMPARE(marksOf(plot)->marks().back().text, QStringLiteral("94.32"));
        QVERIFY(plot.plot()->yAxis->range().contains(94.32));
        QVERIFY(plot.plot()->yAxis->range().lower > 80);
    }

    void aRightAxisHasItsOwnRange() {
        Series norm("gradient_norm"), rate("learning_rate");
        norm.append(noise(1, 100));
        rate.append(std::vector<Point>{{1, 0, 0.001}, {100, 1, 0.0001}});
        SeriesPlot plot(QStringLiteral("Gradient"), {});
        plot.setCurves({{.series = &norm, .label = QStringLiteral("norm")},
                        {.series = &rate, .label = QStringLiteral("rate"), .side = Curve::Side::Right}});
        QVERIFY(plot.plot()->yAxis2->visible());
        QVERIFY(plot.plot()->yAxis2->range().upper < 0.002);
        QVERIFY(plot.plot()->yAxis->range().upper > 1);
    }

    void aNewSmoothingOfAMillionPointsIsComputedInSlices() {
        Series series("train.loss");
        series.append(noise(1, 1'000'000));
        SmoothedSeries smooth;
        smooth.setSmoothing(0.9);
        int slices = 1;
        while (!smooth.follow(series, 100'000)) {
            QVERIFY(!smooth.values());
            ++slices;
        }
        QCOMPARE(slices, 10);
        QCOMPARE(smooth.values()->values().back(), smoothed(series.values().values(), 0.9).back());
    }

    void smoothingFollowsGrowthAndCuts() {
        Series series("train.loss");
        series.append(noise(1, 500));
        SmoothedSeries smooth;
        smooth.setSmoothing(0.98);
        QVERIFY(smooth.follow(series, 1000));
        series.append(noise(501, 900));
        QVERIFY(smooth.follow(series, 10));  // growth is not limited
        series.append(noise(300, 950));
        QVERIFY(smooth.follow(series, 1000));
        const auto expected = smoothed(series.values().values(), 0.98);
        QVERIFY(std::ranges::equal(smooth.values()->values(), expected));
        smooth.setSmoothing(0);
        QVERIFY(smooth.follow(series, 1) && !smooth.values());
    }

    void csvHasEveryPointInView() {
        Series series("val.loss", 100);
        series.append(std::vector<Point>{{100, 10, 3}, {200, 11, 0.1942}, {300, 12, 0.25}});
        const auto plot = shownPlot(series);
        QCOMPARE(plot->exported(PlotFormat::Csv),
                 QByteArray("curve,series,step,seconds,epoch,value\r\n#1 training,val.loss,100,0,1,3\r\n"
                            "#1 training,val.loss,200,1,2,0.1942\r\n#1 training,val.loss,300,2,3,0.25\r\n"));
    }

    void picturesHaveTheRightFormat() {
        Series series("train.loss");
        series.append(noise(1, 5000));
        const auto plot = shownPlot(series);
        QImage image;
        QVERIFY(image.loadFromData(plot->exported(PlotFormat::Png), "PNG"));
        QVERIFY(image.width() > 1600);
        const QByteArray svg = plot->exported(PlotFormat::Svg);
        QVERIFY(svg.contains("<svg") && svg.contains("</svg>") && svg.contains("Loss"));
    }

    void ticksAreShort() {
        QCOMPARE(tickText(20000), QStringLiteral("20k"));
        QCOMPARE(tickText(1.5e6), QStringLiteral("1.5M"));
        QCOMPARE(tickText(0.05), QStringLiteral("0.05"));
        QCOMPARE(tickText(-2), QStringLiteral("\u22122"));
        QCOMPARE(timeTickText(30), QStringLiteral("30 s"));
        QCOMPARE(timeTickText(300), QStringLiteral("5 min"));
        QCOMPARE(timeTickText(5400), QStringLiteral("1 h 30"));
    }

    void aLogarithmicAxisHasTicksWithinOneDecade() {
        Series series("train.loss");
        series.append(std::vector<Point>{{1, 0, 0.21}, {2, 1, 0.48}});
        const auto plot = shownPlot(series);
        plot->setLogarithmic(true);
        plot->plot()->replot();
        QVERIFY(plot->plot()->yAxis->ticker()->tickOrigin() == 0);
        QVERIFY(plot->plot()->yAxis->range().lower > 0.1);
    }

    void aLogarithmicAxisNeverShowsZero() {
        const auto [low, high] = verticalRange(0, 2, true);
        QVERIFY(low > 0 && high > 2);
        QVERIFY(verticalRange(-3, -1, true).first > 0);
        const auto flat = verticalRange(1, 1, false);
        QVERIFY(flat.first < 1 && flat.second > 1);
    }

    void figuresUseARealMinus() {
        QCOMPARE(figure(-0.5), QStringLiteral("\u22120.5"));
        QCOMPARE(figure(std::nan("")), QStringLiteral("NaN"));
    }
};

QTEST_MAIN(SeriesPlotTest)
#include "tst_series_plot.moc"
