// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <random>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "sample_experiment.h"

using namespace seekbench;

namespace {

// Everything set to something that is not its default.
Experiment fullExperiment() {
    Experiment experiment = sampleExperiment();
    experiment.name = "名前 \"quoted\" \n";
    experiment.description = "🚀";
    experiment.trainLimit = 77;
    experiment.split = {.source = Split::Source::TestPart, .share = 0.1 + 0.2, .seed = -5};
    experiment.augmentation = {{"flip", {{"vertical", true}}}, {"crop", {}}, {"flip", {}}};
    experiment.loss = {"mse", {}};
    experiment.metrics = {"top3_accuracy", "accuracy"};
    experiment.optimizer = {"sgd", {{"learning_rate", 1e-300}, {"momentum", 1.0}, {"nesterov", true}}};
    experiment.schedule = {"step", {{"step_size", std::int64_t{3}}}};
    experiment.training = {.batchSize = 1,
                           .epochs = 2,
                           .seed = INT64_MIN,
                           .device = "cuda:1",
                           .threads = 3,
                           .precision = Precision::Float16,
                           .accumulation = 5,
                           .gradientClip = 0.1,
                           .averageDecay = 0.9,
                           .patience = 6,
                           .frozen = {"conv", "block/a, b"},
                           .lossScale = 2,
                           .scaleGrowthInterval = 7,
                           .overflowAtStep = 8,
                           .deterministic = true,
                           .detectAnomalies = true,
                           .checkpointInterval = 4,
                           .keepCheckpoints = INT64_MAX};
    experiment.graph.nodes.at("relu").position = {.x = 1.5, .y = -2};
    experiment.graph.nodes.at("relu").op = "Block";
    Composite block{.id = "Block", .label = "A block", .summary = "One ReLU.", .parameters = {{"width", "Width", "", std::int64_t{2}}}};
    for (const auto& [name, op] : {std::pair{"input", "Input"}, std::pair{"relu", "ReLU"}, std::pair{"output", "Output"}})
        block.body.nodes.emplace(name, Node{.name = name, .op = op});
    block.body.edges = {{{"input", "output"}, {"relu", "input"}}, {{"relu", "output"}, {"output", "input"}}};
    experiment.library.composites.emplace("Block", block);
    return experiment;
}

}  // namespace

class tst_ExperimentText : public QObject {
    Q_OBJECT

    static QString complaint(const std::string& text) {
        const auto experiment = experimentFromText(text, {});
        return experiment ? QString() : QString::fromStdString(experiment.error().english());
    }
    // The sample with the value at a JSON pointer replaced, or added.
    static std::string with(const char* pointer, const Json& value) {
        Json json = *parseJson(kSampleText);
        json[Json::json_pointer(pointer)] = value;
        return json.dump();
    }

private slots:
    void textKeepsEverything() {
        for (const Experiment& experiment : {sampleExperiment(), fullExperiment()}) {
            const auto read = experimentFromText(experimentToText(experiment), {});
            QVERIFY2(read, read ? "" : read.error().english().c_str());
            QCOMPARE(*read, experiment);
            QCOMPARE(experimentToText(*read), experimentToText(experiment));
        }
    }

    void missingFieldsHaveTheirDefaults() {
        const Experiment experiment = sampleExperiment();
        QCOMPARE(experiment.training, TrainingSettings{});
        QCOMPARE(experiment.split, Split{});
        QCOMPARE(experiment.loss.kind, std::string("cross_entropy"));
    }

    void orderOfFieldsDoesNotMatter() {
        const Json sorted = *parseJson(kSampleText);
        std::string reversed;
        for (const auto& [key, value] : sorted.items()) reversed = ", \"" + key + "\": " + value.dump() + reversed;
        QCOMPARE(experimentToText(*experimentFromText("{" + reversed.substr(1) + "}", {})), experimentToText(sampleExperiment()));
    }

    void unknownFieldsAreNamedWithTheirPlace() {
        QVERIFY(complaint(with("/bacth", 1)).contains("\"bacth\""));
        const QString text = complaint(with("/training", {{"lerning_rate", 1}}));
        QVERIFY(text.contains("\"training.lerning_rate\"") && text.contains("batch_size"));
        QVERIFY(complaint(with("/split", {{"ratio", 1}})).contains("\"split.ratio\""));
    }

