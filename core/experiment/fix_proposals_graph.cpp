// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>

#include "core/data/dataset.h"
#include "core/experiment/fix_proposals.h"
#include "core/graph/editing/compose.h"
#include "core/graph/signature.h"
#include "core/operators/catalog.h"
#include "core/operators/parameters.h"

namespace seekbench {
namespace {

using Code = Diagnostic::Code;

constexpr std::size_t kMostSources = 64;  // outputs that are tried for an open input
constexpr int kFarthestUpstream = 8;
constexpr double kPitch = 72;  // between two nodes below each other

// How many changes of single characters lead from one word to the other (Levenshtein 1966).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, replaced});
        }
    }
    return row.back();
}

class GraphProposer {
public:
    GraphProposer(const Experiment& experiment, const ExperimentReport& report, const Diagnostic& diagnostic)
        : m_experiment(experiment), m_report(report), m_diagnostic(diagnostic), m_signatures(experiment.library) {
        for (std::size_t begin = 0; begin <= diagnostic.node.size();) {
            const std::size_t end = std::min(diagnostic.node.find('/', begin), diagnostic.node.size());
            m_level.push_back(diagnostic.node.substr(begin, end - begin));
            begin = end + 1;
        }
        // These are about a graph as a whole; its path is that of the block around it.
        if (diagnostic.code == Code::NoOutput || diagnostic.code == Code::NoInput) {
            if (diagnostic.node.empty()) m_level.clear();
        } else if (!m_level.empty()) {
            m_name = m_level.back();
            m_level.pop_back();
        }
        m_graph = graphAt(experiment, m_level);
        for (const std::string& step : m_level) m_prefix += step + "/";
        if (m_graph != nullptr) m_node = m_graph->find(m_name);
        if (m_node != nullptr) m_signature = m_signatures.find(m_node->op);
    }

    std::vector<FixProposal> proposals() && {
        if (m_graph == nullptr) return {};
        switch (m_diagnostic.code) {
            case Code::NoInput: addInput(); break;
            case Code::NoOutput: addOutput(); break;
            case Code::UnknownOperator: likelyOperators(); break;
            case Code::MissingInput: connectInput(); break;
            case Code::UnknownPort: rewire(); break;
            case Code::DanglingEdge: removeEdges(); break;
            case Code::Cycle: openCycle(); break;
            case Code::UnusedNode: endOrRemove(); break;
            case Code::UnknownParameter:
            case Code::InvalidExpression: removeParameter(); break;
            case Code::InvalidParameter:
            case Code::ShapeMismatch:
            case Code::ElementTypeMismatch:
            case Code::UnprovenEquality: makeFit(); break;
            case Code::DuplicateInput:
            case Code::InvalidName:
            case Code::NestingTooDeep:
            case Code::InvalidSetting: break;
        }
        return std::move(m_proposals);
    }

private:
    // --- saying it ---

    void propose(Message label, GraphFix change, Message adaptingLabel = {}) {
        m_proposals.push_back(
            {.fix = {std::move(label), std::move(change)}, .adaptingLabel = std::move(adaptingLabel), .group = m_group, .alone = m_alone});
    }
    void propose(Message label, Edit edit) { propose(std::move(label), GraphFix{m_level, std::move(edit)}); }
    void nextGroup(bool alone = false) {
        ++m_group;
        m_alone = alone;
    }

    // Sets a parameter of a node at `level`; nothing: its default.
    void set(const std::vector<std::string>& level, const Node& node, std::string_view parameter, std::optional<ParameterValue> value) {
        const auto current = node.parameters.find(parameter);
        // An expression belongs to the block's parameters; a number in its place would hold for one use and break others.
        if (current != node.parameters.end() && std::holds_alternative<Expression>(current->second) &&
            m_diagnostic.code != Code::InvalidExpression)
            return;
        if (value && current != node.parameters.end() && current->second == *value) return;
        GraphFix change{level, {{SetParameter{node.name, std::string(parameter), value}}}};
        if (!value) return propose(say("Reset %1 to its default", parameter), std::move(change));
        const std::string shown = labelText(*value);
        if (level == m_level && node.name == m_name)
            return propose(say("Set %1 = %2", parameter, shown), std::move(change), say("Set %1 = %2 and adapt %3", parameter, shown));
        propose(say("Set %1 of %2 = %3", parameter, node.name, shown), std::move(change),
                say("Set %1 of %2 = %3 and adapt %4", parameter, node.name, shown));
    }

