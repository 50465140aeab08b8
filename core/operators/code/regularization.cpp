// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode dropoutCode(const CodeSite& site) {
    return moduleCode("Dropout", {site.option(kP)}, call("F.dropout", {input(0), site.option(kP), code::named("training", training())}));
}

}  // namespace seekbench
