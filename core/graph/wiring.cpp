// SPDX-License-Identifier: Apache-2.0
#include "core/graph/wiring.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace seekbench {
namespace {

using Code = Diagnostic::Code;

class Wirer {
public:
    Wirer(const Graph& graph, Signatures& signatures, const std::string& prefix, std::vector<Diagnostic>& diagnostics)
        : m_graph(graph), m_signatures(signatures), m_prefix(prefix), m_diagnostics(diagnostics), m_before(diagnostics.size()) {}

    Wiring wire() {
        lookUpNodes();
        for (const Edge& edge : m_graph.edges) addEdge(edge);
        for (std::size_t i = 0; i < m_wiring.nodes.size(); ++i) collectSources(i);
        sortNodes();
        // A missing edge leaves an input empty and an output unused. Only the first is told; with the edge in place, the
        // second has gone.
        if (m_diagnostics.size() == m_before) warnAboutUnused();
        return std::move(m_wiring);
    }

private:
    struct Arrival {
        const Endpoint* to = nullptr;
        int from = -1;                 // the node at the other end, if there is one
        std::optional<Source> source;  // nothing: the other end of the edge is wrong
    };

    void report(Code code, std::string_view node, std::string_view port, Message message, Severity severity = Severity::Error) {
        m_diagnostics.push_back({.severity = severity,
                                 .code = code,
                                 .node = m_prefix + std::string(node),
                                 .port = std::string(port),
                                 .message = std::move(message)});
    }

    void lookUpNodes() {
        for (const auto& [name, node] : m_graph.nodes) {
            m_index.emplace(name, static_cast<int>(m_wiring.nodes.size()));
            m_wiring.nodes.push_back({.name = name, .node = &node, .signature = m_signatures.find(node.op), .sources = {}});
            if (!m_wiring.nodes.back().signature) report(Code::UnknownOperator, name, {}, say("There is no operator %1.", node.op));
            if (auto allowed = checkNodeName(name); !allowed) report(Code::InvalidName, name, {}, allowed.error().what());
            if (name != node.name) report(Code::InvalidName, name, {}, say("The node is kept as %1 and calls itself %2.", name, node.name));
        }
        m_arriving.resize(m_wiring.nodes.size());
        m_leaving.resize(m_wiring.nodes.size());
    }

    // Records an edge at both its ends. An edge with a wrong end still counts as an edge at the other, so that one
    // mistake is not reported again as a missing input or an unused output.
    void addEdge(const Edge& edge) {
        const auto from = m_index.find(edge.from.node), to = m_index.find(edge.to.node);
        if (from == m_index.end() || to == m_index.end()) {
            const bool lostSource = from == m_index.end();
            report(Code::DanglingEdge, lostSource ? edge.to.node : edge.from.node, lostSource ? edge.to.port : edge.from.port,
                   say("The edge from %1 to %2 ends at a node that does not exist.", text(edge.from), text(edge.to)));
            if (to != m_index.end()) m_arriving[at(to->second)].push_back({&edge.to});
            return;
        }
        const int output = outputIndex(from->second, edge.from);
        const auto source = output >= 0 ? std::optional(Source{from->second, output}) : std::nullopt;
        m_arriving[at(to->second)].push_back({&edge.to, from->second, source});
        m_leaving[at(from->second)].push_back(to->second);
    }

    // The number of an output port, or -1 after saying why there is none.
    int outputIndex(int node, const Endpoint& from) {
        const Signature* signature = m_wiring.nodes[at(node)].signature;
        if (!signature) return -1;
        const auto port = std::ranges::find(signature->outputs, from.port);
        if (port != signature->outputs.end() && from.slot == 0) return static_cast<int>(port - signature->outputs.begin());
        report(Code::UnknownPort, from.node, from.port, say("%1 has no output %2.", m_wiring.nodes[at(node)].node->op, portText(from)));
        return -1;
    }

    // Fills in the sources of one node from the edges that arrive at it.
    void collectSources(std::size_t index) {
        WiredNode& wired = m_wiring.nodes[index];
        if (!wired.signature) {
            wired.complete = false;
            return;
        }
        auto& arriving = m_arriving[index];
        // Edges come sorted by their source; slots want them sorted by their target.
        std::ranges::stable_sort(arriving, [](const Arrival& a, const Arrival& b) { return *a.to < *b.to; });
        const bool inOrder = checkArrivals(wired, arriving);
        wired.complete = inOrder;
        for (const Signature::Port& port : wired.signature->inputs) {
            const std::size_t before = wired.sources.size();
            for (const Arrival& arrival : arriving) {
                if (arrival.to->port != port.name) continue;
                wired.sources.push_back(arrival.source);
                wired.complete = wired.complete && arrival.source;
            }
            if (wired.sources.size() > before) continue;
            wired.sources.emplace_back();
            if (port.optional) continue;
            wired.complete = false;
            // An edge to a misspelt port is most likely the one that is missing here.
            if (inOrder) report(Code::MissingInput, wired.name, port.name, say("Nothing is connected to the input %1.", port.name));
        }
    }

