// SPDX-License-Identifier: Apache-2.0
#include "core/run/metric.h"

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
        {series::kProcessMemory, phrase("Memory of the worker"), "B", Grain::Step, Better::Lower},
        {series::kTensorMemory, phrase("Memory of tensors"), "B", Grain::Step, Better::Lower},
        {series::kEpochTrainLoss, phrase("Training loss of the epoch"), "", Grain::Epoch, Better::Lower},
        {series::kValidationLoss, phrase("Validation loss"), "", Grain::Epoch, Better::Lower},
    };
    return kinds;
}

}  // namespace seekbench
