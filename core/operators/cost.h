// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>

#include "core/operators/operator.h"

// Arithmetic of cost rules. Terms and factors are not negative; results beyond 64 bits are the largest number.

namespace seekbench {

std::int64_t total(std::initializer_list<std::int64_t> terms);
std::int64_t product(std::initializer_list<std::int64_t> factors);
std::int64_t elements(const Sizes& sizes);

}  // namespace seekbench
