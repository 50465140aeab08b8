// SPDX-License-Identifier: Apache-2.0
// What libseekbench_cuda gives out. Exceptions of torch and error codes of CUDA end here as an int and a sentence.
#include "gpu/cuda/plugin.h"

#include "gpu/cuda/activities.h"

#include <c10/core/CachingDeviceAllocator.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAGuard.h>
#include <cuda_runtime_api.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

namespace seekbench {
namespace {

thread_local std::string problemOfThread;

// "while doing something: what CUDA says".
void check(cudaError_t code, const char* attempt) {
    if (code == cudaSuccess) return;
    cudaGetLastError();  // otherwise the next call, which may be torch's, would report this failure again
    throw std::runtime_error(std::string(attempt) + ": " + cudaGetErrorString(code));
}

template <class Action>
int answer(Action action) {
    try {
        problemOfThread.clear();
        action();
        return 0;
    } catch (const std::exception& failure) {
        problemOfThread = failure.what();
        return 1;
    }
}

struct Device {
    std::string name;
    std::uint64_t totalBytes = 0;
};

struct Devices {
    std::vector<Device> found;
    std::string problem;  // why there are none
};

// Asked once: devices neither come nor go while a process lives, and their properties cost milliseconds to read.
const Devices& devices() {
    static const Devices all = [] {
        Devices result;
        try {
            int count = 0;
            check(cudaGetDeviceCount(&count), "counting the CUDA devices");
            for (int index = 0; index < count; ++index) {
                cudaDeviceProp properties{};
                check(cudaGetDeviceProperties(&properties, index), "reading the properties of a CUDA device");
                result.found.push_back({properties.name, properties.totalGlobalMem});
            }
        } catch (const std::exception& failure) {
            result.found.clear();
            result.problem = failure.what();
        }
        return result;
    }();
    return all;
}

const Device& device(int index) {
    const auto& found = devices().found;
    if (index < 0 || static_cast<std::size_t>(index) >= found.size())
        throw std::runtime_error("there is no device cuda:" + std::to_string(index));
    return found[static_cast<std::size_t>(index)];
}

int deviceCount() {
    problemOfThread = devices().problem;
    return static_cast<int>(devices().found.size());
}

int deviceName(int index, char* name, std::size_t capacity) {
    return answer([&] {
        const std::string& text = device(index).name;
        if (capacity == 0) return;
        const std::size_t length = std::min(text.size(), capacity - 1);
        std::memcpy(name, text.data(), length);
        name[length] = '\0';
    });
}

int memory(int index, CudaMemory* memory) {
    return answer([&] {
        *memory = {.deviceTotal = device(index).totalBytes};
        auto* allocator = c10::cuda::CUDACachingAllocator::get();
        if (!allocator->initialized()) return;  // torch has not touched a device yet: it holds nothing
        const auto stats = allocator->getDeviceStats(static_cast<c10::DeviceIndex>(index));
        constexpr auto kAll = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
        memory->allocated = static_cast<std::uint64_t>(stats.allocated_bytes[kAll].current);
        memory->peakAllocated = static_cast<std::uint64_t>(stats.allocated_bytes[kAll].peak);
        memory->reserved = static_cast<std::uint64_t>(stats.reserved_bytes[kAll].current);
    });
}

int synchronize(int index) {
    return answer([&] {
        device(index);
        const c10::cuda::CUDAGuard guard(static_cast<c10::DeviceIndex>(index));
        check(cudaDeviceSynchronize(), "waiting for the work on a CUDA device");
    });
}

int startActivities() {
    bool isTaken = false;
    const int failed = answer([&] { isTaken = !activities::start(); });
    return isTaken ? 2 : failed;
}
int stopActivities() { return answer(activities::stop); }

const char* problem() { return problemOfThread.c_str(); }

constexpr CudaPlugin kPlugin{kCudaPluginVersion,  deviceCount,       deviceName,     memory,
                             synchronize,         startActivities,   stopActivities, activities::take,
                             activities::dropped, activities::clock, problem};

}  // namespace
}  // namespace seekbench

extern "C" __attribute__((visibility("default"))) const seekbench::CudaPlugin* seekbench_cuda_plugin() { return &seekbench::kPlugin; }
