// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/parameter_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QtCore/QSignalBlocker>
#include <QtGui/QFontDatabase>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>

#include "widgets/controls/number_box.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

QHBoxLayout* rowOf(QWidget& widget) {
    auto* row = new QHBoxLayout(&widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(emPixels(widget, 0.31));
    return row;
}

ParameterSpec specOf(const FieldSpec& spec, std::vector<std::string_view>& choices) {
    choices.assign(spec.choices.begin(), spec.choices.end());
    return {.name = spec.name,
            .type = spec.type,
            .label = {},
            .help = {},
            .standard = spec.standard,
            .minimum = spec.minimum,
            .maximum = spec.maximum,
            .choices = choices,
            .count = spec.count};
}

class BooleanField final : public ParameterField {
public:
    BooleanField(const FieldSpec&, QWidget* parent) : ParameterField(parent), m_box(new QCheckBox(this)) {
        rowOf(*this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &QCheckBox::clicked, this, [this](bool checked) {
            m_box->setTristate(false);
            Q_EMIT edited(ParameterValue(checked));
        });
    }
    void show(const std::optional<ParameterValue>& value, const QString& reason) override {
        const auto* checked = value ? std::get_if<bool>(&*value) : nullptr;
        m_box->setText(checked ? QString() : reason);
        m_box->setTristate(checked == nullptr);
        m_box->setCheckState(checked == nullptr ? Qt::PartiallyChecked : *checked ? Qt::Checked : Qt::Unchecked);
    }

private:
    QCheckBox* m_box;
};

class NumberField final : public ParameterField {
public:
    NumberField(const FieldSpec& spec, QWidget* parent)
        : ParameterField(parent),
          m_box(new NumberBox(spec.type == ParameterType::Real ? NumberBox::Kind::Real : NumberBox::Kind::Whole, this)) {
        m_box->setRange(spec.minimum, spec.maximum);
        rowOf(*this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &NumberBox::edited, this, [this] { Q_EMIT edited(m_box->number()); });
    }
    void show(const std::optional<ParameterValue>& value, const QString& reason) override {
        m_box->setPlaceholder(reason);
        m_box->setNumber(value);
    }

private:
    NumberBox* m_box;
};

// "3 × 3": as many numbers as the spec wants.
class NumbersField final : public ParameterField {
public:
    NumbersField(const FieldSpec& spec, QWidget* parent) : ParameterField(parent) {
        QHBoxLayout* row = rowOf(*this);
        for (int i = 0; i < spec.count; ++i) {
            if (i > 0) {
                auto* times = new QLabel(QStringLiteral("×"), this);
                setRole(*times, "caption");
                row->addWidget(times);
            }
            auto* box = new NumberBox(NumberBox::Kind::Whole, this);
            box->setRange(spec.minimum, spec.maximum);
            row->addWidget(box);
            m_boxes.push_back(box);
            connect(box, &NumberBox::edited, this, [this, box] { take(*box); });
        }
        setFocusProxy(m_boxes.front());
    }
    void show(const std::optional<ParameterValue>& value, const QString& reason) override {
        const auto* numbers = value ? std::get_if<Integers>(&*value) : nullptr;
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (numbers) m_shown = *numbers;
            m_boxes[i]->setPlaceholder(numbers && numbers->empty() ? QStringLiteral("–") : reason);
            m_boxes[i]->setNumber(numbers && i < numbers->size() ? std::optional<ParameterValue>((*numbers)[i]) : std::nullopt);
        }
    }

private:
    void take(NumberBox& changed) {
        if (std::ranges::all_of(m_boxes, &NumberBox::isBlank)) return Q_EMIT edited(std::nullopt);
        Integers numbers;
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            NumberBox* box = m_boxes[i];
            // One box left blank among others goes back to what it was.
            if (box == &changed && box->isBlank() && i < m_shown.size()) box->setNumber(m_shown[i]);
            // A blank neighbour takes the number over: one number stands for all.
            if (box->isBlank() && changed.number()) box->setNumber(changed.number());
            const auto number = box->number();
            if (!number) return;
            numbers.push_back(std::get<std::int64_t>(*number));
        }
        Q_EMIT edited(ParameterValue(std::move(numbers)));
    }

    std::vector<NumberBox*> m_boxes;
    Integers m_shown;
};

