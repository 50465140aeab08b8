// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>
#include <set>

#include "core/experiment/kind.h"
#include "core/experiment/plateau.h"

using namespace seekbench;

class tst_Schedule : public QObject {
    Q_OBJECT

    static double factor(std::string_view schedule, const ParameterValues& values, std::int64_t step, std::int64_t stepsPerEpoch,
                         std::int64_t totalSteps) {
        const auto resolved = ResolvedParameters::from(findKind(scheduleKinds(), schedule)->parameters, values);
        if (!resolved.problems.empty()) qFatal("%s", resolved.problems.front().message.english().c_str());
        return learningRateFactor(schedule, resolved.parameters, step, stepsPerEpoch, totalSteps);
    }
    static bool near(double got, double expected) { return std::abs(got - expected) < 1e-12; }

private slots:
    void constantStaysOne() {
        for (const std::int64_t step : {0, 1, 999}) QCOMPARE(factor("constant", {}, step, 10, 1000), 1.0);
    }

    void stepDropsAtTheBeginningOfEpochs() {
        const ParameterValues every2{{"step_size", std::int64_t{2}}, {"gamma", 0.5}};
        QCOMPARE(factor("step", every2, 0, 10, 100), 1.0);
        QCOMPARE(factor("step", every2, 19, 10, 100), 1.0);
        QCOMPARE(factor("step", every2, 20, 10, 100), 0.5);
        QCOMPARE(factor("step", every2, 59, 10, 100), 0.25);
        QCOMPARE(factor("step", every2, 60, 10, 100), 0.125);
    }

    void cosineRunsFromOneToItsMinimum() {
        // 101 updates: t = step/100.
        const ParameterValues toTenth{{"minimum_factor", 0.1}};
        QVERIFY(near(factor("cosine", toTenth, 0, 1, 101), 1.0));
        QVERIFY(near(factor("cosine", toTenth, 50, 1, 101), 0.55));
        QVERIFY(near(factor("cosine", toTenth, 100, 1, 101), 0.1));
        QVERIFY(near(factor("cosine", {}, 25, 1, 101), (1 + std::sqrt(0.5)) / 2));
    }

    void warmUpRisesLinearlyToTheFullRate() {
        const ParameterValues warm{{"warmup_steps", std::int64_t{4}}};
        for (const std::int64_t step : {0, 1, 2, 3}) QCOMPARE(factor("cosine", warm, step, 1, 15), static_cast<double>(step + 1) / 4);
        QVERIFY(near(factor("cosine", warm, 4, 1, 15), 1.0));
        QVERIFY(near(factor("cosine", warm, 9, 1, 15), 0.5));  // t = 5/10
        QVERIFY(near(factor("cosine", warm, 14, 1, 15), 0.0));
    }

    void warmUpLongerThanTheRunIsHarmless() {
        const ParameterValues warm{{"warmup_steps", std::int64_t{100}}};
        for (std::int64_t step = 0; step < 10; ++step) QCOMPARE(factor("cosine", warm, step, 1, 10), static_cast<double>(step + 1) / 100);
    }

    void runOfOneStepHasTheFullRate() { QCOMPARE(factor("cosine", {}, 0, 1, 1), 1.0); }

    void polynomialFallsAsAPowerOfWhatIsLeft() {
        const ParameterValues square{{"power", 2.0}, {"minimum_factor", 0.2}, {"warmup_steps", std::int64_t{2}}};
        QCOMPARE(factor("polynomial", square, 0, 1, 13), 0.5);
        QVERIFY(near(factor("polynomial", square, 2, 1, 13), 1.0));
        QVERIFY(near(factor("polynomial", square, 7, 1, 13), 0.2 + 0.8 * 0.25));
        QVERIFY(near(factor("polynomial", square, 12, 1, 13), 0.2));
        QVERIFY(near(factor("polynomial", {}, 3, 1, 11), 0.7));
    }

    // The factors that torch.optim.lr_scheduler.OneCycleLR prints for 20 steps with its own defaults.
    void oneCycleIsThatOfPyTorch() {
        const std::pair<std::int64_t, double> printed[] = {{0, 0.040000000000000036},  {1, 0.1316718427000253},
                                                           {2, 0.3716718427000253},    {3, 0.6683281572999747},
                                                           {4, 0.9083281572999747},    {5, 1.0},
                                                           {6, 0.9874640062350873},    {12, 0.500002},
                                                           {18, 0.012539993764912554}, {19, 4e-6}};
        for (const auto& [step, expected] : printed)
            QVERIFY2(near(factor("one_cycle", {}, step, 1, 20), expected), qPrintable(QString::number(step)));
    }

    void oneCycleOfAnyLengthRisesAndFalls() {
        for (const std::int64_t total : {1, 2, 3, 7}) {
            QVERIFY(near(factor("one_cycle", {{"rising_share", 0.0}}, 0, 1, total), 1.0));
            if (total > 1) QVERIFY(near(factor("one_cycle", {}, total - 1, 1, total), 4e-6));
        }
        QVERIFY(near(factor("one_cycle", {{"rising_share", 1.0}}, 6, 1, 7), 1.0));
    }

    void plateauDropsAfterMoreEpochsThanItsPatience() {
        const ParameterValues values{{"patience", std::int64_t{1}}, {"factor", 0.5}, {"threshold", 0.1}, {"minimum_factor", 0.2}};
        const auto parameters = ResolvedParameters::from(findKind(scheduleKinds(), "plateau")->parameters, values).parameters;
        Plateau plateau;
        std::vector<double> factors;
        for (const double loss : {10.0, 8.0, 7.5, 7.3, 7.0, std::nan(""), 7.0, 7.0, 7.0, 7.0, 7.0}) {
            plateau.observe(loss, parameters);
            factors.push_back(plateau.factor);
        }
        // 7.5 and 7.3 are not lower than 8 by a tenth; 7.0 is; of then on nothing is.
        QCOMPARE(factors, (std::vector{1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2, 0.2}));
    }

    void waitingCountsTheEpochsSinceTheBest() {
        Waiting waiting;
        std::vector<std::int64_t> epochs;
        for (const double loss : {std::nan(""), 3.0, 3.0, 4.0, 2.9, -1.0, std::nan("")}) {
            waiting.observe(loss);
            epochs.push_back(waiting.epochs);
        }
        QCOMPARE(epochs, (std::vector<std::int64_t>{1, 0, 1, 2, 0, 0, 1}));
        QCOMPARE(waiting.best, -1.0);
    }

    void everyScheduleStaysBetweenZeroAndOne() {
        for (const Kind& kind : scheduleKinds())
            for (std::int64_t step = 0; step < 200; ++step) {
                const double value = factor(kind.id, {}, step, 7, 100);  // also beyond the end
                QVERIFY(value >= 0 && value <= 1);
            }
    }

    void rowsOfTheTablesAreUniqueAndHaveValidDefaults() {
        for (const auto table : {lossKinds(), optimizerKinds(), scheduleKinds()}) {
            std::set<std::string_view> ids;
            for (const Kind& kind : table) {
                QVERIFY(ids.insert(kind.id).second);
                QCOMPARE(findKind(table, kind.id), &kind);
                QVERIFY(ResolvedParameters::from(kind.parameters, {}).problems.empty());
                std::set<std::string_view> names{"kind"};  // the field beside the parameters in an experiment file
                for (const ParameterSpec& spec : kind.parameters) QVERIFY(names.insert(spec.name).second);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Schedule)
#include "tst_schedule.moc"
