// SPDX-License-Identifier: Apache-2.0
#pragma once

// A function with loops that become vectors, compiled for three kinds of processors; which is taken is decided when the program starts.
#if defined(__x86_64__) && defined(__GNUC__)
#define SEEKBENCH_CLONES [[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#else
#define SEEKBENCH_CLONES
#endif
