// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace seekbench {

// A SentenceBook finds the source text and the arguments of an English sentence that has them filled in already: journals and
// the database keep what a worker said as plain English, and the window shows it in its own language.
// Immutable; may be read from any thread.
class SentenceBook {
public:
    // Source texts with %1 … for their arguments; those without any need no book.
    explicit SentenceBook(const std::vector<std::string>& sources);
    // Every marked text of core, app/session and gpu that has arguments (translations/sentences.txt).
    static const SentenceBook& ofCore();

    // Of the source texts that fit, the one with the most letters of its own.
    std::optional<Message> find(std::string_view english) const;

private:
    // "%1 is %2." has the pieces "", " is ", "." and the numbers 1, 2.
    struct Pattern {
        std::string source;
        std::vector<std::string> pieces;
        std::vector<std::size_t> numbers;
        std::size_t letters = 0;
    };
    static Pattern patternOf(const std::string& source);
    static std::optional<std::vector<std::string>> argumentsOf(const Pattern& pattern, std::string_view english);

    std::vector<Pattern> m_patterns;  // the most specific first
};

}  // namespace seekbench
