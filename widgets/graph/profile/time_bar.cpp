// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/profile/time_bar.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include "widgets/theme/heat.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {

// The six steps, each with the time where it begins.
class TimeBar::Legend : public QWidget {
public:
    explicit Legend(QWidget* parent) : QWidget(parent) { setFixedSize(kHeatSteps * emPixels(*this, 5), emPixels(*this, 1.4)); }

    void setLargest(double largest) {
        m_largest = largest;
        setVisible(largest > 0);
        update();
    }
    void setTheme(Theme theme) {
        m_theme = theme;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        QFont small = font();
        small.setPixelSize(emPixels(*this, em::kCaption));
        painter.setFont(small);
        const double wide = width() / static_cast<double>(kHeatSteps);
        for (int step = 0; step < kHeatSteps; ++step) {
            const QRectF block(step * wide, 0, wide, height());
            painter.fillRect(block, heatColour(m_theme, step));
            painter.setPen(onHeat(m_theme, step));
            const double limit = step == 0 ? 0 : kHeatLimits[static_cast<std::size_t>(step - 1)] * m_largest;
            painter.drawText(block, Qt::AlignCenter, step == 0 ? QStringLiteral("0") : QStringLiteral("≥ ") + timeText(limit));
        }
        painter.setPen(m_theme[Colour::Border]);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    Theme m_theme;
    double m_largest = 0;
};

TimeBar::TimeBar(QWidget* parent)
    : QWidget(parent), m_words(new QLabel(this)), m_warning(new QLabel(this)), m_legend(new Legend(this)), m_slices(new QPushButton(this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    setRole(*m_words, "second");
    setRole(*m_warning, "chip-warning");
    setRole(*m_slices, "quiet");
    // What does not fit is cut, and stands in the tip: a long sentence must not widen the window.
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(m_words, 1);
    line->addWidget(m_warning);
    line->addWidget(m_legend);
    line->addWidget(m_slices);
    connect(m_slices, &QPushButton::clicked, this, &TimeBar::slicesRequested);
    showState();
}

void TimeBar::setState(State state) {
    if (state == m_state) return;
    m_state = std::move(state);
    showState();
}

void TimeBar::setTheme(Theme theme) { m_legend->setTheme(theme); }

void TimeBar::showState() {
    m_words->setText(m_state.words);
    m_words->setToolTip(m_state.words);
    m_warning->setText(m_state.warning);
    m_warning->setVisible(!m_state.warning.isEmpty());
    m_legend->setLargest(m_state.largest);
    m_legend->setToolTip(tr("Forward and backward together, mean of a step"));
    m_legend->setAccessibleName(tr("The colours of times, up to %1").arg(timeText(m_state.largest)));
    m_slices->setText(tr("Slices of %1").arg(m_state.node));
    m_slices->setToolTip(tr("Show this node in Profile"));
    m_slices->setVisible(m_state.hasSlices);
}

void TimeBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showState();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