    // --- looking around ---

    std::vector<Edge> edgesInto(std::string_view name, std::string_view port = {}) const {
        std::vector<Edge> edges;
        for (const Edge& edge : m_graph->edges)
            if (edge.to.node == name && (port.empty() || edge.to.port == port)) edges.push_back(edge);
        std::ranges::sort(edges, {}, &Edge::to);
        return edges;
    }

    // What the output carries, as far as it is known.
    const TensorType* typeOf(const Endpoint& output) {
        const Node* node = m_graph->find(output.node);
        const Signature* signature = node == nullptr ? nullptr : m_signatures.find(node->op);
        const auto facts = m_report.graph.nodes.find(m_prefix + output.node);
        if (signature == nullptr || facts == m_report.graph.nodes.end()) return nullptr;
        const auto port = std::ranges::find(signature->outputs, output.port) - signature->outputs.begin();
        return static_cast<std::size_t>(port) < facts->second.outputs.size() ? &facts->second.outputs[static_cast<std::size_t>(port)]
                                                                             : nullptr;
    }

    // The shape that arrives at the place of the finding.
    Shape arriving() {
        if (m_diagnostic.got) return *m_diagnostic.got;
        for (const Edge& edge : edgesInto(m_name, m_diagnostic.port))
            if (const TensorType* type = typeOf(edge.from)) return type->shape;
        return {};
    }

    // Adds a node below `above`; what stands in its way moves down.
    static void addBelow(Edit& edit, const Graph& graph, const Position& above, Node node) {
        node.position = {above.x, above.y + kPitch};
        const auto stands = [&](const Node& other) { return other.position.y >= node.position.y - kPitch + 1; };
        const bool crowded = std::ranges::any_of(graph.nodes, [&](const auto& entry) {
            return stands(entry.second) && entry.second.position.y < node.position.y + kPitch &&
                   std::abs(entry.second.position.x - node.position.x) < 4 * kPitch;
        });
        if (crowded)
            for (const auto& [name, other] : graph.nodes)
                if (stands(other)) edit.steps.push_back(MoveNode{name, {other.position.x, other.position.y + kPitch}});
        edit.steps.push_back(AddNode{std::move(node)});
    }

    // Puts a node with one input and one output into `edge`.
    std::optional<Edit> inserting(const Edge& edge, Node node) const {
        node.name = freeNodeName(*m_graph, node.name);
        auto wires = insertingOn(*m_graph, m_experiment.library, edge, node);
        const Node* above = m_graph->find(edge.from.node);
        if (!wires || above == nullptr) return std::nullopt;
        Edit edit;
        for (EditStep& step : wires->steps) {
            if (const auto* added = std::get_if<AddNode>(&step))
                addBelow(edit, *m_graph, above->position, added->node);
            else
                edit.steps.push_back(std::move(step));
        }
        return edit;
    }

    // --- wires and nodes ---

    std::optional<Shape> sampleShape() const {
        const DatasetKind* kind = findDatasetKind(m_experiment.dataset.kind);
        if (kind == nullptr) return std::nullopt;
        const auto resolved = ResolvedParameters::from(kind->kind.parameters, m_experiment.dataset.parameters);
        if (!resolved.problems.empty()) return std::nullopt;
        const SampleSpec sample = kind->describe(resolved.parameters);
        return sample.inputs.empty() ? std::nullopt : std::optional(sample.inputs.front().shape);
    }

