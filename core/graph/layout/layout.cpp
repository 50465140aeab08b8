// SPDX-License-Identifier: Apache-2.0
#include "core/graph/layout/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

namespace seekbench {
namespace {

constexpr int kOrderSweeps = 12;
constexpr int kPlaceSweeps = 6;

// A node of the graph or, without a name, a dummy through which a long edge passes a layer.
struct Vertex {
    const std::string* name = nullptr;
    int layer = 0;
    double order = 0;  // place within its layer
    double x = 0;      // of its centre
    std::vector<int> above, below;
};

struct Drawing {
    std::vector<Vertex> vertices;
    std::vector<std::vector<int>> layers;  // vertex numbers from left to right
};

// Edges between distinct nodes that exist, each once, without those that close a cycle.
std::vector<std::pair<int, int>> forwardEdges(const Graph& graph, const std::map<std::string_view, int>& numbers) {
    std::set<std::pair<int, int>> all;
    for (const Edge& edge : graph.edges) {
        const auto from = numbers.find(edge.from.node), to = numbers.find(edge.to.node);
        if (from != numbers.end() && to != numbers.end() && from->second != to->second) all.insert({from->second, to->second});
    }
    std::vector<std::vector<int>> next(numbers.size());
    for (const auto& [from, to] : all) next[static_cast<std::size_t>(from)].push_back(to);

    // Depth first without recursion: graphs may be deep. An edge to a node that is still open leads back.
    enum class Mark { Unseen, Open, Done };
    std::vector<Mark> marks(numbers.size(), Mark::Unseen);
    std::vector<std::pair<int, int>> kept;
    for (int root = 0; root < static_cast<int>(numbers.size()); ++root) {
        std::vector<std::pair<int, std::size_t>> stack;
        if (marks[static_cast<std::size_t>(root)] == Mark::Unseen) stack.push_back({root, 0});
        while (!stack.empty()) {
            auto& [node, index] = stack.back();
            const auto& targets = next[static_cast<std::size_t>(node)];
            marks[static_cast<std::size_t>(node)] = Mark::Open;
            if (index == targets.size()) {
                marks[static_cast<std::size_t>(node)] = Mark::Done;
                stack.pop_back();
                continue;
            }
            const int target = targets[index++];
            if (marks[static_cast<std::size_t>(target)] == Mark::Open) continue;
            kept.push_back({node, target});
            if (marks[static_cast<std::size_t>(target)] == Mark::Unseen) stack.push_back({target, 0});
        }
    }
    return kept;
}

std::vector<int> longestPathLayers(std::size_t count, const std::vector<std::pair<int, int>>& edges) {
    std::vector<int> layers(count, 0), waiting(count, 0);
    std::vector<std::vector<int>> next(count);
    for (const auto& [from, to] : edges) {
        next[static_cast<std::size_t>(from)].push_back(to);
        ++waiting[static_cast<std::size_t>(to)];
    }
    std::vector<int> ready;
    for (std::size_t node = 0; node < count; ++node)
        if (waiting[node] == 0) ready.push_back(static_cast<int>(node));
    for (std::size_t i = 0; i < ready.size(); ++i)
        for (const int target : next[static_cast<std::size_t>(ready[i])]) {
            auto& layer = layers[static_cast<std::size_t>(target)];
            layer = std::max(layer, layers[static_cast<std::size_t>(ready[i])] + 1);
            if (--waiting[static_cast<std::size_t>(target)] == 0) ready.push_back(target);
        }
    return layers;
}

Drawing draw(const Graph& graph) {
    Drawing drawing;
    std::map<std::string_view, int> numbers;
    for (const auto& [name, node] : graph.nodes) {
        numbers.emplace(name, static_cast<int>(drawing.vertices.size()));
        drawing.vertices.push_back({.name = &name});
    }
    const auto edges = forwardEdges(graph, numbers);
    const auto layers = longestPathLayers(drawing.vertices.size(), edges);
    for (std::size_t i = 0; i < layers.size(); ++i) drawing.vertices[i].layer = layers[i];
    for (const auto& [from, to] : edges) {
        int above = from;
        for (int layer = layers[static_cast<std::size_t>(from)] + 1; layer <= layers[static_cast<std::size_t>(to)]; ++layer) {
            int below = to;
            if (layer < layers[static_cast<std::size_t>(to)]) {
                below = static_cast<int>(drawing.vertices.size());
                drawing.vertices.push_back({.layer = layer});
            }
            drawing.vertices[static_cast<std::size_t>(above)].below.push_back(below);
            drawing.vertices[static_cast<std::size_t>(below)].above.push_back(above);
            above = below;
        }
    }
    for (std::size_t i = 0; i < drawing.vertices.size(); ++i) {
        const auto layer = static_cast<std::size_t>(drawing.vertices[i].layer);
        if (layer >= drawing.layers.size()) drawing.layers.resize(layer + 1);
        drawing.vertices[i].order = static_cast<double>(drawing.layers[layer].size());
        drawing.layers[layer].push_back(static_cast<int>(i));
    }
    return drawing;
}

// Sorts one layer by the mean place of each vertex's neighbours in the layer swept from; those without keep their place.
void sortByBarycentre(Drawing& drawing, std::vector<int>& layer, bool downwards) {
    std::vector<std::pair<double, int>> keys;
    for (const int number : layer) {
        const Vertex& vertex = drawing.vertices[static_cast<std::size_t>(number)];
        const auto& neighbours = downwards ? vertex.above : vertex.below;
        double sum = 0;
        for (const int neighbour : neighbours) sum += drawing.vertices[static_cast<std::size_t>(neighbour)].order;
        keys.push_back({neighbours.empty() ? vertex.order : sum / static_cast<double>(neighbours.size()), number});
    }
    std::ranges::stable_sort(keys, {}, &std::pair<double, int>::first);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        layer[i] = keys[i].second;
        drawing.vertices[static_cast<std::size_t>(layer[i])].order = static_cast<double>(i);
    }
}

// Crossings between neighbouring layers, counted as inversions of the sorted edges.
std::int64_t crossings(const Drawing& drawing) {
    std::int64_t count = 0;
    for (const auto& layer : drawing.layers) {
        std::vector<double> targets;
        for (const int number : layer) {
            std::vector<double> own;
            for (const int below : drawing.vertices[static_cast<std::size_t>(number)].below)
                own.push_back(drawing.vertices[static_cast<std::size_t>(below)].order);
            std::ranges::sort(own);
            targets.insert(targets.end(), own.begin(), own.end());
        }
        std::vector<double> seen;  // sorted
        for (const double target : targets) {
            const auto place = std::ranges::upper_bound(seen, target);
            count += seen.end() - place;
            seen.insert(place, target);
        }
    }
    return count;
}

void reduceCrossings(Drawing& drawing) {
    auto best = drawing;
    auto fewest = crossings(drawing);
    for (int sweep = 0; sweep < kOrderSweeps && fewest > 0; ++sweep) {
        const bool downwards = sweep % 2 == 0;
        if (downwards)
            for (auto& layer : drawing.layers) sortByBarycentre(drawing, layer, true);
        else
            for (auto layer = drawing.layers.rbegin(); layer != drawing.layers.rend(); ++layer) sortByBarycentre(drawing, *layer, false);
        if (const auto now = crossings(drawing); now < fewest) {
            fewest = now;
            best = drawing;
        }
    }
    drawing = std::move(best);
}

double medianOf(const Drawing& drawing, const std::vector<int>& neighbours) {
    std::vector<double> places;
    for (const int neighbour : neighbours) places.push_back(drawing.vertices[static_cast<std::size_t>(neighbour)].x);
    std::ranges::sort(places);
    const std::size_t half = places.size() / 2;
    return places.size() % 2 == 1 ? places[half] : (places[half - 1] + places[half]) / 2;
}

// Moves each vertex of a layer towards the median of its neighbours, the most important first, as far as those already
// placed leave room. Dummies come before nodes, so that long edges are straight.
void placeLayer(Drawing& drawing, const std::vector<int>& layer, bool downwards, const std::vector<double>& gaps) {
    const auto priority = [&](int number) {
        const Vertex& vertex = drawing.vertices[static_cast<std::size_t>(number)];
        const auto degree = (downwards ? vertex.above : vertex.below).size();
        return degree == 0 ? std::size_t{0} : vertex.name == nullptr ? std::size_t{1000000} : degree;
    };
    std::vector<std::size_t> turn(layer.size());
    std::iota(turn.begin(), turn.end(), 0);
    std::ranges::stable_sort(turn, std::greater{}, [&](std::size_t i) { return priority(layer[i]); });

    std::vector<bool> placed(layer.size(), false);
    const auto x = [&](std::size_t i) -> double& { return drawing.vertices[static_cast<std::size_t>(layer[i])].x; };
    for (const std::size_t i : turn) {
        const Vertex& vertex = drawing.vertices[static_cast<std::size_t>(layer[i])];
        const auto& neighbours = downwards ? vertex.above : vertex.below;
        placed[i] = true;
        if (neighbours.empty()) continue;
        double wanted = medianOf(drawing, neighbours);
        double room = 0;
        for (std::size_t left = i; left-- > 0;) {
            room += gaps[left];
            if (placed[left]) {
                wanted = std::max(wanted, x(left) + room);
                break;
            }
        }
        room = 0;
        for (std::size_t right = i + 1; right < layer.size(); ++right) {
            room += gaps[right - 1];
            if (placed[right]) {
                wanted = std::min(wanted, x(right) - room);
                break;
            }
        }
        x(i) = wanted;
        for (std::size_t left = i; left-- > 0 && x(left) > x(left + 1) - gaps[left];) x(left) = x(left + 1) - gaps[left];
        for (std::size_t right = i + 1; right < layer.size() && x(right) < x(right - 1) + gaps[right - 1]; ++right)
            x(right) = x(right - 1) + gaps[right - 1];
    }
}

void place(Drawing& drawing, const LayoutMetrics& metrics) {
    // Distance between the centres of neighbours; a dummy is as narrow as a gap.
    const auto half = [&](int number) {
        return drawing.vertices[static_cast<std::size_t>(number)].name != nullptr ? metrics.nodeWidth / 2 : metrics.columnGap / 4;
    };
    std::vector<std::vector<double>> gaps;
    for (const auto& layer : drawing.layers) {
        gaps.emplace_back();
        for (std::size_t i = 0; i + 1 < layer.size(); ++i) gaps.back().push_back(half(layer[i]) + half(layer[i + 1]) + metrics.columnGap);
        double x = 0;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            drawing.vertices[static_cast<std::size_t>(layer[i])].x = x;
            if (i < gaps.back().size()) x += gaps.back()[i];
        }
    }
    for (int sweep = 0; sweep < kPlaceSweeps; ++sweep) {
        const bool downwards = sweep % 2 == 0;
        for (std::size_t i = 0; i < drawing.layers.size(); ++i) {
            const std::size_t index = downwards ? i : drawing.layers.size() - 1 - i;
            placeLayer(drawing, drawing.layers[index], downwards, gaps[index]);
        }
    }
}

}  // namespace

std::map<std::string, Position> layOut(const Graph& graph, const LayoutMetrics& metrics) {
    Drawing drawing = draw(graph);
    reduceCrossings(drawing);
    place(drawing, metrics);
    double left = 0;
    for (const Vertex& vertex : drawing.vertices) left = std::min(left, vertex.x);
    std::map<std::string, Position> positions;
    for (const Vertex& vertex : drawing.vertices)
        if (vertex.name != nullptr) positions[*vertex.name] = {std::round(vertex.x - left), vertex.layer * metrics.layerPitch};
    return positions;
}

Edit layoutEdit(const Graph& graph, const LayoutMetrics& metrics) {
    Edit edit;
    for (const auto& [name, position] : layOut(graph, metrics))
        if (graph.nodes.at(name).position != position) edit.steps.push_back(MoveNode{name, position});
    return edit;
}

}  // namespace seekbench
