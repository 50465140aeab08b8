// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "core/base/result.h"
#include "core/trace/dictionary.h"

namespace seekbench {

// What a device did, or the call that gave it to do. Times are nanoseconds of the device's clock.
struct DeviceActivity {
    enum class Kind : std::uint8_t {
        Kernel,
        Copy,
        Fill,
        Launch,  // by a thread of this process: the cause of what has the same correlation
    };
    Kind kind = Kind::Kernel;
    std::int32_t device = 0;
    std::uint32_t stream = 0;
    std::uint32_t correlation = 0;
    std::int64_t thread = 0;  // of a launch: the system's number
    std::uint64_t start = 0, end = 0;
    std::uint64_t bytes = 0;  // of a copy or a fill
    KernelArguments kernel = {};
    std::string_view name = {};  // of a kernel, as the compiler spells it; good during the call that gives it
};

// Where a Collector learns what the devices do. Its functions may be called from any thread, one at a time.
class DeviceActivities {
public:
    virtual ~DeviceActivities() = default;
    // Errors: another program watches the device (Busy); this driver cannot be watched.
    virtual Result<void> start() = 0;
    // What was given to the device before has come when this returns.
    virtual void stop() = 0;
    // What has come since the last time, in any order.
    virtual void take(const std::function<void(const DeviceActivity&)>& visit) = 0;
    virtual std::uint64_t dropped() const = 0;  // since start()
    virtual std::uint64_t now() const = 0;      // the device's clock
};

}  // namespace seekbench
