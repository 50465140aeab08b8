// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QtCore/QString>

#include "core/run/run_folder.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// How the state of a run is told: shape first, then word, then colour.
QString stateWord(RunState state);
std::string_view stateGlyph(RunState state);
Colour stateColour(RunState state);
Colour stateGround(RunState state);  // the soft fill of a chip

// A worker is at it.
bool isLive(RunState state);
// A new attempt may continue it from a checkpoint.
bool isResumable(RunState state);

}  // namespace seekbench
