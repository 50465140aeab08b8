// SPDX-License-Identifier: Apache-2.0
// seekbench-worker: the process that trains. The window, the command line and the queue start it; people rarely do.

#include <cstdio>
#include <span>
#include <string_view>

#include "app/worker/attach_command.h"
#include "app/worker/plan_command.h"
#include "app/worker/serve_command.h"
#include "app/worker/train_command.h"

namespace {

constexpr const char* kHelp = R"(Usage: seekbench-worker train RUNFOLDER [--until-step N] [--kill-at-step N]
                             [--profile-steps N [--profile-from STEP] [--profile-every K]]
       seekbench-worker serve THREADS
       seekbench-worker attach RUNFOLDER [OFFSET]
       seekbench-worker plan EXPERIMENT ROUNDS
       seekbench-worker --version | --help

train   Trains the run in RUNFOLDER to the end, from its newest checkpoint if it has one. SIGTERM and SIGINT stop it with
        a checkpoint. Exit code: 0 finished, 2 refused (another process trains it, or it has finished), 3 stopped or failed.
        --until-step N stops it with a checkpoint after step N; --kill-at-step N ends the process as kill -9 would, for proofs.
        --profile-steps N profiles N steps from STEP on (default: the first) into traces/step-STEP, one in K.
        The environment variable SEEKBENCH_FLIGHT_STEPS says how many of the last steps the flight recorder keeps (default: 1000;
        0: none).
serve   Trains runs one after another without loading its libraries anew: their folders come on the standard input, the answers
        go to the standard output. The queue uses it. See docs/worker.md.
attach  Copies the run's journal from OFFSET on to the standard output while it grows, and passes commands from the
        standard input to the worker: for following a run on another machine through ssh. See docs/attach.md.
plan    Shows the plan that the compiled engine makes of an experiment, as JSON; with ROUNDS > 0 also
        how long each kernel takes. See docs/engine.md.
)";

}  // namespace

int main(int count, char** arguments) {
    const std::string_view command = count > 1 ? arguments[1] : "";
    if (command == "train" && count >= 3) {
        const auto limits = seekbench::limitsFrom(std::span(arguments + 3, static_cast<std::size_t>(count - 3)));
        if (limits) return seekbench::trainCommand(arguments[2], *limits, arguments);
        std::fprintf(stderr, "%s\n", limits.error().english().c_str());
        return seekbench::kRefused;
    }
    if (command == "serve" && count == 3) return seekbench::serveCommand(arguments[2], arguments);
    if (command == "attach" && (count == 3 || count == 4)) return seekbench::attachCommand(arguments[2], count == 4 ? arguments[3] : "0");
    if (command == "plan" && count == 4) return seekbench::planCommand(arguments[2], arguments[3]);
    if (command == "--version") {
        std::puts("seekbench-worker " SEEKBENCH_VERSION);
        return 0;
    }
    const bool asked = command == "--help";
    std::fputs(kHelp, asked ? stdout : stderr);
    return asked ? 0 : seekbench::kRefused;
}
