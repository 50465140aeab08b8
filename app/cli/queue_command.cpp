// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/library.h"
#include "app/session/queue_server.h"
#include "app/session/recorder.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

class QueueCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.require_subcommand(1);
        m_serve = app.add_subcommand("serve", "Train the runs in the queue one after another, until SIGTERM or Ctrl-C");
        CLI::Option* untilEmpty = m_serve->add_flag("--until-empty", m_untilEmpty, "End when no run waits any more");
        m_serve->add_flag("--detach", m_detach, "Serve in the background, also when this terminal is closed")->excludes(untilEmpty);
        m_serve->footer("When the server ends, the run at work goes on; the next server waits for it.");
        m_list = app.add_subcommand("list", "Show the runs in the queue");
        addJsonOption(*m_list);
        m_add = app.add_subcommand("add", "Put a run at the end of the queue");
        m_add->add_option("RUN|FILE", m_run, "A run to be continued, or an experiment file to be trained")->required()->type_name("");
        m_remove = app.add_subcommand("remove", "Take a run out of the queue; the run itself stays");
        addRunArgument(*m_remove);
        m_move = app.add_subcommand("move", "Give a waiting run another place");
        addRunArgument(*m_move);
        m_move->add_option("WHERE", m_where, "up, down, top, bottom, or before")
            ->required()
            ->check(CLI::IsMember({"up", "down", "top", "bottom", "before"}))
            ->type_name("");
        m_move->add_option("RUN2", m_other, "With before: the run that shall have its turn afterwards")->type_name("");
        m_pause = app.add_subcommand("pause", "Start no further run; the one at work goes on");
        m_resume = app.add_subcommand("resume", "Start the waiting runs again");
        m_cancel = app.add_subcommand("cancel", "Stop a run at work, with a checkpoint, and take it out of the queue");
        m_cancel->add_option("RUN", m_run, "Id of the run; without it, the one at work")->type_name("");
        for (CLI::App* word : {m_serve, m_list, m_add, m_remove, m_move, m_pause, m_resume, m_cancel}) addWorkspaceOption(*word);
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        if (m_serve->parsed()) return m_detach ? serveInBackground(*workspace) : serve(*workspace);
        if (m_list->parsed()) return list(*workspace);
        if (m_add->parsed()) return add(*workspace);
        if (m_move->parsed()) return move(*workspace);
        if (m_pause->parsed() || m_resume->parsed()) return setPaused(*workspace, m_pause->parsed());
        if (m_cancel->parsed()) return cancel(*workspace);
        return remove(*workspace);
    }

