// SPDX-License-Identifier: Apache-2.0
#include "core/graph/signature.h"

#include "core/graph/repetition.h"
#include "core/operators/catalog.h"

namespace seekbench {
namespace {

Signature signatureOf(const Operator& op) {
    Signature signature{.primitive = &op, .inputs = {}, .outputs = {}, .parameters = op.parameters};
    for (const PortSpec& port : op.inputs) signature.inputs.push_back({port.name, port.arity, port.optional});
    for (const PortSpec& port : op.outputs) signature.outputs.push_back(port.name);
    return signature;
}

ParameterType typeOf(const ParameterValue& value) {
    if (std::holds_alternative<bool>(value)) return ParameterType::Boolean;
    return std::holds_alternative<double>(value) ? ParameterType::Real : ParameterType::Integer;
}

Signature signatureOf(const Composite& composite) {
    Signature signature{.composite = &composite, .inputs = {}, .outputs = {}, .parameters = {}};
    for (const auto& [name, node] : composite.body.nodes) {
        if (node.op == "Input") signature.inputs.push_back({name});
        if (node.op == "Output") signature.outputs.push_back(name);
    }
    for (const CompositeParameter& parameter : composite.parameters)
        signature.parameters.push_back({.name = parameter.name,
                                        .type = typeOf(parameter.standard),
                                        .label = parameter.label,
                                        .help = parameter.help,
                                        .standard = parameter.standard});
    if (!signature.outputs.empty() && signature.outputs.size() <= signature.inputs.size())
        signature.parameters.push_back(specOf(kRepeat, phrase("Repetitions"),
                                              phrase("How often the block is applied in a row, each time with weights of its own."), 1, 1,
                                              static_cast<double>(kMostRepetitions)));
    return signature;
}

}  // namespace

bool Signature::isInput() const { return primitive && primitive->id == "Input"; }
bool Signature::isOutput() const { return primitive && primitive->id == "Output"; }

const Signature* Signatures::find(std::string_view id) {
    auto known = m_known.find(id);
    if (known == m_known.end()) {
        std::optional<Signature> signature;
        if (const Operator* op = findOperator(id))
            signature = signatureOf(*op);
        else if (const Composite* composite = m_library.composite(id))
            signature = signatureOf(*composite);
        known = m_known.emplace(id, std::move(signature)).first;
    }
    return known->second ? &*known->second : nullptr;
}

}  // namespace seekbench
