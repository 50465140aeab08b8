// SPDX-License-Identifier: Apache-2.0
#include "core/code/layout.h"

#include <algorithm>

namespace seekbench {
namespace {

std::string joined(const std::vector<CodePiece>& items, std::string_view separator) {
    std::string text;
    for (const CodePiece& item : items) text.append(text.empty() ? "" : separator).append(item.oneLine());
    return text;
}

std::string separatorOf(const CodePiece& piece) { return piece.operands ? " " : ", "; }

}  // namespace

std::string CodePiece::oneLine() const {
    std::string chain;
    for (const std::string& link : links) chain += link;
    return open + joined(items, separatorOf(*this)) + chain + close;
}

std::size_t columnLimit(CodeLanguage language) { return language == CodeLanguage::Python ? 88 : 100; }

std::size_t widthOf(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<std::string> layOut(CodeLanguage language, std::size_t indentation, std::string before, const CodePiece& piece,
                                std::string after) {
    const bool python = language == CodeLanguage::Python;
    const std::size_t limit = columnLimit(language);
    const std::string indent(indentation, ' '), deeper(indentation + 4, ' ');
    const std::string whole = indent + before + piece.oneLine() + after;
    if (widthOf(whole) <= limit || (piece.items.empty() && piece.links.empty())) return {whole};
    const auto fits = [&](const std::string& text) { return indentation + 4 + widthOf(text) <= limit; };
    if (!python && before.ends_with(" = ") && fits(piece.oneLine() + after))  // clang-format would rather break here
        return {indent + before.substr(0, before.size() - 1), deeper + piece.oneLine() + after};
    if (!piece.links.empty()) {
        const std::size_t bracket = piece.open.find('(') + 1;
        const std::string chained = piece.oneLine().substr(bracket) + after;
        if (fits(chained)) return {indent + before + piece.open.substr(0, bracket), deeper + chained};
        std::vector<std::string> chain{indent + before + piece.open};
        for (const std::string& link : piece.links) chain.push_back(std::string(widthOf(indent + before) + piece.alignment, ' ') + link);
        chain.back() += piece.close + after;
        return chain;
    }
    const std::string open = piece.open.empty() ? "(" : piece.open, close = piece.close.empty() ? ")" : piece.close;
    std::vector<std::string> lines{indent + before + open};
    const std::string body = deeper + joined(piece.items, separatorOf(piece));
    // clang-format leaves the closing bracket behind the last argument.
    if (widthOf(body) + (python ? 0 : (close + after).size()) <= limit) {
        lines.push_back(python ? body : body + close + after);
        if (python) lines.push_back(indent + close + after);
        return lines;
    }
    for (const CodePiece& item : piece.items) {
        const bool last = &item == &piece.items.back();
        const std::string end = last ? python ? piece.operands ? "" : "," : close + after : piece.operands ? "" : ",";
        for (std::string& line : layOut(language, indentation + 4, {}, item, end)) lines.push_back(std::move(line));
    }
    if (python) lines.push_back(indent + close + after);
    return lines;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        if (!line.empty() && widthOf(line) + 1 + widthOf(word) > columns) lines.push_back(std::move(line)), line.clear();
        line.append(line.empty() ? "" : " ").append(word);
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace seekbench
