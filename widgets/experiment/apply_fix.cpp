// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/apply_fix.h"

#include "widgets/experiment/experiment_document.h"
#include "widgets/text/translated.h"

namespace seekbench {

Result<void> applyTo(ExperimentDocument& document, const QuickFix& fix) {
    const QString text = translated(fix.label);
    if (const auto* change = std::get_if<GraphFix>(&fix.change)) return document.edit(change->level, change->edit, text);
    Result<void> result;
    document.changeSettings([&](Experiment& settings) { result = apply(settings, fix); }, text);
    return result;
}

}  // namespace seekbench
