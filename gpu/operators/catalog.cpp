// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/catalog.h"

#include <algorithm>

#include "gpu/operators/families.h"

namespace seekbench {

std::span<const TorchOperator* const> torchOperatorCatalog() {
    static const std::vector<const TorchOperator*> catalog = [] {
        std::vector<const TorchOperator*> all;
        for (const auto family : {structureLayers, linearLayers, expertLayers, convolutionLayers, normalizationLayers, activationLayers,
                                  quantizationLayers, poolingLayers, regularizationLayers, shapeLayers, combinationLayers, attentionLayers,
                                  dynamicAttentionLayers, positionLayers, recurrentLayers})
            for (const TorchOperator& half : family()) all.push_back(&half);
        return all;
    }();
    return catalog;
}

const TorchOperator* findTorchOperator(std::string_view id) {
    const auto found = std::ranges::find(torchOperatorCatalog(), id, &TorchOperator::id);
    return found == torchOperatorCatalog().end() ? nullptr : *found;
}

}  // namespace seekbench
