// SPDX-License-Identifier: Apache-2.0
#include "core/graph/dimension.h"

#include <cassert>

#include "core/base/hash.h"

namespace seekbench {
namespace {

using Coefficients = std::map<std::string, std::int64_t>;

// Descriptions of opaque dimensions are built from each other and may double with every operation. What stands for the
// end of a long one is its fingerprint, so that equal descriptions still mean equal values.
std::string shortened(std::string description) {
    constexpr std::size_t kLongest = 160, kKept = 80;
    if (description.size() <= kLongest) return description;
    return description.substr(0, kKept) + "~" + fingerprintOf(description);
}

// `text` as an operand of a product or quotient.
std::string operand(const std::string& text) {
    const bool sum = text.find(' ') != std::string::npos || text.starts_with('-');
    return sum ? "(" + text + ")" : text;
}

std::int64_t flooredQuotient(std::int64_t number, std::int64_t divisor) {
    return number / divisor - (number % divisor != 0 && number < 0 ? 1 : 0);
}

}  // namespace

Dimension Dimension::symbol(std::string name) {
    Dimension dimension;
    dimension.m_coefficients.emplace(std::move(name), 1);
    return dimension;
}

Dimension Dimension::opaque(std::string description) {
    assert(!description.empty());
    Dimension dimension;
    dimension.m_description = shortened(std::move(description));
    return dimension;
}

std::optional<std::int64_t> Dimension::integer() const { return isInteger() ? std::optional(m_constant) : std::nullopt; }

// Sums and products beyond 64 bits become opaque like everything else that is not affine.
Dimension Dimension::operator+(const Dimension& other) const {
    if (*this == Dimension(0)) return other;
    if (other == Dimension(0)) return *this;
    Dimension sum = *this;
    bool affine = !isOpaque() && !other.isOpaque() && !__builtin_add_overflow(m_constant, other.m_constant, &sum.m_constant);
    for (const auto& [name, factor] : other.m_coefficients) {
        std::int64_t& total = sum.m_coefficients[name];
        affine = affine && !__builtin_add_overflow(total, factor, &total);
        if (total == 0) sum.m_coefficients.erase(name);
    }
    return affine ? sum : opaque(text() + " + " + other.text());
}

Dimension Dimension::operator-(const Dimension& other) const {
    if (*this == other) return 0;
    if (other.isOpaque() || isOpaque()) return other == Dimension(0) ? *this : opaque(text() + " - " + operand(other.text()));
    return *this + other * Dimension(-1);
}

Dimension Dimension::operator*(const Dimension& other) const {
    if (!isInteger() && other.isInteger()) return other * *this;
    if (*this == Dimension(0)) return 0;
    if (*this == Dimension(1)) return other;
    Dimension product = other;
    bool affine = isInteger() && !other.isOpaque() && !__builtin_mul_overflow(m_constant, other.m_constant, &product.m_constant);
    for (auto& [name, factor] : product.m_coefficients) affine = affine && !__builtin_mul_overflow(m_constant, factor, &factor);
    return affine ? product : opaque(operand(text()) + "*" + operand(other.text()));
}

Dimension Dimension::dividedBy(std::int64_t divisor) const {
    assert(divisor > 0);
    if (divisor == 1) return *this;
    Dimension quotient = *this;
    bool affine = !isOpaque();
    for (auto& [name, factor] : quotient.m_coefficients) {
        affine = affine && factor % divisor == 0;
        factor /= divisor;
    }
    quotient.m_constant = flooredQuotient(m_constant, divisor);
    return affine ? quotient : opaque("floor(" + operand(text()) + "/" + std::to_string(divisor) + ")");
}

Dimension Dimension::bound(const std::map<std::string, std::int64_t>& bindings) const {
    if (isInteger() || isOpaque()) return *this;
    Dimension result = m_constant;
    for (const auto& [name, factor] : m_coefficients) {
        const auto binding = bindings.find(name);
        result = result + Dimension(factor) * (binding == bindings.end() ? symbol(name) : Dimension(binding->second));
    }
    return result;
}

std::string Dimension::text() const {
    if (isOpaque()) return m_description;
    std::string text;
    for (const auto& [name, factor] : m_coefficients) {
        const bool first = text.empty();
        if (factor < 0) text += first ? "-" : " - ";
        if (factor > 0 && !first) text += " + ";
        const std::string magnitude = std::to_string(factor).substr(factor < 0 ? 1 : 0);
        text += magnitude == "1" ? name : magnitude + "*" + name;
    }
    if (text.empty()) return std::to_string(m_constant);
    if (m_constant > 0) text += " + " + std::to_string(m_constant);
    if (m_constant < 0) text += " - " + std::to_string(m_constant).substr(1);
    return text;
}

Equality compare(const Dimension& a, const Dimension& b) {
    const auto difference = (a - b).integer();
    if (!difference) return Equality::Unknown;
    return *difference == 0 ? Equality::Equal : Equality::Different;
}

Equality compare(const Shape& a, const Shape& b) {
    if (a.size() != b.size()) return Equality::Different;
    auto result = Equality::Equal;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Equality extents = compare(a[i], b[i]);
        if (extents == Equality::Different) return extents;
        if (extents == Equality::Unknown) result = extents;
    }
    return result;
}

Dimension elementCount(const Shape& shape) {
    Dimension count = 1;
    for (const Dimension& extent : shape) count = count * extent;
    return count;
}

std::string text(const Shape& shape) {
    std::string text = "[";
    for (const Dimension& extent : shape) text += (text.size() > 1 ? ", " : "") + extent.text();
    return text + "]";
}

std::optional<std::vector<std::int64_t>> integers(const Shape& shape) {
    std::vector<std::int64_t> extents;
    for (const Dimension& dimension : shape) {
        const auto extent = dimension.integer();
        if (!extent) return std::nullopt;
        extents.push_back(*extent);
    }
    return extents;
}

}  // namespace seekbench
