// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/design_perspective.h"

#include <algorithm>
#include <array>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QUndoStack>
#include <QtWidgets/QDockWidget>

#include "app/gui/background.h"
#include "app/gui/code_files.h"
#include "app/gui/plan_desk.h"
#include "app/gui/profile_desk.h"
#include "app/gui/window_session.h"
#include "app/session/machine.h"
#include "core/data/preview.h"
#include "core/experiment/training_check.h"
#include "widgets/code/code_view.h"
#include "widgets/experiment/experiment_form.h"
#include "widgets/experiment/inspector.h"
#include "widgets/experiment/problem_list.h"
#include "widgets/graph/editor/graph_outline.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/palette/operator_palette.h"
#include "widgets/graph/profile/canvas_profile.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

const QString kRecentOperators = QStringLiteral("design/recent_operators");
const QString kCodeStyle = QStringLiteral("design/code_style");

// The commands of the canvas and what of the editor carries them out; those that need a selected node say so.
struct CanvasCommand {
    std::string_view id;
    void (GraphEditor::*verb)();
    bool needsSelection;
};
constexpr std::array kCanvasCommands{
    CanvasCommand{"edit.cut", &GraphEditor::cut, true},
    CanvasCommand{"edit.copy", &GraphEditor::copy, true},
    CanvasCommand{"edit.paste", &GraphEditor::paste, false},
    CanvasCommand{"edit.duplicate", &GraphEditor::duplicate, true},
    CanvasCommand{"edit.delete", &GraphEditor::removeSelection, true},
    CanvasCommand{"edit.select_all", &GraphEditor::selectAll, false},
    CanvasCommand{"graph.add", &GraphEditor::searchOperator, false},
    CanvasCommand{"graph.rename", &GraphEditor::renameSelected, true},
    CanvasCommand{"graph.swap", &GraphEditor::swapOperator, true},
    CanvasCommand{"graph.fold", &GraphEditor::foldSelection, true},
    CanvasCommand{"graph.layout", &GraphEditor::layOut, false},
    CanvasCommand{"graph.fit", &GraphEditor::fit, false},
    CanvasCommand{"graph.fit_selection", &GraphEditor::fitSelection, true},
    CanvasCommand{"graph.zoom_in", &GraphEditor::zoomIn, false},
    CanvasCommand{"graph.zoom_out", &GraphEditor::zoomOut, false},
};

const CanvasCommand* canvasCommand(std::string_view id) {
    const auto found = std::ranges::find(kCanvasCommands, id, &CanvasCommand::id);
    return found == kCanvasCommands.end() ? nullptr : &*found;
}

}  // namespace

DesignPerspective::DesignPerspective(WindowSession& session) : Perspective(QStringLiteral("design"), session) {
    m_editor = new GraphEditor(session.document(), this);
    setCentralWidget(m_editor);
    makeDocks();
    connectCanvas();
    connectForms();
    connectCode();
    connectProfiles();
    retranslate();
}

