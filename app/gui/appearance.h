// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "widgets/theme/theme.h"

namespace seekbench {

// Gives the application style, palette and sheet of a theme. Widgets with icons or own painting are told by their owners.
void applyTheme(const Theme& theme);

// The name of a theme in the window's language.
QString themeTitle(ThemeKind kind);

}  // namespace seekbench
