// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/timeline_painter.h"

#include <algorithm>
#include <cmath>

#include "widgets/memory/memory_words.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

constexpr int kNamePixels = 40;  // narrower slices have no name

constexpr double kAreaStrength = 0.35;  // of its colour in the area below a counter

QColor blended(const QColor& over, const QColor& ground, double strength) {
    const auto mixed = [&](int a, int b) { return static_cast<int>(std::lround(strength * a + (1 - strength) * b)); };
    return {mixed(over.red(), ground.red()), mixed(over.green(), ground.green()), mixed(over.blue(), ground.blue())};
}

// The value of a counter just before `time`.
double valueAt(std::span<const CounterPoint> points, std::int64_t time) {
    const auto after = std::ranges::upper_bound(points, time, {}, &CounterPoint::time);
    return after == points.begin() ? 0 : std::prev(after)->value;
}

}  // namespace

void TimelinePainter::drawLane(const ProfileData::Row& row, std::size_t lane, int left, int top, int height) const {
    const Dictionary& words = m_data.trace.dictionary();
    const SliceColumns& slices = m_data.trace.slices(row.track);
    const SliceLevels& levels = row.lanes[lane];
    std::vector<LevelPixel> pixels(static_cast<std::size_t>(m_axis.width));
    levels.query(m_axis.shown, pixels);
    // Neighbours of one slice are one rectangle.
    for (std::size_t i = 0; i < pixels.size();) {
        const LevelPixel& pixel = pixels[i];
        std::size_t end = i + 1;
        while (end < pixels.size() && pixels[end] == pixel) ++end;
        if (pixel.slice != LevelPixel::kNone && pixel.busy > 0) {
            const int full = std::max(1, static_cast<int>(std::lround(static_cast<double>(pixel.busy) * (height - 1))));
            m_painter.fillRect(QRect(left + static_cast<int>(i), top + height - 1 - full, static_cast<int>(end - i), full),
                               sliceColour(words, slices.labels()[pixel.slice]));
        }
        i = end;
    }
    m_painter.setPen(Qt::white);
    const auto shortest = static_cast<std::int64_t>(kNamePixels * m_axis.nanosecondsPerPixel());
    for (const std::uint32_t slice : levels.longSlices(m_axis.shown, std::max<std::int64_t>(1, shortest))) {
        const double begin = std::max(0.0, m_axis.xOf(slices.starts()[slice]));
        const double end = std::min<double>(m_axis.width, m_axis.xOf(slices.end(slice)));
        if (end - begin < kNamePixels) continue;
        // A line where it begins, so that two of one kind are seen as two.
        m_painter.fillRect(QRectF(left + begin, top, 1, height - 1), m_theme[Colour::Base]);
        const Label& label = words.label(slices.labels()[slice]);
        QString name = fromUtf8(words.text(label.name));
        // A layer is known by its path, a phase by its word.
        if (words.text(label.category) == "layer" && label.node) name = fromUtf8(words.text(label.node));
        if (const auto phase = phaseFromName(words.text(label.name)); phase && words.text(label.category) == "phase")
            name = phaseWord(*phase);
        const QRectF room(left + begin + 4, top, end - begin - 6, height - 1);
        m_painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                           m_painter.fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(room.width())));
    }
}

// A category of memory has the same colour everywhere.
QColor TimelinePainter::counterColour(std::size_t counter) const {
    const std::string_view name = m_data.trace.dictionary().text(m_data.trace.track(m_data.counters[counter]).name);
    for (const MemoryCategory category : kMemoryCategories)
        if (labelOf(category) == name) return memoryColour(m_theme, category);
    return m_theme.run(static_cast<int>(counter));
}

void TimelinePainter::drawCounters(int left, int top, int height) const {
    const double highest = m_data.highestCounters;
    if (highest <= 0) return;
    std::vector<double> ground(static_cast<std::size_t>(m_axis.width));
    for (std::size_t k = 0; k < m_data.counters.size(); ++k) {
        const auto points = m_data.trace.points(m_data.counters[k]);
        // An area of the full colour would outshout all else: it is the edge's, as with the curves of a plot.
        const QColor colour = counterColour(k), area = blended(colour, m_theme[Colour::Base], kAreaStrength);
        for (int x = 0; x < m_axis.width; ++x) {
            double& below = ground[static_cast<std::size_t>(x)];
            const double value = valueAt(points, m_axis.timeAt(x + 1));
            if (value <= 0) continue;
            const int from = static_cast<int>(std::lround(below / highest * (height - 2)));
            below += value;
            const int to = static_cast<int>(std::lround(below / highest * (height - 2)));
            m_painter.fillRect(QRect(left + x, top + height - 1 - to, 1, to - from), area);
            if (to > from) m_painter.fillRect(QRect(left + x, top + height - 1 - to, 1, 1), colour);
        }
    }
}

void TimelinePainter::drawTicks(int left, int top, int height, int below) const {
    for (const std::int64_t time : m_axis.ticks(m_painter.fontMetrics().averageCharWidth() * 16)) {
        const double x = left + m_axis.xOf(time);
        m_painter.setPen(m_theme[Colour::Grid]);
        m_painter.drawLine(QLineF(x, top + height, x, below));
        m_painter.setPen(m_theme[Colour::SecondText]);
        m_painter.drawText(QRectF(x + 3, top, 200, height), Qt::AlignVCenter | Qt::AlignLeft,
                           timeText(static_cast<double>(time - m_axis.whole.begin)));
    }
}

void TimelinePainter::drawSelection(SliceRef slice, int left, int top, int height) const {
    const Slice value = m_data.trace.at(slice);
    const double begin = std::clamp(m_axis.xOf(value.start), -2.0, m_axis.width + 2.0),
                 end = std::clamp(m_axis.xOf(value.end()), -2.0, m_axis.width + 2.0);
    m_painter.setPen(QPen(m_theme[Colour::Text], 2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(QRectF(left + begin, top, std::max(2.0, end - begin), height - 1));
}

}  // namespace seekbench
