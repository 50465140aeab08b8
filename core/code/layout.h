// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace seekbench {

enum class CodeLanguage { Python, Cpp };

// A CodePiece is text that may be broken at its last bracket: `open`, the items, `close`. Without items `open` is all there is; items
// without brackets get some when they are broken.
struct CodePiece {
    std::string open;
    std::vector<CodePiece> items;
    std::string close;
    std::vector<std::string> links = {};  // calls in a chain, ".stride(2)", before `close`; instead of items
    std::size_t alignment = 0;            // where the links stand when they are broken, counted from the beginning of `open`
    bool operands = false;                // items stand beside each other ("a", "+ b") instead of behind commas

    CodePiece(std::string text) : open(std::move(text)) {}
    CodePiece(std::string openText, std::vector<CodePiece> inner, std::string closeText)
        : open(std::move(openText)), items(std::move(inner)), close(std::move(closeText)) {}
    std::string oneLine() const;
};

// The columns a line may have, as black (Python) has it and as .clang-format of the emitted C++ says.
std::size_t columnLimit(CodeLanguage language);
// Characters, not bytes.
std::size_t widthOf(std::string_view text);

// The lines of a statement that begins with `before` and ends with `after` (";", or a comma in a list), broken as black or clang-format
// break them.
std::vector<std::string> layOut(CodeLanguage language, std::size_t indentation, std::string before, const CodePiece& piece,
                                std::string after = {});

// Plain text in lines of that many columns, broken at spaces.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace seekbench
