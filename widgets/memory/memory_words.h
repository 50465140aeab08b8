// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the window says and colours what memory is for: the same in the bar, the areas and the table.

#include <QtCore/QString>
#include <QtGui/QColor>

#include "core/run/memory_table.h"
#include "widgets/theme/theme.h"

namespace seekbench {

QString memoryWord(MemoryCategory category);
QColor memoryColour(const Theme& theme, MemoryCategory category);
// "Parameters 1.2 MiB, Gradients …", the categories that are not empty.
QString memorySentence(const MemoryBytes& bytes);

}  // namespace seekbench
