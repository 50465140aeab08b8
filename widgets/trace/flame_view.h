// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QWidget>

#include "core/trace/analysis/flame.h"
#include "widgets/theme/theme.h"
#include "widgets/trace/icicle_layout.h"

namespace seekbench {

// Who called whom, as an icicle: the whole at the top, below each what it called, as wide as it took. A click shows a part as the whole,
// a click on what stands above it goes back. Lives in the GUI thread.
class FlameView : public QWidget {
    Q_OBJECT

public:
    explicit FlameView(QWidget* parent = nullptr);

    void setNodes(std::vector<FlameNode> nodes, std::size_t steps);
    void setTheme(Theme theme);
    std::uint32_t root() const { return m_root; }
    QSize sizeHint() const override;

    // Where the nodes lie that are at least a pixel wide.
    std::vector<IcicleBlock> blocks() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::uint32_t nodeAt(QPointF position) const;
    QString describe(std::uint32_t node) const;

    Theme m_theme;
    std::vector<FlameNode> m_nodes;
    std::size_t m_steps = 1;
    std::uint32_t m_root = 0;
};

}  // namespace seekbench
