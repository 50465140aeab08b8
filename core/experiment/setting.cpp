// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/setting.h"

#include <algorithm>
#include <charconv>

#include "core/data/augmentation/augmentation.h"
#include "core/data/dataset.h"
#include "core/experiment/training_fields.h"
#include "core/run/metric.h"

namespace seekbench {
namespace {

constexpr std::string_view kAugmentation = "augmentation.";  // before the number of the step
constexpr std::string_view kShare = "share", kTestPart = "test_part";
constexpr double kMany = 1e9;
constexpr double kAnyWhole = 9.3e18;  // beyond every 64-bit number: a seed may be any

// The whole number behind a setting of the experiment itself; nullptr for any other place.
template <class Subject>
auto wholeAt(Subject& experiment, std::string_view place) -> decltype(&experiment.trainLimit) {
    if (place == "train_limit") return &experiment.trainLimit;
    if (place == "split.seed") return &experiment.split.seed;
    if (place == "split.gap") return &experiment.split.gap;
    return nullptr;
}

template <class Subject>
auto choiceIn(Subject& experiment, std::string_view place) -> decltype(&experiment.dataset) {
    if (place == "dataset") return &experiment.dataset;
    if (place == "loss") return &experiment.loss;
    if (place == "optimizer") return &experiment.optimizer;
    if (place == "schedule") return &experiment.schedule;
    if (!place.starts_with(kAugmentation)) return nullptr;
    const std::string_view number = place.substr(kAugmentation.size());
    std::size_t step = 0;
    const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), step);
    if (failure != std::errc() || end != number.data() + number.size() || step >= experiment.augmentation.size()) return nullptr;
    return &experiment.augmentation[step];
}

struct Place {
    std::string_view head, tail;  // "optimizer", "learning_rate"; "augmentation.0", "padding"
};
Place parted(std::string_view place) {
    const auto dot = place.find('.', place.starts_with(kAugmentation) ? kAugmentation.size() : 0);
    return dot == std::string_view::npos ? Place{place, {}} : Place{place.substr(0, dot), place.substr(dot + 1)};
}

ParameterSpec wholeSpec(std::string_view name, std::string_view label, std::string_view help, std::int64_t standard, double minimum,
                        double maximum, std::string_view unit = "") {
    return specOf(Parameter<std::int64_t>{name}, label, help, standard, minimum, maximum, unit);
}

std::optional<ParameterSpec> specIn(std::span<const ParameterSpec> specs, std::string_view name) {
    const auto found = std::ranges::find(specs, name, &ParameterSpec::name);
    return found == specs.end() ? std::nullopt : std::optional(*found);
}

const Kind* kindOf(const Choice& choice, std::string_view place) {
    const auto kinds = kindsAt(place);
    const auto found = std::ranges::find_if(kinds, [&](const Kind* kind) { return kind->id == choice.kind; });
    return found == kinds.end() ? nullptr : *found;
}

void choose(Choice& choice, std::string_view place, const std::string& id) {
    choice.kind = id;
    const Kind* kind = kindOf(choice, place);
    if (kind == nullptr) return;
    std::erase_if(choice.parameters, [&](const auto& entry) {
        const auto spec = specIn(kind->parameters, entry.first);
        return !spec || !ResolvedParameters::from(std::span(&*spec, 1), {entry}).problems.empty();
    });
}

template <class Number>
std::optional<Number> numberFrom(std::string_view text) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<Integers> integersFrom(std::string_view text) {
    Integers numbers;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const auto number = numberFrom<std::int64_t>(text.substr(0, comma));
        if (!number) return std::nullopt;
        numbers.push_back(*number);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return numbers;
}

std::optional<ParameterValue> valueFrom(ParameterType type, std::string_view text) {
    switch (type) {
        case ParameterType::Boolean:
            if (text == "true") return true;
            return text == "false" ? std::optional<ParameterValue>(false) : std::nullopt;
        case ParameterType::Integer: return numberFrom<std::int64_t>(text);
        case ParameterType::Real: return numberFrom<double>(text);
        case ParameterType::Integers: return integersFrom(text);
        case ParameterType::Choice: break;
    }
    return std::string(text);
}

Error noSetting(std::string_view place) {
    return Error(ErrorCode::NotFound, say("There is no setting \"%1\".", place), say("Look for its name in the experiment's form."));
}
Error wrongType(std::string_view place) {
    return Error(ErrorCode::InvalidInput, say("The setting \"%1\" takes a value of another type.", place),
                 say("The experiment's form says which."));
}

}  // namespace

std::span<const std::string_view> splitMethodNames() {
    static constexpr std::string_view kNames[] = {"random", "stratified", "by_group", "by_time"};
    static_assert(std::size(kNames) == static_cast<std::size_t>(Split::Method::ByTime) + 1);
    return kNames;
}

