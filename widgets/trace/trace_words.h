// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words and colours of profiles. Phases and slices look the same in light and dark: white text stands on them.

#include <QtCore/QString>
#include <QtGui/QColor>

#include "core/trace/trace.h"

namespace seekbench {

QString phaseWord(Phase phase);
QColor phaseColour(Phase phase);
QColor gapColour();
// What the collector calls a thread, in the window's language; other names stay as they are.
QString translatedTrack(std::string_view name);
// Of an operator, layer or kernel, by what its name says it does.
QColor sliceColour(const Dictionary& words, LabelId label);

// "12.3 ms", "840 µs", "95 ns": three digits and a unit that fits.
QString timeText(double nanoseconds);
// The same with a sign: "+1.20 ms", "−340 µs".
QString signedTimeText(double nanoseconds);
// "3.7 G", "12 M"; "–" for 0.
QString amountText(double amount);

}  // namespace seekbench
