// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parameters of all primitive operators. The names are those of PyTorch's modules (torch.nn.*), with PyTorch's
// meaning. The tables in core/operators and the torch halves in gpu/operators both read parameters through these.

#include "core/operators/parameter.h"

namespace seekbench::parameter {

// Input: extents without the batch. Reshape: the new extents after the batch; one of them may be -1.
inline constexpr Parameter<Integers> kShape{"shape"};
// Input: one of the two names below.
inline constexpr Parameter<std::string> kElement{"element"};
inline constexpr std::string_view kElementFloat = "float";
inline constexpr std::string_view kElementInteger = "integer";

// Linear.
inline constexpr Parameter<std::int64_t> kInFeatures{"in_features"};
inline constexpr Parameter<std::int64_t> kOutFeatures{"out_features"};
// Linear, Conv2d, MultiHeadAttention, LSTM.
inline constexpr Parameter<bool> kBias{"bias"};

// Embedding.
inline constexpr Parameter<std::int64_t> kNumEmbeddings{"num_embeddings"};
inline constexpr Parameter<std::int64_t> kEmbeddingDim{"embedding_dim"};

// Conv2d; kernel size, stride, padding and dilation also of the pooling operators. Always two numbers: height, width.
inline constexpr Parameter<std::int64_t> kInChannels{"in_channels"};
inline constexpr Parameter<std::int64_t> kOutChannels{"out_channels"};
inline constexpr Parameter<Integers> kKernelSize{"kernel_size"};
inline constexpr Parameter<Integers> kStride{"stride"};
inline constexpr Parameter<Integers> kPadding{"padding"};
inline constexpr Parameter<Integers> kDilation{"dilation"};
inline constexpr Parameter<std::int64_t> kGroups{"groups"};

// MaxPool2d, AvgPool2d; AdaptiveAvgPool2d has output_size (height, width).
inline constexpr Parameter<bool> kCeilMode{"ceil_mode"};
inline constexpr Parameter<bool> kCountIncludePad{"count_include_pad"};
inline constexpr Parameter<Integers> kOutputSize{"output_size"};

// BatchNorm1d, BatchNorm2d; eps also of LayerNorm.
inline constexpr Parameter<std::int64_t> kNumFeatures{"num_features"};
inline constexpr Parameter<double> kEps{"eps"};
inline constexpr Parameter<double> kMomentum{"momentum"};
inline constexpr Parameter<bool> kAffine{"affine"};
// LayerNorm.
inline constexpr Parameter<Integers> kNormalizedShape{"normalized_shape"};
inline constexpr Parameter<bool> kElementwiseAffine{"elementwise_affine"};

// GELU: one of the two names below.
inline constexpr Parameter<std::string> kApproximate{"approximate"};
inline constexpr std::string_view kApproximateNone = "none";
inline constexpr std::string_view kApproximateTanh = "tanh";
// Softmax, Concat. Negative numbers count from the last dimension.
inline constexpr Parameter<std::int64_t> kDim{"dim"};

// Dropout: the probability of a zero.
inline constexpr Parameter<double> kP{"p"};

// Flatten. Negative numbers count from the last dimension.
inline constexpr Parameter<std::int64_t> kStartDim{"start_dim"};
inline constexpr Parameter<std::int64_t> kEndDim{"end_dim"};

// MultiHeadAttention; dropout also of LSTM (between its layers).
inline constexpr Parameter<std::int64_t> kEmbedDim{"embed_dim"};
inline constexpr Parameter<std::int64_t> kNumHeads{"num_heads"};
inline constexpr Parameter<double> kDropout{"dropout"};

// LSTM.
inline constexpr Parameter<std::int64_t> kInputSize{"input_size"};
inline constexpr Parameter<std::int64_t> kHiddenSize{"hidden_size"};
inline constexpr Parameter<std::int64_t> kNumLayers{"num_layers"};
inline constexpr Parameter<bool> kBidirectional{"bidirectional"};

// The stride of MaxPool2d and AvgPool2d: an empty list (the default) stands for the kernel size.
inline const Integers& poolingStride(const Parameters& parameters) {
    const Integers& stride = parameters[kStride];
    return stride.empty() ? parameters[kKernelSize] : stride;
}

}  // namespace seekbench::parameter
