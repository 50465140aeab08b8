// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace seekbench {

// Functions for what is generated, or computed from what is: made of the four operations only, whose results IEEE 754 fixes, so that they
// give the same bits on every platform; those of mathematical libraries differ in the last one.

// Natural logarithm of a positive, finite number; within 4e-16 of the true value, relative.
double portableLog(double number);
// sin(2π·turns) for |turns| below 1e6; within 1e-12.
double portableSine(double turns);

}  // namespace seekbench
