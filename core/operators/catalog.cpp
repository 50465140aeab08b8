// SPDX-License-Identifier: Apache-2.0
#include "core/operators/catalog.h"

#include <map>

#include "core/operators/families/families.h"

namespace seekbench {

std::span<const Operator* const> operatorCatalog() {
    // An explicit list: tables that register themselves would be dropped by the linker from a static library.
    static const std::vector<const Operator*> catalog = [] {
        std::vector<const Operator*> all;
        for (const auto family :
             {structureOperators, linearOperators, expertOperators, convolutionOperators, transposedConvolutionOperators,
              normalizationOperators, activationOperators, quantizationOperators, poolingOperators, reductionOperators,
              regularizationOperators, shapeOperators, resizingOperators, combinationOperators, attentionOperators,
              dynamicAttentionOperators, positionOperators, recurrentOperators})
            for (const Operator& op : family()) all.push_back(&op);
        return all;
    }();
    return catalog;
}

const Operator* findOperator(std::string_view id) {
    static const std::map<std::string_view, const Operator*> byId = [] {
        std::map<std::string_view, const Operator*> index;
        for (const Operator* op : operatorCatalog()) index.emplace(op->id, op);
        return index;
    }();
    const auto found = byId.find(id);
    return found == byId.end() ? nullptr : found->second;
}

}  // namespace seekbench
