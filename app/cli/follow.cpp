// SPDX-License-Identifier: Apache-2.0
#include "app/cli/follow.h"

#include <chrono>
#include <thread>

#include <nlohmann/json.hpp>

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/run_words.h"
#include "app/session/launcher.h"
#include "app/session/recorder.h"
#include "app/session/run_controller.h"
#include "app/session/run_reader.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kRedrawInterval{100};
constexpr std::chrono::seconds kPlainInterval{5};
// Between the first Ctrl-C and the request to stop: what has been asked of the worker cannot be taken back by a second one.
constexpr std::chrono::milliseconds kSecondThoughts{1500};

// Shows a run on a stream: a line redrawn in place on a terminal, plain lines elsewhere.
class Display {
public:
    explicit Display(Stream stream) : m_stream(stream), m_terminal(terminalOf(stream)) {}

    void announce(const std::string& line) {
        clear();
        print(line + "\n", m_stream);
        flush(m_stream);
    }

    void show(const RunProgress& progress) {
        const auto now = Clock::now();
        if (now < m_next || progress.totalSteps == 0) return;
        if (m_terminal.present) {
            m_terminal = terminalOf(m_stream);  // the window may have another size now
            print("\r\033[K" + progressLine(progress, {.width = m_terminal.width, .colour = m_terminal.colour}), m_stream);
            m_drawn = true;
        } else if (progress.step != m_step) {
            print(plainLine(progress) + "\n", m_stream);
        }
        m_step = progress.step;
        m_next = now + (m_terminal.present ? Clock::duration(kRedrawInterval) : Clock::duration(kPlainInterval));
        flush(m_stream);
    }

    void clear() {
        if (m_drawn) print("\r\033[K", m_stream);
        m_drawn = false;
    }

private:
    Stream m_stream;
    Terminal m_terminal;
    Clock::time_point m_next;
    std::int64_t m_step = -1;
    bool m_drawn = false;
};

class Follower {
public:
    Follower(const Workspace& workspace, RunFolder folder, std::optional<WorkerProcess> worker, const FollowOptions& options)
        : m_folder(std::move(folder)),
          m_worker(std::move(worker)),
          m_options(options),
          m_reader(m_folder),
          m_display(options.result == FollowOptions::Result::Sentence ? Stream::Output : Stream::Errors) {
        if (auto recorder = Recorder::start(workspace))
            m_recorder = std::move(*recorder);
        else
            warn(recorder.error().in(say("recording the run")));  // the journal keeps everything; recording can be made up for
    }

    ExitCode follow() {
        while (true) {
            const bool alive = isAlive();  // asked first: what a dead worker has written is then read to its end
            if (auto read = readJournal(); !read) {
                printError(read.error());
                return ExitCode::RunFailed;
            }
            if (!alive) return tellEnd();
            if (outputState() == OutputState::ReaderGone) return ExitCode::RunFailed;  // | head has seen enough; the run goes on
            if (leaves()) return tellLeft();
            m_display.show(m_progress);
            waitForNews();
        }
    }

private:
    bool isAlive() { return m_folder.isAlive() || (m_worker && !m_worker->ended()); }

    Result<void> readJournal() {
        auto packets = m_reader.poll();
        if (!packets) return packets.error();
        const bool silent = !m_options.announceHistory && m_first;
        m_first = false;
        // What a worker that was started here has to say of its beginning (changed data, a damaged checkpoint) is no history, though it
        // may be in the journal before this looks.
        std::vector<std::string> warnings;
        for (const Packet& packet : *packets) {
            const std::int64_t validated = m_progress.validatedStep;
            m_progress.apply(packet);
            if (std::holds_alternative<AttemptStarted>(packet) && silent) warnings.clear();
            if (m_progress.validatedStep > validated && !silent) m_display.announce(epochLine(m_progress));
            const auto* line = std::get_if<LogLine>(&packet);
            if (!line || line->severity == LogSeverity::Information) continue;
            if (silent)
                warnings.push_back(line->text);
            else
                m_display.announce("worker: " + line->text);
        }
        if (m_worker)
            for (const std::string& warning : warnings) m_display.announce("worker: " + warning);
        return {};
    }

