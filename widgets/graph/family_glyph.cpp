// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/family_glyph.h"

#include <array>
#include <cmath>
#include <numbers>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace seekbench {
namespace {

QPainterPath lines(std::initializer_list<std::initializer_list<QPointF>> strokes) {
    QPainterPath path;
    for (const auto& stroke : strokes) {
        bool first = true;
        for (const QPointF& point : stroke) {
            if (first)
                path.moveTo(point);
            else
                path.lineTo(point);
            first = false;
        }
    }
    return path;
}

QPainterPath polygon(int corners, double radius, double turn) {
    QPainterPath path;
    for (int i = 0; i <= corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        const QPointF point(8 + radius * std::sin(angle), 8 - radius * std::cos(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    return path;
}

// The glyphs on a grid of 16 × 16; straight lines lie on half pixels.
QPainterPath glyph(Family family) {
    QPainterPath path;
    switch (family) {
        case Family::Structure:  // an arrow into a frame
            path = lines({{{6.5, 2.5}, {13.5, 2.5}, {13.5, 13.5}, {6.5, 13.5}}, {{1.5, 8}, {9.5, 8}}, {{6.5, 5}, {9.5, 8}, {6.5, 11}}});
            break;
        case Family::Convolution:  // 3 × 3 grid
            path = lines({{{2.5, 2.5}, {13.5, 2.5}, {13.5, 13.5}, {2.5, 13.5}, {2.5, 2.5}},
                          {{6.2, 2.5}, {6.2, 13.5}},
                          {{9.8, 2.5}, {9.8, 13.5}},
                          {{2.5, 6.2}, {13.5, 6.2}},
                          {{2.5, 9.8}, {13.5, 9.8}}});
            break;
        case Family::Normalization:  // bell
            path.moveTo(1.5, 13.5);
            path.cubicTo(6, 13.5, 5.5, 2.5, 8, 2.5);
            path.cubicTo(10.5, 2.5, 10, 13.5, 14.5, 13.5);
            break;
        case Family::Activation:  // bent line
            path = lines({{{1.5, 12.5}, {7.5, 12.5}, {14, 4}}});
            break;
        case Family::Pooling:  // four cells, one window
            path = lines({{{2.5, 2.5}, {13.5, 2.5}, {13.5, 13.5}, {2.5, 13.5}, {2.5, 2.5}},
                          {{8, 2.5}, {8, 13.5}},
                          {{2.5, 8}, {13.5, 8}},
                          {{4, 4}, {6.5, 4}, {6.5, 6.5}, {4, 6.5}, {4, 4}}});
            break;
        case Family::Linear:  // two points to one
            path = lines({{{4, 4}, {12, 8}, {4, 12}}});
            path.addEllipse(QPointF(3, 4), 1.5, 1.5);
            path.addEllipse(QPointF(3, 12), 1.5, 1.5);
            path.addEllipse(QPointF(13, 8), 1.5, 1.5);
            break;
        case Family::Attention:  // hexagon with spokes
            path = polygon(6, 6.3, 0);
            path.addPath(lines({{{8, 8}, {8, 1.7}}, {{8, 8}, {13.4, 11.1}}, {{8, 8}, {2.6, 11.1}}}));
            break;
        case Family::Shape:  // two frames, one bent
            path = lines({{{2.5, 2.5}, {8.5, 2.5}, {8.5, 8.5}, {2.5, 8.5}, {2.5, 2.5}},
                          {{11, 7.5}, {13.5, 7.5}, {13.5, 13.5}, {7.5, 13.5}, {7.5, 11}}});
            break;
        case Family::Combination:  // circle with plus
            path.addEllipse(QPointF(8, 8), 5.8, 5.8);
            path.addPath(lines({{{8, 5}, {8, 11}}, {{5, 8}, {11, 8}}}));
            break;
        case Family::Regularization:  // dots, one struck out
            for (const double x : {3.5, 8.0, 12.5})
                for (const double y : {4.0, 12.0}) path.addEllipse(QPointF(x, y), 1, 1);
            path.addPath(lines({{{5.5, 9.5}, {10.5, 14.5}}}));
            break;
        case Family::Recurrent:  // loop
            path.arcMoveTo(QRectF(2.5, 2.5, 11, 11), 60);
            path.arcTo(QRectF(2.5, 2.5, 11, 11), 60, 300);
            path.addPath(lines({{{10.2, 5.8}, {13.6, 7.8}, {14.6, 4}}}));
            break;
    }
    return path;
}

void paint(QPainter& painter, const QRectF& rect, const QPainterPath& path, const QColor& colour) {
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

}  // namespace

void paintFamilyGlyph(QPainter& painter, const QRectF& rect, Family family, bool composite, const QColor& colour) {
    if (composite)  // two frames, one behind the other
        return paint(painter, rect,
                     lines({{{2.5, 2.5}, {10.5, 2.5}, {10.5, 10.5}, {2.5, 10.5}, {2.5, 2.5}}, {{5.5, 13.5}, {13.5, 13.5}, {13.5, 5.5}}}),
                     colour);
    static const auto glyphs = [] {
        std::array<QPainterPath, static_cast<std::size_t>(Family::Recurrent) + 1> all;
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = glyph(static_cast<Family>(i));
        return all;
    }();
    paint(painter, rect, glyphs[static_cast<std::size_t>(family)], colour);
}

void paintLock(QPainter& painter, const QRectF& rect, const QColor& colour) {
    paint(painter, rect,
          lines({{{3.5, 7.5}, {12.5, 7.5}, {12.5, 14}, {3.5, 14}, {3.5, 7.5}}, {{5.5, 7.5}, {5.5, 4}, {8, 2}, {10.5, 4}, {10.5, 7.5}}}),
          colour);
}

void paintSeverity(QPainter& painter, const QRectF& rect, bool error, const QColor& colour) {
    QPainterPath path;
    if (error) {
        path = polygon(8, 6.5, std::numbers::pi / 8);
        path.addPath(lines({{{5.5, 5.5}, {10.5, 10.5}}, {{10.5, 5.5}, {5.5, 10.5}}}));
    } else {
        path = lines({{{8, 2}, {14.5, 13.5}, {1.5, 13.5}, {8, 2}}, {{8, 6}, {8, 9.5}}, {{8, 11.5}, {8, 11.6}}});
    }
    paint(painter, rect, path, colour);
}

}  // namespace seekbench
