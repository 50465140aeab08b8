// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>
#include <set>

#include "core/experiment/kind.h"

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
