// SPDX-License-Identifier: Apache-2.0
#include "app/worker/serve_command.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "app/worker/process_setup.h"
#include "app/worker/train_command.h"
#include "core/base/file.h"
#include "core/run/run_folder.h"
#include "core/run/worker_environment.h"

namespace seekbench {
namespace {

constexpr int kLookMilliseconds = 1000;  // a signal that came just before poll() wakes nobody

// stdout and stderr, pointed at the log of a run while this object lives.
class OutputOf {
public:
    explicit OutputOf(const RunFolder& run) : m_output(::dup(STDOUT_FILENO)), m_errors(::dup(STDERR_FILENO)) {
        const int log = ::open(run.logFile().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        point(log, log);
        if (log >= 0) ::close(log);
    }
    ~OutputOf() {
        point(m_output, m_errors);
        for (const int descriptor : {m_output, m_errors}) ::close(descriptor);
    }
    OutputOf(const OutputOf&) = delete;
    OutputOf& operator=(const OutputOf&) = delete;

private:
    static void point(int output, int errors) {
        std::fflush(stdout);
        std::fflush(stderr);
        if (output >= 0) ::dup2(output, STDOUT_FILENO);
        if (errors >= 0) ::dup2(errors, STDERR_FILENO);
    }
    int m_output, m_errors;
};

// The next name from the standard input; nothing when there will be none.
std::optional<std::string> nextName(std::string& input, const std::atomic<bool>& stopRequested) {
    while (!stopRequested) {
        if (const auto end = input.find('\0'); end != std::string::npos) {
            std::string name = input.substr(0, end);
            input.erase(0, end + 1);
            return name;
        }
        pollfd readable{STDIN_FILENO, POLLIN, 0};
        if (::poll(&readable, 1, kLookMilliseconds) <= 0) continue;
        char block[4096];
        const ssize_t got = ::read(STDIN_FILENO, block, sizeof block);
        if (got == 0 || (got < 0 && errno != EINTR)) return std::nullopt;
        if (got > 0) input.append(block, static_cast<std::size_t>(got));
    }
    return std::nullopt;
}

void answer(int descriptor, int code, const std::string& sentence) {
    std::string text = std::to_string(code) + (sentence.empty() ? "" : " " + sentence);
    text.push_back('\0');
    // Who asked may have gone; the journal has the answer, too.
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t written = ::write(descriptor, text.data() + done, text.size() - done);
        if (written < 0 && errno != EINTR) return;
        if (written > 0) done += static_cast<std::size_t>(written);
    }
}

struct End {
    int code = kRefused;
    std::string sentence = {};  // of a refusal
    bool hasFailed = false;
};

End train(const std::string& name, std::int64_t threads, const std::atomic<bool>& stopRequested) {
    const auto run = RunFolder::open(name);
    if (!run) return {.sentence = run.error().english()};
    const auto experiment = run->experiment();  // an unreadable one is reported by the attempt, in the journal
    if (experiment && threadCount(experiment->training.threads) != threads)
        return {.sentence =
                    say("This worker computes with %1 threads, and the run wants %2.", threads, threadCount(experiment->training.threads))
                        .english()};
    const OutputOf output(*run);
    auto attempt = Attempt::begin(
        *run, {.software = "Seekbench " SEEKBENCH_VERSION, .stopRequested = stopRequested, .limits = {.flightSteps = flightStepsWanted()}});
    if (!attempt) return {.sentence = attempt.error().english()};
    const auto outcome = (*attempt)->run();
    return {.code = outcome == Trainer::Outcome::Finished ? kFinished : kStoppedOrFailed, .hasFailed = outcome == Trainer::Outcome::Failed};
}

}  // namespace

int serveCommand(const char* threadsText, char** arguments) {
    const std::int64_t threads = threadCount(std::strtoll(threadsText, nullptr, 10));
    ensureEnvironment(threads, arguments);
    keepFreedMemory();
    const std::atomic<bool>& stopRequested = stopOnSignals();
    const int answers = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);  // what libraries print is no answer
    std::string input;
    while (const auto name = nextName(input, stopRequested)) {
        const End end = train(*name, threads, stopRequested);
        answer(answers, end.code, end.sentence);
        if (end.hasFailed) return kStoppedOrFailed;
    }
    return kFinished;
}

}  // namespace seekbench
