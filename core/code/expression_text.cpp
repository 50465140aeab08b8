// SPDX-License-Identifier: Apache-2.0
#include "core/code/expression_text.h"

#include <charconv>

namespace seekbench {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Walks through the grammar of expression.h, writes down what it reads, and keeps an eye on what is a real number.
class Translator {
public:
    Translator(std::string_view text, CodeLanguage language, const ParameterValues& names,
               const std::function<std::string(const std::string&)>& nameText)
        : m_text(text), m_language(language), m_names(names), m_nameText(nameText) {}

    std::string translate() { return comparison().text; }

private:
    struct Part {
        std::string text;
        bool real = false;
    };

    Part comparison() {
        Part left = sum();
        for (const std::string_view sign : {"==", "!=", "<=", ">=", "<", ">"})
            if (take(sign)) return {left.text + " " + std::string(sign) + " " + sum().text};
        return left;
    }

    Part sum() {
        Part left = product();
        for (;;) {
            const char sign = peek();
            if (sign != '+' && sign != '-') return left;
            ++m_at;
            const Part right = product();
            left = {left.text + " " + sign + " " + right.text, left.real || right.real};
        }
    }

    Part product() {
        Part left = factor();
        for (;;) {
            const char sign = peek();
            if (sign != '*' && sign != '/' && sign != '%') return left;
            ++m_at;
            const Part right = factor();
            const bool real = left.real || right.real;
            if (sign == '%' && real && m_language == CodeLanguage::Cpp) {
                left = {"std::fmod(" + left.text + ", " + right.text + ")", true};
                continue;
            }
            // Whole numbers stay whole here; Python has a sign of its own for that.
            const std::string_view word = sign == '*' ? "*" : sign == '%' ? "%" : !real && m_language == CodeLanguage::Python ? "//" : "/";
            left = {left.text + " " + std::string(word) + " " + right.text, real};
        }
    }

    Part factor() {
        if (take("-")) {
            const Part inner = factor();
            return {"-" + inner.text, inner.real};
        }
        if (take("(")) {
            const Part inner = comparison();
            take(")");
            return {"(" + inner.text + ")", inner.real};
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isWord(begin)) ++m_at;
        const std::string word(m_text.substr(begin, m_at - begin));
        if (!word.empty() && isLetter(word.front())) return {m_nameText(word), isReal(word)};
        return {word, word.find_first_of(".eE") != std::string::npos};
    }

    // A name, or a number with a fraction and an exponent whose sign is part of it.
    bool isWord(std::size_t begin) const {
        const char c = m_text[m_at];
        if (isLetter(m_text[begin])) return isLetter(c) || isDigit(c);
        const bool afterExponent = m_at > begin && (m_text[m_at - 1] == 'e' || m_text[m_at - 1] == 'E');
        return isDigit(c) || c == '.' || c == 'e' || c == 'E' || (afterExponent && (c == '-' || c == '+'));
    }

    bool isReal(const std::string& name) const {
        const auto found = m_names.find(name);
        return found != m_names.end() && std::holds_alternative<double>(found->second);
    }

    char peek() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    bool take(std::string_view sign) {
        peek();
        if (!m_text.substr(m_at).starts_with(sign)) return false;
        m_at += sign.size();
        peek();
        return true;
    }

    std::string_view m_text;
    CodeLanguage m_language;
    const ParameterValues& m_names;
    const std::function<std::string(const std::string&)>& m_nameText;
    std::size_t m_at = 0;
};

// The shortest text that gives the same number, with a point or an exponent that says it is a real one.
std::string realText(double number) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    std::string text(buffer, end);
    const auto exponent = text.find('e');
    if (exponent == std::string::npos) return text.find('.') == std::string::npos ? text + ".0" : text;
    // 1e-05 → 1e-5
    const auto digits = exponent + (text[exponent + 1] == '-' || text[exponent + 1] == '+' ? 2 : 1);
    while (text[digits] == '0' && digits + 1 < text.size()) text.erase(digits, 1);
    return text;
}

}  // namespace

std::string expressionText(std::string_view expression, CodeLanguage language, const ParameterValues& names,
                           const std::function<std::string(const std::string&)>& nameText) {
    return Translator(expression, language, names, nameText).translate();
}

std::string inQuotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::string literalText(const ParameterValue& value, CodeLanguage language) {
    const bool python = language == CodeLanguage::Python;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? python ? "True" : "true" : python ? "False" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) return realText(*real);
    if (const auto* text = std::get_if<std::string>(&value)) return inQuotes(*text);
    std::string list;
    const auto* numbers = std::get_if<std::vector<std::int64_t>>(&value);
    if (!numbers) return {};
    for (const std::int64_t number : *numbers) list.append(list.empty() ? "" : ", ").append(std::to_string(number));
    if (!python) return "{" + list + "}";
    return "(" + list + (numbers->size() == 1 ? ",)" : ")");
}

}  // namespace seekbench
