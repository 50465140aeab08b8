// SPDX-License-Identifier: Apache-2.0
#include "core/data/augmentation/augmentation.h"

#include <algorithm>

#include "core/data/augmentation/kinds.h"

namespace seekbench {
namespace {

// Whether a sample's part is a picture or a volume: (channels, [depth,] height, width) of real numbers.
bool isPicture(const TensorType& type) { return type.element == ElementType::Float && (type.shape.size() == 3 || type.shape.size() == 4); }

// The extents of positions in a tensor of a batch: (batch, channels, [depth,] height, width).
std::array<std::int64_t, 3> extentsOf(const HostTensor& tensor) {
    const auto& sizes = tensor.sizes;
    return {sizes.size() == 5 ? sizes[2] : 1, sizes[sizes.size() - 2], sizes[sizes.size() - 1]};
}

template <class Number>
std::span<Number> partOf(std::vector<Number>& numbers, std::size_t index, std::size_t count) {
    const std::size_t length = count == 0 ? 0 : numbers.size() / count;
    return std::span(numbers).subspan(index * length, length);
}

SampleView viewOf(Batch& batch, TargetKind target, std::size_t index, std::size_t count) {
    SampleView view;
    bool found = false;
    for (HostTensor& input : batch.inputs) {
        if (input.element != ElementType::Float) continue;
        const bool picture = (input.sizes.size() == 4 || input.sizes.size() == 5) && (!found || extentsOf(input) == view.extents);
        if (picture) view.extents = extentsOf(input);
        found = found || picture;
        view.inputs.push_back({partOf(input.floats, index, count), input.sizes.size() > 1 ? input.sizes[1] : 1, picture});
    }
    const auto positions = static_cast<std::size_t>(view.extents[0] * view.extents[1] * view.extents[2]);
    if (target == TargetKind::ClassMap && found && batch.target.integers.size() == positions * count)
        view.mask = partOf(batch.target.integers, index, count);
    if (target == TargetKind::Boxes) view.boxes = partOf(batch.target.floats, index, count);
    return view;
}

}  // namespace

std::span<const AugmentationKind> augmentationKinds() {
    static const std::vector<AugmentationKind> kinds{
        flipKind(), cropKind(), rotateScaleKind(), elasticKind(), normaliseKind(), noiseKind(), brightnessContrastKind(), gammaKind(),
    };
    return kinds;
}

const AugmentationKind* findAugmentationKind(std::string_view id) {
    const auto kinds = augmentationKinds();
    const auto row = std::ranges::find(kinds, id, [](const AugmentationKind& kind) { return kind.kind.id; });
    return row == kinds.end() ? nullptr : &*row;
}

std::optional<Message> augmentationMisfit(const AugmentationKind& kind, const SampleSpec& spec) {
    if (spec.inputs.empty()) return std::nullopt;
    const auto isFloat = [](const TensorType& type) { return type.element == ElementType::Float; };
    if (kind.needs == AugmentationKind::Needs::Numbers)
        return std::ranges::any_of(spec.inputs, isFloat)
                   ? std::nullopt
                   : std::optional(
                         say("The augmentation \"%1\" changes real numbers, and the samples have none. Remove it.", kind.kind.id));
    const auto picture = std::ranges::find_if(spec.inputs, isPicture);
    if (picture == spec.inputs.end())
        return say("The augmentation \"%1\" is for pictures and volumes, and the samples are neither. Remove it.", kind.kind.id);
    if (spec.targetKind == TargetKind::Boxes && !kind.keepsBoxes)
        return say("The augmentation \"%1\" does not move boxes with the picture. Use flip and crop here.", kind.kind.id);
    if (kind.moves && spec.targetKind == TargetKind::ClassMap &&
        spec.target.shape != Shape(picture->shape.begin() + 1, picture->shape.end()))
        return say("The augmentation \"%1\" moves a mask with its picture, and here they differ in extents. Remove it.", kind.kind.id);
    return std::nullopt;
}

Result<Augmenter> Augmenter::make(std::span<const Choice> choices, const SampleSpec& spec, Use use) {
    Augmenter augmenter;
    augmenter.m_target = spec.targetKind;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const AugmentationKind* kind = findAugmentationKind(choices[i].kind);
        if (kind == nullptr) return Error(ErrorCode::NotFound, say("There is no augmentation \"%1\".", choices[i].kind));
        auto resolved = ResolvedParameters::from(kind->kind.parameters, choices[i].parameters);
        if (!resolved.problems.empty())
            return Error(ErrorCode::InvalidInput, resolved.problems.front().message)
                .in(say("preparing the augmentation %1", kind->kind.id));
        if (auto misfit = augmentationMisfit(*kind, spec)) return Error(ErrorCode::InvalidInput, std::move(*misfit));
        if (use == Use::Training || kind->always) augmenter.m_steps.push_back({kind, std::move(resolved.parameters), i});
    }
    return augmenter;
}

void Augmenter::apply(Batch& batch, std::span<const std::int64_t> samples, std::int64_t seed, std::int64_t epoch) const {
    if (m_steps.empty()) return;
    // A stream of its own, so that nothing else with the same seed draws the same numbers.
    constexpr std::uint64_t kStream = 0x6175676D656E74;
    const std::uint64_t ofEpoch =
        SplitMix64(static_cast<std::uint64_t>(seed) ^ kStream).next() ^ SplitMix64(static_cast<std::uint64_t>(epoch)).next();
    constexpr std::uint64_t kMostSteps = 64;
    AugmentationScratch scratch;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        SampleView view = viewOf(batch, m_target, i, samples.size());
        for (const Step& step : m_steps) {
            Xoshiro256 random(ofEpoch, static_cast<std::uint64_t>(samples[i]) * kMostSteps + step.number % kMostSteps);
            step.kind->apply(view, step.parameters, random, scratch);
        }
    }
}

}  // namespace seekbench
