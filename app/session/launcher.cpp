// SPDX-License-Identifier: Apache-2.0
#include "app/session/launcher.h"

#include <algorithm>
#include <functional>
#include <thread>

#include "app/session/machine.h"
#include "app/session/run_reader.h"
#include "core/base/file.h"
#include "core/data/data_folders.h"
#include "core/data/dataset.h"
#include "core/experiment/fit.h"
#include "core/run/worker_environment.h"

namespace seekbench {
namespace {

Error firstError(const ExperimentReport& report) {
    const auto isError = [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; };
    const auto count = std::count_if(report.diagnostics.begin(), report.diagnostics.end(), isError);
    const auto first = std::find_if(report.diagnostics.begin(), report.diagnostics.end(), isError);
    return Error(ErrorCode::InvalidInput, say("%1", english(*first)),
                 count == 1 ? say("Correct the experiment and try again.")
                            : say("There are %1 errors in all; `seekbench-cli check FILE` lists them.", count));
}

Error busy(const RunFolder& folder) {
    return Error(ErrorCode::Busy, say("A worker is already training the run %1.", folder.id()),
                 say("Watch it with: seekbench-cli attach %1", folder.id()));
}

// The error of a worker that ended before its attempt began.
Error lastWords(const RunFolder& folder, const std::string& end, const std::optional<StateChanged>& failed, std::uintmax_t logBegin) {
    if (failed) return Error(ErrorCode::Failed, say("%1", failed->reason), say("%1", failed->advice));
    const std::string lines = lastLogLines(folder, 5, logBegin);
    if (lines.empty())
        return Error(ErrorCode::Failed, say("The worker ended at its start (%1) and said nothing.", end),
                     say("Check the installation with: seekbench-cli doctor"));
    return Error(ErrorCode::Failed, say("The worker ended at its start (%1): %2", end, lines),
                 say("Its whole output is in %1.", displayPath(folder.logFile())));
}

// Waits for the beginning of an attempt that a worker has been asked for.
class BeginningWatch {
public:
    // How a worker is no longer at the run.
    struct End {
        std::string how;       // "exit code 2"
        std::string sentence;  // its own, if it had one
    };

    // Before the worker is asked: notes how far journal and log have come.
    static Result<BeginningWatch> prepare(const RunFolder& folder) {
        RunReader before(folder);
        if (auto old = before.poll(); !old) return old.error();
        std::error_code missing;
        const auto logSize = std::filesystem::file_size(folder.logFile(), missing);
        return BeginningWatch(folder, before.offset(), missing ? 0 : logSize);
    }

