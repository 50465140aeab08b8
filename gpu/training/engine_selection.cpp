// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/engine_selection.h"

#include <ATen/Context.h>

#include "gpu/model/compiled_engine.h"

namespace seekbench {
namespace {

void seed(const Experiment& experiment) { at::manual_seed(static_cast<std::uint64_t>(experiment.training.seed)); }

Result<SelectedEngine> reference(const Experiment& experiment, const std::vector<std::int64_t>& classCounts, const EngineMemory& memory,
                                 std::string reason) {
    seed(experiment);
    auto engine = makeReferenceEngine(experiment, classCounts);
    if (!engine) return engine.error();
    SelectedEngine selected{std::move(*engine), {.compiled = false, .reason = std::move(reason)}};
    memory.keep(selected.record);
    return selected;
}

// The choices of the run itself, else of others. A file that cannot be read is measured anew.
KernelChoices knownChoices(const EngineMemory& memory) {
    if (memory.record) return memory.record->choices;
    if (memory.shared.empty()) return {};
    const auto shared = readEngineRecord(memory.shared);
    return shared && *shared ? (*shared)->choices : KernelChoices();
}

Result<SelectedEngine> compiled(const Experiment& experiment, const std::vector<std::int64_t>& classCounts, const EngineMemory& memory) {
    seed(experiment);
    const auto record = std::make_shared<EngineRecord>(EngineRecord{.compiled = true, .reason = {}, .choices = knownChoices(memory)});
    CompiledOptions options{.known = record->choices,
                            .keep =
                                [record, keep = memory.keep, shared = memory.shared](const KernelChoices& now) {
                                    record->choices = now;
                                    keep(*record);
                                    // Others do without when it cannot be written.
                                    if (!shared.empty()) (void)writeEngineRecord(shared, *record);
                                },
                            .tellMemory = memory.tellMemory};
    auto engine = makeCompiledEngine(experiment, classCounts, std::move(options));
    if (!engine) return engine.error();
    memory.keep(*record);
    return SelectedEngine{std::move(*engine), *record};
}

}  // namespace

Result<SelectedEngine> selectEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts,
                                    const EngineMemory& memory) {
    const EngineChoice wanted = experiment.training.engine;
    if (memory.record && !memory.record->compiled) return reference(experiment, classCounts, memory, memory.record->reason);
    if (!memory.record && (wanted == EngineChoice::Reference || !memory.isNew)) return reference(experiment, classCounts, memory, {});
    auto made = compiled(experiment, classCounts, memory);
    if (made) return made;
    if (memory.record)
        return Error(
            ErrorCode::Unsupported, say("The run was begun with the compiled engine, and here it cannot go on: %1", made.error().english()),
            say("Go on with the other engine, which computes slightly other numbers: seekbench-cli resume RUN --engine reference"));
    if (wanted == EngineChoice::Compiled || made.error().code() != ErrorCode::Unsupported) return made.error();
    return reference(experiment, classCounts, memory, made.error().what().english());
}

}  // namespace seekbench
