// SPDX-License-Identifier: Apache-2.0
#pragma once

// The code facet of every operator, a file for each family; the tables in core/operators/families refer to these. tests/code/run compares
// what the emitted text computes with what the worker computes.

#include <span>

#include "core/operators/code.h"

namespace seekbench {

OperatorCode identityCode(const CodeSite& site);

OperatorCode linearCode(const CodeSite& site);
OperatorCode embeddingCode(const CodeSite& site);

OperatorCode conv2dCode(const CodeSite& site);

OperatorCode batchNorm1dCode(const CodeSite& site);
OperatorCode batchNorm2dCode(const CodeSite& site);
OperatorCode layerNormCode(const CodeSite& site);

OperatorCode reluCode(const CodeSite& site);
OperatorCode geluCode(const CodeSite& site);
OperatorCode siluCode(const CodeSite& site);
OperatorCode tanhCode(const CodeSite& site);
OperatorCode sigmoidCode(const CodeSite& site);
OperatorCode softmaxCode(const CodeSite& site);

OperatorCode maxPool2dCode(const CodeSite& site);
OperatorCode avgPool2dCode(const CodeSite& site);
OperatorCode adaptiveAvgPool2dCode(const CodeSite& site);

OperatorCode dropoutCode(const CodeSite& site);

OperatorCode flattenCode(const CodeSite& site);
OperatorCode reshapeCode(const CodeSite& site);

OperatorCode addCode(const CodeSite& site);
OperatorCode multiplyCode(const CodeSite& site);
OperatorCode concatCode(const CodeSite& site);

OperatorCode multiHeadAttentionCode(const CodeSite& site);

OperatorCode lstmCode(const CodeSite& site);

// Every helper that a rule may name, so that nothing else in emitted code takes its name.
std::span<const CodeHelper* const> codeHelpers();

}  // namespace seekbench
