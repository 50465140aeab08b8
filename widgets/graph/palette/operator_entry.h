// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QtCore/QString>

#include "core/graph/composite.h"
#include "core/operators/operator.h"

class QPainter;
class QRectF;

namespace seekbench {

class Theme;

// An operator as palette and search show it. A value; label and summary are the English source texts.
struct OperatorEntry {
    std::string id, label, summary;
    Family family = Family::Structure;
    bool composite = false;
    bool operator==(const OperatorEntry&) const = default;
};

// All there is to choose from: the catalog in its order, then the composites by id.
std::vector<OperatorEntry> operatorEntries(const Library& library);

// How well an entry answers what was typed: 0 exactly the id, 1 begins with it, 2 somewhere in id or label, 3 in the summary; -1 not at
// all. English and translated texts both count; case does not.
int matchRank(const OperatorEntry& entry, const QString& typed);

// The heading of the entry's group, translated: "Convolution", "Blocks (composite)".
QString groupTitle(const OperatorEntry& entry);

// The entry's icon in the colour of its family.
void paintOperatorIcon(QPainter& painter, const QRectF& rect, const OperatorEntry& entry, const Theme& theme);

}  // namespace seekbench
