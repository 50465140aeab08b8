// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/quick_fix.h"
#include "core/trace/analysis/advice.h"

namespace seekbench {

class ExperimentDocument;

// Performs a quick fix on the document, as one step of its undo stack under the fix's label.
Result<void> applyTo(ExperimentDocument& document, const QuickFix& fix);
// The same with the changes of a piece of advice; false: the document has them already.
Result<bool> applyTo(ExperimentDocument& document, const Advice& advice);

}  // namespace seekbench
