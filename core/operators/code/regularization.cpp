// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode dropoutCode(const CodeSite& site) {
    return moduleCode("Dropout", {site.option(kP)}, call("F.dropout", {input(0), site.option(kP), code::named("training", training())}));
}

OperatorCode dropout2dCode(const CodeSite& site) {
    OperatorCode code =
        moduleCode("Dropout2d", {site.option(kP)}, call("F.dropout2d", {input(0), site.option(kP), code::named("training", training())}));
    code.cpp = CodeCall{call("torch.feature_dropout", {input(0), site[kP], training()})};
    return code;
}

const CodeHelper kDropPathHelper{.name = "DropPath", .module = R"(class DropPath(nn.Module):
    """While training, sets whole samples to zero at random and scales the others up."""

    def __init__(self, p=0.1):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        if self.p == 1:
            return x * 0
        kept = x.new_empty([x.size(0)] + [1] * (x.dim() - 1)).bernoulli_(1 - self.p)
        return x * kept / (1 - self.p))"};

const CodeHelper kDropPathFunctionHelper{.name = "drop_path",
                                         .functional = R"(def drop_path(x, p=0.1, training=False):
    """While training, sets whole samples to zero at random and scales the others up."""
    if not training or p == 0:
        return x
    if p == 1:
        return x * 0
    kept = x.new_empty([x.size(0)] + [1] * (x.dim() - 1)).bernoulli_(1 - p)
    return x * kept / (1 - p))",
                                         .cpp = R"(// While training, sets whole samples to zero at random and scales the others up.
inline torch::Tensor drop_path(const torch::Tensor& x, double p, bool training) {
    if (!training || p == 0) return x;
    if (p == 1) return x * 0;
    std::vector<int64_t> sizes(x.dim(), 1);
    sizes[0] = x.size(0);
    return x * torch::empty(sizes, x.options()).bernoulli_(1 - p) / (1 - p);
})"};

OperatorCode dropPathCode(const CodeSite& site) {
    OperatorCode code =
        moduleCode("DropPath", {site.option(kP)}, call("drop_path", {input(0), site.option(kP), code::named("training", training())}));
    code.module->own = true;
    code.helpers = {&kDropPathHelper, &kDropPathFunctionHelper};
    return code;
}

}  // namespace seekbench
