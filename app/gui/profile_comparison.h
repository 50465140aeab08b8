// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <QtCore/QObject>

namespace seekbench {

class DifferenceView;
class WindowSession;

// Lets the user compare the open profile with any other one of the workspace: finds them, reads the chosen one and computes the difference
// on threads of the pool, and gives it to the view. Lives in the GUI thread; belongs to the view.
class ProfileComparison : public QObject {
    Q_OBJECT

public:
    ProfileComparison(WindowSession& session, DifferenceView& view);

private:
    struct Choice {
        QString name;
        std::filesystem::path file;
        bool operator==(const Choice&) const = default;
    };
    void find();
    void showChoices();
    void compare();

    WindowSession& m_session;
    DifferenceView& m_view;
    std::vector<Choice> m_all;      // all profiles of the workspace, those of the current run first
    std::vector<Choice> m_others;   // without the open one: what there is to choose from
    std::filesystem::path m_other;  // that is compared with; empty: none
};

}  // namespace seekbench
