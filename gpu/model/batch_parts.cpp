// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/batch_parts.h"

#include <algorithm>

#include <ATen/ATen.h>

namespace seekbench {

std::vector<BatchPart> partsOf(const std::vector<at::Tensor>& inputs, const at::Tensor& target, std::int64_t parts, std::int64_t least) {
    const std::int64_t samples = inputs.front().size(0);
    parts = std::min(parts, samples / least);
    if (parts <= 1) return {{inputs, target}};
    std::vector<BatchPart> all;
    for (std::int64_t i = 0; i < parts; ++i) {
        const std::int64_t begin = i * samples / parts, end = (i + 1) * samples / parts;
        BatchPart part{
            {}, target.defined() ? target.slice(0, begin, end) : target, static_cast<double>(end - begin) / static_cast<double>(samples)};
        for (const at::Tensor& input : inputs) part.inputs.push_back(input.slice(0, begin, end));
        all.push_back(std::move(part));
    }
    return all;
}

std::int64_t leastPart(const Model& model) {
    // The deviation over a single sample is none.
    const bool normalizes = std::ranges::any_of(model.nodes, [](const FlatNode& node) { return node.op->id.starts_with("BatchNorm"); });
    return normalizes ? 2 : 1;
}

}  // namespace seekbench
