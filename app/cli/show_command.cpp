// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/grade_text.h"
#include "app/cli/output.h"
#include "app/cli/pictures_text.h"
#include "app/cli/run_words.h"
#include "app/cli/subcommand.h"
#include "app/session/queue.h"
#include "app/session/run_evidence.h"
#include "app/session/workspace_database.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/run/run_state.h"

namespace seekbench {
namespace {

// All that `show` says about one run.
struct RunReport {
    Experiment experiment;
    RunRow row;
    RunSituation situation;
    std::vector<AttemptRow> attempts;
    std::vector<CheckpointRow> checkpoints;
    std::vector<std::pair<std::string, Point>> last;  // newest value of each series
    ReproducibilityGrade grade;                       // against the newest other run of the same experiment, or by what it repeated
    std::string gradedWith;                           // that run; empty: none
};

// Retention has deleted some of the checkpoints the journal tells of, and what was best when it was written may have been
// surpassed: what is listed can be resumed from, and one is the best.
void keepThoseThere(const RunFolder& folder, std::vector<CheckpointRow>& checkpoints) {
    std::erase_if(checkpoints, [&](const CheckpointRow& checkpoint) {
        std::error_code failure;
        return !std::filesystem::is_directory(folder.checkpointsFolder() / checkpoint.name, failure);
    });
    bool found = false;
    for (auto checkpoint = checkpoints.rbegin(); checkpoint != checkpoints.rend(); ++checkpoint) {
        checkpoint->best = checkpoint->best && !found;
        found = found || checkpoint->best;
    }
}

// The database knows which runs are of the same experiment, down to threads and device, without looking into any folder.
void grade(const Database& database, const Workspace& workspace, const RunFolder& folder, RunReport& report) {
    const auto evidence = readEvidence(folder);
    if (!evidence) return;
    report.grade = gradeOfRepeats(*evidence);
    for (const RunRow& other : database.runs().valueOr({})) {
        if (other.id == report.row.id || other.fingerprint != report.row.fingerprint || other.trashed) continue;
        const auto its = workspace.find(other.id);
        const auto second = its ? readEvidence(*its) : Result<RunEvidence>(its.error());
        if (!second) continue;
        if (auto grade = gradeOf(*evidence, *second); grade.letter != ReproducibilityGrade::Letter::None) {
            report.grade = std::move(grade);
            report.gradedWith = other.id;
            return;
        }
    }
}

Result<RunReport> reportOn(const Workspace& workspace, const RunFolder& folder) {
    auto database = openUpToDate(workspace);
    if (!database) return database.error();
    auto experiment = folder.experiment();
    if (!experiment) return experiment.error();
    auto row = database->run(folder.id());
    if (!row) return row.error();
    auto attempts = database->attempts(folder.id());
    if (!attempts) return attempts.error();
    auto checkpoints = database->checkpoints(folder.id());
    if (!checkpoints) return checkpoints.error();
    keepThoseThere(folder, *checkpoints);
    auto names = database->seriesNames(folder.id());
    if (!names) return names.error();

    RunReport report{.experiment = std::move(*experiment),
                     .row = row->value_or(RunRow{}),
                     .situation = {},
                     .attempts = std::move(*attempts),
                     .checkpoints = std::move(*checkpoints),
                     .last = {},
                     .grade = {},
                     .gradedWith = {}};
    for (const std::string& name : *names) {
        auto points = database->points(folder.id(), name);
        if (!points) return points.error();
        if (!points->empty()) report.last.emplace_back(name, points->back());
    }
    const RunState recorded = runStateFromName(report.row.state).value_or(RunState::Created);
    report.situation = {.id = folder.id(),
                        .state = deriveState(recorded, folder.isAlive(), Queue(workspace).waits(folder.id())),
                        .reason = report.row.reason,
                        .advice = report.row.advice,
                        .step = report.row.step,
                        .totalSteps = report.row.totalSteps};
    grade(*database, workspace, folder, report);
    return report;
}

void printJson(const RunReport& report) {
    Json attempts = Json::array(), checkpoints = Json::array(), metrics = Json::object();
    for (const AttemptRow& attempt : report.attempts)
        attempts.push_back({{"number", attempt.number},
                            {"from_step", attempt.fromStep},
                            {"from_checkpoint", attempt.fromCheckpoint},
                            {"time", attempt.time},
                            {"host", attempt.host},
                            {"device", attempt.device},
                            {"threads", attempt.threads},
                            {"software", attempt.software},
                            {"data_fingerprint", attempt.dataFingerprint}});
    for (const CheckpointRow& checkpoint : report.checkpoints)
        checkpoints.push_back({{"step", checkpoint.step},
                               {"name", checkpoint.name},
                               {"attempt", checkpoint.attempt},
                               {"time", checkpoint.time},
                               {"bytes", checkpoint.bytes},
                               {"best", checkpoint.best}});
    for (const auto& [name, point] : report.last) metrics[name] = point.value;
    print(canonicalJson(
        {{"id", report.situation.id},
         {"name", report.row.name},
         {"state", nameOf(report.situation.state)},
         {"reason", report.row.reason},
         {"advice", nextStep(report.situation)},
         {"step", report.row.step},
         {"total_steps", report.row.totalSteps},
         {"fingerprint", report.row.fingerprint},
         {"data_fingerprint", report.row.dataFingerprint},
         {"attempts", attempts},
         {"checkpoints", checkpoints},
         {"reproducibility",
          {{"grade", nameOf(report.grade.letter)}, {"verdict", report.grade.verdict.english()}, {"other", report.gradedWith}}},
         {"metrics", metrics}}));
}

std::string experimentText(const Experiment& experiment) {
    const TrainingSettings& training = experiment.training;
    return table(
        {{"  data", experiment.dataset.kind},
         {"  graph", withSeparators(static_cast<std::int64_t>(experiment.graph.nodes.size())) + " nodes"},
         {"  loss", experiment.loss.kind},
         {"  optimizer", experiment.optimizer.kind + ", schedule " + experiment.schedule.kind},
         {"  training", "batch size " + withSeparators(training.batchSize) + ", epochs " + withSeparators(training.epochs) + ", seed " +
                            std::to_string(training.seed) + ", " + training.device + ", threads " + withSeparators(training.threads)}});
}

// Which data the attempts saw, and whether they saw the same.
std::string dataText(const std::vector<AttemptRow>& attempts) {
    std::string text;
    const AttemptRow* before = nullptr;
    for (const AttemptRow& attempt : attempts) {
        if (attempt.dataFingerprint.empty()) continue;
        if (before == nullptr)
            text += "  data " + attempt.dataFingerprint + "\n";
        else if (before->dataFingerprint != attempt.dataFingerprint)
            text += "  The data changed between attempt " + std::to_string(before->number) + " and attempt " +
                    std::to_string(attempt.number) + " (now " + attempt.dataFingerprint + "): their numbers cannot be compared.\n";
        before = &attempt;
    }
    return text;
}

void printText(const RunReport& report, const RunFolder& folder) {
    std::string text = "Run " + report.situation.id + (report.row.name.empty() ? "" : ": " + oneLine(report.row.name)) + "\n" +
                       stateSentence(report.situation) + "\n" + nextStep(report.situation) + "\n\nExperiment\n" +
                       experimentText(report.experiment);
    std::vector<std::vector<std::string>> lines;
    for (const AttemptRow& attempt : report.attempts)
        lines.push_back({"  " + std::to_string(attempt.number), timeText(attempt.time), "from step " + withSeparators(attempt.fromStep),
                         attempt.device + ", " + std::to_string(attempt.threads) + " threads", attempt.host, attempt.software});
    text += "\nAttempts\n" + table(lines) + dataText(report.attempts);
    lines.clear();
    for (const CheckpointRow& checkpoint : report.checkpoints)
        lines.push_back({"  step " + withSeparators(checkpoint.step), timeText(checkpoint.time),
                         bytesText(static_cast<double>(checkpoint.bytes)), checkpoint.best ? "best" : ""});
    text += "\nCheckpoints\n" + (lines.empty() ? "  none yet\n" : table(lines));
    lines.clear();
    for (const auto& [name, point] : report.last)
        lines.push_back({"  " + name, valueText(name, point.value), "at step " + withSeparators(point.step)});
    text += "\nNewest values\n" + (lines.empty() ? "  none yet\n" : table(lines));
    text += "\nReproducibility\n  " + (report.gradedWith.empty() ? "" : "Against " + report.gradedWith + ": ") +
            report.grade.verdict.english() + "\n";
    for (const auto& reason : report.grade.reasons) text += "  " + reason.sentence.english() + "\n";
    print(text + picturesText(folder) + "\nFolder: " + displayPath(folder.path()) + "\n");
}

class ShowCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addRunArgument(app);
        addWorkspaceOption(app);
        addJsonOption(app);
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        auto report = reportOn(*workspace, *folder);
        if (!report) return report.error();
        if (m_json)
            printJson(*report);
        else
            printText(*report, *folder);
        return ExitCode::Success;
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeShow() { return std::make_unique<ShowCommand>(); }

}  // namespace seekbench
