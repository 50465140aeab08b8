// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/parameter_form.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

enum Column { kLabel, kField, kUnit, kRange, kReset, kColumns };
constexpr double kIdentifierWidth = 7.1, kLabelWidth = 9.6, kResetSize = 1.4;

}  // namespace

ParameterForm::ParameterForm(Names names, QWidget* parent) : QWidget(parent), m_names(names), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(emPixels(*this, 0.46));
    m_grid->setVerticalSpacing(emPixels(*this, 0.31));
    m_grid->setColumnMinimumWidth(kLabel, emPixels(*this, names == Names::Identifiers ? kIdentifierWidth : kLabelWidth));
    m_grid->setColumnStretch(kUnit, 1);
}

void ParameterForm::setTheme(Theme theme) {
    m_theme = theme;
    for (Row& row : m_rows) row.reset->setIcon(icon("undo", m_theme, Colour::Muted));
}

void ParameterForm::showParameters(std::span<const ParameterSpec> specs, const ParameterValues& values, ParameterField::Accepts accepts) {
    const bool same = accepts == m_accepts &&
                      std::ranges::equal(m_rows, specs, [](const Row& row, const ParameterSpec& spec) { return row.spec.describes(spec); });
    m_values = values;
    m_accepts = accepts;
    if (!same) build(specs);
    for (Row& row : m_rows) fill(row);
}

void ParameterForm::build(std::span<const ParameterSpec> specs) {
    for (const Row& row : m_rows)
        for (QWidget* widget : {static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.field), static_cast<QWidget*>(row.unit),
                                static_cast<QWidget*>(row.range), static_cast<QWidget*>(row.reset), static_cast<QWidget*>(row.error)}) {
            m_grid->removeWidget(widget);
            widget->hide();
            widget->deleteLater();  // one of them may be sending the signal that led here
        }
    m_rows.clear();
    m_mixed.clear();
    m_hints.clear();
    m_errors.clear();
    int line = 0;
    for (const ParameterSpec& spec : specs) {
        const FieldSpec owned(spec);
        Row row{.spec = owned,
                .label = new QLabel(this),
                .field = ParameterField::make(owned, m_accepts, this),
                .unit = new QLabel(this),
                .range = new QLabel(this),
                .reset = new QToolButton(this),
                .error = new QLabel(this)};
        const std::string name = owned.name;
        row.field->setObjectName(fromUtf8(name));
        row.label->setBuddy(row.field);
        setRole(*row.unit, "caption");
        setRole(*row.range, "caption");
        setRole(*row.error, "error");
        setRole(*row.reset, "quiet");
        row.range->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.error->setWordWrap(true);
        row.reset->setIcon(icon("undo", m_theme, Colour::Muted));
        row.reset->setFixedSize(emPixels(*this, kResetSize), emPixels(*this, kResetSize));
        QSizePolicy keepsItsPlace = row.reset->sizePolicy();
        keepsItsPlace.setRetainSizeWhenHidden(true);
        row.reset->setSizePolicy(keepsItsPlace);
        const bool wide = owned.type == ParameterType::Choice || (owned.type == ParameterType::Integers && owned.count == 0) ||
                          (m_accepts == ParameterField::Accepts::Expressions && owned.type != ParameterType::Choice);
        m_grid->addWidget(row.label, line, kLabel);
        m_grid->addWidget(row.field, line, kField, 1, wide ? 2 : 1, wide ? Qt::Alignment() : Qt::AlignLeft);
        if (!wide) m_grid->addWidget(row.unit, line, kUnit);
        row.unit->setVisible(!wide);
        m_grid->addWidget(row.range, line, kRange);
        m_grid->addWidget(row.reset, line, kReset);
        m_grid->addWidget(row.error, line + 1, kField, 1, kColumns - kField);
        line += 2;
        connect(row.field, &ParameterField::edited, this,
                [this, name](const std::optional<ParameterValue>& value) { Q_EMIT valueChanged(fromUtf8(name), value); });
        connect(row.reset, &QToolButton::clicked, this, [this, name] { Q_EMIT valueChanged(fromUtf8(name), std::nullopt); });
        if (QWidget* inner = row.field->focusProxy()) inner->installEventFilter(this);
        if (const auto found = m_suggestions.find(name); found != m_suggestions.end()) row.field->setSuggestions(found->second);
        m_rows.push_back(std::move(row));
        retranslate(m_rows.back());
    }
}

