// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

const CodeHelper kAnglesHelper{.name = "position_angles",
                               .python = R"(def position_angles(x, base):
    """position * base^(-2 i / features) for each position and pair of features i."""
    length, features = x.size(-2), x.size(-1)
    pairs = torch.arange(0, features, 2, dtype=torch.double, device=x.device)
    frequencies = torch.exp(pairs * (-math.log(base) / features))
    positions = torch.arange(length, dtype=torch.double, device=x.device)
    return torch.outer(positions, frequencies))",
                               .cpp = R"(// position * base^(-2 i / features) for each position and pair of features i.
inline torch::Tensor position_angles(const torch::Tensor& x, double base) {
    const auto options = x.options().dtype(torch::kDouble);
    const auto pairs = torch::arange(0, x.size(-1), 2, options);
    const auto frequencies = torch::exp(pairs * (-std::log(base) / x.size(-1)));
    return torch::outer(torch::arange(x.size(-2), options), frequencies);
})"};

const CodeHelper kSinusoidalHelper{.name = "sinusoidal_position",
                                   .python = R"(def sinusoidal_position(x, base=10000.0):
    """Adds sines at even features and cosines at odd ones."""
    angles = position_angles(x, base)
    table = torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)
    return x + table[:, : x.size(-1)].to(x.dtype))",
                                   .cpp = R"(// Adds sines at even features and cosines at odd ones.
inline torch::Tensor sinusoidal_position(const torch::Tensor& x, double base = 10000.0) {
    const auto angles = position_angles(x, base);
    const auto table = torch::stack({angles.sin(), angles.cos()}, -1).flatten(1);
    return x + table.narrow(1, 0, x.size(-1)).to(x.scalar_type());
})"};

const CodeHelper kRotaryHelper{.name = "rotary_position",
                               .python = R"(def rotary_position(x, base=10000.0):
    """Turns each pair of features by the angle of its position."""
    angles = position_angles(x, base)
    cosine, sine = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
    a, b = x.unflatten(-1, (-1, 2)).unbind(-1)
    turned = torch.stack([a * cosine - b * sine, a * sine + b * cosine], dim=-1)
    return turned.flatten(-2))",
                               .cpp = R"(// Turns each pair of features by the angle of its position.
inline torch::Tensor rotary_position(const torch::Tensor& x, double base = 10000.0) {
    const auto angles = position_angles(x, base);
    const auto cosine = angles.cos().to(x.scalar_type()), sine = angles.sin().to(x.scalar_type());
    const auto pairs = x.unflatten(-1, {-1, 2}).unbind(-1);
    const auto& a = pairs[0];
    const auto& b = pairs[1];
    return torch::stack({a * cosine - b * sine, a * sine + b * cosine}, -1).flatten(-2);
})"};

const CodeHelper kLearnedPositionHelper{.name = "LearnedPosition",
                                        .module = R"(class LearnedPosition(nn.Module):
    """Adds a learned vector to the features at each position."""

    def __init__(self, max_length, features, initial_std=0.02):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(max_length, features) * initial_std)

    def forward(self, x):
        return x + self.weight[: x.size(1)])",
                                        .cpp = R"(// Adds a learned vector to the features at each position.
struct LearnedPositionImpl : nn::Module {
    LearnedPositionImpl(int64_t max_length, int64_t features, double initial_std = 0.02) {
        weight = register_parameter("weight", torch::randn({max_length, features}) * initial_std);
    }

    torch::Tensor forward(const torch::Tensor& x) { return x + weight.narrow(0, 0, x.size(1)); }

    torch::Tensor weight;
};
TORCH_MODULE(LearnedPosition);)"};

OperatorCode sinusoidalPositionCode(const CodeSite& site) {
    return functionCode(call("sinusoidal_position", {input(0), site.option(kBase)}), {&kAnglesHelper, &kSinusoidalHelper});
}

OperatorCode rotaryPositionCode(const CodeSite& site) {
    return functionCode(call("rotary_position", {input(0), site.option(kBase)}), {&kAnglesHelper, &kRotaryHelper});
}

OperatorCode learnedPositionCode(const CodeSite& site) {
    const CodeExpression length = method(input(0), "size", {code::value(std::int64_t{1})});
    OperatorCode code = moduleCode("LearnedPosition", {site[kMaxLength], site[kFeatures], site.option(kInitialStd)},
                                   infix("+", {input(0), subscript(weight("weight"), {range(std::nullopt, length, std::nullopt)})}));
    code.module->own = true;
    code.helpers = {&kLearnedPositionHelper};
    return code;
}

}  // namespace seekbench
