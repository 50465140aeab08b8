// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "widgets/experiment/experiment_document.h"
#include "widgets/theme/theme.h"

class QHBoxLayout;

namespace seekbench {

// The way into the graph, "name › stage1 › top level": every step but the last can be clicked. Says how often the block seen is used,
// since an edit changes it everywhere. Lives in the GUI thread.
class LevelBar : public QWidget {
    Q_OBJECT

public:
    explicit LevelBar(QWidget* parent = nullptr);

    void setTheme(Theme theme);
    // `uses`: how many nodes are of the composite whose body is seen; below 2 nothing is said.
    void setPath(const QString& name, const GraphLevel& level, const QString& composite, int uses);

Q_SIGNALS:
    void depthChosen(int depth);  // 0 is the top

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    Theme m_theme;
    QString m_name, m_composite;
    GraphLevel m_level;
    int m_uses = 0;
    QHBoxLayout* m_layout;
};

}  // namespace seekbench
