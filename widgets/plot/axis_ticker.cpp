// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/axis_ticker.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/text/figures.h"

namespace seekbench {
namespace {

struct AxisText {
    Q_DECLARE_TR_FUNCTIONS(AxisText)
};

class ShortTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return tickText(tick); }
    int getSubTickCount(double) override { return 0; }
};

// There is no half step.
class WholeTicker : public ShortTicker {
protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, ShortTicker::getTickStep(range)); }
};

class TimeTicker : public ShortTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        constexpr std::array<double, 19> steps{1,   2,    5,    10,   15,    30,    60,    120,   300,   600,
                                               900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800};
        const double wanted = range.size() / 5;
        if (wanted < 1) return ShortTicker::getTickStep(range);
        const auto* step = std::ranges::lower_bound(steps, wanted);
        return step == steps.end() ? std::ceil(wanted / 86400) * 86400 : *step;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return timeTickText(tick); }
};

class LogarithmicTicker : public ShortTicker {
protected:
    QVector<double> createTickVector(double, const QCPRange& range) override {
        QVector<double> ticks;
        if (range.lower <= 0) return ticks;
        const int first = static_cast<int>(std::floor(std::log10(range.lower))),
                  last = static_cast<int>(std::ceil(std::log10(range.upper)));
        const int every = std::max(1, (last - first) / 8);  // of many decades only some
        for (int decade = first; decade <= last; decade += every)
            for (const double factor : {1.0, 2.0, 5.0})
                if (factor == 1.0 || last - first <= 4) ticks.append(factor * std::pow(10.0, decade));
        // A view within one decade has no such tick, or one: then ticks as on a linear axis say more.
        const auto inside = std::ranges::count_if(ticks, [&](double tick) { return range.contains(tick); });
        return inside >= 2 ? ticks : QCPAxisTicker::createTickVector(QCPAxisTicker::getTickStep(range), range);
    }
};

}  // namespace

QString tickText(double value) {
    const double size = std::abs(value);
    const auto shortened = [](double number) { return QString::number(number, 'g', 4); };
    QString text = size >= 1e9   ? shortened(value / 1e9) + QLatin1Char('G')
                   : size >= 1e6 ? shortened(value / 1e6) + QLatin1Char('M')
                   : size >= 1e4 ? shortened(value / 1e3) + QLatin1Char('k')
                   : size < 1e-9 ? QStringLiteral("0")
                                 : shortened(value);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString timeTickText(double seconds) {
    if (std::abs(seconds) < 1e-9) return QStringLiteral("0");
    if (std::abs(seconds) < 60) return AxisText::tr("%1 s").arg(tickText(seconds));
    if (std::abs(seconds) < 3600) {
        const double rest = std::fmod(seconds, 60);
        const auto minutes = static_cast<int>(std::trunc(seconds / 60));
        if (std::abs(rest) < 0.5) return AxisText::tr("%1 min").arg(minutes);
        return QStringLiteral("%1:%2").arg(minutes).arg(std::lround(rest), 2, 10, QLatin1Char('0'));
    }
    const auto hours = static_cast<int>(std::trunc(seconds / 3600));
    const auto minutes = std::lround(std::fmod(seconds, 3600) / 60);
    return minutes == 0 ? AxisText::tr("%1 h").arg(hours) : AxisText::tr("%1 h %2").arg(hours).arg(minutes, 2, 10, QLatin1Char('0'));
}

QSharedPointer<QCPAxisTicker> horizontalTicker(HorizontalAxis axis) {
    if (axis == HorizontalAxis::Time) return QSharedPointer<QCPAxisTicker>(new TimeTicker);
    return QSharedPointer<QCPAxisTicker>(new WholeTicker);
}

QSharedPointer<QCPAxisTicker> verticalTicker(bool logarithmic) {
    if (logarithmic) return QSharedPointer<QCPAxisTicker>(new LogarithmicTicker);
    return QSharedPointer<QCPAxisTicker>(new ShortTicker);
}

}  // namespace seekbench