    // True when the user wants to leave the run going.
    bool leaves() {
        if (interrupts() == 0) return false;
        if (interrupts() > 1 || m_options.interrupt == FollowOptions::Interrupt::LeavesRun) return true;
        if (!m_stopAt) {
            m_stopAt = Clock::now() + kSecondThoughts;
            m_display.announce("Stopping with a checkpoint. Press Ctrl-C again now to leave the run going instead.");
        }
        if (!m_askedToStop && Clock::now() >= *m_stopAt) stop();
        return false;
    }

    void stop() {
        m_askedToStop = true;
        auto controller = RunController::connect(m_folder);
        auto answer = controller ? controller->ask(Verb::Stop, std::chrono::seconds(3)) : Result<Answer>(controller.error());
        if (!answer) warn(answer.error().in(say("stopping the run")));
    }

    // Sleeps until the worker says that the journal has grown, at most until the next redraw.
    void waitForNews() {
        if (!m_controller && Clock::now() >= m_nextConnect) {
            m_nextConnect = Clock::now() + std::chrono::seconds(2);
            if (auto controller = RunController::connect(m_folder)) m_controller = std::move(*controller);
        }
        const auto began = Clock::now();
        if (m_controller) {
            auto grown = m_controller->waitForGrowth(kRedrawInterval);
            if (!grown)
                m_controller.reset();
            else if (*grown && m_recorder)
                m_recorder->wake();
        }
        // Notices come up to twenty times a second; more than ten looks a second show nothing more.
        std::this_thread::sleep_until(began + kRedrawInterval);
    }

    ExitCode tellEnd() {
        m_recorder.reset();  // records the rest
        const RunSituation end = situationOf(m_folder, m_progress);
        m_display.announce("Run " + end.id + ": " + stateSentence(end));
        if (end.state == RunState::Interrupted) {
            if (const std::string lines = lastLogLines(m_folder, 3); !lines.empty())
                m_display.announce("Last words in worker.log: " + lines);
        }
        m_display.announce(nextStep(end));
        if (m_options.result == FollowOptions::Result::Json) printJson(end.state);
        const bool isThere = m_options.untilStep && end.state == RunState::Stopped && end.step >= *m_options.untilStep;
        return end.state == RunState::Finished || isThere ? ExitCode::Success : ExitCode::RunFailed;
    }

    ExitCode tellLeft() {
        const RunSituation now = situationOf(m_folder, m_progress);
        if (m_askedToStop)
            m_display.announce("The run " + now.id + " is stopping with a checkpoint.\nGo on with: seekbench-cli resume " + now.id);
        else
            m_display.announce("The run " + now.id + " goes on without this window.\nWatch it again with: seekbench-cli attach " + now.id);
        if (m_options.result == FollowOptions::Result::Json) printJson(now.state);
        return ExitCode::RunFailed;
    }

    void printJson(RunState state) const { print(resultLine(m_folder.id(), state, m_progress.values)); }

    void warn(const Error& error) {
        m_display.clear();
        printError(error);
    }

    RunFolder m_folder;
    std::optional<WorkerProcess> m_worker;
    FollowOptions m_options;
    RunReader m_reader;
    Display m_display;
    RunProgress m_progress;
    std::optional<Recorder> m_recorder;
    std::optional<RunController> m_controller;
    Clock::time_point m_nextConnect;
    std::optional<Clock::time_point> m_stopAt;  // set by the first Ctrl-C
    bool m_first = true, m_askedToStop = false;
};

}  // namespace

std::string resultLine(const std::string& run, RunState state, const std::map<std::string, double>& metrics) {
    const Json json = {{"run", run}, {"state", nameOf(state)}, {"metrics", Json(metrics)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

ExitCode follow(const Workspace& workspace, const RunFolder& folder, std::optional<WorkerProcess> worker, const FollowOptions& options) {
    return Follower(workspace, folder, std::move(worker), options).follow();
}

}  // namespace seekbench
