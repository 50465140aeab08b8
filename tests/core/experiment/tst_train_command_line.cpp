// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/base/file.h"
#include "core/experiment/command_line.h"
#include "core/experiment/step_counts.h"
#include "sample_experiment.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

std::string lineFor(const std::function<void(Experiment&)>& change) {
    Experiment experiment = sampleExperiment();
    change(experiment);
    return trainCommand("net.json", sampleExperiment(), experiment).value_or("save first");
}

}  // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsSavedNeedsNoOptions() {
        COMPARE_TEXT(lineFor([](Experiment&) {}), "seekbench-cli train net.json");
        COMPARE_TEXT(lineFor([](Experiment& e) { e.description = "another"; }), "seekbench-cli train net.json");
        COMPARE_TEXT(lineFor([](Experiment& e) { e.graph.nodes.at("relu").position = {9, 9}; }), "seekbench-cli train net.json");
    }

    void changesBecomeOptions() {
        COMPARE_TEXT(lineFor([](Experiment& e) {
                         e.name = "my run";
                         e.training.epochs = 9;
                         e.training.batchSize = 32;
                         e.training.seed = -4;
                         e.training.threads = 2;
                         e.training.device = "cuda:1";
                         e.optimizer.parameters["learning_rate"] = 3e-4;
                     }),
                     "seekbench-cli train net.json --name 'my run' --epochs 9 --batch-size 32 --learning-rate 3e-04 --seed -4 --threads 2 "
                     "--device cuda:1");
        COMPARE_TEXT(lineFor([](Experiment& e) { e.optimizer.parameters.erase("learning_rate"); }),
                     "seekbench-cli train net.json --learning-rate 0.001");
    }

    void anySettingHasAWay() {
        COMPARE_TEXT(lineFor([](Experiment& e) {
                         e.optimizer = {"sgd", {{"momentum", 0.9}}};
                         e.split.share = 0.3;
                         e.metrics.clear();
                         e.training.precision = Precision::BFloat16;
                         e.training.keepCheckpoints = 9;
                         e.training.frozen = {"conv1", "head"};
                     }),
                     "seekbench-cli train net.json --learning-rate 0.01 --set optimizer.kind=sgd --set optimizer.momentum=0.9 "
                     "--set split.share=0.3 --set metrics.accuracy=false --set training.precision=bf16 "
                     "--set 'training.frozen=conv1, head' --set training.keep_checkpoints=9");
    }

    void whatIsNoSettingMustBeSaved() {
        for (const auto& change : std::vector<std::function<void(Experiment&)>>{[](Experiment& e) { e.graph.nodes.erase("relu"); },
                                                                                [](Experiment& e) {
                                                                                    e.augmentation.push_back({"flip", {}});
                                                                                },
                                                                                [](Experiment& e) { e.training.frozen = {"a, b"}; }})
            COMPARE_TEXT(lineFor(change), "save first");
    }

    void namesAreQuotedForTheShell() {
        COMPARE_TEXT(shellQuoted("a/b-c.json"), "a/b-c.json");
        COMPARE_TEXT(shellQuoted("网络.json"), "网络.json");
        COMPARE_TEXT(shellQuoted("it's $HOME"), "'it'\\''s $HOME'");
        COMPARE_TEXT(shellQuoted(""), "''");
    }

    // The options are those of the command line.
    void everyOptionExists() {
        const std::string source = *readFile(SEEKBENCH_SOURCE_DIR "/app/cli/train_command.cpp");
        for (const char* option : {"--name", "--epochs", "--batch-size", "--learning-rate", "--seed", "--threads", "--device"})
            QVERIFY2(source.find("add_option(\"" + std::string(option) + "\"") != std::string::npos, option);
    }

    void stepsAreCountedAsTheLoaderDoes() {
        TrainingSettings training{.batchSize = 64, .epochs = 3};
        QVERIFY(stepCounts(training, 129, 10) == (StepCounts{.train = 129, .validation = 10, .perEpoch = 3, .total = 9}));
        QCOMPARE(stepCounts(sampleExperiment())->train, std::int64_t{900});
        training.batchSize = 0;
        QVERIFY(!stepCounts(training, 129, 10));
        QVERIFY(!stepCounts({.batchSize = 1, .epochs = INT64_MAX}, 2, 1));
        Experiment files = sampleExperiment();
        files.dataset = {"idx", {{"train_images", std::string("a")}, {"train_labels", std::string("b")}}};
        QVERIFY(!stepCounts(files));
    }
};

QTEST_MAIN(CommandLineTest)
#include "tst_train_command_line.moc"
