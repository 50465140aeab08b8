// SPDX-License-Identifier: Apache-2.0
#include "core/operators/memory/tables.h"

namespace seekbench {

using namespace parameter;

namespace {

using Outputs = KeptMemory::Outputs;

KeptMemory passOn(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) {
    return {.passesGradient = true, .memory = Outputs::View};
}

KeptMemory rearrange(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) {
    return {.passesGradient = true, .memory = Outputs::Rearranged};
}

KeptMemory reshape(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) {
    return {.passesGradient = true, .memory = Outputs::Dense};
}

// Parts of a tensor share its memory; on the way back each part is laid into zeros of the whole.
KeptMemory part(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {.memory = Outputs::Rearranged}; }

// Zeros need nothing; mirrored and repeated borders are told from the input.
KeptMemory pad(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes>) {
    return {.inputs = parameters[kMode] == kPadConstant ? 0 : kFirst};
}

}  // namespace

std::span<const MemoryRow> layoutMemory() {
    static constexpr MemoryRow kRows[] = {
        {"Input", keepsNothing}, {"Output", passOn},       {"Identity", passOn},  {"Flatten", reshape},       {"Reshape", reshape},
        {"Permute", rearrange},  {"Transpose", rearrange}, {"Unsqueeze", passOn}, {"Squeeze", passOn},        {"Pad", pad},
        {"Crop", keepsNothing},  {"Slice", part},          {"Split", part},       {"Upsample", keepsNothing},
    };
    return kRows;
}

}  // namespace seekbench
