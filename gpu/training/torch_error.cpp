// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/torch_error.h"

#include <new>
#include <string>

#include <c10/util/Exception.h>

#include "core/data/readers/byte_source.h"
#include "gpu/training/failure.h"

namespace seekbench {
namespace {

std::string firstLineOf(const std::exception& problem) {
    const auto* ofTorch = dynamic_cast<const c10::Error*>(&problem);
    const std::string text = ofTorch ? ofTorch->what_without_backtrace() : problem.what();
    return text.substr(0, text.find('\n'));
}

}  // namespace

Error errorFrom(const std::exception& problem) {
    if (const auto* reading = dynamic_cast<const ReadFailure*>(&problem)) return reading->error();
    const std::string text = firstLineOf(problem);
    // torch has a type for this on CUDA only; its CPU allocator and the driver say it in words.
    const bool memory = dynamic_cast<const std::bad_alloc*>(&problem) || text.find("can't allocate memory") != std::string::npos ||
                        text.find("not enough memory") != std::string::npos || text.find("out of memory") != std::string::npos;
    if (memory) return outOfMemory(text);
    return Error(ErrorCode::Failed, say("LibTorch reported: %1.", text), say("The log of the run says what was done before."));
}

}  // namespace seekbench
