// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_list_delegate.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include "widgets/runs/run_list_model.h"
#include "widgets/runs/state_words.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

QFont sized(QFont font, double factor, bool bold = false) {
    font.setPixelSize(emPixels(font, factor));
    font.setBold(bold);
    return font;
}

int ems(const QStyleOptionViewItem& option, double factor) { return emPixels(option.font, factor); }

}  // namespace

QSize RunListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {ems(option, 12), ems(option, index.parent().isValid() ? 3.55 : 2.1)};
}

QRect RunListDelegate::boxOf(const QStyleOptionViewItem& option) {
    const int size = ems(option, 1);
    return {option.rect.left() + ems(option, 0.77), option.rect.top() + ems(option, 0.55), size, size};
}

void RunListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    if (!index.parent().isValid()) {
        paintGroup(*painter, option, index);
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, m_theme[Colour::Selection]);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme[Colour::Hover]);
    if ((selected && m_theme.isHighContrast()) ||
        (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme[Colour::Accent], 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    const int slot = index.data(RunListModel::SlotRole).toInt();
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QColor colour = slot >= 0 ? m_theme.run(slot) : m_theme[Colour::Disabled];
    const QRect box = boxOf(option);
    paintBox(*painter, box, ticked, colour);

    const int sampleLeft = box.right() + ems(option, 0.5), sampleWidth = ems(option, 1.3);
    const int textLeft = sampleLeft + sampleWidth + ems(option, 0.5), right = option.rect.right() - ems(option, 0.77);
    const int top = option.rect.top() + ems(option, 0.38), line = ems(option, 1.38);
    painter->setPen(QPen(colour, 2));
    painter->drawLine(sampleLeft, box.center().y() + 1, sampleLeft + sampleWidth, box.center().y() + 1);

    const QFont name = sized(option.font, 1.0), small = sized(option.font, em::kTable);
    const QString best = index.data(RunListModel::BestRole).toString();
    const int bestWidth = QFontMetrics(small).horizontalAdvance(best);
    painter->setFont(name);
    painter->setPen(m_theme[Colour::Text]);
    const int nameWidth = right - bestWidth - ems(option, best.isEmpty() ? 0 : 0.5) - textLeft;
    painter->drawText(QRect(textLeft, top, nameWidth, line), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(name).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, nameWidth));
    painter->setFont(small);
    painter->drawText(QRect(right - bestWidth, top, bestWidth + 1, line), Qt::AlignVCenter | Qt::AlignRight, best);

    const auto state = static_cast<RunState>(index.data(RunListModel::StateRole).toInt());
    const int glyph = ems(option, 1.08);
    const QRectF glyphPlace(sampleLeft + (sampleWidth - glyph) / 2.0, top + line + (line - glyph) / 2.0, glyph, glyph);
    paintIcon(*painter, glyphPlace, stateGlyph(state), m_theme[stateColour(state)]);
    painter->setPen(m_theme[Colour::Muted]);
    painter->drawText(QRect(textLeft, top + line, right - textLeft, line), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(small).elidedText(index.data(RunListModel::DetailRole).toString(), Qt::ElideRight, right - textLeft));
    painter->restore();
}

void RunListDelegate::paintBox(QPainter& painter, const QRect& box, bool ticked, const QColor& colour) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ticked ? colour : m_theme[Colour::Border], 1));
    painter.setBrush(m_theme[Colour::Base]);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    if (ticked) paintIcon(painter, box, "check", m_theme[Colour::Text]);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void RunListDelegate::paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRect place = option.rect.adjusted(ems(option, 0.77), ems(option, 0.4), -ems(option, 0.77), 0);
    painter.setFont(sized(option.font, em::kTable, true));
    painter.setPen(m_theme[Colour::SecondText]);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
    painter.setFont(sized(option.font, em::kTable));
    painter.setPen(m_theme[Colour::Muted]);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, index.data(RunListModel::BestRole).toString());
}

bool RunListDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto toggle = [&] {
        const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    };
    if (!index.parent().isValid()) return false;
    if (event->type() == QEvent::KeyPress) return static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space && toggle();
    const bool isMouse = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease ||
                         event->type() == QEvent::MouseButtonDblClick;
    if (!isMouse) return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect target = boxOf(option).adjusted(-ems(option, 0.77), -ems(option, 0.5), ems(option, 0.3), ems(option, 2));  // 24 px to hit
    if (mouse->button() != Qt::LeftButton || !target.contains(mouse->position().toPoint())) return false;
    return event->type() != QEvent::MouseButtonRelease || toggle();
}

}  // namespace seekbench
