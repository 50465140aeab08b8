// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The columns of the table of runs: a row each.

#include <optional>
#include <span>

#include <QtCore/QString>

#include "core/experiment/difference.h"
#include "core/store/run_summary.h"

namespace seekbench {

enum class RunColumn {
    Shown,  // whether its curves are drawn
    Colour,
    Run,
    Name,
    Seed,
    State,
    BestAccuracy,
    LastAccuracy,
    BestLoss,
    Epochs,
    Duration,
    Parameters,
    Difference,
    Device,
    Notes,
    LastLoss,
    TrainLoss,
    Dataset,
    Optimizer,
    Schedule,
    BatchSize,
    Created,
    BestMetric,  // of runs whose metric is not accuracy
};

// What a cell of a column shows and sorts by. A numeric column has `number` (NaN: it has none) and is right aligned.
struct RunColumnSpec {
    RunColumn column;
    const char* title;  // English source text in the context "RunColumns"
    bool standard;      // shown at first
    double widthEm;
    double (*number)(const RunSummary& run) = nullptr;
    QString (*text)(const RunSummary& run) = nullptr;  // of a run
    QString (*figure)(double value) = nullptr;         // numeric: a value as text, also of a mean
    bool averaged = false;                             // groups show the mean
};
std::span<const RunColumnSpec> runColumns();
const RunColumnSpec& specOf(RunColumn column);
QString titleOf(RunColumn column);

// "7f3a" of "20261122-144512-7f3a": what a run is called where there is no room.
QString shortRunId(const std::string& id);
// "2 in the graph, 1 setting"; a dash when nothing differs.
QString differenceText(const DifferenceCounts& counts);

}  // namespace seekbench
