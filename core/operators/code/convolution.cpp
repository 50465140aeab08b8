// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

namespace {

// A word where it is known: C++ has constants for the modes.
CodeExpression modeOption(const CodeSite& site) {
    CodeExpression mode = site.option(kPaddingMode);
    if (const auto known = site.known(kPaddingMode)) {
        mode.kind = CodeExpression::Kind::Constant;
        mode.text = *known;
    }
    return mode;
}

// F.pad wants two numbers for each axis, the last axis first.
CodeExpression paddingOfBothSides(const CodeSite& site, int axes) {
    Items widths;
    for (int axis = axes - 1; axis >= 0; --axis)
        for (int side = 0; side < 2; ++side) {
            const auto numbers = site.known(kPadding);
            widths.push_back(numbers ? code::value((*numbers)[static_cast<std::size_t>(axis)]) : code::value(site.value(kPadding.name)));
        }
    return code::list(std::move(widths));
}

OperatorCode convolutionCode(const CodeSite& site, int axes) {
    const std::string number = std::to_string(axes);
    const bool zeros = site.known(kPaddingMode) == std::string(kPadZeros);
    const CodeExpression padded =
        zeros ? input(0) : call("F.pad", {input(0), paddingOfBothSides(site, axes), code::named("mode", site[kPaddingMode])});
    Items function{padded, weight("weight"), weight("bias", site.value(kBias.name)), site.option(kStride)};
    if (zeros) function.push_back(site.option(kPadding));
    function.insert(function.end(), {site.option(kDilation), site.option(kGroups)});
    return moduleCode("Conv" + number + "d",
                      {site[kInChannels], site[kOutChannels], site.named(kKernelSize), site.option(kStride), site.option(kPadding),
                       site.option(kDilation), site.option(kGroups), site.option(kBias), modeOption(site)},
                      call("F.conv" + number + "d", std::move(function)));
}

OperatorCode transposedCode(const CodeSite& site, int axes) {
    const std::string number = std::to_string(axes);
    return moduleCode("ConvTranspose" + number + "d",
                      {site[kInChannels], site[kOutChannels], site.named(kKernelSize), site.option(kStride), site.option(kPadding),
                       site.option(kOutputPadding), site.option(kGroups), site.option(kBias), site.option(kDilation)},
                      call("F.conv_transpose" + number + "d",
                           {input(0), weight("weight"), weight("bias", site.value(kBias.name)), site.option(kStride), site.option(kPadding),
                            site.option(kOutputPadding), site.option(kGroups), site.option(kDilation)}));
}

}  // namespace

OperatorCode conv1dCode(const CodeSite& site) { return convolutionCode(site, 1); }
OperatorCode conv2dCode(const CodeSite& site) { return convolutionCode(site, 2); }
OperatorCode conv3dCode(const CodeSite& site) { return convolutionCode(site, 3); }
OperatorCode convTranspose1dCode(const CodeSite& site) { return transposedCode(site, 1); }
OperatorCode convTranspose2dCode(const CodeSite& site) { return transposedCode(site, 2); }
OperatorCode convTranspose3dCode(const CodeSite& site) { return transposedCode(site, 3); }

}  // namespace seekbench