std::string_view nameOf(Split::Method method) { return splitMethodNames()[static_cast<std::size_t>(method)]; }

std::optional<Split::Method> splitMethodFrom(std::string_view name) {
    const auto found = std::ranges::find(splitMethodNames(), name);
    if (found == splitMethodNames().end()) return std::nullopt;
    return static_cast<Split::Method>(found - splitMethodNames().begin());
}

std::span<const ParameterSpec> splitSettings() {
    static const std::vector<ParameterSpec> specs{
        specOf(Parameter<std::string>{"source"}, phrase("Validation"),
               phrase("Where validation samples come from: a share of the training part, or the test part of the dataset."), kShare,
               {kShare, kTestPart}),
        specOf(Parameter<double>{"share"}, phrase("Share"), phrase("Part of the training samples that is held out."), Split{}.share, 1e-6,
               1 - 1e-6),
        wholeSpec("seed", phrase("Seed of the split"), phrase("Of the choice which samples are held out."), 0, -kAnyWhole, kAnyWhole),
        specOf(Parameter<std::string>{"method"}, phrase("Method"),
               phrase("Which samples are held out: any, the same share of each class, whole groups, or the last ones in time."),
               nameOf(Split::Method::Random), {splitMethodNames().begin(), splitMethodNames().end()}),
        wholeSpec("gap", phrase("Gap"),
                  phrase("Samples left out between training and validation in time; -1: as many as the windows of the dataset need."),
                  Split::kUsualGap, Split::kUsualGap, kMany, phrase("samples")),
    };
    return specs;
}

const ParameterSpec& trainLimitSetting() {
    static const ParameterSpec spec =
        wholeSpec("train_limit", phrase("Training limit"), phrase("Trains on the first samples only; 0: on all of them."), 0, 0,
                  1000 * kMany, phrase("samples"));
    return spec;
}

std::vector<const Kind*> kindsAt(std::string_view choice) {
    std::vector<const Kind*> kinds;
    const auto add = [&](std::span<const Kind> table) {
        for (const Kind& kind : table) kinds.push_back(&kind);
    };
    if (choice == "dataset")
        for (const DatasetKind& dataset : datasetKinds()) kinds.push_back(&dataset.kind);
    if (choice.starts_with(kAugmentation))
        for (const AugmentationKind& augmentation : augmentationKinds()) kinds.push_back(&augmentation.kind);
    if (choice == "loss") add(lossKinds());
    if (choice == "optimizer") add(optimizerKinds());
    if (choice == "schedule") add(scheduleKinds());
    return kinds;
}

const Choice* choiceAt(const Experiment& experiment, std::string_view choice) { return choiceIn(experiment, choice); }

std::optional<ParameterSpec> specAt(const Experiment& experiment, std::string_view place) {
    const auto [head, tail] = parted(place);
    if (place == trainLimitSetting().name) return trainLimitSetting();
    if (head == "training") return specIn(trainingSettings(), tail);
    if (head == "split") return specIn(splitSettings(), tail);
    if (head == "metrics") {
        const Kind* metric = findKind(metricKinds(), tail);
        if (metric == nullptr) return std::nullopt;
        return specOf(Parameter<bool>{metric->id}, metric->label, metric->summary, false);
    }
    const Choice* choice = choiceAt(experiment, head);
    if (choice == nullptr) return std::nullopt;
    if (tail == "kind") {
        std::vector<std::string_view> ids;
        for (const Kind* kind : kindsAt(head)) ids.push_back(kind->id);
        ParameterSpec spec{.name = "kind", .type = ParameterType::Choice, .label = phrase("Kind"), .help = "", .standard = std::nullopt};
        const Experiment defaults;
        if (const Choice* standard = choiceAt(defaults, head); standard != nullptr && !standard->kind.empty())
            spec.standard = standard->kind;
        spec.choices = std::move(ids);
        return spec;
    }
    const Kind* kind = kindOf(*choice, head);
    return kind == nullptr ? std::nullopt : specIn(kind->parameters, tail);
}

std::optional<ParameterValue> settingAt(const Experiment& experiment, std::string_view place) {
    const auto [head, tail] = parted(place);
    const auto unlessStandard = [&](ParameterValue value) -> std::optional<ParameterValue> {
        const auto spec = specAt(experiment, place);
        if (spec && spec->standard == value) return std::nullopt;
        return value;
    };
    if (const auto* whole = wholeAt(experiment, place)) return unlessStandard(*whole);
    if (place == "split.share") return unlessStandard(experiment.split.share);
    if (place == "split.source") return unlessStandard(std::string(experiment.split.source == Split::Source::Share ? kShare : kTestPart));
    if (place == "split.method") return unlessStandard(std::string(nameOf(experiment.split.method)));
    if (head == "training")
        if (const TrainingField* field = findTrainingField(tail)) return unlessStandard(valueOf(experiment.training, *field));
    if (head == "metrics") return unlessStandard(std::ranges::find(experiment.metrics, tail) != experiment.metrics.end());
    const Choice* choice = choiceAt(experiment, head);
    if (choice == nullptr) return std::nullopt;
    if (tail == "kind") return unlessStandard(choice->kind);
    const auto found = choice->parameters.find(tail);
    return found == choice->parameters.end() ? std::nullopt : std::optional(found->second);
}

