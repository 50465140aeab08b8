// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

namespace {

OperatorCode poolCode(std::string module, std::string function, Items options) {
    Items arguments{input(0)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return moduleCode(std::move(module), std::move(options), call(std::move(function), std::move(arguments)));
}

OperatorCode maxPoolCode(const CodeSite& site, const std::string& axes) {
    return poolCode("MaxPool" + axes, "F.max_pool" + axes,
                    {site[kKernelSize], site.option(kStride), site.option(kPadding), site.option(kDilation), site.option(kCeilMode)});
}

OperatorCode avgPoolCode(const CodeSite& site, const std::string& axes) {
    return poolCode(
        "AvgPool" + axes, "F.avg_pool" + axes,
        {site[kKernelSize], site.option(kStride), site.option(kPadding), site.option(kCeilMode), site.option(kCountIncludePad)});
}

// x.mean(dim=-1); more dimensions are a list.
OperatorCode reductionCode(const CodeSite& site, const std::string& function) {
    CodeExpression dims = site.list(kReducedDims);
    const CodeExpression cppDims = dims;
    if (dims.items.size() == 1) dims = CodeExpression(dims.items.front());
    return functionCode(either(method(input(0), function, {code::named("dim", dims), site.option(kKeepdim)}),
                               method(input(0), function, {cppDims, site.option(kKeepdim)})));
}

}  // namespace

OperatorCode maxPool1dCode(const CodeSite& site) { return maxPoolCode(site, "1d"); }
OperatorCode maxPool2dCode(const CodeSite& site) { return maxPoolCode(site, "2d"); }
OperatorCode maxPool3dCode(const CodeSite& site) { return maxPoolCode(site, "3d"); }
OperatorCode avgPool1dCode(const CodeSite& site) { return avgPoolCode(site, "1d"); }
OperatorCode avgPool2dCode(const CodeSite& site) { return avgPoolCode(site, "2d"); }
OperatorCode avgPool3dCode(const CodeSite& site) { return avgPoolCode(site, "3d"); }
OperatorCode adaptiveAvgPool1dCode(const CodeSite& site) {
    return poolCode("AdaptiveAvgPool1d", "F.adaptive_avg_pool1d", {site[kOutputSize]});
}
OperatorCode adaptiveAvgPool2dCode(const CodeSite& site) {
    return poolCode("AdaptiveAvgPool2d", "F.adaptive_avg_pool2d", {site[kOutputSize]});
}
OperatorCode adaptiveAvgPool3dCode(const CodeSite& site) {
    return poolCode("AdaptiveAvgPool3d", "F.adaptive_avg_pool3d", {site[kOutputSize]});
}

OperatorCode adaptiveMaxPool2dCode(const CodeSite& site) {
    OperatorCode code = poolCode("AdaptiveMaxPool2d", "F.adaptive_max_pool2d", {site[kOutputSize]});
    code.cpp = CodeCall{code.function.expression, "0, _"};  // LibTorch gives the places of the maxima as well
    return code;
}

OperatorCode meanCode(const CodeSite& site) { return reductionCode(site, "mean"); }
OperatorCode sumCode(const CodeSite& site) { return reductionCode(site, "sum"); }
OperatorCode maxCode(const CodeSite& site) { return reductionCode(site, "amax"); }

}  // namespace seekbench