    // The required inputs without an edge.
    std::vector<Endpoint> openInputs() {
        std::vector<Endpoint> open;
        for (const auto& [name, node] : m_graph->nodes)
            if (const Signature* signature = m_signatures.find(node.op))
                for (const Signature::Port& port : signature->inputs)
                    if (!port.optional && edgesInto(name, port.name).empty()) open.push_back({name, std::string(port.name)});
        return open;
    }
    std::vector<Endpoint> outputs(bool unusedOnly) {
        std::vector<Endpoint> found;
        for (const auto& [name, node] : m_graph->nodes)
            if (const Signature* signature = m_signatures.find(node.op))
                for (const std::string_view port : signature->outputs) {
                    const Endpoint end{name, std::string(port)};
                    const bool used = std::ranges::any_of(m_graph->edges, [&](const Edge& edge) { return edge.from == end; });
                    if (!used || !unusedOnly) found.push_back(end);
                }
        return found;
    }

    void addInput() {
        const auto shape = sampleShape();
        const auto sizes = shape ? integers(*shape) : std::nullopt;
        const auto open = openInputs();
        if (!sizes) return;
        Node input{.name = freeNodeName(*m_graph, "input"), .op = "Input", .parameters = {{"shape", *sizes}}, .when = {}, .position = {}};
        if (open.size() == 1) {
            const Position at = m_graph->find(open.front().node)->position;
            input.position = {at.x, at.y - kPitch};
        }
        Edit edit{{AddNode{input}}};
        if (open.size() == 1) edit.steps.push_back(Connect{{{input.name, "output"}, open.front()}});
        propose(say("Add an Input of %1", labelText(*sizes)), std::move(edit));
    }

    // Without an Output every network ends in a node that nothing uses; that it is too much is the less likely mistake.
    void endOrRemove() {
        if (hasNode("Output"))
            removeNode();
        else if (m_signature != nullptr && !m_signature->outputs.empty())
            addOutputAt({{m_name, std::string(m_signature->outputs.front())}});
    }

    void addOutput() { addOutputAt(outputs(true)); }
    void addOutputAt(std::vector<Endpoint> ends) {
        // Ends of the graph, the lowest first: a network is drawn from top to bottom.
        std::ranges::stable_sort(ends, std::ranges::greater{}, [&](const Endpoint& end) { return m_graph->find(end.node)->position.y; });
        for (const Endpoint& end : ends) {
            nextGroup();
            Node output{.name = freeNodeName(*m_graph, "output"), .op = "Output", .parameters = {}, .when = {}, .position = {}};
            const std::string name = output.name;
            Edit edit;
            addBelow(edit, *m_graph, m_graph->find(end.node)->position, std::move(output));
            edit.steps.push_back(Connect{{end, {name, "input"}}});
            propose(say("Add an Output after %1", end.node), std::move(edit));
        }
    }

    void likelyOperators() {
        if (m_node == nullptr) return;
        std::vector<std::pair<std::size_t, std::string>> likely;
        const auto consider = [&](std::string_view id) {
            const std::size_t far = distance(m_node->op, id);
            if (far <= std::max<std::size_t>(2, id.size() / 3)) likely.emplace_back(far, id);
        };
        for (const Operator* op : operatorCatalog()) consider(op->id);
        for (const auto& [id, composite] : m_experiment.library.composites) consider(id);
        std::ranges::sort(likely);
        for (const auto& [far, id] : likely) {
            nextGroup();
            propose(say("Use %1", id), {{SetOperator{m_name, id}}});
        }
    }

    bool hasNode(std::string_view op) const {
        return std::ranges::any_of(m_graph->nodes, [&](const auto& entry) { return entry.second.op == op; });
    }

    void connectInput() {
        if (m_level.empty() && !hasNode("Input")) addInput();
        const Endpoint to{m_name, m_diagnostic.port};
        for (const bool unusedOnly : {true, false}) {
            nextGroup(true);
            auto candidates = outputs(unusedOnly);
            if (candidates.size() > kMostSources) continue;
            for (const Endpoint& from : candidates)
                if (from.node != m_name) propose(say("Connect %1 to %2", from.node, m_name), {{Connect{{from, to}}}});
        }
        nextGroup();
        removeNode();
    }

