// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/split_specs.h"

#include "core/experiment/setting.h"

namespace seekbench {

std::vector<ParameterSpec> splitSpecs(const Experiment& experiment) {
    std::vector<ParameterSpec> specs;
    const bool isShare = experiment.split.source == Split::Source::Share;
    const bool inTime = isShare && experiment.split.method == Split::Method::ByTime;
    const std::pair<const char*, bool> places[] = {{"split.source", true},
                                                   {"split.method", isShare},
                                                   {"split.share", isShare},
                                                   {"split.seed", isShare && !inTime},
                                                   {"split.gap", inTime}};
    for (const auto& [place, counts] : places) {
        if (!counts) continue;
        ParameterSpec spec = *specAt(experiment, place);
        spec.name = place;
        specs.push_back(std::move(spec));
    }
    return specs;
}

}  // namespace seekbench
