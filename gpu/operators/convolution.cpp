// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/direct_convolution.h"
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

torch::nn::detail::conv_padding_mode_t paddingMode(const std::string& mode) {
    if (mode == kPadReflect) return torch::kReflect;
    if (mode == kPadReplicate) return torch::kReplicate;
    if (mode == kPadCircular) return torch::kCircular;
    return torch::kZeros;
}

template <std::size_t axes, class Module>
std::unique_ptr<Layer> convolution(const Parameters& parameters) {
    return moduleLayer(Module(torch::nn::ConvOptions<axes>(parameters[kInChannels], parameters[kOutChannels], parameters[kKernelSize])
                                  .stride(parameters[kStride])
                                  .padding(at::IntArrayRef(parameters[kPadding]))
                                  .dilation(parameters[kDilation])
                                  .groups(parameters[kGroups])
                                  .bias(parameters[kBias])
                                  .padding_mode(paddingMode(parameters[kPaddingMode]))),
                       [zeros = parameters[kPaddingMode] == kPadZeros, padding = parameters[kPadding]](auto& self, LayerInputs inputs) {
                           const auto& options = self.options;
                           const auto direct = zeros ? directConvolution(inputs[0], self.weight, self.bias, options.stride(), padding,
                                                                         options.dilation(), options.groups())
                                                     : std::nullopt;
                           return std::vector<at::Tensor>{direct ? *direct : self.forward(inputs[0])};
                       });
}

template <std::size_t axes, class Module>
std::unique_ptr<Layer> transposed(const Parameters& parameters) {
    return moduleLayer(
        Module(torch::nn::ConvTransposeOptions<axes>(parameters[kInChannels], parameters[kOutChannels], parameters[kKernelSize])
                   .stride(parameters[kStride])
                   .padding(parameters[kPadding])
                   .output_padding(parameters[kOutputPadding])
                   .dilation(parameters[kDilation])
                   .groups(parameters[kGroups])
                   .bias(parameters[kBias])));
}

}  // namespace

std::span<const TorchOperator> convolutionLayers() {
    static constexpr TorchOperator kLayers[] = {{"Conv1d", convolution<1, torch::nn::Conv1d>},
                                                {"Conv2d", convolution<2, torch::nn::Conv2d>},
                                                {"Conv3d", convolution<3, torch::nn::Conv3d>},
                                                {"ConvTranspose1d", transposed<1, torch::nn::ConvTranspose1d>},
                                                {"ConvTranspose2d", transposed<2, torch::nn::ConvTranspose2d>},
                                                {"ConvTranspose3d", transposed<3, torch::nn::ConvTranspose3d>}};
    return kLayers;
}

}  // namespace seekbench
