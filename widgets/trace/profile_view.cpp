// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/profile_view.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/flame_view.h"
#include "widgets/trace/profile_tables.h"
#include "widgets/trace/slice_panel.h"
#include "widgets/trace/step_bar_view.h"
#include "widgets/trace/timeline_view.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {

ProfileView::ProfileView(QWidget* parent) : QWidget(parent) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(emPixels(*this, 0.62), emPixels(*this, 0.46), emPixels(*this, 0.62), 0);
    auto* head = new QHBoxLayout;
    m_title = new QLabel(this);
    setRole(*m_title, "title");
    m_trust = new QLabel(this);
    setRole(*m_trust, "caption");
    m_search = new QLineEdit(this);
    m_search->setMaximumWidth(emPixels(*this, 18));
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_trust);
    head->addWidget(m_search);
    rows->addLayout(head);
    m_bar = new StepBarView(this);
    rows->addWidget(m_bar);
    auto* parts = new QSplitter(Qt::Vertical, this);
    m_timeline = new TimelineView(parts);
    auto* below = new QWidget(parts);
    auto* belowRows = new QVBoxLayout(below);
    belowRows->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    m_hint = new QLabel(below);
    setRole(*m_hint, "caption");
    m_filter = new QLabel(below);
    setRole(*m_filter, "caption");
    line->addWidget(m_hint);
    line->addStretch(1);
    line->addWidget(m_filter);
    belowRows->addLayout(line);
    m_tabs = new QTabWidget(below);
    m_tabs->setDocumentMode(true);
    m_layerRows = new ProfileTable(this);
    m_operatorRows = new ProfileTable(this);
    m_rooflineRows = new ProfileTable(this);
    m_layers = addTable(m_layerRows);
    m_operators = addTable(m_operatorRows);
    m_layerFlame = new FlameView(m_tabs);
    m_tabs->addTab(m_layerFlame, QString());
    m_flame = new FlameView(m_tabs);
    m_tabs->addTab(m_flame, QString());
    m_roofline = addTable(m_rooflineRows);
    belowRows->addWidget(m_tabs, 1);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 4);
    rows->addWidget(parts, 1);
    m_panel = new SlicePanel(this);
    connectParts();
    retranslate();
}

QTableView* ProfileView::addTable(ProfileTable* model) {
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSortRole(ProfileTable::kSortRole);
    sorted->setSourceModel(model);
    auto* table = new QTableView(m_tabs);
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(emPixels(*this, 1.77));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tabs->addTab(table, QString());
    return table;
}

void ProfileView::connectParts() {
    connect(m_timeline, &TimelineView::selectionChanged, this, [this] { m_panel->setSlice(m_data, m_timeline->selected()); });
    connect(m_timeline, &TimelineView::markChanged, this, &ProfileView::showTables);
    connect(m_timeline, &TimelineView::searchRequested, m_search, qOverload<>(&QWidget::setFocus));
    connect(m_timeline, &TimelineView::nodeActivated, this, &ProfileView::nodeActivated);
    connect(m_panel, &SlicePanel::nodeActivated, this, &ProfileView::nodeActivated);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_timeline->selectNext(m_search->text()); });
    // A row of a layer filters all else; its double click goes to the canvas.
    for (QTableView* table : {m_layers, m_roofline}) {
        connect(table, &QTableView::clicked, this, [this](const QModelIndex& index) {
            const QString path = index.data(ProfileTable::kPathRole).toString();
            m_node = path == m_node ? QString() : path;
            showTables();
        });
        connect(table, &QTableView::activated, this, [this](const QModelIndex& index) {
            if (const QString path = index.data(ProfileTable::kPathRole).toString(); !path.isEmpty()) Q_EMIT nodeActivated(path);
        });
    }
    connect(m_operators, &QTableView::activated, this,
            [this](const QModelIndex& index) { m_timeline->selectNext(index.data(ProfileTable::kNameRole).toString()); });
}

void ProfileView::setProfile(SharedProfile data) {
    m_data = std::move(data);
    m_node.clear();
    m_timeline->setProfile(m_data);
    m_bar->setBars(m_data ? m_data->bars : std::vector<StepBar>());
    // A few steps can be seen; a hundred are a smear.
    if (m_data && m_data->trace.steps().size() > 2)
        m_timeline->showSpan({m_data->trace.steps()[0].start, m_data->trace.steps()[1].span().end});
    showSummary();
    showLayers();
    showTables();
}

