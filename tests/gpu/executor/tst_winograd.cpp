// SPDX-License-Identifier: Apache-2.0
// Our Winograd against sums of products in double precision, over odd shapes, both schedules, and one to three threads.

#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>
#include <omp.h>

#include "gpu/executor/loops/winograd.h"

namespace seekbench::executor {
namespace {

constexpr std::int64_t kLanes = WinogradShape::kLanes;

// Numbers of a dense tensor, where each lies in blocks of eight channels.
struct Images {
    std::int64_t count, channels;
    std::array<std::int64_t, 3> extent;
    std::vector<float> numbers = std::vector<float>(static_cast<std::size_t>(count * channels * extent[0] * extent[1] * extent[2]));

    float& at(std::int64_t n, std::int64_t c, std::int64_t z, std::int64_t y, std::int64_t x) {
        const std::int64_t place = (((n * (channels / kLanes) + c / kLanes) * extent[0] + z) * extent[1] + y) * extent[2] + x;
        return numbers[static_cast<std::size_t>(place * kLanes + c % kLanes)];
    }
    bool isWithin(std::int64_t z, std::int64_t y, std::int64_t x) const {
        return z >= 0 && z < extent[0] && y >= 0 && y < extent[1] && x >= 0 && x < extent[2];
    }
};

struct Filters {
    std::int64_t out, in, taps;
    bool inputsInnermost = false;
    std::vector<float> numbers = std::vector<float>(static_cast<std::size_t>(out * in * taps * 9));

