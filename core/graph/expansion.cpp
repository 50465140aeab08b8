// SPDX-License-Identifier: Apache-2.0
#include "core/graph/expansion.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "core/graph/node_parameters.h"
#include "core/graph/repetition.h"
#include "core/graph/wiring.h"

namespace seekbench {
namespace {

using Code = Diagnostic::Code;

// A tensor on its way through the graph: which value of the flat model it is, and its type.
struct Value {
    ValueRef ref;
    TensorType type;
};
using Values = std::vector<std::optional<Value>>;  // nothing: unknown, because of a mistake that is reported already

constexpr ValueRef kUnconnected{-1, 0};

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool allKnown(const Values& values) {
    return std::ranges::all_of(values, [](const auto& value) { return value.has_value(); });
}

std::vector<TensorType> typesOf(const Values& values) {
    std::vector<TensorType> types;
    for (const auto& value : values) types.push_back(value->type);
    return types;
}

// The sizes of all tensors, or nothing when one of them is not a plain number.
std::optional<std::vector<Sizes>> sizesOf(const std::vector<TensorType>& types) {
    std::vector<Sizes> sizes;
    for (const TensorType& type : types) {
        auto extents = integers(type.shape);
        if (!extents) return std::nullopt;
        sizes.push_back(std::move(*extents));
    }
    return sizes;
}

Cost costOf(const Operator& op, const Parameters& parameters, const std::vector<TensorType>& inputs,
            const std::vector<TensorType>& outputs) {
    const auto inputSizes = sizesOf(inputs), outputSizes = sizesOf(outputs);
    return op.cost.rule() && inputSizes && outputSizes ? (*op.cost.rule())(parameters, *inputSizes, *outputSizes) : Cost{};
}

class Expander {
public:
    Expander(const Library& library, const Bindings& bindings) : m_signatures(library), m_bindings(bindings) {}

    Expansion expand(const Graph& graph) {
        expandGraph({.graph = graph, .prefix = {}});
        return std::move(m_result);
    }

private:
    // The graph that is being walked through: the top one, or a body with what surrounds it.
    struct Place {
        const Graph& graph;
        std::string prefix;                    // of its nodes' paths: "" or "block/"
        const Signature* composite = nullptr;  // whose body this is; nullptr at the top, as the next two
        const ParameterValues* names = nullptr;
        const Values* inputs = nullptr;  // what arrives at the composite's input ports
    };
    struct Inside {
        Values outputs;  // what the Output nodes give out, by name
        Cost cost;
    };

    // The body of a composite on its own: the numbers of its nodes count from 0, its paths begin in it, and value kFirstPort - i is
    // what arrives at its input number i.
    struct Body {
        std::vector<TensorType> types;  // of the inputs
        Parameters parameters;
        std::vector<FlatNode> nodes;
        std::vector<std::pair<std::string, NodeFacts>> facts;
        Values outputs;
        Cost cost;
        bool clean = true;  // nothing was found
    };
    static constexpr int kFirstPort = -2;  // -1: an input without an edge
    static constexpr std::size_t kMostKeptBodies = 32;

    Inside expandGraph(const Place& place) {
        const Wiring wiring = wire(place.graph, m_signatures, place.prefix, m_result.diagnostics);
        checkEnds(place, wiring);
        Inside inside;
        std::vector<Values> values(wiring.nodes.size());
        std::map<std::string_view, std::optional<Value>> atOutputs;
        for (const int index : wiring.order) {
            const WiredNode& wired = wiring.nodes[at(index)];
            if (!wired.signature) continue;
            if (m_tooMany || ++m_visited > kMostNodes) {
                reportTooMany();
                break;
            }
            Values inputs = inputsOf(wired, values);
            if (place.composite && wired.signature->isInput()) {
                values[at(index)] = enter(place, wired.name);
                continue;
            }
            if (place.composite && wired.signature->isOutput()) {
                leave(place, wired.name, inputs.front());
                atOutputs[wired.name] = inputs.front();
                continue;
            }
            auto [outputs, cost] = expandNode(place, wired, inputs);
            values[at(index)] = std::move(outputs);
            inside.cost = inside.cost + cost;
        }
        for (auto& [name, value] : atOutputs) inside.outputs.push_back(std::move(value));
        return inside;
    }

