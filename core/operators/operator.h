// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/message.h"
#include "core/base/result.h"
#include "core/graph/dimension.h"
#include "core/operators/parameter.h"

namespace seekbench {

// Why a facet of an operator does not exist: an English sentence shown to the user.
struct Unsupported {
    std::string_view reason;
};

// A Facet is either a rule or the reason why there is none. It has no default constructor, so that an operator which
// forgets one does not compile.
template <class Rule>
class Facet {
public:
    Facet(Rule rule) : m_state(rule) {}
    Facet(Unsupported reason) : m_state(reason) {}

    const Rule* rule() const { return std::get_if<Rule>(&m_state); }
    std::string_view reason() const {  // empty when there is a rule
        const auto* unsupported = std::get_if<Unsupported>(&m_state);
        return unsupported ? unsupported->reason : std::string_view{};
    }

private:
    std::variant<Rule, Unsupported> m_state;
};

// Groups operators in the palette, the documentation and the source files.
enum class Family { Structure, Linear, Convolution, Normalization, Activation, Pooling, Regularization, Shape, Combination, Attention, Recurrent };
std::string_view nameOf(Family family);

enum class Arity { One, Many };  // Many: takes any number (≥ 1) of edges, numbered by slot

struct PortSpec {
    std::string_view name;
    std::string_view help;  // meaning and shape, such as "(batch, channels, height, width)"
    Arity arity = Arity::One;
    bool optional = false;  // input ports: may stay unconnected; then the rules get an empty TensorType
};

// Why a shape rule refuses its inputs.
struct ShapeError {
    std::string port;  // the input port that does not fit; empty: the node as a whole
    Message message;
    std::optional<Shape> expected = {}, got = {};
    bool wrongElementType = false;
};

// What a shape rule finds: output types, and equalities it had to assume and could not prove.
struct ShapeOutcome {
    std::vector<TensorType> outputs;
    std::vector<ShapeError> unproven;  // become warnings, checked again with real sizes at the start of a run
};

// inputs: one entry per edge, ports in order, slots in order.
using ShapeRule = Result<ShapeOutcome, ShapeError> (*)(const Parameters&, std::span<const TensorType> inputs);

// What a node costs for one forward pass.
struct Cost {
    std::int64_t parameters = 0;       // trainable numbers
    // Products that are summed: matrix products, convolutions, the scale and shift of normalizations. Function values,
    // comparisons and plain sums count nothing. One multiply-add = 2 FLOPs.
    std::int64_t multiplyAdds = 0;
    std::int64_t activationBytes = 0;  // results kept for backward, 4 bytes per Float, 8 per Integer; views keep nothing
    Cost operator+(const Cost& other) const;
    bool operator==(const Cost&) const = default;
};

// Shapes are integers here (the caller binds all symbols first; batch is 1 for "per sample").
using Sizes = std::vector<std::int64_t>;
using CostRule = Cost (*)(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs);

// The operator as code, neutral between Python and C++: core/operators/code.h, which only those include who write code.
class CodeSite;
struct OperatorCode;
using CodeRule = OperatorCode (*)(const CodeSite&);

// Neutral export node; core/export serialises it, so that core needs no schema of ONNX or TFLite.
struct ExportNode {
    std::string op;
    ParameterValues attributes;
    std::vector<std::string> inputs, outputs;  // names of tensors
};
using OnnxRule = std::vector<ExportNode> (*)(const Parameters&, std::string_view path, std::span<const std::string> inputs);
using TfliteRule = std::vector<ExportNode> (*)(const Parameters&, std::string_view path, std::span<const std::string> inputs);

// An Example is documentation and test in one: parameters and input shapes with the output shapes that follow, for a batch
// of 1 where the operator brings its own (Input).
struct Example {
    ParameterValues parameters;
    std::vector<TensorType> inputs;
    std::vector<Sizes> outputs;
};

// An Operator (layer type) is a row of the catalog: everything about it that needs no tensor. Its torch half is the row
// with the same id in gpu/operators/.
struct Operator {
    std::string_view id;              // "Conv2d": stable, written in files, never shown
    Family family;
    std::string_view label, summary;  // English source text, marked for translation
    std::vector<PortSpec> inputs, outputs;
    std::vector<ParameterSpec> parameters;
    Facet<ShapeRule> shape;
    Facet<CostRule> cost;
    Facet<CodeRule> code;
    Facet<OnnxRule> onnx;
    Facet<TfliteRule> tflite;
    std::vector<Example> examples;
};

}  // namespace seekbench