Result<void> setSetting(Experiment& experiment, std::string_view place, const std::optional<ParameterValue>& value) {
    const auto [head, tail] = parted(place);
    if (Choice* choice = choiceIn(experiment, head); choice != nullptr && tail != "kind" && !tail.empty()) {
        // Any parameter, known or not: what does not fit is check()'s to tell, and a wrong one must be removable.
        if (value)
            choice->parameters.insert_or_assign(std::string(tail), *value);
        else
            choice->parameters.erase(std::string(tail));
        return {};
    }
    const auto wanted = [&]() -> std::optional<ParameterValue> {
        if (value) return value;
        const auto spec = specAt(experiment, place);
        return spec ? spec->standard : std::nullopt;
    }();
    if (head == "metrics" && !tail.empty()) {
        const auto* asked = wanted ? std::get_if<bool>(&*wanted) : nullptr;
        if (wanted && asked == nullptr) return wrongType(place);
        const auto first = std::ranges::find(experiment.metrics, tail);
        if (asked == nullptr || !*asked)
            std::erase(experiment.metrics, tail);
        else if (first == experiment.metrics.end())
            experiment.metrics.emplace_back(tail);
        return {};
    }
    if (!wanted) return noSetting(place);
    if (head == "training") {
        const TrainingField* field = findTrainingField(tail);
        if (field == nullptr) return noSetting(place);
        return setValue(experiment.training, *field, *wanted) ? Result<void>() : wrongType(place);
    }
    if (auto* whole = wholeAt(experiment, place)) {
        const auto* number = std::get_if<std::int64_t>(&*wanted);
        if (number == nullptr) return wrongType(place);
        *whole = *number;
        return {};
    }
    if (place == "split.share") {
        const auto* number = std::get_if<double>(&*wanted);
        if (number == nullptr) return wrongType(place);
        experiment.split.share = *number;
        return {};
    }
    const auto* chosen = std::get_if<std::string>(&*wanted);
    if (chosen == nullptr) return wrongType(place);
    if (place == "split.source") {
        if (*chosen != kShare && *chosen != kTestPart) return wrongType(place);
        experiment.split.source = *chosen == kShare ? Split::Source::Share : Split::Source::TestPart;
    } else if (place == "split.method") {
        const auto method = splitMethodFrom(*chosen);
        if (!method) return wrongType(place);
        experiment.split.method = *method;
    } else if (Choice* choice = choiceIn(experiment, head); choice != nullptr && tail == "kind") {
        choose(*choice, head, *chosen);
    } else {
        return noSetting(place);
    }
    return {};
}

Result<void> setSettingFromText(Experiment& experiment, std::string_view place, std::string_view text) {
    const auto spec = specAt(experiment, place);
    if (!spec) return noSetting(place);
    const auto value = valueFrom(spec->type, text);
    if (!value) return Error(ErrorCode::InvalidInput, say("The setting \"%1\" cannot be \"%2\". %3", place, text, spec->help));
    if (const auto problems = ResolvedParameters::from(std::span(&*spec, 1), {{std::string(spec->name), *value}}).problems;
        !problems.empty())
        return Error(ErrorCode::InvalidInput, problems.front().message).in(say("setting \"%1\"", place));
    return setSetting(experiment, place, value);
}

std::vector<std::string> settingPlaces(const Experiment& experiment) {
    std::vector<std::string> places;
    const auto addAll = [&](const std::string& head, std::span<const ParameterSpec> specs) {
        for (const ParameterSpec& spec : specs) places.push_back(head + "." + std::string(spec.name));
    };
    std::vector<std::string> choices{"dataset", "loss", "optimizer", "schedule"};
    for (std::size_t step = 0; step < experiment.augmentation.size(); ++step)
        choices.push_back(std::string(kAugmentation) + std::to_string(step));
    for (const std::string& head : choices) {
        places.push_back(head + ".kind");
        const Choice& choice = *choiceAt(experiment, head);
        if (const Kind* kind = kindOf(choice, head)) addAll(head, kind->parameters);
    }
    places.emplace_back(trainLimitSetting().name);
    addAll("split", splitSettings());
    for (const MetricKind& metric : metricKinds()) places.push_back("metrics." + std::string(metric.id));
    addAll("training", trainingSettings());
    return places;
}

}  // namespace seekbench
