// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_title.h"

#include <algorithm>

#include <QtGui/QPainter>

#include "widgets/plot/plot_style.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kSample = 22, kGap = 5, kBetween = 12;

QFont sized(QFont font, double factor, bool bold) {
    font.setPixelSize(std::max(1, emPixels(font, factor)));
    font.setBold(bold);
    return font;
}

}  // namespace

PlotTitle::PlotTitle(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void PlotTitle::setTexts(QString title, QString unit) {
    if (title == m_title && unit == m_unit) return;
    m_title = std::move(title);
    m_unit = std::move(unit);
    describe();
}

void PlotTitle::setEntries(std::vector<Entry> entries) {
    if (entries == m_entries) return;
    m_entries = std::move(entries);
    describe();
}

void PlotTitle::setFigure(QString figure, QString caption) {
    if (figure == m_figure && caption == m_caption) return;
    m_figure = std::move(figure);
    m_caption = std::move(caption);
    update();
}

void PlotTitle::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

void PlotTitle::describe() {
    QStringList labels;
    for (const Entry& entry : m_entries) labels.append(entry.label);
    setToolTip(labels.join(QLatin1Char('\n')));
    setAccessibleName(m_title);
    setAccessibleDescription(labels.join(QStringLiteral(", ")));
    update();
}

QSize PlotTitle::sizeHint() const { return {emPixels(*this, 16), emPixels(*this, 1.7)}; }
QSize PlotTitle::minimumSizeHint() const { return {emPixels(*this, 6), emPixels(*this, 1.7)}; }

void PlotTitle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintInto(painter, rect());
}

void PlotTitle::paintInto(QPainter& painter, const QRect& rect) const {
    painter.save();
    const QFont bold = sized(font(), em::kTable, true), plain = sized(font(), em::kTable, false);
    const QFontMetrics boldMetrics(bold), metrics(plain);
    int left = rect.left(), right = rect.right() + 1;
    const auto text = [&](const QFont& face, const QColor& colour, int x, int width, const QString& words) {
        painter.setFont(face);
        painter.setPen(colour);
        painter.drawText(QRect(x, rect.top(), width, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, words);
    };

    const QString title = boldMetrics.elidedText(m_title, Qt::ElideRight, rect.width());
    const int titleWidth = boldMetrics.horizontalAdvance(title);
    text(bold, m_theme[Colour::Text], left, titleWidth + 1, title);
    left += titleWidth + kGap;
    const int unitWidth = metrics.horizontalAdvance(m_unit);
    if (!m_unit.isEmpty() && left + unitWidth <= right) {
        text(plain, m_theme[Colour::Muted], left, unitWidth + 1, m_unit);
        left += unitWidth + kBetween;
    }

    if (!m_figure.isEmpty()) {
        const int captionWidth = metrics.horizontalAdvance(m_caption), figureWidth = boldMetrics.horizontalAdvance(m_figure);
        const bool captionFits = right - left >= captionWidth + kGap + figureWidth;
        if (captionFits) {
            text(plain, m_theme[Colour::Muted], right - captionWidth, captionWidth + 1, m_caption);
            right -= captionWidth + kGap;
        }
        if (right - left >= figureWidth) {
            text(bold, m_theme[Colour::Text], right - figureWidth, figureWidth + 1, m_figure);
            right -= figureWidth + kBetween;
        }
    }

    const auto widthOf = [&](const Entry& entry) { return kSample + kGap + metrics.horizontalAdvance(entry.label); };
    // From the first on as many as fit, with room for the count of the others.
    std::size_t count = 0;
    int used = 0;
    const int countWidth = metrics.horizontalAdvance(QStringLiteral("+00"));
    for (; count < m_entries.size(); ++count) {
        const int next = used + widthOf(m_entries[count]) + (count > 0 ? kBetween : 0);
        const int reserve = count + 1 < m_entries.size() ? kBetween + countWidth : 0;
        if (next + reserve > right - left) break;
        used = next;
    }
    const QString others = count < m_entries.size() ? QStringLiteral("+%1").arg(m_entries.size() - count) : QString();
    if (!others.isEmpty() && right - left >= countWidth) {
        const int width = metrics.horizontalAdvance(others);
        text(plain, m_theme[Colour::Muted], right - width, width + 1, others);
        right -= width + kBetween;
    }
    int x = right - used;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < count; ++i) {
        const Entry& entry = m_entries[i];
        QPen pen = curvePen(entry.colour, entry.style);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        const int middle = rect.center().y();
        painter.drawLine(x, middle, x + kSample, middle);
        painter.drawLine(x, middle + 1, x + kSample, middle + 1);  // two pixels, so that the colour of a short sample is seen
        text(plain, m_theme[Colour::SecondText], x + kSample + kGap, metrics.horizontalAdvance(entry.label) + 1, entry.label);
        x += widthOf(entry) + kBetween;
    }
    painter.restore();
}

}  // namespace seekbench
