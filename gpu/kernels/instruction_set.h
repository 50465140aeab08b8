// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "gpu/kernels/loops/kernel_table.h"

namespace seekbench {

// The kernels are compiled several times; a process takes the widest that its processor can run. The numbers of two sets differ in
// rounding (the wider ones multiply and add in one), so bit-equal repetition holds on one kind of processor.
struct InstructionSet {
    std::string_view name;  // "avx2"
    const KernelTable* kernels = nullptr;
};

// Those this machine can run, narrowest first; never empty.
const std::vector<InstructionSet>& instructionSets();

// The kernels in use.
const KernelTable& kernels();

// Makes the process use another set while it lives; for tests. Not while kernels run.
class ForcedInstructionSet {
public:
    explicit ForcedInstructionSet(const InstructionSet& set);
    ~ForcedInstructionSet();
    ForcedInstructionSet(const ForcedInstructionSet&) = delete;
    ForcedInstructionSet& operator=(const ForcedInstructionSet&) = delete;

private:
    const KernelTable* m_before;
};

}  // namespace seekbench
