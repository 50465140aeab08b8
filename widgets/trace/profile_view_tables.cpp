// SPDX-License-Identifier: GPL-3.0-or-later

// What the tables of a profile show, and what can be done with their rows.

#include <algorithm>

#include <QtWidgets/QMenu>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>

#include "widgets/text/figures.h"
#include "widgets/trace/difference_view.h"
#include "widgets/trace/filter_bar.h"
#include "widgets/trace/flame_view.h"
#include "widgets/trace/peak_view.h"
#include "widgets/trace/profile_tables.h"
#include "widgets/trace/profile_view.h"
#include "widgets/trace/roofline_plot.h"
#include "widgets/trace/timeline_view.h"

namespace seekbench {

void ProfileView::connectTables() {
    // A row of a layer filters all else; its double click goes to the canvas.
    connect(m_layers, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const QString path = index.data(ProfileTable::kPathRole).toString();
        setNode(path == m_node ? QString() : path);
    });
    for (QTableView* table : {m_layers, m_roofline})
        connect(table, &QTableView::activated, this, [this](const QModelIndex& index) {
            if (const QString path = index.data(ProfileTable::kPathRole).toString(); !path.isEmpty()) Q_EMIT nodeActivated(path);
        });
    connect(m_operators, &QTableView::activated, this,
            [this](const QModelIndex& index) { m_timeline->selectNext(index.data(ProfileTable::kNameRole).toString()); });
    // Points and their rows are chosen together, and the slices they stand for.
    connect(m_roofline, &QTableView::clicked, this,
            [this](const QModelIndex& index) { choosePoint(static_cast<std::size_t>(index.data(ProfileTable::kRowRole).toInt())); });
    connect(m_rooflinePlot, &RooflinePlot::pointChosen, this, &ProfileView::choosePoint);
    connect(m_rooflinePlot, &RooflinePlot::pointActivated, this, [this](std::size_t point) {
        if (!m_points[point].node.empty()) Q_EMIT nodeActivated(fromUtf8(m_points[point].node));
    });
    // A step is looked at from its beginning to its end.
    connect(m_steps, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (m_data) m_timeline->showSpan(m_data->bars[static_cast<std::size_t>(index.data(ProfileTable::kRowRole).toInt())].step.span());
    });
    connect(m_peak, &PeakView::layerActivated, this, &ProfileView::nodeActivated);
    connect(m_peak, &PeakView::momentRequested, this, [this](std::int64_t time) {
        for (const StepBar& bar : m_data->bars)
            if (bar.step.start <= time && time <= bar.step.span().end) m_timeline->showSpan(bar.step.span());
    });
    connect(m_difference, &DifferenceView::layerActivated, this, &ProfileView::nodeActivated);
    for (QTableView* table : {&m_difference->table(), &m_peak->categories(), &m_peak->layers()})
        connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint& at) { openTableMenu(table, at); });
}

TraceFilter ProfileView::filter() const {
    TraceFilter filter{.node = m_node.toStdString(), .phase = m_phase};
    if (m_timeline->mark()) filter.span = *m_timeline->mark();
    return filter;
}

// How many steps the figures of a step are divided by: of the whole profile; a marked span is taken as it is.
std::size_t ProfileView::stepsIn(const TraceFilter& filter) const {
    return filter.span == TimeSpan::everything() && m_data ? std::max<std::size_t>(1, m_data->trace.steps().size()) : 1;
}

void ProfileView::setNode(const QString& path) {
    if (path == m_node) return;
    m_node = path;
    showTables();
}

void ProfileView::setPhase(std::optional<Phase> phase) {
    if (phase == m_phase) return;
    m_phase = phase;
    showTables();
}

void ProfileView::clearFilters() {
    m_node.clear();
    m_phase.reset();
    if (m_timeline->mark()) return m_timeline->clearMark();  // which shows the tables
    showTables();
}

void ProfileView::showRoofline() {
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->isAncestorOf(m_rooflinePlot)) m_tabs->setCurrentIndex(tab);
}

void ProfileView::choosePoint(std::size_t point) {
    if (point >= m_points.size()) return;
    m_rooflinePlot->setSelected(point);
    const QAbstractItemModel& model = *m_roofline->model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(ProfileTable::kRowRole).toInt() == static_cast<int>(point)) m_roofline->selectRow(row);
    m_timeline->selectNode(fromUtf8(m_points[point].node));
}

