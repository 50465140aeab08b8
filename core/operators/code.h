// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/operators/parameter.h"

// How an operator looks as code, neutral between Python and C++. A rule (Facet<CodeRule> of operator.h) says it once with the functions
// below; core/code renders it as nn.Module, nn.Sequential, functional PyTorch and LibTorch.

namespace seekbench {

// How an argument is passed on.
enum class Passing {
    Positional,  // f(3)
    Named,       // f(kernel_size=3); where C++ builds options, an argument of their constructor
    Option,      // f(stride=2), Options().stride(2); left out when it has PyTorch's default
    PythonOnly,  // f(batch_first=True); C++ has no such option
};

// A CodeExpression is an expression as a tree. Made by the functions below.
struct CodeExpression {
    enum class Kind {
        Value,
        Constant,
        Input,
        Weight,
        Weights,
        Path,
        Training,
        List,
        Call,
        Module,
        Self,
        Method,
        Infix,
        Subscript,
        Range,
        Either
    };
    Kind kind = Kind::Value;
    std::string text = {};                   // a name: of a function, a weight, an operator sign …
    ParameterValue value = false;            // Value: what it is; Weight: whether there is one
    std::vector<CodeExpression> items = {};  // arguments, operands, elements
    int number = 0;                          // Input: which; Value: of how many numbers it is one for all (kernel sizes), or 0

    Passing passing = Passing::Positional;
    std::string keyword = {};
    bool standard = false;  // it has the default of PyTorch
};

namespace code {

using Items = std::vector<CodeExpression>;

CodeExpression value(ParameterValue value);
// A word that Python writes "reflect" and C++ torch::kReflect.
CodeExpression constant(std::string name);
// What arrives at input number `number`; where nothing is connected, use CodeSite::connected() first.
CodeExpression input(int number);
// A tensor of the node, as its checkpoint names it: "weight". Where `present` is false the argument is left out; where it is an expression
// of a composite, the tensor may be missing.
CodeExpression weight(std::string name, ParameterValue present = true);
// For helpers of the functional style that look their tensors up: the dictionary of weights, and the path of the node in it.
CodeExpression weights();
CodeExpression path();
// Whether the model is being trained.
CodeExpression training();
// [a, b] or {a, b}
CodeExpression list(Items items);
// The element of a list that has one; otherwise the list.
CodeExpression oneOrList(const CodeExpression& list);
// "F.conv2d", "torch.cat" (torch:: in C++), or the function of a helper. C++ gets the arguments in this order, without their names.
CodeExpression call(std::string function, Items arguments);
// The node's own module, handed over to a function, or called.
CodeExpression module();
CodeExpression self(Items arguments);
CodeExpression method(CodeExpression object, std::string name, Items arguments = {});
CodeExpression infix(std::string sign, Items operands);
// Python only: x[:, 2:9], and the places in its brackets; a bound that is nothing is left out.
CodeExpression subscript(CodeExpression object, Items places);
CodeExpression range(std::optional<CodeExpression> start, std::optional<CodeExpression> end, std::optional<CodeExpression> step);
// Where the two languages differ.
CodeExpression either(CodeExpression python, CodeExpression cpp);

CodeExpression named(std::string keyword, CodeExpression argument);
CodeExpression pythonOnly(std::string keyword, CodeExpression argument);

}  // namespace code

// A function or class that PyTorch does not have, in the words of each style; "" where a style needs none. The texts are formatted as the
// emitted code is, without a line feed at their end.
struct CodeHelper {
    std::string_view name;
    std::string_view python = {};      // for all Python styles
    std::string_view module = {};      // for nn.Module and nn.Sequential, behind `python`
    std::string_view functional = {};  // for functional code, behind `python`
    std::string_view cpp = {};
};

// A module of torch.nn, or the class of a helper.
struct CodeModule {
    std::string type;
    code::Items arguments;
    bool own = false;  // of a helper: C++ hands the arguments over as they are, without options
};

// A statement: the expression, and how its value is taken apart. "0" is output 0; "0, (1, 2)" a pair whose second part is a pair; "_" is
// what the node does not give out.
struct CodeCall {
    CodeExpression expression;
    std::string results = "0";
    // Outputs that the value does not hold: (output, expression), such as a weight that is given out.
    std::vector<std::pair<int, CodeExpression>> others = {};
};

struct OperatorCode {
    std::optional<CodeModule> module;  // nothing: `function` says it in every style
    CodeCall call;                     // what forward() does with the module
    CodeCall function;                 // with weights of a dictionary instead of a module
    // C++, where it differs. Without `cpp` it is `call` where there are weights, and `function` where there are none.
    std::optional<CodeModule> cppModule = {};
    std::optional<CodeCall> cpp = {};
    std::vector<const CodeHelper*> helpers = {};
};

// A CodeSite is the node that a rule is asked about: its parameters, of which those inside a composite may be expressions of the
// composite's own, and what is connected.
class CodeSite {
public:
    // `connected`: one entry per edge, as the shape rule's inputs. Parameters must be valid; they may hold expressions.
    CodeSite(std::span<const ParameterSpec> specs, const ParameterValues& values, std::vector<bool> connected);

    // The value of a parameter as an argument.
    template <class T>
    CodeExpression operator[](Parameter<T> parameter) const {
        return argument(parameter.name);
    }
    template <class T>
    CodeExpression named(Parameter<T> parameter) const {
        return code::named(std::string(parameter.name), argument(parameter.name));
    }
    // Left out when it has the operator's default, which is PyTorch's; or, where PyTorch has another one, that.
    template <class T>
    CodeExpression option(Parameter<T> parameter) const {
        return optional(parameter.name, std::nullopt);
    }
    template <class T>
    CodeExpression option(Parameter<T> parameter, std::type_identity_t<T> standard) const {
        return optional(parameter.name, ParameterValue(std::move(standard)));
    }
    // Always a list: [64].
    CodeExpression list(Parameter<Integers> parameter) const;

    // The value where it is known, which is everywhere but at expressions inside a composite.
    template <class T>
    std::optional<T> known(Parameter<T> parameter) const {
        const auto* held = std::get_if<T>(&value(parameter.name));
        return held ? std::optional<T>(*held) : std::nullopt;
    }
    const ParameterValue& value(std::string_view parameter) const;

    std::size_t inputCount() const { return m_connected.size(); }
    bool connected(std::size_t input) const { return m_connected[input]; }
    // Input number `number`, or, where nothing is connected, number `otherwise`.
    CodeExpression input(int number, int otherwise) const;
    code::Items inputs() const;

private:
    const ParameterSpec& spec(std::string_view parameter) const;
    CodeExpression argument(std::string_view parameter) const;
    CodeExpression optional(std::string_view parameter, std::optional<ParameterValue> standard) const;

    std::span<const ParameterSpec> m_specs;
    ParameterValues m_values;
    std::vector<bool> m_connected;
};

// A module with one input and one output.
OperatorCode moduleCode(std::string type, code::Items arguments, CodeExpression function);
// The same function in every style.
OperatorCode functionCode(CodeExpression function, std::vector<const CodeHelper*> helpers = {});

}  // namespace seekbench