    // The ends of a body are no nodes of the model; what goes through them is known all the same.
    Values enter(const Place& place, const std::string& port) {
        const auto number = std::ranges::find(place.composite->inputs, port, &Signature::Port::name) - place.composite->inputs.begin();
        const auto& value = (*place.inputs)[static_cast<std::size_t>(number)];
        if (value) m_result.facts[place.prefix + port] = {.inputs = {}, .outputs = {value->type}, .cost = {}};
        return {value};
    }
    void leave(const Place& place, const std::string& port, const std::optional<Value>& value) {
        if (value) m_result.facts[place.prefix + port] = {.inputs = {value->type}, .outputs = {}, .cost = {}};
    }

    // What arrives at a node; every entry unknown when its edges are not in order.
    static Values inputsOf(const WiredNode& wired, const std::vector<Values>& values) {
        if (!wired.complete) return Values(wired.sources.size());
        Values inputs;
        for (const auto& source : wired.sources) {
            if (!source)
                inputs.push_back(Value{kUnconnected, {}});
            else if (const Values& outputs = values[at(source->node)]; outputs.empty())
                inputs.push_back(std::nullopt);
            else
                inputs.push_back(outputs[at(source->output)]);
        }
        return inputs;
    }

    Inside expandNode(const Place& place, const WiredNode& wired, const Values& inputs) {
        const std::string path = place.prefix + wired.name;
        if (!wired.node->when.empty()) {
            const auto active = isActive(*wired.node, path, place.names, m_result.diagnostics);
            if (!active) return unknownOutputs(wired);
            if (!*active) return passThrough(wired, path, inputs);
        }
        const auto parameters = resolveParameters(*wired.node, *wired.signature, path, place.names, m_result.diagnostics);
        if (wired.signature->composite) return parameters ? expandComposite(wired, path, *parameters, inputs) : unknownOutputs(wired);
        if (!parameters || !wired.complete || !allKnown(inputs)) return unknownOutputs(wired);
        return infer(*wired.signature->primitive, path, *parameters, inputs);
    }

    static Inside unknownOutputs(const WiredNode& wired) { return {Values(wired.signature->outputs.size()), {}}; }

    // What arrives first goes on unchanged; an Add that is passed by leaves the sum out, and with it what would have been added.
    Inside passThrough(const WiredNode& wired, const std::string& path, const Values& inputs) {
        if (!wired.complete) return unknownOutputs(wired);
        const auto first = std::ranges::find_if(wired.sources, [](const auto& source) { return source.has_value(); });
        if (first == wired.sources.end() || wired.signature->outputs.size() != 1) {
            report(Code::InvalidExpression, path, {},
                   say("\"when\" is 0 here, and only a node with an input and one output can be passed by."));
            return unknownOutputs(wired);
        }
        const auto& value = inputs[static_cast<std::size_t>(first - wired.sources.begin())];
        if (value) m_result.facts[path] = {.inputs = {value->type}, .outputs = {value->type}, .cost = {}};
        return {{value}, {}};
    }

    Inside expandComposite(const WiredNode& wired, const std::string& path, const Parameters& parameters, const Values& inputs) {
        const Composite& composite = *wired.signature->composite;
        if (std::ranges::find(m_open, &composite) != m_open.end()) {
            report(Code::NestingTooDeep, path, {}, say("The composite %1 contains itself.", composite.id));
            return unknownOutputs(wired);
        }
        if (m_open.size() >= at(kDeepestNesting)) {
            report(Code::NestingTooDeep, path, {}, say("Composites are nested more than %1 levels deep here.", kDeepestNesting));
            return unknownOutputs(wired);
        }
        m_open.push_back(&composite);
        const auto body = bodyOf(wired, path, parameters, inputs);
        m_open.pop_back();
        const auto repeat = parameters.values().find(std::string(kRepeat.name));
        const std::int64_t count = repeat == parameters.values().end() ? 1 : std::get<std::int64_t>(repeat->second);
        return count == 1 ? expandOnce(*body, path, inputs) : expandRepeatedly(*body, path, inputs, count);
    }

    Inside expandOnce(const Body& body, const std::string& path, const Values& inputs) {
        Inside inside{instantiate(body, path + "/", inputs), body.cost};
        if (allKnown(inputs) && allKnown(inside.outputs))
            m_result.facts[path] = {.inputs = typesOf(inputs), .outputs = typesOf(inside.outputs), .cost = inside.cost};
        return inside;
    }

