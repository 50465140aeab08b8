// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "core/experiment/kernel_plan.h"
#include "widgets/experiment/experiment_document.h"

namespace seekbench {

// The plan that the compiled engine makes of the document, asked of a worker while somebody wants to see it, and again when the document
// has been still for a moment. One worker at a time; what it says of a network that has changed meanwhile is not shown. Lives in the GUI
// thread.
class PlanDesk : public QObject {
    Q_OBJECT

public:
    explicit PlanDesk(ExperimentDocument& document, QObject* parent = nullptr);

    ~PlanDesk() override;  // whoever builds a plan is stopped

    void setWanted(bool wanted);
    const std::shared_ptr<const KernelPlan>& plan() const { return m_plan; }  // nullptr: none yet
    QString words() const;                                                    // of the plan, or why there is none

Q_SIGNALS:
    void changed();

private:
    void askSoon();
    void ask();

    ExperimentDocument& m_document;
    QTimer m_still;
    bool m_isWanted = false, m_isAsking = false;
    std::string m_asked;  // fingerprint of the experiment that the plan is of
    std::shared_ptr<const KernelPlan> m_plan;
    QString m_failure;
    std::stop_source m_inquiry;
};

}  // namespace seekbench
