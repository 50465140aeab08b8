// SPDX-License-Identifier: Apache-2.0
#define SEEKBENCH_LANES 16
#include "gpu/kernels/loops/table.h"

namespace seekbench {

const KernelTable* sixteenLaneKernels() { return &kCompiled; }

}  // namespace seekbench
