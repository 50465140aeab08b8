// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QMainWindow>

#include "core/experiment/experiment.h"
#include "core/trace/analysis/advice.h"
#include "widgets/theme/theme.h"

class QDockWidget;
class QUndoStack;

namespace seekbench {

class WindowSession;

// A Perspective is one arrangement of views for one kind of work: a central view and docks that can be moved, closed and floated.
// Being a QMainWindow inside the window, each keeps its own layout. It carries out the commands that concern its views, and those of
// runs (run_commands.h) in the same way everywhere. Lives in the GUI thread.
class Perspective : public QMainWindow {
    Q_OBJECT

public:
    // `id` names its layout in the settings: "design".
    Perspective(QString id, WindowSession& session);

    const QString& id() const { return m_id; }
    virtual void setTheme(Theme theme);

    // The command of that id, from menu, key or palette. What canPerform() denies is not asked for.
    virtual bool canPerform(std::string_view command) const;
    virtual void perform(std::string_view command);
    // Which changes Undo takes back while this perspective is shown.
    virtual QUndoStack& undoStack() const = 0;
    // Brings what the place names into view: a node's path, or that of a setting; where there is no such thing, nothing.
    virtual void reveal(const QString& place) { Q_UNUSED(place) }

    // A layout of saveState(), at the next show: docks have no sizes before that. Empty: as they were made.
    void useLayout(const QByteArray& state) { m_layout = state; }
    void resetLayout();
    bool wasShown() const { return !m_standardLayout.isEmpty(); }
    // The docks, for the View menu.
    QList<QDockWidget*> docks() const;

Q_SIGNALS:
    void statusChanged();  // what can be performed
    void zoomChanged(double zoom);
    void perspectiveRequested(std::size_t index);
    void nodeRequested(const QString& run, const QString& path);  // of the run's network
    void slicesRequested(const QString& path);                    // of that node, in the profile that is open
    void experimentRequested(const QString& run);                 // as the document; the frame asks what becomes of the one that is open
    // The change is to be made in the document; in that of this experiment, if another one is open.
    void adviceAccepted(const seekbench::Experiment& experiment, const seekbench::Advice& advice);

protected:
    // Adds `body` as a dock; `name` is its stable object name, `em` its width (at the sides) or height at the start. Its title is set in
    // retranslate().
    QDockWidget* addDock(const QString& name, QWidget* body, Qt::DockWidgetArea area, double em);
    // Sets all texts; called at the end of the derived class's constructor and at each change of language.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    const Theme& theme() const { return m_theme; }
    WindowSession& session() const { return m_session; }

private:
    void proveRun();

    QString m_id;
    WindowSession& m_session;
    Theme m_theme;
    struct DockSize {
        QDockWidget* dock;
        Qt::Orientation orientation;
        double em;
    };
    std::vector<DockSize> m_sizes;
    QByteArray m_layout, m_standardLayout;
};

}  // namespace seekbench
