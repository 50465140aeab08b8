// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QWidget>

#include "core/trace/analysis/change_tree.h"
#include "widgets/theme/theme.h"
#include "widgets/trace/icicle_layout.h"

namespace seekbench {

// Two profiles as one icicle over the layers, on one axis of time: a block is as wide as the longer of the two, a line along its upper edge
// is as long as the time before, one along its lower edge as the time after. Blue became faster, brown slower, the stronger the more; what
// the noise explains is grey. The change is written on it. Lives in the GUI thread.
class ChangeView : public QWidget {
    Q_OBJECT

public:
    explicit ChangeView(QWidget* parent = nullptr);

    void setTree(std::vector<ChangeNode> nodes);
    void setTheme(Theme theme);
    std::uint32_t root() const { return m_root; }
    std::vector<IcicleBlock> blocks() const;
    QString describe(std::uint32_t node) const;
    // −1 … 1: the change as part of the longer time; 0 for what is noise.
    double strength(std::uint32_t node) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void layerActivated(const QString& path);  // double click, Enter

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::uint32_t nodeAt(QPointF position) const;
    QRectF area() const;  // below the axis
    QString nameOf(const ChangeNode& node) const;
    void paintAxis(QPainter& painter) const;
    void retranslate();

    Theme m_theme;
    std::vector<ChangeNode> m_nodes;
    std::uint32_t m_root = 0;
};

}  // namespace seekbench
