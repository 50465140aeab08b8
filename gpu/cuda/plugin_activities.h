// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cuda/plugin.h"
#include "gpu/profile/device_activities.h"

namespace seekbench {

// What one device of a plugin does. A value; the plugin stays open for ever.
class PluginActivities final : public DeviceActivities {
public:
    PluginActivities(const CudaPlugin& plugin, int device) : m_plugin(&plugin), m_device(device) {}

    Result<void> start() override;
    void stop() override;
    void take(const std::function<void(const DeviceActivity&)>& visit) override;
    std::uint64_t dropped() const override { return m_plugin->droppedActivities(); }
    std::uint64_t now() const override { return m_plugin->activityClock(); }

private:
    const CudaPlugin* m_plugin;
    int m_device;
};

}  // namespace seekbench
