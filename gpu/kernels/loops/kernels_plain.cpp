// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/loops/table.h"

namespace seekbench {

const KernelTable* plainKernels() { return &kCompiled; }

}  // namespace seekbench
