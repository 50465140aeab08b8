// SPDX-License-Identifier: Apache-2.0
#include "core/data/preview.h"

#include <algorithm>
#include <iterator>

#include "core/data/augmentation/augmentation.h"
#include "core/data/loader.h"
#include "core/data/readers/byte_source.h"

namespace seekbench {
namespace {

constexpr std::size_t kChunk = 1024;             // samples read at once …
constexpr std::size_t kChunkNumbers = 1u << 21;  // … and the most numbers in them: 8 MiB

// How many samples are read at once.
std::size_t chunkOf(const SampleSpec& spec) {
    std::size_t numbers = 1;
    for (const TensorType& input : spec.inputs)
        if (const auto count = elementCount(input.shape).integer()) numbers = std::max(numbers, static_cast<std::size_t>(*count));
    return std::clamp<std::size_t>(kChunkNumbers / numbers, 1, kChunk);
}

constexpr std::size_t kMostTokens = 400;  // shown of a sample of text

// Sample number `index` of a collated tensor.
HostTensor partOf(const HostTensor& all, std::size_t index) {
    HostTensor sample;
    sample.element = all.element;
    sample.sizes.assign(all.sizes.begin() + 1, all.sizes.end());
    std::size_t elements = 1;
    for (const std::int64_t extent : sample.sizes) elements *= static_cast<std::size_t>(extent);
    const auto part = [&](const auto& numbers, auto& to) {
        if (numbers.empty()) return;
        const auto begin = numbers.begin() + static_cast<std::ptrdiff_t>(index * elements);
        to.assign(begin, begin + static_cast<std::ptrdiff_t>(elements));
    };
    part(all.floats, sample.floats);
    part(all.integers, sample.integers);
    return sample;
}

std::string textOf(const std::vector<std::int64_t>& tokens, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(tokens.size(), kMostTokens); ++i)
        if (tokens[i] >= 0 && tokens[i] < static_cast<std::int64_t>(names.size())) text += names[static_cast<std::size_t>(tokens[i])];
    return text + (tokens.size() > kMostTokens ? "…" : "");
}

DatasetSample sampleAt(const Batch& batch, std::size_t index, const SampleSpec& spec) {
    DatasetSample sample;
    sample.input = partOf(batch.inputs.at(0), index);
    const auto& sizes = sample.input.sizes;
    const bool isMap = spec.targetKind == TargetKind::ClassMap;
    if (isMap && sample.input.element == ElementType::Integer && sizes.size() == 1 && !spec.classNames.empty()) {
        sample.form = DatasetSample::Form::Text;
        sample.text = textOf(sample.input.integers, spec.classNames);
    } else if (sample.input.element == ElementType::Float && sizes.size() == 2 && (spec.inTime || spec.grouped)) {
        sample.form = DatasetSample::Form::Series;
    } else if (isMap && batch.target.sizes.size() >= 3) {
        // Beneath a mask lies its picture: (channels, extents) or the extents alone.
        HostTensor mask = partOf(batch.target, index);
        if (mask.sizes.size() <= sizes.size() && std::equal(mask.sizes.rbegin(), mask.sizes.rend(), sizes.rbegin()))
            sample.mask = std::move(mask);
    }
    if (spec.targetKind == TargetKind::Class && spec.classes > 0) sample.label = batch.target.integers.at(index);
    return sample;
}

// Calls `take(batch, index in the batch)` for each of the samples, in their order, until it returns false.
template <class Take>
void forEach(const Dataset& dataset, Part part, const std::vector<std::int64_t>& indices, Take take) {
    Batch batch;
    const std::size_t chunk = chunkOf(dataset.spec());
    for (std::size_t begin = 0; begin < indices.size(); begin += chunk) {
        const std::size_t count = std::min(chunk, indices.size() - begin);
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
    // A mask has a class for each position, a picture with boxes several: neither is of one class.
    const auto classes = spec.targetKind == TargetKind::Class ? static_cast<std::size_t>(spec.classes) : std::size_t{0};
    const auto labelled = [&](Part part, const std::vector<std::int64_t>& samples) {
        return classes > 0 && !samples.empty() && dataset.stratumOf(part, samples.front()).has_value();
    };
    const auto count = [&](std::vector<std::int64_t>& counts, std::int64_t label) { return counts.at(static_cast<std::size_t>(label))++; };
    DatasetPreviewData preview{.dataset = {},
                               .split = split,
                               .trainLimit = trainLimit,
                               .samples = {},
                               .classNames = spec.classNames,
                               .train = static_cast<std::int64_t>(indices->train.size()),
                               .validation = static_cast<std::int64_t>(indices->validation.size()),
                               .trainCounts = std::vector<std::int64_t>(classes),
                               .validationCounts = std::vector<std::int64_t>(classes)};
    const bool known = labelled(indices->trainPart, indices->train);
    const auto isShown = [&](std::int64_t label) {
        return count(preview.trainCounts, label) < options.samplesPerClass && label < options.mostClasses;
    };
    std::vector<std::int64_t> shown;  // where classes are known without reading, nothing else is read
    if (known)
        std::ranges::copy_if(indices->train, std::back_inserter(shown),
                             [&](std::int64_t index) { return isShown(*dataset.stratumOf(indices->trainPart, index)); });
    forEach(dataset, indices->trainPart, known ? shown : indices->train, [&](const Batch& batch, std::size_t i) {
        if (classes == 0) {
            preview.samples.push_back(sampleAt(batch, i, spec));
            return preview.samples.size() < static_cast<std::size_t>(options.mostSamples);
        }
        if (known || isShown(batch.target.integers[i])) preview.samples.push_back(sampleAt(batch, i, spec));
        return true;
    });
    if (labelled(indices->validationPart, indices->validation)) {
        for (const std::int64_t index : indices->validation)
            count(preview.validationCounts, *dataset.stratumOf(indices->validationPart, index));
    } else if (classes > 0)
        forEach(dataset, indices->validationPart, indices->validation, [&](const Batch& batch, std::size_t i) {
            count(preview.validationCounts, batch.target.integers[i]);
            return true;
        });
    std::ranges::stable_sort(preview.samples, {}, &DatasetSample::label);
    return preview;
}

std::vector<HostTensor> augmentedInputs(const DatasetPreviewData& preview, std::span<const Choice> augmentation, std::int64_t draw) {
    std::vector<HostTensor> inputs;
    if (augmentation.empty()) return inputs;
    for (std::size_t i = 0; i < preview.samples.size(); ++i) {
        const HostTensor& original = preview.samples[i].input;
        const SampleSpec spec{.inputs = {TensorType{Shape(original.sizes.begin(), original.sizes.end()), original.element}},
                              .target = {},
                              .targetKind = TargetKind::Values};
        const auto augmenter = Augmenter::make(augmentation, spec, Augmenter::Use::Training);
        if (!augmenter) return {};
        Batch batch{.inputs = {original}, .target = {}};
        batch.inputs[0].sizes.insert(batch.inputs[0].sizes.begin(), 1);
        const auto number = static_cast<std::int64_t>(i);
        augmenter->apply(batch, {&number, 1}, 0, draw);
        batch.inputs[0].sizes.erase(batch.inputs[0].sizes.begin());
        inputs.push_back(std::move(batch.inputs[0]));
    }
    return inputs;
}

Result<DatasetPreviewData> loadPreview(const Choice& dataset, const Split& split, std::int64_t trainLimit, const PreviewOptions& options) {
    const auto opened = openDataset(dataset);
    if (!opened) return opened.error();
    Result<DatasetPreviewData> preview = DatasetPreviewData{};
    try {
        if (const auto indices = splitIndices(**opened, split, trainLimit)) (*opened)->fit(indices->trainPart, indices->train);
        preview = previewOf(**opened, split, trainLimit, options);
    } catch (const ReadFailure& failure) {
        return failure.error();
    }
    if (!preview) return preview.error();
    preview->dataset = dataset;
    return preview;
}

}  // namespace seekbench
