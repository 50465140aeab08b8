// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/json_fields.h"
#include "core/data/augmentation/augmentation.h"
#include "core/data/dataset.h"
#include "core/experiment/experiment.h"
#include "core/experiment/setting.h"
#include "core/experiment/training_fields.h"
#include "core/graph/repetition.h"
#include "core/operators/catalog.h"

namespace seekbench {
namespace {

constexpr std::string_view kShare = "share", kTestPart = "test_part";

// --- writing ---

// A choice is one flat object, so that the place of a parameter in messages is its place in the file.
Json choiceToJson(const Choice& choice) {
    Json json = parametersToJson(choice.parameters);
    json["kind"] = choice.kind;
    return json;
}

// The fields of version 1 that came later stand there only where they say something: texts and fingerprints of older experiments stay.
Json splitToJson(const Split& split) {
    Json json{{"source", split.source == Split::Source::Share ? kShare : kTestPart}, {"share", split.share}, {"seed", split.seed}};
    if (split.method != Split::Method::Random) json["method"] = nameOf(split.method);
    if (split.gap != Split::kUsualGap) json["gap"] = split.gap;
    return json;
}

Json trainingToJson(const TrainingSettings& training) {
    ParameterValues values;
    for (std::size_t i = 0; i < trainingFields().size(); ++i) {
        const TrainingField& field = trainingFields()[i];
        const ParameterSpec& spec = trainingSettings()[i];
        if (ParameterValue value = valueOf(training, field); !field.younger || value != spec.standard)
            values.emplace(spec.name, std::move(value));
    }
    Json json = parametersToJson(values);
    if (!training.frozen.empty()) json["frozen"] = training.frozen;
    return json;
}

Json toJson(const Experiment& experiment) {
    Json composites = Json::object();
    for (const auto& [id, composite] : experiment.library.composites) composites[id] = compositeToJson(composite);
    Json json = {
        {"format", kExperimentFormat},
        {"version", kExperimentVersion},
        {"name", experiment.name},
        {"description", experiment.description},
        {"graph", graphToJson(experiment.graph)},
        {"composites", std::move(composites)},
        {"dataset", choiceToJson(experiment.dataset)},
        {"train_limit", experiment.trainLimit},
        {"split", splitToJson(experiment.split)},
        {"loss", choiceToJson(experiment.loss)},
        {"metrics", experiment.metrics},
        {"optimizer", choiceToJson(experiment.optimizer)},
        {"schedule", choiceToJson(experiment.schedule)},
        {"training", trainingToJson(experiment.training)},
    };
    // Younger than the format: where there is none, text and fingerprint are those from before.
    if (!experiment.augmentation.empty()) {
        Json& list = json["augmentation"] = Json::array();
        for (const Choice& step : experiment.augmentation) list.push_back(choiceToJson(step));
    }
    return json;
}

// --- reading ---

Result<Choice> choiceFromJson(const Json& json, const std::string& place) {
    if (!json.is_object() || !json.contains("kind") || !json["kind"].is_string())
        return Error(ErrorCode::InvalidInput, say("The field \"%1\" must be an object with a text \"kind\".", place));
    Json rest = json;
    rest.erase("kind");
    auto parameters = parametersFromJson(rest);
    if (!parameters) return parameters.error().in(say("reading \"%1\"", place));
    return Choice{json["kind"].get<std::string>(), std::move(*parameters)};
}

void readChoice(JsonFields& fields, std::string_view field, Choice& choice) {
    const Json* json = fields.find(field);
    if (!json) return;
    auto read = choiceFromJson(*json, fields.place(field));
    if (!read) return fields.fail(read.error());
    choice = std::move(*read);
}

void readChoices(JsonFields& fields, std::string_view field, std::vector<Choice>& choices) {
    const Json* json = fields.find(field);
    if (!json) return;
    if (!json->is_array() || json->size() > kMostAugmentations)
        return fields.fail(Error(ErrorCode::InvalidInput,
                                 say("The field \"%1\" must be a list of at most %2 objects.", fields.place(field), kMostAugmentations)));
    for (const Json& element : *json) {
        auto read = choiceFromJson(element, fields.place(field) + "." + std::to_string(choices.size()));
        if (!read) return fields.fail(read.error());
        choices.push_back(std::move(*read));
    }
}

void readSplit(JsonFields& fields, Split& split) {
    const Json* json = fields.find("split");
    if (!json) return;
    JsonFields inner(*json, "split");
    std::string source(kShare);
    inner.read("source", source);
    inner.read("share", split.share);
    inner.read("seed", split.seed);
    std::string method(nameOf(split.method));
    inner.read("method", method);
    inner.read("gap", split.gap);
    if (const auto known = splitMethodFrom(method))
        split.method = *known;
    else
        inner.fail(Error(
            ErrorCode::InvalidInput,
            say("The field \"split.method\" must be \"random\", \"stratified\", \"by_group\" or \"by_time\"; it is \"%1\".", method)));
    if (source != kShare && source != kTestPart)
        inner.fail(Error(ErrorCode::InvalidInput,
                         say("The field \"split.source\" must be \"%1\" or \"%2\"; it is \"%3\".", kShare, kTestPart, source)));
    split.source = source == kTestPart ? Split::Source::TestPart : Split::Source::Share;
    if (auto done = inner.finish(); !done) fields.fail(done.error());
}

struct FieldReader {
    JsonFields& fields;
    TrainingSettings& training;
    std::string_view name;

