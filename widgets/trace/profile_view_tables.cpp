// SPDX-License-Identifier: GPL-3.0-or-later

// What the tables of a profile show, and what can be done with their rows.

#include <algorithm>
#include <utility>

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
    for (QTableView* table : {m_operators, m_kernels})
        connect(table, &QTableView::activated, this,
                [this](const QModelIndex& index) { m_timeline->selectNext(index.data(ProfileTable::kNameRole).toString()); });
    // Points and their rows are chosen together, and the slices they stand for.
    connect(m_roofline, &QTableView::clicked, this,
            [this](const QModelIndex& index) { choosePoint(static_cast<std::size_t>(index.data(ProfileTable::kRowRole).toInt())); });
    connect(m_rooflinePlot, &RooflinePlot::pointChosen, this, &ProfileView::choosePoint);
    connect(m_rooflinePlot, &RooflinePlot::pointActivated, this, [this](std::size_t point) {
        if (m_tables && !m_tables->roofline[point].node.empty()) Q_EMIT nodeActivated(fromUtf8(m_tables->roofline[point].node));
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
    requestTables();
}

void ProfileView::setPhase(std::optional<Phase> phase) {
    if (phase == m_phase) return;
    m_phase = phase;
    requestTables();
}

void ProfileView::clearFilters() {
    m_node.clear();
    m_phase.reset();
    if (m_timeline->mark()) return m_timeline->clearMark();  // which asks for the tables
    requestTables();
}

void ProfileView::showRoofline() {
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->isAncestorOf(m_rooflinePlot)) m_tabs->setCurrentIndex(tab);
}

void ProfileView::choosePoint(std::size_t point) {
    if (!m_tables || point >= m_tables->roofline.size()) return;
    m_rooflinePlot->setSelected(point);
    const QAbstractItemModel& model = *m_roofline->model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(ProfileTable::kRowRole).toInt() == static_cast<int>(point)) m_roofline->selectRow(row);
    m_timeline->selectNode(fromUtf8(m_tables->roofline[point].node));
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

bool ProfileView::isBusy() const { return m_data && (!m_tables || m_tables->filter != filter()); }

void ProfileView::requestTables() {
    const TraceFilter wanted = filter();
    m_difference->setFilter(wanted);
    m_filterBar->setFilter(wanted);
    showBusy();
    if (!isBusy()) return m_asked.reset();
    if (std::exchange(m_asked, wanted) != wanted) Q_EMIT tablesRequested(m_data, wanted);
}

void ProfileView::setTables(const SharedProfile& profile, const SharedTables& tables) {
    if (!profile || profile != m_data || tables->filter != filter()) return;
    m_tables = tables;
    m_asked.reset();
    showTables();
}

void ProfileView::showBusy() {
    m_filterBar->setBusy(isBusy());
    m_filterBar->setTableShown(csvOfTab().has_value());
}

void ProfileView::showTables() {
    static const FilteredTables kNone;
    const FilteredTables& shown = m_tables ? *m_tables : kNone;
    const std::size_t steps = stepsIn(shown.filter);
    m_layerRows->setLayers(shown.layers, steps);
    m_layers->sortByColumn(1, Qt::DescendingOrder);
    for (int row = 0; row < m_layers->model()->rowCount() && !m_node.isEmpty(); ++row)
        if (m_layers->model()->index(row, 0).data(ProfileTable::kPathRole).toString() == m_node) m_layers->selectRow(row);
    m_operatorRows->setOperators(shown.operators, steps);
    m_operators->sortByColumn(1, Qt::DescendingOrder);
    m_kernelRows->setKernels(shown.kernels, steps);
    m_kernels->sortByColumn(2, Qt::DescendingOrder);
    m_rooflineRows->setRoofline(shown.roofline, steps);
    m_roofline->sortByColumn(3, Qt::DescendingOrder);
    m_rooflinePlot->setPoints(shown.roofline, m_data ? m_data->trace.ceilings() : Ceilings(), steps);
    m_flame->setNodes(shown.callers, steps);
    m_layerFlame->setNodes(shown.byLayer, steps);
    showBusy();
}

std::optional<std::pair<QString, QByteArray>> ProfileView::csvOfTab() const {
    const QWidget* page = m_tabs->currentWidget();
    const auto of = [](const char* name, const CsvTable& table) {
        return std::pair(QLatin1String(name), QByteArray::fromStdString(table.text()));
    };
    if (!m_data) return std::nullopt;
    if (page == m_steps) return of("steps", m_stepRows->csv());
    if (page == m_peak) return of("memory", m_peak->csv());
    if (page == m_difference) return of("difference", m_difference->csv());
    if (isBusy()) return std::nullopt;  // the rows are not yet those of the filter that is shown
    if (page == m_layers) return of("layers", m_layerRows->csv());
    if (page == m_operators) return of("operators", m_operatorRows->csv());
    if (page == m_kernels) return of("kernels", m_kernelRows->csv());
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
