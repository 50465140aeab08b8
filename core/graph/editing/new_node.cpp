// SPDX-License-Identifier: Apache-2.0
#include "core/graph/editing/new_node.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "core/graph/editing/compose.h"
#include "core/graph/signature.h"
#include "core/operators/catalog.h"

namespace seekbench {
namespace {

// Which extent of the input a parameter repeats. Composites follow the same names, so a residual block fits itself, too.
struct Repeats {
    std::string_view parameter;
    int axis;  // negative: from the end
};
constexpr std::array kInputSides{Repeats{"in_channels", 1},  Repeats{"in_features", -1}, Repeats{"num_features", 1},
                                 Repeats{"num_channels", 1}, Repeats{"embed_dim", -1},   Repeats{"input_size", -1},
                                 Repeats{"features", -1}};
constexpr std::array kOutputSides{Repeats{"out_channels", 1}, Repeats{"out_features", -1}, Repeats{"hidden_size", -1}};

// Values for parameters that must be given when nothing is known of the input: those of the first layers one draws.
struct Plausible {
    std::string_view op, parameter;  // op "": of any operator
    ParameterValue value;
};
const std::vector<Plausible>& plausibleValues() {
    static const std::vector<Plausible> values{
        {"Input", "shape", Integers{1, 28, 28}},
        {"Reshape", "shape", Integers{-1}},
        {"Conv1d", "kernel_size", Integers{3}},
        {"Conv2d", "kernel_size", Integers{3}},
        {"Conv3d", "kernel_size", Integers{3}},
        {"", "kernel_size", Integers{2}},
        {"Pad", "pad", Integers{1, 1}},
        {"Crop", "crop", Integers{1, 1}},
        {"Permute", "dims", Integers{0, 2, 1}},
        {"Split", "split_size", std::int64_t{1}},
        {"GroupNorm", "num_groups", std::int64_t{8}},
        {"", "output_size", Integers{1}},
        {"", "normalized_shape", Integers{64}},
        {"", "in_channels", std::int64_t{1}},
        {"", "out_channels", std::int64_t{32}},
        {"", "in_features", std::int64_t{784}},
        {"", "out_features", std::int64_t{10}},
        {"", "num_embeddings", std::int64_t{1000}},
        {"", "num_heads", std::int64_t{4}},
    };
    return values;
}

ParameterValue plausible(std::string_view op, const ParameterSpec& spec) {
    for (const Plausible& entry : plausibleValues())
        if ((entry.op.empty() || entry.op == op) && entry.parameter == spec.name) return entry.value;
    // Widths of any other operator: 64 lies within every range a width may have.
    const double number = std::clamp(64.0, spec.minimum, spec.maximum);
    switch (spec.type) {
        case ParameterType::Boolean: return false;
        case ParameterType::Integer: return static_cast<std::int64_t>(number);
        case ParameterType::Real: return std::clamp(0.5, spec.minimum, spec.maximum);
        case ParameterType::Choice: return std::string(spec.choices.empty() ? std::string_view{} : spec.choices.front());
        case ParameterType::Integers: return Integers{static_cast<std::int64_t>(number)};
    }
    return false;
}

std::optional<std::int64_t> extentAt(const TensorType& type, int axis) {
    const int rank = static_cast<int>(type.shape.size());
    if (axis < 0) axis += rank;
    if (axis < 1 || axis >= rank) return std::nullopt;  // 0 is the batch, which no parameter repeats
    return type.shape[static_cast<std::size_t>(axis)].integer();
}

bool has(const Signature& signature, std::string_view parameter) {
    return std::ranges::find(signature.parameters, parameter, &ParameterSpec::name) != signature.parameters.end();
}

// Odd kernels with stride 1 keep height and width when half the kernel is padded.
void keepSize(Node& node) {
    const bool convolution = node.op == "Conv1d" || node.op == "Conv2d" || node.op == "Conv3d";
    if (!convolution || node.parameters.contains("padding") || node.parameters.contains("stride")) return;
    Integers padding;
    if (const auto* kernel = std::get_if<Integers>(&node.parameters["kernel_size"]))
        for (const std::int64_t size : *kernel) padding.push_back(size / 2);
    if (!padding.empty()) node.parameters.insert_or_assign("padding", std::move(padding));
}

// The largest of the usual numbers (of heads, of groups) that divides the width.
void fitDivisor(Node& node, const char* parameter, std::int64_t width, std::initializer_list<std::int64_t> usual) {
    for (const std::int64_t number : usual)
        if (width % number == 0) {
            node.parameters.insert_or_assign(parameter, number);
            return;
        }
}

// What an operator that changes the form of its input most often is for: channels to the end, half of them apart, one number more or
// less around each axis.
void fitForm(Node& node, const TensorType& input) {
    const std::size_t rank = input.shape.size();
    if (rank < 2) return;
    if (node.op == "Permute") {
        Integers dims{0};
        for (std::size_t axis = 2; axis < rank; ++axis) dims.push_back(static_cast<std::int64_t>(axis));
        dims.push_back(1);
        node.parameters.insert_or_assign("dims", std::move(dims));
    }
    if (node.op == "Split")
        if (const auto extent = extentAt(input, 1)) node.parameters.insert_or_assign("split_size", std::max<std::int64_t>(*extent / 2, 1));
    if (node.op == "Pad" || node.op == "Crop")
        node.parameters.insert_or_assign(node.op == "Pad" ? "pad" : "crop", Integers(2 * std::max<std::size_t>(rank - 2, 1), 1));
}

Error noOperator(std::string_view op) {
    return Error(ErrorCode::NotFound, say("There is no operator \"%1\".", op), say("Choose one from the palette."));
}

// SetParameter steps that turn `before` into `after`.
void appendChanges(Edit& edit, const Node& before, const Node& after) {
    for (const auto& [name, value] : after.parameters)
        if (const auto old = before.parameters.find(name); old == before.parameters.end() || old->second != value)
            edit.steps.push_back(SetParameter{after.name, name, value});
}

// Moves everything that comes after `edge` down by `pitch` when a node laid in the middle would cover its ends.
void makeRoom(Edit& edit, const Graph& graph, const Edge& edge, double pitch) {
    const Node &from = graph.nodes.at(edge.from.node), &to = graph.nodes.at(edge.to.node);
    const double room = to.position.y - from.position.y;
    if (room < 0 || room >= 2 * pitch - 1) return;
    std::multimap<std::string_view, std::string_view> followers;
    for (const Edge& each : graph.edges) followers.emplace(each.from.node, each.to.node);
    std::set<std::string_view> below{to.name};
    std::vector<std::string_view> open{to.name};
    while (!open.empty()) {
        const auto [begin, end] = followers.equal_range(open.back());
        open.pop_back();
        for (auto follower = begin; follower != end; ++follower)
            if (below.insert(follower->second).second) open.push_back(follower->second);
    }
    below.erase(from.name);  // a cycle
    for (const std::string_view name : below) {
        const Node& node = *graph.find(name);
        if (node.position.y >= to.position.y)
            edit.steps.push_back(MoveNode{node.name, {node.position.x, node.position.y + 2 * pitch - room}});
    }
}

}  // namespace

Node newNode(const Library& library, std::string_view op) {
    Node node{.name = std::string(op), .op = std::string(op), .parameters = {}, .when = {}, .position = {}};
    std::ranges::transform(node.name, node.name.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    Signatures signatures(library);
    if (const Signature* signature = signatures.find(op))
        for (const ParameterSpec& spec : signature->parameters)
            if (!spec.standard) node.parameters.insert_or_assign(std::string(spec.name), plausible(op, spec));
    return node;
}

Node fitted(Node node, const Library& library, const TensorType& input, OutputWidth width) {
    Signatures signatures(library);
    const Signature* signature = signatures.find(node.op);
    if (signature == nullptr) return node;
    const auto repeat = [&](const Repeats& side) {
        if (const auto extent = extentAt(input, side.axis); extent && *extent > 0 && has(*signature, side.parameter))
            node.parameters.insert_or_assign(std::string(side.parameter), *extent);
    };
    for (const Repeats& side : kInputSides) repeat(side);
    if (has(*signature, "embed_dim"))
        if (const auto features = extentAt(input, -1)) fitDivisor(node, "num_heads", *features, {8, 4, 2, 1});
    if (node.op == "GroupNorm")
        if (const auto channels = extentAt(input, 1)) fitDivisor(node, "num_groups", *channels, {32, 16, 8, 4, 2, 1});
    fitForm(node, input);
    if (has(*signature, "normalized_shape"))
        if (const auto features = extentAt(input, -1)) node.parameters.insert_or_assign("normalized_shape", Integers{*features});
    if (width == OutputWidth::AsInput) {
        for (const Repeats& side : kOutputSides) repeat(side);
        keepSize(node);
    }
    return node;
}

std::optional<TensorType> typeAt(const Endpoint& output, const Graph& graph, const Library& library, const GraphReport& report) {
    const Node* node = graph.find(output.node);
    const auto facts = report.nodes.find(output.node);
    if (node == nullptr || facts == report.nodes.end()) return std::nullopt;
    Signatures signatures(library);
    const Signature* signature = signatures.find(node->op);
    if (signature == nullptr) return std::nullopt;
    const auto port = static_cast<std::size_t>(std::ranges::find(signature->outputs, output.port) - signature->outputs.begin());
    return port < facts->second.outputs.size() ? std::optional(facts->second.outputs[port]) : std::nullopt;
}

bool accepts(const Node& node, const Library& library, const TensorType& input) {
    Signatures signatures(library);
    const Signature* signature = signatures.find(node.op);
    if (signature == nullptr || signature->inputs.empty()) return false;
    if (signature->isOutput()) return true;
    Integers shape;
    for (std::size_t axis = 1; axis < input.shape.size(); ++axis) {
        const auto extent = input.shape[axis].integer();
        if (!extent) return true;
        shape.push_back(*extent);
    }
    // The operator between an Input and an Output: the same rules as on the canvas.
    Graph graph;
    const std::string element = input.element == ElementType::Integer ? "integer" : "float";
    const auto add = [&](std::string name, std::string op, ParameterValues parameters) {
        graph.nodes.emplace(name, Node{.name = name, .op = std::move(op), .parameters = std::move(parameters), .when = {}, .position = {}});
    };
    add("a", "Input", {{"shape", shape}, {"element", element}});
    add("b", node.op, node.parameters);
    graph.edges.insert(Edge{{"a", "output"}, {"b", std::string(signature->inputs.front().name)}});
    for (std::size_t i = 0; i < signature->outputs.size(); ++i) {
        const std::string name = "c" + std::to_string(i);
        add(name, "Output", {});
        graph.edges.insert(Edge{{"b", std::string(signature->outputs[i])}, {name, "input"}});
    }
    const auto fits = [](const Diagnostic& diagnostic) {
        // What is missing besides this input the user connects next.
        return diagnostic.severity != Severity::Error || diagnostic.code == Diagnostic::Code::MissingInput;
    };
    return std::ranges::all_of(check(graph, library).diagnostics, fits);
}

Result<Edit> insertingNew(const Graph& graph, const Library& library, const GraphReport& report, const Edge& edge, Node node,
                          double pitch) {
    if (const auto type = typeAt(edge.from, graph, library, report)) node = fitted(std::move(node), library, *type, OutputWidth::AsInput);
    const Node* from = graph.find(edge.from.node);
    const Node* to = graph.find(edge.to.node);
    Edit room;
    if (from != nullptr && to != nullptr) {
        makeRoom(room, graph, edge, pitch);
        const double below = room.steps.empty() ? (to->position.y - from->position.y) / 2 : pitch;
        node.position = {room.steps.empty() ? (from->position.x + to->position.x) / 2 : from->position.x, from->position.y + below};
    }
    auto edit = insertingOn(graph, library, edge, std::move(node));
    if (edit) edit->steps.insert(edit->steps.end(), room.steps.begin(), room.steps.end());
    return edit;
}

Result<Edit> movingOnto(const Graph& graph, const Library& library, const GraphReport& report, const Edge& edge, const std::string& name) {
    const Node* node = graph.find(name);
    if (node == nullptr) return Error(ErrorCode::NotFound, say("There is no node %1.", name));
    Graph rest = graph;
    rest.nodes.erase(name);
    auto edit = insertingOn(rest, library, edge, *node);
    if (!edit) return edit.error();
    std::erase_if(edit->steps, [](const EditStep& step) { return std::holds_alternative<AddNode>(step); });
    if (const auto type = typeAt(edge.from, graph, library, report))
        appendChanges(*edit, *node, fitted(*node, library, *type, OutputWidth::Fresh));
    return edit;
}

Result<Edit> addingAt(const Graph& graph, const Library& library, const GraphReport& report, const Endpoint& end, bool endIsOutput,
                      Node node) {
    Signatures signatures(library);
    const Signature* signature = signatures.find(node.op);
    if (signature == nullptr) return noOperator(node.op);
    if (endIsOutput ? signature->inputs.empty() : signature->outputs.empty())
        return Error(ErrorCode::InvalidInput,
                     endIsOutput ? say("%1 has no input to connect.", node.op) : say("%1 has no output to connect.", node.op),
                     say("Choose another operator."));
    if (endIsOutput)
        if (const auto type = typeAt(end, graph, library, report)) node = fitted(std::move(node), library, *type, OutputWidth::Fresh);
    node.name = freeNodeName(graph, node.name);
    const Edge edge = endIsOutput ? Edge{end, {node.name, std::string(signature->inputs.front().name)}}
                                  : Edge{{node.name, std::string(signature->outputs.front())}, end};
    Edit edit = connecting(graph, edge);
    edit.steps.insert(edit.steps.begin(), AddNode{std::move(node)});
    return edit;
}

Result<Edit> swapping(const Graph& graph, const Library& library, const GraphReport& report, const std::string& name, std::string_view op) {
    Signatures signatures(library);
    const Node* node = graph.find(name);
    if (node == nullptr) return Error(ErrorCode::NotFound, say("There is no node %1.", name));
    const Signature *before = signatures.find(node->op), *after = signatures.find(op);
    if (after == nullptr) return noOperator(op);
    Edit edit;
    if (node->op == op) return edit;

    // Where a port went: the same name, else the same place, else nowhere.
    const auto moved = [](const auto& oldNames, const auto& newNames, const std::string& port) -> std::optional<std::string> {
        if (std::ranges::find(newNames, port) != newNames.end()) return port;
        const auto place = static_cast<std::size_t>(std::ranges::find(oldNames, port) - oldNames.begin());
        if (place >= oldNames.size() || place >= newNames.size()) return std::nullopt;
        return std::string(newNames[place]);
    };
    const auto inputNames = [](const Signature* signature) {
        std::vector<std::string_view> names;
        if (signature != nullptr)
            for (const Signature::Port& port : signature->inputs) names.push_back(port.name);
        return names;
    };
    const auto outputNames = [](const Signature* signature) {
        return signature == nullptr ? std::vector<std::string_view>{} : signature->outputs;
    };
    std::set<Endpoint> taken;
    std::vector<Edge> added;
    const Edge* feeding = nullptr;
    for (const Edge& edge : graph.edges) {
        Edge changed = edge;
        bool stays = true;
        if (edge.from.node == name) {
            const auto port = moved(outputNames(before), outputNames(after), edge.from.port);
            if (port) changed.from.port = *port;
            stays = port.has_value();
        }
        if (edge.to.node == name) {
            if (feeding == nullptr) feeding = &edge;
            const auto port = moved(inputNames(before), inputNames(after), edge.to.port);
            if (port) changed.to.port = *port;
            const auto spec = port ? std::ranges::find(after->inputs, *port, &Signature::Port::name) : after->inputs.end();
            const bool many = spec != after->inputs.end() && spec->arity == Arity::Many;
            stays = stays && port && (many || edge.to.slot == 0) && taken.insert(changed.to).second;
        }
        if (stays && changed == edge) continue;
        if (edge.from.node != name && edge.to.node != name) continue;
        edit.steps.push_back(Disconnect{edge});
        if (stays) added.push_back(std::move(changed));
    }
    edit.steps.push_back(SetOperator{name, std::string(op)});

    Node fresh = newNode(library, op);
    for (const auto& [parameter, value] : node->parameters) {
        if (has(*after, parameter))
            fresh.parameters.insert_or_assign(parameter, value);
        else if (findOperator(op) == nullptr || findOperator(node->op) == nullptr)
            edit.steps.push_back(SetParameter{name, parameter, std::nullopt});  // SetOperator leaves those of composites
    }
    fresh.name = name;
    if (feeding != nullptr)
        if (const auto type = typeAt(feeding->from, graph, library, report))
            fresh = fitted(std::move(fresh), library, *type, OutputWidth::Fresh);
    Node kept = *node;
    std::erase_if(kept.parameters, [&](const auto& parameter) { return !has(*after, parameter.first); });
    appendChanges(edit, kept, fresh);
    for (Edge& edge : added) edit.steps.push_back(Connect{std::move(edge)});
    return edit;
}

}  // namespace seekbench
