// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/training_fields.h"

#include <algorithm>
#include <array>

#include "core/experiment/setting.h"

namespace seekbench {
namespace {

constexpr double kMany = 1e9;
constexpr double kAnyWhole = 9.3e18;                                                      // beyond every 64-bit number: a seed may be any
constexpr std::array<std::string_view, 3> kPrecisionNames{"fp32", "bf16", "fp16"};        // in the order of Precision
constexpr std::array<std::string_view, 3> kEngineNames{"auto", "reference", "compiled"};  // in the order of EngineChoice

struct Row {
    ParameterSpec spec;
    TrainingField field;
};

ParameterSpec whole(std::string_view name, std::string_view label, std::string_view help, std::int64_t standard, double minimum,
                    double maximum, std::string_view unit = "") {
    return specOf(Parameter<std::int64_t>{name}, label, help, standard, minimum, maximum, unit);
}
ParameterSpec real(std::string_view name, std::string_view label, std::string_view help, double standard, double minimum, double maximum) {
    return specOf(Parameter<double>{name}, label, help, standard, minimum, maximum);
}
ParameterSpec either(std::string_view name, std::string_view label, std::string_view help, bool standard) {
    return specOf(Parameter<bool>{name}, label, help, standard);
}
ParameterSpec words(std::string_view name, std::string_view label, std::string_view help, std::string_view standard,
                    std::vector<std::string_view> choices = {}) {
    return specOf(Parameter<std::string>{name}, label, help, standard, std::move(choices));
}

std::vector<Row> makeRows() {
    using Settings = TrainingSettings;
    const Settings standard;
    constexpr bool kYounger = true, kNoNumbers = false;
    return {
        {whole("batch_size", phrase("Batch size"), phrase("Samples that share one update."), standard.batchSize, 1, kMany,
               phrase("samples")),
         {&Settings::batchSize}},
        {whole("epochs", phrase("Epochs"), phrase("How often the training samples are gone through."), standard.epochs, 1, kMany),
         {&Settings::epochs}},
        {whole("seed", phrase("Seed"), phrase("Of the start weights, the order of the samples and dropout."), standard.seed, -kAnyWhole,
               kAnyWhole),
         {&Settings::seed}},
        {words("device", phrase("Device"), phrase("Where it is computed: the processor or one GPU."), standard.device),
         {&Settings::device}},
        {whole("threads", phrase("Threads"), phrase("Threads of the processor; 0: one for each core."), standard.threads, 0, 1024),
         {&Settings::threads}},
        {words("precision", phrase("Precision"),
               phrase("Numbers that the layers compute with. The weights are kept in fp32 whatever is chosen."), nameOf(standard.precision),
               {kPrecisionNames.begin(), kPrecisionNames.end()}),
         {&Settings::precision, kYounger}},
        {words(
             "engine", phrase("Engine"),
             phrase("reference: LibTorch with autograd. compiled: a plan of fused kernels, faster, on the processor. auto: the plan where "
                    "there is a kernel for every layer."),
             nameOf(standard.engine), {kEngineNames.begin(), kEngineNames.end()}),
         {&Settings::engine, kYounger}},
        {whole("accumulation", phrase("Parts of a batch"),
               phrase("The batch is computed in so many parts, one after the other, whose gradients are added up: less memory, the same "
                      "update."),
               standard.accumulation, 1, kMany),
         {&Settings::accumulation, kYounger}},
        {real("gradient_clip", phrase("Gradient norm at most"),
              phrase("Gradients whose norm over all weights is greater are scaled down to it; 0: they stay as they are."),
              standard.gradientClip, 0, 1e9),
         {&Settings::gradientClip, kYounger}},
        {real("ema_decay", phrase("Averaged weights"),
              phrase("Validation uses a running mean of the weights that keeps this share at each update, such as 0.999; 0: the weights "
                     "themselves."),
              standard.averageDecay, 0, 0.9999999),
         {&Settings::averageDecay, kYounger}},
        {whole("early_stopping", phrase("Stop early after"),
               phrase("Epochs without a lower validation loss after which the run ends; 0: it goes through all epochs."), standard.patience,
               0, kMany, phrase("epochs")),
         {&Settings::patience, kYounger}},
        {words("frozen", phrase("Frozen layers"), phrase("Nodes whose weights stay as they are, such as: conv1, block/conv2."), ""),
         {&Settings::frozen, kYounger}},
        {real("loss_scale", phrase("Loss scale"),
              phrase("With fp16: the loss is multiplied by this at the start, so that small gradients do not become zero."),
              standard.lossScale, 1, 1.8e19),
         {&Settings::lossScale, kYounger}},
        {whole("scale_growth_interval", phrase("Loss scale grows after"),
               phrase("With fp16: updates without an overflow after which the loss scale doubles; an overflow halves it at once."),
               standard.scaleGrowthInterval, 1, kMany, phrase("updates")),
         {&Settings::scaleGrowthInterval, kYounger}},
        {whole("overflow_at_step", phrase("Overflow at step"),
               phrase("Puts an infinity into the gradients of this step, to see what comes of it; 0: never."), standard.overflowAtStep, 0,
               1000 * kMany),
         {&Settings::overflowAtStep, kYounger}},
        {either("deterministic", phrase("Deterministic"),
                phrase("Uses only operators that give the same bits each time, and refuses where there is none; sometimes slower."),
                standard.deterministic),
         {&Settings::deterministic, kYounger}},
        {either("detect_anomalies", phrase("Detect anomalies"),
                phrase("Names the layer whose gradients are the first that are not finite; about half as fast."), standard.detectAnomalies),
         {&Settings::detectAnomalies, kYounger, kNoNumbers}},
        {whole("checkpoint_interval", phrase("Checkpoint every"), phrase("Steps between checkpoints; 0: only at the end and on stop."),
               standard.checkpointInterval, 0, 1000 * kMany, phrase("steps")),
         {&Settings::checkpointInterval, false, kNoNumbers}},
        {whole("keep_checkpoints", phrase("Keep"), phrase("How many of the newest checkpoints are kept, besides the best."),
               standard.keepCheckpoints, 1, kMany, phrase("checkpoints")),
         {&Settings::keepCheckpoints, false, kNoNumbers}},
    };
}

const std::vector<Row>& rows() {
    static const std::vector<Row> rows = makeRows();
    return rows;
}

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& element : list) text += (text.empty() ? "" : ", ") + element;
    return text;
}

