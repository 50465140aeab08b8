// SPDX-License-Identifier: Apache-2.0
#include "core/data/common_parameters.h"

#include "core/base/message.h"

namespace seekbench::data_parameter {

ParameterSpec meanSpec(double standard) {
    return specOf(kMean, phrase("Mean"), phrase("Taken from every pixel, which lies from 0 to 1 before."), standard, -1e6, 1e6);
}

ParameterSpec deviationSpec(double standard) {
    return specOf(kDeviation, phrase("Standard deviation"), phrase("Divides every pixel after the mean is taken from it."), standard, 1e-6,
                  1e6);
}

ParameterSpec trainSamplesSpec(std::int64_t standard) {
    return specOf(kTrainSamples, phrase("Training samples"), phrase("Number of samples to train on."), standard, 1, 1e9);
}

ParameterSpec testSamplesSpec(std::int64_t standard) {
    return specOf(kTestSamples, phrase("Test samples"), phrase("Number of samples of the test part."), standard, 1, 1e9);
}

ParameterSpec seedSpec(std::string_view help) { return specOf(kSeed, phrase("Seed"), help, 0, 0, 1e15); }

ParameterSpec pathSpec(Parameter<std::string> parameter, std::string_view label, std::string_view help, bool required) {
    ParameterSpec spec = specOf(parameter, label, help, "", {});
    if (required) spec.standard.reset();
    return spec;
}

}  // namespace seekbench::data_parameter
