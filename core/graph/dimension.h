// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace seekbench {

// A Dimension is one extent of a tensor's shape: an integer, an affine expression of named symbols (2*sequence + 1),
// or opaque: a value that is known only at run time and has nothing but its description.
// Two opaque dimensions with the same description are the same value, because the description is the expression.
class Dimension {
public:
    Dimension(std::int64_t extent = 0) : m_constant(extent) {}
    static Dimension symbol(std::string name);
    static Dimension opaque(std::string description);

    bool isInteger() const { return m_description.empty() && m_coefficients.empty(); }
    bool isOpaque() const { return !m_description.empty(); }
    // The extent, when it is an integer.
    std::optional<std::int64_t> integer() const;

    Dimension operator+(const Dimension& other) const;
    Dimension operator-(const Dimension& other) const;
    Dimension operator*(const Dimension& other) const;
    // floor(this / divisor), divisor > 0. Stays affine when every coefficient is a multiple of the divisor.
    Dimension dividedBy(std::int64_t divisor) const;
    // The same expression with `bindings` put in for symbols; opaque dimensions stay as they are.
    Dimension bound(const std::map<std::string, std::int64_t>& bindings) const;

    // "64", "2*n + 1", "floor((n - 3)/2)"
    std::string text() const;

    bool operator==(const Dimension&) const = default;

private:
    std::int64_t m_constant = 0;
    std::map<std::string, std::int64_t> m_coefficients;  // symbol → factor, never 0
    std::string m_description;                           // opaque when not empty
};

enum class Equality { Equal, Different, Unknown };
// What can be proven about two dimensions. n and n + 1 are different; n and m, n and 64 are unknown.
Equality compare(const Dimension& a, const Dimension& b);

// The extents of a tensor, outermost first. The batch is a dimension like any other, by convention the symbol "batch".
using Shape = std::vector<Dimension>;

Equality compare(const Shape& a, const Shape& b);
// The product of all extents; 1 for a scalar.
Dimension elementCount(const Shape& shape);
// "[batch, 64, 28, 28]"
std::string text(const Shape& shape);
// The extents as integers, or nothing when one of them is not an integer.
std::optional<std::vector<std::int64_t>> integers(const Shape& shape);

enum class ElementType { Float, Integer };  // Float follows the run's precision; Integer is int64 (token ids, labels)

// What flows along an edge: element type and shape.
struct TensorType {
    Shape shape;
    ElementType element = ElementType::Float;
    bool operator==(const TensorType&) const = default;
};

}  // namespace seekbench
