// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/split_check.h"

#include "core/data/loader.h"

namespace seekbench {
namespace {

Diagnostic finding(Severity severity, std::string place, Message message) {
    return {.severity = severity, .code = Diagnostic::Code::InvalidSetting, .node = std::move(place), .message = std::move(message)};
}

}  // namespace

std::vector<Diagnostic> checkSplit(const Split& split, std::string_view dataset, const SampleSpec& sample) {
    using Method = Split::Method;
    std::vector<Diagnostic> findings;
    if (split.source == Split::Source::TestPart) return findings;
    const auto warn = [&](const char* place, Message message) {
        findings.push_back(finding(Severity::Warning, place, std::move(message)));
    };
    const auto refuse = [&](Message message) { findings.push_back(finding(Severity::Error, "split.method", std::move(message))); };

    if (sample.inTime && split.method != Method::ByTime) {
        if (sample.window > 1)
            warn("split.method",
                 say("Samples of the dataset \"%1\" that follow one another share %2 of their %3 rows: held out at random, validation "
                     "looks at what was trained on. Split by time.",
                     dataset, sample.window - 1, sample.window));
        else
            warn("split.method",
                 say("The samples of the dataset \"%1\" are in the order of time: held out at random, the model learns from the future of "
                     "what validates. Split by time.",
                     dataset));
    }
    if (split.method == Method::ByTime && !sample.inTime)
        warn("split.method",
             say("The samples of the dataset \"%1\" are in no order of time: the last ones may be of one kind. Choose another method.",
                 dataset));
    if (split.method == Method::ByTime && gapOf(sample, split) < sample.horizon)
        warn("split.gap",
             say("The gap of %1 samples is below the horizon of %2: the targets of the last training samples lie in what validates.",
                 gapOf(sample, split), sample.horizon));
    if (sample.grouped && !sample.inTime && split.method != Method::ByGroup)
        warn("split.method",
             say("The split tears groups of the dataset \"%1\" apart: samples of the same group train and validate. Split by group.",
                 dataset));
    if (split.method == Method::ByGroup && !sample.grouped)
        refuse(say("The samples of the dataset \"%1\" have no groups. Choose another method.", dataset));
    if (split.method == Method::Stratified && sample.targetKind != TargetKind::Class)
        refuse(say("The samples of the dataset \"%1\" have no classes whose shares could be kept. Choose another method.", dataset));
    return findings;
}

}  // namespace seekbench
