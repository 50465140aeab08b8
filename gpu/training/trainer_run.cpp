// SPDX-License-Identifier: Apache-2.0
// The Trainer from the outside: how a run begins, obeys and ends.
#include <chrono>
#include <csignal>

#include "gpu/model/safetensors.h"
#include "gpu/training/clock.h"
#include "gpu/training/failure.h"
#include "gpu/training/torch_error.h"
#include "gpu/training/trainer.h"

namespace seekbench {
Trainer::Outcome Trainer::run() {
    auto result = withoutExceptions([this]() -> Result<void> {
        if (m_links.profiler && m_links.limits.flightSteps > 0)
            if (auto flying = m_links.profiler->startFlight(m_links.flightFile, m_links.limits.flightSteps); !flying)
                if (auto told = m_links.events.log(LogSeverity::Warning,
                                                   say("There is no flight recorder: %1", flying.error().english()).english());
                    !told)
                    return told;
        if (m_links.profiler && m_links.limits.profile)
            if (auto wanted = m_links.profiler->request(*m_links.limits.profile); !wanted) return wanted;
        return trainUntilDoneOrStopped();
    });
    if (m_links.profiler) m_links.profiler->finish();
    if (auto told = tellProfile(); !told && result) result = told;
    const bool stopped = m_phase != Phase::Done;
    if (result) result = withoutExceptions([&] { return stopped ? stop() : finish(); });
    if (!result) fail(withForecast(result.error(), m_work.experiment));
    for (const ClientCommand& late : m_links.commands.take().commands) {
        Answer tooLate;
        tooLate.text = say("The run has ended.").english();
        answer(late, tooLate);
    }
    return !result ? Outcome::Failed : stopped ? Outcome::Stopped : Outcome::Finished;
}

Result<void> Trainer::trainUntilDoneOrStopped() {
    if (auto changed = changeState(WorkerState::Running); !changed) return changed;
    while (m_phase != Phase::Done) {
        if (m_links.commands.hasMail())
            if (auto attended = attend(); !attended) return attended;
        if (m_stopping || m_links.stopRequested.load(std::memory_order_relaxed) || isAtLimit()) return {};
        dieIfAsked();
        if (m_paused)
            m_links.commands.wait(std::chrono::milliseconds(50));  // a signal wakes nobody, so look for it now and then
        else if (auto advanced = advance(); !advanced)
            return advanced;
    }
    return {};
}

void Trainer::dieIfAsked() {
    if (!m_links.limits.killAtStep || m_at.step < *m_links.limits.killAtStep) return;
    (void)collectCheckpoint();
    std::raise(SIGKILL);  // nothing is said, nothing is flushed: that is the point
}

Result<void> Trainer::attend() {
    const auto mail = m_links.commands.take();
    for (const LogLine& line : mail.lines)
        if (auto logged = m_links.events.log(line.severity, line.text); !logged) return logged;
    for (const ClientCommand& command : mail.commands) answer(command, obey(command.command));
    return {};
}

void Trainer::answer(const ClientCommand& command, Answer answer) {
    answer.request = command.command.request;
    answer.state = m_links.status.state;
    answer.step = m_at.step;
    answer.totalSteps = m_work.totalSteps();
    m_links.answer(command.client, answer);
}

Answer Trainer::obey(const Command& command) {
    const auto reply = [](bool accepted, const Message& text) {
        Answer answer;
        answer.accepted = accepted;
        answer.text = text.english();
        return answer;
    };
    // A journal that cannot be written shows at the next step, too; the run ends then.
    const auto change = [&](WorkerState state) { return reply(static_cast<bool>(changeState(state)), {}); };
    switch (command.verb) {
        case Verb::Status: return reply(true, {});
        case Verb::Pause:
            return std::exchange(m_paused, true) ? reply(true, say("The run is paused already.")) : change(WorkerState::Paused);
        case Verb::Resume:
            return std::exchange(m_paused, false) ? change(WorkerState::Running) : reply(true, say("The run is not paused."));
        case Verb::Stop: m_stopping = true; return reply(true, say("The run stops with a checkpoint."));
        case Verb::Profile: {
            if (!m_links.profiler) return reply(false, say("This run cannot be profiled."));
            const auto wanted = m_links.profiler->request({.steps = command.amount, .every = std::max<std::int64_t>(command.every, 1)});
            return wanted ? reply(true, command.every > 1 ? say("Steps are being profiled: %1 from the next one on, one in %2.",
                                                                command.amount, command.every)
                                                          : say("Steps are being profiled: %1 from the next one on.", command.amount))
                          : reply(false, say("%1", wanted.error().english()));
        }
        case Verb::Checkpoint: {
            const auto saved = saveCheckpoint();
            return saved ? reply(true, say("There is a checkpoint of step %1.", m_at.step))
                         : reply(false, say("%1", saved.error().english()));
        }
    }
    return reply(false, say("The worker does not know this command."));
}

Result<void> Trainer::tellProfile() {
    const auto news = m_links.profiler ? m_links.profiler->news() : std::nullopt;
    if (!news) return {};
    return m_links.events.log(news->good ? LogSeverity::Information : LogSeverity::Warning, news->sentence.english());
}

Result<void> Trainer::changeState(WorkerState state, std::string reason, std::string advice) {
    m_links.status.state = state;
    return m_links.events.append(StateChanged{state, secondsSinceEpoch(), m_at.step, std::move(reason), std::move(advice)});
}

Result<void> Trainer::finish() {
    (void)saveCheckpoint();  // a failure stands in the log; the series are complete all the same
    collectPictures();
    const std::string weights = m_saved == m_at ? m_savedWeights : fingerprintOf(m_work.engine->weights());
    const Message line = say("Finished after %1 steps. The weights have the fingerprint %2.", m_at.step, weights);
    if (auto logged = m_links.events.log(LogSeverity::Information, line.english()); !logged) return logged;
    if (auto told = m_links.events.append(progress()); !told) return told;
    std::string reason;
    if (m_at.epoch < m_work.experiment.training.epochs)
        reason = say("Ended early: the validation loss has not been lower for %1 epochs.", m_waiting.epochs).english();
    if (auto changed = changeState(WorkerState::Finished, std::move(reason)); !changed) return changed;
    return m_links.events.sync();
}

Result<void> Trainer::stop() {
    if (auto changed = changeState(WorkerState::Stopping); !changed) return changed;
    const auto saved = saveCheckpoint();
    collectPictures();
    const Message how = say("The run can be resumed from step %1.", resumableStep());
    const Message reason = saved && !m_stopping && isAtLimit()
                               ? say("Stopped at step %1, as asked for at the start, with a checkpoint.", m_at.step)
                           : saved ? say("Stopped on request, with a checkpoint.")
                                   : say("Stopped on request, without a new checkpoint: %1", reasonOf(saved.error()));
    if (auto changed = changeState(WorkerState::Stopped, reason.english(), how.english()); !changed) return changed;
    return m_links.events.sync();
}

void Trainer::fail(const Error& error) {
    std::fprintf(stderr, "%s\n", error.english().c_str());
    const StateChanged change = failureOf(error, m_at.step, resumableStep());
    // When even this cannot be written, the released lock says that the run has ended, and worker.log says why.
    (void)changeState(change.state, change.reason, change.advice);
    (void)m_links.events.sync();
}

}  // namespace seekbench
