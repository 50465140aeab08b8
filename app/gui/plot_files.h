// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/window_session.h"
#include "widgets/plot/series_plot.h"

namespace seekbench {

// Asks for a file and writes the plot as it stands into it. What goes wrong is told by the session.
void exportPlot(WindowSession& session, QWidget* parent, SeriesPlot* plot, PlotFormat format);

// Asks for a file and writes a table as CSV into it; `name` is what it would be called.
void saveTable(WindowSession& session, QWidget* parent, const QString& name, const QByteArray& csv);

}  // namespace seekbench