    // The body once for each repetition. What is found in it is found once, under the path without a number: repetitions get equal
    // types, so that they are alike.
    Inside expandRepeatedly(const Body& body, const std::string& path, const Values& inputs, std::int64_t count) {
        Inside inside{Values(body.outputs.size()), {}};
        Values arriving = inputs;
        for (std::int64_t repetition = 1; repetition <= count; ++repetition) {
            const std::string place = path + "/" + std::to_string(repetition);
            const Values leaving = instantiate(body, place + "/", arriving);
            if (!allKnown(arriving) || !allKnown(leaving)) return inside;
            if (repetition == 1 && !checkRepeatable(path, arriving, leaving)) return inside;
            m_result.facts[place] = {.inputs = typesOf(arriving), .outputs = typesOf(leaving), .cost = body.cost};
            inside.cost = inside.cost + body.cost;
            std::ranges::copy(leaving, arriving.begin());
        }
        std::copy_n(arriving.begin(), inside.outputs.size(), inside.outputs.begin());
        for (const auto& [inner, facts] : body.facts) m_result.facts.emplace(path + "/" + inner, facts);
        m_result.facts[path] = {.inputs = typesOf(inputs), .outputs = typesOf(inside.outputs), .cost = inside.cost};
        return inside;
    }

    // Whether each output can be the input of the next repetition.
    bool checkRepeatable(const std::string& path, const Values& arriving, const Values& leaving) {
        for (std::size_t i = 0; i < leaving.size(); ++i) {
            const TensorType &in = arriving[i]->type, &out = leaving[i]->type;
            if (in == out) continue;
            report(
                Code::ShapeMismatch, path, {},
                say("A block can be repeated when it gives out what it takes in, and its output number %1 differs from its input.", i + 1));
            m_result.diagnostics.back().expected = in.shape;
            m_result.diagnostics.back().got = out.shape;
            return false;
        }
        return true;
    }

    // The body of a composite for these parameters and types of inputs: walked through, or kept from an equal node before.
    std::shared_ptr<const Body> bodyOf(const WiredNode& wired, const std::string& path, const Parameters& parameters,
                                       const Values& inputs) {
        auto& kept = m_bodies[wired.signature->composite];
        const bool known = allKnown(inputs);
        const auto types = known ? typesOf(inputs) : std::vector<TensorType>{};
        if (known)
            for (const auto& body : kept)
                if (body->types == types && body->parameters == parameters) return body;
        auto body = std::make_shared<Body>(walkBody(wired, path, parameters, inputs));
        // What is found in a body is told at each node, under its path; so a body with findings is walked through again.
        if (known && body->clean && kept.size() < kMostKeptBodies) {
            body->types = types;
            body->parameters = parameters;
            kept.push_back(body);
        }
        return body;
    }

    Body walkBody(const WiredNode& wired, const std::string& path, const Parameters& parameters, const Values& inputs) {
        const std::string prefix = path + "/";
        Values ports = inputs;
        for (std::size_t i = 0; i < ports.size(); ++i)
            if (ports[i]) ports[i]->ref = {kFirstPort - static_cast<int>(i), 0};
        const std::size_t findings = m_result.diagnostics.size();
        const std::size_t visited = m_visited;  // instantiate() counts the nodes of a body, each time
        auto outerNodes = std::exchange(m_result.model.nodes, {});
        auto outerFacts = std::exchange(m_result.facts, {});
        Inside inside = expandGraph({.graph = wired.signature->composite->body,
                                     .prefix = prefix,
                                     .composite = wired.signature,
                                     .names = &parameters.values(),
                                     .inputs = &ports});
        m_visited = visited;
        Body body;
        body.nodes = std::exchange(m_result.model.nodes, std::move(outerNodes));
        for (FlatNode& node : body.nodes) node.path.erase(0, prefix.size());
        for (auto& [inner, facts] : std::exchange(m_result.facts, std::move(outerFacts)))
            body.facts.emplace_back(inner.substr(prefix.size()), std::move(facts));
        body.outputs = std::move(inside.outputs);
        body.outputs.resize(wired.signature->outputs.size());
        body.cost = inside.cost;
        body.clean = m_result.diagnostics.size() == findings;
        return body;
    }

