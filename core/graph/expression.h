// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "core/base/result.h"
#include "core/graph/parameter_value.h"

namespace seekbench {

// Expressions compute the parameters inside a composite from the composite's own: "4 * channels", "stride != 1".
//
//   expression = sum [("==" | "!=" | "<=" | ">=" | "<" | ">") sum]       a comparison is 1 or 0
//   sum        = product {("+" | "-") product}
//   product    = factor {("*" | "/" | "%") factor}
//   factor     = "-" factor | "(" expression ")" | number | name
//
// Whole numbers stay whole: 7 / 2 is 3, rounded down, and % is what that leaves (-7 % 2 is 1). A real operand makes the
// result real. true is 1, false is 0. Too long, too deeply nested, a division by zero, a result beyond 64 bits: an error.
using Number = std::variant<std::int64_t, double>;

// `names` are the parameters that may occur: booleans, integers and reals.
Result<Number, Message> evaluate(std::string_view expression, const ParameterValues& names);

}  // namespace seekbench
