// SPDX-License-Identifier: Apache-2.0
// What a plot costs: a replot of ten million points at several zooms, and the share of a core that a live curve of 10,000 points/s takes.
//
// Offscreen, raster, noisy data (a smooth curve hides the costs), 1000 × 400 pixels, with the smoothed line, the raw band and the marks.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <vector>

#include <qcustomplot.h>
#include <QtWidgets/QApplication>

#include "widgets/plot/series_plot.h"

using namespace seekbench;

namespace {

constexpr int kRounds = 30, kFramesPerSecond = 30, kPointsPerSecond = 10'000;

double processorMilliseconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

class Source {
public:
    std::vector<Point> next(std::int64_t count) {
        std::vector<Point> points;
        points.reserve(static_cast<std::size_t>(count));
        for (std::int64_t i = 0; i < count; ++i) {
            ++m_step;
            points.push_back(
                {m_step, 1e-4 * static_cast<double>(m_step), 1 + 1e6 / static_cast<double>(m_step + 500'000) + m_noise(m_random)});
        }
        return points;
    }

private:
    std::int64_t m_step = 0;
    std::mt19937_64 m_random{1};
    std::normal_distribution<double> m_noise{0, 0.2};
};

void figure(const char* name, std::vector<double> values, const char* unit, const char* peer) {
    std::ranges::sort(values);
    std::printf("%-34s %8.3g %-3s %-52s %.3g..%.3g (%zu times)\n", name, values[values.size() / 2], unit, peer, values.front(),
                values.back(), values.size());
}

void settle(SeriesPlot& plot, const Series& series) {
    for (std::size_t done = 0; done <= series.size(); done += 100'000) plot.refresh();
    QApplication::processEvents();
}

// One frame as the window makes it: take what is there, lay out, draw.
double frame(SeriesPlot& plot) {
    const double began = processorMilliseconds();
    plot.refresh();
    plot.plot()->replot(QCustomPlot::rpImmediateRefresh);
    return processorMilliseconds() - began;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Source source;
    Series series("train.loss", 1000);
    SeriesPlot plot(QStringLiteral("Loss"), QString());
    plot.resize(1000, 400);
    plot.setCurves({{.series = &series, .label = QStringLiteral("training"), .best = Curve::Best::Lowest}});
    plot.setSmoothing(0.98);
    plot.show();
    QApplication::processEvents();

    // Live, from nothing to ten million points in four stages.
    for (const std::int64_t already : {0, 1'000'000, 10'000'000}) {
        while (static_cast<std::int64_t>(series.size()) < already)
            series.append(source.next(std::min<std::int64_t>(100'000, already - static_cast<std::int64_t>(series.size()))));
        settle(plot, series);
        std::vector<double> shares;
        for (int second = 0; second < 5; ++second) {
            double spent = 0;
            for (int i = 0; i < kFramesPerSecond; ++i) {
                const auto points = source.next(kPointsPerSecond / kFramesPerSecond);
                const double began = processorMilliseconds();
                series.append(points);
                spent += processorMilliseconds() - began + frame(plot);
            }
            shares.push_back(spent / 10);  // per cent of a second
        }
        figure(("plot_live_after_" + std::to_string(already)).c_str(), shares, "%", "of a core, 10,000 points/s at 30 frames/s");
    }
    for (const double share : {1.0, 0.1, 0.001}) {
        plot.showAll();
        if (share < 1) {
            plot.plot()->xAxis->setRange(3e6, 3e6 + share * 1e7);
            QKeyEvent look(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);  // the view no longer follows
            QApplication::sendEvent(&plot, &look);
        }
        std::vector<double> times;
        for (int round = 0; round < kRounds; ++round) times.push_back(frame(plot));
        figure(("plot_replot_10M_view_" + QByteArray::number(share).toStdString()).c_str(), times, "ms", "-");
    }
    plot.showAll();
    std::vector<double> crosshair;
    for (int round = 0; round < kRounds; ++round) {
        const double began = processorMilliseconds();
        plot.setCrosshair(1e5 * (round + 1));
        crosshair.push_back(processorMilliseconds() - began);
    }
    figure("plot_crosshair_10M", crosshair, "ms", "-");
}
