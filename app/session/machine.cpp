// SPDX-License-Identifier: Apache-2.0
#include "app/session/machine.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

namespace seekbench {

Machine thisMachine() {
    Machine machine;
    machine.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    std::ifstream memory("/proc/meminfo");
    std::uint64_t kilobytes = 0;
    for (std::string name, unit; memory >> name >> kilobytes; std::getline(memory, unit)) {
        if (name == "MemTotal:") machine.memoryTotal = kilobytes * 1024;
        if (name == "MemAvailable:") machine.memoryAvailable = kilobytes * 1024;
    }
    machine.devices.emplace_back("cpu");
    std::error_code ignored;
    for (int i = 0; std::filesystem::exists("/dev/nvidia" + std::to_string(i), ignored); ++i)
        machine.devices.push_back("cuda:" + std::to_string(i));
    return machine;
}

}  // namespace seekbench
