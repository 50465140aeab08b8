// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "core/experiment/setting.h"
#include "sample_experiment.h"
#include "tests/support/graph_text.h"

using namespace seekbench;

namespace {

std::vector<std::string> places(const Experiment& experiment) {
    std::vector<std::string> places{"train_limit", "metrics.accuracy", "metrics.top3_accuracy"};
    for (const ParameterSpec& spec : trainingSettings()) places.push_back("training." + std::string(spec.name));
    for (const ParameterSpec& spec : splitSettings()) places.push_back("split." + std::string(spec.name));
    for (const char* choice : {"dataset", "loss", "optimizer", "schedule"}) {
        places.push_back(std::string(choice) + ".kind");
        for (const Kind* kind : kindsAt(choice))
            if (kind->id == choiceAt(experiment, choice)->kind)
                for (const ParameterSpec& spec : kind->parameters) places.push_back(std::string(choice) + "." + std::string(spec.name));
    }
    return places;
}

// Another value that the spec accepts.
ParameterValue otherThan(const ParameterValue& value, const ParameterSpec& spec) {
    switch (spec.type) {
        case ParameterType::Boolean: return !std::get<bool>(value);
        case ParameterType::Integer: return std::get<std::int64_t>(value) + 1;
        case ParameterType::Real: return spec.minimum / 2 + std::min(spec.maximum, 100.0) / 2;
        case ParameterType::Integers: return Integers{2, 3, 4};
        case ParameterType::Choice: break;
    }
    for (const std::string_view choice : spec.choices)
        if (value != ParameterValue(std::string(choice))) return std::string(choice);
    return std::string("cuda:1");
}

}  // namespace

class SettingTest : public QObject {
    Q_OBJECT

private slots:
    void everySettingIsSetReadAndReset() {
        const Experiment sample = sampleExperiment();
        for (const std::string& place : places(sample)) {
            Experiment experiment = sample;
            const auto spec = specAt(experiment, place);
            QVERIFY2(spec, place.c_str());
            const auto before = settingAt(experiment, place);
            const auto standing = before ? before : spec->standard;
            const ParameterValue other = otherThan(standing.value_or(ParameterValue(std::string())), *spec);
            QVERIFY2(setSetting(experiment, place, other), place.c_str());
            QVERIFY2(settingAt(experiment, place) == other || spec->standard == other, place.c_str());
            if (place.ends_with(".kind")) continue;
            QVERIFY2(setSetting(experiment, place, before), place.c_str());
            QVERIFY2(experiment == sample, place.c_str());
        }
    }

    // Typed as text, each reads back as it was set.
    void everySettingIsSetFromText() {
        for (const std::string& place : settingPlaces(sampleExperiment())) {
            Experiment experiment = sampleExperiment();
            const auto spec = specAt(experiment, place);
            QVERIFY2(spec, place.c_str());
            if (place.ends_with(".kind") || spec->type == ParameterType::Integers) continue;
            const ParameterValue other = otherThan(settingAt(experiment, place).value_or(spec->standard.value_or(std::string())), *spec);
            const auto* word = std::get_if<std::string>(&other);
            const auto set = setSettingFromText(experiment, place, word ? *word : text(other));
            QVERIFY2(set, set ? "" : set.error().english().c_str());
            QVERIFY2(settingAt(experiment, place) == other || spec->standard == other, place.c_str());
        }
    }

    void aTextThatDoesNotFitIsRefused() {
        for (const auto& [place, text] :
             {std::pair{"training.precision", "fp64"}, std::pair{"training.epochs", "many"}, std::pair{"training.epochs", "0"},
              std::pair{"training.deterministic", "yes"}, std::pair{"training.speed", "1"}, std::pair{"optimizer.kind", "adamw"}}) {
            Experiment experiment = sampleExperiment();
            QVERIFY2(!setSettingFromText(experiment, place, text), place);
            QVERIFY2(experiment == sampleExperiment(), place);
        }
    }

    void frozenLayersAreAList() {
        Experiment experiment = sampleExperiment();
        QVERIFY(setSettingFromText(experiment, "training.frozen", " conv1 ,block/a,, "));
        QCOMPARE(experiment.training.frozen, (std::vector<std::string>{"conv1", "block/a"}));
        QVERIFY(settingAt(experiment, "training.frozen") == ParameterValue(std::string("conv1, block/a")));
    }

    void whatHasItsDefaultIsNotSet() {
        const Experiment experiment = sampleExperiment();
        QVERIFY(!settingAt(experiment, "training.batch_size"));
        QVERIFY(!settingAt(experiment, "split.share"));
        QVERIFY(settingAt(experiment, "optimizer.learning_rate") == ParameterValue(0.01));
    }

    void anotherKindKeepsWhatBothHave() {
        Experiment experiment = sampleExperiment();
        experiment.optimizer.parameters["beta1"] = 0.5;
        QVERIFY(setSetting(experiment, "optimizer.kind", std::string("sgd")));
        QVERIFY(experiment.optimizer == (Choice{"sgd", {{"learning_rate", 0.01}}}));
    }

    void anUnknownParameterCanBeTakenAway() {
        Experiment experiment = sampleExperiment();
        experiment.optimizer.parameters["lr"] = 0.5;
        QVERIFY(setSetting(experiment, "optimizer.lr", std::nullopt));
        QVERIFY(experiment == sampleExperiment());
    }

    void augmentationsAreSetByTheirNumber() {
        Experiment experiment = sampleExperiment();
        experiment.augmentation = {{"flip", {}}, {"crop", {}}};
        QVERIFY(setSetting(experiment, "augmentation.1.padding", std::int64_t{7}));
        QVERIFY(settingAt(experiment, "augmentation.1.padding") == ParameterValue(std::int64_t{7}));
        QVERIFY(!settingAt(experiment, "augmentation.0.padding"));
        QVERIFY(specAt(experiment, "augmentation.0.probability") && !specAt(experiment, "augmentation.1.probability"));
        QVERIFY(setSetting(experiment, "augmentation.0.kind", std::string("noise")));
        QCOMPARE(experiment.augmentation[0].kind, std::string("noise"));
        const Experiment before = experiment;
        for (const char* place :
             {"augmentation", "augmentation.", "augmentation.2.padding", "augmentation.x.padding", "augmentation.-1.kind"})
            QVERIFY2(!setSetting(experiment, place, std::int64_t{1}), place);
        QVERIFY(experiment == before);
        experiment.augmentation.clear();
        QVERIFY(!specAt(experiment, "augmentation.0.kind") && kindsAt("augmentation.0").size() > 5);
    }

    void whatIsNoSettingIsRefused() {
        Experiment experiment = sampleExperiment();
        for (const char* place : {"training.colour", "split", "nothing", "", "."})
            QVERIFY2(!setSetting(experiment, place, std::int64_t{1}), place);
        QVERIFY(!setSetting(experiment, "training.epochs", std::string("many")));
        QVERIFY(!setSetting(experiment, "split.source", std::string("nowhere")));
        QVERIFY(experiment == sampleExperiment());
    }
};

QTEST_MAIN(SettingTest)
#include "tst_setting.moc"
