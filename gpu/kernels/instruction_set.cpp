// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/instruction_set.h"

namespace seekbench {
namespace {

std::vector<InstructionSet> found() {
    std::vector<InstructionSet> sets{{"plain", plainKernels()}};
#if defined(__x86_64__) && defined(__GNUC__)
    if (avx2Kernels() != nullptr && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        sets.push_back({"avx2", avx2Kernels()});
    if (avx512Kernels() != nullptr && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        sets.push_back({"avx512", avx512Kernels()});
#endif
    return sets;
}

const KernelTable*& inUse() {
    static const KernelTable* table = instructionSets().back().kernels;
    return table;
}

}  // namespace

const std::vector<InstructionSet>& instructionSets() {
    static const std::vector<InstructionSet> sets = found();
    return sets;
}

const KernelTable& kernels() { return *inUse(); }

ForcedInstructionSet::ForcedInstructionSet(const InstructionSet& set) : m_before(inUse()) { inUse() = set.kernels; }
ForcedInstructionSet::~ForcedInstructionSet() { inUse() = m_before; }

}  // namespace seekbench
