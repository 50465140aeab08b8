// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"

class QLabel;
class QTableView;
class QStackedWidget;

namespace seekbench {

class ExperimentDocument;
class FixFinder;
class ProblemDelegate;
class ProblemModel;

// The ProblemList shows what is wrong with the document, row by row with its quick fixes as buttons. Fixes come from a thread of
// their own a moment after the report; applying one is a step of the undo stack. Enter reveals the place of the current row,
// Alt+Enter applies its first fix. The document must outlive it.
class ProblemList : public QWidget {
    Q_OBJECT

public:
    explicit ProblemList(ExperimentDocument& document, QWidget* parent = nullptr);

    void setTheme(Theme theme);

    int errors() const;
    int warnings() const;
    // The first fix of each place that has one, as text for the badge on the canvas.
    std::map<std::string, QString> firstFixes() const;
    // Whether the fixes belong to the document as it is.
    bool areFixesCurrent() const;
    const ProblemModel& model() const { return *m_model; }
    QTableView& view() { return *m_view; }

public Q_SLOTS:
    // Applies the first fix of the first finding at `path`; nothing happens when there is none.
    void applyFirstFix(const QString& path);

Q_SIGNALS:
    // A node's path or the place of a setting, "training.batch_size": the user wants to see it.
    void placeActivated(const QString& path);
    void countsChanged(int errors, int warnings);
    void fixesChanged();
    // A fix could not be done any more; the sentence says why.
    void fixFailed(const QString& message);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showReport();
    void activate(int row);
    void applyFix(int row, int number);
    void retranslate();

    ExperimentDocument& m_document;
    ProblemModel* m_model;
    ProblemDelegate* m_delegate;
    FixFinder* m_finder;
    QStackedWidget* m_stack;
    QTableView* m_view;
    QLabel* m_empty;
    QLabel* m_tick;
    QLabel* m_errors;
    QLabel* m_warnings;
    QLabel* m_checked;
    Theme m_theme;
    bool m_fixesCurrent = false;
};

}  // namespace seekbench
