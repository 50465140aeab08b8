// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/perspective.h"

namespace seekbench {

class CodeView;
class ExperimentForm;
class GraphEditor;
class GraphOutline;
class Inspector;
class OperatorPalette;
class PlanDesk;
class ProblemList;
struct Choice;
struct Split;

// Drawing the network and setting the experiment up: the canvas in the middle, operators and outline at the left, the inspector,
// the experiment's settings and the code at the right, problems below.
class DesignPerspective : public Perspective {
    Q_OBJECT

public:
    explicit DesignPerspective(WindowSession& session);

    void setTheme(Theme theme) override;
    bool canPerform(std::string_view command) const override;
    void perform(std::string_view command) override;
    QUndoStack& undoStack() const override;
    void reveal(const QString& place) override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeDocks();
    void connectCanvas();
    void connectForms();
    void connectCode();
    void connectProfiles();
    void watchProfiles();
    void showProfile();
    void showPlan();
    // Adds the selected nodes to the setting "frozen", or takes them out.
    void freezeSelection();
    void loadPreviewOf(const Choice& dataset, const Split& split, qint64 trainLimit);

    GraphEditor* m_editor;
    OperatorPalette* m_palette;
    GraphOutline* m_outline;
    Inspector* m_inspector;
    ExperimentForm* m_form;
    ProblemList* m_problems;
    CodeView* m_code;
    PlanDesk* m_plans;
    QDockWidget *m_paletteDock, *m_outlineDock, *m_inspectorDock, *m_formDock, *m_problemsDock, *m_codeDock;
};

}  // namespace seekbench
