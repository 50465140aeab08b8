// SPDX-License-Identifier: Apache-2.0
// In place of compiled_engine.cpp in builds without gpu/executor.
#include "gpu/model/compiled_engine.h"

namespace seekbench {
namespace {

Error absent() {
    return Error(ErrorCode::Unsupported, say("This build of Seekbench has no compiled engine."), say("Choose the reference engine."));
}

}  // namespace

Result<std::unique_ptr<Engine>> makeCompiledEngine(const Experiment&, const std::vector<std::int64_t>&, CompiledOptions) {
    return absent();
}

Result<std::string> describePlan(const Experiment&, KernelChoices&, int) { return absent(); }

}  // namespace seekbench
