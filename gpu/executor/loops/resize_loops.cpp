// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/resize_loops.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "gpu/executor/loops/row_loops.h"

namespace seekbench::executor {

// As PyTorch does, in single precision: dividing whole numbers would differ where 1 / factor is rounded down.
ResizeAxis ResizeAxis::nearest(std::int64_t in, std::int64_t factor) {
    ResizeAxis axis;
    const auto step = static_cast<float>(1.0 / static_cast<double>(factor));
    for (std::int64_t i = 0; i < in * factor; ++i) {
        std::int64_t place = std::min(static_cast<std::int64_t>(std::floor(static_cast<float>(i) * step)), in - 1);
        if (factor <= 2) place = i / factor;
        axis.sources.push_back({place, place, 1, 0});
    }
    axis.findReaders(in);
    return axis;
}

ResizeAxis ResizeAxis::linear(std::int64_t in, std::int64_t factor, bool alignCorners) {
    ResizeAxis axis;
    const std::int64_t out = in * factor;
    const double step = !alignCorners ? 1.0 / static_cast<double>(factor)
                        : out > 1     ? static_cast<double>(in - 1) / static_cast<double>(out - 1)
                                      : 0.0;
    for (std::int64_t i = 0; i < out; ++i) {
        const double at = alignCorners ? static_cast<double>(i) * step : std::max(0.0, (static_cast<double>(i) + 0.5) * step - 0.5);
        const std::int64_t low = std::min(static_cast<std::int64_t>(at), in - 1), high = std::min(low + 1, in - 1);
        const auto share = static_cast<float>(at - static_cast<double>(low));
        axis.sources.push_back({low, high, 1 - share, share});
    }
    axis.findReaders(in);
    return axis;
}

void ResizeAxis::findReaders(std::int64_t in) {
    first.assign(static_cast<std::size_t>(in), out());
    end.assign(static_cast<std::size_t>(in), 0);
    for (std::int64_t i = 0; i < out(); ++i)
        for (const std::int64_t place : {at(i).low, at(i).high}) {
            first[static_cast<std::size_t>(place)] = std::min(first[static_cast<std::size_t>(place)], i);
            end[static_cast<std::size_t>(place)] = std::max(end[static_cast<std::size_t>(place)], i + 1);
        }
}

void lengthenRow(const ResizeAxis& axis, const float* in, float* out, std::int64_t inner) {
    for (std::int64_t i = 0; i < axis.out(); ++i) {
        const ResizeAxis::Source& source = axis.at(i);
        const float *low = in + source.low * inner, *high = in + source.high * inner;
        if (inner == 1) {
            out[i] = source.highShare == 0 ? *low : source.lowShare * *low + source.highShare * *high;
        } else if (source.highShare == 0) {
            std::memcpy(out + i * inner, low, static_cast<std::size_t>(inner) * sizeof(float));
        } else {
            scaleRow(out + i * inner, low, source.lowShare, inner);
            addScaledRow(out + i * inner, high, source.highShare, inner);
        }
    }
}

void lengthenRowBack(const ResizeAxis& axis, const float* outSlopes, float* inSlopes, std::int64_t inner) {
    for (std::int64_t place = 0; place < axis.in(); ++place) {
        float* to = inSlopes + place * inner;
        std::fill_n(to, inner, 0.0f);
        for (std::int64_t i = axis.firstOf(place); i < axis.endOf(place); ++i) {
            const float share = axis.at(i).shareOf(place);
            if (inner == 1)
                *to += share * outSlopes[i];
            else
                addScaledRow(to, outSlopes + i * inner, share, inner);
        }
    }
}

}  // namespace seekbench::executor
