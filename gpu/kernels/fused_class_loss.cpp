// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/fused_class_loss.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/kernels/fused_tensor.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

// Fewer neighbours than this do not fill vectors.
constexpr std::int64_t kFewestPositions = 16;
// Positions a thread should get at least.
constexpr std::int64_t kGrain = 2048;

// Dense output (batch, classes, plane) and target (batch, plane), cut into stretches that lie within one sample.
struct Blocks {
    const float* logits;
    const std::int64_t* target;
    std::int64_t batch, classes, plane;

    std::int64_t perSample() const { return (plane + ClassPositions::kGreatestCount - 1) / ClassPositions::kGreatestCount; }
    std::int64_t count() const { return batch * perSample(); }
    ClassPositions at(std::int64_t block) const {
        const std::int64_t sample = block / perSample(), first = block % perSample() * ClassPositions::kGreatestCount;
        return {logits + offset(block), plane, target + sample * plane + first, std::min(ClassPositions::kGreatestCount, plane - first),
                classes};
    }
    std::int64_t offset(std::int64_t block) const {
        return block / perSample() * classes * plane + block % perSample() * ClassPositions::kGreatestCount;
    }
};

Blocks blocksOf(const at::Tensor& output, const at::Tensor& target) {
    return {output.data_ptr<float>(), target.data_ptr<std::int64_t>(), output.size(0), output.size(1),
            output.numel() / std::max<std::int64_t>(1, output.size(0) * output.size(1))};
}

bool isForKernels(const at::Tensor& output, const at::Tensor& target) {
    return takesKernels(output) && target.device().is_cpu() && target.scalar_type() == at::kLong && output.dim() == target.dim() + 1 &&
           output.numel() > 0 && output.size(1) >= 2;
}

void refuse() { TORCH_CHECK_INDEX(false, "a target is neither a class of the output nor ignored"); }

class DiceFocal : public torch::autograd::Function<DiceFocal> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& output, const at::Tensor& target,
                              const DiceFocalSettings& settings) {
        const at::Tensor logits = output.contiguous(), classes = target.contiguous();
        const Blocks blocks = blocksOf(logits, classes);
        const FocalTerms terms = termsOf(settings);
        std::vector<DiceFocalSums> sums(static_cast<std::size_t>((blocks.count() + kBlocksOfASum - 1) / kBlocksOfASum));
        at::parallel_for(0, static_cast<std::int64_t>(sums.size()), 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                for (std::int64_t j = i * kBlocksOfASum; j < std::min(blocks.count(), (i + 1) * kBlocksOfASum); ++j)
                    kernels().diceFocalSums(blocks.at(j), terms, sums[static_cast<std::size_t>(i)]);
        });
        DiceFocalSums total;
        for (const DiceFocalSums& part : sums) {
            total.counted += part.counted;
            total.strangers += part.strangers;
            total.focal += part.focal;
            for (std::int64_t c = 0; c < blocks.classes; ++c) {
                total.common[c] += part.common[c];
                total.squares[c] += part.squares[c];
                total.truth[c] += part.truth[c];
            }
        }
        if (total.strangers > 0) refuse();
        // 1 − mean share; its slope by p_c is ofTruth[c] at the true class and 2 ofShare[c] p_c from the squares.
        const double counted = std::max(total.counted, 1.0), foreground = static_cast<double>(blocks.classes - 1);
        at::Tensor factors = at::zeros({1 + 2 * blocks.classes}, at::kDouble);
        double* factor = factors.data_ptr<double>();
        double shares = 0;
        for (std::int64_t c = 1; c < blocks.classes; ++c) {
            const double above = 2 * total.common[c] + settings.smooth, either = total.squares[c] + total.truth[c] + settings.smooth;
            const double below = std::max(either, kLeastDivisor);
            shares += above / below;
            factor[1 + c] = -settings.diceWeight * 2 / (foreground * below);
            factor[1 + blocks.classes + c] = either < kLeastDivisor ? 0 : settings.diceWeight * above / (foreground * below * below);
        }
        factor[0] = settings.focalWeight / counted;
        context->save_for_backward({logits, classes, factors});
        context->saved_data["gamma"] = settings.gamma;
        context->saved_data["background"] = settings.alphaBackground;
        context->saved_data["foreground"] = settings.alphaForeground;
        const double loss = settings.diceWeight * (1 - shares / foreground) + settings.focalWeight * total.focal / counted;
        return at::scalar_tensor(loss, at::kFloat);
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto saved = context->get_saved_variables();
        const Blocks blocks = blocksOf(saved[0], saved[1]);
        const double outer = slopes[0].item<double>();
        DiceFocalSlopes factors;
        const double* factor = saved[2].data_ptr<double>();
        factors.focal = static_cast<float>(outer * factor[0]);
        for (std::int64_t c = 0; c < blocks.classes; ++c) {
            factors.ofTruth[c] = static_cast<float>(outer * factor[1 + c]);
            factors.ofShare[c] = static_cast<float>(outer * factor[1 + blocks.classes + c]);
        }
        const FocalTerms terms = termsOf({.gamma = context->saved_data["gamma"].toDouble(),
                                          .alphaBackground = context->saved_data["background"].toDouble(),
                                          .alphaForeground = context->saved_data["foreground"].toDouble()});
        at::Tensor gradient = at::empty_like(saved[0]);
        float* to = gradient.data_ptr<float>();
        at::parallel_for(0, blocks.count(), kGrain / ClassPositions::kGreatestCount, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) kernels().diceFocalGradient(blocks.at(i), terms, factors, to + blocks.offset(i));
        });
        return {gradient, Variable(), Variable()};
    }

