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

// The deviation of the first weights is no part of the model; a checkpoint brings the weights.
OperatorCode embeddingCode(const CodeSite& site) {
    OperatorCode code = moduleCode("Embedding", {site[kNumEmbeddings], site[kEmbeddingDim], site.option(kPaddingIdx)},
                                   call("F.embedding", {input(0), weight("weight"), site.option(kPaddingIdx)}));
    code.call.others = code.function.others = {{1, weight("weight")}};
    return code;
}

OperatorCode tiedLinearCode(const CodeSite&) { return functionCode(call("F.linear", {input(0), input(1)})); }

const CodeHelper kLearnedScaleHelper{.name = "LearnedScale",
                                     .module = R"(class LearnedScale(nn.Module):
    """Multiplies by a learned number."""

    def __init__(self, factor=1.0):
        super().__init__()
        self.weight = nn.Parameter(torch.full((1,), factor))

    def forward(self, x):
        return x * self.weight)",
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
