// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/components.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace seekbench {

Components componentsOf(std::span<const std::uint8_t> mask, std::span<const std::int64_t> extents) {
    assert(!extents.empty() && extents.size() <= 3);
    // Missing leading extents are 1.
    std::array<std::int64_t, 3> size{1, 1, 1};
    std::ranges::copy(extents, size.end() - static_cast<std::ptrdiff_t>(extents.size()));
    assert(static_cast<std::int64_t>(mask.size()) == size[0] * size[1] * size[2]);

    Components result{std::vector<std::int32_t>(mask.size(), 0), 0};
    std::vector<std::int64_t> open;  // positions whose neighbours are still to be looked at; no recursion: a part may be the whole volume
    for (std::int64_t start = 0; start < static_cast<std::int64_t>(mask.size()); ++start) {
        if (mask[static_cast<std::size_t>(start)] == 0 || result.labels[static_cast<std::size_t>(start)] != 0) continue;
        const std::int32_t label = ++result.count;
        result.labels[static_cast<std::size_t>(start)] = label;
        open.push_back(start);
        while (!open.empty()) {
            const std::int64_t at = open.back();
            open.pop_back();
            const std::int64_t x = at % size[2], y = at / size[2] % size[1], z = at / (size[2] * size[1]);
            for (std::int64_t nz = std::max<std::int64_t>(z - 1, 0); nz <= std::min(z + 1, size[0] - 1); ++nz)
                for (std::int64_t ny = std::max<std::int64_t>(y - 1, 0); ny <= std::min(y + 1, size[1] - 1); ++ny)
                    for (std::int64_t nx = std::max<std::int64_t>(x - 1, 0); nx <= std::min(x + 1, size[2] - 1); ++nx) {
                        const auto next = static_cast<std::size_t>((nz * size[1] + ny) * size[2] + nx);
                        if (mask[next] == 0 || result.labels[next] != 0) continue;
                        result.labels[next] = label;
                        open.push_back(static_cast<std::int64_t>(next));
                    }
        }
    }
    return result;
}

}  // namespace seekbench
