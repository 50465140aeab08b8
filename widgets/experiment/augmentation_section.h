// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "widgets/controls/form_section.h"
#include "widgets/experiment/parameter_form.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace seekbench {

// An AugmentationSection edits the experiment's list of augmentations: steps with their parameters, which can be moved, removed and added
// to the end. It says what the user wants: the whole list when steps come, go or move, a place ("augmentation.0.padding") otherwise.
class AugmentationSection : public FormSection {
    Q_OBJECT

public:
    explicit AugmentationSection(QWidget* parent = nullptr);

    void setTheme(Theme theme);
    void showSteps(const std::vector<Choice>& steps);
    // Sentences by place; those of the augmentations are taken.
    void setErrors(const std::map<std::string, QString>& byPlace);
    // The field of a place, or what stands nearest to it.
    QWidget* fieldAt(const std::string& place) const;

    QComboBox& kindBox() { return *m_kind; }
    QPushButton& addButton() { return *m_add; }
    int count() const { return static_cast<int>(m_rows.size()); }
    ParameterForm& form(int step) { return *m_rows.at(static_cast<std::size_t>(step)).form; }
    QToolButton& upButton(int step) { return *m_rows.at(static_cast<std::size_t>(step)).up; }
    QToolButton& downButton(int step) { return *m_rows.at(static_cast<std::size_t>(step)).down; }
    QToolButton& removeButton(int step) { return *m_rows.at(static_cast<std::size_t>(step)).remove; }

Q_SIGNALS:
    void stepsChanged(const std::vector<seekbench::Choice>& steps);
    void settingChanged(const QString& place, const std::optional<seekbench::ParameterValue>& value);
    void parameterFocused(const QString& place);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        QWidget* frame;
        QLabel* title;
        QToolButton *up, *down, *remove;
        QLabel* error;
        ParameterForm* form;
    };
    Row makeRow(int step);
    void fill(Row& row, std::size_t step);
    void move(int from, int to);
    void retranslate();

    Theme m_theme;
    std::vector<Choice> m_steps;
    std::vector<Row> m_rows;
    QLabel* m_summary;
    QComboBox* m_kind;
    QPushButton* m_add;
};

}  // namespace seekbench
