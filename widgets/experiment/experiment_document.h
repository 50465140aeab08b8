// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QtCore/QObject>
#include <QtGui/QUndoStack>

#include "core/experiment/experiment.h"
#include "core/experiment/memory_forecast.h"
#include "core/graph/edit.h"

namespace seekbench {

// A place in the graph of an experiment: the composite nodes one has stepped into, outermost first. Empty: the top.
using GraphLevel = std::vector<std::string>;

// The path of a node at a level as reports and weights name it: "stage1/block/conv".
std::string pathAt(const GraphLevel& level, const std::string& node);

// An ExperimentDocument is the experiment being edited: the value, the one way every change takes (a step with its inverse on
// the undo stack), and what check() finds, computed in a thread of its own after each change. Its library holds all composite
// operators there are to choose from; whoever saves it keeps those that are used. Lives in the GUI thread.
class ExperimentDocument : public QObject {
    Q_OBJECT

public:
    explicit ExperimentDocument(QObject* parent = nullptr);
    ~ExperimentDocument() override;

    const Experiment& experiment() const;
    // The newest report; it may be of a document a few milliseconds old until reportChanged() comes.
    const ExperimentReport& report() const;
    bool isReportCurrent() const;
    double lastCheckMilliseconds() const;
    // What a training step will need, as new as report(); nothing while the experiment has errors or sizes are not known.
    const std::optional<MemoryForecast>& memory() const;
    // Bytes of the nodes of the graph at `level` at that peak; composites with all that is inside.
    std::map<std::string, std::int64_t> memoryAt(const GraphLevel& level) const;
    // How much memory the computer has that will train; 0: not known. What does not fit becomes a finding of report().
    void setMachineMemory(std::int64_t bytes);
    std::int64_t machineMemory() const;
    QUndoStack& undoStack();

    // Replaces the whole document; the undo stack begins anew and is clean.
    void open(Experiment experiment);

    // The graph seen at `level`: the body of the composite there. nullptr when the path leads nowhere (any more).
    const Graph* graphAt(const GraphLevel& level) const;
    // The composite whose body is seen at `level`; nullptr at the top.
    const Composite* compositeAt(const GraphLevel& level) const;
    // What the report says of that graph, with paths as seen from there.
    GraphReport reportAt(const GraphLevel& level) const;

    // Performs `edit` on the graph at `level` (a composite's body changes wherever the composite is used) and puts its inverse on
    // the undo stack under `text` ("Delete conv2"). Steps with the same `mergeKey` in a row become one ("" never merges): typing in
    // a field, dragging a node. On an error nothing changes.
    Result<void> edit(const GraphLevel& level, const Edit& edit, const QString& text, const QString& mergeKey = {});
    // Lets `change` alter everything but graph and library; the same undo stack, the same merging. Nothing happens when nothing differs.
    void changeSettings(const std::function<void(Experiment&)>& change, const QString& text, const QString& mergeKey = {});
    // Adds or replaces composite operators (a selection folded into one, one pasted in) together with an edit, as one step.
    Result<void> editWithComposite(const GraphLevel& level, const Composite& composite, const Edit& edit, const QString& text);

Q_SIGNALS:
    void opened();
    void graphChanged();     // after every change of graph or library, undo and redo included, and after opened()
    void settingsChanged();  // after every change of anything else, and after opened()
    void reportChanged();

private:
    friend class DocumentCommand;
    struct Private;
    std::unique_ptr<Private> m_private;
};

}  // namespace seekbench
