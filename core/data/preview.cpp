// SPDX-License-Identifier: Apache-2.0
#include "core/data/preview.h"

#include <algorithm>

#include "core/data/loader.h"

namespace seekbench {
namespace {

constexpr std::size_t kChunk = 1024;  // samples read at once: a few MiB of pictures

DatasetSample sampleAt(const Batch& batch, std::size_t index, bool classification) {
    const HostTensor& all = batch.inputs.at(0);
    DatasetSample sample;
    sample.input.element = all.element;
    sample.input.sizes.assign(all.sizes.begin() + 1, all.sizes.end());
    std::size_t elements = 1;
    for (const std::int64_t extent : sample.input.sizes) elements *= static_cast<std::size_t>(extent);
    const auto part = [&](const auto& numbers, auto& to) {
        if (numbers.empty()) return;
        const auto begin = numbers.begin() + static_cast<std::ptrdiff_t>(index * elements);
        to.assign(begin, begin + static_cast<std::ptrdiff_t>(elements));
    };
    part(all.floats, sample.input.floats);
    part(all.integers, sample.input.integers);
    if (classification) sample.label = batch.target.integers.at(index);
    return sample;
}

// Calls `take(batch, index in the batch)` for each of the samples, in their order, until it returns false.
template <class Take>
void forEach(const Dataset& dataset, Part part, const std::vector<std::int64_t>& indices, Take take) {
    Batch batch;
    for (std::size_t begin = 0; begin < indices.size(); begin += kChunk) {
        const std::size_t count = std::min(kChunk, indices.size() - begin);
        dataset.read(part, std::span(indices).subspan(begin, count), batch);
        for (std::size_t i = 0; i < count; ++i)
            if (!take(batch, i)) return;
    }
}

}  // namespace

Result<DatasetPreviewData> previewOf(const Dataset& dataset, const Split& split, std::int64_t trainLimit, const PreviewOptions& options) {
    const auto indices = splitIndices(dataset, split, trainLimit);
    if (!indices) return indices.error();
    const SampleSpec& spec = dataset.spec();
    // Maps of classes and boxes have no one class to be counted by.
    const auto classes = spec.targetKind == TargetKind::Class ? static_cast<std::size_t>(spec.classes) : 0;
    DatasetPreviewData preview{.dataset = {},
                               .split = split,
                               .trainLimit = trainLimit,
                               .samples = {},
                               .classNames = spec.classNames,
                               .train = static_cast<std::int64_t>(indices->train.size()),
                               .validation = static_cast<std::int64_t>(indices->validation.size()),
                               .trainCounts = std::vector<std::int64_t>(classes),
                               .validationCounts = std::vector<std::int64_t>(classes)};
    forEach(dataset, indices->trainPart, indices->train, [&](const Batch& batch, std::size_t i) {
        if (classes == 0) {
            preview.samples.push_back(sampleAt(batch, i, false));
            return preview.samples.size() < static_cast<std::size_t>(options.mostSamples);
        }
        const std::int64_t label = batch.target.integers[i];
        std::int64_t& count = preview.trainCounts.at(static_cast<std::size_t>(label));
        if (count++ < options.samplesPerClass && label < options.mostClasses) preview.samples.push_back(sampleAt(batch, i, true));
        return true;
    });
    if (classes > 0)
        forEach(dataset, indices->validationPart, indices->validation, [&](const Batch& batch, std::size_t i) {
            ++preview.validationCounts.at(static_cast<std::size_t>(batch.target.integers[i]));
            return true;
        });
    std::ranges::stable_sort(preview.samples, {}, &DatasetSample::label);
    return preview;
}

Result<DatasetPreviewData> loadPreview(const Choice& dataset, const Split& split, std::int64_t trainLimit, const PreviewOptions& options) {
    const auto opened = openDataset(dataset);
    if (!opened) return opened.error();
    if (const auto indices = splitIndices(**opened, split, trainLimit)) (*opened)->fit(indices->trainPart, indices->train);
    auto preview = previewOf(**opened, split, trainLimit, options);
    if (!preview) return preview.error();
    preview->dataset = dataset;
    return preview;
}

}  // namespace seekbench
