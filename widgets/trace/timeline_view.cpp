// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/timeline_view.h"

#include <algorithm>
#include <cmath>

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/timeline_painter.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

constexpr double kZoom = 1.25, kPan = 0.1;

}  // namespace

TimelineView::TimelineView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Timeline of the profile"));
}

void TimelineView::setProfile(SharedProfile data) {
    m_data = std::move(data);
    m_selected.reset();
    m_mark.reset();
    m_axis.whole = m_data ? m_data->trace.span() : TimeSpan{};
    m_axis.fitAll();
    layOut();
    Q_EMIT selectionChanged();
    Q_EMIT markChanged();
}

void TimelineView::setTheme(Theme theme) {
    m_theme = theme;
    viewport()->update();
}

int TimelineView::lineHeight() const { return emPixels(*this, 1.3); }
int TimelineView::headHeight() const { return emPixels(*this, 1.7); }
int TimelineView::gutter() const { return emPixels(*this, 8); }

std::vector<TimelineView::Place> TimelineView::places() const {
    std::vector<Place> places;
    int y = headHeight();
    if (m_data)
        for (const ProfileData::Row& row : m_data->rows) {
            places.push_back({&row, y});
            y += lineHeight() * static_cast<int>(row.lanes.size()) + emPixels(*this, 0.46);
        }
    return places;
}

int TimelineView::contentHeight() const {
    const auto all = places();
    int y = headHeight();
    if (!all.empty()) y = all.back().y + lineHeight() * static_cast<int>(all.back().row->lanes.size()) + emPixels(*this, 0.46);
    return y + (m_data && !m_data->counters.empty() ? 4 * lineHeight() : 0);
}

void TimelineView::layOut() {
    m_axis.width = std::max(1, viewport()->width() - gutter());
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent*) { layOut(); }

