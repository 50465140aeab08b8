// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graph_view.h"

#include <algorithm>
#include <cmath>

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QScrollBar>

#include "widgets/graph/graph_scene.h"

namespace seekbench {

GraphView::GraphView(GraphScene& scene, QWidget* parent) : QGraphicsView(&scene, parent) {
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(MinimalViewportUpdate);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(AnchorViewCenter);
    setDragMode(RubberBandDrag);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_zoomed.setSingleShot(true);
    m_zoomed.setInterval(120);
    connect(&m_zoomed, &QTimer::timeout, this, [this] { setRenderHint(QPainter::Antialiasing); });
}

void GraphView::zoomBy(double factor, QPoint at) {
    const double wanted = std::clamp(zoom() * factor, kSmallestZoom, kLargestZoom);
    factor = wanted / zoom();
    if (factor == 1) return;
    setRenderHint(QPainter::Antialiasing, false);
    m_zoomed.start();
    const QPointF under = mapToScene(at);
    scale(factor, factor);
    const QPointF moved = mapFromScene(under) - at;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(std::lround(moved.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(moved.y())));
    Q_EMIT zoomChanged(zoom());
}

void GraphView::fitRect(const QRectF& rect) {
    if (rect.isEmpty()) return;
    const double scaleX = viewport()->width() / rect.width(), scaleY = viewport()->height() / rect.height();
    const double wanted = std::clamp(std::min({scaleX, scaleY, 1.0}), kSmallestZoom, kLargestZoom);  // never larger than life
    setTransform(QTransform::fromScale(wanted, wanted));
    centerOn(rect.center());
    Q_EMIT zoomChanged(zoom());
}

void GraphView::fit() { fitRect(static_cast<GraphScene*>(scene())->contentRect()); }

void GraphView::fitSelection() {
    QRectF rect;
    for (const QGraphicsItem* item : scene()->selectedItems()) rect |= item->sceneBoundingRect();
    fitRect(rect.isNull() ? static_cast<GraphScene*>(scene())->contentRect() : rect.adjusted(-48, -48, 48, 48));
}

void GraphView::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    zoomBy(std::pow(1.2, notches), event->position().toPoint());
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panning = m_spacePanned = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_panning) return QGraphicsView::mouseMoveEvent(event);
    const QPoint by = event->pos() - std::exchange(m_panFrom, event->pos());
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

void GraphView::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_panning) return QGraphicsView::mouseReleaseEvent(event);
    m_panning = false;
    viewport()->unsetCursor();
}

void GraphView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F && !(event->modifiers() & Qt::ControlModifier))
        return event->modifiers() & Qt::ShiftModifier ? fitSelection() : fit();
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) return zoomBy(1.2, viewport()->rect().center());
    if (event->key() == Qt::Key_Minus) return zoomBy(1 / 1.2, viewport()->rect().center());
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            m_spacePanned = false;
        }
        return;
    }
    QGraphicsView::keyPressEvent(event);
}

void GraphView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return QGraphicsView::keyReleaseEvent(event);
    if (std::exchange(m_spaceHeld, false) && !m_spacePanned) Q_EMIT spacePressed();
}

void GraphView::focusOutEvent(QFocusEvent* event) {
    m_spaceHeld = false;
    QGraphicsView::focusOutEvent(event);
}

void GraphView::look(QPointF at) {
    centerOn(at);
    Q_EMIT zoomChanged(zoom());
}

void GraphView::setHint(const QString& hint) {
    m_hint = hint;
    viewport()->update();
}

void GraphView::drawForeground(QPainter* painter, const QRectF&) {
    const auto& graph = static_cast<const GraphScene&>(*scene());
    if (m_hint.isEmpty() || !graph.nodes().empty()) return;
    painter->save();
    painter->resetTransform();
    painter->setPen(graph.theme()[Colour::Muted]);
    painter->setFont(font());
    painter->drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
    painter->restore();
}

}  // namespace seekbench
