// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/memory/memory_words.h"

#include <QtCore/QStringList>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {

QString memoryWord(MemoryCategory category) { return translated(labelOf(category)); }

QColor memoryColour(const Theme& theme, MemoryCategory category) { return theme.run(static_cast<int>(category)); }

QString memorySentence(const MemoryBytes& bytes) {
    QStringList parts;
    for (const MemoryCategory category : kMemoryCategories)
        if (bytes[category] != 0) parts.append(QStringLiteral("%1 %2").arg(memoryWord(category), bytesText(bytes[category])));
    return parts.join(QStringLiteral(", "));
}

}  // namespace seekbench