class ChoiceField final : public ParameterField {
public:
    ChoiceField(const FieldSpec& spec, QWidget* parent) : ParameterField(parent), m_box(new QComboBox(this)) {
        for (const std::string& choice : spec.choices) m_box->addItem(fromUtf8(choice), fromUtf8(choice));
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->installEventFilter(this);
        rowOf(*this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &QComboBox::activated, this,
                [this](int index) { Q_EMIT edited(ParameterValue(m_box->itemData(index).toString().toStdString())); });
    }
    void show(const std::optional<ParameterValue>& value, const QString& reason) override {
        const auto* chosen = value ? std::get_if<std::string>(&*value) : nullptr;
        m_box->setPlaceholderText(reason);
        m_box->setCurrentIndex(chosen == nullptr ? -1 : m_box->findData(fromUtf8(*chosen)));
    }
    bool eventFilter(QObject*, QEvent* event) override {
        // The wheel scrolls the form, unless the list was asked for.
        if (event->type() != QEvent::Wheel || m_box->hasFocus()) return false;
        event->ignore();
        return true;
    }

private:
    QComboBox* m_box;
};

// Any text; with suggestions in a list beside it.
class TextField final : public ParameterField {
public:
    TextField(const FieldSpec&, QWidget* parent) : ParameterField(parent), m_box(new QComboBox(this)) {
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->setCompleter(nullptr);
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_box->setMinimumContentsLength(8);
        m_box->installEventFilter(this);
        rowOf(*this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &TextField::take);
        connect(m_box, &QComboBox::textActivated, this, &TextField::take);
    }
    void setSuggestions(const QStringList& suggestions) override {
        const QString text = m_box->currentText();
        m_box->clear();
        m_box->addItems(suggestions);
        m_box->setEditText(text);
    }
    void show(const std::optional<ParameterValue>& value, const QString& reason) override {
        const auto* given = value ? std::get_if<std::string>(&*value) : nullptr;
        m_box->lineEdit()->setPlaceholderText(reason);
        const QString text = given ? fromUtf8(*given) : QString();
        if (m_box->currentText() != text) m_box->setEditText(text);
    }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Wheel || m_box->hasFocus()) return false;
        event->ignore();
        return true;
    }

private:
    void take(const QString& text) { Q_EMIT edited(ParameterValue(text.toStdString())); }
    QComboBox* m_box;
};

// What is written, as a value of the spec: "3", "3, 3", "=4*channels", "true". Nothing when it is none.
std::optional<ParameterValue> writtenValue(const FieldSpec& spec, ParameterField::Accepts accepts, const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1Char('='))) {
        const std::string expression = trimmed.mid(1).trimmed().toStdString();
        if (accepts != ParameterField::Accepts::Expressions || expression.empty()) return std::nullopt;
        return Expression{expression};
    }
    bool ok = false;
    switch (spec.type) {
        case ParameterType::Boolean:
            if (trimmed == QLatin1String("true") || trimmed == QLatin1String("false")) return trimmed == QLatin1String("true");
            return std::nullopt;
        case ParameterType::Integer: {
            const qlonglong number = trimmed.toLongLong(&ok);
            return ok ? std::optional<ParameterValue>(static_cast<std::int64_t>(number)) : std::nullopt;
        }
        case ParameterType::Real: {
            const double number = trimmed.toDouble(&ok);
            return ok ? std::optional<ParameterValue>(number) : std::nullopt;
        }
        case ParameterType::Integers: {
            static const QRegularExpression separators(QStringLiteral("[,×x\\s]+"));
            Integers numbers;
            for (const QString& part : trimmed.split(separators, Qt::SkipEmptyParts)) {
                numbers.push_back(part.toLongLong(&ok));
                if (!ok) return std::nullopt;
            }
            return ParameterValue(std::move(numbers));
        }
        case ParameterType::Choice: break;
    }
    return ParameterValue(trimmed.toStdString());
}

QString lineText(const ParameterValue& value) {
    if (const auto* expression = std::get_if<Expression>(&value)) return QStringLiteral("= ") + fromUtf8(expression->text);
    const auto* numbers = std::get_if<Integers>(&value);
    if (numbers == nullptr) return fromUtf8(text(value));
    QStringList parts;
    for (const std::int64_t number : *numbers) parts.append(QString::number(number));
    return parts.join(QStringLiteral(", "));
}

