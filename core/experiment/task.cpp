// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/task.h"

#include <algorithm>

#include "core/experiment/experiment.h"

namespace seekbench {

TensorType wantedOutput(const SampleSpec& sample) {
    Shape shape = sample.target.shape;
    const Dimension classes = sample.classes > 0 ? Dimension(sample.classes) : Dimension::symbol("classes");
    switch (sample.targetKind) {
        case TargetKind::Class:
        case TargetKind::ClassMap:
            shape.insert(shape.begin() + static_cast<std::ptrdiff_t>(classDimension(shape.size()) - 1), classes);
            break;
        case TargetKind::Values: break;
        case TargetKind::Boxes: shape = {Dimension::symbol("predictions"), classes + Dimension(5)}; break;
        case TargetKind::Pairs: shape = {Dimension(static_cast<std::int64_t>(sample.inputs.size())), Dimension::symbol("dim")}; break;
    }
    return {std::move(shape), ElementType::Float};
}

bool suits(const Kind& kind, const SampleSpec& sample) { return std::ranges::find(kind.targets, sample.targetKind) != kind.targets.end(); }

bool suits(const MetricKind& kind, const SampleSpec& sample) {
    if (!suits(static_cast<const Kind&>(kind), sample)) return false;
    if (kind.classes != 0 && sample.classes != 0 && sample.classes != kind.classes) return false;
    const std::size_t rank = sample.target.shape.size();  // 0 of a map: not known yet
    return sample.targetKind != TargetKind::ClassMap || rank == 0 || rank >= kind.leastRank;
}

std::vector<const Kind*> lossesFor(const SampleSpec& sample) {
    std::vector<const Kind*> kinds;
    for (const Kind& kind : lossKinds())
        if (suits(kind, sample)) kinds.push_back(&kind);
    return kinds;
}

std::vector<const MetricKind*> metricsFor(const SampleSpec& sample) {
    std::vector<const MetricKind*> kinds;
    for (const MetricKind& kind : metricKinds())
        if (suits(kind, sample)) kinds.push_back(&kind);
    return kinds;
}

std::optional<SampleSpec> sampleOf(const Experiment& experiment) {
    const DatasetKind* dataset = findDatasetKind(experiment.dataset.kind);
    if (dataset == nullptr) return std::nullopt;
    const auto resolved = ResolvedParameters::from(dataset->kind.parameters, experiment.dataset.parameters);
    if (!resolved.problems.empty()) return std::nullopt;
    return dataset->describe(resolved.parameters);
}

}  // namespace seekbench
