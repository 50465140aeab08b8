// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/follow.h"
#include "app/cli/grade_text.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/launcher.h"
#include "app/session/run_evidence.h"

namespace seekbench {
namespace {

// grade: whether two runs of one experiment gave the same numbers.
class GradeCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addRunArgument(app);
        app.add_option("RUN2", m_other, "The run to compare with (default: the newest other run of the same experiment)")->type_name("");
        app.add_option("--tolerance", m_tolerance, "Grade B: greatest difference as a share of the larger value")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        addWorkspaceOption(app);
        addJsonOption(app);
        app.footer("A: equal to the bit. B: within the tolerance. C: neither; the reason is named.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        auto evidence = readEvidence(*folder);
        if (!evidence) return evidence.error();
        auto other = otherRun(*workspace, *folder);
        if (!other) return other.error();
        if (!*other) {
            print(gradeText(gradeOfRepeats(*evidence), folder->id(), {}, format()));
            return ExitCode::Success;
        }
        auto second = readEvidence(**other);
        if (!second) return second.error();
        print(gradeText(gradeOf(*evidence, *second, m_tolerance), folder->id(), (*other)->id(), format()));
        return ExitCode::Success;
    }

private:
    TextFormat format() const { return m_json ? TextFormat::Json : TextFormat::Sentences; }

    Result<std::optional<RunFolder>> otherRun(const Workspace& workspace, const RunFolder& folder) const {
        if (m_other.empty()) return newestTwin(workspace, folder);
        auto other = workspace.find(m_other);
        if (!other) return other.error();
        return std::optional(std::move(*other));
    }

    std::string m_other;
    double m_tolerance = kReproductionTolerance;
};

// rerun: trains the experiment of a run again, and grades the two.
class RerunCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addRunArgument(app);
        app.add_option("--threads", m_threads, "CPU threads, instead of the run's");
        app.add_option("--device", m_device, "cpu or cuda:0, instead of the run's");
        app.add_option("--until-step", m_untilStep, "Stop the new run there")->check(CLI::PositiveNumber);
        addWorkspaceOption(app);
        addJsonOption(app);
        app.footer("Ctrl-C stops the new run with a checkpoint; twice leaves it going.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto before = chosenRun(*workspace);
        if (!before) return before.error();
        auto experiment = before->experiment();
        if (!experiment) return experiment.error();
        if (m_threads) experiment->training.threads = *m_threads;
        if (m_device) experiment->training.device = *m_device;
        if (auto worker = findWorker(); !worker) return worker.error();  // before there is a run that cannot start
        auto again = createRun(*workspace, std::move(*experiment));
        if (!again) return again.error();
        catchInterrupts();
        auto worker = launch(*again, {.untilStep = m_untilStep});
        if (!worker) {
            printError(worker.error().in(say("starting the run %1", again->id())));
            return ExitCode::RunFailed;
        }
        if (!m_json) print("Run " + again->id() + " trains the experiment of " + before->id() + " again.\n");
        flush();
        const ExitCode trained =
            follow(*workspace, *again, std::move(*worker),
                   {.result = m_json ? FollowOptions::Result::Silent : FollowOptions::Result::Sentence, .untilStep = m_untilStep});
        const auto a = readEvidence(*before), b = readEvidence(*again);
        if (!a) return a.error();
        if (!b) return b.error();
        print(gradeText(gradeOf(*a, *b), before->id(), again->id(), m_json ? TextFormat::Json : TextFormat::Sentences));
        return trained;
    }

private:
    std::optional<std::int64_t> m_threads, m_untilStep;
    std::optional<std::string> m_device;
};

}  // namespace

std::unique_ptr<Subcommand> makeGrade() { return std::make_unique<GradeCommand>(); }
std::unique_ptr<Subcommand> makeRerun() { return std::make_unique<RerunCommand>(); }

}  // namespace seekbench
