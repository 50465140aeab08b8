// SPDX-License-Identifier: Apache-2.0
#pragma once

// All kernels, compiled for the instruction set of the file that includes this.

#include "gpu/kernels/loops/activation_loops.h"
#include "gpu/kernels/loops/attention_loops.h"
#include "gpu/kernels/loops/class_loops.h"
#include "gpu/kernels/loops/matrix_loops.h"
#include "gpu/kernels/loops/pooling_loops.h"
#include "gpu/kernels/loops/recurrent_loops.h"

namespace seekbench {
namespace {

constexpr KernelTable kCompiled{.diceFocalSums = diceFocalSums,
                                .diceFocalGradient = diceFocalGradient,
                                .crossEntropyPositions = crossEntropyPositions,
                                .crossEntropyRow = crossEntropyRow,
                                .dropout = dropout,
                                .packAttention = packAttention,
                                .attentionScratch = attentionScratch,
                                .attentionForward = attentionForward,
                                .attentionBackward = attentionBackward,
                                .gatedMap = gatedMap,
                                .gatedMapBackward = gatedMapBackward,
                                .lstmForward = lstmForward,
                                .lstmBackward = lstmBackward,
                                .maxPoolPlane = maxPoolPlane,
                                .maxPoolPlaneBackward = maxPoolPlaneBackward,
                                .maxPoolRow = maxPoolRow,
                                .maxPoolRowBackward = maxPoolRowBackward,
                                .multiplyMatrices = multiplyMatrices,
                                .gelu = gelu,
                                .geluBackward = geluBackward};

}  // namespace
}  // namespace seekbench
