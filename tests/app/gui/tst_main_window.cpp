// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a user meets it: the first start, a mistake, a training watched and commanded, languages, themes, layouts.
#include "tests/app/gui/window_fixture.h"

#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include "app/gui/data_import.h"
#include "app/gui/perspective.h"
#include "app/gui/views.h"
#include "widgets/data/import_dialog.h"

using namespace seekbench;

namespace {

constexpr int kEndless = 100'000;  // epochs: a run that goes on until it is told otherwise

QJsonObject training(int epochs) {
    return {{"training", QJsonObject{{"batch_size", 16}, {"epochs", epochs}, {"threads", 1}, {"checkpoint_interval", 50}}}};
}

bool showsText(const QWidget& window, const QString& text) {
    const auto labels = window.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstStartShowsFashionMnistAndIsReadyToTrain() {
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench);
        qInfo("window shown %lld ms after its making began", window.milliseconds);
        QVERIFY(window.waitForReport());
        QCOMPARE(window.session->document().experiment().graph.nodes.size(), std::size_t{12});
        QVERIFY(!window.session->document().report().hasErrors());
        QVERIFY(window.action("run.start").isEnabled());
        QVERIFY2(window.errors.isEmpty(), qPrintable(window.errors.join(QLatin1Char('\n'))));
    }

