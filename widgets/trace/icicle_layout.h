// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QtCore/QRectF>

namespace seekbench {

// Where a node of an icicle lies.
struct IcicleBlock {
    std::uint32_t node;
    QRectF rect;
};

// The nodes around `root` as wide as the area, below it its descendants as wide as their part of it, a line each; what is narrower than a
// pixel or below the area is left out. Nodes have parent, firstChild and nextSibling (0: none; the root at 0 is its own parent),
// `sizeOf(node)` their size, and no children are larger together than their parent.
template <class Node, class Size>
std::vector<IcicleBlock> icicleBlocks(const std::vector<Node>& nodes, std::uint32_t root, const QRectF& area, double line, Size sizeOf) {
    std::vector<IcicleBlock> blocks;
    if (nodes.empty() || !(sizeOf(nodes[root]) > 0)) return blocks;
    std::vector<std::uint32_t> around;
    for (std::uint32_t node = root; node != 0; node = nodes[node].parent) around.push_back(nodes[node].parent);
    double y = area.top();
    for (auto node = around.rbegin(); node != around.rend(); ++node, y += line)
        blocks.push_back({*node, QRectF(area.left(), y, area.width(), line - 1)});
    const std::size_t first = blocks.size();
    blocks.push_back({root, QRectF(area.left(), y, area.width(), line - 1)});
    for (std::size_t i = first; i < blocks.size(); ++i) {
        const IcicleBlock block = blocks[i];
        const double whole = sizeOf(nodes[block.node]);
        double x = block.rect.left();
        for (std::uint32_t child = nodes[block.node].firstChild; child != 0 && whole > 0; child = nodes[child].nextSibling) {
            const double wide = block.rect.width() * sizeOf(nodes[child]) / whole;
            if (wide >= 1 && block.rect.top() + line < area.bottom())
                blocks.push_back({child, QRectF(x, block.rect.top() + line, wide, line - 1)});
            x += wide;
        }
    }
    return blocks;
}

}  // namespace seekbench
