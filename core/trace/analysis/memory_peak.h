// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace seekbench {

// Who holds the memory when the counters of a profile add up to the most: the categories, and by how much memory grew while each layer was
// at work, from the beginning of that step to the peak. Counters change at the borders of layers and phases, so what a layer took and gave
// back in between is not in it; the compiled engine lays memory out once and grows nowhere.
struct MemoryPeak {
    struct Category {
        std::string name;  // of the counter: "Activations"
        double bytes = 0;
        bool operator==(const Category&) const = default;
    };
    struct Layer {
        std::string node;  // empty: outside of layers
        Phase phase = Phase::None;
        double grown = 0;  // bytes; negative: given back
        bool operator==(const Layer&) const = default;
    };
    std::int64_t time = 0;
    std::optional<std::int64_t> step;  // its number, where the peak lies in one
    double total = 0;
    std::vector<Category> categories;  // the largest first; those that hold nothing are left out
    std::vector<Layer> layers;         // the one that grew most first; those that did not change are left out
    bool operator==(const MemoryPeak&) const = default;
};
// The first moment of the most. Nothing without counters of bytes.
std::optional<MemoryPeak> memoryPeakOf(const Trace& trace);

}  // namespace seekbench
