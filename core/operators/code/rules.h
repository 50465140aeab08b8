// SPDX-License-Identifier: Apache-2.0
#pragma once

// The code facet of every operator, a file for each family; the tables in core/operators/families refer to these. tests/code/run compares
// what the emitted text computes with what the worker computes.

#include <span>

namespace seekbench {

class CodeSite;
struct CodeHelper;
struct OperatorCode;

OperatorCode reluCode(const CodeSite& site);
OperatorCode siluCode(const CodeSite& site);
OperatorCode tanhCode(const CodeSite& site);
OperatorCode sigmoidCode(const CodeSite& site);
OperatorCode relu6Code(const CodeSite& site);
OperatorCode mishCode(const CodeSite& site);
OperatorCode hardswishCode(const CodeSite& site);
OperatorCode hardsigmoidCode(const CodeSite& site);
OperatorCode geluCode(const CodeSite& site);
OperatorCode leakyReLUCode(const CodeSite& site);
OperatorCode eLUCode(const CodeSite& site);
OperatorCode softplusCode(const CodeSite& site);
OperatorCode softmaxCode(const CodeSite& site);
OperatorCode logSoftmaxCode(const CodeSite& site);
OperatorCode pReLUCode(const CodeSite& site);
OperatorCode clampCode(const CodeSite& site);

OperatorCode multiHeadAttentionCode(const CodeSite& site);

OperatorCode addCode(const CodeSite& site);
OperatorCode multiplyCode(const CodeSite& site);
OperatorCode subtractCode(const CodeSite& site);
OperatorCode divideCode(const CodeSite& site);
OperatorCode matMulCode(const CodeSite& site);
OperatorCode concatCode(const CodeSite& site);

OperatorCode convolutionCode(const CodeSite& site);
OperatorCode transposedCode(const CodeSite& site);
OperatorCode conv1dCode(const CodeSite& site);
OperatorCode conv2dCode(const CodeSite& site);
OperatorCode conv3dCode(const CodeSite& site);
OperatorCode convTranspose1dCode(const CodeSite& site);
OperatorCode convTranspose2dCode(const CodeSite& site);
OperatorCode convTranspose3dCode(const CodeSite& site);

OperatorCode linearCode(const CodeSite& site);
OperatorCode embeddingCode(const CodeSite& site);
OperatorCode scaleCode(const CodeSite& site);

OperatorCode batchNorm1dCode(const CodeSite& site);
OperatorCode batchNorm2dCode(const CodeSite& site);
OperatorCode batchNorm3dCode(const CodeSite& site);
OperatorCode instanceNorm2dCode(const CodeSite& site);
OperatorCode instanceNorm3dCode(const CodeSite& site);
OperatorCode layerNormCode(const CodeSite& site);
OperatorCode groupNormCode(const CodeSite& site);
OperatorCode rMSNormCode(const CodeSite& site);

OperatorCode maxPoolCode(const CodeSite& site);
OperatorCode avgPoolCode(const CodeSite& site);
OperatorCode reductionCode(const CodeSite& site);
OperatorCode maxPool1dCode(const CodeSite& site);
OperatorCode maxPool2dCode(const CodeSite& site);
OperatorCode maxPool3dCode(const CodeSite& site);
OperatorCode avgPool1dCode(const CodeSite& site);
OperatorCode avgPool2dCode(const CodeSite& site);
OperatorCode avgPool3dCode(const CodeSite& site);
OperatorCode adaptiveAvgPool1dCode(const CodeSite& site);
OperatorCode adaptiveAvgPool2dCode(const CodeSite& site);
OperatorCode adaptiveAvgPool3dCode(const CodeSite& site);
OperatorCode adaptiveMaxPool2dCode(const CodeSite& site);
OperatorCode meanCode(const CodeSite& site);
OperatorCode sumCode(const CodeSite& site);
OperatorCode maxCode(const CodeSite& site);

OperatorCode lstmCode(const CodeSite& site);

OperatorCode dropoutCode(const CodeSite& site);
OperatorCode dropout2dCode(const CodeSite& site);
OperatorCode dropPathCode(const CodeSite& site);

OperatorCode padCode(const CodeSite& site);
OperatorCode cropCode(const CodeSite& site);
OperatorCode sliceCode(const CodeSite& site);
OperatorCode splitCode(const CodeSite& site);
OperatorCode upsampleCode(const CodeSite& site);

OperatorCode flattenCode(const CodeSite& site);
OperatorCode reshapeCode(const CodeSite& site);
OperatorCode permuteCode(const CodeSite& site);
OperatorCode transposeCode(const CodeSite& site);
OperatorCode unsqueezeCode(const CodeSite& site);
OperatorCode squeezeCode(const CodeSite& site);

OperatorCode reluCode(const CodeSite& site);
OperatorCode siluCode(const CodeSite& site);
OperatorCode tanhCode(const CodeSite& site);
OperatorCode sigmoidCode(const CodeSite& site);
OperatorCode relu6Code(const CodeSite& site);
OperatorCode mishCode(const CodeSite& site);
OperatorCode hardswishCode(const CodeSite& site);
OperatorCode hardsigmoidCode(const CodeSite& site);
OperatorCode geluCode(const CodeSite& site);
OperatorCode leakyReLUCode(const CodeSite& site);
OperatorCode eLUCode(const CodeSite& site);
OperatorCode softplusCode(const CodeSite& site);
OperatorCode softmaxCode(const CodeSite& site);
OperatorCode logSoftmaxCode(const CodeSite& site);
OperatorCode pReLUCode(const CodeSite& site);
OperatorCode clampCode(const CodeSite& site);

OperatorCode multiHeadAttentionCode(const CodeSite& site);
OperatorCode scaledDotProductAttentionCode(const CodeSite& site);

OperatorCode addCode(const CodeSite& site);
OperatorCode multiplyCode(const CodeSite& site);
OperatorCode subtractCode(const CodeSite& site);
OperatorCode divideCode(const CodeSite& site);
OperatorCode matMulCode(const CodeSite& site);
OperatorCode concatCode(const CodeSite& site);

OperatorCode convolutionCode(const CodeSite& site);
OperatorCode transposedCode(const CodeSite& site);
OperatorCode conv1dCode(const CodeSite& site);
OperatorCode conv2dCode(const CodeSite& site);
OperatorCode conv3dCode(const CodeSite& site);
OperatorCode convTranspose1dCode(const CodeSite& site);
OperatorCode convTranspose2dCode(const CodeSite& site);
OperatorCode convTranspose3dCode(const CodeSite& site);

OperatorCode dynamicAttentionCode(const CodeSite& site);
OperatorCode repairedDynamicAttentionCode(const CodeSite& site);

OperatorCode mixtureOfExpertsCode(const CodeSite& site);

OperatorCode linearCode(const CodeSite& site);
OperatorCode embeddingCode(const CodeSite& site);
OperatorCode tiedLinearCode(const CodeSite& site);
OperatorCode scaleCode(const CodeSite& site);

OperatorCode batchNorm1dCode(const CodeSite& site);
OperatorCode batchNorm2dCode(const CodeSite& site);
OperatorCode batchNorm3dCode(const CodeSite& site);
OperatorCode instanceNorm2dCode(const CodeSite& site);
OperatorCode instanceNorm3dCode(const CodeSite& site);
OperatorCode layerNormCode(const CodeSite& site);
OperatorCode groupNormCode(const CodeSite& site);
OperatorCode rMSNormCode(const CodeSite& site);
OperatorCode l2NormalizeCode(const CodeSite& site);

OperatorCode maxPoolCode(const CodeSite& site);
OperatorCode avgPoolCode(const CodeSite& site);
OperatorCode reductionCode(const CodeSite& site);
OperatorCode maxPool1dCode(const CodeSite& site);
OperatorCode maxPool2dCode(const CodeSite& site);
OperatorCode maxPool3dCode(const CodeSite& site);
OperatorCode avgPool1dCode(const CodeSite& site);
OperatorCode avgPool2dCode(const CodeSite& site);
OperatorCode avgPool3dCode(const CodeSite& site);
OperatorCode adaptiveAvgPool1dCode(const CodeSite& site);
OperatorCode adaptiveAvgPool2dCode(const CodeSite& site);
OperatorCode adaptiveAvgPool3dCode(const CodeSite& site);
OperatorCode adaptiveMaxPool2dCode(const CodeSite& site);
OperatorCode meanCode(const CodeSite& site);
OperatorCode sumCode(const CodeSite& site);
OperatorCode maxCode(const CodeSite& site);

OperatorCode sinusoidalPositionCode(const CodeSite& site);
OperatorCode rotaryPositionCode(const CodeSite& site);
OperatorCode learnedPositionCode(const CodeSite& site);

OperatorCode fakeQuantizeCode(const CodeSite& site);

OperatorCode recurrentCode(const CodeSite& site);
OperatorCode lstmCode(const CodeSite& site);
OperatorCode gruCode(const CodeSite& site);

OperatorCode dropoutCode(const CodeSite& site);
OperatorCode dropout2dCode(const CodeSite& site);
OperatorCode dropPathCode(const CodeSite& site);

OperatorCode padCode(const CodeSite& site);
OperatorCode cropCode(const CodeSite& site);
OperatorCode sliceCode(const CodeSite& site);
OperatorCode splitCode(const CodeSite& site);
OperatorCode upsampleCode(const CodeSite& site);

OperatorCode flattenCode(const CodeSite& site);
OperatorCode reshapeCode(const CodeSite& site);
OperatorCode permuteCode(const CodeSite& site);
OperatorCode transposeCode(const CodeSite& site);
OperatorCode unsqueezeCode(const CodeSite& site);
OperatorCode squeezeCode(const CodeSite& site);

OperatorCode identityCode(const CodeSite& site);

// Every helper that a rule may name, so that nothing else in emitted code takes its name.
std::span<const CodeHelper* const> codeHelpers();

}  // namespace seekbench
