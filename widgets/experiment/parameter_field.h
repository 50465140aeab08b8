// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include "core/operators/parameter.h"

namespace seekbench {

// A ParameterSpec that owns its texts: the specs of a composite point into a library that the next edit replaces.
struct FieldSpec {
    explicit FieldSpec(const ParameterSpec& spec);
    bool describes(const ParameterSpec& spec) const { return FieldSpec(spec) == *this; }
    bool operator==(const FieldSpec&) const = default;

    std::string name, label, help, unit;
    ParameterType type;
    std::optional<ParameterValue> standard;
    double minimum, maximum;
    std::vector<std::string> choices;
    int count;
};

// "1 – 30", "≥ 1"; empty when anything goes.
QString rangeText(const FieldSpec& spec);
// `value` as the spec resolves it: one number spread over two, a whole number as a real one. As it is when it does not fit.
ParameterValue resolvedValue(const FieldSpec& spec, const ParameterValue& value);

// A ParameterField edits the value of one parameter in the way its type asks for. It keeps what the user is typing as long as that
// means the value it is given.
class ParameterField : public QWidget {
    Q_OBJECT

public:
    enum class Accepts { Values, Expressions };
    // The field for the spec; inside composites, where expressions are accepted, a line for a number or "=4*channels".
    static ParameterField* make(const FieldSpec& spec, Accepts accepts, QWidget* parent);

    // Nothing: blank, for `reason` ("different", "must be given").
    virtual void show(const std::optional<ParameterValue>& value, const QString& reason) = 0;
    // For texts without a list of choices: what to offer, any other text is fine, too.
    virtual void setSuggestions(const QStringList&) {}
    using QWidget::show;

Q_SIGNALS:
    void edited(const std::optional<seekbench::ParameterValue>& value);  // by the user; nothing: cleared

protected:
    using QWidget::QWidget;
};

}  // namespace seekbench
