// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_table_delegate.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QTreeView>

#include "widgets/runs/run_table_model.h"
#include "widgets/runs/state_words.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

void paintRunSwatch(QPainter& painter, const QRect& rect, int slot, double width, const Theme& theme) {
    const QColor colour = theme.run(slot);
    const QPointF middle = QRectF(rect).center();
    const double half = rect.width() / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width));
    painter.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    constexpr double r = 3.5;
    switch (slot / kRunColours % 5) {
        case 1: painter.drawEllipse(middle, r, r); break;
        case 2: painter.drawRect(QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r)); break;
        case 3: painter.drawPolygon(QPolygonF{middle + QPointF(0, -r), middle + QPointF(r, r), middle + QPointF(-r, r)}); break;
        case 4:
            painter.drawPolygon(QPolygonF{middle + QPointF(0, -r - 1), middle + QPointF(r + 1, 0), middle + QPointF(0, r + 1),
                                          middle + QPointF(-r - 1, 0)});
            break;
        default: break;
    }
    painter.restore();
}

QIcon runSwatchIcon(int slot, int size, const Theme& theme) {
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintRunSwatch(painter, pixmap.rect(), slot, 3, theme);
    return QIcon(pixmap);
}

void RunTableDelegate::paintBox(QPainter& painter, const QRect& rect, int state, bool focused) const {
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool filled = state != Qt::Unchecked;
    painter.setPen(QPen(m_theme[filled || focused ? Colour::Accent : Colour::Border], 1));
    painter.setBrush(m_theme[filled ? Colour::Accent : Colour::Base]);
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(QPen(m_theme[Colour::OnAccent], 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double u = box.width() / 14;
    const auto at = [&](double x, double y) { return QPointF(box.x() + x * u, box.y() + y * u); };
    if (state == Qt::Checked) painter.drawPolyline(QPolygonF{at(3, 7.2), at(5.7, 9.9), at(10.7, 4.5)});
    if (state == Qt::PartiallyChecked) painter.drawLine(at(3.5, 7), at(10.5, 7));
    painter.restore();
}

void RunTableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool isGroup = index.data(RunTableModel::IsGroupRole).toBool();
    const bool selected = option.state & QStyle::State_Selected, hovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, m_theme[selected  ? Colour::Selection
                                           : hovered ? Colour::Hover
                                           : isGroup ? Colour::Alternate
                                                     : Colour::Base]);
    painter->setPen(m_theme[isGroup ? Colour::Line : Colour::Grid]);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (selected && m_theme.isHighContrast()) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 2), m_theme[Colour::Accent]);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), m_theme[Colour::Accent]);
    }

    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().isValid() && view->currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0)) {
        painter->setPen(m_theme[Colour::Accent]);
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }

    const auto column = static_cast<RunColumn>(index.column());
    const int em = QFontInfo(option.font).pixelSize();
    const QRect inner = option.rect.adjusted(em / 2, 0, -em / 2, 0);
    if (column == RunColumn::Shown) {
        const int side = (em * 14 + 6) / 12;
        const QRect box(option.rect.center().x() - side / 2, option.rect.center().y() - side / 2, side, side);
        return paintBox(*painter, box, index.data(Qt::CheckStateRole).toInt(), option.state & QStyle::State_HasFocus);
    }
    if (column == RunColumn::Colour) {
        const int width = em * 20 / 12;
        const QRect swatch(option.rect.center().x() - width / 2, option.rect.top(), width, option.rect.height());
        return paintRunSwatch(*painter, swatch, index.data(RunTableModel::ColourSlotRole).toInt(), isGroup ? 3 : 1.5, m_theme);
    }
    QRect place = inner;
    if (column == RunColumn::Run || (isGroup && column == RunColumn::Name)) place = titlePlace(*painter, option, index, isGroup);
    if (column == RunColumn::State && !isGroup) {
        const auto state = static_cast<RunState>(index.data(RunTableModel::StateRole).toInt());
        const int side = (em * 13 + 6) / 12;
        paintIcon(*painter, QRectF(place.left(), place.center().y() - side / 2, side, side), stateGlyph(state),
                  m_theme[stateColour(state)]);
        place.setLeft(place.left() + side + em / 3);
    }
    // The title of a group runs over both columns.
    const QModelIndex source = isGroup && column == RunColumn::Name ? index.siblingAtColumn(static_cast<int>(RunColumn::Run)) : index;
    const QFont font = source.data(Qt::FontRole).value<QFont>();
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    painter->setFont(font);
    painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
    const QString text = source.data(Qt::DisplayRole).toString();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    painter->restore();
}

// Where the id of a run or the title of its group stands, with the chevron that opens the group.
QRect RunTableDelegate::titlePlace(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, bool isGroup) const {
    const int em = QFontInfo(option.font).pixelSize();
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    QRect place = option.rect.adjusted(em / 2, 0, -em / 2, 0);
    if (!isGroup) {
        if (index.parent().isValid()) place.setLeft(place.left() + em * 5 / 4);
        return place;
    }
    const QModelIndex run = index.siblingAtColumn(static_cast<int>(RunColumn::Run)),
                      name = index.siblingAtColumn(static_cast<int>(RunColumn::Name));
    if (view) {
        const QRect first = view->visualRect(run), second = view->visualRect(name);
        // Only while the two stand side by side.
        if (second.left() == first.right() + 1)
            place = first.united(second).adjusted(em / 2, 0, -em / 2, 0);
        else if (index.column() == name.column())
            return {};
    }
    if (index.column() == run.column()) {
        const bool open = view && view->isExpanded(index.siblingAtColumn(0));
        paintIcon(painter, QRectF(place.left(), place.center().y() - em / 2, em, em), open ? "chevron_down" : "chevron_right",
                  m_theme[Colour::SecondText]);
    }
    place.setLeft(place.left() + em * 5 / 4);
    return place;
}

QSize RunTableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {QFontInfo(option.font).pixelSize() * 4, (QFontInfo(option.font).pixelSize() * 23 + 6) / 12};
}

bool RunTableDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (static_cast<RunColumn>(index.column()) != RunColumn::Shown) return QStyledItemDelegate::editorEvent(event, model, option, index);
    // The whole cell is the target: a box of 14 px is hard to hit.
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) return true;
    if (event->type() != QEvent::MouseButtonRelease || static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton) return false;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace seekbench
