// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>

#include <QtWidgets/QWidget>

#include "widgets/graph/editor/graph_gestures.h"
#include "widgets/graph/graph_scene.h"
#include "widgets/graph/palette/operator_entry.h"
#include "widgets/theme/theme.h"

class QLabel;
class QToolButton;

namespace seekbench {

class GraphKeyboard;
class GraphView;
class LevelBar;
class Minimap;
class NameField;
class OperatorSearch;
class SegmentedControl;
class TimeBar;
struct CanvasProfile;

// The canvas on which the graph of an experiment is drawn: a bar with the way into the graph and what the nodes show, the view with its
// minimap, and a line of totals. Every gesture becomes a step of the document's undo stack; the editor keeps only what is seen (level,
// selection, zoom). The document must outlive it. Lives in the GUI thread.
class GraphEditor : public QWidget {
    Q_OBJECT

public:
    explicit GraphEditor(ExperimentDocument& document, QWidget* parent = nullptr);
    ~GraphEditor() override;

    void setTheme(Theme theme);
    const GraphLevel& level() const { return m_gestures.level(); }
    // Nothing happens when the path leads nowhere.
    void setLevel(const GraphLevel& level);
    NodeNames selection() const;
    void select(const NodeNames& names);
    // Goes to the level of a node named by its path ("stage1/block/conv"), selects it and brings it into sight. Says whether there is such
    // a node.
    bool reveal(const QString& path);
    // Opens a node of the level: a composite's body, else the inspector.
    void open(const QString& node) { activate(node); }
    // Scrolls so that the selection is seen.
    void showSelection();
    // The first fix of each node in error, by path; shown in its badge.
    void setFixes(std::map<std::string, QString> fixes);
    NodeValue nodeValue() const { return m_value; }
    void setNodeValue(NodeValue value);
    // What NodeValue::Time shows; nullptr: nothing, and `hint` says why.
    void setProfile(std::shared_ptr<const CanvasProfile> profile, const QString& hint = {});
    // What NodeValue::Kernel shows; nullptr: nothing. `words` say what plan it is, or why there is none.
    void setPlan(std::shared_ptr<const KernelPlan> plan, const QString& words);
    // The path of the one selected node, where the profile has slices of it; else empty.
    QString profiledSelection() const;
    const TimeBar& timeBar() const { return *m_timeBar; }
    double zoom() const;

    GraphScene& scene() { return *m_scene; }
    GraphView& view() { return *m_view; }
    bool hasSelection() const;

public Q_SLOTS:
    // The verbs of the menus. What cannot be done says why through messageReported().
    void removeSelection();
    void copy();
    void cut();
    void paste();
    void duplicate();
    void selectAll();
    void layOut();
    void fit();
    void fitSelection();
    void zoomIn();
    void zoomOut();
    void searchOperator();
    void swapOperator();
    void renameSelected();
    void foldSelection();
    void levelUp();
    // As chosen in the palette: after the one selected node, else in the middle of what is seen.
    void addOperator(const QString& id);

Q_SIGNALS:
    void levelChanged();
    void selectionChanged();
    void messageReported(const QString& text);  // for the status bar; "" takes it away
    void zoomChanged(double zoom);
    void nodeValueChanged(seekbench::NodeValue value);
    void slicesRequested();  // of profiledSelection()
    void inspectorRequested();
    void fixRequested(const QString& path);
    void operatorUsed(const QString& id);  // for the palette's recent ones

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    using Outcome = GraphGestures::Outcome;
    void connectScene();
    void connectKeyboard();
    void follow();   // the document has changed
    void refresh();  // shows it
    void showTotals();
    void refreshTimes();  // for the level that is shown
    void showTimeBar();
    void showFixes();
    void fitSoon();
    void retranslate();
    // After a gesture: selects what it answers or says why not.
    bool finish(const Outcome& outcome);
    void activate(const QString& node);
    void drop(const QString& id, QPointF at);
    void requestFix(const QString& node);
    using Take = std::function<Outcome(const std::string& op)>;
    void openSearch(QPointF at, std::vector<OperatorEntry> entries, const QString& caption, Take take);
    void searchAt(QPointF at);
    void searchFor(const Endpoint& from, bool fromOutput, QPointF at);
    std::vector<OperatorEntry> entriesHere() const;
    bool fits(const Edge& edge) const;
    QPointF middle() const;

    ExperimentDocument& m_document;
    GraphGestures m_gestures;
    Theme m_theme;
    NodeValue m_value = NodeValue::Shape;
    std::map<std::string, QString> m_fixes;
    std::shared_ptr<const CanvasProfile> m_profile;  // shared with whoever read it; nobody changes it
    QString m_profileHint;
    std::shared_ptr<const KernelPlan> m_plan;
    QString m_planWords;
    Take m_take;
    int m_pastes = 0;  // of the same text: each lies a step further
    QString m_copied;
    bool m_shown = false;

    GraphScene* m_scene;
    GraphView* m_view;
    GraphKeyboard* m_keyboard;
    Minimap* m_minimap;
    LevelBar* m_levelBar;
    QLabel* m_show;
    SegmentedControl* m_values;
    QToolButton *m_layOut, *m_fit;
    QLabel* m_totals;
    TimeBar* m_timeBar;
    OperatorSearch* m_search;
    NameField* m_nameField;
};

}  // namespace seekbench
