// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/gui/perspective.h"

namespace seekbench {

class CompareView;

// All runs in a table, some of them as curves over each other, and what two of them differ in.
class ComparePerspective : public Perspective {
    Q_OBJECT

public:
    explicit ComparePerspective(WindowSession& session);
    ~ComparePerspective() override;

    void setTheme(Theme theme) override;
    QUndoStack& undoStack() const override;

protected:
    void retranslate() override {}  // the view sets its own texts

private:
    void connectTable();
    void connectData();
    void showNewest();
    void askBeforeRemoval(const std::vector<std::string>& runs);

    CompareView* m_view;
    bool m_hasShown = false;
};

}  // namespace seekbench
