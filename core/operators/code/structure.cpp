// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

OperatorCode identityCode(const CodeSite&) { return moduleCode("Identity", {}, input(0)); }

}  // namespace seekbench
