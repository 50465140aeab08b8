// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "gpu/model/named_tensor.h"

namespace seekbench {

struct LossScalerSettings {
    double scale = 65536;                // at the start
    std::int64_t growthInterval = 2000;  // updates without an overflow until it doubles
    std::int64_t overflowAtStep = 0;     // step, counted from 1, whose gradients get an infinity; 0: none
};

// A LossScaler keeps gradients within half precision: the loss is multiplied by its scale, so that small gradients do not become zero,
// and the gradients are divided by it before the update. When one of them is infinite or no number, the update is skipped and the scale
// halves at once; after `growthInterval` updates in a row without, it doubles (Micikevicius 2018, section 3.2; the rules and defaults of
// torch.amp.GradScaler). LibTorch 1.13 has no kernels for this on the processor, so it is ATen calls and works on every device. One
// thread owns it.
class LossScaler {
public:
    explicit LossScaler(const LossScalerSettings& settings);

    double scale() const;
    std::int64_t skippedSteps() const;

    // Once a step: divides the gradients by the scale, in place, and says whether all are finite, that is, whether to update. Reading that
    // waits for the device.
    bool unscale(const std::vector<at::Tensor>& gradients);
    // Then: the scale of the next step.
    void update(bool finite);

    // Live tensors on the CPU: "loss_scaler.scale" (f64), "loss_scaler.clean_steps", "loss_scaler.skipped_steps", "loss_scaler.steps".
    std::vector<NamedTensor> state() const;

private:
    LossScalerSettings m_settings;
    at::Tensor m_scale, m_cleanSteps, m_skippedSteps, m_steps;
};

}  // namespace seekbench
