// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/base/result.h"
#include "gpu/profile/collector.h"
#include "gpu/profile/flight_recorder.h"

namespace seekbench {

// What is to be profiled: so many training steps.
struct ProfileRequest {
    std::int64_t steps = 1;
    std::int64_t firstStep = 0;  // counted from 1; 0 and whatever has passed: the next one
    std::int64_t every = 1;      // of so many steps one is profiled
};
inline constexpr std::int64_t kMostProfiledSteps = 100'000, kMostBetweenProfiledSteps = 1'000'000;

// A Profiler takes profiles of a run when it is asked to, one after another, each into a file of its own in the run's folder "traces".
// The trainer tells it where its steps begin and end. Nothing of what it does changes what is computed. One thread owns it.
class Profiler {
public:
    // `facts` without the time; `layers` of the model in the order of its nodes; `device`: what else is watched.
    Profiler(std::filesystem::path folder, TraceFacts facts, std::vector<ProfiledLayer> layers,
             std::unique_ptr<DeviceActivities> device = nullptr);

    // Errors: no such number of steps; another profile is wanted or being taken (Busy).
    Result<void> request(const ProfileRequest& wanted);
    // From now on, until finish(): the last steps, always, in the file `path`. About `steps` of them.
    Result<void> startFlight(const std::filesystem::path& path, std::int64_t steps);
    void beginStep(std::int64_t number);
    void endStep();

    // What there is to tell since the last call: a profile is complete, or could not be taken.
    struct News {
        bool good = true;
        Message sentence;
    };
    std::optional<News> news();
    // Ends the profile that is being taken, if there is one, with the steps it has, and waits for its file.
    void finish();

private:
    void begin(std::int64_t number);

    std::filesystem::path m_folder;
    TraceFacts m_facts;
    std::vector<ProfiledLayer> m_layers;
    std::unique_ptr<DeviceActivities> m_device;  // that the run computes on; nullptr: the processor
    std::optional<Ceilings> m_ceilings;          // measured before the first profile
    std::optional<ProfileRequest> m_wanted;
    std::unique_ptr<Collector> m_collector;  // runs, or is writing its last
    std::unique_ptr<FlightRecorder> m_flight;
    std::string m_name;
    std::int64_t m_first = 0, m_last = 0, m_done = 0;  // of the profile that runs
    ProfileRequest m_taken;
    bool m_runs = false;
    std::int64_t m_step = 0;
    std::uint64_t m_stepStart = 0;
    std::optional<Error> m_failure;
};

// A training step as a Profiler sees it. All of its time has a phase: what has none of its own is bookkeeping.
class ProfiledStep {
public:
    ProfiledStep(Profiler* profiler, std::int64_t number) : m_profiler(profiler) {
        if (m_profiler) m_profiler->beginStep(number);
    }
    ~ProfiledStep() {
        if (m_profiler) m_profiler->endStep();
    }
    ProfiledStep(const ProfiledStep&) = delete;
    ProfiledStep& operator=(const ProfiledStep&) = delete;

private:
    Profiler* m_profiler;
};

}  // namespace seekbench
