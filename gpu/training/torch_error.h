// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>

#include "core/base/result.h"

namespace seekbench {

// What an exception of torch or the standard library means to the user, as an Error with advice.
Error errorFrom(const std::exception& problem);

// Calls `work`, which returns a Result; exceptions become errors. The edge at which torch's exceptions stop.
template <class Work>
auto withoutExceptions(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception& problem) {
        return errorFrom(problem);
    }
}

}  // namespace seekbench
