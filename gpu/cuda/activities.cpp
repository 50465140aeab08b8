// SPDX-License-Identifier: Apache-2.0
#include "gpu/cuda/activities.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <cupti.h>

#include "gpu/profile/device_activities.h"

namespace seekbench::activities {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20, kAlignment = 8;

std::string reason(CUptiResult result) {
    const char* text = nullptr;
    return cuptiGetResultString(result, &text) == CUPTI_SUCCESS && text ? text : "error " + std::to_string(result);
}

void check(CUptiResult result, const char* attempt) {
    if (result != CUPTI_SUCCESS) throw std::runtime_error(std::string(attempt) + ": " + reason(result));
}

// Buffers that CUPTI has filled, until they are read.
struct Filled {
    std::uint8_t* bytes;
    std::size_t size;
};
std::mutex g_mutex;
std::vector<Filled> g_filled;  // under g_mutex
std::atomic<std::uint64_t> g_dropped{0};
CUpti_SubscriberHandle g_subscriber = nullptr;

// --- called by CUPTI, on threads of its own and on those that give work to a device ---

void CUPTIAPI bufferWanted(std::uint8_t** buffer, std::size_t* size, std::size_t* mostRecords) {
    *buffer = static_cast<std::uint8_t*>(std::aligned_alloc(kAlignment, kBufferBytes));
    *size = *buffer ? kBufferBytes : 0;  // without a buffer CUPTI drops and counts
    *mostRecords = 0;                    // as many as fit
}

void CUPTIAPI bufferFilled(CUcontext context, std::uint32_t stream, std::uint8_t* buffer, std::size_t, std::size_t validSize) {
    std::size_t lost = 0;
    if (cuptiActivityGetNumDroppedRecords(context, stream, &lost) == CUPTI_SUCCESS) g_dropped += lost;
    const std::lock_guard lock(g_mutex);
    g_filled.push_back({buffer, validSize});
}

void CUPTIAPI nothing(void*, CUpti_CallbackDomain, CUpti_CallbackId, const void*) {}

// The calls that give work to a device; of all others no record is kept.
constexpr CUpti_CallbackId kRuntimeCalls[] = {
    CUPTI_RUNTIME_TRACE_CBID_cudaLaunchKernel_v7000,     CUPTI_RUNTIME_TRACE_CBID_cudaLaunchKernel_ptsz_v7000,
    CUPTI_RUNTIME_TRACE_CBID_cudaLaunchKernelExC_v11060, CUPTI_RUNTIME_TRACE_CBID_cudaLaunchKernelExC_ptsz_v11060,
    CUPTI_RUNTIME_TRACE_CBID___cudaLaunchKernel_v13000,  CUPTI_RUNTIME_TRACE_CBID___cudaLaunchKernel_ptsz_v13000,
    CUPTI_RUNTIME_TRACE_CBID_cudaGraphLaunch_v10000,     CUPTI_RUNTIME_TRACE_CBID_cudaGraphLaunch_ptsz_v10000,
    CUPTI_RUNTIME_TRACE_CBID_cudaMemcpyAsync_v3020,      CUPTI_RUNTIME_TRACE_CBID_cudaMemcpyAsync_ptsz_v7000,
    CUPTI_RUNTIME_TRACE_CBID_cudaMemsetAsync_v3020,      CUPTI_RUNTIME_TRACE_CBID_cudaMemsetAsync_ptsz_v7000,
};
constexpr CUpti_CallbackId kDriverCalls[] = {CUPTI_DRIVER_TRACE_CBID_cuLaunchKernel, CUPTI_DRIVER_TRACE_CBID_cuLaunchKernelEx};
constexpr CUpti_ActivityKind kWork[] = {CUPTI_ACTIVITY_KIND_CONCURRENT_KERNEL, CUPTI_ACTIVITY_KIND_MEMCPY, CUPTI_ACTIVITY_KIND_MEMSET};

void enable(bool on) {
    for (const CUpti_CallbackId call : kRuntimeCalls) check(cuptiActivityEnableRuntimeApi(call, on), "watching the calls of CUDA");
    for (const CUpti_CallbackId call : kDriverCalls) check(cuptiActivityEnableDriverApi(call, on), "watching the calls of the driver");
    for (const CUpti_ActivityKind kind : kWork)
        check(on ? cuptiActivityEnable(kind) : cuptiActivityDisable(kind), "watching what the device does");
}

std::uint8_t number(DeviceActivity::Kind kind) { return static_cast<std::uint8_t>(kind); }

template <class Record>
CudaActivity workOf(const Record& record, DeviceActivity::Kind kind) {
    return {.kind = number(kind),
            .device = static_cast<std::int32_t>(record.deviceId),
            .stream = record.streamId,
            .correlation = record.correlationId,
            .start = record.start,
            .end = record.end};
}

// Of records that say something to a profile.
bool read(const CUpti_Activity& record, CudaActivity& activity) {
    using Kind = DeviceActivity::Kind;
    switch (record.kind) {
        case CUPTI_ACTIVITY_KIND_CONCURRENT_KERNEL: {
            const auto& kernel = reinterpret_cast<const CUpti_ActivityKernel10&>(record);
            activity = workOf(kernel, Kind::Kernel);
            const std::int32_t grid[] = {kernel.gridX, kernel.gridY, kernel.gridZ}, block[] = {kernel.blockX, kernel.blockY, kernel.blockZ};
            std::copy_n(grid, 3, activity.grid);
            std::copy_n(block, 3, activity.block);
            activity.registers = kernel.registersPerThread;
            activity.sharedBytes = static_cast<std::uint32_t>(kernel.staticSharedMemory + kernel.dynamicSharedMemory);
            activity.name = kernel.name;
            break;
        }
        case CUPTI_ACTIVITY_KIND_MEMCPY: {
            const auto& copy = reinterpret_cast<const CUpti_ActivityMemcpy6&>(record);
            activity = workOf(copy, Kind::Copy);
            activity.bytes = copy.bytes;
            break;
        }
        case CUPTI_ACTIVITY_KIND_MEMSET: {
            const auto& fill = reinterpret_cast<const CUpti_ActivityMemset4&>(record);
            activity = workOf(fill, Kind::Fill);
            activity.bytes = fill.bytes;
            break;
        }
        case CUPTI_ACTIVITY_KIND_RUNTIME:
        case CUPTI_ACTIVITY_KIND_DRIVER: {
            const auto& call = reinterpret_cast<const CUpti_ActivityAPI&>(record);
            activity = {.kind = number(Kind::Launch),
                        .correlation = call.correlationId,
                        .thread = static_cast<std::int64_t>(call.threadId),
                        .start = call.start,
                        .end = call.end};
            break;
        }
        default: return false;
    }
    return activity.start != 0;  // 0: CUPTI could not time it
}

}  // namespace

