// SPDX-License-Identifier: Apache-2.0
// seekbench-stand-in-worker: behaves towards clients as the worker does, without LibTorch: lock, journal, endpoint, commands, exit codes.
// Tests of session and command line run it through $SEEKBENCH_WORKER. What it does is in the experiment's description:
//   "steps N"   how many steps (default 20)      "pause M"  milliseconds a step takes (default 0)
//   "die N"     ends like a crash at step N      "fail N"   says that it failed at step N
//   "refuse"    ends before its attempt begins, with a sentence on stderr
//   "deaf"      answers no client

#include <chrono>
#include <cstdio>
#include <sstream>
#include <thread>

#include <signal.h>
#include <unistd.h>

#include "core/journal/journal.h"
#include "core/protocol/local_socket.h"
#include "core/run/metric.h"
#include "core/run/run_folder.h"

using namespace seekbench;

namespace {

double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

struct Script {
    std::int64_t steps = 20, pause = 0, die = -1, fail = -1;
    bool refuse = false, deaf = false;

    explicit Script(const std::string& text) {
        std::istringstream words(text);
        for (std::string word; words >> word;) {
            if (word == "steps") words >> steps;
            if (word == "pause") words >> pause;
            if (word == "die") words >> die;
            if (word == "fail") words >> fail;
            if (word == "refuse") refuse = true;
            if (word == "deaf") deaf = true;
        }
    }
};

class StandIn {
public:
    StandIn(RunFolder folder, Script script, JournalWriter journal, LocalServer server)
        : m_folder(std::move(folder)), m_script(script), m_journal(std::move(journal)), m_server(std::move(server)) {}

    int train() {
        begin();
        while (m_step < m_script.steps && !m_stop) {
            serve();
            if (m_paused)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            else
                step();
            if (m_failed) return 3;
        }
        say(m_stop ? WorkerState::Stopped : WorkerState::Finished, m_stop ? "Stopped on request." : "");
        return m_stop ? 3 : 0;
    }

private:
    void begin() {
        RunProgressOfBefore before = readBefore();
        m_step = before.step;
        write(AttemptStarted{.number = before.attempts + 1,
                             .fromStep = before.step,
                             .time = now(),
                             .host = "here",
                             .process = ::getpid(),
                             .device = "cpu",
                             .threads = 1,
                             .software = "stand-in",
                             .totalSteps = m_script.steps,
                             .stepsPerEpoch = kEpoch});
        write(SeriesDeclared{.index = 0, .name = std::string(series::kTrainLoss)});
        write(SeriesDeclared{.index = 1, .name = std::string(series::kValidationLoss)});
        say(WorkerState::Running);
    }

    // It needs no checkpoints: it goes on at the last whole epoch.
    struct RunProgressOfBefore {
        std::uint32_t attempts = 0;
        std::int64_t step = 0;
    };
    RunProgressOfBefore readBefore() const {
        RunProgressOfBefore before;
        auto journal = JournalReader::open(m_folder.journalFile());
        while (journal) {
            auto packet = journal->next();
            if (!packet || !*packet) break;
            if (const auto* started = std::get_if<AttemptStarted>(&**packet)) before.attempts = started->number;
            if (const auto* batch = std::get_if<MetricBatch>(&**packet)) before.step = batch->steps.back() / kEpoch * kEpoch;
        }
        return before;
    }

    void step() {
        std::this_thread::sleep_for(std::chrono::milliseconds(m_script.pause));
        ++m_step;
        value(0, 1.0 / static_cast<double>(m_step));
        if (m_step % kEpoch == 0) value(1, 2.0 / static_cast<double>(m_step));
        if (m_step == m_script.die) ::raise(SIGKILL);
        m_failed = m_step == m_script.fail;
        if (m_failed) say(WorkerState::Failed, "The data ended.");
    }

    void value(std::uint16_t series, double number) { write(MetricBatch{{m_step}, {now()}, {{series, {number}}}}); }
    void say(WorkerState state, std::string reason = {}) {
        m_state = state;
        write(StateChanged{.state = state, .time = now(), .step = m_step, .reason = std::move(reason)});
    }
    void write(const Packet& packet) {
        if (!m_journal.append(packet)) std::exit(3);
    }

    void serve() {
        if (m_script.deaf) return;
        if (auto client = m_server.accept(); client && *client) m_clients.push_back(std::move(**client));
        std::erase_if(m_clients, [this](Connection& client) {
            auto packets = client.receive();
            if (!packets) return true;
            for (const Packet& packet : *packets)
                if (const auto* command = std::get_if<Command>(&packet)) (void)client.send(obey(*command));
            return false;
        });
    }

    Answer obey(const Command& command) {
        if (command.verb == Verb::Pause) say((m_paused = true, WorkerState::Paused));
        if (command.verb == Verb::Resume) say((m_paused = false, WorkerState::Running));
        if (command.verb == Verb::Stop) m_stop = true;
        return {.request = command.request,
                .accepted = true,
                .text = "As you wish.",
                .state = m_state,
                .step = m_step,
                .totalSteps = m_script.steps};
    }

    static constexpr std::int64_t kEpoch = 5;
    RunFolder m_folder;
    Script m_script;
    JournalWriter m_journal;
    LocalServer m_server;
    std::vector<Connection> m_clients;
    WorkerState m_state = WorkerState::Starting;
    std::int64_t m_step = 0;
    bool m_paused = false, m_stop = false, m_failed = false;
};

int train(const std::string& name) {
    auto folder = RunFolder::open(name);
    auto experiment = folder ? folder->experiment() : Result<Experiment>(folder.error());
    if (!experiment) return 2;
    const Script script(experiment->description);
    if (script.refuse) {
        std::fputs("This worker refuses.\n", stderr);
        return 2;
    }
    auto lock = FileLock::acquire(folder->lockFile(), FileLock::Kind::Exclusive);
    if (!lock) return 2;
    auto journal = JournalWriter::open(folder->journalFile(), folder->id());
    auto server = LocalServer::listen("t" + folder->id());
    if (!journal || !server || !writeFileAtomically(folder->endpointFile(), server->endpoint())) return 2;
    return StandIn(*folder, script, std::move(*journal), std::move(*server)).train();
}

// Names and answers end with a zero byte.
int serve() {
    std::string name;
    for (int letter = std::getchar(); letter != EOF; letter = std::getchar()) {
        if (letter != 0) {
            name.push_back(static_cast<char>(letter));
            continue;
        }
        const int code = train(name);
        std::printf(code == 2 ? "%d This worker refuses." : "%d", code);
        std::putchar(0);
        std::fflush(stdout);
        name.clear();
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 2) return std::puts("stand-in 1") < 0;  // --version
    return std::string(arguments[1]) == "serve" ? serve() : train(arguments[2]);
}
