// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/number_box.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include <QtCore/QLocale>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>

#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

// The next of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … above or below a positive number.
double onLadder(double value, int direction) {
    constexpr std::array rungs{1.0, 2.0, 5.0, 10.0};
    const double decade = std::pow(10, std::floor(std::log10(value) + 1e-9));
    const double part = value / decade;
    if (direction > 0) return *std::ranges::find_if(rungs, [&](double rung) { return rung > part * 1.0001; }) * decade;
    for (std::size_t i = rungs.size(); i-- > 0;)
        if (rungs[i] < part * 0.9999) return rungs[i] * decade;
    return 0.5 * decade;
}

// Removes what binary fractions leave over: 0.30000000000000004.
double rounded(double value) { return QString::number(value, 'g', 12).toDouble(); }

}  // namespace

NumberBox::NumberBox(Kind kind, QWidget* parent) : QAbstractSpinBox(parent), m_kind(kind) {
    setFocusPolicy(Qt::StrongFocus);
    setKeyboardTracking(true);
    setAccelerated(true);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] {
        m_typing = true;
        showState();
        if (!number()) return;  // a cleared line may be about to get another number
        m_last = number();
        Q_EMIT edited();
    });
    connect(this, &QAbstractSpinBox::editingFinished, this, &NumberBox::settle);
}

void NumberBox::setRange(double minimum, double maximum) {
    m_minimum = minimum;
    m_maximum = maximum;
}

void NumberBox::setNumber(const std::optional<ParameterValue>& number) {
    if (m_typing && number == m_last) return showState();
    m_typing = false;
    m_last = number;
    // The same number in another spelling is what the user is typing: "1e-3", "0.50".
    if (number && this->number() == number) return showState();
    if (!number && isBlank()) return showState();
    lineEdit()->setText(number ? written(*number) : QString());
    showState();
}

void NumberBox::setPlaceholder(const QString& placeholder) { lineEdit()->setPlaceholderText(placeholder); }

std::optional<ParameterValue> NumberBox::number() const {
    const auto value = parsed(lineEdit()->text());
    if (!value || *value < m_minimum || *value > m_maximum) return std::nullopt;
    if (m_kind == Kind::Real) return ParameterValue(*value);
    return ParameterValue(static_cast<std::int64_t>(lineEdit()->text().trimmed().toLongLong()));
}

bool NumberBox::isBlank() const { return lineEdit()->text().trimmed().isEmpty(); }

std::optional<double> NumberBox::parsed(const QString& text) const {
    bool ok = false;
    const double value = m_kind == Kind::Whole ? static_cast<double>(text.trimmed().toLongLong(&ok)) : text.trimmed().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString NumberBox::written(const ParameterValue& number) const {
    if (const auto* whole = std::get_if<std::int64_t>(&number)) return QString::number(*whole);
    const auto* real = std::get_if<double>(&number);
    if (real == nullptr) return QString::fromStdString(seekbench::text(number));
    // "1e-05" → "1e-5", as one writes it.
    static const QRegularExpression zeros(QStringLiteral("e([+-])0*(\\d)"));
    return QLocale::c().toString(*real, 'g', QLocale::FloatingPointShortest).replace(zeros, QStringLiteral("e\\1\\2"));
}

QSize NumberBox::sizeHint() const {
    // Room for what stands there; most numbers of a network have few digits, and a form has room for two boxes side by side.
    const int digits = std::clamp(static_cast<int>(lineEdit()->text().size()), m_kind == Kind::Real ? 6 : 4, 10);
    return {fontMetrics().horizontalAdvance(QString(digits, QLatin1Char('0'))) + emPixels(*this, 1.9),
            QAbstractSpinBox::sizeHint().height()};
}
QSize NumberBox::minimumSizeHint() const { return {emPixels(*this, 3.8), QAbstractSpinBox::minimumSizeHint().height()}; }

void NumberBox::stepBy(int steps) {
    const double now = number() ? *parsed(lineEdit()->text()) : m_last ? parsed(written(*m_last)).value_or(0) : std::max(m_minimum, 0.0);
    ParameterValue next = std::int64_t{0};
    if (m_kind == Kind::Whole) {
        const double limit = 9.2e18;
        const std::int64_t whole = number() ? std::get<std::int64_t>(*number()) : static_cast<std::int64_t>(now);
        const auto least = static_cast<std::int64_t>(std::max(m_minimum, -limit)),
                   most = static_cast<std::int64_t>(std::min(m_maximum, limit));
        next = std::clamp(whole, least + std::max(0, -steps), most - std::max(0, steps)) + steps;
    } else {
        double value = now;
        const bool fine = m_maximum - m_minimum <= 1 && (value >= 0.05 || value == 0);
        for (int i = 0; i < std::abs(steps); ++i) {
            const int direction = steps > 0 ? 1 : -1;
            if (fine)
                value = rounded(value + 0.05 * direction);
            else if (value == 0)
                value = direction > 0 ? 1e-4 : 0;
            else
                value = rounded(value > 0 ? onLadder(value, direction) : -onLadder(-value, -direction));
        }
        next = std::clamp(value, m_minimum, m_maximum);
    }
    lineEdit()->setText(written(next));
    selectAll();
    m_last = next;
    showState();
    Q_EMIT edited();
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const {
    const double now = parsed(lineEdit()->text()).value_or(0);
    StepEnabled enabled = StepNone;
    if (now < m_maximum) enabled |= StepUpEnabled;
    if (now > m_minimum) enabled |= StepDownEnabled;
    return isReadOnly() ? StepNone : enabled;
}

QValidator::State NumberBox::validate(QString& text, int&) const {
    static const QRegularExpression whole(QStringLiteral("\\s*-?\\d*\\s*")),
        real(QStringLiteral("\\s*[-+]?\\d*\\.?\\d*(e[-+]?\\d*)?\\s*"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpression& form = m_kind == Kind::Whole ? whole : real;
    const auto match = form.match(text);
    if (match.capturedLength() != text.size()) return QValidator::Invalid;
    const auto value = parsed(text);
    return value && *value >= m_minimum && *value <= m_maximum ? QValidator::Acceptable : QValidator::Intermediate;
}

void NumberBox::fixup(QString& text) const {
    const auto value = parsed(text);
    if (!value) {
        text = m_last ? written(*m_last) : QString();
        return;
    }
    const double clamped = std::clamp(*value, m_minimum, m_maximum);
    text = m_kind == Kind::Whole ? written(static_cast<std::int64_t>(clamped)) : written(clamped);
}

void NumberBox::settle() {
    if (!std::exchange(m_typing, false) || number()) return;
    if (isBlank()) return Q_EMIT edited();
    QString text = lineEdit()->text();
    fixup(text);
    lineEdit()->setText(text);
    if (const auto now = number()) m_last = now;
    showState();
    if (number()) Q_EMIT edited();
}

void NumberBox::showState() {
    const bool wrong = !isBlank() && !number();
    const QString state = wrong ? QStringLiteral("error") : QString();
    if (property("state").toString() == state) return;
    setProperty("state", state);
    style()->unpolish(this);
    style()->polish(this);
}

void NumberBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void NumberBox::focusOutEvent(QFocusEvent* event) {
    settle();
    QAbstractSpinBox::focusOutEvent(event);
}

}  // namespace seekbench