    void rewire() {
        if (m_node == nullptr || m_signature == nullptr) return;
        for (const Edge& edge : m_graph->edges) {
            const bool arrives = edge.to.node == m_name && edge.to.port == m_diagnostic.port;
            const bool leaves = edge.from.node == m_name && edge.from.port == m_diagnostic.port;
            nextGroup();
            if (arrives)
                for (const Signature::Port& port : m_signature->inputs) {
                    Edge right = edge;
                    right.to = {m_name, std::string(port.name)};
                    propose(say("Connect %1 to %2", edge.from.node, text(right.to)), {{Disconnect{edge}, Connect{right}}});
                }
            if (leaves)
                for (const std::string_view port : m_signature->outputs) {
                    Edge right = edge;
                    right.from = {m_name, std::string(port)};
                    propose(say("Connect %1 to %2", text(right.from), edge.to.node), {{Disconnect{edge}, Connect{right}}});
                }
            if (arrives || leaves) {
                nextGroup();
                propose(say("Remove the edge from %1 to %2", edge.from.node, edge.to.node), {{Disconnect{edge}}});
            }
        }
    }

    void removeEdges() {
        for (const Edge& edge : m_graph->edges)
            if (m_graph->find(edge.from.node) == nullptr || m_graph->find(edge.to.node) == nullptr)
                propose(say("Remove the edge from %1 to %2", edge.from.node, edge.to.node), {{Disconnect{edge}}});
    }

    void openCycle() {
        for (const Edge& edge : m_graph->edges) {
            if (m_graph->edges.size() > kMostSources) return;
            nextGroup();
            propose(say("Remove the edge from %1 to %2", edge.from.node, edge.to.node), {{Disconnect{edge}}});
        }
    }

    void removeNode() { propose(say("Delete %1", m_name), removing(*m_graph, m_experiment.library, {m_name})); }

    void removeParameter() {
        if (m_node == nullptr) return;
        for (const std::string& argument : m_diagnostic.message.arguments) {
            if (!m_node->parameters.contains(argument)) continue;
            const bool known = m_diagnostic.code == Code::InvalidExpression;
            if (known)
                set(m_level, *m_node, argument, std::nullopt);
            else
                propose(say("Remove %1", argument), {{SetParameter{m_name, argument, std::nullopt}}});
        }
    }

    // --- shapes and parameters ---

    void makeFit() {
        if (m_node == nullptr || m_signature == nullptr) return;
        const Shape got = arriving();
        if (m_signature->isInput()) return asTheSample();
        ownParameters(got);
        // A block's parameters before its body, which all its uses share.
        blocksAround(got);
        if (m_diagnostic.code == Code::InvalidParameter) return;
        projection();
        flatten(got);
        addChannel(got);
        nextGroup();
        upstream();
    }

    void asTheSample() {
        if (m_diagnostic.expected && !m_diagnostic.expected->empty())
            if (const auto sizes = integers(Shape(m_diagnostic.expected->begin() + 1, m_diagnostic.expected->end())))
                set(m_level, *m_node, parameter::kShape.name, *sizes);
        nextGroup();
        otherChoices(m_level, *m_node, *m_signature);
        if (m_diagnostic.code == Code::InvalidParameter)
            if (const auto shape = sampleShape())
                if (const auto sizes = integers(*shape)) set(m_level, *m_node, parameter::kShape.name, *sizes);
    }

    // The whole numbers that a parameter may be meant to be: extents that arrive and differ from what is wanted first.
    std::vector<std::int64_t> likelyNumbers(const Shape& got) const {
        std::vector<std::int64_t> numbers;
        const auto add = [&](const Dimension& extent) {
            const auto number = extent.integer();
            if (number && *number > 0 && std::ranges::find(numbers, *number) == numbers.end()) numbers.push_back(*number);
        };
        if (const auto& expected = m_diagnostic.expected; expected && expected->size() == got.size())
            for (std::size_t i = 0; i < got.size(); ++i)
                if ((*expected)[i] != got[i]) add(got[i]);
        if (got.size() > 2) add(got[1]);
        if (!got.empty()) add(got.back());
        for (const Dimension& extent : got) add(extent);
        return numbers;
    }

