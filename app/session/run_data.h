// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/experiment.h"
#include "core/run/run_folder.h"
#include "core/store/database.h"

namespace seekbench {

// RunData reads what views show of single runs. A value with two paths; every call opens what it needs and reads for milliseconds, so
// it is made in any thread but the window's. `database` is RunCatalog::databaseFile().
class RunData {
public:
    RunData(Workspace workspace, std::filesystem::path database) : m_workspace(std::move(workspace)), m_database(std::move(database)) {}

    // The current values of a series; empty when the run has none.
    Result<std::vector<Point>> points(const std::string& run, const std::string& series) const;
    Result<std::vector<std::string>> seriesNames(const std::string& run) const;
    // The frozen experiment of a run.
    Result<Experiment> experiment(const std::string& run) const;

private:
    Workspace m_workspace;
    std::filesystem::path m_database;
};

}  // namespace seekbench
