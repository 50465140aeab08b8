// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"

namespace seekbench {

class GraphScene;
class GraphView;

// The whole graph in a corner, with the part that is seen; a click or a drag in it goes there. Shows itself only while not everything
// is in sight. Lies on the view; the picture of the nodes is kept, so that panning draws one rectangle. Lives in the GUI thread.
class Minimap : public QWidget {
    Q_OBJECT

public:
    Minimap(GraphScene& scene, GraphView& view);

    void setTheme(Theme theme);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();  // what is seen has changed
    void renew();   // the nodes have changed
    void place();
    void goTo(QPoint at);
    QRectF seen() const;
    QTransform toMap() const;

    GraphScene& m_scene;
    GraphView& m_view;
    Theme m_theme;
    QRectF m_content;
    QPixmap m_nodes;
    bool m_stale = true;
};

}  // namespace seekbench
