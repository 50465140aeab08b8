// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/flame.h"

#include <algorithm>
#include <unordered_map>

namespace seekbench {
namespace {

// The tree while it grows: a child is found by its parent's place and its name's number.
class Growing {
public:
    std::vector<FlameNode> nodes{FlameNode{}};

    std::uint32_t child(std::uint32_t parent, std::uint32_t name, std::string_view text) {
        const auto [place, fresh] = m_children.try_emplace(std::uint64_t{parent} << 32 | name, static_cast<std::uint32_t>(nodes.size()));
        if (fresh) nodes.push_back({.name = std::string(text), .parent = parent, .depth = nodes[parent].depth + 1});
        return place->second;
    }

    // "block/3/conv1" in the phase forward: block → 3 → conv1 → forward.
    std::uint32_t layer(const Dictionary& words, const Scope& scope) {
        const auto [known, fresh] = m_layers.try_emplace(std::uint64_t{scope.node} << 8 | static_cast<std::uint64_t>(scope.phase), 0);
        if (!fresh) return known->second;
        std::string_view path = words.text(scope.node);
        std::uint32_t place = 0;
        while (!path.empty()) {
            const std::size_t slash = path.find('/');
            place = child(place, partId(path.substr(0, slash)), path.substr(0, slash));
            path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        }
        return known->second = child(place, partId(nameOf(scope.phase)), nameOf(scope.phase));
    }

private:
    // Parts of paths are no words of the dictionary.
    std::uint32_t partId(std::string_view part) {
        return m_parts.try_emplace(std::string(part), static_cast<std::uint32_t>(m_parts.size())).first->second;
    }
    std::unordered_map<std::uint64_t, std::uint32_t> m_children, m_layers;
    std::unordered_map<std::string, std::uint32_t> m_parts;
};

struct Visitor {
    const SliceColumns& slices;
    const Dictionary& words;
    const ScopeFilter& filter;
    const Attribution& attribution;
    TrackId track;
    FlameOrder order;
    Growing& tree;
    std::vector<std::uint32_t> places = {};  // by depth: where time goes
    std::vector<char> taken = {};

    void enter(std::uint32_t slice, std::uint32_t, std::uint32_t depth) {
        const Label& label = words.label(slices.labels()[slice]);
        const Scope& scope = attribution.of(track, slice);
        if (places.size() <= depth) {
            places.resize(depth + 1);
            taken.resize(depth + 1);
        }
        const std::uint32_t around = depth == 0 ? 0 : places[depth - 1];
        taken[depth] = filter.takes(scope);
        if (!taken[depth])
            places[depth] = around;
        else
            places[depth] =
                order == FlameOrder::Callers ? tree.child(around, label.name, words.text(label.name)) : tree.layer(words, scope);
        if (taken[depth]) ++tree.nodes[places[depth]].calls;
    }
    void self(std::uint32_t, std::uint32_t depth, std::int64_t from, std::int64_t to) {
        if (taken[depth]) tree.nodes[places[depth]].self += to - from;
    }
    void leave(std::uint32_t, std::uint32_t) {}
};

}  // namespace

std::vector<FlameNode> flameGraph(const Trace& trace, FlameOrder order, const TraceFilter& filter) {
    const ScopeFilter scopes(filter, trace.dictionary());
    const Attribution attribution(trace);
    Growing tree;
    for (const TrackId track : trace.tracks(TrackKind::Thread))
        sweep(trace.slices(track), filter.span, Visitor{trace.slices(track), trace.dictionary(), scopes, attribution, track, order, tree});
    std::vector<FlameNode>& nodes = tree.nodes;
    // Children stand behind their parents.
    for (std::size_t i = nodes.size(); i-- > 1;) {
        nodes[i].total += nodes[i].self;
        nodes[nodes[i].parent].total += nodes[i].total;
    }
    nodes[0].total += nodes[0].self;
    std::vector<std::uint32_t> bySize(nodes.size() - 1);
    for (std::uint32_t i = 0; i < bySize.size(); ++i) bySize[i] = i + 1;
    std::ranges::stable_sort(bySize, {}, [&](std::uint32_t i) { return nodes[i].total; });
    // Linked in at the front, the smallest first: the greatest is in front at last.
    for (const std::uint32_t i : bySize) {
        nodes[i].nextSibling = nodes[nodes[i].parent].firstChild;
        nodes[nodes[i].parent].firstChild = i;
    }
    return std::move(tree.nodes);
}

}  // namespace seekbench
