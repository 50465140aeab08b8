// SPDX-License-Identifier: Apache-2.0
#include "core/code/code.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/base/message.h"
#include "core/code/writer.h"

namespace seekbench {
namespace {

// The next part of a path, which is cut off.
std::string_view nextOf(std::string_view& path) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return part;
}

// The number of a repetition at the beginning of a path, which is cut off: 3 of "3/conv". Where a node has such a name, it is that node.
std::optional<std::string> skipRepetition(std::string_view& path, const std::function<bool(std::string_view)>& isNode) {
    const std::string_view number = path.substr(0, std::min(path.find('/'), path.size()));
    if (number.empty() || number.find_first_not_of("0123456789") != std::string_view::npos || isNode(number)) return std::nullopt;
    return std::string(nextOf(path));
}

// "block/1×1" → "block.node_1_1"
std::string statePath(const Plan& plan, std::string_view path) {
    const PlannedGraph* level = &plan.model();
    std::string name;
    while (!path.empty()) {
        const std::string part(nextOf(path));
        const auto identifier = level ? level->identifiers.find(part) : std::map<std::string, std::string, std::less<>>::const_iterator{};
        const bool known = level && identifier != level->identifiers.end();
        name.append(name.empty() ? "" : ".").append(known ? identifier->second : part);
        if (!level) continue;
        const auto node = std::ranges::find(level->nodes, part, &PlannedNode::name);
        const bool repeats = node != level->nodes.end() && node->repeat;
        level = node != level->nodes.end() && node->composite ? plan.of(node->composite) : nullptr;
        if (!repeats || !level) continue;
        // Lists of modules count from 0; a single repetition has no number in its path.
        const auto number = skipRepetition(path, [&](std::string_view inner) { return level->identifiers.contains(inner); });
        name.append(".").append(std::to_string(number ? std::stoll(*number) - 1 : 0));
    }
    return name;
}

}  // namespace

std::span<const CodeStyleRow> codeStyles() {
    static constexpr std::array kRows{
        CodeStyleRow{CodeStyle::Module, "module", phrase("Module"), phrase("Classes that inherit from nn.Module."), ".py"},
        CodeStyleRow{CodeStyle::Sequential, "sequential", phrase("Sequential"), phrase("One nn.Sequential, where the graph is a chain."),
                     ".py"},
        CodeStyleRow{CodeStyle::Functional, "functional", phrase("Functional"),
                     phrase("Functions of torch.nn.functional with the weights in a dictionary."), ".py"},
        CodeStyleRow{CodeStyle::Cpp, "cpp", phrase("C++"), phrase("Structs for LibTorch."), ".h"},
    };
    return kRows;
}

const CodeStyleRow& rowOf(CodeStyle style) { return *std::ranges::find(codeStyles(), style, &CodeStyleRow::style); }

const CodeStyleRow* findCodeStyle(std::string_view id) {
    const auto found = std::ranges::find(codeStyles(), id, &CodeStyleRow::id);
    return found == codeStyles().end() ? nullptr : &*found;
}

std::string EmittedCode::text() const {
    std::string all;
    for (const CodeLine& line : lines) all.append(line.text).append("\n");
    return all;
}

std::string EmittedCode::pathAt(std::size_t line) const {
    if (line >= lines.size() || lines[line].place.node.empty()) return {};
    const CodePlace& place = lines[line].place;
    if (place.composite.empty()) return place.node;
    const auto use = firstUses.find(place.composite);
    return use == firstUses.end() ? "" : use->second + "/" + place.node;
}

std::vector<std::size_t> EmittedCode::linesOf(const CodePlace& place) const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].place == place) numbers.push_back(i);
    return numbers;
}

Result<EmittedCode> emitCode(const Graph& graph, const Library& library, CodeStyle style, const CodeOptions& options) {
    return emitCode(graph, library, check(graph, library), style, options);
}

Result<EmittedCode> emitCode(const Graph& graph, const Library& library, const GraphReport& report, CodeStyle style,
                             const CodeOptions& options) {
    const auto plan = planOf(graph, library, report);
    if (!plan) return plan.error();
    switch (style) {
        case CodeStyle::Module: return moduleCodeOf(*plan, options);
        case CodeStyle::Sequential: return sequentialCodeOf(*plan, options);
        case CodeStyle::Functional: return functionalCodeOf(*plan, options);
        case CodeStyle::Cpp: return cppCodeOf(*plan, options);
    }
    return Error(ErrorCode::Unsupported, say("There is no such style of code."));
}

std::optional<CodePlace> placeOf(const Graph& graph, const Library& library, std::string_view path) {
    const Graph* level = &graph;
    CodePlace place;
    while (!path.empty()) {
        const Node* node = level->find(nextOf(path));
        if (!node) return std::nullopt;
        place.node = node->name;
        if (path.empty()) return place;
        const Composite* composite = library.composite(node->op);
        if (!composite) return std::nullopt;
        place.composite = composite->id;
        level = &composite->body;
        skipRepetition(path, [&](std::string_view name) { return level->find(name) != nullptr; });
    }
    return std::nullopt;
}

Result<std::vector<std::string>> stateNames(const Graph& graph, const Library& library, std::span<const std::string> tensors) {
    const auto plan = planOf(graph, library, check(graph, library));
    if (!plan) return plan.error();
    std::vector<std::string> names;
    for (const std::string_view tensor : tensors) {
        const std::size_t dot = std::min(tensor.find('.'), tensor.size());
        names.push_back(statePath(*plan, tensor.substr(0, dot)) + std::string(tensor.substr(dot)));
    }
    return names;
}

}  // namespace seekbench
