// SPDX-License-Identifier: Apache-2.0
#include "core/data/class_frequencies.h"

#include <algorithm>
#include <cmath>

namespace seekbench {

std::vector<std::int64_t> classFrequencies(const Dataset& dataset, Part part, std::span<const std::int64_t> indices) {
    const SampleSpec& spec = dataset.spec();
    if ((spec.targetKind != TargetKind::Class && spec.targetKind != TargetKind::ClassMap) || spec.classes <= 0) return {};
    std::vector<std::int64_t> counts(static_cast<std::size_t>(spec.classes), 0);
    const auto count = [&](std::int64_t kind) {
        if (kind >= 0 && kind < spec.classes) ++counts[static_cast<std::size_t>(kind)];
    };
    if (spec.targetKind == TargetKind::Class && !indices.empty() && dataset.stratumOf(part, indices.front())) {
        for (const std::int64_t index : indices)
            if (const auto kind = dataset.stratumOf(part, index)) count(*kind);
        return counts;
    }
    constexpr std::size_t kMost = 4096;
    const std::size_t read = std::min(indices.size(), kMost);
    Batch batch;
    for (std::size_t i = 0; i < read; ++i) {
        const std::int64_t index = indices[i * indices.size() / read];
        dataset.read(part, std::span(&index, 1), batch);
        for (const std::int64_t kind : batch.target.integers) count(kind);
    }
    if (read < indices.size())
        for (std::int64_t& number : counts)
            number = std::llround(static_cast<double>(number) * static_cast<double>(indices.size()) / static_cast<double>(read));
    return counts;
}

}  // namespace seekbench
