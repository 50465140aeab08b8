// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "core/code/writer.h"

namespace seekbench {

// What the three Python styles share.
void writeDocstring(CodeWriter& writer, std::size_t indentation, const PlannedGraph& graph,
                    const std::set<std::string, std::less<>>& described);
// The class of a composite or of the model.
void writeClass(CodeWriter& writer, const Plan& plan, const PlannedGraph& graph);
// The helpers' classes and functions for the styles with modules.
void writeHelpers(CodeWriter& writer, const Plan& plan, std::string_view CodeHelper::*style);
// x = self.conv1(x), or what `piece` makes of the call; its value taken apart, under the node's condition.
void writeStatement(CodeWriter& writer, ConditionWriter& conditions, Renderer& renderer, const PlannedNode& node, const CodeCall& call,
                    const CodePiece& piece, std::size_t indentation, bool shapes);
// A composite that is applied several times: `loop` and in it what `call` makes of the inputs, the outputs being the next inputs.
void writeRepetition(CodeWriter& writer, ConditionWriter& conditions, Renderer& renderer, const PlannedNode& node, const std::string& loop,
                     const std::function<CodePiece(std::vector<CodePiece> inputs)>& call, std::size_t indentation);
// The constructor of all repetitions.
CodePiece repeatedly(const PlannedNode& node, Renderer& renderer);
std::vector<CodePiece> inputVariables(const PlannedGraph& graph);
void writeReturn(CodeWriter& writer, const PlannedGraph& graph, std::size_t indentation);
// The whole file: head, imports that the body needs, body.
EmittedCode pythonFile(const Plan& plan, const CodeOptions& options, std::vector<CodeLine> body, bool ordered = false);

}  // namespace seekbench
