// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/experiment_form.h"

#include <algorithm>
#include <iterator>

#include <QtCore/QTimer>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "core/experiment/command_line.h"
#include "core/experiment/setting.h"
#include "core/experiment/step_counts.h"
#include "core/experiment/task.h"
#include "core/run/metric.h"
#include "widgets/controls/form_section.h"
#include "widgets/data/dataset_preview.h"
#include "widgets/experiment/augmentation_section.h"
#include "widgets/experiment/choice_section.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/experiment/schedule_plot.h"
#include "widgets/experiment/split_specs.h"
#include "widgets/memory/memory_bar.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr std::int64_t kAssumedSteps = 100;  // an epoch's, where the number of samples is known only to the files

// The split's share a form with train_limit.
std::vector<ParameterSpec> dataSpecs(const Experiment& experiment) {
    std::vector<ParameterSpec> specs{trainLimitSetting()};
    std::ranges::move(splitSpecs(experiment), std::back_inserter(specs));
    return specs;
}

ParameterValues valuesAt(const Experiment& experiment, std::span<const ParameterSpec> specs, const std::string& prefix) {
    ParameterValues values;
    for (const ParameterSpec& spec : specs)
        if (const auto value = settingAt(experiment, prefix + std::string(spec.name))) values.emplace(spec.name, *value);
    return values;
}

// The sentences of the report that are about settings, by place.
std::map<std::string, QString> sentences(const ExperimentReport& report) {
    std::map<std::string, QString> byPlace;
    for (const Diagnostic& diagnostic : report.diagnostics) {
        QString& text = byPlace[diagnostic.node];
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + translated(diagnostic.message);
    }
    return byPlace;
}

}  // namespace

ExperimentForm::ExperimentForm(ExperimentDocument& document, QWidget* parent) : QWidget(parent), m_document(document) {
    auto* scroll = m_scroll = new QScrollArea(this);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, emPixels(*this, 0.92));
    column->setSpacing(emPixels(*this, 0.62));
    buildChoice("dataset", *column);
    buildData(m_choices.at("dataset")->body());
    buildAugmentation(*column);
    buildChoice("loss", *column);
    m_metricSection = new FormSection(this);
    column->addWidget(m_metricSection);
    for (const Kind& metric : metricKinds()) {
        auto* box = new QCheckBox(this);
        const QString place = QStringLiteral("metrics.") + fromUtf8(metric.id);
        connect(box, &QCheckBox::clicked, this, [this, place](bool checked) { set(place, ParameterValue(checked)); });
        m_metricSection->body().addWidget(box);
        m_metrics.push_back(box);
    }
    m_metricError = new QLabel(this);
    setRole(*m_metricError, "error");
    m_metricError->setWordWrap(true);
    m_metricSection->body().addWidget(m_metricError);
    buildChoice("optimizer", *column);
    buildChoice("schedule", *column);
    m_plot = new SchedulePlot(this);
    m_plotNote = new QLabel(this);
    setRole(*m_plotNote, "caption");
    m_plotNote->setWordWrap(true);
    m_choices.at("schedule")->body().addWidget(m_plot);
    m_choices.at("schedule")->body().addWidget(m_plotNote);
    buildTraining(*column);
    buildCommand(*column);
    column->addStretch();
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(&m_document, &ExperimentDocument::settingsChanged, this, &ExperimentForm::refresh);
    connect(&m_document, &ExperimentDocument::graphChanged, this, &ExperimentForm::showCommand);
    connect(&m_document, &ExperimentDocument::reportChanged, this, &ExperimentForm::showErrors);
    connect(this, &ExperimentForm::parameterFocused, this, [this](const QString& place) {
        if (m_focused != place) ++m_session;
        m_focused = place;
    });
    retranslate();
    refresh();
}

ExperimentForm::~ExperimentForm() {
    // Closing takes the focus from a field, which then tells its text: too late for this object.
    for (QObject* child : findChildren<QObject*>()) child->disconnect(this);
}

void ExperimentForm::buildChoice(const std::string& choice, QVBoxLayout& column) {
    auto* section = new ChoiceSection(choice, this);
    m_choices.emplace(choice, section);
    column.addWidget(section);
    connect(section, &ChoiceSection::settingChanged, this, &ExperimentForm::set);
    connect(section, &ChoiceSection::parameterFocused, this, &ExperimentForm::parameterFocused);
}

