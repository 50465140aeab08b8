// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/run/evaluation.h"
#include "core/run/predictions.h"

namespace seekbench {

// What the newest validation of a run showed, in words: each a block with a heading, or empty when there is nothing of the kind.
// The confusion matrix, a row for each true class; for at most 20 classes.
std::string confusionText(const Predictions& predictions);
// Sensitivity at the usual numbers of false positives per scan, what fp16 holds of the gradients, texts that were sampled, and the samples
// with the highest loss.
std::string evaluationText(const EvaluationHistory& history);

// Both, read from the run folder; a run without any gives an empty text, and a file that cannot be read its reason.
std::string picturesText(const RunFolder& folder);

}  // namespace seekbench
