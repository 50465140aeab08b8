// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/experiment/experiment.h"
#include "widgets/controls/form_section.h"
#include "widgets/experiment/parameter_form.h"

class QComboBox;

namespace seekbench {

// A ChoiceSection edits one of the experiment's choices from a table of kinds, "optimizer": which kind, and its parameters. It says
// what the user wants by the place of the setting: "optimizer.kind", "optimizer.learning_rate".
class ChoiceSection : public FormSection {
    Q_OBJECT

public:
    explicit ChoiceSection(std::string choice, QWidget* parent = nullptr);

    void setTheme(Theme theme) { m_form->setTheme(theme); }
    void showChoice(const Experiment& experiment);
    // Sentences by place; those of this choice are taken.
    void setErrors(const std::map<std::string, QString>& byPlace);

    QComboBox& kindBox() { return *m_kind; }
    ParameterForm& form() { return *m_form; }

Q_SIGNALS:
    void settingChanged(const QString& place, const std::optional<seekbench::ParameterValue>& value);
    void parameterFocused(const QString& place);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void showSuitable(const Experiment& experiment);
    void showSummary();

    std::string m_choice;
    QLabel* m_label;
    QComboBox* m_kind;
    QLabel* m_summary;
    QLabel* m_error;
    ParameterForm* m_form;
    QString m_id;
};

}  // namespace seekbench
