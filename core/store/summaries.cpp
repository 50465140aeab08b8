// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <unordered_map>

#include <sqlite3.h>

#include "core/store/database_state.h"
#include "core/store/figures.h"
#include "core/store/run_row.h"
#include "core/store/run_summary.h"

namespace seekbench {

// Two scans and no join: ten thousand runs in one go.
Result<std::vector<RunSummary>> Database::summaries() const {
    return guarded(say("listing the runs"), [&] {
        sqlite3* connection = m_state->get();
        execute(connection, "BEGIN");  // both scans see the same state
        struct End {
            sqlite3* connection;
            ~End() { sqlite3_exec(connection, "COMMIT", nullptr, nullptr, nullptr); }
        } const end{connection};

        std::vector<RunSummary> runs;
        std::unordered_map<std::int64_t, std::size_t> places;
        Statement row(connection, std::string("SELECT ") + kRunColumns +
                                      ", key, dataset, optimizer, schedule, variant, seed, batch_size, parameters FROM run"
                                      " ORDER BY created DESC, id DESC");
        while (row.step()) {
            constexpr int kKey = kRunColumnCount;
            places.emplace(row.integer(kKey), runs.size());
            RunSummary& run = runs.emplace_back();
            run.row = runRow(row);
            run.state = runStateFromName(run.row.state).value_or(RunState::Created);
            run.dataset = row.text(kKey + 1);
            run.optimizer = row.text(kKey + 2);
            run.schedule = row.text(kKey + 3);
            run.variant = row.text(kKey + 4);
            run.seed = row.integer(kKey + 5);
            run.batchSize = row.integer(kKey + 6);
            run.parameters = row.integer(kKey + 7);
        }
        Statement figures(connection,
                          "SELECT run, series, count, last, last_step, last_time, lowest, lowest_step, highest, highest_step FROM figures");
        while (figures.step())
            if (const auto place = places.find(figures.integer(0)); place != places.end())
                runs[place->second].series.emplace(figures.text(1), readFigures(figures, 2));
        return runs;
    });
}

Result<std::int64_t> Database::dataVersion() const {
    return guarded(say("looking at the database"), [&] {
        Statement row(m_state->get(), "PRAGMA data_version");
        return row.step() ? row.integer(0) : 0;
    });
}

}  // namespace seekbench
