// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace seekbench {

// A Message is a sentence for the user in its English source text, with %1, %2 … where arguments go.
// core never shows it: the window translates `source` and fills in the arguments, the command line prints english().
struct Message {
    std::string source;
    std::vector<std::string> arguments;

    // The sentence with its arguments filled in. An argument that contains "%1" is not expanded again.
    std::string english() const;
    bool empty() const { return source.empty(); }

    bool operator==(const Message&) const = default;
};

// Text of an argument: strings as they are, integers in decimal, reals with up to six significant digits.
std::string argumentText(std::string_view text);
std::string argumentText(double number);
template <std::integral Integer>
std::string argumentText(Integer number) {
    return std::to_string(number);
}

// Marks `source` for translation (lupdate collects the first argument of say()) and binds its arguments.
template <class... Arguments>
Message say(const char* source, const Arguments&... arguments) {
    return Message{source, {argumentText(arguments)...}};
}

// Marks a label or sentence that stands in a table for translation (lupdate collects the argument of phrase() as it
// does the first one of say()) and returns it as it is.
constexpr std::string_view phrase(std::string_view source) { return source; }

}  // namespace seekbench
