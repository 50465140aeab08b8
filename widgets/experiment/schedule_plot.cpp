// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/schedule_plot.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

#include "widgets/plot/plot_style.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

ScheduleCurve scheduleCurve(const Experiment& experiment, std::int64_t stepsPerEpoch, std::int64_t totalSteps, int points) {
    const Kind* schedule = findKind(scheduleKinds(), experiment.schedule.kind);
    const Kind* optimizer = findKind(optimizerKinds(), experiment.optimizer.kind);
    if (schedule == nullptr || optimizer == nullptr || stepsPerEpoch < 1 || totalSteps < 1 || points < 2) return {};
    const auto factors = ResolvedParameters::from(schedule->parameters, experiment.schedule.parameters);
    const auto rates = ResolvedParameters::from(optimizer->parameters, experiment.optimizer.parameters);
    if (!factors.problems.empty() || !rates.problems.empty()) return {};
    ScheduleCurve curve;
    const std::int64_t shown = std::min<std::int64_t>(points, totalSteps);
    for (std::int64_t i = 0; i < shown; ++i) {
        const double share = shown == 1 ? 0 : static_cast<double>(i) / static_cast<double>(shown - 1);
        const std::int64_t step = std::llround(share * static_cast<double>(totalSteps - 1));
        curve.steps.push_back(static_cast<double>(step));
        curve.rates.push_back(rates.parameters[kLearningRate] *
                              learningRateFactor(schedule->id, factors.parameters, step, stepsPerEpoch, totalSteps));
    }
    return curve;
}

SchedulePlot::SchedulePlot(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFixedHeight(emPixels(*this, 8.5));
    m_plot->addGraph()->setLineStyle(QCPGraph::lsStepLeft);
    m_plot->xAxis->ticker()->setTickCount(4);
    m_plot->yAxis->ticker()->setTickCount(3);
    m_plot->xAxis2->setVisible(false);
    // Scrolling the form must not stop here.
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    setTheme(m_theme);
    retranslate();
}

void SchedulePlot::setTheme(Theme theme) {
    m_theme = theme;
    applyPlotTheme(*m_plot, theme);
    m_plot->graph(0)->setPen(QPen(theme[Colour::Accent], 1));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SchedulePlot::setCurve(const ScheduleCurve& curve) {
    if (curve == m_curve) return;
    m_curve = curve;
    m_plot->graph(0)->setData(QVector<double>(curve.steps.begin(), curve.steps.end()),
                              QVector<double>(curve.rates.begin(), curve.rates.end()), true);
    const double last = curve.steps.empty() ? 1 : std::max(1.0, curve.steps.back());
    const double highest = curve.rates.empty() ? 1 : *std::max_element(curve.rates.begin(), curve.rates.end());
    m_plot->xAxis->setRange(0, last);
    m_plot->yAxis->setRange(0, highest > 0 ? highest * 1.08 : 1);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SchedulePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void SchedulePlot::retranslate() {
    m_plot->xAxis->setLabel(tr("step"));
    setAccessibleName(tr("Learning rate over the steps"));
    setToolTip(tr("Learning rate over the steps"));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace seekbench
