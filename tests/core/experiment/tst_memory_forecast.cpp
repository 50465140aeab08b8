// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/experiment/memory_fix.h"
#include "core/experiment/memory_forecast.h"
#include "core/experiment/memory_walk.h"
#include "core/operators/catalog.h"
#include "core/operators/memory.h"
#include "tests/core/experiment/sample_experiment.h"

using namespace seekbench;

namespace {

using Category = MemoryCategory;

Experiment withBatch(std::int64_t size) {
    Experiment experiment = sampleExperiment();
    experiment.training.batchSize = size;
    return experiment;
}

// The same network with `op` in the place of the ReLU.
Experiment withMiddle(std::string op, ParameterValues parameters = {}) {
    Experiment experiment = withBatch(100);
    experiment.graph.nodes.at("relu") = Node{.name = "relu", .op = std::move(op), .parameters = std::move(parameters)};
    return experiment;
}

Experiment resource(const std::string& name) {
    const std::filesystem::path folder = SEEKBENCH_SOURCE_DIR "/resources";
    const auto library = loadComposites(folder / "operators/composite");
    if (!library) qFatal("%s", library.error().english().c_str());
    auto experiment = loadExperiment(folder / "experiments" / (name + ".json"), *library);
    if (!experiment) qFatal("%s", experiment.error().english().c_str());
    return *experiment;
}

MemoryForecast forecastOf(std::int64_t bytes) {
    MemoryForecast forecast{.batchSize = 64};
    forecast.table.total[Category::Activations] = bytes;
    return forecast;
}

}  // namespace

class tst_MemoryForecast : public QObject {
    Q_OBJECT
private slots:
    void everyOperatorHasARule() {
        for (const Operator* op : operatorCatalog()) {
            const MemoryRule rule = memoryRuleOf(op->id);
            QVERIFY2(rule, std::string(op->id).c_str());
            // Each example can be asked, and nothing that is kept is less than nothing.
            for (const Example& example : op->examples) {
                const auto resolved = ResolvedParameters::from(op->parameters, example.parameters);
                std::vector<Sizes> inputs;
                for (const TensorType& input : example.inputs) inputs.push_back(integers(input.shape).value_or(Sizes{}));
                const KeptMemory kept = rule(resolved.parameters, inputs, example.outputs);
                for (const std::int64_t number : {kept.numbers, kept.bytes, kept.forward, kept.backward, kept.buffers})
                    QVERIFY2(number >= 0, std::string(op->id).c_str());
            }
        }
        QVERIFY(!memoryRuleOf("NoSuchOperator"));
    }

    // 4·8 + 8 + 8·3 + 3 = 67 parameters, Adam: two numbers beside each. A batch of 100: the input of 4·4 bytes and the class of 8. The
    // peak is on the way back through the ReLU: head has its gradient (27 numbers), the result of the ReLU is still there (8 a sample) and
    // so is the output (3), beside the gradients of the ReLU's result (8) and of its input (8).
    void aSmallNetworkByHand() {
        const auto forecast = forecastMemory(withBatch(100));
        QVERIFY(forecast);
        const MemoryBytes& peak = forecast->table.total;
        QCOMPARE(peak[Category::Parameters], 67 * 4);
        QCOMPARE(peak[Category::Optimizer], 67 * 8);
        QCOMPARE(peak[Category::Input], 100 * (16 + 8));
        QCOMPARE(forecast->moment, MemoryForecast::Moment::Backward);
        QCOMPARE(forecast->node, std::string("relu"));
        QCOMPARE(peak[Category::Gradients], 27 * 4);
        QCOMPARE(peak[Category::Activations], 100 * 4 * (8 + 3));
        QCOMPARE(peak[Category::Workspace], 100 * 4 * (8 + 8));
        QCOMPARE(forecast->batchSize, 100);
    }

    void rowsAddUpToTheTotal() {
        for (const char* name : {"lenet", "gpt2_tiny", "unet3d_brain"}) {
            const auto forecast = forecastMemory(resource(name));
            QVERIFY2(forecast, name);
            MemoryBytes sum;
            for (const MemoryTable::Row& row : forecast->table.rows) sum += row.bytes;
            QVERIFY(sum == forecast->table.total);
        }
    }

