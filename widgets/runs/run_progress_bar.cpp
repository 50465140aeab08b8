// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_progress_bar.h"

#include <algorithm>

#include <QtGui/QPainter>

#include "widgets/theme/style_sheet.h"

namespace seekbench {

std::int64_t epochsBetweenTicks(std::int64_t epochs, std::int64_t most) {
    for (std::int64_t power = 1;; power *= 10)
        for (const std::int64_t factor : {1, 2, 5})
            if (epochs / (factor * power) <= most) return factor * power;
}

RunProgressBar::RunProgressBar(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void RunProgressBar::setValues(const Values& values) {
    if (values == m_values) return;
    m_values = values;
    update();
}

void RunProgressBar::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QSize RunProgressBar::sizeHint() const { return {emPixels(*this, 20), emPixels(*this, 1.54)}; }
QSize RunProgressBar::minimumSizeHint() const { return {emPixels(*this, 6), emPixels(*this, 1.54)}; }

void RunProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double thickness = emPixels(*this, 0.92);
    const QRectF bar(0.5, (height() - thickness) / 2, width() - 1, thickness);
    const double total = static_cast<double>(std::max<std::int64_t>(m_values.totalSteps, 1));
    const auto xOf = [&](double step) { return bar.left() + bar.width() * std::clamp(step / total, 0.0, 1.0); };

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.isHighContrast() ? QPen(m_theme[Colour::Line]) : QPen(Qt::NoPen));
    painter.setBrush(m_theme[Colour::Grid]);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme[Colour::Accent]);
    if (m_values.step > 0) {
        QRectF done = bar;
        done.setRight(std::max(xOf(static_cast<double>(m_values.step)), bar.left() + 2));
        painter.drawRoundedRect(done, 2, 2);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_theme[Colour::Panel], 1));
    if (m_values.epochs > 1) {
        const auto distance = epochsBetweenTicks(m_values.epochs, std::min<std::int64_t>(40, width() / 24 + 1));
        for (std::int64_t epoch = distance; epoch < m_values.epochs; epoch += distance) {
            const int x = static_cast<int>(xOf(total * static_cast<double>(epoch) / static_cast<double>(m_values.epochs)));
            painter.drawLine(x, static_cast<int>(bar.top()), x, static_cast<int>(bar.bottom()));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_values.checkpointStep) {
        const double x = xOf(static_cast<double>(*m_values.checkpointStep));
        painter.setPen(QPen(m_theme[Colour::Text], 1.5));
        painter.drawLine(QLineF(x, bar.top() - 3, x, bar.bottom() + 3));
    }
    if (m_values.bestStep) {
        painter.setPen(QPen(m_theme[Colour::Text], 1.5));
        painter.setBrush(m_theme[Colour::Base]);
        const double radius = emPixels(*this, 0.35);
        const double x = std::clamp(xOf(static_cast<double>(*m_values.bestStep)), bar.left() + radius, bar.right() - radius);
        painter.drawEllipse(QPointF(x, bar.center().y()), radius, radius);
    }
}

}  // namespace seekbench
