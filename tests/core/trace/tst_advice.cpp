// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <QTest>

#include "core/experiment/setting.h"
#include "core/trace/analysis/advice.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

// One profiled step after another, made of phases of so many microseconds.
class StepMaker {
public:
    void phase(Phase what, std::int64_t microseconds, std::string_view inner = "", std::int64_t pieces = 1) {
        const std::int64_t begin = m_now, each = 1000 * microseconds / pieces;
        for (std::int64_t i = 0; i < pieces && !inner.empty(); ++i)
            m_maker.slice(m_thread, inner, begin + i * each, begin + (i + 1) * each, {.category = "cpu_op"});
        m_now += 1000 * microseconds;
        m_maker.slice(m_phases, nameOf(what), begin, m_now, {.category = "phase", .phase = what});
    }
    void layer(std::int64_t microseconds, double flops) {
        Dictionary& words = m_maker.trace.dictionary();
        const LabelId label = words.internLabel({words.intern("Conv2d"), words.intern("conv"), words.intern("layer"), Phase::None});
        const ArgumentsId work = words.internArguments({.type = words.intern("fp32"), .flops = flops, .bytes = 1});
        m_maker.trace.append(m_thread, Slice{m_now, 1000 * microseconds, label, work});
        phase(Phase::Forward, microseconds);
    }
    void endStep() {
        m_maker.trace.append(Step{++m_number, m_begin, m_now - m_begin});
        m_begin = m_now;
    }
    void skipStep() { m_begin = m_now; }  // what has been said lies between two steps
    Trace done(double bf16 = 1e11) {
        m_maker.trace.setCeilings({.peaks = {{"fp32", 1e11}, {"bf16", bf16}}, .bytesPerSecond = 1e10});
        return m_maker.done();
    }

private:
    TraceMaker m_maker;
    TrackId m_thread = m_maker.thread(), m_phases = m_maker.track(TrackKind::Phase, "phases");
    std::int64_t m_now = 0, m_begin = 0, m_number = 0;
};

Experiment sample() {
    Experiment experiment;
    const auto add = [&](std::string name, std::string op, ParameterValues parameters = {}) {
        experiment.graph.nodes[name] = Node{.name = name, .op = std::move(op), .parameters = std::move(parameters)};
    };
    using Integers = std::vector<std::int64_t>;
    add("a", "Input", {{"shape", Integers{1, 4, 4}}});
    add("b", "Flatten");
    add("c", "Linear", {{"in_features", std::int64_t{16}}, {"out_features", std::int64_t{3}}});
    add("d", "Output");
    for (char node = 'a'; node < 'd'; ++node)
        experiment.graph.edges.insert(
            Edge{.from = {std::string(1, node), "output"}, .to = {std::string(1, static_cast<char>(node + 1)), "input"}});
    experiment.dataset = {"synthetic",
                          {{"shape", Integers{1, 4, 4}},
                           {"classes", std::int64_t{3}},
                           {"train_samples", std::int64_t{1000}},
                           {"test_samples", std::int64_t{20}}}};
    experiment.split = {.source = Split::Source::TestPart};
    experiment.training = {.batchSize = 16, .epochs = 4, .threads = 1};
    return experiment;
}

const Advice* find(const std::vector<Advice>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &Advice::id);
    return found == all.end() ? nullptr : &*found;
}

using Changes = std::vector<std::pair<std::string, std::string>>;

}  // namespace