    // What autograd keeps of single layers: the numbers of the batch of 100 between the two layers of 8, in bytes.
    void layersKeepWhatAutogradKeeps_data() {
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<int>("bytes");  // per number between the layers, besides the input and the output
        QTest::newRow("its output, which the next layer keeps, too") << "ReLU"
                                                                     << "{}" << 4;
        QTest::newRow("its input, beside the output that the next layer keeps") << "GELU"
                                                                                << "{}" << 8;
        QTest::newRow("its output: the random numbers are a function of their places") << "Dropout"
                                                                                       << R"({"p": 0.5})" << 4;
        QTest::newRow("nothing is dropped, nothing is kept") << "Dropout"
                                                             << R"({"p": 0.0})" << 4;
        QTest::newRow("a view") << "Identity"
                                << "{}" << 4;
        QTest::newRow("input and output") << "LayerNorm"
                                          << R"({"normalized_shape": [8], "elementwise_affine": false})" << 8;
    }
    void layersKeepWhatAutogradKeeps() {
        QFETCH(QString, op);
        QFETCH(QString, parameters);
        QFETCH(int, bytes);
        const auto values = parametersFromJson(Json::parse(parameters.toStdString())).value();
        const Experiment experiment = withMiddle(op.toStdString(), values);
        const auto model = expand(experiment.graph, experiment.library, {{"batch", 100}});
        QVERIFY(model);
        // A large loss puts the peak at the end of the forward pass.
        const auto forecast = walkMemory(*model, {.loss = {.forward = 1'000'000}});
        QCOMPARE(forecast.moment, MemoryForecast::Moment::Loss);
        const std::int64_t statistics = op == "LayerNorm" ? 100 * 2 * 4 : 0;
        QCOMPARE(forecast.table.total[Category::Activations], 100 * 8 * bytes + 100 * 3 * 4 + statistics);
    }

    void theOptimizerRemembersItsMoments() {
        QCOMPARE(optimizerBytes({"sgd", {}}, 1000), 0);
        QCOMPARE(optimizerBytes({"sgd", {{"momentum", 0.9}}}, 1000), 4000);
        QCOMPARE(optimizerBytes({"adam", {}}, 1000), 8000);
        QCOMPARE(optimizerBytes({"adam_w", {}}, 1000), 8000);
    }

