// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

namespace {

OperatorCode batchNormCode(std::string module, const CodeSite& site) {
    const ParameterValue& affine = site.value(kAffine.name);
    return moduleCode(
        std::move(module), {site[kNumFeatures], site.option(kEps), site.option(kMomentum), site.option(kAffine)},
        call("F.batch_norm", {input(0), weight("running_mean"), weight("running_var"), weight("weight", affine), weight("bias", affine),
                              code::named("training", training()), site.option(kMomentum), site.option(kEps)}));
}

OperatorCode instanceNormCode(std::string module, const CodeSite& site) {
    const ParameterValue& affine = site.value(kAffine.name);
    return moduleCode(std::move(module), {site[kNumFeatures], site.option(kEps), site.option(kAffine)},
                      call("F.instance_norm", {input(0), code::named("weight", weight("weight", affine)),
                                               code::named("bias", weight("bias", affine)), site.option(kEps)}));
}

}  // namespace

OperatorCode batchNorm1dCode(const CodeSite& site) { return batchNormCode("BatchNorm1d", site); }
OperatorCode batchNorm2dCode(const CodeSite& site) { return batchNormCode("BatchNorm2d", site); }
OperatorCode batchNorm3dCode(const CodeSite& site) { return batchNormCode("BatchNorm3d", site); }
OperatorCode instanceNorm2dCode(const CodeSite& site) { return instanceNormCode("InstanceNorm2d", site); }
OperatorCode instanceNorm3dCode(const CodeSite& site) { return instanceNormCode("InstanceNorm3d", site); }

OperatorCode layerNormCode(const CodeSite& site) {
    const ParameterValue& affine = site.value(kElementwiseAffine.name);
    return moduleCode(
        "LayerNorm",
        {either(oneOrList(site.list(kNormalizedShape)), site.list(kNormalizedShape)), site.option(kEps), site.option(kElementwiseAffine)},
        call("F.layer_norm", {input(0), site.list(kNormalizedShape), weight("weight", affine), weight("bias", affine), site.option(kEps)}));
}

OperatorCode groupNormCode(const CodeSite& site) {
    const ParameterValue& affine = site.value(kAffine.name);
    return moduleCode(
        "GroupNorm", {site[kNumGroups], site[kNumChannels], site.option(kEps), site.option(kAffine)},
        call("F.group_norm", {input(0), site[kNumGroups], weight("weight", affine), weight("bias", affine), site.option(kEps)}));
}

const CodeHelper kRmsNormFunctionHelper{.name = "rms_norm", .functional = R"(def rms_norm(x, normalized_shape, weight=None, eps=1e-6):
    """x / sqrt(mean(x^2) + eps) over the last dimensions, times a weight."""
    dims = tuple(range(-len(normalized_shape), 0))
    x = x * torch.rsqrt(x.square().mean(dims, keepdim=True) + eps)
    return x if weight is None else x * weight)"};

const CodeHelper kRmsNormHelper{.name = "RMSNorm",
                                .module = R"(class RMSNorm(nn.Module):
    """x / sqrt(mean(x^2) + eps) over the last dimensions, times a weight."""

    def __init__(self, normalized_shape, eps=1e-6, elementwise_affine=True):
        super().__init__()
        self.dims = tuple(range(-len(normalized_shape), 0))
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(normalized_shape))
        if not elementwise_affine:
            self.weight = None

    def forward(self, x):
        x = x * torch.rsqrt(x.square().mean(self.dims, keepdim=True) + self.eps)
        return x if self.weight is None else x * self.weight)",
                                .cpp = R"(// x / sqrt(mean(x^2) + eps) over the last dimensions, times a weight.
struct RMSNormImpl : nn::Module {
    explicit RMSNormImpl(
        std::vector<int64_t> normalized_shape, double eps = 1e-6, bool elementwise_affine = true)
        : eps(eps) {
        for (size_t i = 1; i <= normalized_shape.size(); ++i)
            dims.push_back(-static_cast<int64_t>(i));
        if (elementwise_affine)
            weight = register_parameter("weight", torch::ones(normalized_shape));
    }

    torch::Tensor forward(torch::Tensor x) {
        x = x * torch::rsqrt(x.square().mean(dims, true) + eps);
        return weight.defined() ? x * weight : x;
    }

    double eps;
    std::vector<int64_t> dims;
    torch::Tensor weight;
};
TORCH_MODULE(RMSNorm);)"};

OperatorCode rMSNormCode(const CodeSite& site) {
    OperatorCode code =
        moduleCode("RMSNorm", {site.list(kNormalizedShape), site.option(kEps), site.option(kElementwiseAffine)},
                   call("rms_norm", {input(0), site.list(kNormalizedShape),
                                     code::named("weight", weight("weight", site.value(kElementwiseAffine.name))), site.option(kEps)}));
    code.module->own = true;
    code.helpers = {&kRmsNormHelper, &kRmsNormFunctionHelper};
    return code;
}

OperatorCode l2NormalizeCode(const CodeSite& site) {
    const CodeExpression length = method(input(0), "norm", {code::value(std::int64_t{2}), code::list({site[kDim]}), code::value(true)});
    return functionCode(either(call("F.normalize", {input(0), site.named(kDim), site.option(kEps)}),
                               infix("/", {input(0), method(length, "clamp_min", {site[kEps]})})));
}

}  // namespace seekbench
