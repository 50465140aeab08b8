// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What two runs differ in, as texts for tables. Plain values, tested without a window.

#include <optional>
#include <vector>

#include <QtCore/QString>

#include "core/experiment/difference.h"
#include "core/store/run_summary.h"

namespace seekbench {

// One row of the tables "only differences" and "all settings".
struct ComparedSetting {
    QString setting, a, b;
    bool differs = false;
    bool operator==(const ComparedSetting&) const = default;
};

// The settings of both, and what differs in nodes that both graphs have or only one.
std::vector<ComparedSetting> comparedSettings(const Experiment& a, const Experiment& b, const GraphDifference& graph);

// Whether both runs saw the same data, by the fingerprints that their workers recorded; nothing where one is not known.
std::optional<ComparedSetting> comparedData(const RunSummary& a, const RunSummary& b);

// One row of the table of results. Which of the two is better, if that can be said.
struct ComparedMetric {
    enum class Better { Neither, A, B };
    QString metric, a, b, difference;
    Better better = Better::Neither;
};
std::vector<ComparedMetric> comparedMetrics(const RunSummary& a, const RunSummary& b);

// "+0.49", "−0.0109", "+1,092": with its sign, U+2212 for minus.
QString signedText(double value, int decimals);

}  // namespace seekbench
