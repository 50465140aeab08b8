// SPDX-License-Identifier: Apache-2.0
#include "app/session/worker_process.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/session/spawn_posix.h"
#include "core/base/file.h"

extern char** environ;

namespace seekbench {
namespace {

constexpr const char* kWorkerName = "seekbench-worker";
constexpr const char* kCommandLineName = "seekbench-cli";

std::filesystem::path ownFolder() {
    std::error_code failure;
    return std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
}

bool isExecutable(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::is_regular_file(path, failure) && ::access(path.c_str(), X_OK) == 0;
}

// This process's environment with `additions` put in.
std::vector<std::string> merged(const Environment& additions) {
    std::vector<std::string> result;
    for (const auto& [name, value] : additions) result.push_back(name + "=" + value);
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view name = std::string_view(*entry).substr(0, std::string_view(*entry).find('='));
        const auto replaces = [&](const auto& addition) { return addition.first == name; };
        if (std::none_of(additions.begin(), additions.end(), replaces)) result.emplace_back(*entry);
    }
    return result;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Result<pid_t> spawnDetached(const std::filesystem::path& program, const std::vector<std::string>& arguments, const Environment& environment,
                            const Descriptors& descriptors) {
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = merged(environment);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (descriptors.input < 0)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    else
        posix_spawn_file_actions_adddup2(&actions, descriptors.input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, descriptors.output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, descriptors.errors, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    sigset_t signals;
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);

    pid_t process = -1;
    const int failure =
        ::posix_spawn(&process, program.c_str(), &actions, &attributes, pointersTo(words).data(), pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (failure != 0) return systemError(failure, say("%1 could not be started", displayPath(program)));
    return process;
}

namespace {

std::string endText(int status) {
    if (WIFSIGNALED(status)) return say("signal %1 (%2)", WTERMSIG(status), ::strsignal(WTERMSIG(status))).english();
    return say("exit code %1", WEXITSTATUS(status)).english();
}

}  // namespace

Result<std::filesystem::path> findWorker() {
    if (const char* named = std::getenv("SEEKBENCH_WORKER"); named && *named) {
        std::error_code failure;
        const std::filesystem::path path = std::filesystem::absolute(named, failure);
        if (isExecutable(path)) return path;
        return Error(ErrorCode::NotFound, say("$SEEKBENCH_WORKER names %1, which is not a program.", named),
                     say("Set it to the path of %1, or unset it.", kWorkerName));
    }
    const std::filesystem::path folder = ownFolder();
    for (const auto& candidate : {folder / kWorkerName, folder.parent_path() / "libexec" / "seekbench" / kWorkerName})
        if (isExecutable(candidate)) return candidate;
    return Error(ErrorCode::NotFound, say("The program %1, which does the training, is not in %2.", kWorkerName, displayPath(folder)),
                 say("Install it there, or set $SEEKBENCH_WORKER to its path."));
}

Result<std::filesystem::path> findCommandLine() {
    const std::filesystem::path folder = ownFolder();
    // Beside this program; a test program's own folder lies beside that of the programs.
    for (const auto& candidate : {folder / kCommandLineName, folder.parent_path() / "bin" / kCommandLineName})
        if (isExecutable(candidate)) return candidate;
    return Error(ErrorCode::NotFound, say("The program %1 is not in %2.", kCommandLineName, displayPath(folder)), say("Install it there."));
}

Result<WorkerProcess> WorkerProcess::start(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                                           const Environment& environment, const std::filesystem::path& log) {
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (output < 0) return systemError(errno, say("%1 could not be opened", displayPath(log)));
    auto process = spawnDetached(program, arguments, environment, {.output = output, .errors = output});
    ::close(output);
    if (!process) return process.error();
    return WorkerProcess(*process);
}

void WorkerProcess::kill() {
    if (!ended()) ::kill(static_cast<pid_t>(m_process), SIGKILL);  // not ended: the number is still its own
}

std::optional<std::string> WorkerProcess::ended() {
    int status = 0;
    if (!m_end && ::waitpid(static_cast<pid_t>(m_process), &status, WNOHANG) == m_process) m_end = endText(status);
    return m_end;
}

Result<std::string> outputOf(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                             const Environment& environment, std::chrono::milliseconds patience, const std::stop_token& stop) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return systemError(errno, say("A pipe could not be made"));
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    auto process = spawnDetached(program, arguments, environment, {.output = ends[1], .errors = nowhere});
    ::close(nowhere);
    ::close(ends[1]);
    if (!process) {
        ::close(ends[0]);
        return process.error();
    }
    std::string output;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    bool late = false;
    for (ssize_t got = 1; got > 0 && !late;) {
        pollfd readable{.fd = ends[0], .events = POLLIN, .revents = 0};
        constexpr int kLook = 50;  // ms until it is looked again whether to stop
        late = std::chrono::steady_clock::now() >= deadline || stop.stop_requested();
        char block[4096];
        if (!late && ::poll(&readable, 1, kLook) != 0 && (got = ::read(ends[0], block, sizeof block)) > 0)
            output.append(block, static_cast<std::size_t>(got));
    }
    ::close(ends[0]);
    if (late) ::kill(*process, SIGKILL);
    int status = 0;
    ::waitpid(*process, &status, 0);
    if (late && stop.stop_requested()) return Error(ErrorCode::Failed, say("%1 was stopped.", displayPath(program)));
    if (late) return Error(ErrorCode::Failed, say("%1 did not answer within %2 s.", displayPath(program), patience.count() / 1000));
    if (status != 0) return Error(ErrorCode::Failed, say("%1 ended with %2.", displayPath(program), endText(status)));
    return output;
}

}  // namespace seekbench