private:
    Result<ExitCode> serve(const Workspace& workspace) const {
        catchInterrupts();
        auto server = QueueServer::start(workspace);
        if (!server) return server.error();
        auto recorder = Recorder::start(workspace);
        if (!recorder) printError(recorder.error().in(say("recording the runs")));
        const auto tell = [](const std::string& line) {
            print(line + "\n");
            flush();
        };
        auto failures = server->serve(
            m_untilEmpty ? QueueServer::Patience::UntilEmpty : QueueServer::Patience::Forever,
            {.started = [&](const RunFolder& run) { tell("Run " + run.id() + " is at work."); },
             .finished = [&](const RunFolder& run) { tell("Run " + run.id() + " has finished."); },
             .waiting = [&](const RunFolder& run,
                            const std::string& device) { tell("Run " + run.id() + " waits until " + device + " is free."); },
             .failed =
                 [&](const std::string& run, const std::string& problem) {
                     tell("Run " + run + " has not finished: " + problem + " Add it again with: seekbench-cli queue add " + run);
                 },
             .shallEnd = [] { return interrupts() > 0; }});
        if (!failures) return failures.error();
        if (interrupts() > 0) tell("The queue is no longer served. Go on with: seekbench-cli queue serve");
        return *failures == 0 ? ExitCode::Success : ExitCode::RunFailed;
    }

    static Result<ExitCode> serveInBackground(const Workspace& workspace) {
        const auto process = serveDetached(workspace);
        if (!process) return process.error();
        print("The queue is being served by process " + std::to_string(*process) + ".\n");
        print("End the server with: kill " + std::to_string(*process) + "\n");
        return ExitCode::Success;
    }

    Result<ExitCode> list(const Workspace& workspace) const {
        const Queue queue(workspace);
        const auto entries = queue.entries();
        const auto isAtWork = [&](const QueueEntry& entry) { return queue.isAtWork(entry.run); };
        if (m_json) {
            Json list = Json::array();
            for (const QueueEntry& entry : entries)
                list.push_back({{"run", entry.run}, {"problem", entry.problem}, {"at_work", isAtWork(entry)}});
            print(canonicalJson({{"served", queue.isServed()}, {"paused", queue.isPaused()}, {"entries", list}}));
            return ExitCode::Success;
        }
        std::vector<std::vector<std::string>> lines;
        for (const QueueEntry& entry : entries)
            lines.push_back({entry.run, isAtWork(entry) ? "at work" : entry.problem.empty() ? "waits" : entry.problem});
        print(entries.empty() ? "The queue is empty. Add a run with: seekbench-cli queue add FILE\n" : table(lines));
        if (queue.isPaused()) print("The queue is paused. Go on with: seekbench-cli queue resume\n");
        if (!queue.isServed()) print("Nobody serves the queue. Start it with: seekbench-cli queue serve\n");
        return ExitCode::Success;
    }

    Result<ExitCode> add(const Workspace& workspace) const {
        auto run = runToAdd(workspace);
        if (!run) return run.error();
        const Queue queue(workspace);
        if (auto added = queue.add(*run); !added) return added.error();
        print("Run " + run->id() + " waits in the queue.\n");
        if (!queue.isServed()) print("Serve the queue with: seekbench-cli queue serve\n");
        return ExitCode::Success;
    }

    Result<RunFolder> runToAdd(const Workspace& workspace) const {
        std::error_code failure;
        if (!std::filesystem::is_regular_file(m_run, failure)) return chosenRun(workspace);
        auto library = loadLibrary(workspace);
        if (!library) return library.error();
        auto experiment = loadExperiment(m_run, *library);
        if (!experiment) return experiment.error();
        return createRun(workspace, std::move(*experiment));
    }

    // Takes the id as it stands when no run folder has it: the folder may be gone.
    Result<ExitCode> remove(const Workspace& workspace) const {
        const std::string id = idOf(workspace, m_run);
        if (auto removed = Queue(workspace).remove(id); !removed) return removed.error();
        print("Run " + id + " is no longer in the queue.\n");
        return ExitCode::Success;
    }

    // As for remove(): a run that is gone may still have its entry.
    static std::string idOf(const Workspace& workspace, const std::string& words) {
        auto run = workspace.find(words);
        return run ? run->id() : words;
    }

    Result<ExitCode> move(const Workspace& workspace) const {
        if ((m_where == "before") == m_other.empty())
            return Error(ErrorCode::InvalidInput, say("\"before\", and nothing else, wants a second run."),
                         say("Say for example: seekbench-cli queue move RUN before RUN2"));
        const Queue queue(workspace);
        const std::string run = idOf(workspace, m_run);
        constexpr std::pair<std::string_view, QueueMove> kMoves[] = {
            {"up", QueueMove::Up}, {"down", QueueMove::Down}, {"top", QueueMove::Top}, {"bottom", QueueMove::Bottom}};
        Result<void> moved;
        if (m_where == "before") moved = queue.moveBefore(run, idOf(workspace, m_other));
        for (const auto& [word, move] : kMoves)
            if (m_where == word) moved = queue.move(run, move);
        if (!moved) return moved.error();
        return list(workspace);
    }

    static Result<ExitCode> setPaused(const Workspace& workspace, bool paused) {
        const Queue queue(workspace);
        if (auto set = queue.setPaused(paused); !set) return set.error();
        print(paused ? "The queue is paused: the run at work goes on, no other is started.\n" : "The queue goes on.\n");
        if (!queue.isServed()) print("Nobody serves the queue. Start it with: seekbench-cli queue serve\n");
        return ExitCode::Success;
    }

    Result<ExitCode> cancel(const Workspace& workspace) const {
        auto cancelled = cancelQueued(workspace, m_run.empty() ? std::string() : idOf(workspace, m_run));
        if (!cancelled) return cancelled.error();
        print("Run " + *cancelled + " is no longer in the queue.\nContinue it from its last checkpoint with: seekbench-cli resume " +
              *cancelled + "\n");
        return ExitCode::Success;
    }

    CLI::App* m_serve = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_add = nullptr;
    CLI::App* m_remove = nullptr;
    CLI::App* m_move = nullptr;
    CLI::App* m_pause = nullptr;
    CLI::App* m_resume = nullptr;
    CLI::App* m_cancel = nullptr;
    std::string m_where, m_other;
    bool m_untilEmpty = false, m_detach = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeQueue() { return std::make_unique<QueueCommand>(); }

}  // namespace seekbench
