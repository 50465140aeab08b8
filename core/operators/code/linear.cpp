// SPDX-License-Identifier: Apache-2.0
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

}  // namespace seekbench