void ExperimentForm::buildData(QVBoxLayout& column) {
    m_data = new ParameterForm(ParameterForm::Names::Labels, this);
    connectForm(*m_data, QString());
    m_previewButton = new QPushButton(this);
    m_previewButton->setProperty("size", QStringLiteral("small"));
    m_previewNote = new QLabel(this);
    m_previewNote->setWordWrap(true);
    setRole(*m_previewNote, "error");
    m_previewNote->hide();
    m_preview = new DatasetPreview(this);
    column.addWidget(m_data);
    m_nextDraw = new QPushButton(this);
    m_nextDraw->setProperty("size", QStringLiteral("small"));
    m_nextDraw->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_previewButton);
    buttons->addWidget(m_nextDraw);
    buttons->addStretch();
    column.addLayout(buttons);
    column.addWidget(m_previewNote);
    column.addWidget(m_preview);
    connect(m_nextDraw, &QPushButton::clicked, this, [this] { m_preview->nextDraw(); });
    connect(m_previewButton, &QPushButton::clicked, this, [this] {
        m_previewWanted = true;
        askForPreview();
    });
}

void ExperimentForm::buildAugmentation(QVBoxLayout& column) {
    m_augmentation = new AugmentationSection(this);
    column.addWidget(m_augmentation);
    connect(m_augmentation, &AugmentationSection::settingChanged, this, &ExperimentForm::set);
    connect(m_augmentation, &AugmentationSection::parameterFocused, this, &ExperimentForm::parameterFocused);
    connect(m_augmentation, &AugmentationSection::stepsChanged, this, [this](const std::vector<Choice>& steps) {
        m_document.changeSettings([&](Experiment& settings) { settings.augmentation = steps; }, tr("Change augmentation"));
    });
}

void ExperimentForm::buildTraining(QVBoxLayout& column) {
    m_trainingSection = new FormSection(this);
    m_training = new ParameterForm(ParameterForm::Names::Labels, this);
    m_steps = new ValueRows(this);
    connectForm(*m_training, QStringLiteral("training."));
    m_trainingSection->body().addWidget(m_training);
    m_trainingSection->body().addWidget(m_steps);
    m_memory = new ValueRows(this);
    m_memoryBar = new MemoryBar(this);
    m_trainingSection->body().addWidget(m_memory);
    m_trainingSection->body().addWidget(m_memoryBar);
    column.addWidget(m_trainingSection);
}

void ExperimentForm::buildCommand(QVBoxLayout& column) {
    m_commandSection = new FormSection(this);
    m_command = new QLineEdit(this);
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy = new QPushButton(this);
    m_copy->setProperty("size", QStringLiteral("small"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(m_copy);
    m_commandSection->body().addLayout(row);
    column.addWidget(m_commandSection);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copied(command()); });
}

void ExperimentForm::connectForm(ParameterForm& form, const QString& prefix) {
    connect(&form, &ParameterForm::valueChanged, this,
            [this, prefix](const QString& name, const std::optional<ParameterValue>& value) { set(prefix + name, value); });
    connect(&form, &ParameterForm::parameterFocused, this, [this, prefix](const QString& name) { Q_EMIT parameterFocused(prefix + name); });
}

void ExperimentForm::setTheme(Theme theme) {
    m_theme = theme;
    for (const auto& [choice, section] : m_choices) section->setTheme(theme);
    m_augmentation->setTheme(theme);
    m_data->setTheme(theme);
    m_training->setTheme(theme);
    m_plot->setTheme(theme);
    m_memoryBar->setTheme(theme);
    m_preview->setTheme(theme);
    m_copy->setIcon(icon("copy", theme));
    m_previewButton->setIcon(icon("eye", theme));
}

void ExperimentForm::setDevices(const QStringList& devices) { m_training->setSuggestions("device", devices); }

void ExperimentForm::setSaved(const std::optional<std::pair<std::filesystem::path, Experiment>>& saved) {
    m_saved = saved;
    showCommand();
}

