// SPDX-License-Identifier: Apache-2.0
// Compiled with the flags that gpu/kernels/CMakeLists.txt gives it; empty where the compiler is for another processor.
#include "gpu/kernels/loops/kernel_table.h"

#if defined(__AVX2__) && defined(__FMA__)
#include "gpu/kernels/loops/table.h"

namespace seekbench {
const KernelTable* avx2Kernels() { return &kCompiled; }
}  // namespace seekbench
#else
namespace seekbench {
const KernelTable* avx2Kernels() { return nullptr; }
}  // namespace seekbench
#endif
