// SPDX-License-Identifier: GPL-3.0-or-later
// The queue and the proof of exact resume as a user meets them in the window.
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include "app/gui/perspective.h"
#include "app/gui/proof_dialog.h"
#include "app/gui/views.h"
#include "app/session/queue.h"
#include "tests/app/gui/window_fixture.h"
#include "widgets/runs/queue_list.h"

using namespace seekbench;

class QueueAndProofTest : public QObject {
    Q_OBJECT

    static std::vector<std::string> order(const Workbench& workbench) {
        std::vector<std::string> runs;
        for (const QueueEntry& entry : Queue(workbench.workspace()).entries()) runs.push_back(entry.run);
        return runs;
    }
    static std::string enqueue(const Workbench& workbench) {
        if (const Outcome outcome = workbench.cli({"queue", "add", workbench.scripted("steps 5")}); outcome.code != 0)
            qFatal("%s", qPrintable(outcome.text()));
        return workbench.lastRun().id();
    }
    static QPushButton* button(const QWidget& dialog, const QString& text) {
        for (auto* candidate : dialog.findChildren<QPushButton*>())
            if (candidate->text().remove(QLatin1Char('&')) == text) return candidate;
        return nullptr;
    }

private slots:
    void theQueueIsArrangedAndTheChangeTakenBack() {
        const Workbench workbench(WorkerKind::StandIn);
        const std::string first = enqueue(workbench), second = enqueue(workbench), third = enqueue(workbench);
        Window window(workbench, workbench.experimentFile());
        window.frame->showPerspective(kTrainView);
        auto* list = window.frame->findChild<QueueList*>();
        QVERIFY(list != nullptr);
        for (QWidget* dock = list; dock != nullptr; dock = dock->parentWidget())
            if (dock->objectName() == QStringLiteral("queue")) dock->raise();  // it is behind the log at first
        QTRY_COMPARE(list->model()->rowCount(), 3);

        Q_EMIT list->moveRequested(QString::fromStdString(third), 0);
        QTRY_COMPARE(order(workbench), (std::vector{third, first, second}));
        QTRY_COMPARE(list->model()->index(0).data(QueueModel::IdRole).toString().toStdString(), third);
        Q_EMIT list->removalRequested(QString::fromStdString(first));
        QTRY_COMPARE(order(workbench), (std::vector{third, second}));
        QTRY_COMPARE(list->model()->rowCount(), 2);
        window.action("edit.undo").trigger();
        QTRY_COMPARE(order(workbench), (std::vector{third, first, second}));
        QTRY_COMPARE(list->model()->rowCount(), 3);
        window.action("edit.undo").trigger();
        QTRY_COMPARE(order(workbench), (std::vector{first, second, third}));
        QVERIFY2(window.errors.isEmpty(), qPrintable(window.errors.join(QLatin1Char('\n'))));
    }

    void thePauseButtonHoldsTheQueue() {
        const Workbench workbench(WorkerKind::StandIn);
        enqueue(workbench);
        Window window(workbench, workbench.experimentFile());
        window.frame->showPerspective(kTrainView);
        auto* list = window.frame->findChild<QueueList*>();
        Q_EMIT list->pauseRequested(true);
        QTRY_VERIFY(Queue(workbench.workspace()).isPaused());
    }

    void exactResumeIsProvenInADialog() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench, workbench.experimentFile());
        QVERIFY(window.waitForReport());
        window.action("run.prove_document").trigger();
        auto* dialog = window.frame->findChild<ProofDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        dialog->findChild<QSpinBox*>()->setValue(8);
        QSignalSpy ends(dialog, &ProofDialog::ended);
        button(*dialog, QStringLiteral("Prove"))->click();
        QVERIFY(dialog->isAtWork());
        QVERIFY(ends.wait(120'000));
        const auto labels = dialog->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text().startsWith(QStringLiteral("Exact resume holds: after 8 steps straight"));
        }));
        dialog->close();
    }

    void aProofIsCancelled() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        const QJsonObject endless{{"batch_size", 16}, {"epochs", 100'000}, {"threads", 1}};
        Window window(workbench, workbench.experimentFile({{"training", endless}}));
        QVERIFY(window.waitForReport());
        window.action("run.prove_document").trigger();
        auto* dialog = window.frame->findChild<ProofDialog*>();
        dialog->findChild<QSpinBox*>()->setValue(1'000'000);
        QSignalSpy ends(dialog, &ProofDialog::ended);
        button(*dialog, QStringLiteral("Prove"))->click();
        QTest::qWait(200);
        button(*dialog, QStringLiteral("Cancel"))->click();
        QVERIFY(ends.wait(60'000));
        QVERIFY(!dialog->isAtWork());
        QVERIFY(!QFileInfo::exists(workbench.folder() + QStringLiteral("/proofs")));  // nothing is left
    }
};

QTEST_MAIN(QueueAndProofTest)
#include "tst_queue_and_proof.moc"