void ExperimentForm::set(const QString& place, const std::optional<ParameterValue>& value) {
    const QString key = QStringLiteral("setting %1 %2").arg(m_session).arg(place);
    m_document.changeSettings(
        [&](Experiment& settings) {
            // A place of this form and a value of its field: there is nothing that could go wrong.
            [[maybe_unused]] const auto done = setSetting(settings, place.toStdString(), value);
        },
        tr("Set %1").arg(place), key);
    refresh();  // a combo box shows what was chosen; where nothing changed, it has to go back
}

void ExperimentForm::refresh() {
    const Experiment& experiment = m_document.experiment();
    for (const auto& [choice, section] : m_choices) section->showChoice(experiment);
    const auto data = dataSpecs(experiment);
    m_data->showParameters(data, valuesAt(experiment, data, {}));
    m_training->showParameters(trainingSettings(), valuesAt(experiment, trainingSettings(), "training."));
    showAugmentation();
    std::size_t index = 0;
    const auto sample = sampleOf(experiment);
    for (const MetricKind& metric : metricKinds()) {
        QCheckBox& box = *m_metrics[index++];
        const bool chosen = settingAt(experiment, "metrics." + std::string(metric.id)).has_value();
        box.setChecked(chosen);
        box.setVisible(chosen || !sample || suits(metric, *sample));
    }
    showErrors();
    showCounts();
    showCommand();
    if (m_previewWanted && m_asked != Asked{experiment.dataset, experiment.split, experiment.trainLimit}) askForPreview();
}

void ExperimentForm::showAugmentation() {
    const auto& steps = m_document.experiment().augmentation;
    m_augmentation->showSteps(steps);
    m_preview->setAugmentation(steps);
    m_nextDraw->setVisible(m_preview->isAugmented());
}

void ExperimentForm::showMemory() {
    const auto& forecast = m_document.memory();
    m_memory->setVisible(forecast.has_value());
    m_memoryBar->setVisible(forecast.has_value());
    if (!forecast) return;
    m_memory->setRows({{tr("Memory"), tr("about %1").arg(bytesText(forecast->peak())), tr("at the peak of a step")}});
    m_memoryBar->setBytes(forecast->table.total);
}

void ExperimentForm::showErrors() {
    showMemory();
    const auto byPlace = sentences(m_document.report());
    m_augmentation->setErrors(byPlace);
    for (const auto& [choice, section] : m_choices) section->setErrors(byPlace);
    ParameterForm::Texts data, training;
    for (const auto& [place, sentence] : byPlace) {
        if (place == trainLimitSetting().name || place.starts_with("split.")) data[place] = sentence;
        if (place.starts_with("training.")) training[place.substr(std::string_view("training.").size())] = sentence;
    }
    m_data->setErrors(std::move(data));
    m_training->setErrors(std::move(training));
    const auto metrics = byPlace.find("metrics");
    m_metricError->setText(metrics == byPlace.end() ? QString() : metrics->second);
    m_metricError->setVisible(!m_metricError->text().isEmpty());
}

void ExperimentForm::showCounts() {
    const Experiment& experiment = m_document.experiment();
    auto counts = stepCounts(experiment);
    if (!counts && isPreviewCurrent() && m_preview->data())
        counts = stepCounts(experiment.training, m_preview->data()->train, m_preview->data()->validation);
    std::vector<ValueRows::Row> rows;
    if (counts) {
        rows.push_back(
            {tr("Samples"), countText(counts->train), tr("to train on, %1 to validate with").arg(countText(counts->validation))});
        rows.push_back({tr("Steps"), countText(counts->total), tr("%1 in each epoch").arg(countText(counts->perEpoch))});
    }
    m_steps->setRows(rows);
    m_steps->setVisible(!rows.empty());
    const std::int64_t perEpoch = counts ? counts->perEpoch : kAssumedSteps;
    constexpr std::int64_t kMostEpochs = 1'000'000'000;
    const std::int64_t total =
        counts ? counts->total : kAssumedSteps * std::clamp<std::int64_t>(experiment.training.epochs, 1, kMostEpochs);
    m_plot->setCurve(scheduleCurve(experiment, perEpoch, total));
    m_plotNote->setText(
        counts ? QString()
               : tr("Drawn for %1 steps in each epoch: the number of samples is known when the files are read.").arg(kAssumedSteps));
    m_plotNote->setVisible(!m_plotNote->text().isEmpty());
}

