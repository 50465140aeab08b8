// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/non_finite.h"

namespace seekbench {

Message sentenceOf(const NonFiniteValue& value) {
    using What = NonFiniteValue::What;
    switch (value.what) {
        case What::Output: return say("The first values that are not finite are the output of the node %1.", value.node);
        case What::Loss: return say("The outputs of the model are finite, but its loss is not.");
        case What::Backward:
            if (value.node.empty()) return say("The backward pass of the loss gave values that are not finite.");
            return say("The backward pass of the node %1 gave values that are not finite.", value.node);
        case What::Gradient: break;
    }
    return say("The first gradient that is not finite is that of the parameter %1 of the node %2.", value.tensor, value.node);
}

}  // namespace seekbench
