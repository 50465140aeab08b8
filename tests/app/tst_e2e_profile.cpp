// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <QJsonArray>
#include <QTest>

#include "app/session/advice_trial.h"
#include "core/experiment/experiment.h"
#include "core/trace/flight/flight_file.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"
#include "workbench.h"

using namespace seekbench;

// Profiles of the real worker, through the command line.
class tst_E2eProfile : public QObject {
    Q_OBJECT

    static QJsonObject epochs(int count) { return {{"training", QJsonObject{{"batch_size", 16}, {"epochs", count}, {"threads", 1}}}}; }

    static Experiment experimentIn(const QString& file) {
        auto experiment = loadExperiment(file.toStdString(), {});
        if (!experiment) qFatal("%s", experiment.error().english().c_str());
        return std::move(*experiment);
    }
    static Advice change(std::string place, std::string value) {
        return {.id = "sample", .changes = {{std::move(place), std::move(value)}}};
    }
    static constexpr TrialOptions kShort{.steps = 4, .warmUp = 2, .rounds = 2};

private slots:
    void initTestCase() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
        qputenv("SEEKBENCH_WORKER", Workbench::workerProgram().toUtf8());  // for trials, which this process starts
    }

    void aTrialTrainsInPairsAndLeavesNothingBehind() {
        const Workbench bench(WorkerKind::Real);
        const Experiment experiment = experimentIn(bench.experimentFile(epochs(100)));
        std::vector<std::pair<int, int>> told;
        const auto gain = tryAdvice(bench.workspace(), experiment, change("training.engine", "reference"), kShort,
                                    [&](int done, int of) { told.emplace_back(done, of); });
        QVERIFY2(gain, gain ? "" : gain.error().english().c_str());
        QVERIFY(*gain);
        const TrialGain& found = **gain;
        QCOMPARE(found.pairs, std::size_t{2});
        for (const double factor : {found.factor, found.least, found.most, found.low}) QVERIFY(std::isfinite(factor) && factor > 0);
        QVERIFY(found.least <= found.factor && found.factor <= found.most);
        QVERIFY(found.low <= found.least && found.most <= found.high);  // of two pairs with 95 %
        QCOMPARE(told, (std::vector<std::pair<int, int>>{{0, 4}, {1, 4}, {2, 4}, {3, 4}, {4, 4}}));
        QVERIFY(!std::filesystem::exists(bench.workspace().path() / "trials"));
        QVERIFY(bench.workspace().runs().empty());
    }

    void aTrialThatIsStoppedGivesNothing() {
        const Workbench bench(WorkerKind::Real);
        const Experiment experiment = experimentIn(bench.experimentFile(epochs(100)));
        std::stop_source stop;
        int told = 0;
        // Between two trainings, and in one that would take hours.
        const TrialOptions endless{.steps = 100'000'000, .warmUp = 2, .rounds = 2};
        for (const TrialOptions& options : {kShort, endless}) {
            const bool first = options.steps == kShort.steps;
            const auto gain = tryAdvice(
                bench.workspace(), experiment, change("training.engine", "reference"), options,
                [&](int done, int) {
                    ++told;
                    if (!first || done == 1) stop.request_stop();
                },
                stop.get_token());
            QVERIFY2(gain && !*gain, gain ? "it went on" : gain.error().english().c_str());
            QCOMPARE(told, first ? 2 : 1);
            QVERIFY(!std::filesystem::exists(bench.workspace().path() / "trials"));
            stop = {};
            told = 0;
        }
    }

    void aTrialThatCannotTrainSaysWhichAndWhy() {
        const Workbench bench(WorkerKind::Real);
        const Experiment experiment = experimentIn(bench.experimentFile(epochs(100)));
        const auto nobody = [](int, int) {};
        const auto failsWith = [&](const Result<std::optional<TrialGain>>& gain, const char* words) {
            if (gain) return false;
            const std::string sentence = gain.error().english();
            if (sentence.find(words) == std::string::npos) qWarning("%s", sentence.c_str());
            return sentence.find(words) != std::string::npos && !std::filesystem::exists(bench.workspace().path() / "trials");
        };
        Experiment broken = experiment;
        broken.dataset = {"csv", {{"path", std::string("/there/is/no/such.csv")}}};
        QVERIFY(failsWith(tryAdvice(bench.workspace(), broken, change("training.threads", "2"), kShort, nobody), "without the change"));
        QVERIFY(failsWith(tryAdvice(bench.workspace(), experiment, change("training.learning", "2"), kShort, nobody), "learning"));
        QVERIFY(failsWith(tryAdvice(bench.workspace(), experiment, Advice{}, kShort, nobody), "no setting"));
    }

    void anExperimentFileIsTrainedForWarmUpAndProfile() {
        const Workbench bench(WorkerKind::Real);
        const Outcome outcome = bench.cli({"profile", bench.experimentFile(epochs(100)), "--steps", "6", "--warm-up", "3", "--json"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        const QJsonObject found = outcome.json().object();
        QCOMPARE(found["steps"].toInt(), 6);
        const QJsonObject completeness = found["completeness"].toObject();
        QCOMPARE(completeness["share_with_phase"].toDouble(), 1.0);
        QCOMPARE(completeness["dropped"].toInt(), 0);
        QVERIFY(completeness["conserved"].toBool());
        QVERIFY(found["rows"].toArray().size() >= 3);
        QCOMPARE(profilesOf(bench.lastRun()).size(), std::size_t{1});
        // It is a run like any other: recorded, and made anew row for row.
        QCOMPARE(bench.rows(), bench.rebuiltRows());
        for (const char* view : {"operator", "layer", "phase", "roofline"}) {
            const Outcome shown = bench.cli({"profile", "show", "last", "--by", view, "--json"});
            QVERIFY2(shown.code == 0 && !shown.json().object()["rows"].toArray().isEmpty(), view);
        }
    }

    void aRunIsProfiledWhileItTrains() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(bench.experimentFile(epochs(1'000'000)));
        for (int i = 0; i < 2; ++i) {
            const Outcome outcome = bench.cli({"profile", "last", "--steps", "20", "--json"});
            QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
            QCOMPARE(outcome.json().object()["steps"].toInt(), 20);
        }
        QVERIFY(run.isAlive());
        QCOMPARE(profilesOf(run).size(), std::size_t{2});
        const Outcome difference = bench.cli({"profile", "diff", QString::fromStdString(profilesOf(run)[1].string()), "last", "--json"});
        QCOMPARE(difference.code, 0);
        QCOMPARE(difference.json().object()["steps_after"].toInt(), 20);
    }

    void whatAKilledWorkerHadFlushedIsThere() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(bench.experimentFile(epochs(1'000'000)));
        const auto waiting = bench.start({"profile", "last", "--steps", "100000"});
        const auto sliceCount = [&] {
            const auto profiles = profilesOf(run);
            const auto reader =
                profiles.empty() ? Result<TraceReader>(Error(ErrorCode::NotFound, say("none"))) : TraceReader::open(profiles.front());
            return reader ? reader->sliceCount() : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(sliceCount() > 0, 30'000);
        bench.killWorker(run);
        const std::uint64_t flushed = sliceCount();
        const Outcome shown = bench.cli({"profile", "show", "last", "--by", "layer", "--json"});
        QVERIFY2(shown.code == 0, qPrintable(shown.text()));
        const QJsonObject completeness = shown.json().object()["completeness"].toObject();
        QVERIFY(completeness["cut"].toBool());
        QCOMPARE(completeness["slices"].toInteger(), static_cast<qint64>(flushed));
        QVERIFY(!shown.json().object()["rows"].toArray().isEmpty());
        QVERIFY(waiting->waitForFinished(10'000));  // it does not wait for ever
    }

    void whereAKilledWorkerWasIsKnown() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(bench.experimentFile(epochs(1'000'000)));
        const auto steps = [&] {
            const auto flight = readFlight(flightFile(run));
            return flight ? flight->trace.steps().size() : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(steps() > 20, 30'000);
        QVERIFY(bench.cli({"profile", "show", "last", "--flight"}).output.contains("The worker is at"));
        bench.killWorker(run);
        const Outcome shown = bench.cli({"profile", "show", "last", "--flight"});
        QVERIFY2(shown.code == 0, qPrintable(shown.text()));
        QVERIFY2(shown.output.contains("The worker ended without a word; it was last at"), qPrintable(shown.text()));
        const QJsonObject found = bench.cli({"profile", "show", "last", "--flight", "--json"}).json().object();
        QVERIFY(!found["closed"].toBool() && !found["alive"].toBool());
        QVERIFY(found["steps"].toArray().size() > 20);
        QCOMPARE(found["slowest"].toArray().size(), 3);
        QVERIFY(bench.cli({"profile", "show", "last"}).errors.contains("--flight"));  // there is no profile, and it says what there is
    }

    void oneStepInFewIsProfiled() {
        const Workbench bench(WorkerKind::Real);
        const Outcome outcome =
            bench.cli({"profile", bench.experimentFile(epochs(100)), "--steps", "4", "--warm-up", "2", "--every", "5", "--json"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text()));
        QCOMPARE(outcome.json().object()["steps"].toInt(), 4);
        QCOMPARE(bench.cli({"profile", "show", "last", "--step", "18"}).code, 0);  // 3, 8, 13, 18
        QCOMPARE(bench.cli({"profile", "show", "last", "--step", "17"}).code, 2);
    }

    void whatCannotBeProfiledIsSaid() {
        const Workbench bench(WorkerKind::Real);
        QCOMPARE(bench.cli({"profile", "last"}).code, 2);  // there is no run
        QCOMPARE(bench.cli({"train", bench.experimentFile(epochs(1))}).code, 0);
        const Outcome ended = bench.cli({"profile", "last", "--steps", "5"});
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.errors.contains("No worker is at the run"));
        QCOMPARE(bench.cli({"profile", "last", "--steps", "0"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(tst_E2eProfile)
#include "tst_e2e_profile.moc"
