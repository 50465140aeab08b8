// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"

namespace seekbench {

// Sequences of whole numbers that are computed instead of read, for models of language without files. A sample is made from the
// seed and its index when it is asked for: any number of them takes no memory.

// Motifs that repeat: the target at each place is the next token, and only who looks back can know it.
DatasetKind syntheticLanguageKind();
// Pairs of sentences, each of words of one topic: class 1 when both have the same.
DatasetKind syntheticSentencesKind();

}  // namespace seekbench
