// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include <QtWidgets/QWidget>

#include "core/graph/editing/compose.h"
#include "core/graph/signature.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/theme/theme.h"

class QFrame;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace seekbench {

class FormSection;
class ParameterForm;
class ValueRows;

// The Inspector shows and edits what is selected: one node with its name, parameters, shapes, costs and problems; several nodes
// with the parameters they share; nothing: the experiment, or the block one has stepped into. Every change is a step of the
// document's undo stack, typing in one field a single one. The document must outlive it.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(ExperimentDocument& document, QWidget* parent = nullptr);
    ~Inspector() override;

    void setTheme(Theme theme);
    // Names that are not at that level are left out.
    void setSelection(const GraphLevel& level, const NodeNames& names);
    const NodeNames& selection() const { return m_names; }
    // What ProblemList::firstFixes() says.
    void setFirstFixes(const std::map<std::string, QString>& fixes);
    // Puts the cursor into the field of a parameter of the selected node.
    void focusParameter(const std::string& name);

    ParameterForm& form() { return *m_form; }
    QLineEdit& nameField() { return *m_name; }
    const ValueRows& facts() const { return *m_facts; }

Q_SIGNALS:
    void nodeRenamed(const QString& from, const QString& to);
    void fixRequested(const QString& path);  // see ProblemList::applyFirstFix()
    void editFailed(const QString& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead(QVBoxLayout& column);
    void buildSections(QVBoxLayout& column);
    void refresh();
    void showNodes();
    void showHead();
    void showForm();
    void showFacts();
    void showProblems();
    void showHelp();
    void showExperiment();
    void checkName();
    void rename();
    void setParameter(const QString& name, const std::optional<ParameterValue>& value);
    void setText(std::string Experiment::*field, const QString& text, const QString& undoText, const QString& mergeKey);
    void retranslate();
    const Node* onlyNode() const;
    const Signature* signatureOf(const Node& node) const;
    std::vector<ParameterSpec> commonSpecs() const;

    ExperimentDocument& m_document;
    std::unique_ptr<Signatures> m_signatures;  // of the document's library as it is; made anew when that changes
    Theme m_theme;
    GraphLevel m_level;
    NodeNames m_names;
    std::map<std::string, QString> m_firstFixes;
    QString m_focused;  // the parameter whose help is shown
    int m_session = 0;  // typing that goes on in another field, or after another, is another step

    QWidget* m_head;
    QLabel* m_glyph;
    QLineEdit* m_name;
    QLabel* m_nameError;
    QLabel* m_kind;
    QLabel* m_family;
    FormSection* m_problemSection;
    FormSection* m_formSection;
    FormSection* m_factSection;
    FormSection* m_helpSection;
    FormSection* m_experimentSection;
    QVBoxLayout* m_problems;
    ParameterForm* m_form;
    ValueRows* m_facts;
    QLabel* m_help;
    QLabel* m_experimentNameLabel;
    QLineEdit* m_experimentName;
    QLabel* m_descriptionLabel;
    QPlainTextEdit* m_description;
    QString m_shownProblems;
};

}  // namespace seekbench
