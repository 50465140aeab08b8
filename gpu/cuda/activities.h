// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "gpu/cuda/plugin.h"

// The activity records of CUPTI: kernels, copies and fills with their times, and the calls that launched them. One at a time.
namespace seekbench::activities {

// False: another program has CUPTI (Nsight, PyTorch's profiler). Throws std::runtime_error with a sentence.
bool start();
// The records of what the devices have finished can be taken afterwards.
void stop();
void take(void (*visit)(void* context, const CudaActivity*), void* context);
std::uint64_t dropped();
std::uint64_t clock();

}  // namespace seekbench::activities