    // Claim B10 of the course: 16 bytes for each parameter with Adam, whatever autocast does; the activations alone shrink.
    void adamTakesSixteenBytesForEachParameterAlsoInHalfPrecision() {
        Experiment experiment = resource("gpt2_tiny");
        std::int64_t activations = 0;
        for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
            experiment.training.precision = precision;
            const auto forecast = forecastMemory(experiment);
            QVERIFY(forecast);
            const std::int64_t parameters = check(experiment).graph.total.parameters;
            const MemoryBytes& peak = forecast->table.total;
            QCOMPARE(peak[Category::Parameters] + peak[Category::Optimizer], parameters * 12);
            if (precision == Precision::Float32)
                activations = peak[Category::Activations];
            else
                QVERIFY(peak[Category::Activations] < activations * 8 / 10);
        }
    }

    void accumulationShrinksActivationsAndKeepsGradients() {
        Experiment experiment = withBatch(1000);
        experiment.trainLimit = 0;
        experiment.split.share = 0.001;
        const auto whole = forecastMemory(experiment);
        experiment.training.accumulation = 4;
        const auto parts = forecastMemory(experiment);
        QVERIFY(whole && parts);
        QCOMPARE(parts->part, 250);
        QVERIFY(parts->table.total[Category::Activations] < whole->table.total[Category::Activations] / 3);
        QCOMPARE(parts->table.total[Category::Input], whole->table.total[Category::Input]);
        QCOMPARE(parts->table.total[Category::Gradients], 67 * 4);
    }

    void frozenLayersHaveNoGradientsAndNothingToRemember() {
        Experiment experiment = withBatch(100);
        experiment.training.frozen = {"hidden"};
        const auto forecast = forecastMemory(experiment);
        QCOMPARE(forecast->table.total[Category::Optimizer], 27 * 8);
        const MemoryTable::Row* row = forecast->table.find("hidden");
        QVERIFY(row);
        QCOMPARE(row->bytes[Category::Gradients], 0);
        // Nothing before head is trained: what hidden gives out is let go.
        QVERIFY(forecast->peak() < forecastMemory(withBatch(100))->peak());
    }

    void averagedWeightsAreCounted() {
        Experiment experiment = withBatch(100);
        experiment.training.averageDecay = 0.99;
        QCOMPARE(forecastMemory(experiment)->table.total[Category::Optimizer], 67 * 12);
    }

    void aBatchIsNoLargerThanTheTrainingPart() { QCOMPARE(forecastMemory(withBatch(1'000'000))->batchSize, 900); }

    void nothingIsSaidAboutABrokenExperiment() {
        Experiment experiment = sampleExperiment();
        experiment.graph.nodes.at("head").parameters["in_features"] = std::int64_t{9};
        QVERIFY(!forecastMemory(experiment));
    }

    void whatTheMachineCannotHoldIsAnError() {
        const std::int64_t gigabyte = 1'000'000'000;
        const auto severities = [](const MemoryForecast& forecast, std::int64_t total, std::int64_t available) {
            std::string text;
            for (const Diagnostic& finding : checkMemory(forecast, total, available))
                text += finding.severity == Severity::Error ? "error" : "warning";
            return text;
        };
        QCOMPARE(severities(forecastOf(gigabyte), 8 * gigabyte, 4 * gigabyte), std::string());
        QCOMPARE(severities(forecastOf(5 * gigabyte), 8 * gigabyte, 4 * gigabyte), std::string("warning"));
        QCOMPARE(severities(forecastOf(7'500'000'000), 8 * gigabyte, 8 * gigabyte), std::string("warning"));
        QCOMPARE(severities(forecastOf(9 * gigabyte), 8 * gigabyte, 4 * gigabyte), std::string("error"));
        QCOMPARE(severities(forecastOf(9 * gigabyte), 0, 0), std::string());
        const auto findings = checkMemory(forecastOf(6'100'000'000), 4 * gigabyte, 0);
        QCOMPARE(findings.at(0).node, std::string("training.batch_size"));
        QCOMPARE(findings.at(0).message.english(),
                 std::string("Training needs about 6.1 GB of memory at batch size 64, and this machine has 4.0 GB. Use a smaller batch, or "
                             "compute it in parts (accumulation), or in 16 bits (bf16)."));
    }

    void whatDoesNotFitIsRepaired() {
        const Experiment experiment = withBatch(512);
        const std::int64_t peak = forecastMemory(experiment)->peak(), total = peak * 3 / 5;
        QVERIFY(!checkMemory(*forecastMemory(experiment), total, 0).empty());
        const auto fixes = memoryFixes(experiment, total);
        QCOMPARE(fixes.size(), 2u);
        QVERIFY(QString::fromStdString(fixes[0].label.english()).startsWith("Compute the batch in "));
        for (const QuickFix& fix : fixes) {
            Experiment changed = experiment;
            QVERIFY(apply(changed, fix));
            const auto forecast = forecastMemory(changed);
            QVERIFY2(checkMemory(*forecast, total, 0).empty(), fix.label.english().c_str());
            QVERIFY2(forecast->peak() > total / 4, "a much smaller batch than is needed");
        }
        QVERIFY2(memoryFixes(experiment, 1000).empty(), "no batch is small enough");
    }

    // 1.56 billion parameters: 4 bytes each, with the gradient and two moments 25 GB, before any activation.
    void gpt2XlNeedsMoreThanTwentyFiveGigabytesAndIsForecastAtOnce() {
        const Experiment experiment = resource("gpt2_xl");
        QElapsedTimer timer;
        timer.start();
        const auto forecast = forecastMemory(experiment);
        const auto elapsed = timer.elapsed();
        QVERIFY(forecast);
        QVERIFY(forecast->peak() > 24'900'000'000);
        QVERIFY2(elapsed < 1000, qPrintable(QString::number(elapsed)));
    }
};

QTEST_APPLESS_MAIN(tst_MemoryForecast)
#include "tst_memory_forecast.moc"