    // Puts the nodes of a body into the model, with what arrives at its ports; the values that its Output nodes give out.
    Values instantiate(const Body& body, const std::string& prefix, const Values& inputs) {
        m_visited += body.facts.size();
        if (m_tooMany || m_visited > kMostNodes) {
            reportTooMany();
            return Values(body.outputs.size());
        }
        const int base = static_cast<int>(m_result.model.nodes.size());
        const auto placed = [&](ValueRef ref) {
            if (ref.node >= 0) return ValueRef{ref.node + base, ref.output};
            return ref.node <= kFirstPort ? inputs[at(kFirstPort - ref.node)]->ref : ref;
        };
        for (const FlatNode& node : body.nodes) {
            FlatNode& copy = m_result.model.nodes.emplace_back(node);
            copy.path.insert(0, prefix);
            for (ValueRef& input : copy.inputs) input = placed(input);
        }
        for (const auto& [inner, facts] : body.facts) m_result.facts.insert_or_assign(prefix + inner, facts);
        Values outputs = body.outputs;
        for (auto& output : outputs)
            if (output) output->ref = placed(output->ref);
        return outputs;
    }

    // Asks the shape rule of a primitive and adds it to the model.
    Inside infer(const Operator& op, const std::string& path, const Parameters& parameters, const Values& inputs) {
        Inside result{Values(op.outputs.size()), {}};
        FlatNode flat{.path = path, .op = &op, .parameters = parameters, .inputs = {}, .inputTypes = typesOf(inputs), .outputTypes = {}};
        if (!op.shape.rule()) {
            report(Code::ShapeMismatch, path, {}, {std::string(op.shape.reason()), {}});
            return result;
        }
        const auto outcome = (*op.shape.rule())(parameters, flat.inputTypes);
        if (!outcome) {
            report(outcome.error(), path);
            return result;
        }
        for (const ShapeError& unproven : outcome->unproven) report(unproven, path, Severity::Warning);
        for (TensorType type : outcome->outputs) {
            for (Dimension& extent : type.shape) extent = extent.bound(m_bindings);
            flat.outputTypes.push_back(std::move(type));
        }
        for (const auto& input : inputs) flat.inputs.push_back(input->ref);
        const int number = static_cast<int>(m_result.model.nodes.size());
        for (std::size_t output = 0; output < flat.outputTypes.size(); ++output)
            result.outputs[output] = Value{{number, static_cast<int>(output)}, flat.outputTypes[output]};
        result.cost = costOf(op, parameters, flat.inputTypes, flat.outputTypes);
        m_result.facts[path] = {.inputs = flat.inputTypes, .outputs = flat.outputTypes, .cost = result.cost};
        m_result.model.nodes.push_back(std::move(flat));
        return result;
    }

    // Every graph gives something out, and the top one takes something in.
    void checkEnds(const Place& place, const Wiring& wiring) {
        const auto none = [&](bool (Signature::*kind)() const) {
            return std::ranges::none_of(wiring.nodes,
                                        [&](const WiredNode& wired) { return wired.signature && (wired.signature->*kind)(); });
        };
        const std::string path = place.prefix.substr(0, place.prefix.empty() ? 0 : place.prefix.size() - 1);
        if (!place.composite && none(&Signature::isInput)) report(Code::NoInput, path, {}, say("The graph has no Input node."));
        if (none(&Signature::isOutput)) report(Code::NoOutput, path, {}, say("The graph has no Output node."));
    }

    void report(Code code, const std::string& path, const std::string& port, Message message, Severity severity = Severity::Error) {
        m_result.diagnostics.push_back({.severity = severity, .code = code, .node = path, .port = port, .message = std::move(message)});
    }

    void report(const ShapeError& error, const std::string& path, Severity severity = Severity::Error) {
        const Code code = severity == Severity::Warning ? Code::UnprovenEquality
                          : error.wrongElementType      ? Code::ElementTypeMismatch
                          : error.port.empty()          ? Code::InvalidParameter
                                                        : Code::ShapeMismatch;
        report(code, path, error.port, error.message, severity);
        m_result.diagnostics.back().expected = error.expected;
        m_result.diagnostics.back().got = error.got;
    }

    void reportTooMany() {
        if (!std::exchange(m_tooMany, true))
            report(Code::NestingTooDeep, {}, {}, say("With all composites expanded, the graph has more than %1 nodes.", kMostNodes));
    }

    Signatures m_signatures;
    const Bindings& m_bindings;
    Expansion m_result;
    std::vector<const Composite*> m_open;                                           // the composites whose bodies are being walked through
    std::map<const Composite*, std::vector<std::shared_ptr<const Body>>> m_bodies;  // kept by bodyOf(); shared with who is using one
    std::size_t m_visited = 0;
    bool m_tooMany = false;
};

}  // namespace

Expansion expansionOf(const Graph& graph, const Library& library, const Bindings& bindings) {
    return Expander(library, bindings).expand(graph);
}

}  // namespace seekbench
