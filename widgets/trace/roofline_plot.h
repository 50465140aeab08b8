// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtWidgets/QWidget>

#include "core/trace/analysis/roofline.h"
#include "widgets/theme/theme.h"

class QCustomPlot;
class QLabel;

namespace seekbench {

// The layers of a profile under the roofs that were measured in it (Williams, Waterman, Patterson 2009): FLOP per second over FLOP per
// byte, both logarithmic. A square is a way forward, a circle a way back; its area is the time lost, and a thin line leads from it to its
// roof. The ones that lost most have their rank beside them. Hovering says what a point is, a click or Enter chooses it. Lives in the GUI
// thread.
class RooflinePlot : public QWidget {
    Q_OBJECT

public:
    explicit RooflinePlot(QWidget* parent = nullptr);

    // `points` with the most time lost first, as rooflinePoints() gives them; times are divided by `steps`.
    void setPoints(std::vector<RooflinePoint> points, const Ceilings& ceilings, std::size_t steps);
    void setTheme(Theme theme);
    // The point of this layer and phase is ringed; the number of its row, or nothing.
    void setSelected(std::optional<std::size_t> point);
    std::optional<std::size_t> selected() const { return m_selected; }

    // Where a point is drawn on this widget; nothing for one that computes nothing or moves no bytes: it has no place on the axes.
    std::optional<QPointF> placeOf(std::size_t point) const;
    // The point at a place, within a few pixels.
    std::optional<std::size_t> pointAt(QPointF position) const;
    QString describe(std::size_t point) const;
    QString note() const;  // below the plot: how many points it shows of how many

Q_SIGNALS:
    void pointChosen(std::size_t point);
    void pointActivated(std::size_t point);  // Enter, double click

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void draw();
    void drawRoofs();
    void drawPoints();
    bool hasPlace(const RooflinePoint& point) const { return point.intensity > 0 && point.achieved > 0; }

    QCustomPlot* m_plot;
    QLabel* m_note;
    Theme m_theme;
    std::vector<RooflinePoint> m_points;
    Ceilings m_ceilings;
    std::size_t m_steps = 1;
    std::optional<std::size_t> m_selected;
};

}  // namespace seekbench
