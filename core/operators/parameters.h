// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parameters of all primitive operators. The names are those of PyTorch's modules (torch.nn.*), with PyTorch's
// meaning. The tables in core/operators and the torch halves in gpu/operators both read parameters through these.

#include <cmath>

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
inline constexpr Parameter<std::int64_t> kPaddingIdx{"padding_idx"};  // -1: none
// Embedding, LearnedPosition: the deviation of the normal distribution that the first weights are drawn from.
inline constexpr Parameter<double> kInitialStd{"initial_std"};

// Conv1d … ConvTranspose3d; kernel size, stride, padding and dilation also of the pooling operators. Always one number for each axis:
// length; height, width; depth, height, width.
inline constexpr Parameter<std::int64_t> kInChannels{"in_channels"};
inline constexpr Parameter<std::int64_t> kOutChannels{"out_channels"};
inline constexpr Parameter<Integers> kKernelSize{"kernel_size"};
inline constexpr Parameter<Integers> kStride{"stride"};
inline constexpr Parameter<Integers> kPadding{"padding"};
inline constexpr Parameter<Integers> kDilation{"dilation"};
inline constexpr Parameter<std::int64_t> kGroups{"groups"};
// Conv1d, Conv2d, Conv3d: one of zeros, reflect, replicate, circular.
inline constexpr Parameter<std::string> kPaddingMode{"padding_mode"};
// ConvTranspose1d, ConvTranspose2d, ConvTranspose3d.
inline constexpr Parameter<Integers> kOutputPadding{"output_padding"};

// Pad: "pad" has two numbers for each axis, those of the last axis first (left, right, top, bottom …), and "mode" is one of the names
// below; zeros of a convolution is what Pad calls constant. Crop: "crop" has the same form and takes away what Pad would add.
inline constexpr Parameter<Integers> kPad{"pad"};
inline constexpr Parameter<Integers> kCrop{"crop"};
inline constexpr Parameter<double> kValue{"value"};
inline constexpr std::string_view kPadZeros = "zeros";
inline constexpr std::string_view kPadConstant = "constant";
inline constexpr std::string_view kPadReflect = "reflect";
inline constexpr std::string_view kPadReplicate = "replicate";
inline constexpr std::string_view kPadCircular = "circular";
// Pad; Upsample: one of the names below, each for inputs with its number of axes, as in PyTorch.
inline constexpr Parameter<std::string> kMode{"mode"};
inline constexpr std::string_view kUpsampleNearest = "nearest";
inline constexpr std::string_view kUpsampleLinear = "linear";
inline constexpr std::string_view kUpsampleBilinear = "bilinear";
inline constexpr std::string_view kUpsampleTrilinear = "trilinear";
inline constexpr Parameter<Integers> kScaleFactor{"scale_factor"};
inline constexpr Parameter<bool> kAlignCorners{"align_corners"};

// MaxPool1d … AvgPool3d; the adaptive poolings have output_size, one number for each axis.
inline constexpr Parameter<bool> kCeilMode{"ceil_mode"};
inline constexpr Parameter<bool> kCountIncludePad{"count_include_pad"};
inline constexpr Parameter<Integers> kOutputSize{"output_size"};

// BatchNorm1d, BatchNorm2d, BatchNorm3d; num_features, eps and affine also of InstanceNorm2d and InstanceNorm3d; eps also of LayerNorm,
// GroupNorm, RMSNorm.
inline constexpr Parameter<std::int64_t> kNumFeatures{"num_features"};
inline constexpr Parameter<double> kEps{"eps"};
inline constexpr Parameter<double> kMomentum{"momentum"};
inline constexpr Parameter<bool> kAffine{"affine"};
// GroupNorm.
inline constexpr Parameter<std::int64_t> kNumGroups{"num_groups"};
inline constexpr Parameter<std::int64_t> kNumChannels{"num_channels"};
// LayerNorm, RMSNorm.
inline constexpr Parameter<Integers> kNormalizedShape{"normalized_shape"};
inline constexpr Parameter<bool> kElementwiseAffine{"elementwise_affine"};

// GELU: one of the two names below.
inline constexpr Parameter<std::string> kApproximate{"approximate"};
inline constexpr std::string_view kApproximateNone = "none";
inline constexpr std::string_view kApproximateTanh = "tanh";
// LeakyReLU.
inline constexpr Parameter<double> kNegativeSlope{"negative_slope"};
// PReLU: how many slopes are learned (1, or one for each channel), and where they start.
inline constexpr Parameter<std::int64_t> kNumParameters{"num_parameters"};
inline constexpr Parameter<double> kInit{"init"};
// ELU.
inline constexpr Parameter<double> kAlpha{"alpha"};
// Softplus.
inline constexpr Parameter<double> kBeta{"beta"};
inline constexpr Parameter<double> kThreshold{"threshold"};
// Clamp.
inline constexpr Parameter<double> kMin{"min"};
inline constexpr Parameter<double> kMax{"max"};
// Scale: a factor for all numbers, learned or not.
inline constexpr Parameter<double> kFactor{"factor"};
inline constexpr Parameter<bool> kLearned{"learned"};
// Softmax, LogSoftmax, Concat, Unsqueeze, Squeeze, Slice, Split. Negative numbers count from the last dimension.
inline constexpr Parameter<std::int64_t> kDim{"dim"};
// Mean, Sum, Max: the dimensions that are reduced, under PyTorch's name for them.
inline constexpr Parameter<Integers> kReducedDims{"dim"};
inline constexpr Parameter<bool> kKeepdim{"keepdim"};

