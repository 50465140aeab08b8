// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/operators/parameter.h"

namespace seekbench::data_parameter {

// Parameters that several kinds of data sets share.
inline constexpr Parameter<double> kMean{"mean"};
inline constexpr Parameter<double> kDeviation{"std"};
inline constexpr Parameter<std::string> kFolder{"folder"};
inline constexpr Parameter<std::int64_t> kTrainSamples{"train_samples"};
inline constexpr Parameter<std::int64_t> kTestSamples{"test_samples"};
inline constexpr Parameter<std::int64_t> kSeed{"seed"};

// (x − mean)/std of each pixel, which lies from 0 to 1 before.
ParameterSpec meanSpec(double standard);
ParameterSpec deviationSpec(double standard);
ParameterSpec trainSamplesSpec(std::int64_t standard);
ParameterSpec testSamplesSpec(std::int64_t standard);
ParameterSpec seedSpec(std::string_view help);
// A path or a name; one that is not required is empty by default.
ParameterSpec pathSpec(Parameter<std::string> parameter, std::string_view label, std::string_view help, bool required);

}  // namespace seekbench::data_parameter