    // The specs in the order in which the finding speaks of them; those it does not mention come last.
    std::vector<const ParameterSpec*> mentionedFirst(const Signature& signature) const {
        const std::string sentence = m_diagnostic.message.english();
        std::vector<const ParameterSpec*> specs;
        for (const ParameterSpec& spec : signature.parameters) specs.push_back(&spec);
        std::ranges::stable_sort(specs, {}, [&](const ParameterSpec* spec) { return sentence.find(spec->name); });
        return specs;
    }

    void ownParameters(const Shape& got) {
        const bool aboutParameter = m_diagnostic.code == Code::InvalidParameter;
        const std::string sentence = m_diagnostic.message.english();
        for (const ParameterSpec* spec : mentionedFirst(*m_signature)) {
            const bool mentioned = sentence.find(spec->name) != std::string::npos;
            nextGroup();
            if (spec->type == ParameterType::Integers && spec->count > 0) windows(*spec, got);
            if (aboutParameter && !mentioned) continue;
            if (aboutParameter) intoRange(*spec);
            if (spec->type == ParameterType::Integer) {
                if (aboutParameter) divisors(*spec);
                for (const std::int64_t number : likelyNumbers(got)) set(m_level, *m_node, spec->name, number);
            }
        }
        nextGroup();
        if (!aboutParameter) otherChoices(m_level, *m_node, *m_signature);
    }

    // The nearest value that the spec allows; where one is missing, that of the operator's first example or the default.
    void intoRange(const ParameterSpec& spec) {
        const auto current = m_node->parameters.find(spec.name);
        if (current != m_node->parameters.end()) {
            const auto clamped = [&](std::int64_t number) { return std::clamp(static_cast<double>(number), spec.minimum, spec.maximum); };
            if (const auto* number = std::get_if<std::int64_t>(&current->second)) {
                if (spec.type == ParameterType::Integer) set(m_level, *m_node, spec.name, static_cast<std::int64_t>(clamped(*number)));
                if (spec.type == ParameterType::Real) set(m_level, *m_node, spec.name, clamped(*number));
            }
            if (const auto* number = std::get_if<double>(&current->second);
                number && spec.type == ParameterType::Real && std::isfinite(*number))
                set(m_level, *m_node, spec.name, std::clamp(*number, spec.minimum, spec.maximum));
            if (const auto* number = std::get_if<double>(&current->second);
                number && spec.type == ParameterType::Integer && std::abs(*number) < 1e15)
                set(m_level, *m_node, spec.name, static_cast<std::int64_t>(clamped(std::llround(*number))));
            if (const auto* numbers = std::get_if<Integers>(&current->second)) {
                Integers inRange = *numbers;
                if (spec.count > 0 && !inRange.empty()) inRange.resize(static_cast<std::size_t>(spec.count), inRange.back());
                for (std::int64_t& number : inRange) number = static_cast<std::int64_t>(clamped(number));
                set(m_level, *m_node, spec.name, inRange);
            }
            if (spec.standard) set(m_level, *m_node, spec.name, std::nullopt);
        }
        if (m_signature->primitive == nullptr || spec.type == ParameterType::Integer) return;
        for (const Example& example : m_signature->primitive->examples)
            if (const auto given = example.parameters.find(spec.name); given != example.parameters.end())
                set(m_level, *m_node, spec.name, given->second);
    }