    void aMistakeDisablesStartAndSaysWhy() {
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench);
        QVERIFY(window.waitForReport());
        QVERIFY(window.session->document().edit({}, {{SetParameter{"head", "in_features", std::int64_t{7}}}}, QStringLiteral("Set")));
        QVERIFY(window.waitForReport());
        QVERIFY(!window.action("run.start").isEnabled());
        QVERIFY(showsText(*window.frame, QStringLiteral("Start waits: head expects N×7")));
        QTRY_VERIFY(window.action("edit.apply_fix").isEnabled());
        window.action("edit.apply_fix").trigger();
        QVERIFY(window.waitForReport());
        QVERIFY(window.action("run.start").isEnabled());
        window.action("edit.undo").trigger();
        window.action("edit.undo").trigger();
        QVERIFY(window.waitForReport());
        QVERIFY(window.action("run.start").isEnabled());
        QVERIFY(!window.session->file().isModified());
    }

    void aRunIsStartedWatchedPausedResumedAndStopped() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench, workbench.experimentFile(training(kEndless)));
        QElapsedTimer clock;
        clock.start();
        RunModel* run = window.start();
        QVERIFY2(run != nullptr, qPrintable(window.errors.join(QLatin1Char('\n'))));
        qInfo("first point %lld ms after Start", clock.elapsed());
        QVERIFY(!run->series("train.loss")->isEmpty());

        for (const auto& [command, state] : {std::pair{"run.pause", RunState::Paused}, std::pair{"run.resume", RunState::Running},
                                             std::pair{"run.stop", RunState::Stopped}}) {
            QTRY_VERIFY2_WITH_TIMEOUT(window.action(command).isEnabled(), command, 10'000);
            window.action(command).trigger();
            QVERIFY2(window.waitForState(state), command);
        }
        QVERIFY(run->newestCheckpoint() != nullptr);
        QVERIFY2(window.errors.isEmpty(), qPrintable(window.errors.join(QLatin1Char('\n'))));
    }

    void aWindowThatComesBackFindsRunAndCurvesWhole() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        QString id;
        {
            Window window(workbench, workbench.experimentFile(training(60)));
            QVERIFY(window.start() != nullptr);
            id = window.session->currentRun();
        }  // closed while it trains
        QVERIFY(workbench.waitUntilEnded(workbench.lastRun()));
        Window window(workbench);
        QTRY_COMPARE_WITH_TIMEOUT(window.session->currentRun(), id, 10'000);  // the newest run is shown by itself
        QVERIFY(window.waitForState(RunState::Finished));
        RunModel* run = window.currentModel();
        QTRY_VERIFY_WITH_TIMEOUT(run->progress().totalSteps > 0 && run->progress().step == run->progress().totalSteps, 10'000);
        QCOMPARE(static_cast<std::int64_t>(run->series("train.loss")->size()), run->progress().totalSteps);
    }

    void aWorkerThatWasKilledIsShownInWordsAndCanBeResumed() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench, workbench.experimentFile(training(kEndless)));
        RunModel* run = window.start();
        QVERIFY(run != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(run->newestCheckpoint() != nullptr, 30'000);
        workbench.killWorker(workbench.lastRun());
        QVERIFY(window.waitForState(RunState::Interrupted));
        QTRY_VERIFY(showsText(*window.frame, QStringLiteral("nterrupted")));
        QTRY_VERIFY(window.action("run.resume").isEnabled());
        window.action("run.resume").trigger();
        QVERIFY(window.waitForState(RunState::Running));
        QTRY_COMPARE_WITH_TIMEOUT(run->progress().attempt, 2u, 10'000);
        window.action("run.stop").trigger();
        QVERIFY(window.waitForState(RunState::Stopped));
    }

    void theEventLoopIsNotHeldUpWhileARunTrains() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench, workbench.experimentFile(training(kEndless)));
        QVERIFY(window.start() != nullptr);
        QTest::qWait(500);
        const StallWatch watch;
        for (int round = 0; round < 2; ++round)
            for (std::size_t view = 0; view < viewRows().size(); ++view) {
                window.frame->showPerspective(view);
                QTest::qWait(400);
            }
        qInfo("worst stall of the event loop in a walk through the perspectives: %lld ms", watch.worst());
        QVERIFY(watch.worst() > 0);
        window.action("run.stop").trigger();
        QVERIFY(window.waitForState(RunState::Stopped));
    }

    void languageAndThemeChangeInTheRunningWindow() {
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench);
        window.frame->setLanguage(QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        QVERIFY(window.action("run.start").text().contains(QStringLiteral("开始")));
        for (const ThemeKind kind : kThemeKinds) {
            window.frame->setTheme(kind);
            const QImage image = window.frame->grab().toImage();
            QCOMPARE(QColor(image.pixel(image.width() / 2, 6)).name(), Theme(kind)[Colour::Chrome].name());
        }
        window.frame->setLanguage(QStringLiteral("en"));
        QCoreApplication::processEvents();
        QCOMPARE(window.action("run.start").text(), QStringLiteral("&Start"));
    }

    void docksStayAsTheyWereLeftAndCanBeReset() {
        const Workbench workbench(WorkerKind::Real);
        const auto dockOf = [](Window& window) {
            return window.frame->perspectives()[kDesignView]->findChild<QDockWidget*>(QStringLiteral("problems"));
        };
        {
            Window window(workbench);
            dockOf(window)->close();
            window.frame->close();
        }
        Window window(workbench);
        QVERIFY(dockOf(window)->isHidden());
        window.action("view.reset_layout").trigger();
        QTRY_VERIFY(dockOf(window)->isVisible());
    }

    void whatIsNotSavedComesBackWithTheNextWindow() {
        const Workbench workbench(WorkerKind::Real);
        Experiment changed;
        {
            Window window(workbench);
            QVERIFY(window.session->document().edit({}, {{RemoveNode{"relu1"}}}, QStringLiteral("Delete")));
            changed = window.session->file().essential();
            window.frame->close();
        }
        Window window(workbench);
        QVERIFY(window.session->file().essential() == changed);
        QVERIFY(window.session->file().isModified());
    }

    void aFileThatGivesWayToUnsavedWorkIsTold() {
        const Workbench workbench(WorkerKind::Real);
        {
            Window window(workbench);
            QVERIFY(window.session->document().edit({}, {{RemoveNode{"relu1"}}}, QStringLiteral("Delete")));
            window.frame->close();
        }
        Window window(workbench, workbench.experimentFile());
        QVERIFY(window.session->file().isModified());
        QVERIFY(showsText(*window.frame, QStringLiteral("experiment.json was not opened")));
    }

    void theExperimentOfARunReplacesUnsavedWorkOnlyWhenAsked() {
        if (const QString why = Workbench::missingWorker(); !why.isEmpty()) QSKIP(qPrintable(why));
        const Workbench workbench(WorkerKind::Real);
        QCOMPARE(workbench.cli({"train", workbench.experimentFile()}).code, 0);
        Window window(workbench);
        QTRY_VERIFY(!window.session->currentRun().isEmpty());
        QVERIFY(window.session->document().edit({}, {{RemoveNode{"relu1"}}}, QStringLiteral("Delete")));
        const Experiment unsaved = window.session->document().experiment();
        for (const auto answer : {QMessageBox::Cancel, QMessageBox::Discard}) {
            window.action("run.open_experiment").trigger();
            auto* box = window.frame->findChild<QMessageBox*>();
            QVERIFY(box != nullptr);
            QVERIFY(window.session->document().experiment() == unsaved);
            box->button(answer)->click();
            QTRY_VERIFY(window.frame->findChild<QMessageBox*>() == nullptr);
        }
        QTRY_COMPARE(window.session->document().experiment().name, std::string("tiny"));
    }

    void everyPerspectiveIsReachedByItsKey() {
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench);
        window.frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.frame.get()));
        for (int i = 2; i >= 0; --i) {
            QTest::keyClick(window.frame.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QVERIFY(window.frame->perspectives()[static_cast<std::size_t>(i)]->isVisible());
        }
    }

    void aDroppedTableIsLookedAtAndUsedInOneUndoableStep() {
        const Workbench workbench(WorkerKind::Real);
        QByteArray rows("a,b,label\n");
        for (int i = 0; i < 90; ++i)
            rows += QByteArray::number(i * 7 % 31) + "," + QByteArray::number(i * 13 % 47) + (i % 3 ? ",good\n" : ",bad\n");
        Window window(workbench);
        const Experiment before = window.session->document().experiment();
        window.frame->openDropped(workbench.writeFile("患者 表.csv", rows));
        ImportDialog* dialog = window.frame->dataImport().dialog();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(dialog->description().has_value(), 10'000);
        QCOMPARE(dialog->description()->rows, 90);
        Q_EMIT dialog->imported(dialog->dataset(), dialog->split());
        dialog->accept();
        const Experiment& now = window.session->document().experiment();
        QCOMPARE(now.dataset.kind, std::string("csv"));
        QCOMPARE(now.split.method, Split::Method::Stratified);
        QVERIFY(now.graph == before.graph);
        window.action("edit.undo").trigger();
        QVERIFY(window.session->document().experiment() == before);
        // A file that is none is told in the dialog, and nothing changes.
        window.frame->openDropped(workbench.writeFile("empty.csv", {}));
        dialog = window.frame->dataImport().dialog();
        QTRY_VERIFY_WITH_TIMEOUT(showsText(*dialog, QStringLiteral("The file is empty.")), 10'000);
        QVERIFY(window.session->document().experiment() == before);
    }

    void aFileThatIsNoExperimentIsToldInTheWindow() {
        const Workbench workbench(WorkerKind::Real);
        Window window(workbench, workbench.writeFile("bad.json", "{\"format\": 3}"));
        QCOMPARE(window.errors.size(), 1);
        QVERIFY(showsText(*window.frame, QStringLiteral("bad.json")));
        QVERIFY(window.waitForReport());
        QVERIFY(window.action("run.start").isEnabled());  // the first experiment is there instead
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
