// SPDX-License-Identifier: Apache-2.0
#include "core/operators/operator.h"

#include "core/operators/cost.h"

namespace seekbench {

std::string_view nameOf(Family family) {
    switch (family) {
        case Family::Structure: return phrase("Structure");
        case Family::Linear: return phrase("Linear");
        case Family::Convolution: return phrase("Convolution");
        case Family::Normalization: return phrase("Normalization");
        case Family::Activation: return phrase("Activation");
        case Family::Pooling: return phrase("Pooling");
        case Family::Regularization: return phrase("Regularization");
        case Family::Shape: return phrase("Shape");
        case Family::Combination: return phrase("Combination");
        case Family::Attention: return phrase("Attention");
        case Family::Recurrent: return phrase("Recurrent");
    }
    return {};
}

Cost Cost::operator+(const Cost& other) const {
    return {.parameters = total({parameters, other.parameters}),
            .multiplyAdds = total({multiplyAdds, other.multiplyAdds}),
            .activationBytes = total({activationBytes, other.activationBytes})};
}

namespace {

// What is beyond 64 bits is beyond every machine; the largest number says so better than a wrapped one.
constexpr std::int64_t kBeyond = std::numeric_limits<std::int64_t>::max();

}  // namespace

std::int64_t total(std::initializer_list<std::int64_t> terms) {
    std::int64_t sum = 0;
    for (const std::int64_t term : terms)
        if (__builtin_add_overflow(sum, term, &sum)) return kBeyond;
    return sum;
}

std::int64_t product(std::initializer_list<std::int64_t> factors) {
    std::int64_t result = 1;
    bool beyond = false;
    for (const std::int64_t factor : factors) {
        if (factor == 0) return 0;
        beyond = __builtin_mul_overflow(result, factor, &result) || beyond;
    }
    return beyond ? kBeyond : result;
}

std::int64_t elements(const Sizes& sizes) {
    std::int64_t count = 1;
    for (const std::int64_t size : sizes) count = product({count, size});
    return count;
}

}  // namespace seekbench
