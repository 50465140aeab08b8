// SPDX-License-Identifier: Apache-2.0
#include "app/worker/plan_command.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <ATen/Parallel.h>

#include "app/worker/process_setup.h"
#include "app/worker/train_command.h"
#include "core/run/engine_record.h"
#include "gpu/model/compiled_engine.h"
#include "gpu/training/device.h"
#include "gpu/training/engine_selection.h"

namespace seekbench {
namespace {

Result<std::string> summaryOf(const char* experimentFile, int rounds) {
    const auto experiment = loadExperiment(experimentFile, {});
    if (!experiment) return experiment.error();
    useThreads(experiment->training.threads);
    const auto shared = sharedEngineFile(*experiment, at::get_num_threads(), kComputingLibraries);
    EngineRecord record{.compiled = true};
    if (const auto known = readEngineRecord(shared); known && *known) record = **known;
    auto choices = record.choices;
    auto summary = describePlan(*experiment, choices, rounds);
    if (summary && choices != record.choices) {
        record.choices = std::move(choices);
        (void)writeEngineRecord(shared, record);  // it is measured again where this fails
    }
    return summary;
}

}  // namespace

int planCommand(const char* experimentFile, const char* rounds) {
    endWithParent();
    const auto summary = summaryOf(experimentFile, std::clamp(std::atoi(rounds), 0, 1000));
    std::fputs((summary ? *summary : summary.error().english() + "\n").c_str(), summary ? stdout : stderr);
    return summary ? 0 : kRefused;
}

}  // namespace seekbench
