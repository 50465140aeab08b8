// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the inspector says about a node besides its parameters: plain functions of core values.

#include <map>
#include <string>
#include <vector>

#include "core/graph/check.h"
#include "core/graph/graph.h"
#include "core/graph/signature.h"
#include "widgets/controls/form_section.h"

namespace seekbench {

// "32 · 1 · 3 · 3 + 32": how the number of parameters comes from those of the node, where it is that simple; else empty.
QString parameterFormula(const Parameters& parameters, std::span<const ParameterSpec> specs, std::int64_t count);

// Words for the parameters that the shape at the input decides: "from the input". Found by asking the shape rule for another
// value; only for primitives with known inputs.
std::map<std::string, QString, std::less<>> inputHints(const Signature& signature, const ParameterValues& values, const NodeFacts& facts);

// Shapes and costs as rows; `facts` may be missing where something is wrong.
std::vector<ValueRows::Row> factRows(const Signature* signature, const ParameterValues& values, const NodeFacts* facts);
// The same of a whole graph.
std::vector<ValueRows::Row> totalRows(const Graph& graph, const GraphReport& report);

}  // namespace seekbench
