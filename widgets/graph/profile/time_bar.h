// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"

class QLabel;
class QPushButton;

namespace seekbench {

// The line below the canvas while the nodes show measured times: what was measured, what the heat means, and the way from the selected node
// to its slices. Lives in the GUI thread.
class TimeBar : public QWidget {
    Q_OBJECT

public:
    explicit TimeBar(QWidget* parent = nullptr);

    struct State {
        QString words;           // what was measured, or why there is nothing
        QString warning;         // what speaks against it; empty: nothing
        double largest = 0;      // ns: the end of the scale; 0: no scale
        QString node;            // the selected one; empty: none
        bool hasSlices = false;  // of that node
        bool operator==(const State&) const = default;
    };
    void setState(State state);
    const State& state() const { return m_state; }
    void setTheme(Theme theme);

Q_SIGNALS:
    void slicesRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    class Legend;
    void showState();

    State m_state;
    QLabel *m_words, *m_warning;
    Legend* m_legend;
    QPushButton* m_slices;
};

}  // namespace seekbench
