// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/background.h"
#include "app/gui/perspective.h"

class QListWidget;

namespace seekbench {

class AdviceDesk;
class ProfileDesk;
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
    void hideEvent(QHideEvent* event) override;

private:
    ProfileDesk& desk() const;
    void showList();
    void showProfile();
    void showMessage();

    QListWidget* m_list;
    ProfileView* m_view;
    AdviceDesk* m_advice;
    NewestInBackground m_tables{this};
    QDockWidget *m_listDock, *m_panelDock;
};

}  // namespace seekbench
