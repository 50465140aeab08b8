// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/trace/analysis/summary.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// The mean step of a profile as one bar: what each phase takes of it, and the gaps. The parts add up to 100 %; a click on one
// asks for what it is made of. Lives in the GUI thread.
class StepBarView : public QWidget {
    Q_OBJECT

public:
    explicit StepBarView(QWidget* parent = nullptr);

    void setBars(const std::vector<StepBar>& bars);
    void setTheme(Theme theme);
    void retranslate();
    QSize sizeHint() const override;

    // "Forward 29.3 % 62.9 ms", … in the order of the bar; those that take nothing are not among them.
    QStringList legend() const;

    // The phase whose part lies at this x; nothing: the gaps, or no bar.
    std::optional<Phase> phaseAt(double x) const;

Q_SIGNALS:
    void phaseClicked(seekbench::Phase phase);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Part {
        QString word;
        QColor colour;
        double share;
        std::optional<Phase> phase;  // nothing: the gaps
    };
    std::vector<Part> parts() const;

    Theme m_theme;
    std::array<double, kPhases + 1> m_shares{};
    double m_step = 0;  // ns, the mean
};

}  // namespace seekbench
