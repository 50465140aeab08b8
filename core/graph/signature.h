// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/graph/composite.h"
#include "core/operators/operator.h"

namespace seekbench {

// A Signature is an operator seen from outside, be it a primitive or a composite: exactly one of the two is set.
// It refers to the catalog and to the library it was made from.
struct Signature {
    struct Port {
        std::string_view name;
        Arity arity = Arity::One;
        bool optional = false;
    };
    const Operator* primitive = nullptr;
    const Composite* composite = nullptr;
    std::vector<Port> inputs;
    std::vector<std::string_view> outputs;
    std::vector<ParameterSpec> parameters;

    bool isInput() const;   // the primitive Input: a port of the graph it stands in
    bool isOutput() const;  // the primitive Output
};

// Looks up signatures by operator id and keeps them. The library must outlive it.
class Signatures {
public:
    explicit Signatures(const Library& library) : m_library(library) {}
    // nullptr when there is no such operator. Stays valid as long as this object.
    const Signature* find(std::string_view id);

private:
    const Library& m_library;
    std::map<std::string, std::optional<Signature>, std::less<>> m_known;
};

}  // namespace seekbench
