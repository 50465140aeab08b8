// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/figures.h"

#include <array>
#include <cmath>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace seekbench {
namespace {

QString withMinus(QString text) { return text.replace(QLatin1Char('-'), QChar(0x2212)); }

struct FigureText {
    Q_DECLARE_TR_FUNCTIONS(FigureText)
};

}  // namespace

QString countText(std::int64_t count, bool brief) {
    if (brief && count >= 10'000'000'000) return QStringLiteral("%1 G").arg(static_cast<double>(count) / 1e9, 0, 'f', 1);
    if (brief && count >= 10'000'000) return QStringLiteral("%1 M").arg(static_cast<double>(count) / 1e6, 0, 'f', 1);
    return withMinus(QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(count)));
}

QString bytesText(std::int64_t bytes) {
    constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    double size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit + 1 < units.size(); ++unit) size /= 1024;
    return QStringLiteral("%1 %2").arg(size, 0, 'f', unit == 0 || size >= 100 ? 0 : 1).arg(QLatin1String(units[unit]));
}

QString figure(double value) {
    if (std::isnan(value)) return QStringLiteral("NaN");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return withMinus(QString::number(value, 'g', 5));
}

QString fixed(double value, int decimals) {
    return std::isfinite(value) ? withMinus(QString::number(value, 'f', decimals)) : QStringLiteral("–");
}

QString percentText(double share, int decimals) { return fixed(share * 100, decimals); }

QString durationText(double seconds) {
    const auto whole = std::llround(std::max(seconds, 0.0));
    if (whole < 60) return FigureText::tr("%1 s").arg(whole);
    if (whole < 3600) return FigureText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return FigureText::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString clockText(double secondsSince1970) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(secondsSince1970 * 1000));
    return time.toString(time.date() == QDate::currentDate() ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace seekbench
