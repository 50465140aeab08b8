// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace seekbench {

// How often each class was met, said and right: all that the figures below need of a confusion matrix. A value.
struct ClassCounts {
    std::vector<std::int64_t> targets, predicted, right;  // by class; of equal sizes

    // Mean of right/targets over the classes that were met. NaN when none was, as in all below.
    double balancedAccuracy() const;
    // Mean of 2·right/(targets + predicted) over the classes that were met or said.
    double f1() const;
    // The same over the foreground, classes 1 and up; and of right/(targets + predicted − right).
    double dice() const;
    double intersectionOverUnion() const;
    // Of class 1 alone. Precision is 0 where nothing was called positive.
    double recall() const;
    double precision() const;
    bool operator==(const ClassCounts&) const = default;
};

}  // namespace seekbench
