// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/device.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include <dlfcn.h>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include "core/run/device_lock.h"
#include "gpu/cuda/plugin_activities.h"
#include "gpu/cuda/plugin_loader.h"

namespace seekbench {
namespace {

constexpr std::string_view kCudaPrefix = "cuda:";

std::optional<int> cudaIndexOf(std::string_view text) {
    int index = 0;
    if (!text.starts_with(kCudaPrefix)) return std::nullopt;
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data() + kCudaPrefix.size(), end, index);
    return failure == std::errc{} && stop == end && index >= 0 && index < 128 ? std::optional(index) : std::nullopt;
}

std::string toHex(const at::Tensor& bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    const auto* data = bytes.data_ptr<std::uint8_t>();
    for (std::int64_t i = 0; i < bytes.numel(); ++i) {
        text += kDigits[data[i] >> 4];
        text += kDigits[data[i] & 15];
    }
    return text;
}

std::optional<at::Tensor> fromHex(std::string_view text) {
    at::Tensor bytes = at::empty({static_cast<std::int64_t>(text.size() / 2)}, at::kByte);
    auto* data = bytes.data_ptr<std::uint8_t>();
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        const auto [end, failure] = std::from_chars(text.data() + i, text.data() + i + 2, data[i / 2], 16);
        if (failure != std::errc{} || end != text.data() + i + 2) return std::nullopt;
    }
    return bytes;
}

// The generators of the CPU and of the device, in this order; the CPU's also draws the weights.
std::vector<at::Generator> generatorsOf(const c10::Device& device) {
    std::vector<at::Generator> generators{at::globalContext().defaultGenerator(at::kCPU)};
    if (!device.is_cpu()) generators.push_back(at::globalContext().defaultGenerator(device));
    return generators;
}

}  // namespace

TrainingDevice::TrainingDevice(c10::Device device, std::string description, const CudaPlugin* plugin)
    : m_device(device), m_description(std::move(description)), m_plugin(plugin) {}

Result<TrainingDevice> TrainingDevice::open(const std::string& text) {
    if (text == "cpu") return TrainingDevice(at::kCPU, text, nullptr);
    const auto index = cudaIndexOf(text);
    if (!index) return Error(ErrorCode::InvalidInput, say("\"%1\" is not a device.", text), say("Use \"cpu\" or \"cuda:0\"."));
    const auto plugin = loadCudaPlugin();
    if (!plugin) return plugin.error().in(say("opening the device %1", text));
    if (auto present = checkCudaDevice(**plugin, *index); !present) return present.error().in(say("opening the device %1", text));
    char name[256] = {};
    const bool named = (*plugin)->deviceName(*index, name, sizeof name) == 0;
    return TrainingDevice(c10::Device(at::kCUDA, static_cast<c10::DeviceIndex>(*index)), named ? text + " (" + name + ")" : text, *plugin);
}

std::optional<double> TrainingDevice::tensorBytes() const {
    CudaMemory memory;
    if (!m_plugin || m_plugin->memory(m_device.index(), &memory) != 0) return std::nullopt;
    return static_cast<double>(memory.allocated);
}

std::unique_ptr<DeviceActivities> TrainingDevice::activities() const {
    return m_plugin ? std::make_unique<PluginActivities>(*m_plugin, m_device.index()) : nullptr;
}

std::string TrainingDevice::generatorState() const {
    std::string text;
    for (at::Generator& generator : generatorsOf(m_device)) {
        const std::lock_guard lock(generator.mutex());
        text += (text.empty() ? "" : " ") + toHex(generator.get_state());
    }
    return text;
}

Result<void> TrainingDevice::restoreGenerators(const std::string& state) const {
    std::string_view rest = state;
    try {
        for (at::Generator& generator : generatorsOf(m_device)) {
            const auto end = std::min(rest.find(' '), rest.size());
            const auto bytes = fromHex(rest.substr(0, end));
            if (!bytes) return Error(ErrorCode::Corrupt, say("The state of the random generator cannot be read."));
            const std::lock_guard lock(generator.mutex());
            generator.set_state(*bytes);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    } catch (const std::exception&) {  // torch checks the length
        return Error(ErrorCode::Corrupt, say("The state of the random generator belongs to another device or another LibTorch."));
    }
    return {};
}

Result<FileLock> lockDevice(const std::string& text) {
    const auto index = cudaIndexOf(text);
    const auto path = deviceLockFile(index ? std::string_view(text) : "cpu");
    if (!path) return path.error();
    const auto& file = *path;
    auto lock = FileLock::acquire(file, index ? FileLock::Kind::Exclusive : FileLock::Kind::Shared);
    if (lock || lock.error().code() != ErrorCode::Busy) return lock;
    const auto owner = FileLock::ownerOf(file);
    return Error(ErrorCode::Busy, say("The device %1 is in use by process %2.", text, owner ? std::to_string(*owner) : "?"),
                 say("Wait until it has finished, or put the run into the queue."));
}

void useThreads(std::int64_t threads) {
    const int count = threads > 0 ? static_cast<int>(threads) : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    at::set_num_threads(count);
    // at::set_num_threads() does not reach OpenBLAS, whose name nobody links.
    using SetThreads = void (*)(int);
    if (const auto set = reinterpret_cast<SetThreads>(::dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(count);
    at::globalContext().setDeterministicCuDNN(true);
    at::globalContext().setBenchmarkCuDNN(false);
}

void useDeterminism(bool deterministic) {
    // cuBLAS reads it when its first handle is made, and torch refuses to multiply matrices deterministically without it.
    if (deterministic) ::setenv("CUBLAS_WORKSPACE_CONFIG", ":4096:8", /*overwrite=*/0);
    at::globalContext().setDeterministicAlgorithms(deterministic, /*warn_only=*/false);
}

std::optional<Message> precisionNote(Precision precision, const c10::Device& device) {
    if (precision != Precision::BFloat16 || !device.is_cpu()) return std::nullopt;
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx512bf16")) return std::nullopt;
#endif
    return say("This processor has no instructions for bf16 (AVX512_BF16): it is computed all the same, but slower than fp32.");
}

}  // namespace seekbench
