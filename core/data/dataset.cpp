// SPDX-License-Identifier: Apache-2.0
#include "core/data/dataset.h"

#include <algorithm>

#include "core/data/generated/generated_kinds.h"
#include "core/data/images/images.h"
#include "core/data/labelled_images.h"
#include "core/data/prices/price_windows.h"
#include "core/data/synthetic.h"
#include "core/data/synthetic_tokens.h"
#include "core/data/table/table_dataset.h"
#include "core/data/text/text_dataset.h"
#include "core/data/volumes/volumes.h"

namespace seekbench {

std::span<const DatasetKind> datasetKinds() {
    static const std::vector<DatasetKind> kinds{
        // files
        fashionMnistKind(),
        idxKind(),
        cifar10Kind(),
        cifar100Kind(),
        imageFolderKind(),
        arrayFilesKind(),
        csvKind(),
        textKind(),
        pricesKind(),
        volumeSegmentationKind(),
        brainMaskKind(),
        luna16Kind(),
        // computed, with known truth
        generatedNodulesKind(),
        generatedBoxesKind(),
        generatedMarketKind(),
        generatedTransactionsKind(),
        generatedPairsKind(),
        syntheticKind(),
        syntheticRegressionKind(),
        syntheticLanguageKind(),
        syntheticSentencesKind(),
    };
    return kinds;
}

const DatasetKind* findDatasetKind(std::string_view id) {
    const auto kinds = datasetKinds();
    const auto row = std::ranges::find(kinds, id, [](const DatasetKind& kind) { return kind.kind.id; });
    return row == kinds.end() ? nullptr : &*row;
}

Result<std::unique_ptr<Dataset>> openDataset(const Choice& choice) {
    const DatasetKind* kind = findDatasetKind(choice.kind);
    if (!kind)
        return Error(ErrorCode::NotFound, say("There is no dataset \"%1\".", choice.kind),
                     say("seekbench-cli check says which there are."));
    const auto resolved = ResolvedParameters::from(kind->kind.parameters, choice.parameters);
    if (!resolved.problems.empty())
        return Error(ErrorCode::InvalidInput, resolved.problems.front().message).in(say("opening the dataset %1", kind->kind.label));
    return kind->open(resolved.parameters);
}

}  // namespace seekbench
