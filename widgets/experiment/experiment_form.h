// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/data/preview.h"
#include "core/experiment/experiment.h"
#include "widgets/experiment/parameter_form.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace seekbench {

class AugmentationSection;
class ChoiceSection;
class DatasetPreview;
class ExperimentDocument;
class FormSection;
class MemoryBar;
class SchedulePlot;
class ValueRows;

// The ExperimentForm edits all of the document but its graph: data, augmentation, loss, metrics, optimizer, schedule and training. What
// check() finds stands below the field it is about. It reads no data and no files: it asks for a preview by a signal and shows what comes.
// The document must outlive it.
class ExperimentForm : public QWidget {
    Q_OBJECT

public:
    explicit ExperimentForm(ExperimentDocument& document, QWidget* parent = nullptr);
    ~ExperimentForm() override;

    void setTheme(Theme theme);
    // The devices to choose from, "cpu", "cuda:0"; others can be written.
    void setDevices(const QStringList& devices);
    // The file and what it holds, for the command line; nothing: not saved yet.
    void setSaved(const std::optional<std::pair<std::filesystem::path, Experiment>>& saved);
    // The answers to previewRequested(). One to an older question is dropped.
    void setPreview(const DatasetPreviewData& preview);
    void setPreviewFailed(const QString& message);
    // Puts the cursor into the field of a place, "training.batch_size"; false when it is not here.
    bool reveal(const QString& place);

    ChoiceSection& section(const std::string& choice) { return *m_choices.at(choice); }
    AugmentationSection& augmentation() { return *m_augmentation; }
    ParameterForm& training() { return *m_training; }
    ParameterForm& data() { return *m_data; }
    const ValueRows& steps() const { return *m_steps; }
    const ValueRows& memory() const { return *m_memory; }
    const SchedulePlot& schedule() const { return *m_plot; }
    const DatasetPreview& preview() const { return *m_preview; }
    QPushButton& nextDrawButton() { return *m_nextDraw; }
    QPushButton& previewButton() { return *m_previewButton; }
    QPushButton& copyButton() { return *m_copy; }
    QCheckBox& metricBox(int index) { return *m_metrics.at(static_cast<std::size_t>(index)); }
    QString command() const;

Q_SIGNALS:
    // loadPreview() of these is wanted, in a thread.
    void previewRequested(const seekbench::Choice& dataset, const seekbench::Split& split, qint64 trainLimit);
    void copied(const QString& command);
    void parameterFocused(const QString& place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildData(QVBoxLayout& column);
    void buildChoice(const std::string& choice, QVBoxLayout& column);
    void buildAugmentation(QVBoxLayout& column);
    void buildTraining(QVBoxLayout& column);
    void buildCommand(QVBoxLayout& column);
    void connectForm(ParameterForm& form, const QString& prefix);
    void refresh();
    void showAugmentation();
    void showErrors();
    void showCounts();
    void showMemory();
    void showCommand();
    void askForPreview();
    void set(const QString& place, const std::optional<ParameterValue>& value);
    void retranslate();
    bool isPreviewCurrent() const;

    ExperimentDocument& m_document;
    Theme m_theme;
    QScrollArea* m_scroll;
    std::map<std::string, ChoiceSection*> m_choices;
    AugmentationSection* m_augmentation;
    FormSection* m_metricSection;
    FormSection* m_trainingSection;
    FormSection* m_commandSection;
    ParameterForm* m_data;      // train_limit and split.*
    ParameterForm* m_training;  // training.*
    std::vector<QCheckBox*> m_metrics;
    QLabel* m_metricError;
    SchedulePlot* m_plot;
    QLabel* m_plotNote;
    ValueRows* m_steps;
    ValueRows* m_memory;
    MemoryBar* m_memoryBar;
    DatasetPreview* m_preview;
    QPushButton* m_previewButton;
    QPushButton* m_nextDraw;
    QLabel* m_previewNote;
    QLineEdit* m_command;
    QPushButton* m_copy;
    std::optional<std::pair<std::filesystem::path, Experiment>> m_saved;
    bool m_previewWanted = false;  // it was asked for once, and follows the settings from then on
    // What the last preview was asked for.
    struct Asked {
        Choice dataset;
        Split split;
        std::int64_t trainLimit = 0;
        bool operator==(const Asked&) const = default;
    };
    std::optional<Asked> m_asked;
    QString m_focused;  // the place whose field has, or had, the cursor
    int m_session = 0;  // typing in another field is another step
};

}  // namespace seekbench
