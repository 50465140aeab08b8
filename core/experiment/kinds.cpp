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

constexpr double kBelowOne = 0.9999999;

std::vector<ParameterSpec> adamParameters(ParameterSpec decay) {
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
        {"lion",
         phrase("Lion"),
         phrase("Every weight moves by the learning rate along the sign of a mean of the gradients: half of Adam's memory (Chen 2023)."),
         {
             learningRate(1e-4),
             specOf(kBeta1, phrase("Beta 1"), phrase("Share of the running mean in the direction of an update."), 0.9, 0, kBelowOne),
             specOf(kBeta2, phrase("Beta 2"), phrase("Decay of the running mean of the gradients."), 0.99, 0, kBelowOne),
             weightDecay(0, phrase("Shrinks the weights by this multiple of the learning rate in each update.")),
         }},
        {"adafactor",
         phrase("Adafactor"),
         phrase("Keeps the squares of the gradients as one number for each row and column: little memory (Shazeer and Stern 2018)."),
         {
             learningRate(0.01),
             specOf(kDecayExponent, phrase("Decay exponent"),
                    phrase("The running mean of the squares forgets less and less: its decay at update t is 1 − t to minus this."), 0.8, 0,
                    1),
             specOf(kClipThreshold, phrase("Clipping"), phrase("Greatest root mean square of an update before the learning rate."), 1.0,
                    1e-6, 1e6),
             specOf(kRelativeStep, phrase("Relative step"),
                    phrase("The step is a share of the weights' own size and falls as 1/√t where that is less than the learning rate."),
                    false),
             weightDecay(0, phrase("Shrinks the weights by this multiple of the learning rate in each update.")),
         }},
    };
    return kinds;
}

namespace {

ParameterSpec warmupSteps() {
    return specOf(kWarmupSteps, phrase("Warm-up steps"), phrase("Updates until the full learning rate is reached."), 0, 0, 1e12,
                  phrase("steps"));
}

ParameterSpec minimumFactor(double standard) {
    return specOf(kMinimumFactor, phrase("Minimum factor"), phrase("Share of the learning rate that is left at the end."), standard, 0, 1);
}

}  // namespace

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
             warmupSteps(),
             minimumFactor(0),
         }},
        {"polynomial",
         phrase("Polynomial with warm-up"),
         phrase(
             "The learning rate rises linearly, then falls as a power of the share of the steps that is left; power 1: a straight line."),
         {
             warmupSteps(),
             specOf(kPower, phrase("Power"), phrase("1: a straight line; more: faster at first."), 1.0, 0.01, 100),
             minimumFactor(0),
         }},
        {"one_cycle",
         phrase("One cycle"),
         phrase("The learning rate rises from a small start to its full height and falls far below the start (Smith 2018)."),
         {
             specOf(kRisingShare, phrase("Rising share"), phrase("Share of the steps in which the learning rate rises."), 0.3, 0, 1),
             specOf(kStartFactor, phrase("Start factor"), phrase("Share of the learning rate at the first step."), 0.04, 0, 1),
             minimumFactor(4e-6),
         }},
        {"plateau",
         phrase("Reduce on plateau"),
         phrase("The learning rate is multiplied by a factor when the validation loss has stopped falling."),
         {
             warmupSteps(),
             specOf(kDropFactor, phrase("Factor"), phrase("Factor of one drop."), 0.1, 0, 1),
             specOf(kPlateauPatience, phrase("Patience"), phrase("Epochs without a better validation loss that are put up with."), 10, 0,
                    1e9, phrase("epochs")),
             specOf(kThreshold, phrase("Threshold"), phrase("Share by which the validation loss must be lower to count as better."), 1e-4,
                    0, 1),
             minimumFactor(0),
         }},
    };
    return kinds;
}

const Kind* findKind(std::span<const Kind> table, std::string_view id) {
    const auto row = std::ranges::find(table, id, &Kind::id);
    return row == table.end() ? nullptr : &*row;
}

}  // namespace seekbench