private:
    static constexpr std::int64_t kBlocksOfASum = 64;  // one thread adds these up in double
    static constexpr double kLeastDivisor = 1e-12;

    static FocalTerms termsOf(const DiceFocalSettings& settings) {
        return {static_cast<float>(settings.gamma), static_cast<float>(settings.alphaBackground),
                static_cast<float>(settings.alphaForeground)};
    }
};

// The gradient is made together with the loss, where the exponentials are at hand; backward hands it over.
class CrossEntropy : public torch::autograd::Function<CrossEntropy> {
public:
    struct Settings {
        at::Tensor weights;  // undefined: all alike
        double smoothing, whenEmpty;
        bool wantsGradient;
    };

    static at::Tensor forward(AutogradContext* context, const at::Tensor& output, const at::Tensor& target, const Settings& settings) {
        const at::Tensor logits = output.contiguous(), classes = target.contiguous();
        const at::Tensor byClass = settings.weights.defined() ? settings.weights.to(at::kFloat).contiguous() : at::Tensor();
        const bool wantsGradient = settings.wantsGradient;
        const Blocks blocks = blocksOf(logits, classes);
        CrossEntropyTerms terms{.smoothing = static_cast<float>(settings.smoothing), .weightSum = static_cast<float>(blocks.classes)};
        if (byClass.defined()) {
            terms.weights = byClass.data_ptr<float>();
            double sum = 0;
            for (std::int64_t c = 0; c < blocks.classes; ++c) sum += static_cast<double>(terms.weights[c]);
            terms.weightSum = static_cast<float>(sum);
        }
        const double total = weightOf(classes, blocks.classes, terms.weights);
        if (total == 0) {
            context->save_for_backward({wantsGradient ? at::zeros_like(logits).mul_(settings.whenEmpty) : at::Tensor()});
            return at::scalar_tensor(settings.whenEmpty, at::kFloat);
        }
        terms.slope = static_cast<float>(1 / total);
        const at::Tensor gradient = wantsGradient ? at::empty_like(logits) : at::Tensor();
        float* to = wantsGradient ? gradient.data_ptr<float>() : nullptr;
        const std::int64_t count = blocks.plane == 1 ? blocks.batch : blocks.count();
        const std::int64_t grain = std::max<std::int64_t>(1, kGrain * 4 / (blocks.plane == 1 ? blocks.classes : 256 * blocks.classes));
        std::vector<double> losses(static_cast<std::size_t>(count));
        at::parallel_for(0, count, grain, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) {
                const std::int64_t offset = blocks.plane == 1 ? i * blocks.classes : blocks.offset(i);
                float* part = to == nullptr ? nullptr : to + offset;
                losses[static_cast<std::size_t>(i)] =
                    blocks.plane == 1 ? kernels().crossEntropyRow(blocks.logits + offset, blocks.classes, blocks.target[i], terms, part)
                                      : kernels().crossEntropyPositions(blocks.at(i), terms, part);
            }
        });
        double loss = 0;
        for (const double part : losses) loss += part;
        context->save_for_backward({gradient});
        return at::scalar_tensor(loss / total, at::kFloat);
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const at::Tensor gradient = context->get_saved_variables()[0];
        const double outer = slopes[0].item<double>();
        return {outer == 1 ? gradient : gradient * outer, Variable(), Variable()};
    }

private:
    // Σ of the weights of the targets that count.
    static double weightOf(const at::Tensor& target, std::int64_t classes, const float* weights) {
        const std::int64_t* numbers = target.data_ptr<std::int64_t>();
        double sum = 0;
        std::int64_t counted = 0;
        for (std::int64_t i = 0; i < target.numel(); ++i) {
            if (numbers[i] == ClassPositions::kIgnored) continue;
            if (numbers[i] < 0 || numbers[i] >= classes) refuse();
            if (weights != nullptr) sum += static_cast<double>(weights[numbers[i]]);
            ++counted;
        }
        return weights == nullptr ? static_cast<double>(counted) : sum;
    }
};

}  // namespace

std::optional<at::Tensor> fusedDiceFocal(const at::Tensor& output, const at::Tensor& target, const DiceFocalSettings& settings) {
    if (!isForKernels(output, target) || output.size(1) > ClassPositions::kGreatestClasses) return {};
    if (output.numel() / (output.size(0) * output.size(1)) < kFewestPositions) return {};
    return DiceFocal::apply(output, target, settings);
}

std::optional<at::Tensor> fusedCrossEntropy(const at::Tensor& output, const at::Tensor& target, const at::Tensor& weights, double smoothing,
                                            double whenEmpty) {
    if (!isForKernels(output, target) || (weights.defined() && weights.numel() != output.size(1))) return {};
    const std::int64_t plane = output.numel() / (output.size(0) * output.size(1));
    if (plane > 1 && (plane < kFewestPositions || output.size(1) > ClassPositions::kGreatestClasses)) return {};
    return CrossEntropy::apply(output, target,
                               CrossEntropy::Settings{weights, smoothing, whenEmpty, output.requires_grad() && at::GradMode::is_enabled()});
}

}  // namespace seekbench