void DesignPerspective::makeDocks() {
    ExperimentDocument& document = session().document();
    m_palette = new OperatorPalette(this);
    m_palette->setLibrary(session().file().library());
    m_palette->setRecent(session().settings().text(kRecentOperators).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    m_outline = new GraphOutline(document, *m_editor, this);
    m_inspector = new Inspector(document, this);
    m_form = new ExperimentForm(document, this);
    QStringList devices;
    const Machine machine = thisMachine();
    for (const std::string& device : machine.devices) devices.append(fromUtf8(device));
    document.setMachineMemory(static_cast<std::int64_t>(machine.memoryTotal));
    m_form->setDevices(devices);
    for (QWidget* form : std::initializer_list<QWidget*>{m_inspector, m_form})
        form->setMinimumWidth(emPixels(*this, 28.5));  // two numbers with their range beside each other
    m_problems = new ProblemList(document, this);
    m_code = new CodeView(document, this);
    if (const CodeStyleRow* style = findCodeStyle(session().settings().text(kCodeStyle).toStdString())) m_code->setCodeStyle(style->style);
    m_paletteDock = addDock(QStringLiteral("palette"), m_palette, Qt::LeftDockWidgetArea, 15.7);
    m_outlineDock = addDock(QStringLiteral("outline"), m_outline, Qt::LeftDockWidgetArea, 15.7);
    m_inspectorDock = addDock(QStringLiteral("inspector"), m_inspector, Qt::RightDockWidgetArea, 28.5);
    m_formDock = addDock(QStringLiteral("experiment"), m_form, Qt::RightDockWidgetArea, 28.5);
    m_codeDock = addDock(QStringLiteral("code"), m_code, Qt::RightDockWidgetArea, 28.5);
    m_problemsDock = addDock(QStringLiteral("problems"), m_problems, Qt::BottomDockWidgetArea, 13.8);
    tabifyDockWidget(m_paletteDock, m_outlineDock);
    tabifyDockWidget(m_inspectorDock, m_formDock);
    tabifyDockWidget(m_formDock, m_codeDock);
    m_paletteDock->raise();
    m_inspectorDock->raise();
}

void DesignPerspective::connectCanvas() {
    connect(m_palette, &OperatorPalette::operatorChosen, m_editor, &GraphEditor::addOperator);
    connect(m_palette, &OperatorPalette::recentChanged, this,
            [this](const QStringList& ids) { session().settings().setText(kRecentOperators, ids.join(QLatin1Char(' '))); });
    connect(&session().document(), &ExperimentDocument::graphChanged, this,
            [this] { m_palette->setLibrary(session().document().experiment().library); });
    connect(m_editor, &GraphEditor::operatorUsed, m_palette, &OperatorPalette::addRecent);
    const auto showSelection = [this] {
        m_inspector->setSelection(m_editor->level(), m_editor->selection());
        QStringList paths;
        for (const std::string& name : m_editor->selection()) paths.append(fromUtf8(pathAt(m_editor->level(), name)));
        m_code->setSelection(paths);
        Q_EMIT statusChanged();
    };
    connect(m_editor, &GraphEditor::selectionChanged, this, showSelection);
    connect(m_editor, &GraphEditor::levelChanged, this, showSelection);
    connect(m_editor, &GraphEditor::zoomChanged, this, &Perspective::zoomChanged);
    connect(m_editor, &GraphEditor::messageReported, &session(), &WindowSession::reported);
    connect(m_editor, &GraphEditor::inspectorRequested, this, [this] {
        m_inspectorDock->show();
        m_inspectorDock->raise();
        m_inspector->focusParameter({});
    });
    connect(m_editor, &GraphEditor::fixRequested, m_problems, &ProblemList::applyFirstFix);
    connect(m_inspector, &Inspector::fixRequested, m_problems, &ProblemList::applyFirstFix);
    connect(m_inspector, &Inspector::editFailed, &session(), &WindowSession::reported);
    connect(m_inspector, &Inspector::nodeRenamed, m_editor,
            [this](const QString&, const QString& to) { m_editor->select({to.toStdString()}); });
    connect(m_problems, &ProblemList::placeActivated, this, &DesignPerspective::reveal);
    connect(m_problems, &ProblemList::fixesChanged, this, [this] {
        m_editor->setFixes(m_problems->firstFixes());
        m_inspector->setFirstFixes(m_problems->firstFixes());
        Q_EMIT statusChanged();
    });
    connect(m_problems, &ProblemList::fixFailed, &session(), &WindowSession::reported);
    connect(m_problems, &ProblemList::countsChanged, this, [this] { retranslate(); });
}

void DesignPerspective::connectForms() {
    connect(m_form, &ExperimentForm::previewRequested, this, &DesignPerspective::loadPreviewOf);
    connect(m_form, &ExperimentForm::copied, this, [this](const QString& command) {
        QGuiApplication::clipboard()->setText(command);
        Q_EMIT session().reported(tr("The command is in the clipboard."));
    });
    connect(&session().file(), &DocumentFile::changed, m_form, [this] { m_form->setSaved(session().file().saved()); });
}

void DesignPerspective::connectCode() {
    connect(m_code, &CodeView::nodeActivated, m_editor, &GraphEditor::reveal);
    connect(m_code, &CodeView::styleChosen, this,
            [this](CodeStyle style) { session().settings().setText(kCodeStyle, fromUtf8(rowOf(style).id)); });
    connect(m_code, &CodeView::copied, this, [this](const QString& code) {
        QGuiApplication::clipboard()->setText(code);
        Q_EMIT session().reported(tr("The code is in the clipboard."));
    });
    connect(m_code, &CodeView::saveRequested, this,
            [this](const QString& code, const QString& suggestion) { saveCode(session(), this, code, suggestion); });
}

void DesignPerspective::connectProfiles() {
    ProfileDesk& profiles = session().profiles();
    connect(m_editor, &GraphEditor::nodeValueChanged, this, &DesignPerspective::watchProfiles);
    connect(m_editor, &GraphEditor::slicesRequested, this, [this] { perform("graph.profile"); });
    connect(&profiles, &ProfileDesk::listed, this, &DesignPerspective::showProfile);
    connect(&profiles, &ProfileDesk::changed, this, &DesignPerspective::showProfile);
    m_plans = new PlanDesk(session().document(), this);
    connect(m_plans, &PlanDesk::changed, this, &DesignPerspective::showPlan);
}

// Profiles are looked for only while the nodes show times, plans are made only while they show kernels.
void DesignPerspective::watchProfiles() {
    session().profiles().watch(this, isVisible() && m_editor->nodeValue() == NodeValue::Time);
    m_plans->setWanted(isVisible() && m_editor->nodeValue() == NodeValue::Kernel);
    showProfile();
    showPlan();
}

void DesignPerspective::showPlan() { m_editor->setPlan(m_plans->plan(), m_plans->words()); }

void DesignPerspective::showProfile() {
    const ProfileDesk& desk = session().profiles();
    const SharedProfile& profile = desk.profile();
    if (!profile || !desk.experiment()) {
        m_editor->setProfile(nullptr, desk.run().isEmpty() ? tr("Choose a run in Train or Compare to see its measured times here.")
                                      : !desk.isListed() || !desk.profiles().empty()
                                          ? tr("Reading the profile…")
                                          : tr("This run has no profile yet. While it trains, choose Profile 20 steps (F8)."));
        return;
    }
    m_editor->setProfile(std::make_shared<CanvasProfile>(
        NodeProfile(profile->layers, profile->roofline, profile->bars), desk.experiment()->graph, desk.experiment()->library,
        QStringLiteral("%1, %2").arg(desk.run(), fromUtf8(displayPath(desk.file().filename())))));
    Q_EMIT statusChanged();
}

void DesignPerspective::showEvent(QShowEvent* event) {
    Perspective::showEvent(event);
    watchProfiles();
}

void DesignPerspective::hideEvent(QHideEvent* event) {
    Perspective::hideEvent(event);
    session().profiles().watch(this, false);  // and nothing else: the frame may be on its way out
}

void DesignPerspective::reveal(const QString& place) {
    if (m_editor->reveal(place) || !m_form->reveal(place)) return;
    m_formDock->show();
    m_formDock->raise();
    m_form->reveal(place);  // once more: what was hidden could not take the focus
}

void DesignPerspective::loadPreviewOf(const Choice& dataset, const Split& split, qint64 trainLimit) {
    inBackground(
        this, [=] { return loadPreview(dataset, split, trainLimit); },
        [this](const Result<DatasetPreviewData>& preview) {
            if (preview)
                m_form->setPreview(*preview);
            else
                m_form->setPreviewFailed(translated(preview.error()));
        });
}

QUndoStack& DesignPerspective::undoStack() const { return session().document().undoStack(); }

bool DesignPerspective::canPerform(std::string_view command) const {
    if (const CanvasCommand* row = canvasCommand(command)) return !row->needsSelection || m_editor->hasSelection();
    if (command == "edit.find") return true;
    if (command == "edit.apply_fix") return !m_problems->firstFixes().empty();
    if (command == "graph.freeze") return m_editor->hasSelection();
    if (command == "graph.profile") return !m_editor->profiledSelection().isEmpty();
    return Perspective::canPerform(command);
}

void DesignPerspective::perform(std::string_view command) {
    if (const CanvasCommand* row = canvasCommand(command)) return (m_editor->*row->verb)();
    if (command == "edit.find") return m_palette->focusSearch();
    if (command == "graph.freeze") return freezeSelection();
    if (command == "graph.profile") return Q_EMIT slicesRequested(m_editor->profiledSelection());
    if (command == "edit.apply_fix") return m_problems->applyFirstFix(QString::fromStdString(m_problems->firstFixes().begin()->first));
    Perspective::perform(command);
}

void DesignPerspective::freezeSelection() {
    std::vector<std::string> paths;
    for (const std::string& name : m_editor->selection()) paths.push_back(pathAt(m_editor->level(), name));
    const auto toggled = [paths](Experiment& experiment) {
        experiment.training.frozen = withToggled(std::move(experiment.training.frozen), paths);
    };
    session().document().changeSettings(toggled, tr("Freeze or free weights"));
    const auto& frozen = session().document().experiment().training.frozen;
    QStringList names;
    for (const std::string& path : frozen) names.append(QString::fromStdString(path));
    Q_EMIT session().reported(frozen.empty() ? tr("No weights are frozen.") : tr("Frozen: %1").arg(names.join(QStringLiteral(", "))));
}

void DesignPerspective::setTheme(Theme theme) {
    Perspective::setTheme(theme);
    m_editor->setTheme(theme);
    m_palette->setTheme(theme);
    m_outline->setTheme(theme);
    m_inspector->setTheme(theme);
    m_form->setTheme(theme);
    m_problems->setTheme(theme);
    m_code->setTheme(theme);
}

void DesignPerspective::retranslate() {
    m_paletteDock->setWindowTitle(tr("Operators"));
    m_outlineDock->setWindowTitle(tr("Outline"));
    m_inspectorDock->setWindowTitle(tr("Inspector"));
    m_formDock->setWindowTitle(tr("Experiment"));
    m_codeDock->setWindowTitle(tr("Code"));
    const int count = m_problems->errors() + m_problems->warnings();
    m_problemsDock->setWindowTitle(count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
}

}  // namespace seekbench
