// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/named_tensor.h"

#include <map>
#include <string_view>

#include <ATen/ATen.h>

namespace seekbench {
namespace {

std::map<std::string_view, at::Tensor> byName(const std::vector<NamedTensor>& tensors) {
    std::map<std::string_view, at::Tensor> found;
    for (const auto& [name, tensor] : tensors) found[name] = tensor;
    return found;
}

}  // namespace

Result<void> fits(const std::vector<NamedTensor>& given, const std::vector<NamedTensor>& wanted) {
    const auto known = byName(given);
    for (const auto& [name, tensor] : wanted) {
        const auto found = known.find(name);
        if (found == known.end()) return Error(ErrorCode::InvalidInput, say("The tensor %1 is missing.", name));
        if (found->second.sizes() != tensor.sizes() || found->second.scalar_type() != tensor.scalar_type())
            return Error(ErrorCode::InvalidInput, say("The tensor %1 has another shape or element type than the model wants.", name));
    }
    if (known.size() != wanted.size() || given.size() != wanted.size())
        return Error(ErrorCode::InvalidInput, say("There are %1 tensors where the model has %2.", given.size(), wanted.size()));
    return {};
}

Result<void> copyByName(const std::vector<NamedTensor>& source, const std::vector<NamedTensor>& target) {
    if (auto same = fits(source, target); !same) return same;
    const auto known = byName(source);
    at::NoGradGuard noGradient;
    for (const auto& [name, tensor] : target) tensor.copy_(known.at(name));
    return {};
}

}  // namespace seekbench
