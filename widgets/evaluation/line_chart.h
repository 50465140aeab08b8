// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QWidget>

#include "core/evaluation/curves.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// A small drawing of a few lines over a common horizontal axis that are no series of a run: curves over thresholds, a forecast beside what
// came. Lives in the GUI thread.
class LineChart : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString name;
        std::vector<CurvePoint> points;
        bool dashed = false;
        bool operator==(const Line&) const = default;
    };
    // What is in view; both ends equal: as wide as the points need.
    struct Range {
        double low = 0, high = 0;
        bool operator==(const Range&) const = default;
    };

    explicit LineChart(QWidget* parent = nullptr);

    void setLines(std::vector<Line> lines, QString horizontal, QString vertical) {
        setLines(std::move(lines), std::move(horizontal), std::move(vertical), Range(), Range());
    }
    void setLines(std::vector<Line> lines, QString horizontal, QString vertical, Range x, Range y);
    const std::vector<Line>& lines() const { return m_lines; }
    void setTheme(Theme theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    std::vector<Line> m_lines;
    QString m_horizontal, m_vertical;
    Range m_x, m_y;
};

}  // namespace seekbench
