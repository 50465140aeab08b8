// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/experiment/kind.h"

namespace seekbench {
namespace {

ParameterSpec learningRate(double standard) {
    return specOf(kLearningRate, phrase("Learning rate"), phrase("Step size of an update, before the schedule's factor."), standard, 0,
                  1e3);
}

ParameterSpec weightDecay(double standard, std::string_view help) {
    return specOf(kWeightDecay, phrase("Weight decay"), help, standard, 0, 1e3);
}

std::vector<ParameterSpec> adamParameters(ParameterSpec decay) {
    constexpr double kBelowOne = 0.9999999;
    return {
        learningRate(1e-3),
        specOf(kBeta1, phrase("Beta 1"), phrase("Decay of the running mean of the gradients."), 0.9, 0, kBelowOne),
        specOf(kBeta2, phrase("Beta 2"), phrase("Decay of the running mean of the squared gradients."), 0.999, 0, kBelowOne),
        specOf(kEpsilon, phrase("Epsilon"), phrase("Added to the denominator, so that it is never zero."), 1e-8, 0, 1),
        std::move(decay),
    };
}

}  // namespace

std::span<const Kind> optimizerKinds() {
    static const std::vector<Kind> kinds{
        {"sgd",
         phrase("SGD"),
         phrase("Stochastic gradient descent, with momentum where wanted."),
         {
             learningRate(0.01),
             specOf(kMomentum, phrase("Momentum"), phrase("Share of the previous update that is kept."), 0.0, 0, 1),
             specOf(kNesterov, phrase("Nesterov"), phrase("Looks ahead along the momentum; needs a momentum above zero."), false),
             weightDecay(0, phrase("Adds this multiple of the weights to their gradient.")),
         }},
        {"adam", phrase("Adam"), phrase("Steps scaled by running means of the gradient and of its square (Kingma and Ba 2015)."),
         adamParameters(weightDecay(0, phrase("Adds this multiple of the weights to their gradient.")))},
        {"adam_w", phrase("AdamW"), phrase("Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019)."),
         adamParameters(weightDecay(0.01, phrase("Shrinks the weights by this multiple of the learning rate in each update.")))},
    };
    return kinds;
}

std::span<const Kind> scheduleKinds() {
    static const std::vector<Kind> kinds{
        {"constant", phrase("Constant"), phrase("The learning rate stays as it is."), {}},
        {"step",
         phrase("Step"),
         phrase("The learning rate is multiplied by a factor every few epochs."),
         {
             specOf(kStepSize, phrase("Step size"), phrase("Epochs between two drops."), 1, 1, 1e9, phrase("epochs")),
             specOf(kGamma, phrase("Gamma"), phrase("Factor of one drop."), 0.1, 0, 1),
         }},
        {"cosine",
         phrase("Cosine with warm-up"),
         phrase("The learning rate rises linearly, then falls along half a cosine."),
         {
             specOf(kWarmupSteps, phrase("Warm-up steps"), phrase("Updates until the full learning rate is reached."), 0, 0, 1e12,
                    phrase("steps")),
             specOf(kMinimumFactor, phrase("Minimum factor"), phrase("Share of the learning rate that is left at the end."), 0.0, 0, 1),
         }},
    };
    return kinds;
}

const Kind* findKind(std::span<const Kind> table, std::string_view id) {
    const auto row = std::ranges::find(table, id, &Kind::id);
    return row == table.end() ? nullptr : &*row;
}

}  // namespace seekbench
