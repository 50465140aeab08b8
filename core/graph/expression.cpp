// SPDX-License-Identifier: Apache-2.0
#include "core/graph/expression.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace seekbench {
namespace {

constexpr std::size_t kLongest = 500;
constexpr int kDeepest = 50;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool startsName(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

double real(const Number& number) {
    return std::visit([](auto held) { return static_cast<double>(held); }, number);
}

// nullopt: the result is not a number that can be held.
std::optional<Number> computed(char op, std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    const bool divides = op == '/' || op == '%';
    if (divides && (b == 0 || (a == INT64_MIN && b == -1))) return std::nullopt;
    const std::int64_t roundedUp = divides && a % b != 0 && (a < 0) != (b < 0) ? 1 : 0;
    switch (op) {
        case '+': return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional<Number>(result);
        case '-': return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional<Number>(result);
        case '*': return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional<Number>(result);
        case '/': return a / b - roundedUp;
        default: return a % b + roundedUp * b;
    }
}

std::optional<Number> computed(char op, double a, double b) {
    double result = 0;
    switch (op) {
        case '+': result = a + b; break;
        case '-': result = a - b; break;
        case '*': result = a * b; break;
        case '/': result = a / b; break;
        default: result = a - b * std::floor(a / b); break;
    }
    return std::isfinite(result) ? std::optional<Number>(result) : std::nullopt;
}

std::optional<Number> computed(char op, const Number& a, const Number& b) {
    const auto* wholeA = std::get_if<std::int64_t>(&a);
    const auto* wholeB = std::get_if<std::int64_t>(&b);
    return wholeA && wholeB ? computed(op, *wholeA, *wholeB) : computed(op, real(a), real(b));
}

template <class T>
bool holds(std::string_view comparison, T a, T b) {
    if (comparison == "==") return a == b;
    if (comparison == "!=") return a != b;
    if (comparison == "<=") return a <= b;
    if (comparison == ">=") return a >= b;
    return comparison == "<" ? a < b : a > b;
}

bool compared(std::string_view comparison, const Number& a, const Number& b) {
    const auto* wholeA = std::get_if<std::int64_t>(&a);
    const auto* wholeB = std::get_if<std::int64_t>(&b);
    return wholeA && wholeB ? holds(comparison, *wholeA, *wholeB) : holds(comparison, real(a), real(b));
}

// Recursive descent; each method reads one rule of the grammar in the header. The first complaint ends the reading: from
// then on every method returns 0 at once.
class Reader {
public:
    Reader(std::string_view text, const ParameterValues& names) : m_text(text), m_names(names) {}

    Result<Number, Message> read() {
        const Number number = expression();
        if (peek() != '\0' || m_at < m_text.size()) unexpected();
        if (m_complaint) return *m_complaint;
        return number;
    }

private:
    Number expression() {
        if (++m_depth > kDeepest) return complain(say("The expression is nested more than %1 levels deep.", kDeepest));
        Number left = sum();
        const std::string_view comparison = readComparison();
        if (!comparison.empty()) left = std::int64_t{compared(comparison, left, sum())};
        --m_depth;
        return left;
    }

    Number sum() {
        Number left = product();
        while (!m_complaint && (peek() == '+' || peek() == '-')) left = apply(take(), left, &Reader::product);
        return left;
    }

    Number product() {
        Number left = factor();
        while (!m_complaint && (peek() == '*' || peek() == '/' || peek() == '%')) left = apply(take(), left, &Reader::factor);
        return left;
    }

    Number factor() {
        if (m_complaint) return Number();
        const char next = peek();
        if (isDigit(next) || next == '.') return literal();
        if (startsName(next)) return named();
        if (next == '-') {
            // Signs nest like parentheses: each one is a level of recursion.
            if (++m_depth > kDeepest) return complain(say("The expression is nested more than %1 levels deep.", kDeepest));
            const Number negated = apply(take(), Number(), &Reader::factor);
            --m_depth;
            return negated;
        }
        if (next != '(') return unexpected();
        take();
        const Number inner = expression();
        if (!m_complaint && peek() != ')') return unexpected();
        take();
        return inner;
    }

    Number apply(char op, const Number& left, Number (Reader::*operand)()) {
        const Number right = (this->*operand)();
        if (m_complaint) return Number();
        if ((op == '/' || op == '%') && real(right) == 0) return complain(say("The expression \"%1\" divides by zero.", m_text));
        const auto result = computed(op, left, right);
        return result ? *result : complain(say("A number in the expression \"%1\" becomes too large.", m_text));
    }

    Number literal() {
        const char* const begin = m_text.data() + m_at;
        const char* const end = m_text.data() + m_text.size();
        std::int64_t whole = 0;
        double fractional = 0;
        const auto asWhole = std::from_chars(begin, end, whole);
        const auto asReal = std::from_chars(begin, end, fractional);
        if (asReal.ec != std::errc{}) return unexpected();
        m_at += static_cast<std::size_t>(asReal.ptr - begin);
        if (asWhole.ec == std::errc{} && asWhole.ptr == asReal.ptr) return whole;
        return fractional;
    }

    Number named() {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && (startsName(m_text[m_at]) || isDigit(m_text[m_at]))) ++m_at;
        const std::string_view name = m_text.substr(begin, m_at - begin);
        const auto found = m_names.find(name);
        if (found == m_names.end())
            return complain(say("The expression \"%1\" names %2, which is no parameter of this composite.", m_text, name));
        if (const auto* truth = std::get_if<bool>(&found->second)) return std::int64_t{*truth};
        if (const auto* integer = std::get_if<std::int64_t>(&found->second)) return *integer;
        if (const auto* number = std::get_if<double>(&found->second)) return *number;
        return complain(say("The expression \"%1\" names %2, which is not a number.", m_text, name));
    }

    std::string_view readComparison() {
        peek();
        for (const std::string_view comparison : {"==", "!=", "<=", ">=", "<", ">"}) {
            if (!m_text.substr(m_at).starts_with(comparison)) continue;
            m_at += comparison.size();
            return comparison;
        }
        return {};
    }

    // The next character after blanks; '\0' at the end.
    char peek() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    char take() { return m_at < m_text.size() ? m_text[m_at++] : '\0'; }

    Number unexpected() {
        if (peek() == '\0' && m_at >= m_text.size()) return complain(say("The expression \"%1\" ends too early.", m_text));
        return complain(say("The expression \"%1\" cannot be read at its character %2.", m_text, m_at + 1));
    }
    Number complain(Message complaint) {
        if (!m_complaint) m_complaint = std::move(complaint);
        return Number();
    }

    std::string_view m_text;
    const ParameterValues& m_names;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<Message> m_complaint;
};

}  // namespace

Result<Number, Message> evaluate(std::string_view expression, const ParameterValues& names) {
    if (expression.size() > kLongest) return say("The expression is longer than %1 characters.", kLongest);
    return Reader(expression, names).read();
}

}  // namespace seekbench