void ParameterForm::fill(Row& row) {
    const auto given = m_values.find(row.spec.name);
    const bool mixed = m_mixed.contains(row.spec.name), set = given != m_values.end();
    const auto standing = mixed ? std::nullopt : set ? std::optional(given->second) : row.spec.standard;
    const auto value = standing ? std::optional(resolvedValue(row.spec, *standing)) : std::nullopt;
    row.field->show(value, mixed ? tr("different") : set || row.spec.standard ? QString() : tr("missing"));
    QFont font = row.label->font();
    if (font.bold() != (set || mixed)) {
        font.setBold(set || mixed);
        row.label->setFont(font);
    }
    row.reset->setVisible((set || mixed) && row.spec.standard.has_value());
    const auto text = [](const Texts& texts, const std::string& name) {
        const auto found = texts.find(name);
        return found == texts.end() ? QString() : found->second;
    };
    const QString hint = text(m_hints, row.spec.name);
    row.range->setText(hint.isEmpty() ? rangeText(row.spec) : hint);
    row.error->setText(text(m_errors, row.spec.name));
    row.error->setVisible(!row.error->text().isEmpty());
}

void ParameterForm::setMixed(const std::set<std::string, std::less<>>& names) {
    m_mixed = names;
    for (Row& row : m_rows) fill(row);
}
void ParameterForm::setHints(Texts hints) {
    m_hints = std::move(hints);
    for (Row& row : m_rows) fill(row);
}
void ParameterForm::setErrors(Texts errors) {
    m_errors = std::move(errors);
    for (Row& row : m_rows) fill(row);
}
void ParameterForm::setSuggestions(const std::string& name, const QStringList& suggestions) {
    m_suggestions[name] = suggestions;
    if (Row* row = rowOf(name)) row->field->setSuggestions(suggestions);
}

ParameterForm::Row* ParameterForm::rowOf(std::string_view name) {
    const auto row = std::ranges::find_if(m_rows, [&](const Row& candidate) { return candidate.spec.name == name; });
    return row == m_rows.end() ? nullptr : &*row;
}
const ParameterForm::Row* ParameterForm::rowOf(std::string_view name) const { return const_cast<ParameterForm*>(this)->rowOf(name); }

ParameterField* ParameterForm::field(std::string_view name) const {
    const Row* row = rowOf(name);
    return row == nullptr ? nullptr : row->field;
}
QToolButton* ParameterForm::resetButton(std::string_view name) const {
    const Row* row = rowOf(name);
    return row == nullptr ? nullptr : row->reset;
}
bool ParameterForm::isSet(std::string_view name) const { return m_values.contains(name); }
void ParameterForm::focusField(std::string_view name) {
    if (Row* row = rowOf(name)) row->field->setFocus(Qt::OtherFocusReason);
}

bool ParameterForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        for (const Row& row : m_rows)
            if (row.field->focusProxy() == watched) Q_EMIT parameterFocused(fromUtf8(row.spec.name));
    return QWidget::eventFilter(watched, event);
}

void ParameterForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    for (Row& row : m_rows) retranslate(row);
    for (Row& row : m_rows) fill(row);
}

void ParameterForm::retranslate(Row& row) {
    const QString label = translated(row.spec.label), help = translated(row.spec.help), name = fromUtf8(row.spec.name);
    row.label->setText(m_names == Names::Identifiers ? name : label);
    const QString tip = label.isEmpty() ? help : QStringLiteral("%1 (%2)\n%3").arg(label, name, help);
    for (QWidget* widget : {static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.field)}) widget->setToolTip(tip);
    row.field->setAccessibleName(row.label->text());
    if (QWidget* inner = row.field->focusProxy()) inner->setAccessibleName(row.label->text());
    row.unit->setText(translated(row.spec.unit));
    row.reset->setToolTip(tr("Reset %1 to its default").arg(row.label->text()));
    row.reset->setAccessibleName(row.reset->toolTip());
}

}  // namespace seekbench
