// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QAbstractScrollArea>

#include "widgets/theme/theme.h"
#include "widgets/trace/profile_data.h"
#include "widgets/trace/time_axis.h"

namespace seekbench {

// A profile over time: phases, threads with what they called below one another, streams, memory. W and S zoom, A and D pan, F fits the
// selection (again: everything), M marks it, [ and ] follow an arrow between forward and backward, the arrow keys go to neighbours. The
// wheel zooms, dragging pans, dragging with Shift measures. Lives in the GUI thread.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    void setProfile(SharedProfile data);  // nullptr: none
    void setTheme(Theme theme);

    std::optional<SliceRef> selected() const { return m_selected; }
    // Selects it and brings it into view.
    void select(std::optional<SliceRef> slice);
    const TimeAxis& axis() const { return m_axis; }
    void showSpan(const TimeSpan& span);
    const std::optional<TimeSpan>& mark() const { return m_mark; }
    void clearMark() { setMark(std::nullopt); }
    // The next slice whose name or node contains the text; false: there is none.
    bool selectNext(const QString& text);
    // The next slice of the node with this path or of one in it; numbers of repetitions may be left out.
    bool selectNode(const QString& path);

Q_SIGNALS:
    void selectionChanged();
    void markChanged();
    void searchRequested();                   // the key /
    void nodeActivated(const QString& path);  // Enter on a slice

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    // Where things stand on the viewport, in pixels; `y` is that of the content.
    struct Place {
        const ProfileData::Row* row;
        int y;
    };
    std::vector<Place> places() const;
    int lineHeight() const;
    int headHeight() const;
    int gutter() const;
    int contentHeight() const;
    void layOut();
    std::optional<SliceRef> sliceAt(QPointF position) const;
    QString describe(SliceRef slice) const;
    void setMark(std::optional<TimeSpan> mark);
    void follow(bool forward);
    void step(int by);
    void fitSelection();

    Theme m_theme;
    SharedProfile m_data;
    TimeAxis m_axis;
    std::optional<SliceRef> m_selected;
    std::optional<TimeSpan> m_mark;
    QPointF m_pressed, m_last;
    bool m_drags = false, m_measures = false;
};

}  // namespace seekbench
