// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/choice_section.h"

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include "core/experiment/setting.h"
#include "core/experiment/task.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

ChoiceSection::ChoiceSection(std::string choice, QWidget* parent)
    : FormSection(parent),
      m_choice(std::move(choice)),
      m_label(new QLabel(this)),
      m_kind(new QComboBox(this)),
      m_summary(new QLabel(this)),
      m_error(new QLabel(this)),
      m_form(new ParameterForm(ParameterForm::Names::Labels, this)) {
    for (const Kind* kind : kindsAt(m_choice)) m_kind->addItem(QString(), fromUtf8(kind->id));
    m_kind->setFocusPolicy(Qt::StrongFocus);
    m_kind->installEventFilter(this);
    m_label->setBuddy(m_kind);
    m_label->setMinimumWidth(emPixels(*this, 9.6));
    m_summary->setWordWrap(true);
    setRole(*m_summary, "caption");
    m_error->setWordWrap(true);
    setRole(*m_error, "error");
    m_error->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(emPixels(*this, 0.46));
    row->addWidget(m_label);
    row->addWidget(m_kind, 1);
    body().addLayout(row);
    body().addWidget(m_summary);
    body().addWidget(m_error);
    body().addWidget(m_form);
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        Q_EMIT settingChanged(fromUtf8(m_choice + ".kind"), ParameterValue(m_kind->itemData(index).toString().toStdString()));
    });
    connect(m_form, &ParameterForm::valueChanged, this, [this](const QString& name, const std::optional<ParameterValue>& value) {
        Q_EMIT settingChanged(fromUtf8(m_choice) + QLatin1Char('.') + name, value);
    });
    connect(m_form, &ParameterForm::parameterFocused, this,
            [this](const QString& name) { Q_EMIT parameterFocused(fromUtf8(m_choice) + QLatin1Char('.') + name); });
    retranslate();
}

void ChoiceSection::showChoice(const Experiment& experiment) {
    const Choice& choice = *choiceAt(experiment, m_choice);
    m_id = fromUtf8(choice.kind);
    m_kind->setCurrentIndex(m_kind->findData(m_id));
    m_kind->setPlaceholderText(m_id);
    showSuitable(experiment);
    showSummary();
    for (const Kind* kind : kindsAt(m_choice))
        if (kind->id == choice.kind) {
            m_form->showParameters(kind->parameters, choice.parameters);
            m_form->setVisible(!kind->parameters.empty());
            return;
        }
    m_form->hide();
}

// What is not made for the targets of the data is not offered; what is chosen stays.
void ChoiceSection::showSuitable(const Experiment& experiment) {
    auto* list = qobject_cast<QListView*>(m_kind->view());
    const auto sample = sampleOf(experiment);
    if (list == nullptr || !sample) return;
    int row = 0;
    for (const Kind* kind : kindsAt(m_choice)) {
        const bool offered = kind->targets.empty() || suits(*kind, *sample) || row == m_kind->currentIndex();
        list->setRowHidden(row++, !offered);
    }
}

void ChoiceSection::setErrors(const std::map<std::string, QString>& byPlace) {
    ParameterForm::Texts errors;
    QString kindError;
    for (const auto& [place, sentence] : byPlace) {
        if (place == m_choice + ".kind") kindError = sentence;
        if (place.starts_with(m_choice + ".")) errors[place.substr(m_choice.size() + 1)] = sentence;
    }
    m_error->setText(kindError);
    m_error->setVisible(!kindError.isEmpty());
    m_form->setErrors(std::move(errors));
}

bool ChoiceSection::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_kind && event->type() == QEvent::Wheel && !m_kind->hasFocus()) {
        event->ignore();
        return true;
    }
    return FormSection::eventFilter(watched, event);
}

void ChoiceSection::changeEvent(QEvent* event) {
    FormSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ChoiceSection::showSummary() {
    m_summary->clear();
    for (const Kind* kind : kindsAt(m_choice))
        if (fromUtf8(kind->id) == m_id) m_summary->setText(translated(kind->summary));
    m_summary->setVisible(!m_summary->text().isEmpty());
}

void ChoiceSection::retranslate() {
    m_label->setText(tr("Kind"));
    int index = 0;
    for (const Kind* kind : kindsAt(m_choice)) m_kind->setItemText(index++, translated(kind->label));
    showSummary();
}

}  // namespace seekbench