void TimelineView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme[Colour::Base]);
    QFont small = font();
    small.setPixelSize(emPixels(*this, em::kCaption));
    painter.setFont(small);
    if (!m_data || m_axis.whole.empty()) {
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No profile is open."));
        return;
    }
    const int left = gutter(), line = lineHeight(), scrolled = verticalScrollBar()->value(), height = viewport()->height();
    const TimelinePainter rows(painter, m_theme, *m_data, m_axis);
    rows.drawTicks(left, 0, headHeight(), height);
    const auto name = [&](int y, const QString& text) {
        painter.setPen(m_theme[Colour::SecondText]);
        painter.drawText(QRect(6, y, left - 10, line), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, left - 10));
    };
    painter.setClipRect(QRect(0, headHeight(), viewport()->width(), height));
    const Dictionary& words = m_data->trace.dictionary();
    const auto all = places();
    for (const auto& [row, y] : all) {
        const Track& track = m_data->trace.track(row->track);
        name(y - scrolled, track.kind == TrackKind::Phase ? tr("Phases") : translatedTrack(words.text(track.name)));
        for (std::size_t lane = 0; lane < row->lanes.size(); ++lane) {
            const int top = y - scrolled + static_cast<int>(lane) * line;
            if (top + line >= headHeight() && top < height) rows.drawLane(*row, lane, left, top, line);
        }
    }
    if (!m_data->counters.empty()) {
        const int top = contentHeight() - 4 * line - scrolled;
        name(top, tr("Memory"));
        name(top + line, tr("at most %1").arg(bytesText(static_cast<std::int64_t>(m_data->highestCounters))));
        rows.drawCounters(left, top, 4 * line);
    }
    if (m_selected)
        if (const auto* row = m_data->rowOf(m_selected->track))
            for (const auto& [placed, y] : all)
                if (placed == row) {
                    painter.setClipRect(QRect(left, headHeight(), m_axis.width, height));
                    rows.drawSelection(*m_selected, left, y - scrolled + row->laneOf[m_selected->slice] * line, line);
                }
    if (m_mark) {
        painter.setClipping(false);
        const double begin = std::clamp(m_axis.xOf(m_mark->begin), 0.0, static_cast<double>(m_axis.width));
        const double end = std::clamp(m_axis.xOf(m_mark->end), 0.0, static_cast<double>(m_axis.width));
        QColor veil = m_theme[Colour::Accent];
        veil.setAlpha(50);
        painter.fillRect(QRectF(left + begin, 0, std::max(1.0, end - begin), height), veil);
        painter.setPen(m_theme[Colour::Text]);
        painter.drawText(QRectF(left + begin + 3, 0, 300, headHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                         timeText(static_cast<double>(m_mark->duration())));
    }
    if (hasFocus()) {
        painter.setClipping(false);
        painter.setPen(QPen(m_theme[Colour::Accent], 1));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

std::optional<SliceRef> TimelineView::sliceAt(QPointF position) const {
    if (!m_data || position.x() < gutter() || position.y() < headHeight()) return std::nullopt;
    const int y = static_cast<int>(position.y()) + verticalScrollBar()->value();
    const std::int64_t time = m_axis.timeAt(position.x() - gutter());
    for (const auto& [row, top] : places()) {
        const int lane = (y - top) / lineHeight();
        if (y < top || lane >= static_cast<int>(row->lanes.size())) continue;
        const SliceLevels& levels = row->lanes[static_cast<std::size_t>(lane)];
        if (const auto slice = levels.at(time)) return SliceRef{row->track, *slice};
        // A slice that is narrower than a pixel is what the pixel shows.
        LevelPixel pixel;
        levels.query({m_axis.timeAt(position.x() - gutter() - 1), m_axis.timeAt(position.x() - gutter() + 1) + 1}, {&pixel, 1});
        if (pixel.slice != LevelPixel::kNone) return SliceRef{row->track, pixel.slice};
    }
    return std::nullopt;
}

QString TimelineView::describe(SliceRef slice) const {
    const Slice value = m_data->trace.at(slice);
    const Dictionary& words = m_data->trace.dictionary();
    const Scope& scope = m_data->attribution.of(slice.track, slice.slice);
    QString text = QStringLiteral("%1\n%2").arg(fromUtf8(words.nameOf(value.label)), timeText(static_cast<double>(value.duration)));
    if (scope.node) text += QLatin1Char('\n') + fromUtf8(words.text(scope.node));
    if (scope.phase != Phase::None) text += QStringLiteral(", ") + phaseWord(scope.phase);
    return text;
}

void TimelineView::select(std::optional<SliceRef> slice) {
    m_selected = slice;
    if (slice && m_data) {
        const Slice value = m_data->trace.at(*slice);
        const TimeSpan span{value.start, value.end()};
        if (!span.touches(m_axis.shown) || m_axis.xOf(span.end) - m_axis.xOf(span.begin) < 3)
            m_axis.fit({span.begin - 4 * (span.duration() + 1), span.end + 4 * (span.duration() + 1)});
        for (const auto& [row, y] : places())
            if (row->track == slice->track) {
                const int top = y + row->laneOf[slice->slice] * lineHeight();
                if (top - verticalScrollBar()->value() < headHeight() ||
                    top + lineHeight() - verticalScrollBar()->value() > viewport()->height())
                    verticalScrollBar()->setValue(top - viewport()->height() / 2);
            }
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

void TimelineView::showSpan(const TimeSpan& span) {
    m_axis.fit(span);
    viewport()->update();
}

void TimelineView::setMark(std::optional<TimeSpan> mark) {
    m_mark = mark;
    viewport()->update();
    Q_EMIT markChanged();
}

bool TimelineView::selectNext(const QString& text) {
    if (!m_data || text.isEmpty()) return false;
    const Dictionary& words = m_data->trace.dictionary();
    std::vector<char> takes(words.labels());
    for (LabelId label = 0; label < takes.size(); ++label)
        takes[label] = fromUtf8(words.nameOf(label)).contains(text, Qt::CaseInsensitive) ||
                       fromUtf8(words.nodeOf(label)).contains(text, Qt::CaseInsensitive);
    const auto found = m_data->next(m_selected, takes);
    if (found) select(found);
    return found.has_value();
}

bool TimelineView::selectNode(const QString& path) {
    if (!m_data || path.isEmpty()) return false;
    const Dictionary& words = m_data->trace.dictionary();
    const std::string outer = path.toStdString();
    std::vector<char> takes(words.labels());
    for (LabelId label = 0; label < takes.size(); ++label)
        takes[label] = !words.nodeOf(label).empty() && liesIn(words.nodeOf(label), outer);
    const auto found = m_data->next(m_selected, takes);
    if (found) select(found);
    return found.has_value();
}

void TimelineView::follow(bool forward) {
    if (!m_data || !m_selected) return;
    // The arrows of a slice, or of those around it: an operator has none of its own.
    const SliceColumns& slices = m_data->trace.slices(m_selected->track);
    auto around = stackAt(slices, slices.starts()[m_selected->slice]);
    std::erase_if(around, [&](std::uint32_t slice) { return slice > m_selected->slice; });
    for (auto slice = around.rbegin(); slice != around.rend(); ++slice) {
        const SliceRef ref{m_selected->track, *slice};
        const auto arrows = forward ? m_data->flows.from(ref) : m_data->flows.to(ref);
        if (!arrows.empty()) return select(forward ? arrows.front().to : arrows.front().from);
    }
}

// To the neighbour on the same line.
void TimelineView::step(int by) {
    if (!m_data || !m_selected) return;
    const auto* row = m_data->rowOf(m_selected->track);
    auto slice = static_cast<std::int64_t>(m_selected->slice) + by;
    while (slice >= 0 && slice < static_cast<std::int64_t>(row->laneOf.size()) &&
           row->laneOf[static_cast<std::size_t>(slice)] != row->laneOf[m_selected->slice])
        slice += by;
    if (slice >= 0 && slice < static_cast<std::int64_t>(row->laneOf.size()))
        select(SliceRef{m_selected->track, static_cast<std::uint32_t>(slice)});
}

void TimelineView::fitSelection() {
    const TimeAxis before = m_axis;
    if (m_mark)
        m_axis.fit(*m_mark);
    else if (m_selected)
        m_axis.fit({m_data->trace.at(*m_selected).start, m_data->trace.at(*m_selected).end()});
    if (m_axis == before) m_axis.fitAll();
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const double middle = m_axis.width / 2.0;
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    const double at = viewport()->rect().contains(mouse) ? std::max(0, mouse.x() - gutter()) : middle;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_W: m_axis.zoom(kZoom, at); break;
        case Qt::Key_S: m_axis.zoom(1 / kZoom, at); break;
        case Qt::Key_A: m_axis.pan(-kPan * m_axis.width); break;
        case Qt::Key_D: m_axis.pan(kPan * m_axis.width); break;
        case Qt::Key_F: fitSelection(); break;
        case Qt::Key_M:
            if (m_mark || !m_selected)
                setMark(std::nullopt);
            else
                setMark(TimeSpan{m_data->trace.at(*m_selected).start, m_data->trace.at(*m_selected).end()});
            break;
        case Qt::Key_Slash: Q_EMIT searchRequested(); return;
        case Qt::Key_BracketLeft: follow(false); return;
        case Qt::Key_BracketRight: follow(true); return;
        case Qt::Key_Left: step(-1); return;
        case Qt::Key_Right: step(1); return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_data && m_selected)
                if (const StringId node = m_data->attribution.of(m_selected->track, m_selected->slice).node)
                    Q_EMIT nodeActivated(fromUtf8(m_data->trace.dictionary().text(node)));
            return;
        default: return QAbstractScrollArea::keyPressEvent(event);
    }
    viewport()->update();
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ShiftModifier)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(turns * 3 * lineHeight()));
    else
        m_axis.zoom(std::pow(kZoom, turns), std::max(0.0, event->position().x() - gutter()));
    m_axis.pan(-event->angleDelta().x() / 4.0);
    viewport()->update();
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = m_last = event->position();
    m_measures = event->modifiers() & Qt::ShiftModifier;
    m_drags = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    m_drags = m_drags || (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_drags) return;
    if (m_measures) {
        const std::int64_t a = m_axis.timeAt(m_pressed.x() - gutter()), b = m_axis.timeAt(event->position().x() - gutter());
        setMark(TimeSpan{std::min(a, b), std::max(a, b)});
    } else {
        m_axis.pan(m_last.x() - event->position().x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(m_last.y() - event->position().y()));
    }
    m_last = event->position();
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_drags) return;
    m_selected = sliceAt(event->position());
    viewport()->update();
    Q_EMIT selectionChanged();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const auto slice = sliceAt(event->position())) {
        m_selected = slice;
        m_axis.fit({m_data->trace.at(*slice).start, m_data->trace.at(*slice).end()});
        viewport()->update();
        Q_EMIT selectionChanged();
    }
}

bool TimelineView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto slice = sliceAt(help->pos()))
            QToolTip::showText(help->globalPos(), describe(*slice), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace seekbench
