// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/trace.h"

namespace seekbench {

// What this machine's processor does at most, with the threads this process computes with: products of large matrices in fp32 and bf16
// (FLOPs a second), and copies of what no cache holds (bytes read and written a second). Each the best of a few tries; about a fifth of a
// second in all. Draws no random numbers. Data sheets promise more than any program gets, so nothing is taken from them.
Ceilings measureCeilings();

}  // namespace seekbench
