// SPDX-License-Identifier: Apache-2.0

// Augmentations that move pictures: flips, crops, rotation. Picture, mask and boxes move together.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/data/augmentation/kinds.h"

namespace seekbench {
namespace {

constexpr Parameter<bool> kHorizontal{"horizontal"}, kVertical{"vertical"}, kDepth{"depth"};
constexpr Parameter<double> kProbability{"probability"}, kAngle{"angle"}, kScale{"scale"};
constexpr Parameter<std::int64_t> kPadding{"padding"};

// --- flip ---

// Turns the positions around along `axis` (0: depth, 1: height, 2: width).
template <class Number>
void flip(std::span<Number> plane, const std::array<std::int64_t, 3>& extents, std::size_t axis) {
    const auto [depth, height, width] = extents;
    const auto position = [&](std::int64_t z, std::int64_t y) { return plane.begin() + (z * height + y) * width; };
    if (axis == 2) {
        for (std::int64_t row = 0; row < depth * height; ++row) std::reverse(position(0, row), position(0, row) + width);
    } else if (axis == 1) {
        for (std::int64_t z = 0; z < depth; ++z)
            for (std::int64_t y = 0; y < height / 2; ++y)
                std::swap_ranges(position(z, y), position(z, y) + width, position(z, height - 1 - y));
    } else {
        for (std::int64_t z = 0; z < depth / 2; ++z)
            std::swap_ranges(position(z, 0), position(z, 0) + height * width, position(depth - 1 - z, 0));
    }
}

// Calls `work(one channel of a picture)` for all of them.
template <class Work>
void forEachPlane(SampleView& sample, Work work) {
    for (SampleView::Input& input : sample.inputs) {
        if (!input.isPicture) continue;
        const std::size_t length = input.values.size() / static_cast<std::size_t>(input.channels);
        for (std::size_t at = 0; at < input.values.size(); at += length) work(input.values.subspan(at, length));
    }
}

void applyFlip(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch&) {
    const bool wanted[] = {parameters[kDepth], parameters[kVertical], parameters[kHorizontal]};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (!(double{random.unit()} < parameters[kProbability]) || !wanted[axis]) continue;
        forEachPlane(sample, [&](std::span<float> plane) { flip(plane, sample.extents, axis); });
        if (!sample.mask.empty()) flip(sample.mask, sample.extents, axis);
        if (axis == 0) continue;
        const std::size_t column = axis == 2 ? 1 : 2;  // of the box: its centre's x or y
        for (std::size_t row = 0; row + 5 <= sample.boxes.size(); row += 5)
            if (sample.boxes[row] >= 0) sample.boxes[row + column] = 1 - sample.boxes[row + column];
    }
}

// --- crop ---

// Moves `plane` by `shift`; what comes in from outside is 0.
template <class Number>
void shiftPlane(std::span<Number> plane, std::vector<Number>& copy, const std::array<std::int64_t, 3>& extents,
                const std::array<std::int64_t, 3>& shift) {
    const auto [depth, height, width] = extents;
    copy.assign(plane.begin(), plane.end());
    std::ranges::fill(plane, Number{});
    const std::int64_t from = std::max<std::int64_t>(0, shift[2]), length = width - std::abs(shift[2]);
    if (length <= 0) return;
    for (std::int64_t z = 0; z < depth; ++z)
        for (std::int64_t y = 0; y < height; ++y) {
            const std::int64_t sourceZ = z + shift[0], sourceY = y + shift[1];
            if (sourceZ < 0 || sourceZ >= depth || sourceY < 0 || sourceY >= height) continue;
            std::copy_n(copy.begin() + (sourceZ * height + sourceY) * width + from, length,
                        plane.begin() + (z * height + y) * width + std::max<std::int64_t>(0, -shift[2]));
        }
}

// Moves a box and cuts it at the border; one of which less than a quarter is left goes.
void shiftBox(std::span<float> box, const SampleView& sample, const std::array<std::int64_t, 3>& shift) {
    if (box[0] < 0) return;
    float share = 1;
    for (const auto& [centre, extent, axis] : {std::tuple{1, 3, 2}, std::tuple{2, 4, 1}}) {
        const auto c = static_cast<std::size_t>(centre), e = static_cast<std::size_t>(extent), a = static_cast<std::size_t>(axis);
        const float moved = box[c] - static_cast<float>(shift[a]) / static_cast<float>(sample.extents[a]);
        const float low = std::max(0.0f, moved - box[e] / 2), high = std::min(1.0f, moved + box[e] / 2);
        share *= box[e] > 0 ? std::max(0.0f, high - low) / box[e] : 0.0f;
        box[c] = (low + high) / 2;
        box[e] = std::max(0.0f, high - low);
    }
    constexpr float kLeast = 0.25f;
    if (share >= kLeast) return;
    std::ranges::fill(box, 0.0f);
    box[0] = -1;
}

void applyCrop(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch& scratch) {
    const std::int64_t padding = parameters[kPadding];
    std::array<std::int64_t, 3> shift{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        shift[axis] = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(2 * padding) + 1)) - padding;
    if (sample.extents[0] == 1) shift[0] = 0;  // a picture has no depth to move in
    if (shift == std::array<std::int64_t, 3>{}) return;
    forEachPlane(sample, [&](std::span<float> plane) { shiftPlane(plane, scratch.picture, sample.extents, shift); });
    if (!sample.mask.empty()) shiftPlane(sample.mask, scratch.mask, sample.extents, shift);
    for (std::size_t row = 0; row + 5 <= sample.boxes.size(); row += 5) shiftBox(sample.boxes.subspan(row, 5), sample, shift);
}

