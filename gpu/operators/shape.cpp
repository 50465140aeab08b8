// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> flatten(const Parameters& parameters) {
    return functionLayer(
        [start = parameters[kStartDim], end = parameters[kEndDim]](LayerInputs inputs) { return inputs[0].flatten(start, end); });
}

std::unique_ptr<Layer> reshape(const Parameters& parameters) {
    return functionLayer([shape = parameters[kShape]](LayerInputs inputs) {
        Integers wanted{inputs[0].size(0)};
        wanted.insert(wanted.end(), shape.begin(), shape.end());
        return inputs[0].reshape(wanted);
    });
}

std::unique_ptr<Layer> permute(const Parameters& parameters) {
    return functionLayer([dims = parameters[kDims]](LayerInputs inputs) { return inputs[0].permute(dims); });
}

std::unique_ptr<Layer> transpose(const Parameters& parameters) {
    return functionLayer([a = parameters[kDim0], b = parameters[kDim1]](LayerInputs inputs) { return inputs[0].transpose(a, b); });
}

std::unique_ptr<Layer> unsqueeze(const Parameters& parameters) {
    return functionLayer([dim = parameters[kDim]](LayerInputs inputs) { return inputs[0].unsqueeze(dim); });
}

std::unique_ptr<Layer> squeeze(const Parameters& parameters) {
    return functionLayer([dim = parameters[kDim]](LayerInputs inputs) { return inputs[0].squeeze(dim); });
}

std::unique_ptr<Layer> pad(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) {
        const bool constant = parameters[kMode] == kPadConstant;
        return at::pad(inputs[0], parameters[kPad], parameters[kMode],
                       constant ? c10::optional<double>(parameters[kValue]) : c10::optional<double>());
    });
}

std::unique_ptr<Layer> crop(const Parameters& parameters) {
    return functionLayer([borders = parameters[kCrop]](LayerInputs inputs) {
        Integers added;
        for (const std::int64_t border : borders) added.push_back(-border);
        return at::constant_pad_nd(inputs[0], added);
    });
}

std::unique_ptr<Layer> slice(const Parameters& parameters) {
    return functionLayer(
        [=](LayerInputs inputs) { return inputs[0].slice(parameters[kDim], parameters[kStart], parameters[kEnd], parameters[kStep]); });
}

std::unique_ptr<Layer> split(const Parameters& parameters) {
    return functionLayer([size = parameters[kSplitSize], dim = parameters[kDim]](LayerInputs inputs) {
        return inputs[0].split_with_sizes(Integers{size, inputs[0].size(dim) - size}, dim);
    });
}

// PyTorch's interpolation functions take the extents of the output; the factors are passed on so that no rounding comes between.
std::unique_ptr<Layer> upsample(const Parameters& parameters) {
    return functionLayer([=](LayerInputs inputs) {
        namespace F = torch::nn::functional;
        const Integers& given = parameters[kScaleFactor];
        std::vector<double> factors(static_cast<std::size_t>(inputs[0].dim() - 2), static_cast<double>(given.front()));
        if (given.size() > 1) factors.assign(given.begin(), given.end());
        auto options = F::InterpolateFuncOptions().scale_factor(factors);
        const std::string& mode = parameters[kMode];
        if (mode == kUpsampleNearest) return F::interpolate(inputs[0], options.mode(torch::kNearest));
        options.align_corners(parameters[kAlignCorners]);
        if (mode == kUpsampleLinear) return F::interpolate(inputs[0], options.mode(torch::kLinear));
        if (mode == kUpsampleBilinear) return F::interpolate(inputs[0], options.mode(torch::kBilinear));
        return F::interpolate(inputs[0], options.mode(torch::kTrilinear));
    });
}

}  // namespace

std::span<const TorchOperator> shapeLayers() {
    static constexpr TorchOperator kLayers[] = {
        {"Flatten", flatten},     {"Reshape", reshape}, {"Permute", permute},  {"Transpose", transpose},
        {"Unsqueeze", unsqueeze}, {"Squeeze", squeeze}, {"Pad", pad},          {"Crop", crop},
        {"Slice", slice},         {"Split", split},     {"Upsample", upsample}};
    return kLayers;
}

}  // namespace seekbench
