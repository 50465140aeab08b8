// SPDX-License-Identifier: Apache-2.0
#include "core/data/portable_math.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace seekbench {

double portableLog(double number) {
    assert(number > 0 && std::isfinite(number));
    // number = mantissa·2^exponent with the mantissa near 1; ln m = 2·atanh((m − 1)/(m + 1)), a series that converges fast there.
    int exponent = 0;
    double mantissa = std::frexp(number, &exponent);  // exact
    if (mantissa < 0.70710678118654752) {
        mantissa *= 2;
        --exponent;
    }
    const double ratio = (mantissa - 1) / (mantissa + 1), square = ratio * ratio;
    double sum = 0;
    for (int power = 23; power >= 1; power -= 2) sum = sum * square + 1.0 / power;
    return 2 * ratio * sum + exponent * std::numbers::ln2;
}

double portableSine(double turns) {
    turns -= std::floor(turns);  // exact enough: both have the same scale
    double sign = 1;
    if (turns >= 0.5) {
        turns -= 0.5;
        sign = -1;
    }
    if (turns > 0.25) turns = 0.5 - turns;
    const double angle = turns * (2 * std::numbers::pi), square = angle * angle;
    // Taylor's series up to the 19th power, angle ≤ π/2.
    double sum = 0;
    for (int power = 19; power >= 3; power -= 2) sum = (1 + sum) * (-square / (power * (power - 1)));
    return sign * angle * (1 + sum);
}

}  // namespace seekbench
