// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/memory_forecast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/experiment/memory_walk.h"
#include "core/experiment/step_counts.h"
#include "core/experiment/task.h"
#include "core/operators/cost.h"

namespace seekbench {
namespace {

constexpr std::int64_t kFloat = 4, kInteger = 8;

std::int64_t bytesOf(const Sizes& sizes, ElementType element) {
    return product({elements(sizes), element == ElementType::Float ? kFloat : kInteger});
}

bool allSizesKnown(const Model& model) {
    const auto known = [](const TensorType& type) { return integers(type.shape).has_value(); };
    return std::ranges::all_of(model.nodes, [&](const FlatNode& node) {
        return std::ranges::all_of(node.inputTypes, known) && std::ranges::all_of(node.outputTypes, known);
    });
}

// Bytes of the batch: what the Input nodes take, and the targets, as far as the samples tell what they are.
std::int64_t batchBytes(const Model& model, const SampleSpec& sample, std::int64_t batch, std::int64_t part) {
    std::int64_t bytes = 0;
    for (const int input : model.inputs) {
        const TensorType& type = model.nodes[static_cast<std::size_t>(input)].outputTypes.at(0);
        bytes += bytesOf(integers(type.shape).value_or(Sizes{}), type.element);
    }
    bytes = product({bytes, batch}) / std::max<std::int64_t>(1, part);
    const auto target = integers(sample.target.shape);
    return target ? total({bytes, product({batch, bytesOf(*target, sample.target.element)})}) : bytes;
}

std::int64_t moments(const Choice& optimizer) {
    const Kind* kind = findKind(optimizerKinds(), optimizer.kind);
    if (kind == nullptr) return 0;
    const auto resolved = ResolvedParameters::from(kind->parameters, optimizer.parameters);
    const auto& values = resolved.parameters.values();
    if (optimizer.kind == "lion") return 1;
    if (values.contains(kBeta2.name)) return 2;
    const auto momentum = values.find(kMomentum.name);
    return momentum != values.end() && momentum->second != ParameterValue(0.0) ? 1 : 0;
}

}  // namespace

std::int64_t optimizerBytes(const Choice& optimizer, std::int64_t parameters) {
    // Rows and columns of a matrix instead of all its numbers; of a square one, since the shape is not known here.
    if (optimizer.kind == "adafactor")
        return product({kFloat, 2, static_cast<std::int64_t>(std::ceil(std::sqrt(static_cast<double>(parameters))))});
    return product({kFloat, moments(optimizer), parameters});
}

std::optional<MemoryForecast> forecastMemory(const Experiment& experiment) {
    const auto sample = sampleOf(experiment);
    return sample ? forecastMemory(experiment, *sample) : std::nullopt;
}

std::optional<MemoryForecast> forecastMemory(const Experiment& experiment, const SampleSpec& sample) {
    const TrainingSettings& training = experiment.training;
    if (training.batchSize < 1) return std::nullopt;
    const auto counts = stepCounts(experiment);
    const std::int64_t batch = counts ? std::min(training.batchSize, counts->train) : training.batchSize;
    const std::int64_t parts = std::clamp<std::int64_t>(training.accumulation, 1, batch);
    const std::int64_t part = batch / parts + (batch % parts != 0 ? 1 : 0);
    const auto model = expand(experiment.graph, experiment.library, {{"batch", part}});
    if (!model || model->outputs.empty() || !allSizesKnown(*model)) return std::nullopt;
    const FlatNode& output = model->nodes[static_cast<std::size_t>(model->outputs.front())];
    // A processor computes fp16 in single precision and rounds.
    const bool imitated = training.precision == Precision::Float16 && training.device == "cpu";
    // Our kernels take single precision, in which all losses are computed.
    const bool hosted = training.device == "cpu";
    const std::int64_t width = training.precision == Precision::Float32 || imitated ? 4 : 2;
    const StepMemory step{.batchBytes = batchBytes(*model, sample, batch, part),
                          .loss = lossMemory(experiment.loss, *integers(output.inputTypes.at(0).shape), sample.targetKind,
                                             hosted ? Kernels::Own : Kernels::LibTorch),
                          .optimizer = experiment.optimizer,
                          .averages = training.averageDecay > 0,
                          .accumulates = parts > 1,
                          .width = width,
                          .kernels = !hosted      ? Kernels::LibTorch
                                     : width == 4 ? Kernels::Own
                                                  : Kernels::OwnUnderAutocast,
                          .frozen = {training.frozen.begin(), training.frozen.end()}};
    MemoryForecast forecast = walkMemory(*model, step);
    forecast.batchSize = batch;
    forecast.part = part;
    return forecast;
}

std::optional<MemoryForecast> forecastMemory(const RunFolder& run) {
    const auto experiment = run.experiment();
    auto forecast = experiment ? forecastMemory(*experiment) : std::nullopt;
    if (!forecast) return forecast;
    if (auto told = readMemoryForecast(run)) forecast->table = std::move(*told);
    return forecast;
}

std::string memoryText(std::int64_t bytes) {
    constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; std::abs(size) >= 999.5 && unit + 1 < units.size(); ++unit) size /= 1000;
    char text[64];
    std::snprintf(text, sizeof text, unit < 2 || std::abs(size) >= 99.95 ? "%.0f %s" : "%.1f %s", size, units[unit]);
    return text;
}

std::vector<Diagnostic> checkMemory(const MemoryForecast& forecast, std::int64_t total, std::int64_t available) {
    const std::int64_t needed = forecast.peak();
    std::vector<Diagnostic> findings;
    const auto note = [&](Severity severity, Message message) {
        findings.push_back({severity, Diagnostic::Code::InvalidSetting, "training.batch_size", {}, std::move(message), {}, {}});
    };
    const std::string needs = memoryText(needed), has = memoryText(total);
    // What does not grow with the batch, and so is left when the batch is made small.
    const MemoryBytes& parts = forecast.table.total;
    const std::int64_t fixed = parts[MemoryCategory::Parameters] + parts[MemoryCategory::Gradients] + parts[MemoryCategory::Optimizer];
    if (total > 0 && needed > total) {
        if (fixed > total)
            note(Severity::Error, say("Training needs about %1 of memory, %2 of it for the weights and what is kept of each, and this "
                                      "machine has %3. Use a smaller model, or an optimizer that keeps less.",
                                      needs, memoryText(fixed), has));
        else
            note(Severity::Error, say("Training needs about %1 of memory at batch size %2, and this machine has %3. Use a smaller batch, "
                                      "or compute it in parts (accumulation), or in 16 bits (bf16).",
                                      needs, forecast.batchSize, has));
    } else if (total > 0 && needed > total - total / 8) {
        note(Severity::Warning, say("Training needs about %1 of memory at batch size %2, nearly all that this machine has (%3). A smaller "
                                    "batch, or one computed in parts (accumulation), leaves room for other programs.",
                                    needs, forecast.batchSize, has));
    } else if (available > 0 && needed > available) {
        note(Severity::Warning, say("Training needs about %1 of memory at batch size %2, and %3 are free now. Close other programs, or "
                                    "use a smaller batch.",
                                    needs, forecast.batchSize, memoryText(available)));
    }
    return findings;
}

}  // namespace seekbench
