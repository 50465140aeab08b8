// SPDX-License-Identifier: Apache-2.0
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

}  // namespace

OperatorCode batchNorm1dCode(const CodeSite& site) { return batchNormCode("BatchNorm1d", site); }
OperatorCode batchNorm2dCode(const CodeSite& site) { return batchNormCode("BatchNorm2d", site); }

OperatorCode layerNormCode(const CodeSite& site) {
    const ParameterValue& affine = site.value(kElementwiseAffine.name);
    return moduleCode(
        "LayerNorm", {site.list(kNormalizedShape), site.option(kEps), site.option(kElementwiseAffine)},
        call("F.layer_norm", {input(0), site.list(kNormalizedShape), weight("weight", affine), weight("bias", affine), site.option(kEps)}));
}

}  // namespace seekbench
