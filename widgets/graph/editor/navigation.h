// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the arrow keys lead on the canvas. Plain values, tested without a window.

#include <map>
#include <set>
#include <string>
#include <vector>

#include <QtCore/QPointF>

namespace seekbench {

enum class Direction { Left, Right, Up, Down };

// A step of length one in canvas coordinates (y grows downwards).
QPointF unit(Direction direction);

// The places that lie in `direction` from `from`, best first: near and straight ahead; a place in `wired` (joined by a wire with where
// one is) counts as half as far. Ties fall to the name.
std::vector<std::string> placesTowards(const std::map<std::string, QPointF, std::less<>>& places, QPointF from, Direction direction,
                                       const std::set<std::string, std::less<>>& wired = {});

}  // namespace seekbench
