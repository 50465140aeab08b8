// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/operators/operator.h"

namespace seekbench {

// One extent of the shape that a rule demands: any extent, under the name that messages give it, or a certain one
// together with the parameter or input it comes from.
struct Extent {
    Extent(const char* anyExtent) : name(anyExtent) {}
    Extent(std::string_view source, Dimension demanded) : name(source), wanted(std::move(demanded)) {}

    std::string_view name;
    std::optional<Dimension> wanted;
};

// Demands is what a shape rule asks of its inputs, one demand after the other. A demand that does not hold returns false
// and becomes the rule's refusal; one that cannot be proven is assumed and noted.
class Demands {
public:
    bool element(std::string_view port, const TensorType& got, ElementType wanted);
    // `got` has exactly these extents.
    bool shape(std::string_view port, const Shape& got, const std::vector<Extent>& extents);
    // `got` ends in these extents.
    bool lastExtents(std::string_view port, const Shape& got, const std::vector<Extent>& extents);
    // Anything else about the node as a whole.
    bool that(bool holds, Message otherwise) { return holds || refuse({}, std::move(otherwise)); }
    // A demand that was found not to hold; always false.
    bool refuse(std::string_view port, Message message, std::optional<Shape> expected = {}, std::optional<Shape> got = {});
    // Notes an equality that had to be assumed.
    void assume(std::string_view port, Message message, Shape expected, Shape got);

    // The rule's answer: after a demand that failed, and after all of them held.
    Result<ShapeOutcome, ShapeError> refusal() const { return *m_refusal; }
    Result<ShapeOutcome, ShapeError> outcome(std::vector<TensorType> outputs) const { return ShapeOutcome{std::move(outputs), m_unproven}; }

private:
    std::optional<ShapeError> m_refusal;
    std::vector<ShapeError> m_unproven;
};

// The dimension of a tensor with `rank` dimensions that `dim` means (negative: counted from the end), if there is one.
std::optional<std::size_t> dimensionIndex(std::int64_t dim, std::size_t rank);

}  // namespace seekbench
