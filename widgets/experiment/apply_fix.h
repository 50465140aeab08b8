// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/quick_fix.h"

namespace seekbench {

class ExperimentDocument;

// Performs a quick fix on the document, as one step of its undo stack under the fix's label.
Result<void> applyTo(ExperimentDocument& document, const QuickFix& fix);

}  // namespace seekbench
