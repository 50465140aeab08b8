// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode linearCode(const CodeSite& site) {
    return moduleCode("Linear", {site[kInFeatures], site[kOutFeatures], site.option(kBias)},
                      call("F.linear", {input(0), weight("weight"), weight("bias", site.value(kBias.name))}));
}

OperatorCode embeddingCode(const CodeSite& site) {
    return moduleCode("Embedding", {site[kNumEmbeddings], site[kEmbeddingDim]}, call("F.embedding", {input(0), weight("weight")}));
}

const CodeHelper kLearnedScaleHelper{.name = "LearnedScale",
                                     .module = R"(class LearnedScale(nn.Module):
    """Multiplies by a learned number."""

    def __init__(self, factor=1.0):
        super().__init__()
        self.weight = nn.Parameter(torch.full((1,), factor))

    def forward(self, x):
        return x * self.weight)",
                                     .functional = {},
                                     .cpp = R"(// Multiplies by a learned number.
struct LearnedScaleImpl : nn::Module {
    explicit LearnedScaleImpl(double factor = 1.0) {
        weight = register_parameter("weight", torch::full({1}, factor));
    }

    torch::Tensor forward(const torch::Tensor& x) { return x * weight; }

    torch::Tensor weight;
};
TORCH_MODULE(LearnedScale);)"};

OperatorCode scaleCode(const CodeSite& site) {
    if (site.known(kLearned) == false) return functionCode(infix("*", {input(0), site[kFactor]}));
    OperatorCode code = moduleCode("LearnedScale", {site[kFactor]}, infix("*", {input(0), weight("weight")}));
    code.module->own = true;
    code.helpers = {&kLearnedScaleHelper};
    return code;
}

}  // namespace seekbench