std::vector<std::string> parted(std::string_view text) {
    constexpr std::string_view kBlanks = " \t";
    std::vector<std::string> list;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        std::string_view element = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        element.remove_prefix(std::min(element.find_first_not_of(kBlanks), element.size()));
        element = element.substr(0, element.find_last_not_of(kBlanks) + 1);
        if (!element.empty()) list.emplace_back(element);
    }
    return list;
}

template <class Choice>
std::optional<Choice> choiceFrom(std::string_view name, std::span<const std::string_view> names) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Choice>(found - names.begin());
}

struct Reader {
    const TrainingSettings& settings;
    ParameterValue operator()(Precision TrainingSettings::*member) const { return std::string(nameOf(settings.*member)); }
    ParameterValue operator()(EngineChoice TrainingSettings::*member) const { return std::string(nameOf(settings.*member)); }
    ParameterValue operator()(std::vector<std::string> TrainingSettings::*member) const { return joined(settings.*member); }
    ParameterValue operator()(auto member) const { return settings.*member; }
};

struct Writer {
    TrainingSettings& settings;
    const ParameterValue& value;
    bool operator()(Precision TrainingSettings::*member) const { return chosen(member, precisionFrom); }
    bool operator()(EngineChoice TrainingSettings::*member) const { return chosen(member, engineChoiceFrom); }
    template <class Choice>
    bool chosen(Choice TrainingSettings::*member, std::optional<Choice> (*fromName)(std::string_view)) const {
        const auto* name = std::get_if<std::string>(&value);
        const auto choice = name ? fromName(*name) : std::nullopt;
        if (choice) settings.*member = *choice;
        return choice.has_value();
    }
    bool operator()(std::vector<std::string> TrainingSettings::*member) const {
        const auto* text = std::get_if<std::string>(&value);
        if (text) settings.*member = parted(*text);
        return text != nullptr;
    }
    bool operator()(double TrainingSettings::*member) const {
        if (const auto* number = std::get_if<std::int64_t>(&value)) return settings.*member = static_cast<double>(*number), true;
        return copy(member);
    }
    bool operator()(auto member) const { return copy(member); }
    template <class Value>
    bool copy(Value TrainingSettings::*member) const {
        const auto* same = std::get_if<Value>(&value);
        if (same) settings.*member = *same;
        return same != nullptr;
    }
};

}  // namespace

std::string_view nameOf(Precision precision) { return kPrecisionNames[static_cast<std::size_t>(precision)]; }
std::string_view nameOf(EngineChoice engine) { return kEngineNames[static_cast<std::size_t>(engine)]; }

std::optional<Precision> precisionFrom(std::string_view name) { return choiceFrom<Precision>(name, kPrecisionNames); }
std::optional<EngineChoice> engineChoiceFrom(std::string_view name) { return choiceFrom<EngineChoice>(name, kEngineNames); }

std::span<const ParameterSpec> trainingSettings() {
    static const std::vector<ParameterSpec> specs = [] {
        std::vector<ParameterSpec> all;
        for (const Row& row : rows()) all.push_back(row.spec);
        return all;
    }();
    return specs;
}

std::span<const TrainingField> trainingFields() {
    static const std::vector<TrainingField> fields = [] {
        std::vector<TrainingField> all;
        for (const Row& row : rows()) all.push_back(row.field);
        return all;
    }();
    return fields;
}

const TrainingField* findTrainingField(std::string_view name) {
    const auto found = std::ranges::find(trainingSettings(), name, &ParameterSpec::name);
    return found == trainingSettings().end() ? nullptr : &trainingFields()[static_cast<std::size_t>(found - trainingSettings().begin())];
}

ParameterValue valueOf(const TrainingSettings& settings, const TrainingField& field) { return std::visit(Reader{settings}, field.member); }

bool setValue(TrainingSettings& settings, const TrainingField& field, const ParameterValue& value) {
    return std::visit(Writer{settings, value}, field.member);
}

}  // namespace seekbench
