// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/class_counts.h"

#include <limits>

namespace seekbench {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Mean over the classes from `first` on of numerator/denominator, without those whose denominator is zero.
template <class Fraction>
double mean(const ClassCounts& counts, std::size_t first, Fraction fraction) {
    double sum = 0;
    int classes = 0;
    for (std::size_t i = first; i < counts.targets.size(); ++i) {
        const auto [numerator, denominator] = fraction(counts.targets[i], counts.predicted[i], counts.right[i]);
        if (denominator == 0) continue;
        sum += static_cast<double>(numerator) / static_cast<double>(denominator);
        ++classes;
    }
    return classes > 0 ? sum / classes : kNone;
}

struct Fraction {
    std::int64_t numerator, denominator;
};

Fraction overlap(std::int64_t targets, std::int64_t predicted, std::int64_t right) { return {2 * right, targets + predicted}; }

}  // namespace

double ClassCounts::balancedAccuracy() const {
    return mean(*this, 0, [](std::int64_t met, std::int64_t, std::int64_t hits) { return Fraction{hits, met}; });
}

double ClassCounts::f1() const { return mean(*this, 0, overlap); }

double ClassCounts::dice() const { return mean(*this, 1, overlap); }

double ClassCounts::intersectionOverUnion() const {
    return mean(*this, 1, [](std::int64_t met, std::int64_t said, std::int64_t hits) { return Fraction{hits, met + said - hits}; });
}

double ClassCounts::recall() const {
    if (targets.size() < 2 || targets[1] == 0) return kNone;
    return static_cast<double>(right[1]) / static_cast<double>(targets[1]);
}

double ClassCounts::precision() const {
    if (targets.size() < 2 || targets[0] + targets[1] == 0) return kNone;
    return predicted[1] == 0 ? 0 : static_cast<double>(right[1]) / static_cast<double>(predicted[1]);
}

}  // namespace seekbench
