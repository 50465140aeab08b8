// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QDialog>

#include "core/store/run_summary.h"

namespace seekbench {

class WindowSession;

// One calm dialog at the start of the window, when workers have died since it was last seen: each interrupted run with what became of
// it, to be resumed, kept as it is, or discarded. Keeping is what Escape does. It asks once per death: a run that was kept is not
// offered again until it has been at work.
class InterruptedRuns : public QDialog {
    Q_OBJECT

public:
    InterruptedRuns(WindowSession& session, const std::vector<RunSummary>& runs, QWidget* parent);

    // The interrupted runs among `runs` that have not been offered before.
    static std::vector<RunSummary> unanswered(WindowSession& session, const std::vector<RunSummary>& runs);

private:
    QWidget* rowOf(const RunSummary& run);

    WindowSession& m_session;
};

}  // namespace seekbench
