// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QtGui/QUndoCommand>

#include "core/run/run_folder.h"

namespace seekbench {

// What the user has changed about one run.
struct RunNoteChange {
    std::string run;
    RunNote before, after;
    bool operator==(const RunNoteChange&) const = default;
};

// One step on the undo stack that changes what is said about runs: rename, colour, notes, trash. `write` outlives the stack.
class RunNoteCommand final : public QUndoCommand {
public:
    using Write = std::function<void(const std::string& run, const RunNote& note)>;

    RunNoteCommand(std::vector<RunNoteChange> changes, const QString& text, Write write)
        : QUndoCommand(text), m_changes(std::move(changes)), m_write(std::move(write)) {}

    void redo() override {
        for (const RunNoteChange& change : m_changes) m_write(change.run, change.after);
    }
    void undo() override {
        for (auto change = m_changes.rbegin(); change != m_changes.rend(); ++change) m_write(change->run, change->before);
    }

private:
    std::vector<RunNoteChange> m_changes;
    Write m_write;
};

}  // namespace seekbench
