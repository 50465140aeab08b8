// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/sentence_book.h"

#include <algorithm>

#include <QtCore/QFile>

namespace seekbench {

SentenceBook::SentenceBook(const std::vector<std::string>& sources) {
    for (const std::string& source : sources)
        if (Pattern pattern = patternOf(source); !pattern.numbers.empty()) m_patterns.push_back(std::move(pattern));
    std::ranges::stable_sort(m_patterns, std::ranges::greater(), &Pattern::letters);
}

const SentenceBook& SentenceBook::ofCore() {
    static const SentenceBook book([] {
        std::vector<std::string> sources;
        QFile file(QStringLiteral(":/text/sentences.txt"));
        if (file.open(QIODevice::ReadOnly))
            for (const QByteArray& line : file.readAll().split('\n'))
                if (!line.isEmpty()) sources.push_back(line.toStdString());
        return sources;
    }());
    return book;
}

SentenceBook::Pattern SentenceBook::patternOf(const std::string& source) {
    Pattern pattern{.source = source, .pieces = {""}, .numbers = {}};
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '%' && i + 1 < source.size() && source[i + 1] >= '1' && source[i + 1] <= '9') {
            pattern.numbers.push_back(static_cast<std::size_t>(source[++i] - '1'));
            pattern.pieces.emplace_back();
        } else {
            pattern.pieces.back() += source[i];
            ++pattern.letters;
        }
    }
    return pattern;
}

std::optional<std::vector<std::string>> SentenceBook::argumentsOf(const Pattern& pattern, std::string_view english) {
    const std::string& last = pattern.pieces.back();
    if (english.size() <= pattern.letters || !english.starts_with(pattern.pieces.front()) || !english.ends_with(last)) return std::nullopt;
    english.remove_prefix(pattern.pieces.front().size());
    english.remove_suffix(last.size());
    std::vector<std::optional<std::string>> found(1 + *std::ranges::max_element(pattern.numbers));
    for (std::size_t i = 0; i < pattern.numbers.size(); ++i) {
        const bool isLast = i + 1 == pattern.numbers.size();
        const std::size_t end = isLast ? english.size() : english.find(pattern.pieces[i + 1]);
        if (end == std::string_view::npos || end == 0) return std::nullopt;
        std::string argument(english.substr(0, end));
        if (auto& place = found[pattern.numbers[i]]; !place)
            place = std::move(argument);
        else if (*place != argument)
            return std::nullopt;
        english.remove_prefix(isLast ? end : end + pattern.pieces[i + 1].size());
    }
    std::vector<std::string> arguments;
    for (auto& argument : found) arguments.push_back(argument.value_or(std::string()));
    return arguments;
}

std::optional<Message> SentenceBook::find(std::string_view english) const {
    for (const Pattern& pattern : m_patterns)
        if (auto arguments = argumentsOf(pattern, english)) return Message{pattern.source, std::move(*arguments)};
    return std::nullopt;
}

}  // namespace seekbench
