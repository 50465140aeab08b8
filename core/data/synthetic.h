// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"

namespace seekbench {

// Datasets that are computed instead of read: equal parameters give equal samples on every platform. They are there for
// tests, benchmarks and first steps without files; what a model scores on them says nothing about real data.
DatasetKind syntheticKind();
DatasetKind syntheticRegressionKind();

}  // namespace seekbench
