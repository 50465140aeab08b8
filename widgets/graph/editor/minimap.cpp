// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/editor/minimap.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include "widgets/graph/graph_scene.h"
#include "widgets/graph/graph_view.h"
#include "widgets/theme/heat.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr double kInner = 6;

}  // namespace

// A child of the viewport: a widget that lies over it would make every scroll paint the whole view. Scrolling takes children along, so
// follow() puts it back.
Minimap::Minimap(GraphScene& scene, GraphView& view) : QWidget(view.viewport()), m_scene(scene), m_view(view) {
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_OpaquePaintEvent);  // what lies below need not be painted again when this is
    view.viewport()->installEventFilter(this);
    connect(&scene, &GraphScene::shown, this, &Minimap::renew);
    connect(&scene, &QGraphicsScene::selectionChanged, this, &Minimap::renew);
    connect(&view, &GraphView::zoomChanged, this, &Minimap::follow);
    for (const QScrollBar* bar : {view.horizontalScrollBar(), view.verticalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, this, &Minimap::follow);
        connect(bar, &QScrollBar::rangeChanged, this, &Minimap::follow);
    }
    place();
    hide();
}

void Minimap::setTheme(Theme theme) {
    m_theme = theme;
    m_stale = true;
    update();
}

QRectF Minimap::seen() const { return m_view.mapToScene(m_view.viewport()->rect()).boundingRect(); }

void Minimap::renew() {
    m_stale = true;
    m_content = m_scene.contentRect();
    follow();
}

void Minimap::follow() {
    place();
    // The content's margin may be cut; what counts is whether a node is.
    setVisible(!m_content.isEmpty() && !seen().contains(m_content.adjusted(40, 40, -40, -40)));
    update();
}

void Minimap::place() {
    const int width = emPixels(*this, 9.4), height = emPixels(*this, 8.6), margin = emPixels(*this, 0.77);
    const QRect home(m_view.viewport()->width() - width - margin, margin, width, height);
    if (home.size() != size()) m_stale = true;
    setGeometry(home);
}

bool Minimap::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view.viewport() && event->type() == QEvent::Resize) {
        follow();
    }
    return false;
}

QTransform Minimap::toMap() const {
    const QRectF inner = QRectF(rect()).adjusted(kInner, kInner, -kInner, -kInner);
    const double factor = std::min(inner.width() / m_content.width(), inner.height() / m_content.height());
    QTransform transform;
    transform.translate(inner.center().x(), inner.center().y());
    transform.scale(factor, factor);
    transform.translate(-m_content.center().x(), -m_content.center().y());
    return transform;
}

void Minimap::paintEvent(QPaintEvent*) {
    if (m_content.isEmpty()) return;
    const QTransform transform = toMap();
    if (m_stale || m_nodes.size() != size() * devicePixelRatio()) {
        m_nodes = QPixmap(size() * devicePixelRatio());
        m_nodes.setDevicePixelRatio(devicePixelRatio());
        m_nodes.fill(m_theme[Colour::Canvas]);
        QPainter painter(&m_nodes);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme[Colour::NodeEdge], 1));
        painter.setBrush(m_theme[Colour::Base]);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        for (const auto& [name, item] : m_scene.nodes()) {
            const NodeFace& face = item->face();
            const QColor colour = face.error       ? m_theme[Colour::Error]
                                  : face.heat >= 0 ? heatColour(m_theme, face.heat)
                                  : face.composite ? m_theme.composite()
                                                   : m_theme.family(face.family);
            QRectF bar = transform.mapRect(nodeRect().translated(item->pos()));
            if (bar.height() < 1) bar.setHeight(1);
            painter.fillRect(bar, colour);
            if (!item->isSelected()) continue;
            painter.setPen(QPen(m_theme[Colour::Accent], 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(-1, -1, 1, 1));
        }
        m_stale = false;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_nodes);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme[Colour::Accent], 1));
    const QRectF frame = transform.mapRect(seen()).intersected(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5));
    painter.drawRoundedRect(frame, 2, 2);
}

void Minimap::goTo(QPoint at) {
    if (!m_content.isEmpty()) m_view.centerOn(toMap().inverted().map(QPointF(at)));
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) goTo(event->pos());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) goTo(event->pos());
}

}  // namespace seekbench