void ProfileView::setMessage(const QString& sentence) {
    m_message = sentence;
    showSummary();
}

void ProfileView::setTheme(Theme theme) {
    m_theme = theme;
    m_bar->setTheme(theme);
    m_timeline->setTheme(theme);
    m_flame->setTheme(theme);
    m_layerFlame->setTheme(theme);
}

void ProfileView::showNode(const QString& path) {
    m_node = path;
    showTables();
    m_timeline->selectNext(path);
}

QString ProfileView::summary() const { return m_title->text(); }

TraceFilter ProfileView::filter() const {
    TraceFilter filter{.node = m_node.toStdString()};
    if (m_timeline->mark()) filter.span = *m_timeline->mark();
    return filter;
}

// How many steps the figures of a step are divided by: of the whole profile; a marked span is taken as it is.
std::size_t ProfileView::stepsIn(const TraceFilter& filter) const {
    return filter.span == TimeSpan::everything() && m_data ? std::max<std::size_t>(1, m_data->trace.steps().size()) : 1;
}

void ProfileView::showSummary() {
    m_title->setText(m_message);
    m_trust->clear();
    if (!m_data) return;
    double wall = 0;
    for (const StepBar& bar : m_data->bars) wall += static_cast<double>(bar.step.duration);
    const auto steps = static_cast<int>(m_data->trace.steps().size());
    if (steps > 0) m_title->setText(tr("%1 a step, mean of %n steps", nullptr, steps).arg(timeText(wall / steps)));
    const Completeness& c = m_data->completeness;
    QStringList words{
        tr("received %1, lost %2")
            .arg(countText(static_cast<std::int64_t>(c.ledger.received)), countText(static_cast<std::int64_t>(c.ledger.dropped))),
        tr("with a phase %1 %, with a layer %2 %").arg(percentText(c.withPhase(), 1), percentText(c.withLayer(), 1)),
        c.conserved ? tr("the times add up") : tr("the times do not add up")};
    if (c.ledger.cut) words.append(tr("cut off"));
    m_trust->setText(words.join(QStringLiteral(" · ")));
}

void ProfileView::showLayers() {
    m_layerRows->setLayers(m_data ? m_data->layers : std::vector<LayerRow>(),
                           m_data ? std::max<std::size_t>(1, m_data->trace.steps().size()) : 1);
    m_layers->sortByColumn(1, Qt::DescendingOrder);
}

void ProfileView::showTables() {
    const TraceFilter wanted = filter();
    const std::size_t steps = stepsIn(wanted);
    m_operatorRows->setOperators(m_data ? operatorTable(m_data->trace, wanted) : std::vector<OperatorRow>(), steps);
    m_operators->sortByColumn(1, Qt::DescendingOrder);
    m_rooflineRows->setRoofline(m_data ? rooflinePoints(m_data->trace, wanted) : std::vector<RooflinePoint>(), steps);
    m_roofline->sortByColumn(3, Qt::DescendingOrder);
    m_flame->setNodes(m_data ? flameGraph(m_data->trace, FlameOrder::Callers, wanted) : std::vector<FlameNode>(), steps);
    m_layerFlame->setNodes(m_data ? flameGraph(m_data->trace, FlameOrder::Layers, wanted) : std::vector<FlameNode>(), steps);
    QStringList parts;
    if (!m_node.isEmpty()) parts.append(tr("only %1").arg(m_node));
    if (m_timeline->mark()) parts.append(tr("only the marked %1").arg(timeText(static_cast<double>(m_timeline->mark()->duration()))));
    m_filter->setText(parts.isEmpty() ? tr("figures are for one step") : parts.join(QStringLiteral(", ")));
}

void ProfileView::retranslate() {
    const QStringList titles{tr("Layers"), tr("Operators"), tr("By layer"), tr("By caller"), tr("Roofline")};
    for (int i = 0; i < titles.size(); ++i) m_tabs->setTabText(i, titles[i]);
    m_search->setPlaceholderText(tr("Search slices"));
    m_search->setAccessibleName(tr("Search slices"));
    m_hint->setText(tr("W S zoom, A D pan, F fit, M mark, [ ] forward and backward, / search, Shift + drag measures"));
    m_layers->setAccessibleName(tr("Layers"));
    m_operators->setAccessibleName(tr("Operators"));
    m_roofline->setAccessibleName(tr("Roofline"));
    m_bar->retranslate();
    showSummary();
    showLayers();
    showTables();
}

void ProfileView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
