// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode reluCode(const CodeSite&) { return moduleCode("ReLU", {}, call("F.relu", {input(0)})); }

OperatorCode geluCode(const CodeSite& site) {
    return moduleCode("GELU", {site.option(kApproximate)}, call("F.gelu", {input(0), site.option(kApproximate)}));
}

OperatorCode siluCode(const CodeSite&) { return moduleCode("SiLU", {}, call("F.silu", {input(0)})); }
OperatorCode tanhCode(const CodeSite&) { return moduleCode("Tanh", {}, call("torch.tanh", {input(0)})); }
OperatorCode sigmoidCode(const CodeSite&) { return moduleCode("Sigmoid", {}, call("torch.sigmoid", {input(0)})); }

OperatorCode softmaxCode(const CodeSite& site) {
    return moduleCode("Softmax", {site.named(kDim)}, call("F.softmax", {input(0), site.named(kDim)}));
}

}  // namespace seekbench
