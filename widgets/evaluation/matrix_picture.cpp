// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluation/matrix_picture.h"

#include <algorithm>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

MatrixPicture::MatrixPicture(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MatrixPicture::setPredictions(const Predictions& predictions, QStringList classNames) {
    const std::int64_t classes = predictions.classes();
    m_classes = classes <= kMostClasses ? static_cast<int>(classes) : 0;
    m_names = std::move(classNames);
    m_counts.assign(static_cast<std::size_t>(m_classes * m_classes), 0);
    m_totals.assign(static_cast<std::size_t>(m_classes), 0);
    if (m_classes > 0)
        for (const Prediction& sample : predictions.samples) {
            ++m_counts[static_cast<std::size_t>(sample.target * m_classes + sample.predicted)];
            ++m_totals[static_cast<std::size_t>(sample.target)];
        }
    setAccessibleName(tr("Confusion matrix"));
    update();
}

void MatrixPicture::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QSize MatrixPicture::sizeHint() const { return {emPixels(*this, 18), emPixels(*this, 18)}; }

QRectF MatrixPicture::area() const {
    const double side = std::min(width(), height()) - 1;
    return {0, 0, side, side};
}

QString MatrixPicture::words(int row, int column) const {
    const auto total = m_totals[static_cast<std::size_t>(row)];
    const double share = total > 0 ? static_cast<double>(count(row, column)) / static_cast<double>(total) : 0;
    return tr("%1 called %2: %3 times, %4 % of its samples")
        .arg(m_names.value(row), m_names.value(column), countText(count(row, column)), percentText(share, 1));
}

void MatrixPicture::paintEvent(QPaintEvent*) {
    if (m_classes == 0) return;
    QPainter painter(this);
    const QRectF whole = area();
    const double cell = whole.width() / m_classes;
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kTable));
    painter.setFont(small);
    for (int row = 0; row < m_classes; ++row)
        for (int column = 0; column < m_classes; ++column) {
            const QRectF place(whole.left() + column * cell, whole.top() + row * cell, cell, cell);
            const auto total = m_totals[static_cast<std::size_t>(row)];
            const double share = total > 0 ? static_cast<double>(count(row, column)) / static_cast<double>(total) : 0;
            painter.fillRect(place, m_theme[Colour::Base]);
            QColor colour = m_theme[row == column ? Colour::Ok : Colour::Error];
            colour.setAlphaF(static_cast<float>(share));
            painter.fillRect(place, colour);
            const QString text = countText(count(row, column));
            if (count(row, column) > 0 && painter.fontMetrics().horizontalAdvance(text) + 4 <= cell) {
                painter.setPen(m_theme[Colour::Text]);
                painter.drawText(place, Qt::AlignCenter, text);
            }
        }
    painter.setPen(m_theme[Colour::Line]);
    painter.drawRect(whole);
}

bool MatrixPicture::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_classes == 0) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const double cell = area().width() / m_classes;
    const int column = static_cast<int>(help->pos().x() / cell), row = static_cast<int>(help->pos().y() / cell);
    if (row < m_classes && column < m_classes)
        QToolTip::showText(help->globalPos(), words(row, column), this);
    else
        QToolTip::hideText();
    return true;
}

}  // namespace seekbench
