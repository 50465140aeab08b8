// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "core/base/file.h"
#include "core/run/run_folder.h"
#include "widgets/experiment/experiment_document.h"

namespace seekbench {

// A DocumentFile joins the document being edited with its file: open, save, and a copy of every unsaved change in the workspace, so
// that nothing is lost when the window is killed. Each window of a workspace keeps its copy in a slot of its own, which it holds
// locked; a slot with a copy and without an owner is what a killed or closed window left. Lives in the GUI thread.
class DocumentFile : public QObject {
    Q_OBJECT

public:
    DocumentFile(ExperimentDocument& document, Workspace workspace, Library library, QObject* parent = nullptr);
    ~DocumentFile() override;

    // Takes the copy that a killed window left; false when there is none. A copy that cannot be read is kept aside and told by failed().
    bool restore();

    Result<void> open(const std::filesystem::path& path);
    // A document without a file, such as the experiment of a run or an empty one. `name` says what it is for the title.
    void openUnsaved(Experiment experiment);
    Result<void> save();  // needs a path
    Result<void> saveAs(const std::filesystem::path& path);

    const std::optional<std::filesystem::path>& path() const { return m_path; }
    QString title() const;  // of the file or of the experiment
    bool isModified() const;
    // The experiment as it is written: with the composites it uses and no others.
    Experiment essential() const;
    // The file and what it holds; nothing: not saved yet.
    std::optional<std::pair<std::filesystem::path, Experiment>> saved() const;
    const Library& library() const { return m_library; }

    // The window closes: what is not saved is kept, at once, and comes back with the next window.
    void keepCopy();

Q_SIGNALS:
    void changed();  // path, title or whether it is modified
    void autosaved();
    void failed(const seekbench::Error& error);

private:
    void show(Experiment experiment, std::optional<std::filesystem::path> path);
    void autosave();
    std::filesystem::path copyFile() const;
    void removeCopy();

    ExperimentDocument& m_document;
    Workspace m_workspace;
    Library m_library;
    std::optional<std::filesystem::path> m_path;
    Experiment m_saved;            // what the file holds
    std::filesystem::path m_slot;  // path of the slot's files without their endings; empty: no slot could be had
    std::optional<FileLock> m_lock;
    QTimer m_autosave;
    bool m_writing = false, m_dirty = false;
};

}  // namespace seekbench