    float& at(std::int64_t k, std::int64_t c, std::int64_t z, std::int64_t y, std::int64_t x) {
        const std::int64_t block = (((k / kLanes * (in / kLanes) + c / kLanes) * taps + z) * 3 + y) * 3 + x;
        const std::int64_t lane = inputsInnermost ? k % kLanes * kLanes + c % kLanes : c % kLanes * kLanes + k % kLanes;
        return numbers[static_cast<std::size_t>(block * kLanes * kLanes + lane)];
    }
};

void draw(std::vector<float>& numbers, std::mt19937& generator) {
    std::normal_distribution<float> normal;
    for (float& number : numbers) number = normal(generator);
}

class WinogradShapes : public testing::TestWithParam<std::tuple<WinogradShape, int>> {};

// visit(output place, weight place, input place) of every product.
template <class Visit>
void forProducts(const WinogradShape& shape, const Images& in, const Visit& visit) {
    for (std::int64_t n = 0; n < shape.images; ++n)
        for (std::int64_t z = 0; z < shape.out[0]; ++z)
            for (std::int64_t y = 0; y < shape.out[1]; ++y)
                for (std::int64_t x = 0; x < shape.out[2]; ++x)
                    for (std::int64_t d = 0; d < shape.taps; ++d)
                        for (std::int64_t i = 0; i < 3; ++i)
                            for (std::int64_t j = 0; j < 3; ++j) {
                                const std::int64_t from[] = {z + d - shape.padding[0], y + i - shape.padding[1], x + j - shape.padding[2]};
                                if (in.isWithin(from[0], from[1], from[2])) visit(n, z, y, x, d, i, j, from);
                            }
}

double farthest(const std::vector<float>& got, const std::vector<double>& expected) {
    double off = 0, most = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        off = std::max(off, std::isfinite(got[i]) ? std::abs(got[i] - expected[i]) : 1e300);
        most = std::max(most, std::abs(expected[i]));
    }
    return off / most;
}

TEST_P(WinogradShapes, computesAllThreeDirections) {
    const auto& [shape, threads] = GetParam();
    omp_set_num_threads(threads);
    std::mt19937 generator(3);
    const std::int64_t inChannels = shape.inBlocks * kLanes, outChannels = shape.outBlocks * kLanes;
    Images in{shape.images, inChannels, shape.in}, out{shape.images, outChannels, shape.out};
    Filters filters{outChannels, inChannels, shape.taps}, turned{outChannels, inChannels, shape.taps, true}, filterSlopes = filters;
    std::vector<float> bias(static_cast<std::size_t>(outChannels)), biasSlopes = bias;
    Images slopes = out, inSlopes = in;
    for (auto* numbers : {&in.numbers, &filters.numbers, &bias, &slopes.numbers}) draw(*numbers, generator);
    for (std::int64_t k = 0; k < outChannels; ++k)
        for (std::int64_t c = 0; c < inChannels; ++c)
            for (std::int64_t place = 0; place < shape.taps * 9; ++place)
                turned.at(k, c, place / 9, place / 3 % 3, place % 3) = filters.at(k, c, place / 9, place / 3 % 3, place % 3);

    // Everything that is lent holds what no kernel has written.
    const Winograd forth(shape, threads), back(shape.reversed(), threads);
    std::vector<float> scratch(static_cast<std::size_t>(std::max(forth.convolveFloats(), forth.gradientFloats())), NAN);
    std::vector<float> backScratch(static_cast<std::size_t>(back.convolveFloats()), NAN);
    forth.convolve(in.numbers.data(), filters.numbers.data(), bias.data(), true, out.numbers.data(), scratch.data());
    forth.weightGradient(in.numbers.data(), slopes.numbers.data(), filterSlopes.numbers.data(), scratch.data());
    forth.biasGradient(slopes.numbers.data(), biasSlopes.data());
    back.convolve(slopes.numbers.data(), turned.numbers.data(), nullptr, false, inSlopes.numbers.data(), backScratch.data());

    std::vector<double> sums(out.numbers.size()), inSums(in.numbers.size()), filterSums(filters.numbers.size()), biasSums(bias.size());
    forProducts(shape, in, [&](auto n, auto z, auto y, auto x, auto d, auto i, auto j, auto from) {
        for (std::int64_t k = 0; k < outChannels; ++k) {
            double& sum = sums[static_cast<std::size_t>(&out.at(n, k, z, y, x) - out.numbers.data())];
            const double slope = slopes.at(n, k, z, y, x);
            for (std::int64_t c = 0; c < inChannels; ++c) {
                float& number = in.at(n, c, from[0], from[1], from[2]);
                float& weight = filters.at(k, c, d, i, j);
                sum += double(number) * weight;
                inSums[static_cast<std::size_t>(&number - in.numbers.data())] += slope * weight;
                filterSums[static_cast<std::size_t>(&weight - filters.numbers.data())] += slope * number;
            }
        }
    });
    for (std::int64_t n = 0; n < shape.images; ++n)
        for (std::int64_t k = 0; k < outChannels; ++k)
            for (std::int64_t z = 0; z < shape.out[0]; ++z)
                for (std::int64_t y = 0; y < shape.out[1]; ++y)
                    for (std::int64_t x = 0; x < shape.out[2]; ++x) {
                        double& sum = sums[static_cast<std::size_t>(&out.at(n, k, z, y, x) - out.numbers.data())];
                        sum = std::max(0.0, sum + bias[static_cast<std::size_t>(k)]);
                        biasSums[static_cast<std::size_t>(k)] += slopes.at(n, k, z, y, x);
                    }
    // Single precision, and the transforms' factors up to 8 (twice).
    EXPECT_LT(farthest(out.numbers, sums), 3e-5);
    EXPECT_LT(farthest(inSlopes.numbers, inSums), 3e-5);
    EXPECT_LT(farthest(filterSlopes.numbers, filterSums), 3e-5);
    EXPECT_LT(farthest(biasSlopes, biasSums), 1e-6);
}

constexpr WinogradShape kShapes[] = {
    {.images = 2, .inBlocks = 1, .outBlocks = 3, .in = {1, 7, 9}, .out = {1, 7, 9}, .padding = {0, 1, 1}},
    {.images = 3, .inBlocks = 2, .outBlocks = 1, .in = {1, 6, 5}, .out = {1, 4, 3}, .padding = {0, 0, 0}},
    {.images = 1, .inBlocks = 1, .outBlocks = 2, .in = {1, 3, 1}, .out = {1, 5, 3}, .padding = {0, 2, 2}},
    {.images = 5, .inBlocks = 4, .outBlocks = 5, .in = {1, 17, 18}, .out = {1, 17, 18}, .padding = {0, 1, 1}},
    {.images = 2, .inBlocks = 9, .outBlocks = 11, .in = {1, 9, 10}, .out = {1, 9, 10}, .padding = {0, 1, 1}},    // few tiles, many filters
    {.images = 2, .inBlocks = 9, .outBlocks = 10, .in = {1, 29, 30}, .out = {1, 29, 30}, .padding = {0, 1, 1}},  // many of both
    {.images = 2, .inBlocks = 1, .outBlocks = 1, .in = {4, 5, 6}, .out = {4, 5, 6}, .padding = {1, 1, 1}, .taps = 3},
    {.images = 1, .inBlocks = 2, .outBlocks = 3, .in = {5, 6, 7}, .out = {3, 4, 5}, .padding = {0, 0, 0}, .taps = 3},
    {.images = 1, .inBlocks = 1, .outBlocks = 1, .in = {1, 4, 4}, .out = {3, 6, 6}, .padding = {2, 2, 2}, .taps = 3},
    {.images = 1, .inBlocks = 7, .outBlocks = 8, .in = {3, 8, 9}, .out = {3, 8, 9}, .padding = {1, 1, 1}, .taps = 3},
};

INSTANTIATE_TEST_SUITE_P(Shapes, WinogradShapes, testing::Combine(testing::ValuesIn(kShapes), testing::Values(1, 2, 3)));

}  // namespace
}  // namespace seekbench::executor
