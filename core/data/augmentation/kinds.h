// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/augmentation/augmentation.h"

namespace seekbench {

// Rows of the registry. What moves pictures:
AugmentationKind flipKind();
AugmentationKind cropKind();
AugmentationKind rotateScaleKind();
AugmentationKind elasticKind();
// What changes their values:
AugmentationKind normaliseKind();
AugmentationKind noiseKind();
AugmentationKind brightnessContrastKind();
AugmentationKind gammaKind();

// Moves the pictures and the mask of `sample`: what comes to a position is taken from scratch.coordinates there, by linear interpolation
// from the pictures and from the nearest position of the mask; beyond the border it is what the border holds.
void resample(SampleView& sample, AugmentationScratch& scratch);

}  // namespace seekbench
