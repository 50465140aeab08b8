// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/step_bar_view.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

constexpr double kBarHeight = 1.9;  // em

}  // namespace

StepBarView::StepBarView(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void StepBarView::setBars(const std::vector<StepBar>& bars) {
    m_shares = meanShares(bars);
    m_step = 0;
    for (const StepBar& bar : bars) m_step += static_cast<double>(bar.step.duration) / static_cast<double>(bars.size());
    retranslate();
}

void StepBarView::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

std::vector<StepBarView::Part> StepBarView::parts() const {
    // In the order of a step; what belongs to no phase behind them.
    constexpr std::array order{Phase::Data,      Phase::Forward,     Phase::Loss,       Phase::Backward,   Phase::Communication,
                               Phase::Optimizer, Phase::Bookkeeping, Phase::Checkpoint, Phase::Validation, Phase::None};
    std::vector<Part> parts;
    for (const Phase phase : order)
        if (const double share = m_shares[static_cast<std::size_t>(phase)]; share > 0)
            parts.push_back({phaseWord(phase), phaseColour(phase), share, phase});
    if (m_shares[kPhases] > 0) parts.push_back({tr("Gaps"), gapColour(), m_shares[kPhases], std::nullopt});
    return parts;
}

QStringList StepBarView::legend() const {
    QStringList words;
    for (const Part& part : parts())
        words.append(QStringLiteral("%1 %2 % %3").arg(part.word, percentText(part.share, 1), timeText(part.share * m_step)));
    return words;
}

std::optional<Phase> StepBarView::phaseAt(double x) const {
    for (const Part& part : parts()) {
        x -= part.share * width();
        if (x < 0) return part.phase;
    }
    return std::nullopt;
}

void StepBarView::mousePressEvent(QMouseEvent* event) {
    if (event->position().y() > emPixels(*this, kBarHeight)) return QWidget::mousePressEvent(event);
    if (const auto phase = phaseAt(event->position().x())) Q_EMIT phaseClicked(*phase);
}

void StepBarView::retranslate() {
    setAccessibleName(tr("Where the time of a step goes"));
    setAccessibleDescription(legend().join(QStringLiteral(", ")));
    setToolTip(legend().join(QLatin1Char('\n')));
    update();
}

QSize StepBarView::sizeHint() const { return {emPixels(*this, 40), emPixels(*this, 4)}; }

void StepBarView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kTable));
    painter.setFont(small);
    const int bar = emPixels(*this, kBarHeight), gap = emPixels(*this, 0.46);
    double x = 0;
    for (const Part& part : parts()) {
        const QRectF block(x, 0, part.share * width(), bar);
        painter.fillRect(block, part.colour);
        painter.setPen(Qt::white);
        const QString share = QStringLiteral("%1 %").arg(percentText(part.share, 1));
        for (const QString& text : {QStringLiteral("%1  %2").arg(part.word, share), share})
            if (painter.fontMetrics().horizontalAdvance(text) + 2 * gap < block.width()) {
                painter.drawText(block.adjusted(gap, 0, -gap, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
                break;
            }
        x += block.width();
    }
    // The legend under it; what does not fit stands in the tip.
    const double y = bar + gap;
    const int line = painter.fontMetrics().height();
    x = 0;
    const auto words = legend();
    const auto all = parts();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const double wide = painter.fontMetrics().horizontalAdvance(words[i]);
        if (x + wide + 2 * gap + line > width()) break;
        painter.fillRect(QRectF(x, y + 0.2 * line, 0.6 * line, 0.6 * line), all[static_cast<std::size_t>(i)].colour);
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(QRectF(x + line, y, wide + 4, line), Qt::AlignVCenter, words[i]);
        x += line + wide + 2 * gap;
    }
}

}  // namespace seekbench
