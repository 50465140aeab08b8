// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/experiment/experiment.h"
#include "widgets/theme/theme.h"

class QCustomPlot;

namespace seekbench {

struct ScheduleCurve {
    std::vector<double> steps, rates;
    bool operator==(const ScheduleCurve&) const = default;
};

// The learning rate over the steps of a run, at no more than `points` of them, the last one among them. Empty while a setting that
// it depends on is wrong.
ScheduleCurve scheduleCurve(const Experiment& experiment, std::int64_t stepsPerEpoch, std::int64_t totalSteps, int points = 400);

// A SchedulePlot draws that curve, small.
class SchedulePlot : public QWidget {
    Q_OBJECT

public:
    explicit SchedulePlot(QWidget* parent = nullptr);

    void setTheme(Theme theme);
    void setCurve(const ScheduleCurve& curve);
    const ScheduleCurve& curve() const { return m_curve; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QCustomPlot* m_plot;
    ScheduleCurve m_curve;
    Theme m_theme;
};

}  // namespace seekbench
