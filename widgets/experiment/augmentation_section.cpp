// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/augmentation_section.h"

#include <utility>

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "core/data/augmentation/augmentation.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

QString placeOf(std::size_t step) { return QStringLiteral("augmentation.%1").arg(step); }

}  // namespace

AugmentationSection::AugmentationSection(QWidget* parent)
    : FormSection(parent), m_summary(new QLabel(this)), m_kind(new QComboBox(this)), m_add(new QPushButton(this)) {
    for (const AugmentationKind& augmentation : augmentationKinds()) m_kind->addItem(QString(), fromUtf8(augmentation.kind.id));
    m_kind->setFocusPolicy(Qt::StrongFocus);
    m_kind->installEventFilter(this);
    m_summary->setWordWrap(true);
    setRole(*m_summary, "caption");
    m_add->setProperty("size", QStringLiteral("small"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_kind, 1);
    row->addWidget(m_add);
    body().addLayout(row);
    body().addWidget(m_summary);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AugmentationSection::retranslate);
    connect(m_add, &QPushButton::clicked, this, [this] {
        auto steps = m_steps;
        steps.push_back({m_kind->currentData().toString().toStdString(), {}});
        Q_EMIT stepsChanged(steps);
    });
    retranslate();
}

AugmentationSection::Row AugmentationSection::makeRow(int step) {
    Row row{.frame = new QWidget(this),
            .title = new QLabel(this),
            .up = new QToolButton(this),
            .down = new QToolButton(this),
            .remove = new QToolButton(this),
            .error = new QLabel(this),
            .form = new ParameterForm(ParameterForm::Names::Labels, this)};
    auto* column = new QVBoxLayout(row.frame);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->addWidget(row.title, 1);
    for (QToolButton* button : {row.up, row.down, row.remove}) {
        button->setFocusPolicy(Qt::StrongFocus);
        head->addWidget(button);
    }
    column->addLayout(head);
    row.error->setWordWrap(true);
    setRole(*row.error, "error");
    row.error->hide();
    column->addWidget(row.error);
    column->addWidget(row.form);
    row.form->setTheme(m_theme);
    const QString place = placeOf(static_cast<std::size_t>(step));
    connect(row.up, &QToolButton::clicked, this, [this, step] { move(step, step - 1); });
    connect(row.down, &QToolButton::clicked, this, [this, step] { move(step, step + 1); });
    connect(row.remove, &QToolButton::clicked, this, [this, step] {
        auto steps = m_steps;
        steps.erase(steps.begin() + step);
        Q_EMIT stepsChanged(steps);
    });
    connect(row.form, &ParameterForm::valueChanged, this, [this, place](const QString& name, const std::optional<ParameterValue>& value) {
        Q_EMIT settingChanged(place + QLatin1Char('.') + name, value);
    });
    connect(row.form, &ParameterForm::parameterFocused, this,
            [this, place](const QString& name) { Q_EMIT parameterFocused(place + QLatin1Char('.') + name); });
    return row;
}

void AugmentationSection::move(int from, int to) {
    auto steps = m_steps;
    std::swap(steps.at(static_cast<std::size_t>(from)), steps.at(static_cast<std::size_t>(to)));
    Q_EMIT stepsChanged(steps);
    // The focus goes with the step, so that it can be moved on by the same key.
    Row& row = m_rows.at(static_cast<std::size_t>(to));
    QToolButton* same = to < from ? row.up : row.down;
    (same->isEnabled() ? same : row.remove)->setFocus(Qt::OtherFocusReason);
}

void AugmentationSection::showSteps(const std::vector<Choice>& steps) {
    m_steps = steps;
    while (m_rows.size() > steps.size()) {
        m_rows.back().frame->hide();
        m_rows.back().frame->deleteLater();  // it may be its own button that asked
        m_rows.pop_back();
    }
    while (m_rows.size() < steps.size()) {
        const int step = count();
        m_rows.push_back(makeRow(step));
        body().insertWidget(step, m_rows.back().frame);
    }
    for (std::size_t step = 0; step < m_rows.size(); ++step) fill(m_rows[step], step);
}

