// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/plain_input.h"

namespace seekbench::executor {

PlainInput::PlainInput(NodeBuilder& node, std::size_t index, Use use) {
    Tensor& input = *node.inputs[index];
    m_data = input.data;
    m_gradient = node.inputGradients[index];
    if (input.isWhole() || isPlain(input.layout)) {
        if (use == Use::Both) node.keep(input);
        return;
    }
    const Layout plain = plainLayout(input.sizes);
    m_data = use == Use::Both ? node.saved(plain.get_size()) : node.forwardWorkspace(plain.get_size());
    m_take = reorder(node.engine(), input.layout, input.data, plain, m_data);
    if (m_gradient == nullptr) return;
    Buffer* rows = node.backwardWorkspace(plain.get_size());
    m_give = reorder(node.engine(), plain, rows, input.layout, m_gradient);
    m_gradient = rows;
}

void PlainInput::bind(const dnnl::engine& engine) {
    m_take.bind(engine);
    m_give.bind(engine);
}

std::int64_t elementsOf(const Sizes& sizes) {
    std::int64_t count = 1;
    for (const std::int64_t size : sizes) count *= size;
    return count;
}

std::size_t dimensionOf(std::int64_t dim, std::size_t rank) {
    return static_cast<std::size_t>(dim < 0 ? dim + static_cast<std::int64_t>(rank) : dim);
}

Split splitAt(const Sizes& sizes, std::size_t first, std::size_t last) {
    Split split;
    for (std::size_t i = 0; i < sizes.size(); ++i) (i < first ? split.outer : i <= last ? split.middle : split.inner) *= sizes[i];
    return split;
}

}  // namespace seekbench::executor
