// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/base/message.h"

namespace seekbench {

// The first value of a training step that is not finite. A value.
struct NonFiniteValue {
    enum class What {
        Output,    // of the node's layer
        Loss,      // of finite outputs
        Backward,  // what the node's part of the way back gave; without a node: the loss's
        Gradient,  // of the node's parameter `tensor`
    };
    What what = What::Output;
    std::string node;    // its path
    std::string tensor;  // name of the parameter within the node
    bool operator==(const NonFiniteValue&) const = default;
};

// One sentence.
Message sentenceOf(const NonFiniteValue& value);

}  // namespace seekbench
