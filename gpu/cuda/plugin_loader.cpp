// SPDX-License-Identifier: Apache-2.0
#include "gpu/cuda/plugin_loader.h"

#include <dlfcn.h>

namespace seekbench {
namespace {

constexpr const char* kPluginFile = "libseekbench_cuda.so";

Message useTheProcessor() { return say("Set the experiment's device to \"cpu\", or use a Seekbench built with CUDA."); }

Result<const CudaPlugin*> openPlugin(const std::filesystem::path& file) {
    // RTLD_LOCAL: the CUDA libraries' names stay out of the way of the worker's; RTLD_NOW: a missing library is found here, not in a step.
    void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char* reason = ::dlerror();
        return Error(ErrorCode::Unsupported,
                     say("The CUDA part of Seekbench could not be opened: %1.", reason ? reason : "no reason given"), useTheProcessor());
    }
    const auto function = reinterpret_cast<CudaPluginFunction>(::dlsym(library, kCudaPluginSymbol));
    const CudaPlugin* plugin = function ? function() : nullptr;
    if (!plugin || plugin->version != kCudaPluginVersion)
        return Error(ErrorCode::Unsupported, say("%1 belongs to another version of Seekbench.", file.string()),
                     say("Install the worker and its CUDA part from the same package."));
    return plugin;
}

}  // namespace

std::vector<std::filesystem::path> cudaPluginPlaces() {
    std::error_code failure;
    const auto executable = std::filesystem::read_symlink("/proc/self/exe", failure);
    if (failure) return {};
    const auto folder = executable.parent_path();
    return {folder / kPluginFile, folder.parent_path() / "lib" / kPluginFile, folder.parent_path() / "lib" / "seekbench" / kPluginFile};
}

Result<const CudaPlugin*> loadCudaPlugin(const std::vector<std::filesystem::path>& places) {
    static const CudaPlugin* loaded = nullptr;
    if (loaded) return loaded;
    for (const auto& place : places) {
        std::error_code failure;
        if (!std::filesystem::exists(place, failure)) continue;
        auto plugin = openPlugin(place);
        if (plugin) loaded = *plugin;
        return plugin;
    }
    return Error(ErrorCode::Unsupported, say("This Seekbench was built without CUDA."), useTheProcessor());
}

Result<void> checkCudaDevice(const CudaPlugin& plugin, int index) {
    const int count = plugin.deviceCount();
    if (index >= 0 && index < count) return {};
    if (count == 0) {
        const std::string problem = plugin.problem();
        return Error(ErrorCode::NotFound, problem.empty() ? say("No CUDA device was found.") : say("No CUDA device was found: %1", problem),
                     say("Check the graphics driver, or set the experiment's device to \"cpu\"."));
    }
    return Error(ErrorCode::NotFound, say("There is no device cuda:%1; the last one is cuda:%2.", index, count - 1),
                 say("Choose one of the devices that are there, or \"cpu\"."));
}

}  // namespace seekbench
