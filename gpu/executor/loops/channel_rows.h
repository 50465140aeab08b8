// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "gpu/executor/tensor.h"

namespace seekbench::executor {

// A tensor (batch, channels, …) as dense groups of rows: a row holds `inner` neighbouring channels of one position. Blocks of channels have
// a group for each sample and block, row-major tensors one for each sample and channel (then `inner` is 1 and a group is a plane), and
// channels last is a single group. A value.
struct ChannelRows {
    std::int64_t groups = 1, rows = 1, inner = 1;
    std::int64_t outer = 1;  // groups of a sample: group g begins with channel g % outer * inner

    // Nothing: it lies in some other way.
    static std::optional<ChannelRows> of(const Layout& layout) {
        const auto& description = layout.data;
        const auto& blocking = description.format_desc.blocking;
        if (description.format_kind != dnnl_blocked || description.ndims < 2 || blocking.inner_nblks > 1) return std::nullopt;
        if (blocking.inner_nblks == 1 && blocking.inner_idxs[0] != 1) return std::nullopt;
        const std::int64_t samples = description.dims[0], channels = description.dims[1];
        ChannelRows view;
        for (int axis = 2; axis < description.ndims; ++axis) view.rows *= description.dims[axis];
        if (blocking.inner_nblks == 1) {
            view.inner = blocking.inner_blks[0];
            view.outer = description.padded_dims[1] / view.inner;
        } else if (description.ndims == 2 || (layout != plainLayout(layout.dims()) && layout == channelsLastLayout(layout.dims()))) {
            view.inner = channels;
            view.rows *= samples;
            return view;
        } else if (layout == plainLayout(layout.dims())) {
            view.outer = channels;
        } else {
            return std::nullopt;
        }
        view.groups = samples * view.outer;
        return view;
    }

    std::int64_t groupSize() const { return rows * inner; }
    std::int64_t channels() const { return outer * inner; }  // with the padding of blocks
    std::int64_t channelOf(std::int64_t group) const { return group % outer * inner; }
    std::int64_t perChannel() const { return groups / outer * rows; }  // numbers of a channel
};

}  // namespace seekbench::executor
