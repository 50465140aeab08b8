// SPDX-License-Identifier: Apache-2.0
#include "core/operators/memory.h"

#include <map>

#include "core/operators/memory/tables.h"

namespace seekbench {

MemoryRule memoryRuleOf(std::string_view operatorId, Kernels kernels) {
    static const std::map<std::string_view, MemoryRow> rows = [] {
        std::map<std::string_view, MemoryRow> all;
        for (const auto table : {elementwiseMemory, layoutMemory, matrixMemory, statisticMemory, sequenceMemory})
            for (const MemoryRow& row : table()) all.emplace(row.id, row);
        return all;
    }();
    const auto found = rows.find(operatorId);
    if (found == rows.end()) return nullptr;
    return kernels == Kernels::Fused && found->second.fused ? found->second.fused : found->second.rule;
}

}  // namespace seekbench
