// SPDX-License-Identifier: Apache-2.0
// What checking shapes and costs of GPT-2 XL takes, expanded, once as it comes and once with enough blocks for 1,500 nodes.
//
// Median over the rounds, in milliseconds of processor time.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/graph/expand.h"

using namespace seekbench;

namespace {

constexpr int kRounds = 15;

double processorMilliseconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

Experiment gpt2Xl() {
    const std::filesystem::path resources = SEEKBENCH_SOURCE_DIR "/resources";
    const auto library = loadComposites(resources / "operators/composite");
    auto experiment = library ? loadExperiment(resources / "experiments/gpt2_xl.json", *library) : library.error();
    if (experiment) return std::move(*experiment);
    std::fprintf(stderr, "%s\n", experiment.error().english().c_str());
    std::exit(1);
}

void report(const char* name, const Graph& graph, const Library& library) {
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const double begin = processorMilliseconds();
        if (check(graph, library).hasErrors()) std::exit(1);
        times.push_back(processorMilliseconds() - begin);
    }
    std::ranges::sort(times);
    const auto model = expand(graph, library);
    std::printf("%-24s %8.1f ms  of %zu nodes, %.1f to %.1f ms\n", name, times[kRounds / 2], model ? model->nodes.size() : 0, times.front(),
                times.back());
}

// The same model with every block a node of its own, as if drawn one by one.
Graph drawnOut(Graph graph, std::int64_t blocks) {
    const Node block = graph.nodes.at("block");
    std::erase_if(graph.edges, [](const Edge& edge) { return edge.from.node == "block" || edge.to.node == "block"; });
    graph.nodes.erase("block");
    Endpoint from{"dropout", "output"};
    for (std::int64_t number = 1; number <= blocks; ++number) {
        Node copy = block;
        copy.name += std::to_string(number);
        copy.parameters.erase("repeat");
        graph.edges.insert(Edge{from, {copy.name, "input"}});
        from = {copy.name, "output"};
        graph.nodes.emplace(copy.name, std::move(copy));
    }
    graph.edges.insert(Edge{from, {"norm", "input"}});
    return graph;
}

}  // namespace

int main() {
    Experiment experiment = gpt2Xl();
    report("check.gpt2_xl", experiment.graph, experiment.library);
    experiment.graph.nodes.at("block").parameters.insert_or_assign("repeat", std::int64_t{160});
    report("check.160_blocks", experiment.graph, experiment.library);
    report("check.160_blocks_drawn", drawnOut(experiment.graph, 160), experiment.library);
    return 0;
}
