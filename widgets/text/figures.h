// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures for people, the same in both languages: a comma between thousands, U+2212 for minus, a unit after every amount.

#include <cstdint>

#include <QtCore/QString>

namespace seekbench {

// 1,234,567; with `brief` 54.8 M beyond ten million.
QString countText(std::int64_t count, bool brief = false);
// "98 KiB", "1.3 MiB"
QString bytesText(std::int64_t bytes);
// Five significant digits; words for what is not finite.
QString figure(double value);
// `decimals` digits after the point; "–" for what is not finite.
QString fixed(double value, int decimals);
// A share as "94.32" (no sign: the unit stands in the heading).
QString percentText(double share, int decimals = 2);
// "45 s", "2 min 5 s", "1 h 3 min", translated.
QString durationText(double seconds);
// "14:20:33" of today, with the date when it is another day. Local time.
QString clockText(double secondsSince1970);

// UTF-8 of core as a QString.
inline QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

}  // namespace seekbench
