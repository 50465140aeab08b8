// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/apply_fix.h"

#include <QtCore/QCoreApplication>

#include "widgets/experiment/experiment_document.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {

Result<void> applyTo(ExperimentDocument& document, const QuickFix& fix) {
    const QString text = translated(fix.label);
    if (const auto* change = std::get_if<GraphFix>(&fix.change)) return document.edit(change->level, change->edit, text);
    Result<void> result;
    document.changeSettings([&](Experiment& settings) { result = apply(settings, fix); }, text);
    return result;
}

Result<bool> applyTo(ExperimentDocument& document, const Advice& advice) {
    auto changed = withAdvice(document.experiment(), advice);
    if (!changed) return changed.error();
    if (*changed == document.experiment()) return false;
    document.changeSettings([&](Experiment& settings) { settings = std::move(*changed); },
                            QCoreApplication::translate("Advice", "Advice: %1").arg(fromUtf8(changesText(advice))));
    return true;
}

}  // namespace seekbench