    void wrongTypesAreNamedWithTheirPlace() {
        QVERIFY(complaint(with("/name", 1)).contains("\"name\" must be a text; it is 1."));
        QVERIFY(complaint(with("/training", {{"epochs", "3"}})).contains("\"training.epochs\" must be a whole number; it is \"3\"."));
        QVERIFY(complaint(with("/training", {{"epochs", 2.5}})).contains("it is 2.5"));
        QVERIFY(complaint(with("/training", {{"seed", 18446744073709551615u}})).contains("training.seed"));
        QVERIFY(complaint(with("/training", Json::array())).contains("\"training\" must be an object; it is a list."));
        QVERIFY(complaint(with("/metrics", {"accuracy", 1})).contains("metrics"));
        QVERIFY(complaint(with("/split", {{"share", "much"}})).contains("split.share"));
        QVERIFY(complaint(with("/split", {{"source", "moon"}})).contains("test_part"));
        QVERIFY(complaint(with("/optimizer", "adam")).contains("\"optimizer\""));
        QVERIFY(complaint(with("/optimizer/learning_rate", nullptr)).contains("optimizer"));
        QVERIFY(complaint(with("/composites", 1)).contains("composites"));
        QVERIFY(complaint(with("/augmentation", 1)).contains("\"augmentation\" must be a list"));
        QVERIFY(complaint(with("/augmentation", {{{"kind", "flip"}}, {{"padding", 1}}})).contains("\"augmentation.1\""));
        Json many = Json::array();
        for (int i = 0; i < 33; ++i) many.push_back({{"kind", "flip"}});
        QVERIFY(complaint(with("/augmentation", many)).contains("at most 32"));
    }

    void integersAreTakenWhereRealsAreWanted() { QCOMPARE(experimentFromText(with("/split", {{"share", 1}}), {})->split.share, 1.0); }

    void graphAndDatasetAreRequired() {
        for (const char* field : {"graph", "dataset"}) {
            Json json = *parseJson(kSampleText);
            json.erase(field);
            QVERIFY(complaint(json.dump()).contains(field));
        }
    }

    void newerVersionIsRefusedClearly() {
        const auto experiment = experimentFromText(with("/version", 2), {});
        QCOMPARE(experiment.error().code(), ErrorCode::NewerVersion);
        QVERIFY(QString::fromStdString(experiment.error().english()).contains("Update Seekbench"));
    }

    void deepNestingIsRefused() {
        QVERIFY(complaint(std::string(100000, '[')).contains("nested"));
        std::string deep = kSampleText;
        deep.insert(1, "\"deep\": " + std::string(300, '[') + std::string(300, ']') + ",");
        QVERIFY(complaint(deep).contains("nested"));
    }

    void everyShorterTextIsRefused() {
        const std::string whole = experimentToText(sampleExperiment());
        for (std::size_t length = 0; length + 1 < whole.size(); ++length) QVERIFY(!complaint(whole.substr(0, length)).isEmpty());
    }

    void garbageNeverCrashesTheReader() {
        std::mt19937 random(7);
        const std::string whole = experimentToText(fullExperiment());
        for (int round = 0; round < 3000; ++round) {
            std::string text = whole;
            for (auto changes = random() % 4 + 1; changes > 0; --changes) {
                const std::size_t at = random() % text.size();
                switch (random() % 3) {
                    case 0: text[at] = static_cast<char>(random()); break;
                    case 1: text.erase(at, random() % 20); break;
                    default: text.insert(at, text.substr(random() % text.size(), random() % 30));
                }
            }
            const auto experiment = experimentFromText(text, {});
            if (experiment)
                QVERIFY(experimentFromText(experimentToText(*experiment), {}));  // what was read can be written
            else
                QVERIFY(!experiment.error().english().empty());
        }
    }

    void wrongTypeAnywhereNeverCrashesTheReader() {
        const Json whole = *parseJson(experimentToText(fullExperiment()));
        const Json flat = whole.flatten();
        for (const auto& [pointer, value] : flat.items())
            for (Json::json_pointer place(pointer); !place.empty(); place.pop_back())
                for (const Json& wrong : {Json(), Json(-1), Json("x"), Json(0.5), Json::array({Json()}), Json{{"a", 1}}}) {
                    Json spoilt = whole;
                    spoilt[place] = wrong;
                    const auto experiment = experimentFromText(spoilt.dump(), {});
                    if (experiment) QVERIFY(experimentFromText(experimentToText(*experiment), {}));
                }
    }

    void compositesNotInTheFileComeFromTheLibrary() {
        const Experiment full = fullExperiment();
        Experiment bare = full;
        bare.library = {};
        Library library = full.library;
        library.composites.emplace("Unused", Composite{.id = "Unused"});
        QCOMPARE(experimentFromText(experimentToText(bare), library)->library, full.library);
    }

    void compositesInTheFileWinOverTheLibrary() {
        const Experiment full = fullExperiment();
        Library other = full.library;
        other.composites.at("Block").label = "another";
        QCOMPARE(experimentFromText(experimentToText(full), other)->library, full.library);
    }

    void compositeUnderAnotherIdIsRefused() {
        Json json = *parseJson(experimentToText(fullExperiment()));
        json["composites"]["Other"] = json["composites"]["Block"];
        QVERIFY(complaint(json.dump()).contains("Other"));
    }