    // "num_heads must divide embed_dim": the divisors of the other numbers, the nearest below first.
    void divisors(const ParameterSpec& spec) {
        const auto current = m_node->parameters.find(spec.name);
        const auto* number = current == m_node->parameters.end() ? nullptr : std::get_if<std::int64_t>(&current->second);
        constexpr std::int64_t kMost = 4096;
        if (number == nullptr || *number > kMost) return;
        for (std::int64_t smaller = *number - 1, offered = 0; smaller >= 1 && offered < 6; --smaller) {
            const bool divides = std::ranges::all_of(m_node->parameters, [&](const auto& entry) {
                const auto* other = std::get_if<std::int64_t>(&entry.second);
                return other == nullptr || entry.first == spec.name || *other % smaller == 0 ||
                       m_diagnostic.message.english().find(entry.first) == std::string::npos;
            });
            if (!divides) continue;
            set(m_level, *m_node, spec.name, smaller);
            ++offered;
        }
    }

    // A window that is too large for what arrives, or a padding that is too large for the window.
    void windows(const ParameterSpec& spec, const Shape& got) {
        const auto numbers = [&](std::string_view name) -> Integers {
            const auto found = m_node->parameters.find(name);
            if (found == m_node->parameters.end()) return {};
            if (const auto* one = std::get_if<std::int64_t>(&found->second)) return Integers(static_cast<std::size_t>(spec.count), *one);
            const auto* many = std::get_if<Integers>(&found->second);
            Integers all = many ? *many : Integers{};
            if (all.size() == 1) all.resize(static_cast<std::size_t>(spec.count), all.front());
            return all;
        };
        const Integers kernel = numbers(parameter::kKernelSize.name);
        if (spec.name == parameter::kKernelSize.name && got.size() > static_cast<std::size_t>(spec.count)) {
            Integers smaller = kernel;
            for (std::size_t i = 0; i < smaller.size(); ++i)
                smaller[i] = std::min(smaller[i], got[got.size() - smaller.size() + i].integer().value_or(smaller[i]));
            if (!smaller.empty()) set(m_level, *m_node, spec.name, smaller);
        }
        if (spec.name == parameter::kPadding.name && !kernel.empty()) {
            Integers half = numbers(spec.name);
            for (std::size_t i = 0; i < std::min(half.size(), kernel.size()); ++i) half[i] = std::min(half[i], kernel[i] / 2);
            if (!half.empty()) set(m_level, *m_node, spec.name, half);
        }
    }

    // A switch the other way, or another of a few words.
    void otherChoices(const std::vector<std::string>& level, const Node& node, const Signature& signature) {
        for (const ParameterSpec& spec : signature.parameters) {
            const auto given = node.parameters.find(spec.name);
            const auto current = given == node.parameters.end() ? spec.standard : std::optional(given->second);
            if (spec.type == ParameterType::Boolean && current && std::holds_alternative<bool>(*current))
                set(level, node, spec.name, !std::get<bool>(*current));
            if (spec.type == ParameterType::Choice)
                for (const std::string_view choice : spec.choices) set(level, node, spec.name, std::string(choice));
        }
    }