QString ExperimentForm::command() const {
    if (!m_saved) return {};
    const auto command = trainCommand(m_saved->first, m_saved->second, m_document.experiment());
    return command ? fromUtf8(*command) : QString();
}

void ExperimentForm::showCommand() {
    const QString line = command();
    m_command->setText(line.isEmpty() ? tr("Save the experiment first.") : line);
    m_command->setCursorPosition(0);
    m_command->setToolTip(line);
    m_copy->setEnabled(!line.isEmpty());
}

bool ExperimentForm::isPreviewCurrent() const {
    const Experiment& experiment = m_document.experiment();
    const auto& shown = m_preview->data();
    return shown && shown->dataset == experiment.dataset && shown->split == experiment.split && shown->trainLimit == experiment.trainLimit;
}

void ExperimentForm::askForPreview() {
    const Experiment& experiment = m_document.experiment();
    m_asked = Asked{experiment.dataset, experiment.split, experiment.trainLimit};
    Q_EMIT previewRequested(experiment.dataset, experiment.split, experiment.trainLimit);
}

void ExperimentForm::setPreview(const DatasetPreviewData& preview) {
    const Experiment& experiment = m_document.experiment();
    if (preview.dataset != experiment.dataset || preview.split != experiment.split || preview.trainLimit != experiment.trainLimit) return;
    m_previewNote->hide();
    m_preview->setData(preview);
    m_nextDraw->setVisible(m_preview->isAugmented());
    showCounts();
}

void ExperimentForm::setPreviewFailed(const QString& message) {
    m_preview->clear();
    m_nextDraw->hide();
    m_previewNote->setText(message);
    m_previewNote->show();
    showCounts();
}

bool ExperimentForm::reveal(const QString& place) {
    const std::string whole = place.toStdString();
    const auto dot = whole.find('.');
    const std::string head = whole.substr(0, dot), tail = dot == std::string::npos ? std::string() : whole.substr(dot + 1);
    QWidget* target = nullptr;
    if (const auto section = m_choices.find(head); section != m_choices.end()) {
        target = section->second->form().field(tail);
        if (target == nullptr) target = &section->second->kindBox();
    }
    if (head == "augmentation") target = m_augmentation->fieldAt(whole);
    if (head == "training") target = m_training->field(tail);
    if (head == "split" || head == "train_limit") target = m_data->field(whole);
    if (head == "metrics" && !m_metrics.empty()) target = m_metrics.front();
    if (target == nullptr) return false;
    target->setFocus(Qt::OtherFocusReason);
    // Once what has just been shown or changed is laid out.
    QTimer::singleShot(0, target, [this, target] { m_scroll->ensureWidgetVisible(target); });
    return true;
}

void ExperimentForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    refresh();
}

void ExperimentForm::retranslate() {
    m_choices.at("dataset")->setTitle(tr("Data"));
    m_choices.at("loss")->setTitle(tr("Loss"));
    m_choices.at("optimizer")->setTitle(tr("Optimizer"));
    m_choices.at("schedule")->setTitle(tr("Schedule of the learning rate"));
    const std::pair<const char*, QString> names[] = {{"dataset", tr("Kind of data")},
                                                     {"loss", tr("Kind of loss")},
                                                     {"optimizer", tr("Kind of optimizer")},
                                                     {"schedule", tr("Kind of schedule")}};
    for (const auto& [choice, name] : names) m_choices.at(choice)->kindBox().setAccessibleName(name);
    m_metricSection->setTitle(tr("Metrics"));
    m_trainingSection->setTitle(tr("Training"));
    m_commandSection->setTitle(tr("Command line"));
    std::size_t index = 0;
    for (const Kind& metric : metricKinds()) {
        m_metrics[index]->setText(translated(metric.label));
        m_metrics[index++]->setToolTip(translated(metric.summary));
    }
    m_previewButton->setText(tr("Show samples"));
    m_nextDraw->setText(tr("Next draw"));
    m_nextDraw->setToolTip(tr("Augment the samples once more"));
    m_copy->setText(tr("Copy"));
    m_command->setAccessibleName(tr("The same run from the command line"));
}

}  // namespace seekbench
