// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QtCore/QObject>
#include <QtGui/QUndoStack>

#include "app/gui/document_file.h"
#include "app/gui/run_desk.h"
#include "app/gui/run_monitor.h"
#include "app/gui/window_settings.h"
#include "core/trace/analysis/advice.h"
#include "widgets/runs/run_note_command.h"

namespace seekbench {

class ProfileDesk;

// A WindowSession is what a window works on, without anything to be seen: the workspace, the document and its file, the runs and what can
// be done to them, what the window remembers. Its parts know nothing of each other but what is joined here. Lives in the GUI thread.
class WindowSession : public QObject {
    Q_OBJECT

public:
    // Opens (or makes) the workspace at `folder`; the default one when it is empty.
    static Result<std::unique_ptr<WindowSession>> open(const std::filesystem::path& folder);

    ~WindowSession() override;

    const Workspace& workspace() const { return m_workspace; }
    WindowSettings& settings() { return m_settings; }
    ExperimentDocument& document() { return m_document; }
    const ExperimentDocument& document() const { return m_document; }
    DocumentFile& file() { return m_file; }
    const DocumentFile& file() const { return m_file; }
    RunDesk& desk() { return m_desk; }
    const RunDesk& desk() const { return m_desk; }
    RunMonitor& monitor() { return m_monitor; }
    const RunMonitor& monitor() const { return m_monitor; }
    ProfileDesk& profiles() { return *m_profiles; }  // of the current run
    // Renames, colours, notes and trash of runs: undone from the Train and Compare perspectives.
    QUndoStack& runEdits() { return m_runEdits; }

    // The run that the buttons act on; empty: none.
    const QString& currentRun() const { return m_currentRun; }
    void setCurrentRun(const QString& run);

    // Begins with what a killed window left, `path` when one is given, or the first experiment.
    void openFirstDocument(const std::filesystem::path& path);
    // Opens a file the user chose or dropped; tells failed() when it cannot be read.
    bool openFile(const QString& path);
    // A copy of an experiment that comes with the product: saving asks for a place.
    void openExample(const std::filesystem::path& path);
    // The experiment of a run as a new document, to go on from there.
    void openExperimentOf(const QString& run);
    // Calls `then` with the experiment of a run, when it has been read; tells failed() when it cannot be.
    void readExperimentOf(const QString& run, std::function<void(const Experiment&)> then);

    // Makes the advice's changes in the document, as one step that can be undone; reports what was done, or why nothing was.
    void follow(const Advice& advice);

    // What the user says about runs, as one undoable step under `text`.
    void changeNotes(const std::vector<RunNoteChange>& changes, const QString& text);

Q_SIGNALS:
    void currentRunChanged();
    void reported(const QString& sentence);      // for the status bar
    void failed(const seekbench::Error& error);  // for the message line

private:
    WindowSession(Workspace workspace, Library library);

    Workspace m_workspace;
    WindowSettings m_settings;
    ExperimentDocument m_document;
    DocumentFile m_file;
    RunDesk m_desk;
    RunMonitor m_monitor;
    std::unique_ptr<ProfileDesk> m_profiles;
    QUndoStack m_runEdits;
    QString m_currentRun;
};

}  // namespace seekbench
