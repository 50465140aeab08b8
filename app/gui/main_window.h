// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QtWidgets/QMainWindow>

#include "app/gui/commands.h"
#include "app/gui/language.h"
#include "app/gui/window_session.h"

class QLabel;
class QStackedWidget;

namespace seekbench {

class CommandPalette;
class DataImport;
class MessageLine;
class Perspective;
class Rail;
class StatusLine;
class ToolBar;

// The frame: menus, tool bar, rail, perspectives, status bar. It hands the commands to the perspective that is shown and shows what the
// session reports; what there is to see is made in the perspectives. Lives in the GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(WindowSession& session, Language& language, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setTheme(ThemeKind kind);
    void setLanguage(const QString& code);
    void showPerspective(std::size_t index);
    // Shows what died since the window was last open, when the list of runs is there.
    void offerInterruptedRuns();
    const std::vector<Perspective*>& perspectives() const { return m_perspectives; }
    WindowSession& session() { return m_session; }
    Commands& commands() { return m_commands; }
    DataImport& dataImport() { return *m_import; }
    // An experiment is opened; whatever else it is, is looked at as data.
    void openDropped(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeFrame();
    void makeMenus();
    void connectFile();
    void connectView();
    void connectWork();
    Perspective& current() const;
    void updateActions();
    void updateTitle();
    void fillRecent();
    void retranslate();
    void restoreLayout();
    void saveLayout();
    void openWithDialog();
    void save();
    // Asks for a file; `next` follows when it is written.
    void saveWithDialog(std::function<void()> next);
    // Asks whether unsaved changes are to be saved; then does `next`, unless the user stays.
    void leaveDocument(std::function<void()> next);
    // Does `next` with a document of the experiment's network: the one that is open, if it is one, or the experiment as a new document.
    void withNetworkOf(const Experiment& experiment, std::function<void()> next);

    WindowSession& m_session;
    Language& m_language;
    Commands m_commands;
    Theme m_theme;
    std::vector<Perspective*> m_perspectives;
    QStackedWidget* m_stack = nullptr;
    Rail* m_rail = nullptr;
    ToolBar* m_toolBar = nullptr;
    StatusLine* m_status = nullptr;
    MessageLine* m_messages = nullptr;
    CommandPalette* m_palette = nullptr;
    DataImport* m_import = nullptr;
    QLabel* m_saved = nullptr;
    QMenu *m_recent = nullptr, *m_themes = nullptr, *m_languages = nullptr, *m_docks = nullptr;
};

}  // namespace seekbench
