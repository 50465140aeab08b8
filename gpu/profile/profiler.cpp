// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/profiler.h"

#include <utility>

#include "gpu/profile/ceilings.h"

namespace seekbench {

Profiler::Profiler(std::filesystem::path folder, TraceFacts facts, std::vector<ProfiledLayer> layers,
                   std::unique_ptr<DeviceActivities> device)
    : m_folder(std::move(folder)), m_facts(std::move(facts)), m_layers(std::move(layers)), m_device(std::move(device)) {}

Result<void> Profiler::request(const ProfileRequest& wanted) {
    if (wanted.steps < 1 || wanted.steps > kMostProfiledSteps)
        return Error(ErrorCode::InvalidInput, say("%1 steps cannot be profiled: it takes 1 to %2.", wanted.steps, kMostProfiledSteps));
    if (wanted.every < 1 || wanted.every > kMostBetweenProfiledSteps)
        return Error(ErrorCode::InvalidInput,
                     say("One step in %1 cannot be profiled: it takes 1 to %2.", wanted.every, kMostBetweenProfiledSteps));
    if (m_wanted || (m_collector && (m_runs || !m_collector->isWritten())))
        return Error(ErrorCode::Busy, say("A profile of this run is being taken already."), say("Ask again when it is complete."));
    m_wanted = wanted;
    return {};
}

Result<void> Profiler::startFlight(const std::filesystem::path& path, std::int64_t steps) {
    auto flight = FlightRecorder::start({.path = path, .facts = m_facts, .layers = m_layers, .steps = steps});
    if (!flight) return flight.error();
    m_flight = std::move(*flight);
    return {};
}

void Profiler::beginStep(std::int64_t number) {
    if (m_wanted && !m_collector && number >= m_wanted->firstStep) begin(number);  // news() of the one before comes first
    // Validation and whatever else lies between is recorded with the step behind it only when every step is.
    if (m_runs && m_done > 0 && (number - m_first) % m_taken.every == 0) m_collector->resume();
    ThreadRecorder* const recorder = Collector::ofThisThread();
    if (!recorder) return;
    if (m_runs && m_done == 0) m_first = number;
    m_step = number;
    m_stepStart = recorder->beginPhase(Phase::Bookkeeping);
    recorder->beginStep(number, m_stepStart);
}

void Profiler::begin(std::int64_t number) {
    m_taken = *std::exchange(m_wanted, std::nullopt);
    m_done = 0;
    if (!m_ceilings) m_ceilings = measureCeilings();
    std::error_code failure;
    std::filesystem::create_directories(m_folder, failure);  // a failure shows when the file is made
    // A run that is resumed may come to the same step again.
    m_name = "step-" + std::to_string(number);
    for (int again = 2; std::filesystem::exists(m_folder / m_name, failure); ++again)
        m_name = "step-" + std::to_string(number) + "-" + std::to_string(again);
    auto collector = Collector::start({.path = m_folder / m_name,
                                       .name = m_name,
                                       .facts = m_facts,
                                       .ceilings = *m_ceilings,
                                       .layers = m_layers,
                                       .device = m_device.get()});
    if (!collector) {
        m_failure = collector.error();
        return;
    }
    m_collector = std::move(*collector);
    m_runs = true;
}

void Profiler::endStep() {
    ThreadRecorder* const recorder = Collector::ofThisThread();
    if (!recorder) return;
    recorder->step(m_step, m_stepStart, recorder->endPhase());
    if (!m_runs || (m_step - m_first) % m_taken.every != 0) return;
    m_last = m_step;
    if (++m_done < m_taken.steps) {
        if (m_taken.every > 1) m_collector->pause();
        return;
    }
    m_collector->stop();
    m_runs = false;
}

std::optional<Profiler::News> Profiler::news() {
    if (const auto failure = std::exchange(m_failure, std::nullopt))
        return News{false, say("The steps could not be profiled: %1", failure->english())};
    if (!m_collector || m_runs || !m_collector->isWritten()) return std::nullopt;
    const auto collector = std::move(m_collector);
    if (const auto written = collector->finish(); !written)
        return News{false, say("The steps could not be profiled: %1", written.error().english())};
    const std::uint64_t dropped = collector->ledger().dropped;
    Message sentence = m_taken.every > 1
                           ? say("Profiled %1 of the steps %2 to %3, one in %4: %5 slices in traces/%6.", m_done, m_first, m_last,
                                 m_taken.every, collector->slices(), m_name)
                           : say("Profiled the steps %1 to %2: %3 slices in traces/%4.", m_first, m_last, collector->slices(), m_name);
    if (dropped > 0) sentence = say("%1 %2 records were lost, because they came too fast.", sentence.english(), dropped);
    return News{true, sentence};
}

void Profiler::finish() {
    m_wanted.reset();
    m_runs = false;
    if (m_collector) m_collector->stop();
    m_flight.reset();
    if (!m_collector) return;
    if (const auto written = m_collector->finish(); !written) return;  // news() tells it
}

}  // namespace seekbench
