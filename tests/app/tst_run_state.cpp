// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/cli/run_words.h"
#include "core/run/run_state.h"

using namespace seekbench;

class tst_RunState : public QObject {
    Q_OBJECT

    static constexpr RunState kAll[] = {RunState::Created, RunState::Queued,     RunState::Starting, RunState::Running,
                                        RunState::Paused,  RunState::Stopping,   RunState::Stopped,  RunState::Finished,
                                        RunState::Failed,  RunState::Interrupted};

private slots:
    void aRunningRunWithoutALockIsInterrupted() {
        for (const RunState recorded : {RunState::Starting, RunState::Running, RunState::Paused, RunState::Stopping})
            QCOMPARE(deriveState(recorded, false, false), RunState::Interrupted);
    }

    void aFinalStateStaysWhatItIs() {
        for (const RunState recorded : {RunState::Stopped, RunState::Finished, RunState::Failed})
            QCOMPARE(deriveState(recorded, false, false), recorded);
    }

    void aLockWithoutAJournalIsAStart() { QCOMPARE(deriveState(RunState::Created, true, false), RunState::Starting); }

    void aLiveRunIsWhatItsWorkerSays() {
        for (const RunState recorded : {RunState::Running, RunState::Paused, RunState::Stopping, RunState::Finished})
            QCOMPARE(deriveState(recorded, true, true), recorded);
    }

    void whatWaitsInTheQueueIsQueued() {
        for (const RunState recorded : {RunState::Created, RunState::Stopped, RunState::Failed, RunState::Running})
            QCOMPARE(deriveState(recorded, false, true), RunState::Queued);
        QCOMPARE(deriveState(RunState::Finished, false, true), RunState::Finished);
    }

    void everyWorkerStateHasTheRunStateOfItsName() {
        QCOMPARE(runStateOf(WorkerState::Starting), RunState::Starting);
        QCOMPARE(runStateOf(WorkerState::Failed), RunState::Failed);
    }

    void everyStateSaysWhatItIsAndWhatToDo() {
        for (const RunState state : kAll) {
            const RunSituation situation{.id = "20261122-144512-7f3a", .state = state, .step = 812, .totalSteps = 4690};
            QVERIFY(!stateSentence(situation).empty());
            QVERIFY(nextStep(situation).find("seekbench-cli") != std::string::npos);
        }
    }

    void anInterruptedRunNamesStepCauseAndCommand() {
        const RunSituation situation{.id = "20261122-144512-7f3a", .state = RunState::Interrupted, .step = 812, .totalSteps = 4690};
        QCOMPARE(stateSentence(situation), "It was interrupted at step 812 of 4,690: its worker was killed or crashed.");
        QCOMPARE(nextStep(situation), "Continue it from its last checkpoint with: seekbench-cli resume 20261122-144512-7f3a");
    }

    void aRunThatFailedAtItsStartNamesNoStep() {
        const RunSituation situation{.id = "x", .state = RunState::Failed, .reason = "The data is gone."};
        QCOMPARE(stateSentence(situation), "It failed: The data is gone.");
    }

    void theWorkersAdviceGoesFirst() {
        const RunSituation situation{.id = "x", .state = RunState::Failed, .reason = "The disk is full.", .advice = "Free some space."};
        QVERIFY(stateSentence(situation).ends_with(": The disk is full."));
        QCOMPARE(nextStep(situation), "Free some space.");
    }
};

QTEST_APPLESS_MAIN(tst_RunState)
#include "tst_run_state.moc"
