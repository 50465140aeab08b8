// SPDX-License-Identifier: Apache-2.0
#pragma once

// Max-pooling of dense planes, with the place of the greatest as one byte. First the greatest of each column of a window's rows, a vector
// of columns at a time; then along the row. The first of equals wins and what is no number beats all, as in torch.

#include "gpu/kernels/loops/kernel_table.h"
#include "gpu/kernels/loops/lanes.h"

namespace seekbench {
namespace {

// The part of a window that lies inside, for one axis.
struct Span {
    std::int64_t begin, end, skipped;  // skipped: places of the window before `begin`
};
[[gnu::always_inline]] inline Span windowOf(const PoolShape& shape, int axis, std::int64_t out) {
    const std::int64_t start = out * shape.stride[axis] - shape.padding[axis], end = start + shape.kernel[axis];
    return {start < 0 ? 0 : start, end < shape.in[axis] ? end : shape.in[axis], start < 0 ? -start : 0};
}

// Two vectors of neighbours: those with even and with odd numbers.
template <class Vector>
[[gnu::always_inline]] inline Vector everySecond(Vector a, Vector b, std::int32_t from) {
    return __builtin_shuffle(a, b, laneNumbers() * 2 + from);
}

struct Column {
    Floats value;
    Ints place;
};
[[gnu::always_inline]] inline Column greaterColumn(Column first, Column second) {
    const Ints wins = (second.value > first.value) | (second.value != second.value);
    return {select(wins, second.value, first.value), wins ? second.place : first.place};
}

// Of the row of columns (value, row of the window · kernel width): out and where of one row.
inline void poolAlong(const PoolShape& shape, const float* value, const std::int32_t* place, float* out, std::uint8_t* where) {
    std::int64_t x = 0;
    if (shape.kernel[2] == 2 && shape.stride[2] == 2 && shape.padding[2] == 0) {
        // The scratch goes on beyond the row, so that the last vector may be read whole.
        const std::int64_t whole = shape.out[2] < shape.in[2] / 2 ? shape.out[2] : shape.in[2] / 2;
        for (; x < whole; x += kLanes) {
            const Floats a = load(value + 2 * x), b = load(value + 2 * x + kLanes);
            const Ints p = load<Ints>(place + 2 * x), q = load<Ints>(place + 2 * x + kLanes);
            const Floats even = everySecond(a, b, 0), odd = everySecond(a, b, 1);
            const Ints evenPlace = everySecond(p, q, 0), oddPlace = everySecond(p, q, 1) + 1;
            const Ints wins = (odd > even) | (odd != odd) | ((odd == even) & (oddPlace < evenPlace));
            const Bytes bytes = __builtin_convertvector(wins ? oddPlace : evenPlace, Bytes);
            storeSome(out + x, whole - x, select(wins, odd, even));
            if (whole - x >= kLanes)
                store(where + x, bytes);
            else
                for (std::int64_t i = 0; i < whole - x; ++i) where[x + i] = bytes[i];
        }
        x = whole;
    }
    for (; x < shape.out[2]; ++x) {
        const Span span = windowOf(shape, 2, x);
        float best = value[span.begin];
        std::int32_t bestPlace = place[span.begin] + static_cast<std::int32_t>(span.skipped);
        for (std::int64_t i = span.begin + 1; i < span.end; ++i) {
            const std::int32_t here = place[i] + static_cast<std::int32_t>(i - span.begin + span.skipped);
            if (value[i] > best || value[i] != value[i] || (value[i] == best && here < bestPlace)) {
                best = value[i];
                bestPlace = here;
            }
        }
        out[x] = best;
        where[x] = static_cast<std::uint8_t>(bestPlace);
    }
}

void maxPoolPlane(const PoolShape& shape, const float* in, float* out, std::uint8_t* where, float* scratch) {
    const std::int64_t width = shape.in[2];
    float* value = scratch;
    std::int32_t* place = reinterpret_cast<std::int32_t*>(scratch + width + 2 * kLanes);
    for (std::int64_t z = 0; z < shape.out[0]; ++z)
        for (std::int64_t y = 0; y < shape.out[1]; ++y, out += shape.out[2], where += shape.out[2]) {
            const Span deep = windowOf(shape, 0, z), high = windowOf(shape, 1, y);
            const auto rowPlace = [&](std::int64_t d, std::int64_t h) {
                const std::int64_t row = (d - deep.begin + deep.skipped) * shape.kernel[1] + h - high.begin + high.skipped;
                return static_cast<std::int32_t>(row * shape.kernel[2]);
            };
            for (std::int64_t x = 0; x < width; x += kLanes) {
                const std::int64_t some = width - x;
                Column best{loadSome(in + (deep.begin * shape.in[1] + high.begin) * width + x, some, 0),
                            allInts(rowPlace(deep.begin, high.begin))};
                for (std::int64_t d = deep.begin; d < deep.end; ++d)
                    for (std::int64_t h = high.begin; h < high.end; ++h) {
                        if (d == deep.begin && h == high.begin) continue;
                        best = greaterColumn(best, {loadSome(in + (d * shape.in[1] + h) * width + x, some, 0), allInts(rowPlace(d, h))});
                    }
                store(value + x, best.value);
                store(place + x, best.place);
            }
            poolAlong(shape, value, place, out, where);
        }
}

void maxPoolPlaneBackward(const PoolShape& shape, const float* outSlopes, const std::uint8_t* where, float* inSlopes) {
    const std::int64_t *in = shape.in, *kernel = shape.kernel;
    bool side = kernel[2] == 2, covered = true;
    for (int axis = 0; axis < 3; ++axis) {
        side = side && kernel[axis] == shape.stride[axis] && shape.padding[axis] == 0 && shape.out[axis] * kernel[axis] <= in[axis];
        covered = covered && shape.out[axis] * kernel[axis] == in[axis];
    }
    if (!side || !covered)
        for (std::int64_t i = 0; i < shape.inPlane(); ++i) inSlopes[i] = 0;
    for (std::int64_t z = 0; z < shape.out[0]; ++z)
        for (std::int64_t y = 0; y < shape.out[1]; ++y, outSlopes += shape.out[2], where += shape.out[2]) {
            std::int64_t x = 0;
            if (side)  // windows lie side by side: each writes its own places
                for (; x < shape.out[2]; x += kLanes) {
                    const std::int64_t some = shape.out[2] - x;
                    const Floats slope = loadSome(outSlopes + x, some, 0);
                    Bytes places{};
                    if (some >= kLanes)
                        places = load<Bytes>(where + x);
                    else
                        for (std::int64_t i = 0; i < some; ++i) places[i] = where[x + i];
                    const Ints place = __builtin_convertvector(places, Ints);
                    for (std::int64_t row = 0; row < kernel[0] * kernel[1]; ++row) {
                        const auto first = static_cast<std::int32_t>(2 * row);
                        const Floats even = select(place == first, slope, Floats{}), odd = select(place == first + 1, slope, Floats{});
                        float* to =
                            inSlopes + ((z * kernel[0] + row / kernel[1]) * in[1] + y * kernel[1] + row % kernel[1]) * in[2] + 2 * x;
                        const Ints half = (laneNumbers() >> 1) + (laneNumbers() & 1) * static_cast<std::int32_t>(kLanes);
                        storeSome(to, 2 * some, __builtin_shuffle(even, odd, half));
                        if (2 * some > kLanes)
                            storeSome(to + kLanes, 2 * some - kLanes,
                                      __builtin_shuffle(even, odd, half + static_cast<std::int32_t>(kLanes / 2)));
                    }
                }
            for (; x < shape.out[2]; ++x) {
                const std::int64_t width = kernel[2], row = where[x] / width;
                const std::int64_t d = z * shape.stride[0] - shape.padding[0] + row / kernel[1];
                const std::int64_t h = y * shape.stride[1] - shape.padding[1] + row % kernel[1];
                const std::int64_t w = x * shape.stride[2] - shape.padding[2] + where[x] % width;
                inSlopes[(d * in[1] + h) * in[2] + w] += outSlopes[x];
            }
        }
}

}  // namespace
}  // namespace seekbench