class TestAdvice : public QObject {
    Q_OBJECT
private slots:
    void theSampleIsAWholeExperiment() { QVERIFY(!check(sample()).hasErrors()); }
    void aBalancedStepHasNoAdvice() {
        StepMaker steps;
        for (int i = 0; i < 5; ++i) {
            steps.phase(Phase::Data, 50);
            steps.phase(Phase::Forward, 4000, "aten::mm", 4);
            steps.phase(Phase::Backward, 6000, "aten::mm", 4);
            steps.phase(Phase::Optimizer, 500);
            steps.endStep();
        }
        const Experiment experiment = sample();
        QVERIFY(adviceFor(steps.done(), {.experiment = &experiment, .cores = 1}).empty());
        QVERIFY(adviceFor(Trace(), {}).empty());
    }
    void waitingForDataIsSaidWithItsShare() {
        StepMaker steps;
        for (int i = 0; i < 5; ++i) {
            steps.phase(Phase::Data, 3000);
            steps.phase(Phase::Forward, 7000, "aten::mm");
            steps.endStep();
        }
        const Trace trace = steps.done();
        Experiment experiment = sample();
        experiment.training.threads = 4;
        const auto advice = adviceFor(trace, {.experiment = &experiment, .cores = 4});
        QCOMPARE(advice.front().id, std::string("loader_bound"));
        QCOMPARE(advice.front().share, 0.3);
        QVERIFY(advice.front().finding.english().find("30 % of the time: 3 ms of a step's 10 ms") != std::string::npos);
        QCOMPARE(advice.front().changes, (Changes{{"training.threads", "3"}}));
        // With cores to spare there is no setting that helps, and without an experiment none to set.
        QVERIFY(find(adviceFor(trace, {.experiment = &experiment, .cores = 8}), "loader_bound")->changes.empty());
        QVERIFY(find(adviceFor(trace, {.cores = 4}), "loader_bound")->changes.empty());
    }
    void theReferenceEngineIsNamedWhereItWasChosen() {
        StepMaker steps;
        for (int i = 0; i < 3; ++i) {
            steps.phase(Phase::Forward, 4000, "aten::mm");
            steps.phase(Phase::Backward, 6000, "MmBackward0");
            steps.endStep();
        }
        const Trace trace = steps.done();
        Experiment experiment = sample();
        QVERIFY(!find(adviceFor(trace, {.experiment = &experiment}), "reference_engine"));
        experiment.training.engine = EngineChoice::Reference;
        const auto advice = adviceFor(trace, {.experiment = &experiment});
        const Advice* found = find(advice, "reference_engine");
        QVERIFY(found);
        QCOMPARE(found->changes, (Changes{{"training.engine", "compiled"}}));
        QCOMPARE(withAdvice(experiment, *found)->training.engine, EngineChoice::Compiled);
    }
    void tinyOperatorsAskForALargerBatch() {
        StepMaker steps;
        for (int i = 0; i < 5; ++i) {
            steps.phase(Phase::Forward, 100, "aten::add", 50);  // 2 µs each
            steps.phase(Phase::Backward, 100, "aten::mm", 2);   // 50 µs each
            steps.endStep();
        }
        const Trace trace = steps.done();
        Experiment experiment = sample();
        const auto advice = adviceFor(trace, {.experiment = &experiment});
        const Advice* found = find(advice, "tiny_operators");
        QVERIFY(found);
        QCOMPARE(found->share, 0.5);
        QVERIFY(found->learnsDifferently);
        QCOMPARE(found->changes, (Changes{{"training.batch_size", "64"}}));
    }
    void threadsAreFewOrMany() {
        StepMaker slow, quick;
        for (int i = 0; i < 5; ++i) {
            slow.phase(Phase::Forward, 5000, "aten::mm");
            slow.endStep();
            quick.phase(Phase::Forward, 200, "aten::mm");
            quick.endStep();
        }
        Experiment experiment = sample();
        const Trace slowTrace = slow.done(), quickTrace = quick.done();
        QCOMPARE(find(adviceFor(slowTrace, {.experiment = &experiment, .cores = 4}), "one_thread")->changes,
                 (Changes{{"training.threads", "0"}}));
        QVERIFY(!find(adviceFor(slowTrace, {.experiment = &experiment, .cores = 1}), "one_thread"));
        QVERIFY(!find(adviceFor(quickTrace, {.experiment = &experiment, .cores = 4}), "one_thread"));
        experiment.training.threads = 0;  // all four
        QCOMPARE(find(adviceFor(quickTrace, {.experiment = &experiment, .cores = 4}), "short_step")->changes,
                 (Changes{{"training.threads", "1"}}));
    }
    void halfPrecisionIsAdvisedOnlyWhereTheMeasuredCeilingPays() {
        const auto traceWith = [](double bf16) {
            StepMaker steps;
            for (int i = 0; i < 5; ++i) {
                steps.layer(8000, 4e8);  // half of what fp32 allows
                steps.phase(Phase::Optimizer, 2000);
                steps.endStep();
            }
            return steps.done(bf16);
        };
        const Experiment experiment = sample();
        const auto slowHalf = adviceFor(traceWith(1.05e11), {.experiment = &experiment}),
                   fastHalf = adviceFor(traceWith(2e11), {.experiment = &experiment});
        QVERIFY(!find(slowHalf, "bf16"));
        const Advice* found = find(fastHalf, "bf16");
        QVERIFY(found);
        QCOMPARE(found->changes, (Changes{{"training.precision", "bf16"}}));
        QVERIFY(std::abs(found->share - 0.8 * 0.5) < 1e-9);
        // And the layer itself is named, with what it loses against the ceiling.
        const Advice* layer = find(fastHalf, "slow_layer");
        QVERIFY(layer);
        QVERIFY2(layer->finding.english().find("conv") != std::string::npos, layer->finding.english().c_str());
        QVERIFY(std::abs(layer->share - 0.4) < 1e-9);
    }
    void bookkeepingCheckpointsUpdatesAndValidationAreNamed() {
        StepMaker steps;
        for (int i = 0; i < 5; ++i) {
            steps.phase(Phase::Forward, 3000, "aten::mm");
            steps.phase(Phase::Optimizer, 3000);
            steps.phase(Phase::Bookkeeping, 3000);
            steps.phase(Phase::Checkpoint, 1000);
            steps.endStep();
        }
        steps.phase(Phase::Validation, 50'000);
        steps.skipStep();
        const Trace trace = steps.done();
        Experiment experiment = sample();
        experiment.training.checkpointInterval = 5;
        experiment.training.detectAnomalies = true;
        const auto advice = adviceFor(trace, {.experiment = &experiment});
        QCOMPARE(find(advice, "optimizer")->changes, (Changes{{"training.batch_size", "32"}}));
        QCOMPARE(find(advice, "bookkeeping")->changes, (Changes{{"metrics.accuracy", "false"}}));
        QCOMPARE(find(advice, "checkpoints")->changes, (Changes{{"training.checkpoint_interval", "50"}}));
        QCOMPARE(find(advice, "detect_anomalies")->changes, (Changes{{"training.detect_anomalies", "false"}}));
        QVERIFY(find(advice, "validation")->changes.empty());
        QCOMPARE(find(advice, "validation")->share, 0.5);
        for (std::size_t i = 1; i < advice.size(); ++i) QVERIFY(advice[i - 1].share >= advice[i].share);
        for (const Advice& one : advice) QVERIFY(!one.evidence.empty() && !one.finding.empty() && !one.remedy.empty());
    }
    // Each change is one that the experiment's schema has and check() accepts.
    void whatIsOfferedToBeTriedCanBeSet() {
        StepMaker steps;
        for (int i = 0; i < 5; ++i) {
            steps.phase(Phase::Optimizer, 3000);
            steps.endStep();
        }
        Experiment experiment = sample();
        experiment.training.batchSize = 900;  // twice that is more than there are samples: whatever check() says of it decides
        const auto advice = adviceFor(steps.done(), {.experiment = &experiment, .cores = 4});
        for (const Advice& one : advice) {
            for (const auto& [place, value] : one.changes) QVERIFY2(specAt(experiment, place), place.c_str());
            if (!one.changes.empty()) QVERIFY(!check(*withAdvice(experiment, one)).hasErrors());
        }
    }
    void aGainIsAGainOnlyBeyondItsSpread() {
        const double before[] = {2.0, 2.1, 1.9, 2.0}, half[] = {1.0, 1.02, 0.98, 1.01}, noisy[] = {1.5, 2.6, 1.4, 2.5};
        const TrialGain gain = gainOf(before, half);
        QCOMPARE(gain.verdict(), TrialGain::Verdict::Faster);
        QVERIFY(gain.low < gain.factor && gain.factor < gain.high && gain.least <= gain.factor && gain.factor <= gain.most);
        QVERIFY(std::abs(gain.factor - 2) < 0.05);
        QCOMPARE(gainOf(half, before).verdict(), TrialGain::Verdict::Slower);
        QCOMPARE(gainOf(before, noisy).verdict(), TrialGain::Verdict::WithinNoise);
        QVERIFY(sentenceOf(gainOf(before, noisy)).english().starts_with("No gain can be told from the noise"));
        QVERIFY(sentenceOf(gain).english().starts_with("It is "));
        // One pair says nothing, however large its difference.
        QCOMPARE(gainOf(std::span(before).first(1), std::span(half).first(1)).verdict(), TrialGain::Verdict::WithinNoise);
        // By hand: logarithms 0.6 and 0.8 have the mean 0.7 and the standard error 0.1; t of one degree is 12.706.
        const double a[] = {std::exp(0.6), std::exp(0.8)}, b[] = {1.0, 1.0};
        const TrialGain two = gainOf(a, b);
        QVERIFY(std::abs(two.factor - std::exp(0.7)) < 1e-9);
        QVERIFY(std::abs(two.low - std::exp(0.7 - 1.2706)) < 1e-9);
        QVERIFY(std::abs(two.high - std::exp(0.7 + 1.2706)) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestAdvice)
#include "tst_advice.moc"
