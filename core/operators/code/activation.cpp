// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

namespace {

OperatorCode elementwiseCode(const char* module, const char* function, const Items& options = {}) {
    Items arguments{input(0)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return moduleCode(module, options, call(function, std::move(arguments)));
}

}  // namespace

OperatorCode reluCode(const CodeSite&) { return elementwiseCode("ReLU", "F.relu"); }
OperatorCode siluCode(const CodeSite&) { return elementwiseCode("SiLU", "F.silu"); }
OperatorCode tanhCode(const CodeSite&) { return elementwiseCode("Tanh", "torch.tanh"); }
OperatorCode sigmoidCode(const CodeSite&) { return elementwiseCode("Sigmoid", "torch.sigmoid"); }
OperatorCode relu6Code(const CodeSite&) { return elementwiseCode("ReLU6", "F.relu6"); }
OperatorCode mishCode(const CodeSite&) { return elementwiseCode("Mish", "F.mish"); }
OperatorCode hardswishCode(const CodeSite&) { return elementwiseCode("Hardswish", "F.hardswish"); }
OperatorCode hardsigmoidCode(const CodeSite&) { return elementwiseCode("Hardsigmoid", "F.hardsigmoid"); }

OperatorCode geluCode(const CodeSite& site) { return elementwiseCode("GELU", "F.gelu", {site.option(kApproximate)}); }
OperatorCode leakyReLUCode(const CodeSite& site) { return elementwiseCode("LeakyReLU", "F.leaky_relu", {site.option(kNegativeSlope)}); }
OperatorCode eLUCode(const CodeSite& site) { return elementwiseCode("ELU", "F.elu", {site.option(kAlpha)}); }
OperatorCode softplusCode(const CodeSite& site) {
    return elementwiseCode("Softplus", "F.softplus", {site.option(kBeta), site.option(kThreshold)});
}
OperatorCode softmaxCode(const CodeSite& site) { return elementwiseCode("Softmax", "F.softmax", {site.named(kDim)}); }
OperatorCode logSoftmaxCode(const CodeSite& site) { return elementwiseCode("LogSoftmax", "F.log_softmax", {site.named(kDim)}); }

OperatorCode pReLUCode(const CodeSite& site) {
    return moduleCode("PReLU", {site.option(kNumParameters), site.option(kInit)}, call("F.prelu", {input(0), weight("weight")}));
}

OperatorCode clampCode(const CodeSite& site) { return functionCode(call("torch.clamp", {input(0), site.named(kMin), site.named(kMax)})); }

}  // namespace seekbench
