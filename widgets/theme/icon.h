// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QtGui/QIcon>

#include "widgets/theme/theme.h"

namespace seekbench {

// The icon resources/icons/<name>.svg in a colour of the theme, sharp at every size and scale; disabled it has Colour::Disabled.
// An unknown name is a programming error. Icons do not follow a change of theme: ask again then.
QIcon icon(std::string_view name, const Theme& theme, Colour colour = Colour::SecondText);
QIcon icon(std::string_view name, const QColor& colour, const QColor& disabled);
// The same for painting into a rectangle; used by delegates and graphics items.
void paintIcon(QPainter& painter, const QRectF& rect, std::string_view name, const QColor& colour);
// Whether there is such an icon.
bool hasIcon(std::string_view name);

}  // namespace seekbench