void AugmentationSection::fill(Row& row, std::size_t step) {
    const Choice& choice = m_steps[step];
    const AugmentationKind* kind = findAugmentationKind(choice.kind);
    const QString name = kind == nullptr ? fromUtf8(choice.kind) : translated(kind->kind.label);
    row.title->setText(tr("%1. %2").arg(step + 1).arg(name));
    row.title->setToolTip(kind == nullptr ? QString() : translated(kind->kind.summary));
    row.up->setEnabled(step > 0);
    row.down->setEnabled(step + 1 < m_steps.size());
    const std::pair<QToolButton*, QString> buttons[] = {{row.up, tr("Perform %1 earlier").arg(name)},
                                                        {row.down, tr("Perform %1 later").arg(name)},
                                                        {row.remove, tr("Remove %1").arg(name)}};
    for (const auto& [button, text] : buttons) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    row.up->setIcon(icon("arrow_up", m_theme));
    row.down->setIcon(icon("arrow_down", m_theme));
    row.remove->setIcon(icon("trash", m_theme));
    if (kind != nullptr) row.form->showParameters(kind->kind.parameters, choice.parameters);
    row.form->setVisible(kind != nullptr && !kind->kind.parameters.empty());
}

void AugmentationSection::setTheme(Theme theme) {
    m_theme = theme;
    m_add->setIcon(icon("plus", theme));
    for (std::size_t step = 0; step < m_rows.size(); ++step) {
        m_rows[step].form->setTheme(theme);
        fill(m_rows[step], step);
    }
}

void AugmentationSection::setErrors(const std::map<std::string, QString>& byPlace) {
    for (std::size_t step = 0; step < m_rows.size(); ++step) {
        const std::string prefix = placeOf(step).toStdString() + ".";
        ParameterForm::Texts errors;
        QString kindError;
        for (const auto& [place, sentence] : byPlace) {
            if (place == prefix + "kind") kindError = sentence;
            if (place.starts_with(prefix)) errors[place.substr(prefix.size())] = sentence;
        }
        m_rows[step].error->setText(kindError);
        m_rows[step].error->setVisible(!kindError.isEmpty());
        m_rows[step].form->setErrors(std::move(errors));
    }
}

QWidget* AugmentationSection::fieldAt(const std::string& place) const {
    for (std::size_t step = 0; step < m_rows.size(); ++step) {
        const std::string prefix = placeOf(step).toStdString() + ".";
        if (!place.starts_with(prefix)) continue;
        if (ParameterField* field = m_rows[step].form->field(place.substr(prefix.size()))) return field;
        return m_rows[step].remove;
    }
    return m_kind;
}

bool AugmentationSection::eventFilter(QObject* watched, QEvent* event) {
    // The wheel scrolls the form; it must not change what is chosen on the way.
    if (watched == m_kind && event->type() == QEvent::Wheel && !m_kind->hasFocus()) {
        event->ignore();
        return true;
    }
    return FormSection::eventFilter(watched, event);
}

void AugmentationSection::changeEvent(QEvent* event) {
    FormSection::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    for (std::size_t step = 0; step < m_rows.size(); ++step) fill(m_rows[step], step);
}

void AugmentationSection::retranslate() {
    setTitle(tr("Augmentation"));
    m_kind->setAccessibleName(tr("Kind of augmentation to add"));
    m_add->setText(tr("Add"));
    int index = 0;
    for (const AugmentationKind& augmentation : augmentationKinds()) {
        m_kind->setItemText(index, translated(augmentation.kind.label));
        if (index++ == m_kind->currentIndex()) m_summary->setText(translated(augmentation.kind.summary));
    }
}

}  // namespace seekbench
