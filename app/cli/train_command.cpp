// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/follow.h"
#include "app/cli/format.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/session/launcher.h"
#include "app/session/library.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

// What the command line says instead of the experiment file.
struct Overrides {
    std::optional<std::string> name, device;
    std::optional<std::int64_t> epochs, batchSize, seed, threads;
    std::optional<double> learningRate;

    void define(CLI::App& app) {
        app.add_option("--name", name, "Name of the run");
        app.add_option("--epochs", epochs, "Instead of the file's training.epochs");
        app.add_option("--batch-size", batchSize, "Instead of the file's training.batch_size");
        app.add_option("--learning-rate", learningRate, "Instead of the file's optimizer.learning_rate");
        app.add_option("--seed", seed, "Instead of the file's training.seed");
        app.add_option("--threads", threads, "CPU threads; 0: all cores");
        app.add_option("--device", device, "cpu or cuda:0");
    }

    void apply(Experiment& experiment) const {
        if (name) experiment.name = *name;
        TrainingSettings& training = experiment.training;
        training.epochs = epochs.value_or(training.epochs);
        training.batchSize = batchSize.value_or(training.batchSize);
        training.seed = seed.value_or(training.seed);
        training.threads = threads.value_or(training.threads);
        training.device = device.value_or(training.device);
        if (learningRate) experiment.optimizer.parameters[std::string(kLearningRate.name)] = *learningRate;
    }
};

class TrainCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.add_option("FILE", m_file, "Experiment file")->required()->type_name("");
        m_overrides.define(app);
        addSetOption(app);
        addWorkspaceOption(app);
        app.add_option("--until-step", m_untilStep, "Stop there, with a checkpoint")->check(CLI::PositiveNumber);
        app.add_flag("--detach", m_detach, "Return as soon as the run is going");
        app.add_flag("--json", m_json, "End with one line of JSON on stdout: run, state, metrics");
        app.footer("Ctrl-C stops the run with a checkpoint; twice leaves it going.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto library = loadLibrary(*workspace);
        if (!library) return library.error();
        auto experiment = loadExperiment(m_file, *library);
        if (!experiment) return experiment.error();
        m_overrides.apply(*experiment);
        if (auto applied = applySettings(*experiment); !applied) return applied.error();
        if (auto worker = findWorker(); !worker) return worker.error();  // before there is a run that cannot start
        auto folder = createRun(*workspace, *experiment);
        if (!folder) return folder.error();
        if (!m_detach) catchInterrupts();  // from the moment there is a run that Ctrl-C can stop
        auto worker = launch(*folder, {.untilStep = m_untilStep});
        if (!worker) {
            printError(worker.error().in(say("starting the run %1", folder->id())));
            return ExitCode::RunFailed;
        }
        announce(*folder, experiment->name);
        if (m_detach) return ExitCode::Success;
        return follow(*workspace, *folder, std::move(*worker),
                      {.result = m_json ? FollowOptions::Result::Json : FollowOptions::Result::Sentence, .untilStep = m_untilStep});
    }

private:
    void announce(const RunFolder& folder, const std::string& name) const {
        if (m_json && m_detach) print(resultLine(folder.id(), RunState::Running, {}));
        if (m_json) return;
        print("Run " + folder.id() + (name.empty() ? "" : " (" + oneLine(name) + ")") + " has started.\n");
        if (m_detach) print("Watch it with: seekbench-cli attach " + folder.id() + "\n");
        flush();
    }

    std::filesystem::path m_file;
    Overrides m_overrides;
    std::optional<std::int64_t> m_untilStep;
    bool m_detach = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeTrain() { return std::make_unique<TrainCommand>(); }

}  // namespace seekbench
