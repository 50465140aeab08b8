// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QFont>

#include "widgets/theme/theme.h"

class QWidget;

namespace seekbench {

// The style sheet of the whole application, on top of Fusion and Theme::palette(). Sizes come from the em of `font`.
// Widgets ask for a look by their role (setRole), a property that the sheet selects; they set no colours of their own:
//   QLabel        "caption" (small, muted), "second", "title" (1.15 em bold), "figure" (1.54 em bold), "section" (bold, second text),
//                 "mono", "chip-ok", "chip-warning", "chip-error", "chip-info", "chip" (edge only)
//   QPushButton   "primary"; plain buttons have an edge, "quiet" ones have none until hovered
//   QToolButton   "segment" (one of a row of exclusive choices), "rail", "quiet"
//   QFrame        "card" (base ground, 1 px line), "bar" (chrome ground, line below), "panel"
QString styleSheet(const Theme& theme, const QFont& font);

void setRole(QWidget& widget, const char* role);

// One em of the widget's font in device-independent pixels, times `factor`, rounded.
int emPixels(const QWidget& widget, double factor);
int emPixels(const QFont& font, double factor);

}  // namespace seekbench
