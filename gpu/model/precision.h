// SPDX-License-Identifier: Apache-2.0
#pragma once

// The precisions that layers compute in. Weights, gradients of weights, losses and the optimizer's numbers are in single precision always.

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include "core/experiment/experiment.h"
#include "gpu/model/layer_border.h"

namespace seekbench {

// While one lives, LibTorch casts the inputs of the operators that gain by it (matrix products, convolutions) to `type`, on this thread and
// for tensors of this kind of device. May be nested.
class Autocast {
public:
    Autocast(c10::DeviceType device, c10::ScalarType type);
    ~Autocast();
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    c10::DeviceType m_device;
    bool m_enabledBefore;
    c10::ScalarType m_typeBefore;
};

// How a precision is had on a device. LibTorch's processor kernels know no half precision: fp16 is imitated there, by rounding what crosses
// the borders of layers, forwards and backwards, so that it shows the same underflow and overflow.
class ComputePrecision {
public:
    ComputePrecision(Precision precision, const c10::Device& device) : m_precision(precision), m_device(device.type()) {}

    bool isHalf() const { return m_precision == Precision::Float16; }
    bool isImitated() const { return isHalf() && m_device == c10::DeviceType::CPU; }
    // For the time of a forward(); nothing where layers compute in single precision.
    std::unique_ptr<Autocast> autocast() const;

private:
    Precision m_precision;
    c10::DeviceType m_device;
};

// The nearest half-precision numbers, still as floats; the gradient is rounded on its way back, too. Beyond 65504 lies infinity.
at::Tensor roundedToHalf(const at::Tensor& values);

// Whether the layer of this operator must be given single precision, because LibTorch 1.13 has no other kernel for it on processors.
bool wantsSinglePrecision(std::string_view op);
void toSinglePrecision(std::vector<at::Tensor>& inputs);

// Rounds what layers give out, and what is put into the model.
class HalfBorder final : public LayerBorder {
public:
    void leave(const std::string& path, std::vector<at::Tensor>& outputs) override;
};

}  // namespace seekbench