// Dropout, Dropout2d, DropPath: the probability of a zero.
inline constexpr Parameter<double> kP{"p"};

// Flatten. Negative numbers count from the last dimension.
inline constexpr Parameter<std::int64_t> kStartDim{"start_dim"};
inline constexpr Parameter<std::int64_t> kEndDim{"end_dim"};

// Permute: for each dimension of the output the one of the input it is.
inline constexpr Parameter<Integers> kDims{"dims"};
// Transpose.
inline constexpr Parameter<std::int64_t> kDim0{"dim0"};
inline constexpr Parameter<std::int64_t> kDim1{"dim1"};
// Slice: from start to before end, as Python counts.
inline constexpr Parameter<std::int64_t> kStart{"start"};
inline constexpr Parameter<std::int64_t> kEnd{"end"};
inline constexpr Parameter<std::int64_t> kStep{"step"};
inline constexpr std::int64_t kToTheEnd = 2147483647;
// Split: the extent of the first part; the second has the rest.
inline constexpr Parameter<std::int64_t> kSplitSize{"split_size"};

// MultiHeadAttention; dropout also of LSTM and GRU (between their layers).
inline constexpr Parameter<std::int64_t> kEmbedDim{"embed_dim"};
inline constexpr Parameter<std::int64_t> kNumHeads{"num_heads"};
inline constexpr Parameter<double> kDropout{"dropout"};
// MultiHeadAttention, ScaledDotProductAttention, RepairedDynamicAttention: position i sees positions 0 to i.
inline constexpr Parameter<bool> kCausal{"causal"};
// DynamicAttention: the course's constructor argument, of which the scale is made. No dimension's number.
inline constexpr Parameter<std::int64_t> kCourseDim{"dim"};

// SinusoidalPosition, RotaryPosition: 10000 in both papers.
inline constexpr Parameter<double> kBase{"base"};
// LearnedPosition.
inline constexpr Parameter<std::int64_t> kMaxLength{"max_length"};

// MixtureOfExperts; features also of LearnedPosition.
inline constexpr Parameter<std::int64_t> kFeatures{"features"};
inline constexpr Parameter<std::int64_t> kHiddenFeatures{"hidden_features"};
inline constexpr Parameter<std::int64_t> kNumExperts{"num_experts"};
inline constexpr Parameter<std::int64_t> kTopK{"top_k"};
inline constexpr Parameter<double> kCapacityFactor{"capacity_factor"};
inline constexpr Parameter<double> kBalanceWeight{"balance_weight"};

// FakeQuantize.
inline constexpr Parameter<std::int64_t> kBits{"bits"};
inline constexpr Parameter<bool> kSymmetric{"symmetric"};
inline constexpr Parameter<double> kAveragingConstant{"averaging_constant"};

// LSTM, GRU.
inline constexpr Parameter<std::int64_t> kInputSize{"input_size"};
inline constexpr Parameter<std::int64_t> kHiddenSize{"hidden_size"};
inline constexpr Parameter<std::int64_t> kNumLayers{"num_layers"};
inline constexpr Parameter<bool> kBidirectional{"bidirectional"};
// One of the two names below.
inline constexpr Parameter<std::string> kReturns{"returns"};
inline constexpr std::string_view kReturnsSequence = "sequence";
inline constexpr std::string_view kReturnsLast = "last";

// The stride of a pooling: an empty list (the default) stands for the kernel size.
inline const Integers& poolingStride(const Parameters& parameters) {
    const Integers& stride = parameters[kStride];
    return stride.empty() ? parameters[kKernelSize] : stride;
}

// How many tokens each expert of a MixtureOfExperts takes of `tokens`: an equal share of all choices times the capacity factor,
// rounded up (Fedus et al. 2021, arXiv 2101.03961, equation 3).
inline std::int64_t expertCapacity(const Parameters& parameters, std::int64_t tokens) {
    const double choices = static_cast<double>(tokens) * static_cast<double>(parameters[kTopK]);
    const double share = choices / static_cast<double>(parameters[kNumExperts]) * parameters[kCapacityFactor];
    // Compared before the conversion: a factor may ask for more than 64 bits hold. No expert is chosen twice by a token.
    return share >= static_cast<double>(tokens) ? tokens : static_cast<std::int64_t>(std::ceil(share));
}

}  // namespace seekbench::parameter
