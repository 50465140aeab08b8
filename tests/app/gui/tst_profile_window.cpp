// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles in the window: the canvas shows the newest one, and one can be compared with any other. No worker trains here: the runs are made
// by hand.
#include "tests/app/gui/window_fixture.h"

#include <QtCore/QSemaphore>
#include <QtWidgets/QComboBox>

#include "app/gui/background.h"
#include "app/gui/perspective.h"
#include "app/gui/profile_desk.h"
#include "app/gui/profile_perspective.h"
#include "app/gui/views.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"
#include "tests/support/sample_trace.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/profile/time_bar.h"
#include "widgets/trace/advice/advice_view.h"
#include "widgets/trace/difference_view.h"
#include "widgets/trace/filter_bar.h"
#include "widgets/trace/profile_view.h"
#include "widgets/trace/timeline_view.h"

using namespace seekbench;

namespace {

// Steps of 10 ms: conv1 takes 2 ms, conv2 as long as is said.
Trace traceOf(std::int64_t conv2, int steps = 5) {
    constexpr std::int64_t kMillisecond = 1'000'000;
    test::TraceMaker maker;
    const TrackId thread = maker.thread();
    for (int step = 0; step < steps; ++step) {
        const std::int64_t begin = step * 20 * kMillisecond, jitter = (step % 3) * 1'000;
        maker.slice(thread, "Conv2d", begin, begin + 2 * kMillisecond + jitter, {.node = "conv1", .phase = Phase::Forward});
        maker.slice(thread, "Conv2d", begin + 3 * kMillisecond, begin + 3 * kMillisecond + conv2 + jitter,
                    {.node = "conv2", .phase = Phase::Forward});
        maker.trace.append(Step{step, begin, 10 * kMillisecond});
    }
    return maker.done();
}

// Half of each step goes into the update of the weights: advice is to take a larger batch.
Trace traceOfUpdates() {
    constexpr std::int64_t kMillisecond = 1'000'000;
    test::TraceMaker maker;
    const TrackId phases = maker.track(TrackKind::Phase, "phases");
    for (int step = 0; step < 5; ++step) {
        const std::int64_t begin = step * 10 * kMillisecond, middle = begin + 5 * kMillisecond, end = begin + 10 * kMillisecond;
        maker.slice(phases, "forward", begin, middle, {.category = "phase", .phase = Phase::Forward});
        maker.slice(phases, "optimizer", middle, end, {.category = "phase", .phase = Phase::Optimizer});
        maker.trace.append(Step{step, begin, end - begin});
    }
    return maker.done();
}

// A window on a workspace with one run that has ended.
struct Profiled {
    Workbench workbench{WorkerKind::StandIn};
    RunFolder run = makeRun(workbench, "first");
    Window window{workbench};

    // With a run of this experiment.
    explicit Profiled(const Experiment& experiment) : run(*RunFolder::create(workbench.workspace().runsFolder(), experiment, {})) {
        if (!window.waitForReport()) qFatal("the document was not checked");
        window.session->setCurrentRun(QString::fromStdString(run.id()));
    }
    // The two-layer network on generated samples.
    static Experiment tiny(const QJsonObject& changes = {}) {
        const Workbench workbench(WorkerKind::StandIn);
        return *loadExperiment(workbench.experimentFile(changes).toStdString(), {});
    }
    // Shows the advice on a profile that has one.
    AdviceView& advise() {
        addProfile(run, "step-10", traceOfUpdates());
        window.frame->showPerspective(kProfileView);
        AdviceView& advice = profile().advice();
        profile().tabs().setCurrentWidget(&advice);
        if (!QTest::qWaitFor([&] { return advice.card("optimizer") != nullptr; }, 10'000)) qFatal("there is no advice");
        return advice;
    }

    static RunFolder makeRun(const Workbench& workbench, const char* name) {
        const auto library = loadComposites(SEEKBENCH_SOURCE_DIR "/resources/operators/composite");
        const auto experiment = loadExperiment(SEEKBENCH_SOURCE_DIR "/resources/experiments/fashion_mnist_quick.json", *library);
        RunNote note;
        note.name = name;
        return *RunFolder::create(workbench.workspace().runsFolder(), *experiment, note);
    }
    static std::filesystem::path addProfile(const RunFolder& run, const char* name, const Trace& trace) {
        std::filesystem::create_directories(tracesFolder(run));
        const auto file = tracesFolder(run) / name;
        if (!writeTrace(trace, file, name)) qFatal("the trace could not be written");
        return file;
    }
    Profiled() {
        if (!window.waitForReport()) qFatal("the document was not checked");
        window.session->setCurrentRun(QString::fromStdString(run.id()));
    }
    GraphEditor& editor() { return *window.frame->findChild<GraphEditor*>(); }
    ProfileView& profile() { return static_cast<ProfilePerspective*>(window.frame->perspectives()[kProfileView])->view(); }
    QString valueOf(const char* node) { return editor().scene().node(node)->face().value; }
};

}  // namespace

class ProfileWindowTest : public QObject {
    Q_OBJECT

private slots:
    void theCanvasShowsEachProfileAsItComes() {
        Profiled profiled;
        profiled.editor().setNodeValue(NodeValue::Time);
        QTRY_VERIFY(profiled.editor().timeBar().state().words.contains(QStringLiteral("no profile yet")));
        QCOMPARE(profiled.valueOf("conv2"), QStringLiteral("–"));

        Profiled::addProfile(profiled.run, "step-10", traceOf(4'000'000));
        QTRY_COMPARE(profiled.valueOf("conv2"), QStringLiteral("4.00 ms"));
        QVERIFY(profiled.editor().timeBar().state().words.contains(QStringLiteral("step-10")));
        QTest::qWait(20);  // the next one is newer by the clock of the file system
        Profiled::addProfile(profiled.run, "step-90", traceOf(1'000'000));
        QTRY_COMPARE(profiled.valueOf("conv2"), QStringLiteral("1.00 ms"));
        QVERIFY2(profiled.window.errors.isEmpty(), qPrintable(profiled.window.errors.join(QLatin1Char('\n'))));
    }

