// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/graph/check.h"
#include "core/graph/signature.h"

namespace seekbench {

// The parameters of a node, with expressions computed from `names`, the parameters of the composite around it (nullptr at
// the top, where there are no expressions). Nothing when there is a mistake; it is in `diagnostics` then.
std::optional<Parameters> resolveParameters(const Node& node, const Signature& signature, const std::string& path,
                                            const ParameterValues* names, std::vector<Diagnostic>& diagnostics);

// What the node's "when" says: false, the node passes its input through. Nothing when it cannot be computed.
std::optional<bool> isActive(const Node& node, const std::string& path, const ParameterValues* names, std::vector<Diagnostic>& diagnostics);

}  // namespace seekbench
