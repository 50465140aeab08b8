// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <map>
#include <set>

#include "core/run/metric.h"
#include "core/run/run_folder.h"
#include "core/run/worker_environment.h"

using namespace seekbench;

class tst_RunTables : public QObject {
    Q_OBJECT

private slots:
    void whatLayersTellIsFoundByTheNameInTheNode() {
        for (const SeriesKind& kind : observationKinds()) {
            const std::string name(kind.name);
            QCOMPARE(findObservationKind("node.block/2/experts." + name), &kind);
            QCOMPARE(findObservationKind("node.experts." + name + "_12"), &kind);
            QCOMPARE(findObservationKind("val." + name), nullptr);
        }
        QCOMPARE(findObservationKind("node.experts.something"), nullptr);
    }
    void everyStateIsFoundByItsName() {
        std::set<std::string_view> names;
        for (int i = 0; i <= static_cast<int>(RunState::Interrupted); ++i) {
            const auto state = static_cast<RunState>(i);
            QVERIFY(names.insert(nameOf(state)).second);
            QVERIFY(runStateFromName(nameOf(state)) == state);
        }
        QCOMPARE(nameOf(RunState::Running), "running");
        QVERIFY(!runStateFromName("Running"));
    }

    void noWorkerIsAtAFinalState() {
        for (const RunState state : {RunState::Stopped, RunState::Finished, RunState::Failed, RunState::Interrupted})
            QVERIFY(isFinal(state));
        for (const RunState state :
             {RunState::Created, RunState::Queued, RunState::Starting, RunState::Running, RunState::Paused, RunState::Stopping})
            QVERIFY(!isFinal(state));
    }

    void namesOfMetricsAndSeriesAreUnique() {
        std::set<std::string> names;
        for (const SeriesKind& kind : seriesKinds()) QVERIFY(names.insert(std::string(kind.name)).second);
        for (const Kind& kind : metricKinds())
            for (const char* prefix : {"train.", "val."}) QVERIFY(names.insert(prefix + std::string(kind.id)).second);
        QVERIFY(findKind(metricKinds(), "accuracy"));
    }

    void environmentTellsEveryLibraryTheThreads() {
        for (const std::int64_t threads : {1, 2, 16}) {
            std::map<std::string, std::string> variables;
            for (const auto& [name, value] : workerEnvironment(threads)) QVERIFY(variables.emplace(name, value).second);
            QCOMPARE(variables["OMP_WAIT_POLICY"], std::string("PASSIVE"));
            for (const char* name : {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"})
                QCOMPARE(variables[name], std::to_string(threads));
        }
    }
};

QTEST_APPLESS_MAIN(tst_RunTables)
#include "tst_run_tables.moc"
