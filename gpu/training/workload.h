// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/loader.h"
#include "core/experiment/experiment.h"
#include "gpu/metrics/evaluation_collector.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/metrics/prediction_collector.h"
#include "gpu/training/engine_selection.h"
#include "gpu/training/text_sampler.h"

namespace seekbench {

// A Workload is an experiment ready to be computed: data, loaders, engine and metrics, made from the experiment alone, with the random
// generators seeded by it. One thread owns it.
struct Workload {
    // Errors: what check() says, missing files, a device that is not there. Exceptions of torch come out as errors.
    static Result<Workload> make(const Experiment& experiment, const EngineMemory& memory = {});

    std::int64_t stepsPerEpoch() const { return trainLoader->batchesPerEpoch(); }
    std::int64_t totalSteps() const { return stepsPerEpoch() * experiment.training.epochs; }
    // The learning rate and the factor that makes it from the optimizer's own, for update number `step`, 0-based.
    double learningRateFactor(std::int64_t step) const;

    // Names of the series of each step besides the usual ones: of the loss scale, in fp16.
    std::vector<std::string> stepSeries() const;
    // Names of the series besides those of the metrics themselves: their companions and the baselines. And their values now.
    std::vector<std::string> moreSeries() const;
    std::vector<double> moreValues() const;

    Experiment experiment;
    std::unique_ptr<Dataset> dataset;  // outlives the loaders
    std::unique_ptr<Loader> trainLoader, validationLoader;
    std::unique_ptr<Engine> engine;
    EngineRecord engineRecord;
    // In the experiment's order. A validation has more at the end, which are no metrics: `evaluation`, and
    // `predictions` of a classification.
    std::vector<std::unique_ptr<MetricAccumulator>> trainMetrics, validationMetrics;
    PredictionCollector* predictions = nullptr;
    EvaluationCollector* evaluation = nullptr;  // the very last of the validation; no metric either
    std::optional<TextSampler> texts;           // of a language model
    // What rules without a model score on the validation samples with the experiment's metrics.
    std::vector<Baseline> baselines;
    double learningRate = 0;  // of the optimizer
    Parameters schedule;
};

}  // namespace seekbench
