// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

#include "core/run/evaluation.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// How a position of a mask is marked over the picture.
enum class MaskMark { None, Right, Missed, Wrong };  // Missed: true foreground called something else; Wrong: background called foreground
MaskMark maskMark(std::uint8_t target, std::uint8_t predicted);

// The grey picture with its masks over it, one pixel a position: right green, missed blue, wrong red; positions that do not count stay
// grey.
QImage maskImage(const MaskPicture& mask, const Theme& theme);
// The share of the foreground positions of either mask that is right; 1 without any.
double rightShare(const MaskPicture& mask);

// The picture, enlarged to at least `extent`, with true boxes dashed and detections solid, each with its score.
QImage boxImage(const QImage& picture, const BoxPicture& boxes, const Theme& theme, int extent);

}  // namespace seekbench
