// SPDX-License-Identifier: Apache-2.0
// Losses for one class of each sample or position. Positions of kIgnoredClass count nowhere. Each is written out in LibTorch's operators,
// and goes through the fused kernels of gpu/kernels where they take the tensors.
#include <cmath>
#include <limits>

#include <ATen/ATen.h>

#include "core/experiment/loss_parameters.h"
#include "gpu/kernels/fused_class_loss.h"
#include "gpu/kernels/loops/kernel_table.h"
#include "gpu/losses/class_rows.h"
#include "gpu/losses/loss_rows.h"

namespace seekbench {
namespace {

// The product of the weights that are written and those that balance the classes: (mean count / count of the class) ^ balance. Empty
// when all are alike. A class that never occurs counts as if it had occurred once.
std::vector<float> weightsOf(const Parameters& parameters, const ClassCountsOfTraining& counts) {
    std::vector<float> weights;
    for (const double weight : classWeightsFromText(parameters[kClassWeights]).value_or(std::vector<double>()))
        weights.push_back(static_cast<float>(weight));
    const double balance = parameters[kClassBalance];
    if (balance == 0 || counts.empty()) return weights;
    double sum = 0;
    for (const std::int64_t count : counts) sum += static_cast<double>(std::max<std::int64_t>(count, 1));
    weights.resize(counts.size(), 1.0f);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double mean = sum / static_cast<double>(counts.size());
        weights[i] *= static_cast<float>(std::pow(mean / static_cast<double>(std::max<std::int64_t>(counts[i], 1)), balance));
    }
    return weights;
}

class CrossEntropy final : public Loss {
public:
    CrossEntropy(double smoothing, const std::vector<float>& weights) : m_smoothing(smoothing) {
        if (!weights.empty()) m_weights = at::tensor(weights);
    }

    at::Tensor mean(const at::Tensor& output, const at::Tensor& target) const override {
        const ClassRows rows = classRows(output, target);
        const at::Tensor logits = rows.output.to(at::kFloat);
        const double whenEmpty = target.dim() == 1 ? std::numeric_limits<double>::quiet_NaN() : 0;
        if (auto fused = fusedCrossEntropy(logits, rows.target, m_weights, m_smoothing, whenEmpty)) return *fused;
        if (target.dim() == 1) return at::cross_entropy_loss(logits, target, m_weights, at::Reduction::Mean, kIgnoredClass, m_smoothing);
        // The mean of a batch without a position that counts is 0, not 0/0.
        const at::Tensor sum = at::cross_entropy_loss(logits, rows.target, m_weights, at::Reduction::Sum, kIgnoredClass, m_smoothing);
        const at::Tensor counts = rows.counts();
        const at::Tensor weight = m_weights.defined() ? m_weights.take(rows.target.clamp_min(0)).masked_fill(counts.logical_not(), 0).sum()
                                                      : counts.sum().to(at::kFloat);
        return sum / weight.clamp_min(1e-12);
    }