bool start() {
    const CUptiResult subscribed = cuptiSubscribe(&g_subscriber, nothing, nullptr);
    if (subscribed == CUPTI_ERROR_MULTIPLE_SUBSCRIBERS_NOT_SUPPORTED) return false;
    check(subscribed, "attaching to CUPTI");
    g_dropped = 0;
    try {
        check(cuptiSetThreadIdType(CUPTI_ACTIVITY_THREAD_ID_TYPE_SYSTEM), "choosing how threads are numbered");
        check(cuptiActivityRegisterCallbacks(bufferWanted, bufferFilled), "lending memory to CUPTI");
        enable(true);
    } catch (...) {
        for (const CUpti_ActivityKind kind : kWork) (void)cuptiActivityDisable(kind);
        cuptiUnsubscribe(std::exchange(g_subscriber, nullptr));
        throw;
    }
    return true;
}

void stop() {
    if (g_subscriber == nullptr) return;
    const CUptiResult flushed = cuptiActivityFlushAll(CUPTI_ACTIVITY_FLAG_FLUSH_FORCED);
    CUpti_SubscriberHandle subscriber = std::exchange(g_subscriber, nullptr);
    try {
        enable(false);
    } catch (...) {
        cuptiUnsubscribe(subscriber);
        throw;
    }
    check(cuptiUnsubscribe(subscriber), "detaching from CUPTI");
    check(flushed, "reading the last records of CUPTI");
}

void take(void (*visit)(void* context, const CudaActivity*), void* context) {
    if (g_subscriber) (void)cuptiActivityFlushAll(0);  // the buffers that are complete
    std::vector<Filled> filled;
    {
        const std::lock_guard lock(g_mutex);
        filled.swap(g_filled);
    }
    for (const Filled& buffer : filled) {
        CUpti_Activity* record = nullptr;
        CudaActivity activity;
        while (buffer.size > 0 && cuptiActivityGetNextRecord(buffer.bytes, buffer.size, &record) == CUPTI_SUCCESS)
            if (read(*record, activity)) visit(context, &activity);
        std::free(buffer.bytes);
    }
}

std::uint64_t dropped() { return g_dropped; }

std::uint64_t clock() {
    std::uint64_t now = 0;
    return cuptiGetTimestamp(&now) == CUPTI_SUCCESS ? now : 0;
}

}  // namespace seekbench::activities