    void nobodyLooksForProfilesWhileNobodySeesThem() {
        Profiled profiled;
        Profiled::addProfile(profiled.run, "step-10", traceOf(4'000'000));
        QTest::qWait(1500);
        QVERIFY(!profiled.window.session->profiles().isListed());
    }

    void theSelectedNodeLeadsToItsSlicesAndASliceBack() {
        Profiled profiled;
        Profiled::addProfile(profiled.run, "step-10", traceOf(4'000'000));
        profiled.editor().setNodeValue(NodeValue::Time);
        QTRY_COMPARE(profiled.valueOf("conv2"), QStringLiteral("4.00 ms"));
        profiled.editor().select({"relu1"});
        QVERIFY(!profiled.window.action("graph.profile").isEnabled());
        profiled.editor().select({"conv2"});
        QVERIFY(profiled.window.action("graph.profile").isEnabled());
        profiled.window.action("graph.profile").trigger();
        QVERIFY(profiled.profile().isVisible());
        QVERIFY(profiled.profile().filterBar().filter().node == "conv2");
        QVERIFY(profiled.profile().timeline().selected());

        profiled.profile().timeline().selectNode(QStringLiteral("conv1"));
        QTest::keyClick(&profiled.profile().timeline(), Qt::Key_Return);
        QTRY_VERIFY(profiled.editor().isVisible());
        QTRY_VERIFY(profiled.editor().selection() == NodeNames{"conv1"});
    }

    void aProfileIsComparedWithThatOfAnotherRun() {
        Profiled profiled;
        const RunFolder other = Profiled::makeRun(profiled.workbench, "second");
        Profiled::addProfile(other, "step-10", traceOf(4'000'000));
        Profiled::addProfile(profiled.run, "step-10", traceOf(1'000'000));
        QTRY_COMPARE(profiled.window.session->monitor().runs().size(), std::size_t{2});
        profiled.window.frame->showPerspective(kProfileView);
        QTRY_VERIFY(profiled.profile().profile());
        DifferenceView& difference = profiled.profile().difference();
        profiled.profile().tabs().setCurrentWidget(&difference);
        QTRY_COMPARE(difference.choice().count(), 2);  // a heading, and the only other profile
        QVERIFY2(difference.choice().itemText(1).contains(QStringLiteral("second, step-10")), qPrintable(difference.choice().itemText(1)));
        Q_EMIT difference.otherChosen(0);
        QTRY_COMPARE(difference.csv().rows.size(), std::size_t{2});  // both layers
        QVERIFY2(difference.csv().text().find("conv2") < difference.csv().text().find("conv1"), "the greatest change first");
        QVERIFY(difference.csv().text().find("faster") != std::string::npos);
    }

    void ofWorkThatIsOvertakenOnlyTheNewestIsDone() {
        QObject context;
        NewestInBackground newest(&context);
        QSemaphore gate;
        std::atomic<int> begun = 0;
        std::vector<int> results;
        const auto ask = [&](int number) {
            newest.run(
                [&, number] {
                    ++begun;
                    gate.acquire();
                    return number;
                },
                [&](int result) { results.push_back(result); });
        };
        for (int number = 1; number <= 4; ++number) ask(number);
        QTRY_COMPARE(begun.load(), 1);
        gate.release(4);
        QTRY_COMPARE(results, std::vector<int>{4});
        QCOMPARE(begun.load(), 2);  // the first and the last
        ask(5);
        QTRY_COMPARE(results, (std::vector<int>{4, 5}));
    }

