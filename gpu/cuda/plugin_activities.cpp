// SPDX-License-Identifier: Apache-2.0
#include "gpu/cuda/plugin_activities.h"

#include <algorithm>

namespace seekbench {

Result<void> PluginActivities::start() {
    constexpr int kTaken = 2;
    const int failed = m_plugin->startActivities();
    if (failed == kTaken)
        return Error(ErrorCode::Busy, say("Another program is watching the graphics card: only one can."),
                     say("Close it (Nsight Systems, Nsight Compute, PyTorch's profiler) and profile again."));
    if (failed != 0)
        return Error(ErrorCode::Unsupported, say("The graphics card cannot be watched: %1.", std::string(m_plugin->problem())),
                     say("Update its driver, or profile the same experiment on \"cpu\"."));
    return {};
}

// CUPTI tells a kernel when it is over.
void PluginActivities::stop() {
    m_plugin->synchronize(m_device);
    m_plugin->stopActivities();
}

void PluginActivities::take(const std::function<void(const DeviceActivity&)>& visit) {
    m_plugin->takeActivities(
        [](void* context, const CudaActivity* activity) {
            KernelArguments kernel;
            std::copy_n(activity->grid, 3, kernel.grid);
            std::copy_n(activity->block, 3, kernel.block);
            kernel.registersPerThread = activity->registers;
            kernel.sharedBytes = activity->sharedBytes;
            const auto& give = *static_cast<const std::function<void(const DeviceActivity&)>*>(context);
            give({.kind = static_cast<DeviceActivity::Kind>(activity->kind),
                  .device = activity->device,
                  .stream = activity->stream,
                  .correlation = activity->correlation,
                  .thread = activity->thread,
                  .start = activity->start,
                  .end = activity->end,
                  .bytes = activity->bytes,
                  .kernel = kernel,
                  .name = activity->name ? activity->name : ""});
        },
        const_cast<void*>(static_cast<const void*>(&visit)));
}

}  // namespace seekbench
