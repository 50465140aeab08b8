// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <random>

#include <qcustomplot.h>
#include <QtTest/QtTest>

#include "widgets/plot/plot_style.h"
#include "widgets/plot/series_plot.h"
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