    void ofTwoFiltersTypedQuicklyTheSecondIsShown() {
        Profiled profiled;
        Profiled::addProfile(profiled.run, "step-10", test::trainingTrace(200, 20));
        profiled.window.frame->showPerspective(kProfileView);
        ProfileView& view = profiled.profile();
        QTRY_VERIFY(view.profile() && !view.isBusy());
        const Trace& trace = view.profile()->trace;
        const int all = view.operators().model()->rowCount();
        std::vector<int> shown;  // how many rows the table had whenever it changed
        connect(view.operators().model(), &QAbstractItemModel::modelReset, this,
                [&] { shown.push_back(view.operators().model()->rowCount()); });
        view.setPhase(Phase::Optimizer);
        view.setPhase(Phase::Data);
        view.setPhase(Phase::Backward);
        QVERIFY(view.isBusy());
        QCOMPARE(view.operators().model()->rowCount(), all);  // nothing of it is done in this thread
        const int backward = static_cast<int>(operatorTable(trace, {.phase = Phase::Backward}).size());
        QTRY_VERIFY(!view.isBusy());
        QTest::qWait(100);
        QCOMPARE(shown, std::vector<int>{backward});
        QVERIFY(backward != all);

        view.setPhase(Phase::Optimizer);
        profiled.window.session->setCurrentRun({});  // the profile is closed meanwhile
        QTRY_VERIFY(!view.profile());
        QTest::qWait(100);
        QCOMPARE(view.operators().model()->rowCount(), 0);
        QVERIFY(!view.isBusy());
    }

    void adviceIsAppliedAsOneStepThatUndoTakesBack() {
        Profiled profiled;
        ExperimentDocument& document = profiled.window.session->document();
        const Experiment before = document.experiment();
        AdviceCard& card = *profiled.advise().card("optimizer");
        QVERIFY(!card.warning().isEmpty());
        QTest::mouseClick(&card.applyButton(), Qt::LeftButton);
        QVERIFY(profiled.editor().isVisible());  // where it can be seen and undone
        QCOMPARE(document.experiment().training.batchSize, 2 * before.training.batchSize);
        QCOMPARE(document.undoStack().count(), 1);
        QVERIFY2(document.undoStack().undoText().contains(QStringLiteral("training.batch_size")),
                 qPrintable(document.undoStack().undoText()));
        profiled.window.action("edit.undo").trigger();
        QCOMPARE(document.experiment(), before);

        profiled.window.frame->showPerspective(kProfileView);
        card.applyButton().click();
        card.applyButton().click();  // it has it already
        QCOMPARE(document.undoStack().count(), 1);
        QCOMPARE(document.experiment().training.batchSize, 2 * before.training.batchSize);
        QVERIFY2(profiled.window.errors.isEmpty(), qPrintable(profiled.window.errors.join(QLatin1Char('\n'))));
    }

    void adviceOnAnotherExperimentOpensThatOne() {
        const Experiment profiledOne = Profiled::tiny();
        Profiled profiled(profiledOne);
        ExperimentDocument& document = profiled.window.session->document();
        QVERIFY(document.experiment().graph != profiledOne.graph);
        profiled.advise().card("optimizer")->applyButton().click();
        QCOMPARE(document.experiment().graph, profiledOne.graph);
        QCOMPARE(document.experiment().training.batchSize, 2 * profiledOne.training.batchSize);
        document.undoStack().undo();
        QCOMPARE(document.experiment().training.batchSize, profiledOne.training.batchSize);
        QVERIFY(!profiled.window.session->file().path());  // its own file stays as it was
    }

    void aGainThatCannotBeMeasuredIsExplainedAndStays() {
        const QJsonObject gone{{"kind", "csv"}, {"path", "/there/is/no/such.csv"}};
        Profiled profiled(Profiled::tiny({{"dataset", gone}, {"split", QJsonObject{{"source", "share"}, {"share", 0.2}}}}));
        Profiled::addProfile(profiled.run, "step-90", traceOf(1'000'000));
        QTest::qWait(20);  // the next one is newer by the clock of the file system
        AdviceView& advice = profiled.advise();
        AdviceCard* card = advice.card("optimizer");
        QVERIFY(card->measureButton().isVisible());
        card->measureButton().click();
        QTRY_COMPARE(card->verdict(), QStringLiteral("Not measured"));
        const QString reason = card->result();
        QVERIFY2(reason.contains(QStringLiteral("such.csv")), qPrintable(reason));
        // Another profile is looked at, and this one again.
        ProfileDesk& desk = profiled.window.session->profiles();
        const auto file = desk.file();
        desk.open(desk.profiles()[1]);
        QTRY_VERIFY(advice.card("optimizer") == nullptr && desk.profile());
        desk.open(file);
        QTRY_VERIFY(advice.card("optimizer") != nullptr);
        QCOMPARE(advice.card("optimizer")->result(), reason);
    }

    void aMeasurementIsCancelledAndLeavesNothing() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
        Profiled profiled(Profiled::tiny());
        AdviceCard& card = *profiled.advise().card("optimizer");
        card.measureButton().click();
        QVERIFY(card.cancelButton().isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(card.progress(), QStringLiteral("Training 1 of 8"), 10'000);
        card.cancelButton().click();
        QTRY_VERIFY_WITH_TIMEOUT(card.result().contains(QStringLiteral("nothing was measured")), 30'000);
        QVERIFY(card.measureButton().isEnabled());
        QVERIFY(!std::filesystem::exists(profiled.workbench.workspace().path() / "trials"));
    }
};

QTEST_MAIN(ProfileWindowTest)
#include "tst_profile_window.moc"