// A line for numbers of any count and, inside composites, for expressions.
class LineField final : public ParameterField {
public:
    LineField(const FieldSpec& spec, Accepts accepts, QWidget* parent)
        : ParameterField(parent), m_spec(spec), m_accepts(accepts), m_edit(new QLineEdit(this)) {
        if (accepts == Accepts::Expressions) m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        rowOf(*this)->addWidget(m_edit);
        setFocusProxy(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, &LineField::take);
        connect(m_edit, &QLineEdit::editingFinished, this, &LineField::settle);
    }
    void show(const std::optional<ParameterValue>& value, const QString& reason) override {
        m_edit->setPlaceholderText(reason);
        if (m_typing && value == m_last) return;
        m_typing = false;
        m_last = value;
        setWrong(false);
        const QString text = value ? lineText(*value) : QString();
        if (m_edit->text() != text) m_edit->setText(text);
    }

private:
    void take(const QString& text) {
        m_typing = true;
        const auto value = writtenValue(m_spec, m_accepts, text);
        const bool blank = text.trimmed().isEmpty();
        setWrong(!value && !blank);
        if (!value || blank) return;
        m_last = resolvedValue(m_spec, *value);
        Q_EMIT edited(value);
    }
    // What means nothing goes back to what it was; a line left blank means the default.
    void settle() {
        if (!std::exchange(m_typing, false)) return;
        if (m_edit->text().trimmed().isEmpty()) return Q_EMIT edited(std::nullopt);
        if (m_edit->property("state").toString().isEmpty()) return;
        m_edit->setText(m_last ? lineText(*m_last) : QString());
        setWrong(false);
    }
    void setWrong(bool wrong) {
        const QString state = wrong ? QStringLiteral("error") : QString();
        if (m_edit->property("state").toString() == state) return;
        m_edit->setProperty("state", state);
        m_edit->style()->unpolish(m_edit);
        m_edit->style()->polish(m_edit);
    }

    FieldSpec m_spec;
    Accepts m_accepts;
    QLineEdit* m_edit;
    std::optional<ParameterValue> m_last;
    bool m_typing = false;  // the text is the user's until the line is left
};

}  // namespace

FieldSpec::FieldSpec(const ParameterSpec& spec)
    : name(spec.name),
      label(spec.label),
      help(spec.help),
      unit(spec.unit),
      type(spec.type),
      standard(spec.standard),
      minimum(spec.minimum),
      maximum(spec.maximum),
      choices(spec.choices.begin(), spec.choices.end()),
      count(spec.count) {}

QString rangeText(const FieldSpec& spec) {
    constexpr double kEndless = 1e6;  // nobody reaches it: only the other end says something
    if (spec.type == ParameterType::Boolean || spec.type == ParameterType::Choice) return {};
    const auto bound = [](double value) {
        return value == std::floor(value) && std::abs(value) < 1e15 ? countText(static_cast<std::int64_t>(value)) : figure(value);
    };
    const bool below = spec.minimum > -kEndless, above = spec.maximum < kEndless;
    if (below && above) return QStringLiteral("%1 – %2").arg(bound(spec.minimum), bound(spec.maximum));
    if (below) return QStringLiteral("≥ %1").arg(bound(spec.minimum));
    return above ? QStringLiteral("≤ %1").arg(bound(spec.maximum)) : QString();
}

ParameterValue resolvedValue(const FieldSpec& spec, const ParameterValue& value) {
    std::vector<std::string_view> choices;
    const ParameterSpec plain = specOf(spec, choices);
    const auto resolved = ResolvedParameters::from(std::span(&plain, 1), {{spec.name, value}});
    return resolved.problems.empty() ? resolved.parameters.values().at(spec.name) : value;
}

ParameterField* ParameterField::make(const FieldSpec& spec, Accepts accepts, QWidget* parent) {
    if (spec.type == ParameterType::Choice) {
        if (spec.choices.empty()) return new TextField(spec, parent);
        return new ChoiceField(spec, parent);
    }
    if (accepts == Accepts::Expressions) return new LineField(spec, accepts, parent);
    switch (spec.type) {
        case ParameterType::Boolean: return new BooleanField(spec, parent);
        case ParameterType::Integers:
            if (spec.count == 0) return new LineField(spec, accepts, parent);
            return new NumbersField(spec, parent);
        default: return new NumberField(spec, parent);
    }
}

}  // namespace seekbench
