// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/step_counts.h"

#include <algorithm>
#include <limits>

#include "core/data/dataset.h"
#include "core/data/loader.h"

namespace seekbench {

std::optional<StepCounts> stepCounts(const TrainingSettings& training, std::int64_t train, std::int64_t validation) {
    if (training.batchSize < 1 || training.epochs < 1 || train < 1) return std::nullopt;
    const std::int64_t perEpoch = train / training.batchSize + (train % training.batchSize != 0 ? 1 : 0);
    if (training.epochs > std::numeric_limits<std::int64_t>::max() / perEpoch) return std::nullopt;
    return StepCounts{.train = train, .validation = validation, .perEpoch = perEpoch, .total = perEpoch * training.epochs};
}

std::optional<StepCounts> stepCounts(const Experiment& experiment) {
    const DatasetKind* kind = findDatasetKind(experiment.dataset.kind);
    if (kind == nullptr) return std::nullopt;
    const auto resolved = ResolvedParameters::from(kind->kind.parameters, experiment.dataset.parameters);
    if (!resolved.problems.empty()) return std::nullopt;
    const SampleSpec sample = kind->describe(resolved.parameters);
    const Split& split = experiment.split;
    const bool share = split.source == Split::Source::Share;
    if (sample.trainSamples < 2 || (share && !(split.share > 0 && split.share < 1)) || experiment.trainLimit < 0) return std::nullopt;
    const auto counts = splitCounts(sample.trainSamples, sample, split);
    if (!counts) return std::nullopt;
    const std::int64_t train = experiment.trainLimit > 0 ? std::min(counts->train, experiment.trainLimit) : counts->train;
    return stepCounts(experiment.training, train, counts->validation);
}

}  // namespace seekbench