    void operator()(auto member) const { fields.read(name, training.*member); }
    void operator()(Precision TrainingSettings::*member) const {
        readWord(member, precisionFrom, phrase("The field \"%1\" must be \"fp32\", \"bf16\" or \"fp16\"; it is \"%2\".").data());
    }
    void operator()(EngineChoice TrainingSettings::*member) const {
        readWord(member, engineChoiceFrom,
                 phrase("The field \"%1\" must be \"auto\", \"reference\" or \"compiled\"; it is \"%2\".").data());
    }
    template <class Choice>
    void readWord(Choice TrainingSettings::*member, std::optional<Choice> (*fromName)(std::string_view), const char* problem) const {
        std::string word(nameOf(training.*member));
        fields.read(name, word);
        if (const auto choice = fromName(word))
            training.*member = *choice;
        else
            fields.fail(Error(ErrorCode::InvalidInput, say(problem, fields.place(name), word)));
    }
};

void readTraining(JsonFields& fields, TrainingSettings& training) {
    const Json* json = fields.find("training");
    if (!json) return;
    JsonFields inner(*json, "training");
    for (std::size_t i = 0; i < trainingFields().size(); ++i) {
        const std::string_view name = trainingSettings()[i].name;
        std::visit(FieldReader{inner, training, name}, trainingFields()[i].member);
    }
    if (auto done = inner.finish(); !done) fields.fail(done.error());
}

void readGraph(JsonFields& fields, Graph& graph) {
    const Json* json = fields.require("graph");
    if (!json) return;
    auto read = graphFromJson(*json);
    if (!read) return fields.fail(read.error().in(say("reading \"graph\"")));
    graph = std::move(*read);
}

void readComposites(JsonFields& fields, Library& library) {
    const Json* json = fields.find("composites");
    if (!json) return;
    if (!json->is_object()) return fields.fail(Error(ErrorCode::InvalidInput, say("The field \"composites\" must be an object.")));
    for (const auto& [id, body] : json->items()) {
        auto composite = compositeFromJson(body);
        if (!composite) return fields.fail(composite.error().in(say("reading \"composites.%1\"", id)));
        if (composite->id != id)
            return fields.fail(
                Error(ErrorCode::InvalidInput, say("The composite under \"composites.%1\" calls itself \"%2\".", id, composite->id)));
        library.composites.emplace(id, std::move(*composite));
    }
}

// Adds the composites that the graph uses and the file does not embed.
void complete(Library& embedded, const Graph& graph, const Library& library) {
    Library all = embedded;
    all.composites.insert(library.composites.begin(), library.composites.end());
    embedded.composites.merge(all.usedBy(graph).composites);
}

// --- fingerprint ---

// What stands in the fingerprint for a setting that decides no numbers; younger ones leave it out.
ParameterValue emptied(const ParameterSpec& spec) {
    return spec.type == ParameterType::Integer ? ParameterValue(std::int64_t{0}) : *spec.standard;
}

// What the method of the split does not ask for decides nothing.
void normalise(Split& split) {
    if (split.source == Split::Source::TestPart) split = {.source = Split::Source::TestPart};
    if (split.method == Split::Method::ByTime)
        split.seed = 0;
    else
        split.gap = Split::kUsualGap;
}

// Leaves only what differs from the defaults, each in the type of its specification. Defaults are taken out rather than
// written out, so that a parameter that a later version adds leaves the fingerprints of older experiments as they are.
void normalise(ParameterValues& values, std::span<const ParameterSpec> specs) {
    auto resolved = ResolvedParameters::from(specs, values);
    if (!resolved.problems.empty()) return;
    const ParameterValues standards = ResolvedParameters::from(specs, {}).parameters.values();
    values = resolved.parameters.values();
    std::erase_if(values, [&](const auto& entry) {
        const auto standard = standards.find(entry.first);
        return standard != standards.end() && standard->second == entry.second;
    });
}

void normalise(Choice& choice, const Kind* kind) {
    if (kind) normalise(choice.parameters, kind->parameters);
}

void normalise(Graph& graph) {
    for (auto& [name, node] : graph.nodes) {
        node.position = {};
        if (const Operator* op = findOperator(node.op))
            normalise(node.parameters, op->parameters);
        else if (const auto repeat = node.parameters.find(std::string(kRepeat.name)); repeat != node.parameters.end())
            if (repeat->second == ParameterValue(std::int64_t{1})) node.parameters.erase(repeat);
    }
}

}  // namespace

std::string experimentToText(const Experiment& experiment) { return canonicalJson(toJson(experiment)); }

Result<Experiment> experimentFromText(std::string_view text, const Library& library) {
    const auto json = parseJson(text);
    if (!json) return json.error();
    if (auto version = checkFormat(*json, kExperimentFormat, kExperimentVersion); !version) return version.error();

    Experiment experiment;
    JsonFields fields(*json);
    fields.find("format");
    fields.find("version");
    fields.read("name", experiment.name);
    fields.read("description", experiment.description);
    readGraph(fields, experiment.graph);
    readComposites(fields, experiment.library);
    fields.require("dataset");
    readChoice(fields, "dataset", experiment.dataset);
    fields.read("train_limit", experiment.trainLimit);
    readSplit(fields, experiment.split);
    readChoices(fields, "augmentation", experiment.augmentation);
    readChoice(fields, "loss", experiment.loss);
    fields.read("metrics", experiment.metrics);
    readChoice(fields, "optimizer", experiment.optimizer);
    readChoice(fields, "schedule", experiment.schedule);
    readTraining(fields, experiment.training);
    if (auto done = fields.finish(); !done) return done.error();
    complete(experiment.library, experiment.graph, library);
    return experiment;
}

Result<Experiment> loadExperiment(const std::filesystem::path& path, const Library& library) {
    const auto text = readFile(path, JsonLimits{}.bytes);
    if (!text) return text.error();
    auto experiment = experimentFromText(*text, library);
    if (!experiment) return experiment.error().in(say("reading the experiment %1", displayPath(path)));
    return experiment;
}

std::string fingerprintOf(const Experiment& experiment) {
    // Experiments that compute the same numbers become the same value here: what is only shown is emptied.
    Experiment essence = experiment;
    essence.name.clear();
    essence.description.clear();
    for (std::size_t i = 0; i < trainingFields().size(); ++i)
        if (!trainingFields()[i].decidesNumbers) setValue(essence.training, trainingFields()[i], emptied(trainingSettings()[i]));
    normalise(essence.split);
    const DatasetKind* dataset = findDatasetKind(essence.dataset.kind);
    normalise(essence.dataset, dataset ? &dataset->kind : nullptr);
    for (Choice& step : essence.augmentation) {
        const AugmentationKind* kind = findAugmentationKind(step.kind);
        normalise(step, kind ? &kind->kind : nullptr);
    }
    normalise(essence.loss, findKind(lossKinds(), essence.loss.kind));
    normalise(essence.optimizer, findKind(optimizerKinds(), essence.optimizer.kind));
    normalise(essence.schedule, findKind(scheduleKinds(), essence.schedule.kind));
    normalise(essence.graph);
    essence.library = essence.library.usedBy(essence.graph);
    for (auto& [id, composite] : essence.library.composites) {
        composite.label.clear();
        composite.summary.clear();
        for (CompositeParameter& parameter : composite.parameters) {
            parameter.label.clear();
            parameter.help.clear();
        }
        normalise(composite.body);
    }
    return fingerprintOf(experimentToText(essence));
}

}  // namespace seekbench
