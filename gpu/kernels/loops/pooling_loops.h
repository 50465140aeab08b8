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

// The places of up to a vector of results, a byte each.
[[gnu::always_inline]] inline void storePlaces(std::uint8_t* to, std::int64_t count, Ints places) {
    const Bytes bytes = __builtin_convertvector(places, Bytes);
    if (count >= kLanes) return store(to, bytes);
    for (std::int64_t i = 0; i < count; ++i) to[i] = bytes[i];
}
[[gnu::always_inline]] inline Ints loadPlaces(const std::uint8_t* from, std::int64_t count) {
    Bytes bytes{};
    if (count >= kLanes)
        bytes = load<Bytes>(from);
    else
        for (std::int64_t i = 0; i < count; ++i) bytes[i] = from[i];
    return __builtin_convertvector(bytes, Ints);
}

struct Column {
    Floats value;
    Ints place;
};
[[gnu::always_inline]] inline Column greaterColumn(Column first, Column second) {
    const Ints wins = (second.value > first.value) | (second.value != second.value);
    return {select(wins, second.value, first.value), wins ? second.place : first.place};
}

// The row of columns (value, row of the window · kernel width) with the padding written out on its left, and enough beyond its right for
// whole vectors: out and where of one row.
inline void poolAlong(const PoolShape& shape, const float* value, const std::int32_t* place, float* out, std::uint8_t* where) {
    const std::int64_t stride = shape.stride[2];
    for (std::int64_t x = 0; x < shape.out[2]; x += kLanes) {
        const auto column = [&](std::int64_t i) {
            const std::int64_t first = x * stride + i;
            if (stride == 1) return Column{load(value + first), load<Ints>(place + first)};
            if (stride == 2)
                return Column{everySecond(load(value + first), load(value + first + kLanes), 0),
                              everySecond(load<Ints>(place + first), load<Ints>(place + first + kLanes), 0)};
            Column apart{};
            for (std::int64_t lane = 0; lane < kLanes && x + lane < shape.out[2]; ++lane) {
                apart.value[lane] = value[first + lane * stride];
                apart.place[lane] = place[first + lane * stride];
            }
            return apart;
        };
        Column best = column(0);
        for (std::int64_t i = 1; i < shape.kernel[2]; ++i) {
            Column next = column(i);
            next.place += static_cast<std::int32_t>(i);
            const Ints wins =
                (next.value > best.value) | (next.value != next.value) | ((next.value == best.value) & (next.place < best.place));
            best = {select(wins, next.value, best.value), wins ? next.place : best.place};
        }
        const std::int64_t some = shape.out[2] - x;
        storeSome(out + x, some, best.value);
        storePlaces(where + x, some, best.place);
    }
}

void maxPoolPlane(const PoolShape& shape, const float* in, float* out, std::uint8_t* where, float* scratch) {
    constexpr std::int32_t kNowhere = 1 << 20;  // a place that loses against all of the window
    const std::int64_t width = shape.in[2], padding = shape.padding[2], length = shape.scratch() / 2;
    float* value = scratch;
    std::int32_t* place = reinterpret_cast<std::int32_t*>(scratch + length);
    for (std::int64_t z = 0; z < shape.out[0]; ++z)
        for (std::int64_t y = 0; y < shape.out[1]; ++y, out += shape.out[2], where += shape.out[2]) {
            const Span deep = windowOf(shape, 0, z), high = windowOf(shape, 1, y);
            const auto rowPlace = [&](std::int64_t d, std::int64_t h) {
                const std::int64_t row = (d - deep.begin + deep.skipped) * shape.kernel[1] + h - high.begin + high.skipped;
                return static_cast<std::int32_t>(row * shape.kernel[2]);
            };
            for (std::int64_t x = 0; x < width; x += kLanes) {
                const std::int64_t some = width - x;
                Column best{loadSome(in + (deep.begin * shape.in[1] + high.begin) * width + x, some, -kInfinity),
                            allInts(rowPlace(deep.begin, high.begin))};
                for (std::int64_t d = deep.begin; d < deep.end; ++d)
                    for (std::int64_t h = high.begin; h < high.end; ++h) {
                        if (d == deep.begin && h == high.begin) continue;
                        best = greaterColumn(best,
                                             {loadSome(in + (d * shape.in[1] + h) * width + x, some, -kInfinity), allInts(rowPlace(d, h))});
                    }
                store(value + padding + x, best.value);
                store(place + padding + x, best.place);
            }
            const auto nothing = [&](std::int64_t from, std::int64_t to) {
                for (std::int64_t i = from; i < to; ++i) {
                    value[i] = -kInfinity;
                    place[i] = kNowhere;
                }
            };
            nothing(0, padding);
            nothing(padding + width, padding + width + shape.kernel[2]);
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
                    const Ints place = loadPlaces(where + x, some);
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

// Visits the windows of a row: visit(output position, first place, end, start of the window in the row).
template <class Visit>
[[gnu::always_inline]] inline void forWindows(const PoolRow& row, const Visit& visit) {
    for (std::int64_t x = 0; x < row.out; ++x) {
        const std::int64_t start = x * row.stride - row.padding, rest = row.in - start;
        visit(x, start < 0 ? -start : 0, rest < row.kernel ? rest : row.kernel, start);
    }
}

void maxPoolRow(const PoolRow& row, const float* in, float* out, std::uint8_t* where) {
    forWindows(row, [&](std::int64_t x, std::int64_t first, std::int64_t end, std::int64_t start) {
        for (std::int64_t channel = 0; channel < row.channels; channel += kLanes) {
            const std::int64_t some = row.channels - channel, at = x * row.outStep + channel;
            Column best{all(-kInfinity), allInts(row.places[0] + static_cast<std::int32_t>(first))};
            for (std::int64_t line = 0; line < row.lineCount; ++line) {
                const float* from = in + row.lines[line] + start * row.inStep + channel;
                for (std::int64_t i = first; i < end; ++i)
                    best = greaterColumn(
                        best, {loadSome(from + i * row.inStep, some, 0), allInts(row.places[line] + static_cast<std::int32_t>(i))});
            }
            storeSome(out + at, some, best.value);
            storePlaces(where + at, some, best.place);
        }
    });
}

template <bool adds>
inline void poolRowBack(const PoolRow& row, const float* outSlopes, const std::uint8_t* where, float* inSlopes) {
    forWindows(row, [&](std::int64_t x, std::int64_t first, std::int64_t end, std::int64_t start) {
        for (std::int64_t channel = 0; channel < row.channels; channel += kLanes) {
            const std::int64_t some = row.channels - channel, at = x * row.outStep + channel;
            const Floats slope = loadSome(outSlopes + at, some, 0);
            const Ints place = loadPlaces(where + at, some);
            for (std::int64_t line = 0; line < row.lineCount; ++line) {
                float* to = inSlopes + row.lines[line] + start * row.inStep + channel;
                for (std::int64_t i = first; i < end; ++i) {
                    const Floats share = select(place == row.places[line] + static_cast<std::int32_t>(i), slope, Floats{});
                    float* target = to + i * row.inStep;
                    storeSome(target, some, adds ? loadSome(target, some, 0) + share : share);
                }
            }
        }
    });
}
void maxPoolRowBackward(const PoolRow& row, const float* outSlopes, const std::uint8_t* where, float* inSlopes, bool adds) {
    adds ? poolRowBack<true>(row, outSlopes, where, inSlopes) : poolRowBack<false>(row, outSlopes, where, inSlopes);
}

}  // namespace
}  // namespace seekbench
