// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/change_tree.h"

#include <algorithm>
#include <map>

namespace seekbench {

std::vector<ChangeNode> changeTree(const Difference& layers) {
    std::vector<ChangeNode> nodes{ChangeNode{}};
    nodes[0].verdict = layers.step.verdict;
    std::map<std::pair<std::string, std::string>, const DifferenceRow*> rows;  // path and phase; outer paths come before inner ones
    for (const DifferenceRow& row : layers.rows) rows.emplace(std::pair(row.node, row.name), &row);
    std::map<std::string, std::uint32_t> places{{"", 0}};
    for (const auto& [key, row] : rows) {
        const auto& [path, phase] = key;
        if (path.empty() && phase.empty()) continue;  // what has no layer hangs below the root by its phases
        const std::size_t slash = path.rfind('/');
        const std::string outer = !phase.empty() ? path : slash == std::string::npos ? std::string() : path.substr(0, slash);
        const auto parent = places.find(outer);
        if (parent == places.end()) continue;
        ChangeNode node{.name = !phase.empty() ? phase : path.substr(slash == std::string::npos ? 0 : slash + 1),
                        .path = path,
                        .isPhase = !phase.empty(),
                        .parent = parent->second,
                        .depth = nodes[parent->second].depth + 1,
                        .before = row->before,
                        .after = row->after,
                        .extent = std::max(row->before, row->after),
                        .verdict = row->verdict};
        if (node.parent == 0) {
            nodes[0].before += row->before;
            nodes[0].after += row->after;
        }
        if (phase.empty()) places.emplace(path, static_cast<std::uint32_t>(nodes.size()));
        nodes.push_back(std::move(node));
    }
    nodes[0].extent = std::max(nodes[0].before, nodes[0].after);
    std::vector<double> inside(nodes.size());
    for (std::size_t i = nodes.size(); i-- > 0;) {  // children stand behind their parents
        nodes[i].extent = std::max(nodes[i].extent, inside[i]);
        if (i > 0) inside[nodes[i].parent] += nodes[i].extent;
    }
    std::vector<std::uint32_t> bySize;
    for (std::uint32_t i = 1; i < nodes.size(); ++i) bySize.push_back(i);
    std::ranges::stable_sort(bySize, {}, [&](std::uint32_t i) { return nodes[i].extent; });
    for (const std::uint32_t i : bySize) {  // linked in at the front, the smallest first
        nodes[i].nextSibling = nodes[nodes[i].parent].firstChild;
        nodes[nodes[i].parent].firstChild = i;
    }
    return nodes;
}

}  // namespace seekbench
