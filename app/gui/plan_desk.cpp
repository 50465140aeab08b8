// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/plan_desk.h"

#include "app/gui/background.h"
#include "app/session/plan_inquiry.h"
#include "widgets/graph/plan/node_kernels.h"
#include "widgets/text/translated.h"

namespace seekbench {

PlanDesk::PlanDesk(ExperimentDocument& document, QObject* parent) : QObject(parent), m_document(document) {
    m_still.setSingleShot(true);
    m_still.setInterval(400);
    connect(&m_still, &QTimer::timeout, this, &PlanDesk::ask);
    connect(&m_document, &ExperimentDocument::reportChanged, this, &PlanDesk::askSoon);
    connect(&m_document, &ExperimentDocument::settingsChanged, this, &PlanDesk::askSoon);
}

PlanDesk::~PlanDesk() { m_inquiry.request_stop(); }

void PlanDesk::setWanted(bool wanted) {
    if (wanted == m_isWanted) return;
    m_isWanted = wanted;
    if (wanted) ask();
}

QString PlanDesk::words() const {
    if (m_document.report().hasErrors()) return tr("A network with mistakes has no plan.");
    if (m_plan) return planSentence(*m_plan);
    return m_failure.isEmpty() ? tr("Asking for the plan…") : m_failure;
}

void PlanDesk::askSoon() {
    if (m_isWanted) m_still.start();
}

void PlanDesk::ask() {
    if (!m_isWanted) return;
    if (m_isAsking) {  // the answer looks whether to ask again
        if (m_asked != fingerprintOf(m_document.experiment())) m_inquiry.request_stop();
        return;
    }
    if (m_document.report().hasErrors()) {
        m_plan.reset();
        m_asked.clear();
        return Q_EMIT changed();
    }
    const Experiment experiment = m_document.experiment();
    std::string fingerprint = fingerprintOf(experiment);
    if (fingerprint == m_asked) return;
    m_asked = std::move(fingerprint);
    m_isAsking = true;
    m_inquiry = {};
    m_plan.reset();
    m_failure.clear();
    Q_EMIT changed();
    inBackground(
        this, [experiment, stop = m_inquiry.get_token()] { return askKernelPlan(experiment, stop); },
        [this](const Result<KernelPlan>& plan) {
            m_isAsking = false;
            if (m_asked == fingerprintOf(m_document.experiment())) {
                if (plan)
                    m_plan = std::make_shared<KernelPlan>(*plan);
                else
                    m_failure = translated(plan.error());
                Q_EMIT changed();
            }
            ask();
        });
}

}  // namespace seekbench
