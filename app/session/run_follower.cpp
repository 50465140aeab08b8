// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_follower.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "app/session/run_controller.h"
#include "app/session/run_reader.h"
#include "core/run/run_progress.h"
#include "core/run/run_state.h"

namespace seekbench {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kFrame{33};      // between two news of a live run
constexpr milliseconds kPatience{40};   // at most between two looks at a live run
constexpr milliseconds kIdle{250};      // between two looks at a run that nobody works at
constexpr milliseconds kSlicePause{4};  // between two slices of history: leaves the listener's thread some air
constexpr milliseconds kReconnect{1000};

class Follower {
public:
    Follower(RunFolder folder, RunFollower::Listener listener, RunFollowerOptions options, std::stop_token stop)
        : m_folder(std::move(folder)),
          m_listener(std::move(listener)),
          m_options(std::move(options)),
          m_stop(std::move(stop)),
          m_reader(m_folder, m_options.fromOffset) {}

    void run() {
        while (!m_stop.stop_requested()) {
            // Asked before the journal is read: what a dead worker has written is then read to its end.
            const bool alive = m_folder.isAlive();
            const bool more = look(alive);
            if (more)
                pause(kSlicePause);
            else if (alive)
                waitForGrowth();
            else
                pause(kIdle);
        }
    }

private:
    // One look at journal and lock. True when the journal has more than one slice.
    bool look(bool alive) {
        RunNews news;
        auto packets = m_reader.poll(m_options.slicePoints);
        if (!packets) {
            if (m_failed) return false;  // said once
            m_failed = true;
            news.error = packets.error();
            m_listener(std::move(news));
            return false;
        }
        m_failed = false;
        for (const Packet& packet : *packets)
            if (std::holds_alternative<AttemptStarted>(packet) || std::holds_alternative<StateChanged>(packet)) m_progress.apply(packet);
        news.isHistory = m_reader.hasMore();
        news.packets = std::move(*packets);
        if (!news.isHistory) {
            const RunState state = deriveState(m_progress.state, alive, m_options.isQueued && m_options.isQueued());
            if (state != m_told) news.state = m_told = state;
        }
        const bool more = news.isHistory;
        if (!news.packets.empty() || news.state) m_listener(std::move(news));
        return more;
    }

    void waitForGrowth() {
        const auto began = Clock::now();
        if (!m_controller && began >= m_nextConnect) {
            m_nextConnect = began + kReconnect;
            if (auto controller = RunController::connect(m_folder)) m_controller = std::move(*controller);
        }
        if (m_controller) {
            if (!m_controller->waitForGrowth(kPatience)) m_controller.reset();
        } else {
            pause(kPatience);
        }
        // A worker may announce growth more often than a screen can show it.
        if (const auto rest = kFrame - (Clock::now() - began); rest > Clock::duration::zero())
            pause(std::chrono::duration_cast<milliseconds>(rest));
    }

    void pause(milliseconds time) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, m_stop, time, [] { return false; });
    }

    RunFolder m_folder;
    RunFollower::Listener m_listener;
    RunFollowerOptions m_options;
    std::stop_token m_stop;
    RunReader m_reader;
    RunProgress m_progress;  // attempts and states only: the listener folds the rest
    std::optional<RunState> m_told;
    std::optional<RunController> m_controller;
    Clock::time_point m_nextConnect;
    bool m_failed = false;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
};

}  // namespace

RunFollower::RunFollower(RunFolder folder, Listener listener, RunFollowerOptions options)
    : m_thread([folder = std::move(folder), listener = std::move(listener), options = std::move(options)](std::stop_token stop) mutable {
          Follower(std::move(folder), std::move(listener), std::move(options), std::move(stop)).run();
      }) {}

}  // namespace seekbench
