// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <QtWidgets/QWidget>

#include "widgets/experiment/parameter_field.h"
#include "widgets/theme/theme.h"

class QGridLayout;
class QLabel;
class QToolButton;

namespace seekbench {

// A ParameterForm is a row for each of some parameters: name, field, unit, range, and a button back to the default. It is made from
// the specs alone. Values that are set are bold. It changes nothing: it says what the user wants, and shows what it is told; a field
// that is being typed into keeps its text and its cursor as long as it is told that very value.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    enum class Names { Identifiers, Labels };  // "out_channels", as the library spells it, or "Output channels"
    using Texts = std::map<std::string, QString, std::less<>>;

    explicit ParameterForm(Names names, QWidget* parent = nullptr);

    void setTheme(Theme theme);
    // What can be set and what is. The rows stay as long as the specs are the same.
    void showParameters(std::span<const ParameterSpec> specs, const ParameterValues& values,
                        ParameterField::Accepts accepts = ParameterField::Accepts::Values);
    // Parameters whose values differ among what is edited together.
    void setMixed(const std::set<std::string, std::less<>>& names);
    // Muted words beside the field ("from the input"), and sentences below it.
    void setHints(Texts hints);
    void setErrors(Texts errors);
    void setSuggestions(const std::string& name, const QStringList& suggestions);

    ParameterField* field(std::string_view name) const;  // nullptr when there is none
    bool isSet(std::string_view name) const;
    QToolButton* resetButton(std::string_view name) const;
    void focusField(std::string_view name);

Q_SIGNALS:
    // Nothing: back to the default.
    void valueChanged(const QString& name, const std::optional<seekbench::ParameterValue>& value);
    void parameterFocused(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        FieldSpec spec;
        QLabel* label;
        ParameterField* field;
        QLabel* unit;
        QLabel* range;
        QToolButton* reset;
        QLabel* error;
    };
    Row* rowOf(std::string_view name);
    const Row* rowOf(std::string_view name) const;
    void build(std::span<const ParameterSpec> specs);
    void fill(Row& row);
    void retranslate(Row& row);

    Names m_names;
    ParameterField::Accepts m_accepts = ParameterField::Accepts::Values;
    Theme m_theme;
    QGridLayout* m_grid = nullptr;
    std::vector<Row> m_rows;
    ParameterValues m_values;
    std::set<std::string, std::less<>> m_mixed;
    Texts m_hints, m_errors;
    std::map<std::string, QStringList, std::less<>> m_suggestions;
};

}  // namespace seekbench
