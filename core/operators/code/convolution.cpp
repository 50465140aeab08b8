// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode conv2dCode(const CodeSite& site) {
    return moduleCode("Conv2d",
                      {site[kInChannels], site[kOutChannels], site.named(kKernelSize), site.option(kStride), site.option(kPadding),
                       site.option(kDilation), site.option(kGroups), site.option(kBias)},
                      call("F.conv2d", {input(0), weight("weight"), weight("bias", site.value(kBias.name)), site.option(kStride),
                                        site.option(kPadding), site.option(kDilation), site.option(kGroups)}));
}

}  // namespace seekbench
