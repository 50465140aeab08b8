// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"

namespace seekbench {

// Rows of the registry: volumes from files, and volumes with known truth.
DatasetKind volumeSegmentationKind();
DatasetKind brainMaskKind();  // the same with the brain of Debian's package mricron-data
DatasetKind luna16Kind();
DatasetKind generatedNodulesKind();  // see generated_nodules.cpp

}  // namespace seekbench
