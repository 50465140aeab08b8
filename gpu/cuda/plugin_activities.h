// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cuda/plugin.h"
#include "gpu/profile/device_activities.h"

namespace seekbench {

// What the devices of a plugin do. A value; the plugin stays open for ever.
class PluginActivities final : public DeviceActivities {
public:
    explicit PluginActivities(const CudaPlugin& plugin) : m_plugin(&plugin) {}

    Result<void> start() override;
    void stop() override { m_plugin->stopActivities(); }
    void take(const std::function<void(const DeviceActivity&)>& visit) override;
    std::uint64_t dropped() const override { return m_plugin->droppedActivities(); }
    std::uint64_t now() const override { return m_plugin->activityClock(); }

private:
    const CudaPlugin* m_plugin;
};

}  // namespace seekbench
