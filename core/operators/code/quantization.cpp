// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"
#include "core/operators/code/rules.h"
#include "core/operators/parameters.h"

namespace seekbench {

using namespace code;
using namespace parameter;

const CodeHelper kFakeQuantizeFunctionHelper{.name = "fake_quantize", .python = R"(def fake_quantize(
    x,
    min_val,
    max_val,
    bits=8,
    symmetric=False,
    averaging_constant=0.01,
    training=False,
):
    """Rounds as whole numbers of a few bits would; gradients pass straight through.

    min_val and max_val follow the range of the numbers seen while training.
    """
    steps = 2**bits - 1
    lowest = -(steps + 1) // 2 if symmetric else 0
    with torch.no_grad():
        least, largest = torch.aminmax(x.float())
        share = averaging_constant if training else 0.0
        low = torch.where(min_val.isinf(), least, min_val + (least - min_val) * share)
        high = torch.where(
            max_val.isinf(), largest, max_val + (largest - max_val) * share
        )
        if training:
            min_val.copy_(low)
            max_val.copy_(high)
        # Zero must be one of the steps: padding and ReLU give it exactly.
        below, above = low.clamp_max(0), high.clamp_min(0)
        span = torch.maximum(-below, above) * 2 if symmetric else above - below
        scale = (span / steps).clamp_min(torch.finfo(torch.float).eps)
        zero = torch.zeros_like(scale) if symmetric else (-below / scale).round()
    return torch.fake_quantize_per_tensor_affine(
        x, scale, zero.int(), lowest, lowest + steps
    ))"};

const CodeHelper kFakeQuantizeHelper{
    .name = "FakeQuantize",
    .module = R"(class FakeQuantize(nn.Module):
    """Rounds numbers as whole numbers of a few bits would."""

    def __init__(self, bits=8, symmetric=False, averaging_constant=0.01):
        super().__init__()
        self.bits = bits
        self.symmetric = symmetric
        self.averaging_constant = averaging_constant
        self.register_buffer("min_val", torch.tensor(math.inf))
        self.register_buffer("max_val", torch.tensor(-math.inf))

    def forward(self, x):
        return fake_quantize(
            x,
            self.min_val,
            self.max_val,
            self.bits,
            self.symmetric,
            self.averaging_constant,
            self.training,
        ))",
    .cpp = R"(// Rounds numbers as whole numbers of a few bits would; gradients pass straight through. The range
// of the numbers seen while training is followed by a moving average.
struct FakeQuantizeImpl : nn::Module {
    explicit FakeQuantizeImpl(
        int64_t bits = 8, bool symmetric = false, double averaging_constant = 0.01)
        : steps((int64_t{1} << bits) - 1), symmetric(symmetric), averaging(averaging_constant) {
        min_val = register_buffer("min_val", torch::full({}, INFINITY));
        max_val = register_buffer("max_val", torch::full({}, -INFINITY));
    }

    torch::Tensor forward(const torch::Tensor& x) {
        const int64_t lowest = symmetric ? -(steps + 1) / 2 : 0;
        torch::Tensor scale, zero;
        {
            torch::NoGradGuard no_gradient;
            const auto [least, largest] = torch::aminmax(x.to(torch::kFloat));
            const double share = is_training() ? averaging : 0.0;
            const auto low =
                torch::where(min_val.isinf(), least, min_val + (least - min_val) * share);
            const auto high =
                torch::where(max_val.isinf(), largest, max_val + (largest - max_val) * share);
            if (is_training()) {
                min_val.copy_(low);
                max_val.copy_(high);
            }
            // Zero must be one of the steps: padding and ReLU give it exactly.
            const auto below = low.clamp_max(0), above = high.clamp_min(0);
            const auto span = symmetric ? torch::maximum(-below, above) * 2 : above - below;
            scale = (span / static_cast<double>(steps))
                        .clamp_min(std::numeric_limits<float>::epsilon());
            zero = symmetric ? torch::zeros_like(scale) : (-below / scale).round();
        }
        return torch::fake_quantize_per_tensor_affine(
            x, scale, zero.to(torch::kInt), lowest, lowest + steps);
    }

    int64_t steps;
    bool symmetric;
    double averaging;
    torch::Tensor min_val, max_val;
};
TORCH_MODULE(FakeQuantize);)"};

OperatorCode fakeQuantizeCode(const CodeSite& site) {
    const Items options{site.option(kBits), site.option(kSymmetric), site.option(kAveragingConstant)};
    Items function{input(0), weight("min_val"), weight("max_val")};
    function.insert(function.end(), options.begin(), options.end());
    function.push_back(code::named("training", training()));
    OperatorCode code = moduleCode("FakeQuantize", options, call("fake_quantize", std::move(function)));
    code.module->own = true;
    code.helpers = {&kFakeQuantizeFunctionHelper, &kFakeQuantizeHelper};
    return code;
}

}  // namespace seekbench
