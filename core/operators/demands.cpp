// SPDX-License-Identifier: Apache-2.0
#include "core/operators/demands.h"

namespace seekbench {

bool Demands::element(std::string_view port, const TensorType& got, ElementType wanted) {
    if (got.element == wanted) return true;
    m_refusal = ShapeError{.port = std::string(port),
                           .message = wanted == ElementType::Float ? say("%1 must carry real numbers, and whole numbers arrive.", port)
                                                                   : say("%1 must carry whole numbers, and real numbers arrive.", port),
                           .wrongElementType = true};
    return false;
}

bool Demands::shape(std::string_view port, const Shape& got, const std::vector<Extent>& extents) {
    if (got.size() == extents.size()) return lastExtents(port, got, extents);
    Shape expected;
    for (const Extent& extent : extents) expected.push_back(extent.wanted.value_or(Dimension::symbol(std::string(extent.name))));
    return refuse(port, say("%1 needs %2 dimensions, and the tensor that arrives has %3.", port, extents.size(), got.size()),
                  std::move(expected), got);
}

bool Demands::lastExtents(std::string_view port, const Shape& got, const std::vector<Extent>& extents) {
    if (got.size() < extents.size()) return shape(port, got, extents);
    const std::size_t leading = got.size() - extents.size();
    Shape expected = got;
    for (std::size_t i = 0; i < extents.size(); ++i) expected[leading + i] = extents[i].wanted.value_or(got[leading + i]);
    for (std::size_t i = 0; i < extents.size(); ++i) {
        const Dimension& wanted = expected[leading + i];
        const Dimension& found = got[leading + i];
        switch (compare(wanted, found)) {
            case Equality::Equal: break;
            case Equality::Unknown:
                assume(port,
                       say("Only a run can tell whether dimension %1 of %2 is %3 (%4).", leading + i, port, wanted.text(), extents[i].name),
                       expected, got);
                break;
            case Equality::Different:
                return refuse(port,
                              say("%1 is %2, and dimension %3 of the tensor that arrives at %4 is %5.", extents[i].name, wanted.text(),
                                  leading + i, port, found.text()),
                              expected, got);
        }
    }
    return true;
}

bool Demands::refuse(std::string_view port, Message message, std::optional<Shape> expected, std::optional<Shape> got) {
    m_refusal =
        ShapeError{.port = std::string(port), .message = std::move(message), .expected = std::move(expected), .got = std::move(got)};
    return false;
}

void Demands::assume(std::string_view port, Message message, Shape expected, Shape got) {
    m_unproven.push_back(
        {.port = std::string(port), .message = std::move(message), .expected = std::move(expected), .got = std::move(got)});
}

std::optional<std::size_t> dimensionIndex(std::int64_t dim, std::size_t rank) {
    const auto count = static_cast<std::int64_t>(rank);
    if (dim < -count || dim >= count) return std::nullopt;
    return static_cast<std::size_t>(dim < 0 ? dim + count : dim);
}

}  // namespace seekbench
