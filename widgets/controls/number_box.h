// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QAbstractSpinBox>

#include "core/graph/parameter_value.h"

namespace seekbench {

// A NumberBox edits one number: a 64-bit whole one or a real one, which may be written as 1e-4. It may be blank. Its arrows step by
// one, real numbers along 1, 2, 5, 10 … or by 0.05 in a range no wider than 1. The wheel turns it only while it has the focus, so
// that scrolling a form changes nothing. Qt's spin boxes end at 32 bits and round real numbers.
class NumberBox : public QAbstractSpinBox {
    Q_OBJECT

public:
    enum class Kind { Whole, Real };
    explicit NumberBox(Kind kind, QWidget* parent = nullptr);

    void setRange(double minimum, double maximum);
    // int64 or double by kind; nothing: blank, with `placeholder` in its place.
    void setNumber(const std::optional<ParameterValue>& number);
    void setPlaceholder(const QString& placeholder);
    // What the text says; nothing when it is blank or no number in range.
    std::optional<ParameterValue> number() const;
    bool isBlank() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();  // by the user, whenever the text is a number in range, and when it was left blank

protected:
    void stepBy(int steps) override;
    StepEnabled stepEnabled() const override;
    QValidator::State validate(QString& text, int& position) const override;
    void fixup(QString& text) const override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::optional<double> parsed(const QString& text) const;
    QString written(const ParameterValue& number) const;
    void settle();
    void showState();

    Kind m_kind;
    double m_minimum = -1e300, m_maximum = 1e300;
    std::optional<ParameterValue> m_last;  // the last number that was right
    bool m_typing = false;                 // the text is the user's until the box is left
};

}  // namespace seekbench