    Result<void> wait(std::int64_t process, std::chrono::seconds patience, const std::function<std::optional<End>()>& ended) {
        std::optional<StateChanged> failed;
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (true) {
            const auto end = ended();  // asked first: what it wrote before it ended is then in the journal
            auto packets = m_journal.poll();
            if (!packets) return packets.error();
            for (const Packet& packet : *packets) {
                // Another worker may have been faster: only the attempt of our own process counts.
                const auto* started = std::get_if<AttemptStarted>(&packet);
                if (started && started->process == process) return {};
                const auto* changed = std::get_if<StateChanged>(&packet);
                if (changed && changed->state == WorkerState::Failed) failed = *changed;
            }
            if (end && m_folder.isAlive()) return busy(m_folder);
            if (end && !end->sentence.empty()) return Error(ErrorCode::Failed, say("%1", end->sentence));
            if (end) return lastWords(m_folder, end->how, failed, m_logBegin);
            if (std::chrono::steady_clock::now() > deadline)
                return Error(ErrorCode::Busy, say("The worker has not begun within %1 s; it is still trying.", patience.count()),
                             say("Watch it with: seekbench-cli attach %1", m_folder.id()));
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

private:
    BeginningWatch(const RunFolder& folder, std::uint64_t offset, std::uintmax_t logBegin)
        : m_folder(folder), m_journal(folder, offset), m_logBegin(logBegin) {}
    RunFolder m_folder;
    RunReader m_journal;
    std::uintmax_t m_logBegin;
};

}  // namespace

Result<void> compareWithData(const Experiment& experiment, ExperimentReport& report) {
    if (report.hasErrors()) return {};
    const auto dataset = openDataset(experiment.dataset);
    if (!dataset) return dataset.error();
    const auto model = expand(experiment.graph, experiment.library);
    if (!model) return {};  // check() has said why
    for (Diagnostic& finding : checkFit(experiment, *model, (*dataset)->spec()))
        if (std::ranges::find(report.diagnostics, finding) == report.diagnostics.end()) report.diagnostics.push_back(std::move(finding));
    return {};
}

std::optional<MemoryForecast> compareWithMachine(const Experiment& experiment, ExperimentReport& report) {
    if (report.hasErrors()) return std::nullopt;
    const auto forecast = forecastMemory(experiment);
    if (!forecast || experiment.training.device != "cpu") return forecast;
    const Machine machine = thisMachine();
    for (Diagnostic& finding :
         checkMemory(*forecast, static_cast<std::int64_t>(machine.memoryTotal), static_cast<std::int64_t>(machine.memoryAvailable)))
        report.diagnostics.push_back(std::move(finding));
    return forecast;
}

std::int64_t dataBytes(const Choice& dataset) {
    std::int64_t bytes = 0;
    const DatasetKind* kind = findDatasetKind(dataset.kind);
    if (kind == nullptr) return bytes;
    for (const ParameterSpec& spec : kind->kind.parameters) {
        const auto value = dataset.parameters.find(spec.name);
        const auto* text = value == dataset.parameters.end() ? nullptr : std::get_if<std::string>(&value->second);
        if (text == nullptr || text->empty() || !spec.choices.empty()) continue;
        // Any text may be a path; what is none is found nowhere. Folders of pictures are read picture by picture, later.
        if (const auto file = findDataFile(*text, dataFolders())) {
            std::error_code failure;
            const auto size = std::filesystem::file_size(*file, failure);
            if (!failure) bytes += static_cast<std::int64_t>(size);
        }
    }
    return bytes;
}

Result<RunFolder> createRun(const Workspace& workspace, Experiment experiment) {
    ExperimentReport report = check(experiment);
    if (auto compared = compareWithData(experiment, report); !compared) return compared.error();
    (void)compareWithMachine(experiment, report);
    if (report.hasErrors()) return firstError(report);
    experiment.training.threads = threadCount(experiment.training.threads);
    experiment.library = experiment.library.usedBy(experiment.graph);
    const RunNote note{.name = experiment.name, .colour = {}, .notes = {}, .trashed = false};
    return RunFolder::create(workspace.runsFolder(), experiment, note);
}

Result<WorkerProcess> launch(const RunFolder& folder, const LaunchOptions& options) {
    if (folder.isAlive()) return busy(folder);
    auto experiment = folder.experiment();
    if (!experiment) return experiment.error();
    auto program = findWorker();
    if (!program) return program.error();
    auto watch = BeginningWatch::prepare(folder);
    if (!watch) return watch.error();

    std::error_code failure;
    std::vector<std::string> words = {"train", std::filesystem::absolute(folder.path(), failure).string()};
    if (options.untilStep) words.insert(words.end(), {"--until-step", std::to_string(*options.untilStep)});
    if (options.profileSteps)
        words.insert(words.end(), {"--profile-steps", std::to_string(*options.profileSteps), "--profile-from",
                                   std::to_string(options.profileFrom), "--profile-every", std::to_string(options.profileEvery)});
    if (options.killAtStep) words.insert(words.end(), {"--kill-at-step", std::to_string(*options.killAtStep)});
    auto worker = WorkerProcess::start(*program, words, workerEnvironment(experiment->training.threads), folder.logFile());
    if (!worker) return worker;
    auto begun = watch->wait(worker->process(), options.patience, [&]() -> std::optional<BeginningWatch::End> {
        auto end = worker->ended();
        return end ? std::optional(BeginningWatch::End{std::move(*end), {}}) : std::nullopt;
    });
    if (!begun) return begun.error();
    return worker;
}

Result<void> launchOn(StandingWorker& worker, const RunFolder& folder, std::chrono::seconds patience) {
    if (folder.isAlive()) return busy(folder);
    auto watch = BeginningWatch::prepare(folder);
    if (!watch) return watch.error();
    if (auto given = worker.give(folder); !given) return given;
    return watch->wait(worker.process(), patience, [&]() -> std::optional<BeginningWatch::End> {
        if (auto end = worker.ended()) return BeginningWatch::End{std::move(*end), {}};
        if (auto answer = worker.answer()) return BeginningWatch::End{say("exit code %1", answer->code).english(), answer->sentence};
        return std::nullopt;
    });
}

std::string lastLogLines(const RunFolder& folder, std::size_t most, std::uintmax_t from) {
    constexpr std::uintmax_t kEnough = 64 * 1024;
    auto file = File::open(folder.logFile(), File::Mode::Read);
    if (!file) return {};
    const std::uintmax_t size = file->size().valueOr(0);
    const std::uintmax_t begin = std::max(from, size > kEnough ? size - kEnough : 0);
    if (size <= begin) return {};
    std::string text(size - begin, '\0');
    text.resize(file->readAt(begin, std::as_writable_bytes(std::span(text))).valueOr(0));
    while (!text.empty() && text.back() == '\n') text.pop_back();
    std::size_t position = text.size();
    for (std::size_t lines = 0; lines < most && position != std::string::npos; ++lines)
        position = position ? text.rfind('\n', position - 1) : std::string::npos;
    return position == std::string::npos ? text : text.substr(position + 1);
}

}  // namespace seekbench
