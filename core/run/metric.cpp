// SPDX-License-Identifier: Apache-2.0
#include "core/run/metric.h"

#include <algorithm>

namespace seekbench {

std::span<const SeriesKind> seriesKinds() {
    using Grain = SeriesKind::Grain;
    using Better = SeriesKind::Better;
    static const std::vector<SeriesKind> kinds{
        {series::kTrainLoss, phrase("Training loss"), "", Grain::Step, Better::Lower},
        {series::kLearningRate, phrase("Learning rate"), "", Grain::Step, Better::Neither},
        {series::kGradientNorm, phrase("Gradient norm"), "", Grain::Step, Better::Neither},
        {series::kSamplesPerSecond, phrase("Throughput"), phrase("samples/s"), Grain::Step, Better::Higher},
        {series::kStepSeconds, phrase("Step time"), phrase("s"), Grain::Step, Better::Lower},
        {series::kLoaderWait, phrase("Waiting for data"), phrase("s"), Grain::Step, Better::Lower},
        {series::kProcessMemory, phrase("Memory of the worker"), "B", Grain::Step, Better::Lower},
        {series::kTensorMemory, phrase("Memory of tensors"), "B", Grain::Step, Better::Lower},
        {series::kMemoryPeak, phrase("Memory at the peak"), "B", Grain::Step, Better::Lower},
        {series::kMemoryParameters, phrase("Memory of parameters"), "B", Grain::Step, Better::Lower},
        {series::kMemoryGradients, phrase("Memory of gradients"), "B", Grain::Step, Better::Lower},
        {series::kMemoryOptimizer, phrase("Memory of the optimizer state"), "B", Grain::Step, Better::Lower},
        {series::kMemoryActivations, phrase("Memory of activations"), "B", Grain::Step, Better::Lower},
        {series::kMemoryInput, phrase("Memory of the batch"), "B", Grain::Step, Better::Lower},
        {series::kMemoryWorkspace, phrase("Memory of workspace"), "B", Grain::Step, Better::Lower},
        {series::kEpochTrainLoss, phrase("Training loss of the epoch"), "", Grain::Epoch, Better::Lower},
        {series::kValidationLoss, phrase("Validation loss"), "", Grain::Epoch, Better::Lower},
        {series::kLossScale, phrase("Loss scale"), "", Grain::Step, Better::Neither},
        {series::kSkippedSteps, phrase("Skipped updates"), "", Grain::Step, Better::Neither},
    };
    return kinds;
}

std::span<const SeriesKind> observationKinds() {
    using Grain = SeriesKind::Grain;
    using Better = SeriesKind::Better;
    static const std::vector<SeriesKind> kinds{
        {"balance_loss", phrase("Imbalance of the experts"), "", Grain::Step, Better::Lower},
        {"dropped_tokens", phrase("Tokens without an expert"), "", Grain::Step, Better::Lower},
        {"load", phrase("Share of the tokens of an expert"), "", Grain::Step, Better::Neither},
    };
    return kinds;
}

const SeriesKind* findObservationKind(std::string_view key) {
    if (!key.starts_with(series::kNodePrefix)) return nullptr;
    std::string_view name = key.substr(key.rfind('.') + 1);
    const std::size_t end = name.find_last_not_of("0123456789");
    if (end != std::string_view::npos && end + 1 < name.size() && name[end] == '_') name = name.substr(0, end);
    const auto kind = std::ranges::find(observationKinds(), name, &SeriesKind::name);
    return kind == observationKinds().end() ? nullptr : &*kind;
}

}  // namespace seekbench
