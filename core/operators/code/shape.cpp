// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode flattenCode(const CodeSite& site) {
    return moduleCode("Flatten", {site.option(kStartDim), site.option(kEndDim)},
                      call("torch.flatten", {input(0), site.option(kStartDim, 0), site.option(kEndDim)}));
}

OperatorCode reshapeCode(const CodeSite& site) {
    Items extents{method(input(0), "size", {value(std::int64_t{0})})};
    for (CodeExpression& extent : site.list(kShape).items) extents.push_back(std::move(extent));
    return functionCode(either(method(input(0), "reshape", extents), method(input(0), "reshape", {code::list(extents)})));
}

}  // namespace seekbench
