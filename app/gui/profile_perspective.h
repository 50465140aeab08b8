// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <QtCore/QTimer>

#include "app/gui/perspective.h"

class QListWidget;

namespace seekbench {

class ProfileView;

// Where the time of a run's steps goes: its profiles at the left, the one that is open in the middle, the selected slice at the right.
class ProfilePerspective : public Perspective {
    Q_OBJECT

public:
    explicit ProfilePerspective(WindowSession& session);

    void setTheme(Theme theme) override;
    QUndoStack& undoStack() const override;
    void reveal(const QString& place) override;

    ProfileView& view() { return *m_view; }

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    // Looks for the profiles of the current run, as long as somebody sees this.
    void look();
    void takeProfiles(const QString& run, std::vector<std::filesystem::path> profiles);
    void open(const std::filesystem::path& profile);
    void showMessage();

    QListWidget* m_list;
    ProfileView* m_view;
    QDockWidget *m_listDock, *m_panelDock;
    QTimer m_look;
    QString m_run;  // whose profiles are listed
    std::vector<std::filesystem::path> m_profiles;
    std::filesystem::path m_open;
};

}  // namespace seekbench
