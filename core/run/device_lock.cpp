// SPDX-License-Identifier: Apache-2.0
#include "core/run/device_lock.h"

#include <algorithm>
#include <string>

#include "core/base/file.h"
#include "core/run/run_folder.h"

namespace seekbench {

Result<std::filesystem::path> deviceLockFile(std::string_view device) {
    auto folder = runtimeFolder();
    if (!folder) return folder;
    std::string name(device);
    std::ranges::replace_if(
        name, [](char letter) { return letter == ':' || letter == '/'; }, '-');
    return *folder / (name + ".lock");
}

bool isDeviceTaken(std::string_view device) {
    if (!device.starts_with("cuda:")) return false;
    const auto file = deviceLockFile(device);
    return file && FileLock::isHeld(*file);
}

}  // namespace seekbench
