// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a model has to put out for the targets of a dataset, and which losses and metrics are made for them.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/run/metric.h"

namespace seekbench {

// The dimension of the classes in the output, the batch being dimension 0, for a target of `targetRank` dimensions without the batch.
// One class for a sample: (batch, classes). A class for each position of a sequence: last, (batch, length, classes), as attention has
// it. For each position of a picture or volume: first, (batch, classes, height, width), as convolutions have it.
constexpr std::size_t classDimension(std::size_t targetRank) { return targetRank == 1 ? 2 : 1; }

// Positions of a ClassMap with this class take no part in losses and metrics, as in PyTorch: masked language modelling.
inline constexpr std::int64_t kIgnoredClass = -100;

// The output wanted of a model, without the batch. Extents that the samples leave open are symbols: "predictions", "dim", and "classes"
// when their number is not known yet.
//   Class     (classes)                      ClassMap  see classDimension()             Values  the target's shape
//   Boxes     (predictions, 5 + classes)     Pairs     (towers, dim), one tower for each input, normalised by the loss
// Boxes: the predictions are the cells of a square grid of S × S, row by row. A cell gives the logit of there being an object whose centre
// lies in it; x and y of the centre within the cell, before the sigmoid; width and height as shares of the picture, before the sigmoid;
// the logits of the classes. So the centre of cell (row, column) is ((column + sigmoid(x)) / S, (row + sigmoid(y)) / S).
TensorType wantedOutput(const SampleSpec& sample);

// Whether a row of lossKinds() or metricKinds() is made for these samples.
bool suits(const Kind& kind, const SampleSpec& sample);
bool suits(const MetricKind& kind, const SampleSpec& sample);  // also by number of classes and shape of the target, once known
std::vector<const Kind*> lossesFor(const SampleSpec& sample);
std::vector<const MetricKind*> metricsFor(const SampleSpec& sample);

// What the samples of an experiment's dataset look like, as far as its parameters say; nothing when they do not even say that.
struct Experiment;
std::optional<SampleSpec> sampleOf(const Experiment& experiment);

}  // namespace seekbench