    void moveTo(const at::Device& device) override {
        if (m_weights.defined()) m_weights = m_weights.to(device);
    }

private:
    double m_smoothing;
    at::Tensor m_weights;  // by class; undefined: all alike
};

static_assert(kIgnoredClass == ClassPositions::kIgnored);

// −alpha_t (1 − p_t)^gamma log p_t, p_t the probability of the true class (Lin et al. 2017, equation 5), averaged over the positions that
// count. For two classes, whose softmax is the sigmoid of the difference, and for masks, whose class 0 is the background, alpha_t is
// alpha for every class but 0 and 1 − alpha for that; several classes of whole samples have no background: 1.
at::Tensor focal(const at::Tensor& output, const at::Tensor& target, double gamma, double alpha) {
    const ClassRows rows = classRows(output, target);
    const at::Tensor counts = rows.counts(), classes = rows.target.clamp_min(0);
    const at::Tensor logarithm = rows.output.to(at::kFloat).log_softmax(1).gather(1, classes.unsqueeze(1)).squeeze(1);
    // Away from zero: the slope of a power below one is infinite there.
    at::Tensor loss = -(1 - logarithm.exp()).clamp_min(1e-6).pow(gamma) * logarithm;
    if (target.dim() > 1 || output.size(1) == 2) {
        const at::Tensor foreground = classes.gt(0).to(at::kFloat);
        loss = loss * (foreground * (2 * alpha - 1) + (1 - alpha));
    }
    return loss.masked_fill(counts.logical_not(), 0).sum() / counts.sum().clamp_min(1);
}

// 1 − mean over the foreground classes of (2 Σ p g + s) / (Σ p² + Σ g² + s), sums over all positions of the batch (Milletari et al. 2016,
// equation 3, with the smoothing s).
at::Tensor dice(const at::Tensor& output, const at::Tensor& target, double smooth) {
    const ClassRows rows = classRows(output, target);
    const at::Tensor counts = rows.counts().unsqueeze(1), classes = rows.target.clamp_min(0).unsqueeze(1);
    const at::Tensor probabilities = rows.output.to(at::kFloat).softmax(1).masked_fill(counts.logical_not(), 0);
    const at::Tensor truth = at::zeros_like(probabilities).scatter_(1, classes, 1).masked_fill_(counts.logical_not(), 0);
    std::vector<std::int64_t> others;
    for (std::int64_t i = 0; i < probabilities.dim(); ++i)
        if (i != 1) others.push_back(i);
    const at::Tensor common = (probabilities * truth).sum(others);
    const at::Tensor either = probabilities.square().sum(others) + truth.sum(others);
    const at::Tensor shares = (2 * common + smooth) / (either + smooth).clamp_min(1e-12);
    return 1 - shares.slice(0, 1).mean();
}

// dice() and focal() with their weights, where the kernels take them.
std::optional<at::Tensor> bothInOne(const at::Tensor& output, const at::Tensor& target, DiceFocalSettings settings, double alpha) {
    const ClassRows rows = classRows(output, target);
    if (target.dim() > 1 || output.size(1) == 2) {
        settings.alphaBackground = 1 - alpha;
        settings.alphaForeground = alpha;
    }
    return fusedDiceFocal(rows.output.to(at::kFloat), rows.target, settings);
}

}  // namespace

std::unique_ptr<Loss> crossEntropyLoss(const Parameters& parameters, const ClassCountsOfTraining& counts) {
    return std::make_unique<CrossEntropy>(parameters[kLabelSmoothing], weightsOf(parameters, counts));
}

std::unique_ptr<Loss> focalLoss(const Parameters& parameters, const ClassCountsOfTraining&) {
    return lossOf([gamma = parameters[kGamma], alpha = parameters[kAlpha]](const at::Tensor& output, const at::Tensor& target) {
        const auto fused = bothInOne(output, target, {.diceWeight = 0, .focalWeight = 1, .gamma = gamma}, alpha);
        return fused ? *fused : focal(output, target, gamma, alpha);
    });
}

std::unique_ptr<Loss> diceLoss(const Parameters& parameters, const ClassCountsOfTraining&) {
    return lossOf([smooth = parameters[kSmooth]](const at::Tensor& output, const at::Tensor& target) {
        const auto fused = bothInOne(output, target, {.diceWeight = 1, .smooth = smooth, .focalWeight = 0, .gamma = 0}, 0.5);
        return fused ? *fused : dice(output, target, smooth);
    });
}

std::unique_ptr<Loss> diceFocalLoss(const Parameters& parameters, const ClassCountsOfTraining&) {
    const DiceFocalSettings settings{.diceWeight = parameters[kDiceWeight],
                                     .smooth = parameters[kSmooth],
                                     .focalWeight = parameters[kFocalWeight],
                                     .gamma = parameters[kGamma]};
    return lossOf([parameters, settings](const at::Tensor& output, const at::Tensor& target) {
        if (const auto fused = bothInOne(output, target, settings, parameters[kAlpha])) return *fused;
        return parameters[kDiceWeight] * dice(output, target, parameters[kSmooth]) +
               parameters[kFocalWeight] * focal(output, target, parameters[kGamma], parameters[kAlpha]);
    });
}

}  // namespace seekbench
