// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/experiment/experiment.h"

namespace seekbench {

struct DatasetSample {
    enum class Form {
        Picture,  // a picture, a volume, or numbers without order
        Series,   // (positions, features) in the order of time
        Text,     // tokens
    };
    HostTensor input;                   // the first input of the sample, without the batch dimension
    std::optional<std::int64_t> label;  // its class; nothing: not a classification
    Form form = Form::Picture;
    HostTensor mask;   // a class for each position of a picture or volume, with its extents; empty: none
    std::string text;  // Form::Text: what the tokens stand for, cut where it is long
    bool operator==(const DatasetSample&) const = default;
};

// What a data set looks like to a person: some samples, and how many there are of each class. A value.
struct DatasetPreviewData {
    // What was asked for, so that an answer that comes late is known as such.
    Choice dataset;
    Split split;
    std::int64_t trainLimit = 0;

    std::vector<DatasetSample> samples;                       // of the training part; of each class, class after class
    std::vector<std::string> classNames;                      // English source text; empty: classes have numbers only
    std::int64_t train = 0, validation = 0;                   // numbers of samples
    std::vector<std::int64_t> trainCounts, validationCounts;  // by class; empty: not a classification
    bool operator==(const DatasetPreviewData&) const = default;
};

struct PreviewOptions {
    int samplesPerClass = 4;
    int mostClasses = 20;  // whose samples are shown; all are counted
    int mostSamples = 16;  // where there are no classes
};

// The first inputs of `preview`'s samples as training with `augmentation` would see them in epoch `draw`, in their order: what a live
// preview shows beside them. Empty when there is nothing to augment or the list does not fit the samples.
std::vector<HostTensor> augmentedInputs(const DatasetPreviewData& preview, std::span<const Choice> augmentation, std::int64_t draw);

// The preview of an open data set. Deterministic: the first samples of each class in the order of the training part. Counts
// classes by stratumOf() where the data set has it, else by reading every sample; call it off the window's thread.
Result<DatasetPreviewData> previewOf(const Dataset& dataset, const Split& split, std::int64_t trainLimit,
                                     const PreviewOptions& options = {});
// Opens the data set and makes its preview.
Result<DatasetPreviewData> loadPreview(const Choice& dataset, const Split& split, std::int64_t trainLimit,
                                       const PreviewOptions& options = {});

}  // namespace seekbench