    void errorsOfFilesNameTheFile() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString() + "/实验 1.json";
        QCOMPARE(loadExperiment(path, {}).error().code(), ErrorCode::NotFound);
        QVERIFY(writeFileAtomically(path, "{"));
        QVERIFY(QString::fromStdString(loadExperiment(path, {}).error().english()).contains("实验 1.json"));
        QVERIFY(writeFileAtomically(path, kSampleText));
        QCOMPARE(*loadExperiment(path, {}), sampleExperiment());
    }

    void fingerprintIgnoresWhatDoesNotChangeTheNumbers() {
        const std::string original = fingerprintOf(fullExperiment());
        const std::vector<std::function<void(Experiment&)>> harmless{
            [](Experiment& e) { e.name = "other"; },
            [](Experiment& e) { e.description = "other"; },
            [](Experiment& e) { e.graph.nodes.at("head").position.x = 5; },
            [](Experiment& e) { e.training.checkpointInterval = 9; },
            [](Experiment& e) { e.training.keepCheckpoints = 9; },
            [](Experiment& e) { e.split.share = 0.7; },  // the test part validates
            [](Experiment& e) { e.library.composites.at("Block").label = "other"; },
            [](Experiment& e) { e.library.composites.at("Block").body.nodes.at("relu").position.y = 3; },
            [](Experiment& e) { e.library.composites.emplace("Unused", Composite{.id = "Unused"}); },
            [](Experiment& e) { e.optimizer.parameters["weight_decay"] = 0.0; },                  // its default
            [](Experiment& e) { e.optimizer.parameters["momentum"] = std::int64_t{1}; },          // 1 for 1.0
            [](Experiment& e) { e.graph.nodes.at("head").parameters["bias"] = true; },            // its default
            [](Experiment& e) { e.augmentation.at(1).parameters["padding"] = std::int64_t{4}; },  // its default
        };
        for (std::size_t i = 0; i < harmless.size(); ++i) {
            Experiment changed = fullExperiment();
            harmless[i](changed);
            QVERIFY(changed != fullExperiment());
            QVERIFY2(fingerprintOf(changed) == original, std::to_string(i).c_str());
        }
    }

    void fingerprintFollowsWhatChangesTheNumbers() {
        const std::vector<std::function<void(Experiment&)>> changes{
            [](Experiment& e) { e.graph.nodes.at("head").parameters["bias"] = false; },
            [](Experiment& e) { e.graph.edges.erase(e.graph.edges.begin()); },
            [](Experiment& e) { e.library.composites.at("Block").body.nodes.at("relu").op = "Tanh"; },
            [](Experiment& e) { e.library.composites.at("Block").parameters.at(0).standard = std::int64_t{3}; },
            [](Experiment& e) { e.dataset.parameters["noise"] = 0.5; },
            [](Experiment& e) { e.dataset.kind = "idx"; },
            [](Experiment& e) { e.trainLimit = 78; },
            [](Experiment& e) { e.augmentation.pop_back(); },
            [](Experiment& e) { e.augmentation.clear(); },
            [](Experiment& e) { std::swap(e.augmentation[0], e.augmentation[1]); },
            [](Experiment& e) { e.augmentation[1].parameters["padding"] = std::int64_t{5}; },
            [](Experiment& e) { e.split.source = Split::Source::Share; },
            [](Experiment& e) { e.loss.kind = "cross_entropy"; },
            [](Experiment& e) { e.metrics.pop_back(); },
            [](Experiment& e) { e.optimizer.parameters["learning_rate"] = 1e-299; },
            [](Experiment& e) { e.optimizer.kind = "adam"; },
            [](Experiment& e) { e.schedule.parameters.clear(); },
            [](Experiment& e) { e.training.batchSize = 2; },
            [](Experiment& e) { e.training.epochs = 3; },
            [](Experiment& e) { e.training.seed = 0; },
            [](Experiment& e) { e.training.device = "cpu"; },
            [](Experiment& e) { e.training.threads = 4; },
        };
        std::set<std::string> fingerprints{fingerprintOf(fullExperiment())};
        for (std::size_t i = 0; i < changes.size(); ++i) {
            Experiment changed = fullExperiment();
            changes[i](changed);
            QVERIFY2(fingerprints.insert(fingerprintOf(changed)).second, std::to_string(i).c_str());
        }
    }

    // Defaults are no part of it, so a parameter that is added to a table one day does not change it. When this fails, ask
    // whether the fingerprints of everybody's old experiments have to change.
    void fingerprintStaysWhatItWas() { QCOMPARE(fingerprintOf(sampleExperiment()), std::string("bcc46a9dc0485992abf2e3a868b67128")); }

    // The field is younger than the format.
    void withoutAugmentationTheTextIsThatFromBefore() {
        QVERIFY(experimentToText(sampleExperiment()).find("augmentation") == std::string::npos);
        QCOMPARE(*experimentFromText(with("/augmentation", Json::array()), {}), sampleExperiment());
    }

    void fingerprintOfAShareFollowsTheShare() {
        Experiment experiment = sampleExperiment(), other = experiment;
        other.split.share = 0.2;
        QVERIFY(fingerprintOf(experiment) != fingerprintOf(other));
    }
};

QTEST_APPLESS_MAIN(tst_ExperimentText)
#include "tst_experiment_text.moc"
