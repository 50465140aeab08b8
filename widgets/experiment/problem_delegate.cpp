// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/problem_delegate.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include "core/graph/check.h"
#include "widgets/experiment/problem_model.h"
#include "widgets/graph/family_glyph.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr double kRow = 2.62, kMargin = 0.62, kGlyph = 1.23, kButton = 1.85, kGap = 0.46;

int numberAt(const std::vector<QRect>& rects, QPoint point) {
    for (std::size_t i = 0; i < rects.size(); ++i)
        if (rects[i].contains(point)) return static_cast<int>(i);
    return -1;
}

// The text in at most two lines, the second one cut with "…".
void drawTwoLines(QPainter& painter, const QRect& rect, const QString& text, const QFont& font) {
    QTextLayout layout(text, font);
    const QFontMetrics metrics(font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid()) first.setLineWidth(rect.width());
    layout.endLayout();
    const qsizetype cut = first.isValid() ? first.textLength() : 0;
    if (cut >= text.size()) {
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
        return;
    }
    const int top = rect.top() + (rect.height() - 2 * metrics.lineSpacing()) / 2;
    painter.drawText(QRect(rect.left(), top, rect.width(), metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
                     text.left(cut).trimmed());
    painter.drawText(QRect(rect.left(), top + metrics.lineSpacing(), rect.width(), metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text.mid(cut), Qt::ElideRight, rect.width()));
}

}  // namespace

std::vector<QRect> ProblemDelegate::buttonRects(const QRect& cell, const QFont& font, const QStringList& labels) {
    const int margin = emPixels(font, kMargin), height = emPixels(font, kButton), gap = emPixels(font, kGap);
    const QFontMetrics metrics(font);
    std::vector<QRect> rects;
    int x = cell.left() + margin;
    for (const QString& label : labels) {
        int width = metrics.horizontalAdvance(label) + 2 * margin + (rects.empty() ? emPixels(font, kGlyph) + gap : 0);
        // The first fix is always there, cut where the column is narrow.
        if (rects.empty()) width = std::min(width, cell.right() - margin - x);
        if (x + width > cell.right() - gap && !rects.empty()) break;
        rects.emplace_back(x, cell.center().y() - height / 2, width, height);
        x += width + gap;
    }
    return rects;
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), emPixels(option.font, kRow)};
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, m_theme[Colour::Selection]);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme[Colour::Hover]);
    painter->setPen(m_theme[Colour::Grid]);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    switch (index.column()) {
        case ProblemModel::Place: paintPlace(*painter, option, index); break;
        case ProblemModel::Sentence: paintSentence(*painter, option, index); break;
        case ProblemModel::Fixes: paintButtons(*painter, option, index); break;
        default: paintShape(*painter, option, index);
    }
    painter->restore();
}

void ProblemDelegate::paintPlace(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int margin = emPixels(option.font, kMargin), glyph = emPixels(option.font, kGlyph);
    const bool error = index.data(ProblemModel::SeverityRole).toInt() == static_cast<int>(Severity::Error);
    const QRect place(option.rect.left() + margin, option.rect.center().y() - glyph / 2, glyph, glyph);
    paintSeverity(painter, place, error, m_theme[error ? Colour::Error : Colour::Warning]);
    QFont bold = option.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_theme[Colour::Text]);
    const QRect text = option.rect.adjusted(2 * margin + glyph, 0, -margin, 0);
    // A path is known by its end.
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideLeft, text.width()));
}

void ProblemDelegate::paintSentence(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int margin = emPixels(option.font, kMargin);
    painter.setFont(option.font);
    painter.setPen(m_theme[Colour::Text]);
    drawTwoLines(painter, option.rect.adjusted(margin, 1, -margin, -1), index.data().toString(), option.font);
}

void ProblemDelegate::paintShape(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int margin = emPixels(option.font, kMargin);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(QFontInfo(option.font).pixelSize());
    painter.setFont(mono);
    const bool error = index.data(ProblemModel::SeverityRole).toInt() == static_cast<int>(Severity::Error);
    painter.setPen(m_theme[index.column() == ProblemModel::Got && error ? Colour::Error : Colour::Text]);
    const QRect rect = option.rect.adjusted(margin, 0, -margin / 2, 0);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(mono).elidedText(index.data().toString(), Qt::ElideMiddle, rect.width()));
}

void ProblemDelegate::paintButtons(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QStringList labels = index.data(ProblemModel::FixLabelsRole).toStringList();
    const auto rects = buttonRects(option.rect, option.font, labels);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int margin = emPixels(option.font, kMargin), glyph = emPixels(option.font, kGlyph), gap = emPixels(option.font, kGap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(option.font);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const bool primary = selected && i == 0;
        const bool pressed = m_pressed && m_pressed->index == index && m_pressed->number == static_cast<int>(i);
        const QColor ground = m_theme[primary ? Colour::Accent : pressed ? Colour::Selection : Colour::Base];
        const QColor text = m_theme[primary ? Colour::OnAccent : Colour::Text];
        painter.setPen(m_theme[primary || pressed ? Colour::Accent : Colour::Border]);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rects[i]).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        QRect inside = rects[i].adjusted(margin, 0, -margin, 0);
        if (i == 0) {
            paintIcon(painter, QRectF(inside.left(), inside.center().y() - glyph / 2.0 + 0.5, glyph, glyph), "quick_fix", text);
            inside.adjust(glyph + gap, 0, 0, 0);
        }
        painter.setPen(text);
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(option.font).elidedText(labels[static_cast<qsizetype>(i)], Qt::ElideRight, inside.width() + 1));
    }
}

bool ProblemDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool press = event->type() == QEvent::MouseButtonPress;
    if (index.column() != ProblemModel::Fixes || (!press && event->type() != QEvent::MouseButtonRelease))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton) return false;
    const auto rects = buttonRects(option.rect, option.font, index.data(ProblemModel::FixLabelsRole).toStringList());
    const int number = numberAt(rects, mouse->pos());
    if (press) {
        if (number >= 0) m_pressed = Press{index, number};
        return number >= 0;
    }
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (!pressed || pressed->index != index || pressed->number != number) return false;
    Q_EMIT fixPressed(index.row(), number);
    return true;
}

}  // namespace seekbench
