// SPDX-License-Identifier: Apache-2.0
#include "core/operators/memory.h"

#include <map>

#include "core/operators/memory/tables.h"

namespace seekbench {

MemoryRule memoryRuleOf(std::string_view operatorId, Kernels kernels) {
    if (kernels != Kernels::LibTorch)
        for (const MemoryRow& row : kernels == Kernels::Own ? kernelMemory() : autocastKernelMemory())
            if (row.id == operatorId) return row.rule;
    static const std::map<std::string_view, MemoryRule> rules = [] {
        std::map<std::string_view, MemoryRule> all;
        for (const auto table : {elementwiseMemory, layoutMemory, matrixMemory, statisticMemory, sequenceMemory})
            for (const MemoryRow& row : table()) all.emplace(row.id, row.rule);
        return all;
    }();
    const auto found = rules.find(operatorId);
    return found == rules.end() ? nullptr : found->second;
}

}  // namespace seekbench
