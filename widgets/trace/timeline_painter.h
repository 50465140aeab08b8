// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtGui/QPainter>

#include "widgets/theme/theme.h"
#include "widgets/trace/profile_data.h"
#include "widgets/trace/time_axis.h"

namespace seekbench {

// Draws the rows of a timeline: per line of slices one query of a value for each pixel, whatever the zoom. A pixel is as full as the time
// in it was busy, in the colour of its longest slice; names stand on what is wide enough. It belongs to one paint event.
class TimelinePainter {
public:
    TimelinePainter(QPainter& painter, const Theme& theme, const ProfileData& data, const TimeAxis& axis)
        : m_painter(painter), m_theme(theme), m_data(data), m_axis(axis) {}

    // The axis begins at x = `left`; a line is `height` pixels high.
    void drawLane(const ProfileData::Row& row, std::size_t lane, int left, int top, int height) const;
    void drawCounters(int left, int top, int height) const;
    void drawTicks(int left, int top, int height, int below) const;
    void drawSelection(SliceRef slice, int left, int top, int height) const;

private:
    QColor counterColour(std::size_t counter) const;

    QPainter& m_painter;
    const Theme& m_theme;
    const ProfileData& m_data;
    const TimeAxis& m_axis;
};

}  // namespace seekbench
