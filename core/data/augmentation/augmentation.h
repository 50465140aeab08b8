// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/random.h"

namespace seekbench {

// One sample of a batch while it is augmented, in place. Pictures (channels, height, width) and volumes (channels, depth, height, width)
// of equal extents are moved together, and with them the mask and the boxes.
struct SampleView {
    struct Input {
        std::span<float> values;
        std::int64_t channels = 1;
        bool isPicture = false;  // one that is moved
    };
    std::vector<Input> inputs;                     // those of real numbers
    std::array<std::int64_t, 3> extents{1, 1, 1};  // depth, height, width of the pictures
    std::span<std::int64_t> mask;                  // a class for each position of the picture; empty: none
    std::span<float> boxes;                        // rows of five, as TargetKind::Boxes; empty: none
};

// Memory that augmentations use again for the next sample.
struct AugmentationScratch {
    std::vector<float> picture, grid, smoothed, row;
    std::array<std::vector<float>, 3> coordinates;  // depth, height, width
    std::vector<std::int64_t> mask;
};

// The registry: an augmentation is a row here.
struct AugmentationKind {
    Kind kind;
    enum class Needs { Numbers, Pictures } needs = Needs::Pictures;
    bool moves = false;      // things change their places
    bool keepsBoxes = true;  // false: boxes around things would be wrong afterwards
    bool always = false;     // also for validation samples: it is a part of reading rather than a variation, such as normalisation
    // Draws from `random` alone; settings that say "no change" leave every bit as it is.
    void (*apply)(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch& scratch) = nullptr;
};
std::span<const AugmentationKind> augmentationKinds();
const AugmentationKind* findAugmentationKind(std::string_view id);

// Why samples of such a dataset cannot be augmented so; nothing: they can, or their shapes are not known before the files are open.
std::optional<Message> augmentationMisfit(const AugmentationKind& kind, const SampleSpec& spec);

// An Augmenter performs a list of augmentations on batches. A value; apply() is const and may run in any thread. What happens to a sample
// follows from (seed, epoch, its index) and nothing else: not from the batch it is in, nor from the threads. Gamma and rotation use
// functions of the mathematical library; the others are exact to the last bit on every machine.
class Augmenter {
public:
    enum class Use { Training, Validation };  // Validation: only those that are `always`
    // Errors: an unknown kind, wrong parameters, or samples that it does not fit.
    static Result<Augmenter> make(std::span<const Choice> choices, const SampleSpec& spec, Use use);

    bool isEmpty() const { return m_steps.empty(); }
    // `samples` are the indices of the samples in the batch.
    void apply(Batch& batch, std::span<const std::int64_t> samples, std::int64_t seed, std::int64_t epoch) const;

private:
    struct Step {
        const AugmentationKind* kind;
        Parameters parameters;
        std::uint64_t number;  // in the list, so that leaving one out does not change what others draw
    };
    std::vector<Step> m_steps;
    TargetKind m_target = TargetKind::Values;
};

}  // namespace seekbench
