// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include "widgets/data/import_dialog.h"
#include "widgets/theme/theme.h"

class QWidget;

namespace seekbench {

class WindowSession;
struct Choice;
struct Split;

// Lets the user look at a file or folder of data and take it as the data of the experiment: shows the dialog, reads in the background,
// and changes the document in one undoable step. Lives in the GUI thread; `window` is the parent of what is shown.
class DataImport : public QObject {
    Q_OBJECT

public:
    DataImport(WindowSession& session, QWidget* window);
    ~DataImport() override;

    // Shows the dialog with what is at `path`; empty: to choose from there.
    void open(const QString& path, Theme theme);
    ImportDialog* dialog() const { return m_dialog; }

Q_SIGNALS:
    void imported();

private:
    struct Reading;  // what the thread that reads and this one share
    void describe(const QString& path, const QString& kind);
    void cancel();
    void choose(bool folder);
    void take(const Choice& dataset, const Split& split);

    WindowSession& m_session;
    QWidget* m_window;
    QPointer<ImportDialog> m_dialog;
    std::shared_ptr<Reading> m_reading;
    QTimer m_watch;
};

}  // namespace seekbench
