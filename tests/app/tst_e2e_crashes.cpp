// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <map>

#include <QRandomGenerator>
#include <QTest>

#include "app/session/run_reader.h"
#include "workbench.h"

using namespace seekbench;

class tst_E2eCrashes : public QObject {
    Q_OBJECT

    static constexpr int kKills = 20;
    static constexpr const char* kSeries[] = {"train.loss", "gradient_norm", "learning_rate", "val.loss"};

    // Fixed, so that a failure can be repeated as far as time allows.
    QRandomGenerator m_random{20261122};

    static QString experiment(const Workbench& bench, int epochs) {
        return bench.experimentFile(
            {{"training", QJsonObject{{"batch_size", 16}, {"epochs", epochs}, {"threads", 1}, {"checkpoint_interval", 25}}}});
    }

    // Values by step, as bits: a comparison that knows no tolerance, and for which NaN equals NaN.
    using Values = std::map<std::int64_t, std::uint64_t>;
    static Values bits(const Result<std::vector<Point>>& points) {
        Values values;
        if (points)
            for (const Point& point : *points) values[point.step] = std::bit_cast<std::uint64_t>(point.value);
        return values;
    }
    static bool isPartOf(const Values& part, const Values& whole) {
        return std::all_of(part.begin(), part.end(), [&](const auto& entry) {
            const auto found = whole.find(entry.first);
            return found != whole.end() && found->second == entry.second;
        });
    }

private slots:
    void initTestCase() {
        if (const QString reason = Workbench::missingWorker(); !reason.isEmpty()) QSKIP(qPrintable(reason));
    }

    void killedWorkersLoseNothing() {
        const Workbench bench(WorkerKind::Real);
        const QString file = experiment(bench, 100);
        QCOMPARE(bench.cli({"train", file}).code, 0);
        const RunFolder straight = bench.lastRun();

        std::vector<RunFolder> runs = {bench.train(file)};
        for (int kills = 0; kills < kKills;) {
            QTest::qWait(static_cast<int>(m_random.bounded(150)));
            if (runs.back().isAlive()) {
                bench.killWorker(runs.back());
                const auto state = readProgress(runs.back()).state;
                if (state != RunState::Finished) ++kills;
            }
            if (readProgress(runs.back()).state == RunState::Finished)
                runs.push_back(bench.train(file));
            else
                QCOMPARE(bench.cli({"resume", "last", "--detach"}).code, 0);
        }
        bench.cli({"attach", "last"});

        QCOMPARE(bench.cli({"runs"}).code, 0);
        const Database database = bench.database();
        std::size_t attempts = 0;
        for (const RunFolder& run : runs) {
            QCOMPARE(readProgress(run).state, RunState::Finished);
            const auto all = database.attempts(run.id()).valueOr({});
            attempts += all.size();
            for (const char* series : kSeries) {
                const Values expected = bits(database.points(straight.id(), series));
                QCOMPARE(database.points(run.id(), series).valueOr({}).size(), expected.size());  // one value for each step
                QCOMPARE(bits(database.points(run.id(), series)), expected);
                for (const AttemptRow& attempt : all)
                    QVERIFY2(isPartOf(bits(database.points(run.id(), series, attempt.number)), expected), series);
            }
        }
        QCOMPARE(attempts, kKills + runs.size());
        QCOMPARE(bench.rows(), bench.rebuiltRows());
    }

    void killedRecordersDisturbNothing() {
        const Workbench bench(WorkerKind::Real);
        const RunFolder run = bench.train(experiment(bench, 1'000'000));
        for (int kills = 0; kills < kKills; ++kills) {
            const auto attach = bench.start({"attach", "last"});
            QTest::qWait(static_cast<int>(m_random.bounded(200)));
            const auto before = readProgress(run).step;
            attach->kill();
            QVERIFY(attach->waitForFinished());
            QTRY_VERIFY(readProgress(run).step > before);
        }
        const auto first = bench.start({"attach", "last"}), second = bench.start({"attach", "last"});
        QTest::qWait(500);
        QCOMPARE(bench.cli({"stop", "last"}).code, 0);
        QVERIFY(first->waitForFinished() && second->waitForFinished());
        QCOMPARE(first->exitCode(), 3);  // it was stopped

        const auto loss = bench.database().points(run.id(), "train.loss").valueOr({});
        QVERIFY(!loss.empty());
        QCOMPARE(static_cast<std::int64_t>(loss.size()), readProgress(run).step);
        QCOMPARE(bench.rows(), bench.rebuiltRows());
    }
};

QTEST_GUILESS_MAIN(tst_E2eCrashes)
#include "tst_e2e_crashes.moc"
