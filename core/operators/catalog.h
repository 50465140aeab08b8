// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/operators/operator.h"

namespace seekbench {

// All primitive operators, ordered by family and then as their family lists them. Lives as long as the program.
std::span<const Operator* const> operatorCatalog();

// The operator with this id, or nullptr.
const Operator* findOperator(std::string_view id);

// The text of docs/operators.md, made from the catalog.
std::string operatorDocumentation();

}  // namespace seekbench
