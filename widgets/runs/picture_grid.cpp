// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/picture_grid.h"

#include <algorithm>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include "widgets/text/figures.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kGap = 8;
constexpr double kTextLines = 3.3;  // em below a picture: class and confidence, bar, verdict

}  // namespace

PictureGrid::PictureGrid(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PictureGrid::setCells(std::vector<Cell> cells) {
    const bool otherHeight = (cells.size() + kColumns - 1) / kColumns != (m_cells.size() + kColumns - 1) / kColumns;
    m_cells = std::move(cells);
    if (otherHeight) updateGeometry();
    describe();
    update();
}

void PictureGrid::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QString PictureGrid::words(const Cell& cell) const {
    const QString predicted = tr("predicted %1, %2 % sure").arg(cell.predicted, percentText(cell.probability, 0));
    const QString verdict = cell.isCorrect ? tr("correct") : tr("is really %1").arg(cell.target);
    return tr("Sample %1: %2, %3").arg(countText(cell.index), predicted, verdict);
}

void PictureGrid::describe() {
    QStringList all;
    for (const Cell& cell : m_cells) all.append(words(cell));
    setAccessibleName(tr("Samples with predictions"));
    setAccessibleDescription(all.join(QLatin1Char('\n')));
}

QSize PictureGrid::sizeHint() const {
    const int width = emPixels(*this, 22);
    return {width, heightForWidth(width)};
}

QSize PictureGrid::minimumSizeHint() const { return {emPixels(*this, 14), heightForWidth(emPixels(*this, 14))}; }

int PictureGrid::heightForWidth(int width) const {
    const int side = (width - (kColumns - 1) * kGap) / kColumns;
    const int rows = std::max(1, (static_cast<int>(m_cells.size()) + kColumns - 1) / kColumns);
    return rows * (side + emPixels(*this, kTextLines)) + (rows - 1) * 4;
}

QRect PictureGrid::placeOf(std::size_t cell) const {
    const int side = (width() - (kColumns - 1) * kGap) / kColumns, height = side + emPixels(*this, kTextLines);
    const int column = static_cast<int>(cell) % kColumns, row = static_cast<int>(cell) / kColumns;
    return {column * (side + kGap), row * (height + 4), side, height};
}

void PictureGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (std::size_t i = 0; i < m_cells.size(); ++i) paintCell(painter, placeOf(i), m_cells[i]);
}

void PictureGrid::paintCell(QPainter& painter, const QRect& place, const Cell& cell) const {
    const QRect picture(place.topLeft(), QSize(place.width(), place.width()));
    const QColor verdict = m_theme[cell.isCorrect ? Colour::Ok : Colour::Error];
    painter.fillRect(picture, m_theme[Colour::Base]);
    // Whole pixels: a smoothed 28 × 28 picture looks like a better one than the network saw.
    if (!cell.picture.isNull()) painter.drawImage(picture.adjusted(1, 1, -1, -1), cell.picture);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(cell.isCorrect ? m_theme[Colour::Line] : verdict, cell.isCorrect ? 1 : 2));
    painter.drawRect(picture.adjusted(0, 0, -1, -1));
    if (!cell.isCorrect) {
        const int glyph = emPixels(*this, 1.25);
        const QRect corner(picture.right() - glyph - 1, picture.top() + 2, glyph, glyph);
        painter.fillRect(corner, m_theme[Colour::Base]);
        paintIcon(painter, corner.adjusted(1, 1, -1, -1), "error", verdict);
    }
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kTable));
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const int line = emPixels(*this, 1.3), top = picture.bottom() + 3;
    const QString confidence = percentText(cell.probability, 0);
    const int confidenceWidth = metrics.horizontalAdvance(confidence);
    painter.setPen(m_theme[Colour::Text]);
    const int nameWidth = place.width() - confidenceWidth - 3;
    painter.drawText(QRect(place.left(), top, nameWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(cell.predicted, Qt::ElideRight, nameWidth));
    painter.setPen(m_theme[Colour::Muted]);
    painter.drawText(QRect(place.right() - confidenceWidth, top, confidenceWidth + 1, line), Qt::AlignRight | Qt::AlignVCenter, confidence);
    const QRect bar(place.left(), top + line, place.width(), 3);
    painter.fillRect(bar, m_theme[Colour::Grid]);
    painter.fillRect(QRect(bar.topLeft(), QSize(static_cast<int>(bar.width() * std::clamp(cell.probability, 0.0, 1.0)), 3)), verdict);
    painter.setPen(cell.isCorrect ? m_theme[Colour::Muted] : verdict);
    const QString words = cell.isCorrect ? tr("correct") : tr("is really %1").arg(cell.target);
    painter.drawText(QRect(place.left(), bar.bottom() + 1, place.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words, Qt::ElideRight, place.width()));
}

bool PictureGrid::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            if (placeOf(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), words(m_cells[i]), this);
                return true;
            }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace seekbench
