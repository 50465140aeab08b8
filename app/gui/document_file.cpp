// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/document_file.h"

#include <algorithm>

#include <QtCore/QFileInfo>

#include "app/gui/background.h"
#include "widgets/text/figures.h"

namespace seekbench {
namespace {

constexpr int kSlots = 32;  // windows of one workspace that keep copies at the same time
constexpr std::chrono::milliseconds kQuiet{200};

// The copy: the path of the file it belongs to on the first line (empty: none), then the experiment's text.
std::string copyText(const std::optional<std::filesystem::path>& path, const Experiment& experiment) {
    return (path ? path->string() : std::string()) + "\n" + experimentToText(experiment);
}

Experiment withLibrary(Experiment experiment, const Library& library) {
    // Bodies that the file embeds win over those of the same name: they are what it was trained with.
    experiment.library.composites.insert(library.composites.begin(), library.composites.end());
    return experiment;
}

Experiment trimmed(Experiment experiment) {
    experiment.library = experiment.library.usedBy(experiment.graph);
    return experiment;
}

}  // namespace

DocumentFile::DocumentFile(ExperimentDocument& document, Workspace workspace, Library library, QObject* parent)
    : QObject(parent), m_document(document), m_workspace(std::move(workspace)), m_library(std::move(library)) {
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(kQuiet);
    connect(&m_autosave, &QTimer::timeout, this, &DocumentFile::autosave);
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, [this] { m_autosave.start(); });
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, this, &DocumentFile::changed);
    connect(&m_document, &ExperimentDocument::settingsChanged, this, &DocumentFile::changed);

    const std::filesystem::path folder = m_workspace.path() / "autosave";
    if (const auto made = makeFolder(folder); !made) return;  // told when the first copy cannot be written
    // The slot that a killed window left a copy in comes first, then the first free one.
    const auto take = [&](bool onlyWithCopy) {
        for (int i = 1; i <= kSlots && !m_lock; ++i) {
            const std::filesystem::path slot = folder / ("window-" + std::to_string(i));
            std::error_code ignored;
            if (onlyWithCopy && !std::filesystem::exists(slot.string() + ".json", ignored)) continue;
            if (auto lock = FileLock::acquire(slot.string() + ".lock", FileLock::Kind::Exclusive)) {
                m_lock = std::move(*lock);
                m_slot = slot;
            }
        }
    };
    take(true);
    take(false);
}

DocumentFile::~DocumentFile() = default;

std::filesystem::path DocumentFile::copyFile() const { return m_slot.string() + ".json"; }

void DocumentFile::removeCopy() {
    std::error_code ignored;
    if (!m_slot.empty()) std::filesystem::remove(copyFile(), ignored);
}

bool DocumentFile::restore() {
    std::error_code ignored;
    if (m_slot.empty() || !std::filesystem::exists(copyFile(), ignored)) return false;
    const auto fail = [&](const Error& error) {
        std::filesystem::rename(copyFile(), m_slot.string() + ".damaged", ignored);
        Q_EMIT failed(error.in(say("restoring what was not saved; it is kept as %1", displayPath(m_slot.string() + ".damaged"))));
        return false;
    };
    const auto text = readFile(copyFile());
    if (!text) return fail(text.error());
    const std::size_t line = std::min(text->find('\n'), text->size());
    auto experiment = experimentFromText(std::string_view(*text).substr(std::min(line + 1, text->size())), m_library);
    if (!experiment) return fail(experiment.error());
    const std::string path = text->substr(0, line);
    show(std::move(*experiment), path.empty() ? std::nullopt : std::optional<std::filesystem::path>(path));
    if (m_path)
        if (auto onDisk = loadExperiment(*m_path, m_library)) m_saved = std::move(*onDisk);
    m_document.undoStack().resetClean();  // it differs from its file
    Q_EMIT changed();
    return true;
}

Result<void> DocumentFile::open(const std::filesystem::path& path) {
    auto experiment = loadExperiment(path, m_library);
    if (!experiment) return experiment.error();
    show(std::move(*experiment), path);
    removeCopy();
    return {};
}

void DocumentFile::openUnsaved(Experiment experiment) {
    show(std::move(experiment), std::nullopt);
    removeCopy();
}

void DocumentFile::show(Experiment experiment, std::optional<std::filesystem::path> path) {
    m_path = std::move(path);
    m_saved = experiment;
    m_document.open(withLibrary(std::move(experiment), m_library));
    Q_EMIT changed();
}

Result<void> DocumentFile::save() { return saveAs(*m_path); }

Result<void> DocumentFile::saveAs(const std::filesystem::path& path) {
    if (auto written = writeFileAtomically(path, experimentToText(essential())); !written)
        return written.error().in(say("saving %1", displayPath(path)));
    m_path = path;
    m_saved = essential();
    m_document.undoStack().setClean();
    m_autosave.stop();
    m_dirty = false;
    removeCopy();
    Q_EMIT changed();
    return {};
}

Experiment DocumentFile::essential() const { return trimmed(m_document.experiment()); }

std::optional<std::pair<std::filesystem::path, Experiment>> DocumentFile::saved() const {
    if (!m_path) return std::nullopt;
    return std::pair(*m_path, m_saved);
}

QString DocumentFile::title() const {
    if (m_path) return QFileInfo(QString::fromStdString(m_path->string())).completeBaseName();
    const std::string& name = m_document.experiment().name;
    return name.empty() ? tr("untitled") : fromUtf8(name);
}

bool DocumentFile::isModified() const { return !m_document.undoStack().isClean(); }

void DocumentFile::keepCopy() {
    m_autosave.stop();
    if (m_slot.empty() || m_document.undoStack().isClean()) return;
    // Nobody waits for the window any more, so this one write may take its time here.
    if (const auto written = writeFileAtomically(copyFile(), copyText(m_path, essential())); !written) Q_EMIT failed(written.error());
}

void DocumentFile::autosave() {
    if (m_slot.empty()) return;
    if (m_document.undoStack().isClean()) return removeCopy();
    m_dirty = true;
    if (m_writing) return;  // the write at work starts the next one when it is done
    m_writing = true;
    m_dirty = false;
    inBackground(
        this,
        [file = copyFile(), path = m_path, experiment = m_document.experiment()] {
            return writeFileAtomically(file, copyText(path, trimmed(experiment)));
        },
        [this](const Result<void>& written) {
            m_writing = false;
            if (!written) Q_EMIT failed(written.error().in(say("keeping a copy of what is not saved yet")));
            if (m_document.undoStack().isClean()) removeCopy();  // saved meanwhile
            if (m_dirty) autosave();
            Q_EMIT autosaved();
        });
}

}  // namespace seekbench
