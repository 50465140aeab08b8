// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>

#include "core/operators/operator.h"

class QPainter;

namespace seekbench {

// Draws the sign of an operator family (a 3 × 3 grid for convolutions, a bell for normalisations …) into `rect`, 1.4 px lines on a
// 16 px grid, so that colour never stands alone.
void paintFamilyGlyph(QPainter& painter, const QRectF& rect, Family family, bool composite, const QColor& colour);

// A padlock.
void paintLock(QPainter& painter, const QRectF& rect, const QColor& colour);

// An octagon with a cross for an error, a triangle with a bar for a warning.
void paintSeverity(QPainter& painter, const QRectF& rect, bool error, const QColor& colour);

}  // namespace seekbench
