// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_marks.h"

#include <algorithm>

#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr double kRing = 5, kDot = 3.5;
constexpr int kLabelGap = 12;

}  // namespace

PlotMarks::PlotMarks(QCustomPlot* plot) : QCPAbstractItem(plot) { setClipToAxisRect(false); }

QFont PlotMarks::fontOf(bool bold) const {
    QFont font = parentPlot()->font();
    font.setPixelSize(std::max(1, emPixels(font, em::kTable)));
    font.setBold(bold);
    return font;
}

int PlotMarks::rightMargin() const {
    int widest = 0;
    for (const Mark& mark : m_marks)
        if (mark.kind == Mark::Kind::Last && !mark.text.isEmpty())
            widest = std::max({widest, QFontMetrics(fontOf(true)).horizontalAdvance(mark.text),
                               QFontMetrics(fontOf(false)).horizontalAdvance(mark.caption)});
    return widest > 0 ? widest + kLabelGap + 4 : 12;
}

QPointF PlotMarks::pixelOf(const Mark& mark) const {
    const QCPAxis* vertical = mark.onRightAxis ? parentPlot()->yAxis2 : parentPlot()->yAxis;
    return {parentPlot()->xAxis->coordToPixel(mark.x), vertical->coordToPixel(mark.y)};
}

void PlotMarks::draw(QCPPainter* painter) {
    const QRectF view = parentPlot()->axisRect()->rect();
    const QRectF seen = view.adjusted(-1, -1, 1, 1);
    painter->setAntialiasing(true);
    std::vector<QRectF> flags;
    for (const Mark& mark : m_marks) {
        const QPointF at = pixelOf(mark);
        if (!seen.contains(at)) continue;
        if (mark.kind == Mark::Kind::Last) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(mark.colour);
            painter->drawEllipse(at, kDot, kDot);
        } else {
            if (!mark.text.isEmpty()) drawFlag(painter, mark, at, flags);
            painter->setPen(QPen(m_theme[Colour::Text], 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(at, kRing, kRing);
        }
    }
    drawLastLabels(painter);
}

// Above the point where there is room, else below; never over another flag.
void PlotMarks::drawFlag(QCPPainter* painter, const Mark& mark, const QPointF& at, std::vector<QRectF>& taken) const {
    const QRectF view = parentPlot()->axisRect()->rect();
    const QFontMetrics metrics(fontOf(false));
    const QSizeF size(metrics.horizontalAdvance(mark.text) + 16, metrics.height() + 6);
    const double left = std::clamp(at.x() + 8, view.left() + 2, std::max(view.left() + 2, view.right() - size.width() - 2));
    const auto isFree = [&](const QRectF& flag) {
        return view.contains(flag) && std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(flag); });
    };
    QRectF flag(QPointF(left, at.y() - 38 - size.height() / 2), size);
    for (const double shift : {-38.0, 38.0, -62.0, 62.0}) {
        flag.moveTop(at.y() + shift - size.height() / 2);
        if (isFree(flag)) break;
    }
    taken.push_back(flag);
    painter->setPen(QPen(m_theme[Colour::SecondText], 1));
    const bool above = flag.center().y() < at.y();
    painter->drawLine(QLineF(at.x(), at.y() + (above ? -kRing - 1 : kRing + 1), std::clamp(at.x() + 8, flag.left() + 3, flag.right() - 3),
                             above ? flag.bottom() : flag.top()));
    painter->setPen(QPen(m_theme[Colour::Border], 1));
    painter->setBrush(m_theme[Colour::Panel]);
    painter->drawRoundedRect(flag, 3, 3);
    painter->setPen(m_theme[Colour::Text]);
    painter->setFont(fontOf(false));
    painter->drawText(flag, Qt::AlignCenter, mark.text);
}

void PlotMarks::drawLastLabels(QCPPainter* painter) const {
    struct Label {
        const Mark* mark;
        double top;
    };
    const QRectF view = parentPlot()->axisRect()->rect();
    const double line = QFontMetrics(fontOf(false)).height(), height = 2 * line + 2;
    std::vector<Label> labels;
    for (const Mark& mark : m_marks)
        if (mark.kind == Mark::Kind::Last && !mark.text.isEmpty())
            labels.push_back({&mark, std::clamp(pixelOf(mark).y(), view.top(), view.bottom()) - line * 0.6});
    std::ranges::stable_sort(labels, {}, &Label::top);
    for (std::size_t i = 1; i < labels.size(); ++i) labels[i].top = std::max(labels[i].top, labels[i - 1].top + height);
    // What was pushed out below comes back up, as far as the ones above allow.
    double limit = view.bottom() + line * 0.4;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->top = std::min(label->top, limit - height);
        limit = label->top;
    }
    for (const Label& label : labels) {
        const QRectF place(view.right() + kLabelGap, label.top, 400, line);
        painter->setFont(fontOf(true));
        painter->setPen(m_theme[Colour::Text]);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label.mark->text);
        painter->setFont(fontOf(false));
        painter->setPen(m_theme[Colour::Muted]);
        painter->drawText(place.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter, label.mark->caption);
    }
}

}  // namespace seekbench
