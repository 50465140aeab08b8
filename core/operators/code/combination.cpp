// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode addCode(const CodeSite& site) { return functionCode(infix("+", site.inputs())); }
OperatorCode multiplyCode(const CodeSite& site) { return functionCode(infix("*", site.inputs())); }
OperatorCode subtractCode(const CodeSite& site) { return functionCode(infix("-", site.inputs())); }
OperatorCode divideCode(const CodeSite& site) { return functionCode(infix("/", site.inputs())); }
OperatorCode matMulCode(const CodeSite& site) { return functionCode(call("torch.matmul", site.inputs())); }

OperatorCode concatCode(const CodeSite& site) { return functionCode(call("torch.cat", {code::list(site.inputs()), site.named(kDim)})); }

}  // namespace seekbench
