// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode flattenCode(const CodeSite& site) {
    return moduleCode("Flatten", {site.option(kStartDim), site.option(kEndDim)},
                      call("torch.flatten", {input(0), site.option(kStartDim, 0), site.option(kEndDim)}));
}

namespace {

// A method that takes numbers one by one in Python and as a list in C++.
OperatorCode listMethodCode(const std::string& name, const Items& numbers) {
    return functionCode(either(method(input(0), name, numbers), method(input(0), name, {code::list(numbers)})));
}

}  // namespace

OperatorCode reshapeCode(const CodeSite& site) {
    Items extents{method(input(0), "size", {code::value(std::int64_t{0})})};
    for (CodeExpression& extent : site.list(kShape).items) extents.push_back(std::move(extent));
    return listMethodCode("reshape", extents);
}

OperatorCode permuteCode(const CodeSite& site) { return listMethodCode("permute", site.list(kDims).items); }
OperatorCode transposeCode(const CodeSite& site) { return functionCode(method(input(0), "transpose", {site[kDim0], site[kDim1]})); }
OperatorCode unsqueezeCode(const CodeSite& site) { return functionCode(method(input(0), "unsqueeze", {site[kDim]})); }
OperatorCode squeezeCode(const CodeSite& site) { return functionCode(method(input(0), "squeeze", {site[kDim]})); }

}  // namespace seekbench
