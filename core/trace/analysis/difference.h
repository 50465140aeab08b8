// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace seekbench {

// One operator of one layer with one set of input shapes, in two profiles. Times are innermost nanoseconds for each step (a kernel's share
// of the device for those on a device): their mean over the steps and what is known about it.
struct DifferenceRow {
    std::string node, name, shapes;
    double before = 0, after = 0;            // mean ns of a step; 0 where it does not occur
    double low = 0, high = 0;                // 95 % interval of after − before (Welch 1947), on steps as independent as they are
    double callsBefore = 0, callsAfter = 0;  // for each step
    enum class Verdict {
        Same,    // the spread over the steps explains the difference
        Faster,  // it does not
        Slower,
        Appeared,  // only in the second
        Vanished,  // only in the first
        Unknown,   // fewer than three steps in one of them: nothing is known about the spread
    } verdict = Verdict::Unknown;
    double change() const { return after - before; }
    bool operator==(const DifferenceRow&) const = default;
};
std::string_view nameOf(DifferenceRow::Verdict verdict);   // "slower": written in files
std::string_view labelOf(DifferenceRow::Verdict verdict);  // a label for people

struct Difference {
    std::vector<DifferenceRow> rows;  // the greatest change first
    DifferenceRow step;               // the same for whole steps: their wall time
    std::size_t stepsBefore = 0, stepsAfter = 0;
    bool operator==(const Difference&) const = default;
};

// Compares what two profiles have in common by node, operator and shapes. Many rows are looked at, so a row counts as changed only when its
// probability under "nothing changed" stands Holm's step-down test (Holm 1979) at 5 % over all rows: of profiles of the same program 19 in
// 20 have no changed row at all. Steps that follow each other are not independent; what they are worth says effectiveCount().
Difference differenceOf(const Trace& before, const Trace& after);
// The same by layer: a row for each node, composites with all that lies in them, whose name is empty; and one for each phase of a layer, whose
// name is that of the phase (nameOf). What has no layer is the node "". No shapes.
Difference layerDifferenceOf(const Trace& before, const Trace& after);

// Probability of a Student t with so many degrees of freedom beyond ±|t|; the t beyond which 5 % lie.
double studentTail(double t, double freedom);
double studentBound(double freedom);

}  // namespace seekbench
