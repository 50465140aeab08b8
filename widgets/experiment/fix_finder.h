// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QtCore/QObject>

#include "core/experiment/quick_fix.h"

namespace seekbench {

// A FixFinder looks for quick fixes in a thread of its own. The newest request wins: an older one that is under way is given up
// between two findings. Lives in the GUI thread, as do its signals.
class FixFinder : public QObject {
    Q_OBJECT

public:
    explicit FixFinder(QObject* parent = nullptr);
    ~FixFinder() override;

    // Fixes for each of `diagnostics`, findings of `report`, which is that of `experiment`; `machineMemory`: bytes, 0: not known.
    void find(const Experiment& experiment, const ExperimentReport& report, std::vector<Diagnostic> diagnostics,
              std::int64_t machineMemory);
    // Nothing is under way: fixesFound() has come for the last request.
    bool isIdle() const;
    double lastMilliseconds() const;

Q_SIGNALS:
    // One list for each finding of the last request, in its order.
    void fixesFound(const std::vector<std::vector<seekbench::QuickFix>>& fixes);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

}  // namespace seekbench
