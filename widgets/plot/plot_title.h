// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtGui/QColor>
#include <QtWidgets/QWidget>

#include "widgets/plot/series_plot.h"

namespace seekbench {

// The line above a plot: name in bold, unit, at the right a sample of each line with its label, or one figure. Painted, because a
// label cannot show a dash pattern. What does not fit is counted ("+3").
class PlotTitle : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString label;
        QColor colour;
        Curve::Style style = Curve::Style::Solid;
        bool operator==(const Entry&) const = default;
    };

    explicit PlotTitle(QWidget* parent = nullptr);

    void setTexts(QString title, QString unit);
    void setEntries(std::vector<Entry> entries);
    // One figure in bold with a caption after it, at the right end; empty: none.
    void setFigure(QString figure, QString caption);
    void setTheme(Theme theme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintInto(QPainter& painter, const QRect& rect) const;  // also for exports

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    Theme m_theme;
    QString m_title, m_unit, m_figure, m_caption;
    std::vector<Entry> m_entries;
};

}  // namespace seekbench
