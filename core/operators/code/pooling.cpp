// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode maxPool2dCode(const CodeSite& site) {
    const Items options{site.option(kStride), site.option(kPadding), site.option(kDilation), site.option(kCeilMode)};
    Items module{site[kKernelSize]}, function{input(0), site[kKernelSize]};
    module.insert(module.end(), options.begin(), options.end());
    function.insert(function.end(), options.begin(), options.end());
    return moduleCode("MaxPool2d", std::move(module), call("F.max_pool2d", std::move(function)));
}

OperatorCode avgPool2dCode(const CodeSite& site) {
    const Items options{site.option(kStride), site.option(kPadding), site.option(kCeilMode), site.option(kCountIncludePad)};
    Items module{site[kKernelSize]}, function{input(0), site[kKernelSize]};
    module.insert(module.end(), options.begin(), options.end());
    function.insert(function.end(), options.begin(), options.end());
    return moduleCode("AvgPool2d", std::move(module), call("F.avg_pool2d", std::move(function)));
}

OperatorCode adaptiveAvgPool2dCode(const CodeSite& site) {
    return moduleCode("AdaptiveAvgPool2d", {site[kOutputSize]}, call("F.adaptive_avg_pool2d", {input(0), site[kOutputSize]}));
}

}  // namespace seekbench
