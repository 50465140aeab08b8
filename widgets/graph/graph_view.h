// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QGraphicsView>

namespace seekbench {

class GraphScene;

// A GraphView looks at a GraphScene: wheel zooms at the pointer, middle drag or Space and drag pans, F fits everything and Shift+F the
// selection. Antialiasing rests while zooming (Qt repaints everything then).
class GraphView : public QGraphicsView {
    Q_OBJECT

public:
    explicit GraphView(GraphScene& scene, QWidget* parent = nullptr);

    void fit();
    void fitSelection();
    void zoomBy(double factor, QPoint at);
    // Brings a place into the middle.
    void look(QPointF at);
    // What an empty canvas says.
    void setHint(const QString& hint);
    double zoom() const { return transform().m11(); }
    static constexpr double kSmallestZoom = 0.05, kLargestZoom = 4;

Q_SIGNALS:
    void zoomChanged(double zoom);
    void spacePressed();  // and let go without panning

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void fitRect(const QRectF& rect);
    bool m_panning = false, m_spaceHeld = false, m_spacePanned = false;
    QPoint m_panFrom;
    QString m_hint;
    QTimer m_zoomed;  // runs while one zooms
};

}  // namespace seekbench