// --- rotation ---

void applyRotateScale(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch& scratch) {
    const float angle = static_cast<float>(parameters[kAngle] * std::numbers::pi / 180) * random.symmetric();
    const float scale = 1 + static_cast<float>(parameters[kScale]) * random.symmetric();
    if (angle == 0 && scale == 1) return;
    const float cosine = std::cos(angle) / scale, sine = std::sin(angle) / scale;
    const auto [depth, height, width] = sample.extents;
    const auto positions = static_cast<std::size_t>(depth * height * width);
    for (auto& axis : scratch.coordinates) axis.resize(positions);
    const float middleY = static_cast<float>(height - 1) / 2, middleX = static_cast<float>(width - 1) / 2;
    std::size_t at = 0;
    for (std::int64_t z = 0; z < depth; ++z)
        for (std::int64_t y = 0; y < height; ++y)
            for (std::int64_t x = 0; x < width; ++x, ++at) {
                const float down = static_cast<float>(y) - middleY, right = static_cast<float>(x) - middleX;
                scratch.coordinates[0][at] = static_cast<float>(z);
                scratch.coordinates[1][at] = middleY + cosine * down - sine * right;
                scratch.coordinates[2][at] = middleX + sine * down + cosine * right;
            }
    resample(sample, scratch);
}

// --- taking pictures from other places ---

// A coordinate between two positions of an axis.
struct Between {
    std::int64_t low, high;
    float share;
};
Between between(float coordinate, std::int64_t extent) {
    const float inside = std::clamp(coordinate, 0.0f, static_cast<float>(extent - 1));
    const auto low = static_cast<std::int64_t>(inside);
    return {low, std::min(low + 1, extent - 1), inside - static_cast<float>(low)};
}

}  // namespace

void resample(SampleView& sample, AugmentationScratch& scratch) {
    const auto [depth, height, width] = sample.extents;
    const auto& [deep, down, right] = scratch.coordinates;
    const auto positions = static_cast<std::size_t>(depth * height * width);
    forEachPlane(sample, [&](std::span<float> plane) {
        scratch.picture.assign(plane.begin(), plane.end());
        const float* from = scratch.picture.data();
        for (std::size_t at = 0; at < positions; ++at) {
            const Between y = between(down[at], height), x = between(right[at], width);
            const auto ofSlice = [&](std::int64_t z) {
                const float *upper = from + (z * height + y.low) * width, *lower = from + (z * height + y.high) * width;
                const float above = upper[x.low] + x.share * (upper[x.high] - upper[x.low]),
                            below = lower[x.low] + x.share * (lower[x.high] - lower[x.low]);
                return above + y.share * (below - above);
            };
            if (depth == 1) {
                plane[at] = ofSlice(0);
            } else {
                const Between z = between(deep[at], depth);
                const float front = ofSlice(z.low);
                plane[at] = z.share == 0 ? front : front + z.share * (ofSlice(z.high) - front);
            }
        }
    });
    if (sample.mask.empty()) return;
    scratch.mask.assign(sample.mask.begin(), sample.mask.end());
    const auto nearest = [](float coordinate, std::int64_t extent) {
        return std::clamp(static_cast<std::int64_t>(std::floor(coordinate + 0.5f)), std::int64_t{0}, extent - 1);
    };
    for (std::size_t at = 0; at < positions; ++at)
        sample.mask[at] = scratch.mask[static_cast<std::size_t>(
            ((depth == 1 ? 0 : nearest(deep[at], depth)) * height + nearest(down[at], height)) * width + nearest(right[at], width))];
}

AugmentationKind flipKind() {
    return {.kind = {"flip",
                     phrase("Flip"),
                     phrase("Mirrors pictures along the axes that are chosen."),
                     {specOf(kHorizontal, phrase("Left and right"), phrase("Mirrors along the width."), true),
                      specOf(kVertical, phrase("Top and bottom"), phrase("Mirrors along the height."), false),
                      specOf(kDepth, phrase("Front and back"), phrase("Mirrors a volume along its slices."), false),
                      specOf(kProbability, phrase("Probability"), phrase("How often, for each axis."), 0.5, 0, 1)}},
            .moves = true,
            .apply = applyFlip};
}

AugmentationKind cropKind() {
    return {.kind = {"crop",
                     phrase("Shifted crop"),
                     phrase("Adds zeros around the picture and cuts its size out of that at a random place."),
                     {specOf(kPadding, phrase("Padding"), phrase("Zeros added at each side, and so the longest shift."), 4, 0, 1024,
                             phrase("pixels"))}},
            .moves = true,
            .apply = applyCrop};
}

AugmentationKind rotateScaleKind() {
    return {.kind = {"rotate_scale",
                     phrase("Rotation and scale"),
                     phrase("Turns and scales pictures, and volumes within their slices, around the middle."),
                     {specOf(kAngle, phrase("Angle"), phrase("The largest turn, to either side."), 10.0, 0, 180, phrase("degrees")),
                      specOf(kScale, phrase("Scale"), phrase("The largest change of the size, as a share of it."), 0.1, 0, 0.9)}},
            .moves = true,
            .keepsBoxes = false,
            .apply = applyRotateScale};
}

}  // namespace seekbench
