// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/memory_fix.h"

#include "core/experiment/memory_forecast.h"

namespace seekbench {

std::vector<QuickFix> memoryFixes(const Experiment& experiment, std::int64_t total) {
    std::vector<QuickFix> fixes;
    const auto fits = [&](const QuickFix& fix) {
        Experiment changed = experiment;
        if (!apply(changed, fix) || check(changed).hasErrors()) return false;
        const auto forecast = forecastMemory(changed);
        return forecast && checkMemory(*forecast, total, 0).empty();
    };
    // The first of these that fits: the largest part, the largest batch.
    const auto offerFirst = [&](const char* place, const auto& labelOf, const std::vector<std::int64_t>& values) {
        for (const std::int64_t value : values) {
            QuickFix fix{labelOf(value), SettingsFix{{{place, value}}}};
            if (!fits(fix)) continue;
            fixes.push_back(std::move(fix));
            return;
        }
    };
    const std::int64_t batch = experiment.training.batchSize;
    std::vector<std::int64_t> parts, batches;
    for (std::int64_t divisor = 2; divisor <= batch; divisor *= 2) {
        if (batch % divisor == 0 && divisor > experiment.training.accumulation) parts.push_back(divisor);
        batches.push_back(batch / divisor);
    }
    offerFirst(
        "training.accumulation", [](std::int64_t value) { return say("Compute the batch in %1 parts", value); }, parts);
    offerFirst(
        "training.batch_size", [](std::int64_t value) { return say("Set %1 = %2", "batch_size", value); }, batches);
    return fixes;
}

}  // namespace seekbench
