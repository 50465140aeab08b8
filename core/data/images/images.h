// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"

namespace seekbench {

// Rows of the registry: pictures and arrays from files, and pictures with known truth.
DatasetKind cifar10Kind();
DatasetKind cifar100Kind();
DatasetKind imageFolderKind();
DatasetKind arrayFilesKind();      // NPY and NPZ
DatasetKind generatedBoxesKind();  // see generated_boxes.cpp

}  // namespace seekbench
