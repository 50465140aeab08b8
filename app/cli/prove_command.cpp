// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/prove.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

// Shows how far a proof has come: a line redrawn on a terminal, one line for each part elsewhere; on stderr, so that the verdict stands
// alone on stdout.
class ProofDisplay {
public:
    void show(const ProofProgress& progress) {
        const std::string line = sentenceOf(progress).english();
        if (m_terminal.present) {
            print("\r\033[K" + line, Stream::Errors);
            m_drawn = true;
        } else if (progress.phase != m_phase) {
            print(line + "\n", Stream::Errors);
        }
        m_phase = progress.phase;
        flush(Stream::Errors);
    }
    void clear() const {
        if (m_drawn) print("\r\033[K", Stream::Errors);
        flush(Stream::Errors);
    }

private:
    Terminal m_terminal = terminalOf(Stream::Errors);
    std::optional<ProofProgress::Phase> m_phase;
    bool m_drawn = false;
};

Json json(const std::optional<ValueDifference>& difference) {
    if (!difference) return nullptr;
    const auto number = [](std::optional<double> value) { return value ? Json(*value) : Json(); };
    return {{"series", difference->series},
            {"step", difference->step},
            {"straight", number(difference->a)},
            {"resumed", number(difference->b)}};
}

Json json(const std::optional<TensorDifference>& difference) {
    if (!difference) return nullptr;
    return {{"tensor", difference->tensor},
            {"same_shape", difference->sameShape},
            {"elements", difference->elements},
            {"of_elements", difference->ofElements},
            {"greatest", difference->greatest}};
}

Json json(const CheckpointRecord& record) { return {{"weights", record.weights}, {"optimizer", record.optimizer}}; }

class ProveCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.add_option("RUN|FILE", m_run, "An experiment file, or a run whose experiment is meant")->required()->type_name("");
        app.add_option("--steps", m_options.steps, "How many steps each of the two trainings has")
            ->check(CLI::Range(ProofOptions::kFewestSteps, std::int64_t{1} << 40))
            ->capture_default_str();
        CLI::Option* kill = app.add_flag("--kill", m_kill, "Break the second training as kill -9 does (the default)");
        CLI::Option* stop = app.add_flag("--stop", m_stop, "Break it by a stop with a checkpoint");
        CLI::Option* power = app.add_flag("--power-cut", m_powerCut, "Break it by kill -9, a torn journal and half a checkpoint");
        kill->excludes(stop)->excludes(power);
        stop->excludes(power);
        app.add_option("--threads", m_threads, "CPU threads, instead of the experiment's");
        app.add_option("--batch-size", m_batchSize, "Samples in a step, instead of the experiment's")->check(CLI::PositiveNumber);
        app.add_flag("--keep", m_options.keep, "Leave the two runs in the workspace's folder \"proofs\"");
        addWorkspaceOption(app);
        addJsonOption(app);
        app.footer(
            "Trains the experiment straight, and once more with a break and a resume, and compares the two bit by bit.\n"
            "Exit code 0: equal to the bit.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto experiment = experimentOf(*workspace, m_run);
        if (!experiment) return experiment.error();
        if (m_threads) experiment->training.threads = *m_threads;
        if (m_batchSize) experiment->training.batchSize = *m_batchSize;
        m_options.interruption = m_stop ? Interruption::Stop : m_powerCut ? Interruption::PowerCut : Interruption::Kill;

        catchInterrupts();
        std::stop_source stop;
        ProofDisplay display;
        auto proof = prove(
            *workspace, std::move(*experiment), m_options,
            [&](const ProofProgress& progress) {
                if (interrupts() > 0) stop.request_stop();
                display.show(progress);
            },
            stop.get_token());
        display.clear();
        if (!proof && proof.error().code() != ErrorCode::Failed) return proof.error();
        if (!proof) {
            printError(proof.error());
            return ExitCode::RunFailed;
        }
        if (!*proof) {
            print("The proof was left before its end.\n", Stream::Errors);
            return ExitCode::RunFailed;
        }
        tell(**proof);
        return (*proof)->holds() ? ExitCode::Success : ExitCode::RunFailed;
    }

private:
    void tell(const Proof& proof) const {
        const std::string verdict = verdictOf(proof).english();
        if (!m_json) {
            print(verdict + "\n");
            print(table({{"  weights", proof.straight.weights, proof.resumed.weights},
                         {"  optimizer", proof.straight.optimizer, proof.resumed.optimizer}}));
            if (!proof.kept.empty()) print("The two runs are in " + displayPath(proof.kept) + "\n");
            return;
        }
        print(canonicalJson({{"holds", proof.holds()},
                             {"verdict", verdict},
                             {"steps", proof.steps},
                             {"interruption", nameOf(proof.interruption)},
                             {"broken_at", proof.brokenAt},
                             {"resumed_from", proof.resumedFrom},
                             {"straight", json(proof.straight)},
                             {"resumed", json(proof.resumed)},
                             {"first_value", json(proof.firstValue)},
                             {"first_weight", json(proof.firstWeight)},
                             {"first_optimizer_tensor", json(proof.firstOptimizerTensor)},
                             {"kept", displayPath(proof.kept)}}));
    }

    ProofOptions m_options;
    std::optional<std::int64_t> m_threads, m_batchSize;
    bool m_kill = false, m_stop = false, m_powerCut = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeProve() { return std::make_unique<ProveCommand>(); }

}  // namespace seekbench