// The layers with all the nodes around them, and the phases that take time.
void ProfileView::showChoices() {
    std::vector<std::string> layers;
    std::vector<Phase> phases;
    if (m_data) {
        for (const LayerRow& row : m_data->layers)
            for (std::size_t end = row.node.size(); end != std::string::npos && end > 0; end = row.node.rfind('/', end - 1))
                layers.push_back(row.node.substr(0, end));
        std::ranges::sort(layers);
        layers.erase(std::ranges::unique(layers).begin(), layers.end());
        for (std::size_t i = 1; i < kPhases; ++i)
            if (std::ranges::any_of(m_data->summary, [i](const SummaryRow& row) { return row.phase == static_cast<Phase>(i); }))
                phases.push_back(static_cast<Phase>(i));
    }
    m_filterBar->setChoices(std::move(layers), std::move(phases));
}

void ProfileView::showTables() {
    const TraceFilter wanted = filter();
    const std::size_t steps = stepsIn(wanted);
    // All layers stay in their table, so that another one can be chosen there.
    TraceFilter ofLayers = wanted;
    ofLayers.node.clear();
    const bool all = ofLayers == TraceFilter();
    m_layerRows->setLayers(!m_data ? std::vector<LayerRow>()
                           : all   ? m_data->layers
                                   : layerTable(summarize(m_data->trace, ofLayers)),
                           steps);
    m_layers->sortByColumn(1, Qt::DescendingOrder);
    for (int row = 0; row < m_layers->model()->rowCount() && !m_node.isEmpty(); ++row)
        if (m_layers->model()->index(row, 0).data(ProfileTable::kPathRole).toString() == m_node) m_layers->selectRow(row);
    m_operatorRows->setOperators(m_data ? operatorTable(m_data->trace, wanted) : std::vector<OperatorRow>(), steps);
    m_operators->sortByColumn(1, Qt::DescendingOrder);
    m_points = m_data ? rooflinePoints(m_data->trace, wanted) : std::vector<RooflinePoint>();
    m_rooflineRows->setRoofline(m_points, steps);
    m_roofline->sortByColumn(3, Qt::DescendingOrder);
    m_rooflinePlot->setPoints(m_points, m_data ? m_data->trace.ceilings() : Ceilings(), steps);
    m_flame->setNodes(m_data ? flameGraph(m_data->trace, FlameOrder::Callers, wanted) : std::vector<FlameNode>(), steps);
    m_layerFlame->setNodes(m_data ? flameGraph(m_data->trace, FlameOrder::Layers, wanted) : std::vector<FlameNode>(), steps);
    m_difference->setFilter(wanted);
    m_filterBar->setFilter(wanted);
    m_filterBar->setTableShown(csvOfTab().has_value());
}

std::optional<std::pair<QString, QByteArray>> ProfileView::csvOfTab() const {
    const QWidget* page = m_tabs->currentWidget();
    const auto of = [](const char* name, const CsvTable& table) {
        return std::pair(QLatin1String(name), QByteArray::fromStdString(table.text()));
    };
    if (!m_data) return std::nullopt;
    if (page == m_layers) return of("layers", m_layerRows->csv());
    if (page == m_operators) return of("operators", m_operatorRows->csv());
    if (page == m_steps) return of("steps", m_stepRows->csv());
    if (page == m_peak) return of("memory", m_peak->csv());
    if (page == m_difference) return of("difference", m_difference->csv());
    if (page != nullptr && page->isAncestorOf(m_roofline)) return of("roofline", m_rooflineRows->csv());
    return std::nullopt;
}

void ProfileView::requestCsv() {
    if (const auto csv = csvOfTab()) Q_EMIT csvRequested(csv->first, csv->second);
}

void ProfileView::openTableMenu(QTableView* table, const QPoint& at) {
    auto* menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Save as CSV…"), this, &ProfileView::requestCsv);
    menu->addAction(tr("Copy as CSV"), this, [this] {
        if (const auto csv = csvOfTab()) Q_EMIT csvCopied(csv->second);
    });
    const QModelIndex index = table->indexAt(at);
    if (const QString path = index.data(ProfileTable::kPathRole).toString(); !path.isEmpty()) {
        menu->addSeparator();
        menu->addAction(tr("Only %1").arg(path), this, [this, path] { setNode(path); });
        menu->addAction(tr("Show %1 on the canvas").arg(path), this, [this, path] { Q_EMIT nodeActivated(path); });
    }
    menu->popup(table->viewport()->mapToGlobal(at));
}

}  // namespace seekbench
