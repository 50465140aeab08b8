// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <c10/core/Device.h>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/experiment/experiment.h"
#include "gpu/cuda/plugin.h"
#include "gpu/profile/device_activities.h"

namespace seekbench {

// The device a run computes on, with what the worker wants to know of it. A value; the plugin it points to stays open for ever.
class TrainingDevice {
public:
    // "cpu" or "cuda:N". A CUDA device needs the plugin and must be there; the error is a sentence for the user.
    static Result<TrainingDevice> open(const std::string& text);

    const c10::Device& torch() const { return m_device; }
    // "cpu", or "cuda:0 (name of the card)".
    const std::string& description() const { return m_description; }

    // Bytes that tensors hold on a CUDA device; nothing for the CPU, where a TensorMemory counts.
    std::optional<double> tensorBytes() const;
    // What it does, for a profile; nullptr for the CPU.
    std::unique_ptr<DeviceActivities> activities() const;
    // State of the random generators the device's operators draw from, as hexadecimal digits.
    std::string generatorState() const;
    Result<void> restoreGenerators(const std::string& state) const;

private:
    TrainingDevice(c10::Device device, std::string description, const CudaPlugin* plugin);
    c10::Device m_device;
    std::string m_description;
    const CudaPlugin* m_plugin = nullptr;
};

// The lock of the device named `text`, in the user's runtime folder: exclusive for a CUDA device, shared for the CPU. Needs no device
// to be there. Busy: a sentence that names the process.
Result<FileLock> lockDevice(const std::string& text);

// Makes torch and the BLAS use `threads` threads and repeatable algorithms. 0: as many as there are processors.
void useThreads(std::int64_t threads);

// Whether torch refuses operators that do not give the same bits each time; it says so for the whole process, until it is said again.
void useDeterminism(bool deterministic);

// What one should know about computing in this precision on this device; nothing when it is as one would think.
std::optional<Message> precisionNote(Precision precision, const c10::Device& device);

}  // namespace seekbench
