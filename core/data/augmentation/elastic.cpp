// SPDX-License-Identifier: Apache-2.0

// Elastic deformation (Simard, Steinkraus and Platt 2003): every position takes its value from a place moved by a random displacement,
// uniform noise smoothed by a Gaussian, one field for each axis. The noise is drawn and smoothed on a grid whose step is half the
// Gaussian's deviation, where the smoothed field is already all but linear, and interpolated from there: on volumes hundreds of times
// fewer operations than at every voxel. Its strength is the root of the mean squared displacement along an axis, in pixels, which is known
// beforehand from the weights; Simard's alpha means another strength for each smoothness.

#include <algorithm>
#include <cmath>

#include "core/data/augmentation/kinds.h"

namespace seekbench {
namespace {

constexpr Parameter<double> kDisplacement{"displacement"}, kSmoothness{"smoothness"}, kProbability{"probability"};

using Extents = std::array<std::int64_t, 3>;

// Weights of a Gaussian of `deviation` grid steps, cut at three deviations, with sum 1.
std::vector<float> gaussian(double deviation) {
    const auto radius = static_cast<std::int64_t>(std::ceil(3 * deviation));
    std::vector<float> weights;
    double sum = 0;
    for (std::int64_t i = -radius; i <= radius; ++i) {
        weights.push_back(static_cast<float>(std::exp(-static_cast<double>(i * i) / (2 * deviation * deviation))));
        sum += double{weights.back()};
    }
    for (float& weight : weights) weight = static_cast<float>(double{weight} / sum);
    return weights;
}

// Smooths along one axis; the axis loses 2·radius points, which were there for this.
void smooth(std::vector<float>& field, std::vector<float>& out, Extents& extents, std::size_t axis, const std::vector<float>& weights) {
    Extents smaller = extents;
    smaller[axis] -= static_cast<std::int64_t>(weights.size()) - 1;
    const std::int64_t inner = axis == 2 ? 1 : axis == 1 ? extents[2] : extents[1] * extents[2];  // between neighbours on the axis
    const std::int64_t blocks = extents[0] * extents[1] * extents[2] / (extents[axis] * inner);
    out.assign(static_cast<std::size_t>(blocks * smaller[axis] * inner), 0.0f);
    for (std::int64_t block = 0; block < blocks; ++block)
        for (std::int64_t k = 0; k < static_cast<std::int64_t>(weights.size()); ++k) {
            const float* from = field.data() + (block * extents[axis] + k) * inner;
            float* to = out.data() + block * smaller[axis] * inner;
            const float weight = weights[static_cast<std::size_t>(k)];
            for (std::int64_t i = 0; i < smaller[axis] * inner; ++i) to[i] += weight * from[i];
        }
    field.swap(out);
    extents = smaller;
}

// Adds the displacement that `field`, on a grid of `grid` points `step` positions apart, has at each position to `coordinates`.
void addDisplacement(const std::vector<float>& field, const Extents& grid, std::int64_t step, const Extents& extents, float strength,
                     std::vector<float>& row, std::vector<float>& coordinates) {
    const auto at = [&](std::int64_t z, std::int64_t y) { return field.data() + (z * grid[1] + y) * grid[2]; };
    row.resize(static_cast<std::size_t>(grid[2]));
    const auto unit = 1.0f / static_cast<float>(step);
    float* out = coordinates.data();
    for (std::int64_t z = 0; z < extents[0]; ++z)
        for (std::int64_t y = 0; y < extents[1]; ++y) {
            const std::int64_t deep = std::min(z / step, grid[0] - 1), deeper = std::min(deep + 1, grid[0] - 1), low = y / step;
            const float shareZ = static_cast<float>(z % step) * unit, shareY = static_cast<float>(y % step) * unit;
            const float *a = at(deep, low), *b = at(deep, low + 1), *c = at(deeper, low), *d = at(deeper, low + 1);
            for (std::size_t x = 0; x < row.size(); ++x) {
                const float front = a[x] + shareY * (b[x] - a[x]), back = c[x] + shareY * (d[x] - c[x]);
                row[x] = strength * (front + shareZ * (back - front));
            }
            std::size_t first = 0;
            for (std::int64_t x = 0; x < extents[2]; x += step, ++first) {
                const float slope = (row[first + 1] - row[first]) * unit;
                const std::int64_t last = std::min(step, extents[2] - x);
                for (std::int64_t i = 0; i < last; ++i) *out++ += row[first] + static_cast<float>(i) * slope;
            }
        }
}

void applyElastic(SampleView& sample, const Parameters& parameters, Xoshiro256& random, AugmentationScratch& scratch) {
    const double displacement = parameters[kDisplacement], deviation = parameters[kSmoothness];
    if (!(double{random.unit()} < parameters[kProbability]) || displacement == 0) return;
    const bool volume = sample.extents[0] > 1;
    const std::int64_t step = std::max<std::int64_t>(1, static_cast<std::int64_t>(deviation / 2));
    const std::vector<float> weights = gaussian(deviation / static_cast<double>(step));
    const auto margin = static_cast<std::int64_t>(weights.size()) - 1;

    const auto positions = static_cast<std::size_t>(sample.extents[0] * sample.extents[1] * sample.extents[2]);
    for (auto& axis : scratch.coordinates) axis.resize(positions);
    std::size_t at = 0;
    for (std::int64_t z = 0; z < sample.extents[0]; ++z)
        for (std::int64_t y = 0; y < sample.extents[1]; ++y)
            for (std::int64_t x = 0; x < sample.extents[2]; ++x, ++at) {
                scratch.coordinates[0][at] = static_cast<float>(z);
                scratch.coordinates[1][at] = static_cast<float>(y);
                scratch.coordinates[2][at] = static_cast<float>(x);
            }

    // The deviation that uniform noise on [-1, 1) has after the smoothing.
    double squares = 0;
    for (const float weight : weights) squares += double{weight} * double{weight};
    const double noise = std::sqrt(1.0 / 3) * std::pow(std::sqrt(squares), volume ? 3 : 2);
    const auto strength = static_cast<float>(displacement / noise);
    for (std::size_t axis = volume ? 0 : 1; axis < 3; ++axis) {
        Extents grid{1, 0, 0};
        for (std::size_t i = volume ? 0 : 1; i < 3; ++i) grid[i] = (sample.extents[i] - 1) / step + 2 + margin;
        scratch.grid.resize(static_cast<std::size_t>(grid[0] * grid[1] * grid[2]));
        std::ranges::generate(scratch.grid, [&] { return random.symmetric(); });
        for (std::size_t i = volume ? 0 : 1; i < 3; ++i) smooth(scratch.grid, scratch.smoothed, grid, i, weights);
        addDisplacement(scratch.grid, grid, step, sample.extents, strength, scratch.row, scratch.coordinates[axis]);
    }
    resample(sample, scratch);
}

}  // namespace

AugmentationKind elasticKind() {
    return {.kind = {"elastic",
                     phrase("Elastic deformation"),
                     phrase("Moves every point by a smooth random displacement (Simard, Steinkraus and Platt 2003)."),
                     {specOf(kDisplacement, phrase("Displacement"), phrase("Root of the mean squared displacement along an axis."), 1.5, 0,
                             100, phrase("pixels")),
                      specOf(kSmoothness, phrase("Smoothness"), phrase("Standard deviation of the Gaussian that smooths it."), 4.0, 0.5, 64,
                             phrase("pixels")),
                      specOf(kProbability, phrase("Probability"), phrase("How often it is done."), 1.0, 0, 1)}},
            .moves = true,
            .keepsBoxes = false,
            .apply = applyElastic};
}

}  // namespace seekbench
