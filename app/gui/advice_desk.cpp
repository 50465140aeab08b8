// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/advice_desk.h"

#include <algorithm>

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>

#include "app/gui/background.h"
#include "app/gui/profile_desk.h"
#include "app/gui/run_commands.h"
#include "app/gui/window_session.h"
#include "app/session/advice_trial.h"
#include "core/run/worker_environment.h"

namespace seekbench {

AdviceDesk::AdviceDesk(WindowSession& session, AdviceView& view) : QObject(&view), m_session(session), m_view(view) {
    connect(&view, &AdviceView::measureRequested, this, &AdviceDesk::measure);
    connect(&view, &AdviceView::cancelRequested, this, [this] {
        if (m_running) m_running->stop.request_stop();
    });
    connect(&view, &AdviceView::applyRequested, this, [this](const std::string& id) {
        if (const Advice* advice = find(id); advice && m_experiment) Q_EMIT accepted(*m_experiment, *advice);
    });
    connect(&session.monitor(), &RunMonitor::runsChanged, this, &AdviceDesk::showRunsAtWork);
    showRunsAtWork();
}

AdviceDesk::~AdviceDesk() {
    if (m_running) m_running->stop.request_stop();
}

void AdviceDesk::showRunsAtWork() { m_view.setRunAtWork(workerCountsOf(m_session).running > 0); }

const Advice* AdviceDesk::find(const std::string& id) const {
    const auto found = std::ranges::find(m_advice, id, &Advice::id);
    return found == m_advice.end() ? nullptr : &*found;
}

void AdviceDesk::showProfile() {
    const ProfileDesk& desk = m_session.profiles();
    m_file = desk.file();
    m_experiment = desk.experiment();
    m_advice.clear();
    const SharedProfile profile = desk.profile();
    m_view.setMissing(profile ? AdviceView::Missing::BeingSought : AdviceView::Missing::NoProfile);
    if (!profile) return;
    inBackground(
        this,
        [profile, experiment = m_experiment] {
            return adviceFor(profile->trace, {.experiment = experiment ? &*experiment : nullptr, .cores = threadCount(0)});
        },
        [this, file = m_file, profile](const std::vector<Advice>& advice) {
            if (file != m_file || profile != m_session.profiles().profile()) return;  // another one has been opened meanwhile
            m_advice = advice;
            m_view.setAdvice(advice);
            for (const auto& [key, trial] : m_trials)
                if (key.first == m_file) m_view.setTrial(key.second, trial);
        });
}

void AdviceDesk::measure(const std::string& id) {
    const Advice* advice = find(id);
    if (advice == nullptr || !m_experiment || m_running) return;
    m_running = Running{{m_file, id}, {}};
    keep(m_running->key, {.state = AdviceTrial::State::Running});
    m_view.setCanMeasure(false);  // afterwards: the button that was pressed has handed the focus on by now
    // The thread may outlive the desk by some moments: it is told to stop then, and tells nobody.
    const auto tell = [desk = QPointer(this), key = m_running->key](int done, int of) {
        QMetaObject::invokeMethod(qApp, [desk, key, done, of] {
            if (desk && desk->m_running) desk->keep(key, {.state = AdviceTrial::State::Running, .done = done, .of = of});
        });
    };
    inBackgroundForLong(
        this,
        [workspace = m_session.workspace(), experiment = *m_experiment, advice = *advice, tell, stop = m_running->stop.get_token()] {
            return tryAdvice(workspace, experiment, advice, {}, tell, stop);
        },
        [this, key = m_running->key](const Result<std::optional<TrialGain>>& gain) {
            m_running.reset();
            m_view.setCanMeasure(true);
            keep(key, !gain    ? AdviceTrial{.state = AdviceTrial::State::Failed, .failure = gain.error()}
                      : !*gain ? AdviceTrial{.state = AdviceTrial::State::Stopped}
                               : AdviceTrial{.state = AdviceTrial::State::Measured, .gain = **gain});
        });
}

void AdviceDesk::keep(const Key& key, const AdviceTrial& trial) {
    m_trials[key] = trial;
    if (key.first == m_file) m_view.setTrial(key.second, trial);
}

}  // namespace seekbench
