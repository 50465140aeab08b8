// SPDX-License-Identifier: Apache-2.0
#include "gpu/losses/loss.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/experiment/loss_parameters.h"
#include "gpu/losses/loss_rows.h"

namespace seekbench {
namespace {

std::unique_ptr<Loss> meanSquaredError(const Parameters&, const ClassCountsOfTraining&) {
    return lossOf(
        [](const at::Tensor& output, const at::Tensor& target) { return at::mse_loss(output.to(at::kFloat), target.to(at::kFloat)); });
}

std::unique_ptr<Loss> meanAbsoluteError(const Parameters&, const ClassCountsOfTraining&) {
    return lossOf(
        [](const at::Tensor& output, const at::Tensor& target) { return at::l1_loss(output.to(at::kFloat), target.to(at::kFloat)); });
}

std::unique_ptr<Loss> huberLoss(const Parameters& parameters, const ClassCountsOfTraining&) {
    return lossOf([delta = parameters[kDelta]](const at::Tensor& output, const at::Tensor& target) {
        return at::huber_loss(output.to(at::kFloat), target.to(at::kFloat), at::Reduction::Mean, delta);
    });
}

// Output (batch, towers, dim). For each pair of towers the cosine similarities of all their vectors, divided by the temperature, are the
// logits of which sample of the other tower is the partner; both directions and all pairs count alike (CLIP, Radford et al. 2021,
// figure 3). The scale 1/temperature is learned as its logarithm and never passes 100, as there.
class InfoNce final : public Loss {
public:
    InfoNce(double temperature, bool learned) : m_logScale(at::full({}, -std::log(temperature), at::kFloat)), m_learned(learned) {
        if (learned) m_logScale.requires_grad_();
    }

    at::Tensor mean(const at::Tensor& output, const at::Tensor&) const override {
        const at::Tensor vectors = output.to(at::kFloat);
        const at::Tensor units = vectors / vectors.norm(2, {2}, true).clamp_min(1e-12);
        const at::Tensor scale = m_logScale.exp().clamp_max(100), partner = at::arange(output.size(0), output.options().dtype(at::kLong));
        at::Tensor sum;
        std::int64_t terms = 0;
        for (std::int64_t i = 0; i < output.size(1); ++i)
            for (std::int64_t j = i + 1; j < output.size(1); ++j) {
                const at::Tensor logits = units.select(1, i).matmul(units.select(1, j).t()) * scale;
                const at::Tensor both = at::cross_entropy_loss(logits, partner) + at::cross_entropy_loss(logits.t(), partner);
                sum = sum.defined() ? sum + both : both;
                terms += 2;
            }
        return sum / static_cast<double>(terms);
    }

    std::vector<NamedTensor> parameters() const override {
        return m_learned ? std::vector<NamedTensor>{{"loss.log_scale", m_logScale}} : std::vector<NamedTensor>{};
    }
    void moveTo(const at::Device& device) override {
        if (!device.is_cpu()) m_logScale = m_logScale.detach().to(device).requires_grad_(m_learned);
    }

private:
    at::Tensor m_logScale;
    bool m_learned;
};

std::unique_ptr<Loss> infoNce(const Parameters& parameters, const ClassCountsOfTraining&) {
    return std::make_unique<InfoNce>(parameters[kTemperature], parameters[kLearnTemperature]);
}

}  // namespace

std::span<const TorchLoss> torchLosses() {
    static constexpr TorchLoss kLosses[] = {
        {"cross_entropy", crossEntropyLoss}, {"focal", focalLoss},       {"dice", diceLoss},   {"dice_focal", diceFocalLoss},
        {"mse", meanSquaredError},           {"mae", meanAbsoluteError}, {"huber", huberLoss}, {"info_nce", infoNce},
        {"detection", detectionLoss},
    };
    return kLosses;
}

Result<std::unique_ptr<Loss>> makeLoss(const Choice& choice, const ClassCountsOfTraining& counts) {
    const auto row = std::ranges::find(torchLosses(), choice.kind, &TorchLoss::id);
    const Kind* kind = findKind(lossKinds(), choice.kind);
    if (row == torchLosses().end() || kind == nullptr)
        return Error(ErrorCode::InvalidInput, say("There is no loss named %1.", choice.kind), say("Choose another loss."));
    const auto resolved = ResolvedParameters::from(kind->parameters, choice.parameters);
    if (!resolved.problems.empty()) return Error(ErrorCode::InvalidInput, resolved.problems.front().message, say("Check the experiment."));
    return row->make(resolved.parameters, counts);
}

}  // namespace seekbench
