// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/profiler.h"

#include <utility>

#include "gpu/profile/ceilings.h"

namespace seekbench {

Profiler::Profiler(std::filesystem::path folder, TraceFacts facts, std::vector<ProfiledLayer> layers)
    : m_folder(std::move(folder)), m_facts(std::move(facts)), m_layers(std::move(layers)) {}

Result<void> Profiler::request(const ProfileRequest& wanted) {
    if (wanted.steps < 1 || wanted.steps > kMostProfiledSteps)
        return Error(ErrorCode::InvalidInput, say("%1 steps cannot be profiled: it takes 1 to %2.", wanted.steps, kMostProfiledSteps));
    if (m_wanted || (m_collector && (m_runs || !m_collector->isWritten())))
        return Error(ErrorCode::Busy, say("A profile of this run is being taken already."), say("Ask again when it is complete."));
    m_wanted = wanted;
    return {};
}

void Profiler::beginStep(std::int64_t number) {
    if (m_wanted && !m_collector && number >= m_wanted->firstStep) begin(number);  // news() of the one before comes first
    if (!m_runs) return;
    m_first = m_done == 0 ? number : m_first;
    m_stepStart = Collector::ofThisThread()->beginPhase(Phase::Bookkeeping);
}

void Profiler::begin(std::int64_t number) {
    m_steps = std::exchange(m_wanted, std::nullopt)->steps;
    m_done = 0;
    if (!m_ceilings) m_ceilings = measureCeilings();
    std::error_code failure;
    std::filesystem::create_directories(m_folder, failure);  // a failure shows when the file is made
    // A run that is resumed may come to the same step again.
    m_name = "step-" + std::to_string(number);
    for (int again = 2; std::filesystem::exists(m_folder / m_name, failure); ++again)
        m_name = "step-" + std::to_string(number) + "-" + std::to_string(again);
    auto collector =
        Collector::start({.path = m_folder / m_name, .name = m_name, .facts = m_facts, .ceilings = *m_ceilings, .layers = m_layers});
    if (!collector) {
        m_failure = collector.error();
        return;
    }
    m_collector = std::move(*collector);
    m_runs = true;
}

void Profiler::endStep() {
    if (!m_runs) return;
    ThreadRecorder& recorder = *Collector::ofThisThread();
    recorder.step(m_first + m_done, m_stepStart, recorder.endPhase());
    if (++m_done < m_steps) return;
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
    const Message sentence =
        dropped > 0
            ? say("Profiled the steps %1 to %2: %3 slices in traces/%4. %5 records were lost, because they came too fast.", m_first,
                  m_first + m_done - 1, collector->slices(), m_name, dropped)
            : say("Profiled the steps %1 to %2: %3 slices in traces/%4.", m_first, m_first + m_done - 1, collector->slices(), m_name);
    return News{true, sentence};
}

void Profiler::finish() {
    m_wanted.reset();
    m_runs = false;
    if (!m_collector) return;
    if (const auto written = m_collector->finish(); !written) return;  // news() tells it
}

}  // namespace seekbench
