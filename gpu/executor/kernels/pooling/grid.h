// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "gpu/executor/tensor.h"

namespace seekbench::executor {

// How the channels of a picture or volume lie: `inner` of them beside each other, `outer` such groups per sample.
struct Grid {
    std::int64_t samples = 1, outer = 1, inner = 1;
    std::int64_t extent[3] = {1, 1, 1};  // depth, height, width
    std::int64_t sample = 0, group = 0;  // distances in memory
    std::int64_t step[3] = {0, 0, 0};

    // Nothing: in some other way.
    static std::optional<Grid> of(const Layout& layout) {
        const auto& description = layout.data;
        const auto& blocking = description.format_desc.blocking;
        const int spatial = description.ndims - 2;
        if (description.format_kind != dnnl_blocked || blocking.inner_nblks > 1 || spatial < 1 || spatial > 3) return std::nullopt;
        if (blocking.inner_nblks == 1 && (blocking.inner_idxs[0] != 1 || (blocking.inner_blks[0] != 8 && blocking.inner_blks[0] != 16)))
            return std::nullopt;
        Grid grid;
        grid.samples = description.dims[0];
        grid.sample = blocking.strides[0];
        grid.group = blocking.strides[1];
        for (int axis = 0; axis < spatial; ++axis) {
            grid.extent[3 - spatial + axis] = description.dims[2 + axis];
            grid.step[3 - spatial + axis] = blocking.strides[2 + axis];
        }
        if (blocking.inner_nblks == 1) {
            grid.inner = blocking.inner_blks[0];
            grid.outer = description.padded_dims[1] / grid.inner;
        } else if (blocking.strides[1] == 1 && description.dims[1] > 1) {
            grid.inner = description.dims[1];
        } else {
            grid.outer = description.dims[1];
        }
        return grid;
    }
    std::int64_t at(const std::int64_t (&place)[3]) const { return place[0] * step[0] + place[1] * step[1] + place[2] * step[2]; }
};

// The same layout for other sizes.
inline Layout likewise(const Layout& layout, const Grid& grid, const Sizes& sizes) {
    if (grid.inner == 1) return plainLayout(sizes);
    if (layout.data.format_desc.blocking.inner_nblks == 0) return channelsLastLayout(sizes);
    using Tag = dnnl::memory::format_tag;
    static constexpr Tag kEight[] = {Tag::nCw8c, Tag::nChw8c, Tag::nCdhw8c}, kSixteen[] = {Tag::nCw16c, Tag::nChw16c, Tag::nCdhw16c};
    return Layout(sizes, dnnl::memory::data_type::f32, (grid.inner == 8 ? kEight : kSixteen)[sizes.size() - 3]);
}

}  // namespace seekbench::executor
