// SPDX-License-Identifier: Apache-2.0

// Augmentations that change the values of pictures and leave everything where it is.

#include <algorithm>
#include <cmath>

#include "core/data/augmentation/kinds.h"

namespace seekbench {
namespace {

constexpr Parameter<double> kMean{"mean"}, kDeviation{"std"}, kNoise{"deviation"}, kBrightness{"brightness"}, kContrast{"contrast"};
constexpr Parameter<double> kLowest{"lowest"}, kHighest{"highest"}, kProbability{"probability"};

void applyNormalise(SampleView& sample, const Parameters& parameters, Xoshiro256&, AugmentationScratch&) {
    const auto mean = static_cast<float>(parameters[kMean]), deviation = static_cast<float>(parameters[kDeviation]);
    if (mean == 0 && deviation == 1) return;
    for (SampleView::Input& input : sample.inputs)
        for (float& value : input.values) value = (value - mean) / deviation;
}

void applyNoise(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch&) {
    const auto deviation = static_cast<float>(parameters[kNoise]);
    if (deviation == 0) return;
    for (SampleView::Input& input : sample.inputs)
        for (float& value : input.values) value += deviation * random.bell();
}

void applyBrightnessContrast(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch&) {
    const float brightness = static_cast<float>(parameters[kBrightness]) * random.symmetric();
    const float contrast = 1 + static_cast<float>(parameters[kContrast]) * random.symmetric();
    if (brightness == 0 && contrast == 1) return;
    for (SampleView::Input& input : sample.inputs) {
        if (!input.isPicture) continue;
        double sum = 0, squares = 0;
        for (const float value : input.values) {
            sum += double{value};
            squares += double{value} * double{value};
        }
        const auto count = static_cast<double>(input.values.size());
        const double mean = sum / count, deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
        const auto middle = static_cast<float>(mean), shift = static_cast<float>(mean + double{brightness} * deviation);
        for (float& value : input.values) value = (value - middle) * contrast + shift;
    }
}

void applyGamma(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch&) {
    // Drawn so that a power and its inverse are equally likely.
    const double low = std::log(parameters[kLowest]), high = std::log(std::max(parameters[kHighest], parameters[kLowest]));
    const bool wanted = double{random.unit()} < parameters[kProbability];
    const auto power = static_cast<float>(std::exp(low + (high - low) * double{random.unit()}));
    if (!wanted || power == 1) return;
    for (SampleView::Input& input : sample.inputs) {
        if (!input.isPicture || input.values.empty()) continue;
        const auto [least, most] = std::ranges::minmax(input.values);
        const float range = most - least;
        if (!(range > 0)) continue;
        for (float& value : input.values) value = least + range * std::pow((value - least) / range, power);
    }
}

}  // namespace

AugmentationKind normaliseKind() {
    return {.kind = {"normalise",
                     phrase("Normalisation"),
                     phrase("Takes a mean away and divides by a deviation; validation samples are treated alike."),
                     {specOf(kMean, phrase("Mean"), phrase("Taken from every value."), 0.0, -1e9, 1e9),
                      specOf(kDeviation, phrase("Standard deviation"), phrase("Divides every value after that."), 1.0, 1e-9, 1e9)}},
            .needs = AugmentationKind::Needs::Numbers,
            .always = true,
            .apply = applyNormalise};
}

AugmentationKind noiseKind() {
    return {.kind = {"noise",
                     phrase("Noise"),
                     phrase("Adds a random number, close to normally distributed, to every value."),
                     {specOf(kNoise, phrase("Deviation"), phrase("Standard deviation of what is added."), 0.05, 0, 1e6)}},
            .needs = AugmentationKind::Needs::Numbers,
            .apply = applyNoise};
}

AugmentationKind brightnessContrastKind() {
    return {.kind = {"brightness_contrast",
                     phrase("Brightness and contrast"),
                     phrase("Shifts the values of a picture, and stretches them around their mean."),
                     {specOf(kBrightness, phrase("Brightness"), phrase("The largest shift, in deviations of the picture's values."), 0.2, 0,
                             10),
                      specOf(kContrast, phrase("Contrast"), phrase("The largest change of their distance from the mean, as a share."), 0.2,
                             0, 1)}},
            .apply = applyBrightnessContrast};
}

AugmentationKind gammaKind() {
    return {.kind = {"gamma",
                     phrase("Gamma"),
                     phrase("Raises the values, mapped from their range to 0 … 1, to a random power."),
                     {specOf(kLowest, phrase("Lowest"), phrase("The smallest power; below 1 dark values become brighter."), 0.7, 0.01, 100),
                      specOf(kHighest, phrase("Highest"), phrase("The largest power."), 1.5, 0.01, 100),
                      specOf(kProbability, phrase("Probability"), phrase("How often it is done."), 1.0, 0, 1)}},
            .apply = applyGamma};
}

}  // namespace seekbench
