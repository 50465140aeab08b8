// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "core/run/run_folder.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// The state of a run as glyph and word on a soft ground.
class StateChip : public QWidget {
    Q_OBJECT

public:
    explicit StateChip(QWidget* parent = nullptr);

    void setState(RunState state);
    void setTheme(Theme theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    Theme m_theme;
    RunState m_state = RunState::Created;
};

}  // namespace seekbench
