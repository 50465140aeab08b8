// SPDX-License-Identifier: Apache-2.0
// The loss of a detector with one stage (after YOLO, Redmon et al. 2016, equation 3, with one box a cell and cross entropies for its
// squares). Output (batch, S·S, 5 + classes) as wantedOutput() has it, target (batch, boxes, 5). The cell in which the centre of a box lies
// answers for it; of several boxes in one cell the first. Sums over the cells, mean over the batch:
//   object or background weight · binary cross entropy of the objectness, and where there is an object
//   box weight · ((x − x̂)² + (y − ŷ)² within the cell + (√w − √ŵ)² + (√h − √ĥ)²) + class weight · cross entropy of the class.
#include <cmath>

#include <ATen/ATen.h>

#include "core/experiment/loss_parameters.h"
#include "gpu/losses/loss_rows.h"

namespace seekbench {
namespace {

class DetectionLoss final : public Loss {
public:
    explicit DetectionLoss(const Parameters& parameters)
        : m_object(parameters[kObjectWeight]),
          m_background(parameters[kBackgroundWeight]),
          m_box(parameters[kBoxWeight]),
          m_class(parameters[kClassWeight]) {}

    at::Tensor mean(const at::Tensor& output, const at::Tensor& target) const override {
        const at::Tensor predicted = output.to(at::kFloat);
        const std::int64_t side = std::llround(std::sqrt(static_cast<double>(predicted.size(1))));
        const at::Tensor truth = responsible(target.to(at::kFloat), predicted.size(1), side);
        const at::Tensor there = truth.select(2, 0).ge(0);
        const at::Tensor mask = there.to(at::kFloat);

        const at::Tensor weight = mask * (m_object - m_background) + m_background;
        at::Tensor loss = at::binary_cross_entropy_with_logits(predicted.select(2, 0), mask, weight, {}, at::Reduction::Sum);

        const at::Tensor place = truth.slice(2, 1, 3) * side;
        const at::Tensor within = place - place.floor().clamp_max(static_cast<double>(side - 1));
        const at::Tensor centre = (predicted.slice(2, 1, 3).sigmoid() - within).square();
        // Away from zero, where the slope of the root is infinite.
        const auto root = [](const at::Tensor& extent) { return extent.clamp_min(1e-6).sqrt(); };
        const at::Tensor size = (root(predicted.slice(2, 3, 5).sigmoid()) - root(truth.slice(2, 3, 5))).square();
        loss = loss + m_box * ((centre + size).sum(2) * mask).sum();

        const at::Tensor kinds = truth.select(2, 0).clamp_min(0).to(at::kLong);
        const at::Tensor logarithms = predicted.slice(2, 5).log_softmax(2).gather(2, kinds.unsqueeze(2)).squeeze(2);
        loss = loss - m_class * (logarithms * mask).sum();
        return loss / static_cast<double>(predicted.size(0));
    }

private:
    // (batch, cells, 5): the box that each cell answers for; class −1 where there is none. Nothing waits for the device.
    static at::Tensor responsible(const at::Tensor& target, std::int64_t cells, std::int64_t side) {
        const at::Tensor there = target.select(2, 0).ge(0);
        const at::Tensor place = (target.slice(2, 1, 3) * side).floor().clamp(0, static_cast<double>(side - 1)).to(at::kLong);
        const at::Tensor cell = place.select(2, 1) * side + place.select(2, 0);
        at::Tensor box = at::full({target.size(0), cells}, -1, cell.options());
        for (std::int64_t i = target.size(1); i-- > 0;) {  // the first is written last
            const at::Tensor slot = cell.narrow(1, i, 1);
            box.scatter_(1, slot, at::where(there.narrow(1, i, 1), at::full_like(slot, i), box.gather(1, slot)));
        }
        const at::Tensor chosen = target.gather(1, box.clamp_min(0).unsqueeze(2).expand({-1, -1, 5}));
        const at::Tensor kind = at::where(box.ge(0), chosen.select(2, 0), at::full_like(chosen.select(2, 0), -1));
        return at::cat({kind.unsqueeze(2), chosen.slice(2, 1)}, 2);
    }

    double m_object, m_background, m_box, m_class;
};

}  // namespace

std::unique_ptr<Loss> detectionLoss(const Parameters& parameters, const ClassCountsOfTraining&) {
    return std::make_unique<DetectionLoss>(parameters);
}

}  // namespace seekbench
