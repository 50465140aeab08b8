// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/data_import.h"

#include <atomic>

#include <QtWidgets/QFileDialog>

#include "app/gui/background.h"
#include "app/gui/window_session.h"
#include "core/data/description/file_description.h"
#include "widgets/text/translated.h"

namespace seekbench {

// Shared with the thread at work, which may outlive the dialog by the time of one look.
struct DataImport::Reading {
    std::atomic<bool> cancelled = false;
    std::atomic<double> done = 0;
};

DataImport::DataImport(WindowSession& session, QWidget* window) : QObject(window), m_session(session), m_window(window) {
    m_watch.setInterval(100);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_dialog && m_reading) m_dialog->setProgress(m_reading->done);
    });
}

DataImport::~DataImport() { cancel(); }

void DataImport::open(const QString& path, Theme theme) {
    if (!m_dialog) {
        m_dialog = new ImportDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &ImportDialog::fileRequested, this, [this] { choose(false); });
        connect(m_dialog, &ImportDialog::folderRequested, this, [this] { choose(true); });
        connect(m_dialog, &ImportDialog::descriptionRequested, this, &DataImport::describe);
        connect(m_dialog, &ImportDialog::cancelled, this, &DataImport::cancel);
        connect(m_dialog, &ImportDialog::imported, this, &DataImport::take);
        connect(m_dialog, &QDialog::finished, this, [this] { m_dialog.clear(); });  // it goes a moment later
    }
    m_dialog->setTheme(theme);
    m_dialog->open();
    if (!path.isEmpty()) describe(path, {});
}

void DataImport::choose(bool folder) {
    auto* dialog = new QFileDialog(m_dialog, folder ? tr("Choose a folder of data") : tr("Choose a file of data"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (folder) dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { describe(path, {}); });
    dialog->open();
}

void DataImport::describe(const QString& path, const QString& kind) {
    if (!m_dialog) return;
    cancel();
    m_reading = std::make_shared<Reading>();
    m_watch.start();
    m_dialog->setReading(path);
    inBackground(
        this,
        [path = path.toStdString(), kind = kind.toStdString(), reading = m_reading] {
            return describeFile(path, {.kind = kind, .target = {}}, [&](double done) {
                reading->done = done;
                return !reading->cancelled;
            });
        },
        [this, reading = m_reading](const Result<FileDescription>& description) {
            if (reading != m_reading) return;  // another file has been chosen since
            m_watch.stop();
            m_reading.reset();
            if (!m_dialog) return;
            if (description)
                m_dialog->setDescription(*description);
            else
                m_dialog->setFailed(translated(description.error()));
        });
}

void DataImport::cancel() {
    if (m_reading) m_reading->cancelled = true;
}

void DataImport::take(const Choice& dataset, const Split& split) {
    m_session.document().changeSettings(
        [&](Experiment& experiment) {
            experiment.dataset = dataset;
            experiment.split = split;
            experiment.trainLimit = 0;
        },
        tr("Import data"));
    Q_EMIT m_session.reported(tr("The experiment uses the imported data now. What does not fit them stands under Problems."));
    Q_EMIT imported();
}

}  // namespace seekbench
