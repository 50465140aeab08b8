// SPDX-License-Identifier: Apache-2.0
#pragma once

// The interface of libseekbench_cuda: plain C, so that a plugin of another build is recognised before anything of it is used.
// The worker links torch_cpu alone and starts without a driver. The plugin links torch_cuda, whose kernels and hooks register themselves
// when it is opened; after that the worker's own at::Tensor calls work on "cuda:N". It must therefore be opened before torch is first
// asked about CUDA, because torch remembers the answer. No function throws; all may be called from any thread.

#include <cstddef>
#include <cstdint>

namespace seekbench {

inline constexpr std::uint32_t kCudaPluginVersion = 2;
inline constexpr const char* kCudaPluginSymbol = "seekbench_cuda_plugin";

// Bytes that torch's caching allocator holds on one device.
struct CudaMemory {
    std::uint64_t allocated = 0;      // by tensors, now
    std::uint64_t peakAllocated = 0;  // by tensors, at most since the plugin was opened
    std::uint64_t reserved = 0;       // taken from the device, now
    std::uint64_t deviceTotal = 0;    // of the device itself
};

// See DeviceActivity in gpu/profile/device_activities.h; the same in plain C.
struct CudaActivity {
    std::uint8_t kind = 0;
    std::int32_t device = 0;
    std::uint32_t stream = 0;
    std::uint32_t correlation = 0;
    std::int64_t thread = 0;
    std::uint64_t start = 0, end = 0;
    std::uint64_t bytes = 0;
    std::uint32_t grid[3] = {}, block[3] = {}, registers = 0, sharedBytes = 0;  // of a kernel
    const char* name = nullptr;                                                 // nullptr: none
};

// What the plugin gives out; lives as long as the plugin is open. Devices are numbered 0 … deviceCount() − 1.
// Functions that return int: 0 is success, else problem() says what happened.
struct CudaPlugin {
    std::uint32_t version;                                            // kCudaPluginVersion, the first field for ever
    int (*deviceCount)();                                             // 0 without a driver or a device
    int (*deviceName)(int device, char* name, std::size_t capacity);  // ends with '\0', cut to the capacity
    int (*memory)(int device, CudaMemory* memory);                    // cheap: no synchronisation
    int (*synchronize)(int device);                                   // waits for all work given to the device
    // What the devices do, by CUPTI's activity records (see DeviceActivities). start: 2 when another program watches them.
    int (*startActivities)();
    int (*stopActivities)();
    void (*takeActivities)(void (*visit)(void* context, const CudaActivity*), void* context);
    std::uint64_t (*droppedActivities)();
    std::uint64_t (*activityClock)();  // nanoseconds
    const char* (*problem)();          // English sentence about the last failure of this thread, or why there is no device; "" for none
};

// The type of the symbol kCudaPluginSymbol, which the plugin exports with C linkage.
using CudaPluginFunction = const CudaPlugin* (*)();

}  // namespace seekbench
