// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_data.h"

namespace seekbench {

Result<std::vector<Point>> RunData::points(const std::string& run, const std::string& series) const {
    const auto database = Database::open(m_database, Database::Access::ReadOnly);
    if (!database) return database.error();
    return database->points(run, series);
}

Result<std::vector<std::string>> RunData::seriesNames(const std::string& run) const {
    const auto database = Database::open(m_database, Database::Access::ReadOnly);
    if (!database) return database.error();
    return database->seriesNames(run);
}

Result<Experiment> RunData::experiment(const std::string& run) const {
    const auto folder = RunFolder::open(m_workspace.runsFolder() / run);
    if (!folder) return folder.error();
    return folder->experiment();
}

}  // namespace seekbench
