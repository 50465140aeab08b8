// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "core/code/code.h"
#include "widgets/theme/theme.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace seekbench {

class ExperimentDocument;
class SegmentedControl;

// The network of the document as code, in one of the styles; written anew as soon as each edit is checked. The lines of the selected node
// are marked, and the line of the cursor selects its node. While the graph has mistakes the code from before stays, with what is wrong
// above it. The document must outlive the view. Lives in the GUI thread.
class CodeView : public QWidget {
    Q_OBJECT

public:
    explicit CodeView(ExperimentDocument& document, QWidget* parent = nullptr);

    CodeStyle codeStyle() const { return m_style; }
    void setCodeStyle(CodeStyle style);
    // Marks the lines of these nodes, named by their paths, and brings the first into sight.
    void setSelection(const QStringList& paths);
    void setTheme(Theme theme);

Q_SIGNALS:
    void nodeActivated(const QString& path);  // a line of a node was clicked or reached
    void styleChosen(CodeStyle style);        // by the user
    void copied(const QString& code);
    // The code shall go into a file; `suggestion` is a name for it.
    void saveRequested(const QString& code, const QString& suggestion);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void write();
    void markLines();
    void activateLine();
    QString text() const;

    ExperimentDocument& m_document;
    CodeStyle m_style = CodeStyle::Module;
    std::optional<EmittedCode> m_code;  // what is shown
    bool m_stale = true;                // the document has changed since
    QStringList m_selection;
    Theme m_theme;
    SegmentedControl* m_styles;
    QToolButton *m_copy, *m_save;
    QLabel* m_problem;
    QPlainTextEdit* m_text;
};

}  // namespace seekbench
