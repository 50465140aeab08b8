// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

// position · base^(-2 i / features) for each position and pair of features i: (length, pairs), in double precision.
at::Tensor angles(std::int64_t length, std::int64_t features, double base) {
    const at::Tensor pairs = at::arange(0, features, 2, at::kDouble);
    const at::Tensor frequencies = at::exp(pairs * (-std::log(base) / static_cast<double>(features)));
    return at::outer(at::arange(length, at::kDouble), frequencies);
}

// Tables of sines and cosines depend on sizes alone; they are kept until a forward pass asks for other ones.
template <class Make>
class KeptTable {
public:
    explicit KeptTable(Make make) : m_make(std::move(make)) {}
    const at::Tensor& like(const at::Tensor& input) {
        const std::int64_t length = input.size(-2), features = input.size(-1);
        const bool fits =
            m_table.defined() && m_length == length && m_features == features && m_table.options().type_equal(input.options());
        if (!fits || m_table.device() != input.device()) m_table = m_make(length, features).to(input.options());
        m_length = length;
        m_features = features;
        return m_table;
    }

private:
    Make m_make;
    at::Tensor m_table;
    std::int64_t m_length = 0, m_features = 0;
};

// Vaswani et al. 2017, arXiv 1706.03762, section 3.5: sines at even features, cosines at odd ones.
std::unique_ptr<Layer> sinusoidal(const Parameters& parameters) {
    const auto make = [base = parameters[kBase]](std::int64_t length, std::int64_t features) {
        const at::Tensor angle = angles(length, features, base);
        return at::stack({angle.sin(), angle.cos()}, -1).flatten(1).narrow(1, 0, features);
    };
    return functionLayer([table = KeptTable(make)](LayerInputs inputs) mutable { return inputs[0] + table.like(inputs[0]); });
}

// Su et al. 2021, arXiv 2104.09864, equation 34: the pair of features (2i, 2i + 1) is turned by the angle of its position.
std::unique_ptr<Layer> rotary(const Parameters& parameters) {
    const auto make = [base = parameters[kBase]](std::int64_t length, std::int64_t features) {
        const at::Tensor angle = angles(length, features, base);
        return at::stack({angle.cos(), angle.sin()});
    };
    return functionLayer([table = KeptTable(make)](LayerInputs inputs) mutable {
        const at::Tensor& turned = table.like(inputs[0]);
        const at::Tensor cosine = turned[0], sine = turned[1];
        const auto pairs = inputs[0].unflatten(-1, {-1, 2}).unbind(-1);
        return at::stack({pairs[0] * cosine - pairs[1] * sine, pairs[0] * sine + pairs[1] * cosine}, -1).flatten(-2);
    });
}

struct LearnedImpl : torch::nn::Module {
    LearnedImpl(const Parameters& parameters)
        : weight(register_parameter("weight", at::randn({parameters[kMaxLength], parameters[kFeatures]}) * parameters[kInitialStd])) {}
    at::Tensor weight;
};

std::unique_ptr<Layer> learned(const Parameters& parameters) {
    return moduleLayer(std::make_shared<LearnedImpl>(parameters), [](LearnedImpl& self, LayerInputs inputs) {
        return std::vector<at::Tensor>{inputs[0] + self.weight.narrow(0, 0, inputs[0].size(1))};
    });
}

}  // namespace

std::span<const TorchOperator> positionLayers() {
    static constexpr TorchOperator kLayers[] = {
        {"SinusoidalPosition", sinusoidal}, {"LearnedPosition", learned}, {"RotaryPosition", rotary}};
    return kLayers;
}

}  // namespace seekbench
