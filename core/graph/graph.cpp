// SPDX-License-Identifier: Apache-2.0
#include "core/graph/graph.h"

#include <algorithm>
#include <charconv>

namespace seekbench {

const Node* Graph::find(std::string_view name) const {
    const auto found = nodes.find(name);
    return found == nodes.end() ? nullptr : &found->second;
}

std::string text(const Endpoint& endpoint) {
    return endpoint.node + "." + endpoint.port + (endpoint.slot == 0 ? "" : "." + std::to_string(endpoint.slot));
}

Result<Endpoint> endpointFromText(std::string_view text) {
    const Error malformed(ErrorCode::InvalidInput, say("\"%1\" does not name a port of a node.", text),
                          say("Write it as node.port, or node.port.slot for one of many edges."));
    const auto firstDot = text.find('.');
    if (firstDot == 0 || firstDot == std::string_view::npos) return malformed;
    const std::string_view rest = text.substr(firstDot + 1);
    const auto secondDot = rest.find('.');
    Endpoint endpoint{std::string(text.substr(0, firstDot)), std::string(rest.substr(0, secondDot))};
    if (endpoint.port.empty()) return malformed;
    if (secondDot == std::string_view::npos) return endpoint;
    const std::string_view slot = rest.substr(secondDot + 1);
    const auto [end, failure] = std::from_chars(slot.data(), slot.data() + slot.size(), endpoint.slot);
    if (failure != std::errc{} || end != slot.data() + slot.size() || endpoint.slot < 0) return malformed;
    return endpoint;
}

namespace {

bool continuesCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }  // UTF-8

bool isForbidden(char byte) { return byte == '.' || byte == '/' || static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

constexpr std::ptrdiff_t kLongestName = 64;

}  // namespace

Result<void> checkNodeName(std::string_view name) {
    const auto length = std::ranges::count_if(name, [](char byte) { return !continuesCharacter(byte); });
    if (name.empty() || length > kLongestName)
        return Error(ErrorCode::InvalidInput, say("A node's name has 1 to %1 characters; this one has %2.", kLongestName, length),
                     say("Choose another name."));
    if (std::ranges::any_of(name, isForbidden))
        return Error(ErrorCode::InvalidInput, say("The node name \"%1\" holds a dot, a slash or a control character.", name),
                     say("Choose a name without them."));
    return {};
}

std::string freeNodeName(const Graph& graph, std::string_view stem) {
    std::string name(stem);
    for (int number = 2; graph.nodes.contains(name); ++number) name = std::string(stem) + std::to_string(number);
    return name;
}

}  // namespace seekbench
