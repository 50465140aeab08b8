// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/data/dataset.h"
#include "core/experiment/loss_parameters.h"

namespace seekbench {
namespace {

ParameterSpec gamma() {
    return specOf(kGamma, phrase("Gamma"), phrase("How much less a position counts that is almost right already; 0: not less."), 2.0, 0,
                  20);
}

ParameterSpec alpha() {
    return specOf(kAlpha, phrase("Alpha"),
                  phrase("Weight of all classes but the first, which has 1 − alpha; used with two classes and with masks."), 0.25, 0, 1);
}

ParameterSpec smooth() {
    return specOf(kSmooth, phrase("Smoothing"), phrase("Added to numerator and denominator, so that an absent class costs little."), 1.0, 0,
                  1e6);
}

ParameterSpec weight(Parameter<double> parameter, std::string_view label, std::string_view help, double standard) {
    return specOf(parameter, label, help, standard, 0, 1e6);
}

}  // namespace

std::span<const Kind> lossKinds() {
    using enum TargetKind;
    static const std::vector<Kind> kinds{
        {"cross_entropy",
         phrase("Cross entropy"),
         phrase("Minus the logarithm of the softmax probability of the true class, averaged over the batch."),
         {
             specOf(kLabelSmoothing, phrase("Label smoothing"),
                    phrase("Share of the target that is spread over all classes (Szegedy 2016)."), 0.0, 0, 0.999),
             specOf(kClassBalance, phrase("Class balance"),
                    phrase("0: every sample counts alike; 1: a class counts by the inverse of how often it occurs; between: its power."),
                    0.0, 0, 1),
             specOf(kClassWeights, phrase("Class weights"),
                    phrase("One number for each class, such as 1, 10; empty: all alike. Multiplied with the balance."), "", {}),
         },
         {Class, ClassMap}},
        {"focal",
         phrase("Focal loss"),
         phrase("Cross entropy in which positions that are almost right count less, for rare classes (Lin 2017)."),
         {gamma(), alpha()},
         {Class, ClassMap}},
        {"dice",
         phrase("Dice loss"),
         phrase("One minus the overlap of predicted and true mask, averaged over the foreground classes (Milletari 2016)."),
         {smooth()},
         {ClassMap}},
        {"dice_focal",
         phrase("Dice and focal loss"),
         phrase("The weighted sum of the Dice loss and the focal loss."),
         {weight(kDiceWeight, phrase("Dice weight"), phrase("Factor of the Dice loss."), 1),
          weight(kFocalWeight, phrase("Focal weight"), phrase("Factor of the focal loss."), 1), smooth(), gamma(), alpha()},
         {ClassMap}},
        {"mse",
         phrase("Mean squared error"),
         phrase("The squared difference between output and target, averaged over all their elements."),
         {},
         {Values}},
        {"mae",
         phrase("Mean absolute error"),
         phrase("The difference between output and target without its sign, averaged over all their elements."),
         {},
         {Values}},
        {"huber",
         phrase("Huber loss"),
         phrase("Squared for small differences, linear for large ones, so that outliers count less (Huber 1964)."),
         {specOf(kDelta, phrase("Delta"), phrase("The difference at which squared becomes linear."), 1.0, 1e-9, 1e9)},
         {Values}},
        {"info_nce",
         phrase("Contrastive loss"),
         phrase("Cross entropy of finding the partner of each sample within the batch, over all pairs of towers (CLIP, Radford 2021)."),
         {specOf(kTemperature, phrase("Temperature"), phrase("Similarities are divided by it; smaller is sharper."), 0.07, 0.01, 100),
          specOf(kLearnTemperature, phrase("Learn the temperature"), phrase("The temperature is trained, too, from this start."), false)},
         {Pairs}},
        {"detection",
         phrase("Detection loss"),
         phrase("Whether there is an object, where its box is and what it is, for a detector with one stage."),
         {weight(kObjectWeight, phrase("Object weight"), phrase("Factor of the objectness where there is an object."), 1),
          weight(kBackgroundWeight, phrase("Background weight"), phrase("Factor of the objectness where there is none."), 0.5),
          weight(kBoxWeight, phrase("Box weight"), phrase("Factor of the difference of the boxes."), 5),
          weight(kClassWeight, phrase("Class weight"), phrase("Factor of the cross entropy of the classes."), 1)},
         {Boxes}},
    };
    return kinds;
}

std::optional<std::vector<double>> classWeightsFromText(std::string_view text) {
    std::vector<double> weights;
    if (text.find_first_not_of(' ') == std::string_view::npos) return weights;
    while (true) {
        const auto comma = std::min(text.find(','), text.size());
        std::string_view part = text.substr(0, comma);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        double value = 0;
        const auto [end, failure] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (failure != std::errc() || end != part.data() + part.size() || !std::isfinite(value) || value < 0) return std::nullopt;
        weights.push_back(value);
        if (comma == text.size()) break;
        text.remove_prefix(comma + 1);
    }
    if (std::ranges::all_of(weights, [](double value) { return value == 0; })) return std::nullopt;
    return weights;
}

}  // namespace seekbench
