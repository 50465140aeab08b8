// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

// Jacob et al. 2018, arXiv 1712.05877, section 3: while training, the range of the numbers is followed by a moving average; numbers are
// rounded to the steps between its ends, and gradients pass straight through where a number lies in the range. The buffers stay on the
// device; nothing is read from it.
struct FakeQuantizeImpl : torch::nn::Module {
    explicit FakeQuantizeImpl(const Parameters& parameters)
        : symmetric(parameters[kSymmetric]), averaging(parameters[kAveragingConstant]), steps((std::int64_t{1} << parameters[kBits]) - 1) {
        // Infinite: nothing seen yet.
        least = register_buffer("min_val", at::full({}, std::numeric_limits<float>::infinity()));
        largest = register_buffer("max_val", at::full({}, -std::numeric_limits<float>::infinity()));
    }

    // The range seen so far moves towards that of the batch; before anything was seen, it is that of the batch.
    at::Tensor moved(const at::Tensor& seen, const at::Tensor& batch, double share) const {
        return at::where(seen.isinf(), batch, seen + (batch - seen) * share);
    }

    at::Tensor forward(const at::Tensor& input) {
        at::Tensor scale, zero;
        const std::int64_t lowest = symmetric ? -(steps + 1) / 2 : 0;
        {
            at::NoGradGuard noGradient;
            const auto [batchLeast, batchLargest] = at::aminmax(input.detach().to(at::kFloat));
            const double share = is_training() ? averaging : 0;
            const at::Tensor low = moved(least, batchLeast, share), high = moved(largest, batchLargest, share);
            if (is_training()) {
                least.copy_(low);
                largest.copy_(high);
            }
            // Zero must be one of the steps: padding and ReLU give it exactly.
            const at::Tensor below = low.clamp_max(0), above = high.clamp_min(0);
            const at::Tensor span = symmetric ? at::maximum(-below, above) * 2 : above - below;
            scale = (span / static_cast<double>(steps)).clamp_min(std::numeric_limits<float>::epsilon());
            zero = symmetric ? at::zeros_like(scale) : (-below / scale).round();
        }
        return at::fake_quantize_per_tensor_affine(input, scale, zero.to(at::kInt), lowest, lowest + steps);
    }

    bool symmetric;
    double averaging;
    std::int64_t steps;
    at::Tensor least, largest;
};

std::unique_ptr<Layer> fakeQuantize(const Parameters& parameters) {
    return moduleLayer(std::make_shared<FakeQuantizeImpl>(parameters),
                       [](FakeQuantizeImpl& self, LayerInputs inputs) { return std::vector<at::Tensor>{self.forward(inputs[0])}; });
}

}  // namespace

std::span<const TorchOperator> quantizationLayers() {
    static constexpr TorchOperator kLayers[] = {{"FakeQuantize", fakeQuantize}};
    return kLayers;
}

}  // namespace seekbench