    // Whether the edges that arrive at a node, sorted by their targets, lead to ports it has, one to each slot.
    bool checkArrivals(const WiredNode& wired, const std::vector<Arrival>& arriving) {
        const std::size_t before = m_diagnostics.size();
        const Endpoint* told = nullptr;
        for (std::size_t i = 0; i < arriving.size(); ++i) {
            const Endpoint& to = *arriving[i].to;
            const auto port = std::ranges::find(wired.signature->inputs, to.port, &Signature::Port::name);
            const bool fits = port != wired.signature->inputs.end() && to.slot >= 0 && (port->arity == Arity::Many || to.slot == 0);
            const bool again = i > 0 && to == *arriving[i - 1].to;
            if (again && !(told && *told == to)) {
                report(Code::DuplicateInput, wired.name, to.port, say("More than one edge leads to %1.", text(to)));
                told = &to;
            }
            if (!fits && !again) report(Code::UnknownPort, wired.name, to.port, say("%1 has no input %2.", wired.node->op, portText(to)));
        }
        return m_diagnostics.size() == before;
    }

    // Kahn's algorithm with the smallest name first, so that the order depends on nothing but names and edges. Where it is
    // stuck there is a cycle; that one is told, taken as done, and the rest goes on.
    void sortNodes() {
        const std::size_t count = m_wiring.nodes.size();
        std::vector<int> missing(count, 0);
        for (const auto& targets : m_leaving)
            for (const int target : targets) ++missing[at(target)];
        std::priority_queue<int, std::vector<int>, std::greater<>> ready;
        for (std::size_t i = 0; i < count; ++i)
            if (missing[i] == 0) ready.push(static_cast<int>(i));
        std::vector<bool> done(count, false);
        const auto finish = [&](int node) {
            done[at(node)] = true;
            m_wiring.order.push_back(node);
            for (const int target : m_leaving[at(node)])
                if (--missing[at(target)] == 0 && !done[at(target)]) ready.push(target);
        };
        for (std::size_t first = 0; first < count;) {
            while (!ready.empty()) {
                const int node = ready.top();
                ready.pop();
                finish(node);
            }
            if (done[first]) {
                ++first;
                continue;
            }
            const std::vector<int> cycle = cycleBefore(static_cast<int>(first), done);
            reportCycle(cycle);
            for (const int node : cycle) done[at(node)] = true;
            for (const int node : cycle) {
                m_wiring.nodes[at(node)].complete = false;
                finish(node);
            }
        }
    }

    // Every node that is not done waits for a source that is not done, so going from source to source must come round.
    std::vector<int> cycleBefore(int node, const std::vector<bool>& done) const {
        std::vector<int> walk;
        std::vector<bool> seen(done.size(), false);
        while (!seen[at(node)]) {
            seen[at(node)] = true;
            walk.push_back(node);
            node = std::ranges::find_if(m_arriving[at(node)], [&](const Arrival& arrival) {
                       return arrival.from >= 0 && !done[at(arrival.from)];
                   })->from;
        }
        walk.erase(walk.begin(), std::ranges::find(walk, node));
        std::ranges::reverse(walk);
        std::ranges::rotate(walk, std::ranges::min_element(walk));
        return walk;
    }

    void reportCycle(const std::vector<int>& cycle) {
        constexpr std::size_t kMostNames = 12;
        std::string way;
        for (std::size_t i = 0; i < std::min(cycle.size(), kMostNames); ++i) way += m_wiring.nodes[at(cycle[i])].name + " → ";
        if (cycle.size() > kMostNames) way += "… → ";
        const std::string& first = m_wiring.nodes[at(cycle.front())].name;
        report(Code::Cycle, first, {}, say("The edges lead in a circle: %1.", way + first));
    }

    void warnAboutUnused() {
        for (std::size_t i = 0; i < m_wiring.nodes.size(); ++i) {
            const WiredNode& wired = m_wiring.nodes[i];
            if (m_leaving[i].empty() && !wired.signature->outputs.empty())
                report(Code::UnusedNode, wired.name, {}, say("Nothing uses what this node gives out."), Severity::Warning);
        }
    }

    static std::string portText(const Endpoint& end) { return end.port + (end.slot == 0 ? "" : "." + std::to_string(end.slot)); }
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    const Graph& m_graph;
    Signatures& m_signatures;
    const std::string& m_prefix;
    std::vector<Diagnostic>& m_diagnostics;
    std::size_t m_before;
    Wiring m_wiring;
    std::map<std::string_view, int> m_index;
    std::vector<std::vector<Arrival>> m_arriving;  // by node
    std::vector<std::vector<int>> m_leaving;       // by node: the nodes its edges lead to
};

}  // namespace

Wiring wire(const Graph& graph, Signatures& signatures, const std::string& prefix, std::vector<Diagnostic>& diagnostics) {
    return Wirer(graph, signatures, prefix, diagnostics).wire();
}

}  // namespace seekbench