    // 1×1 convolution on the skipped way (He et al. 2016, section 3.3, option B), or a linear map where there are no pictures.
    void projection() {
        const auto edges = edgesInto(m_name, m_diagnostic.port);
        const auto port = std::ranges::find(m_signature->inputs, m_diagnostic.port, &Signature::Port::name);
        if (port == m_signature->inputs.end() || port->arity != Arity::Many || edges.size() < 2) return;
        std::vector<std::size_t> order;  // the skipped way first: its source feeds others, too
        for (std::size_t i = 0; i < edges.size(); ++i) order.push_back(i);
        std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) {
            return std::ranges::count_if(m_graph->edges, [&](const Edge& edge) { return edge.from == edges[i].from; });
        });
        nextGroup();
        for (const std::size_t skipped : order)
            for (std::size_t other = 0; other < edges.size(); ++other) {
                const TensorType *from = typeOf(edges[skipped].from), *to = typeOf(edges[other].from);
                if (other != skipped && from && to) project(edges[skipped], from->shape, to->shape);
            }
    }

    void project(const Edge& edge, const Shape& from, const Shape& to) {
        if (from.size() != to.size() || from.size() < 2 || from == to) return;
        const bool pictures = from.size() == 4 || from.size() == 5;
        const std::size_t features = pictures ? 1 : from.size() - 1;
        const auto in = from[features].integer(), out = to[features].integer();
        if (!in || !out) return;
        if (!pictures) {
            const auto edit = inserting(edge, {.name = "projection",
                                               .op = "Linear",
                                               .parameters = {{"in_features", *in}, {"out_features", *out}},
                                               .when = {},
                                               .position = {}});
            if (edit) propose(say("Add a projection, %1 → %2 features", *in, *out), *edit);
            return;
        }
        Node node{.name = "projection",
                  .op = from.size() == 4 ? "Conv2d" : "Conv3d",
                  .parameters = {{"in_channels", *in}, {"out_channels", *out}, {"kernel_size", Integers(from.size() - 2, 1)}},
                  .when = {},
                  .position = {}};
        Integers stride;
        for (std::size_t axis = 2; axis < from.size(); ++axis) {
            const auto have = from[axis].integer(), want = to[axis].integer();
            if (from[axis] == to[axis])
                stride.push_back(1);
            else if (have && want && *want > 0 && *have >= *want)
                stride.push_back((*have + *want - 1) / *want);
            else
                return;
        }
        const bool strides = stride != Integers(stride.size(), 1);
        if (strides) node.parameters["stride"] = stride;
        if (const auto edit = inserting(edge, std::move(node)))
            propose(strides ? say("Add a 1×1 projection, %1 → %2 channels, stride %3", *in, *out, labelText(stride))
                            : say("Add a 1×1 projection, %1 → %2 channels", *in, *out),
                    *edit);
    }

    // Flatten before a node that sums over its last dimension; where the features differ then, they are set, too.
    void flatten(const Shape& got) {
        if (got.size() <= 2) return;
        nextGroup();
        flattenBefore(*m_node, edgesInto(m_name, m_diagnostic.port));
        if (!m_signature->isOutput()) return;
        // The output has dimensions too many: they should have gone before the first layer that has features.
        for (const Node* node : chain())
            if (node->op == "Linear") flattenBefore(*node, edgesInto(node->name));
    }
    void flattenBefore(const Node& node, const std::vector<Edge>& edges) {
        if (edges.size() != 1) return;
        const TensorType* type = typeOf(edges.front().from);
        if (type == nullptr || type->shape.size() <= 2) return;
        const auto edit = inserting(edges.front(), {.name = "flatten", .op = "Flatten", .parameters = {}, .when = {}, .position = {}});
        if (!edit) return;
        propose(say("Insert Flatten before %1", node.name), *edit);
        const auto features = elementCount(Shape(type->shape.begin() + 1, type->shape.end())).integer();
        const auto name = parameter::kInFeatures.name;
        const auto current = node.parameters.find(name);
        if (!features || current == node.parameters.end() || std::holds_alternative<Expression>(current->second)) return;
        Edit both = *edit;
        both.steps.push_back(SetParameter{node.name, std::string(name), *features});
        propose(say("Insert Flatten before %1 and set %2 = %3", node.name, name, *features), std::move(both));
    }

    // A picture without channels gets one.
    void addChannel(const Shape& got) {
        const auto edges = edgesInto(m_name, m_diagnostic.port);
        if (!m_diagnostic.expected || m_diagnostic.expected->size() != 4 || got.size() != 3 || edges.size() != 1) return;
        const auto height = got[1].integer(), width = got[2].integer();
        if (!height || !width) return;
        nextGroup();
        const Integers shape{1, *height, *width};
        const auto edit =
            inserting(edges.front(), {.name = "reshape", .op = "Reshape", .parameters = {{"shape", shape}}, .when = {}, .position = {}});
        if (edit) propose(say("Insert Reshape to %1 before %2", labelText(shape), m_name), *edit);
    }

    // The parameters of the blocks that the node is in, the innermost first.
    void blocksAround(const Shape& got) {
        for (std::size_t depth = m_level.size(); depth-- > 0;) {
            const std::vector<std::string> level(m_level.begin(), m_level.begin() + static_cast<std::ptrdiff_t>(depth));
            const Graph* graph = graphAt(m_experiment, level);
            const Node* block = graph == nullptr ? nullptr : graph->find(m_level[depth]);
            const Signature* signature = block == nullptr ? nullptr : m_signatures.find(block->op);
            if (signature == nullptr) continue;
            nextGroup();
            otherChoices(level, *block, *signature);
            std::vector<std::int64_t> numbers = likelyNumbers(got);
            if (m_diagnostic.expected)
                for (const Dimension& extent : *m_diagnostic.expected)
                    if (const auto number = extent.integer(); number && std::ranges::find(numbers, *number) == numbers.end())
                        numbers.push_back(*number);
            if (numbers.size() > 4) numbers.resize(4);
            for (const ParameterSpec* spec : mentionedFirst(*signature)) {
                if (spec->type != ParameterType::Integer) continue;
                nextGroup();
                for (const std::int64_t number : numbers) set(level, *block, spec->name, number);
            }
        }
    }

    // The nodes before this one, nearest first, as long as the way does not fork.
    std::vector<const Node*> chain() const {
        std::vector<const Node*> nodes;
        std::string name = m_name;
        std::string port = m_diagnostic.port;
        for (int step = 0; step < kFarthestUpstream; ++step) {
            const auto edges = edgesInto(name, port);
            if (edges.size() != 1) break;
            name = edges.front().from.node;
            port.clear();
            const Node* node = m_graph->find(name);
            if (node == nullptr) break;
            nodes.push_back(node);
        }
        return nodes;
    }

    // What comes before gives what is wanted here: its features, channels or output size times the ratio that is missing.
    void upstream() {
        const auto& expected = m_diagnostic.expected;
        const auto& got = m_diagnostic.got;
        std::optional<std::int64_t> want, have;
        if (expected && got && expected->size() == got->size())
            for (std::size_t i = 0; i < got->size(); ++i)
                if ((*expected)[i] != (*got)[i]) want = (*expected)[i].integer(), have = (*got)[i].integer();
        for (const Node* node : chain()) {
            const Signature* signature = m_signatures.find(node->op);
            if (signature == nullptr) return;
            nextGroup();
            if (m_diagnostic.code == Code::ElementTypeMismatch) otherChoices(m_level, *node, *signature);
            if (!want || !have || *have == 0) continue;
            for (const ParameterSpec& spec : signature->parameters) {
                const auto current = node->parameters.find(spec.name);
                if (current == node->parameters.end() || signature->isInput()) continue;
                if (const auto* number = std::get_if<std::int64_t>(&current->second);
                    number && spec.type == ParameterType::Integer && *number * *want % *have == 0)
                    set(m_level, *node, spec.name, *number * *want / *have);
                if (const auto* numbers = std::get_if<Integers>(&current->second); numbers && *want % *have == 0)
                    scaled(*node, spec, *numbers, *want / *have);
            }
        }
    }
    void scaled(const Node& node, const ParameterSpec& spec, Integers numbers, std::int64_t ratio) {
        const auto root = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(ratio))));
        if (spec.count != 2 || root * root != ratio) return;
        if (numbers.size() == 1) numbers.push_back(numbers.front());
        for (std::int64_t& number : numbers) number *= root;
        set(m_level, node, spec.name, numbers);
    }

    const Experiment& m_experiment;
    const ExperimentReport& m_report;
    const Diagnostic& m_diagnostic;
    Signatures m_signatures;
    std::vector<std::string> m_level;
    std::string m_prefix, m_name;
    const Graph* m_graph = nullptr;
    const Node* m_node = nullptr;
    const Signature* m_signature = nullptr;
    std::vector<FixProposal> m_proposals;
    int m_group = 0;
    bool m_alone = false;
};

}  // namespace

std::vector<FixProposal> graphProposals(const Experiment& experiment, const ExperimentReport& report, const Diagnostic& diagnostic) {
    return GraphProposer(experiment, report, diagnostic).proposals();
}

}  // namespace seekbench
