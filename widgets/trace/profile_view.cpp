// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/profile_view.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/advice/advice_view.h"
#include "widgets/trace/difference_view.h"
#include "widgets/trace/filter_bar.h"
#include "widgets/trace/flame_view.h"
#include "widgets/trace/peak_view.h"
#include "widgets/trace/profile_tables.h"
#include "widgets/trace/roofline_plot.h"
#include "widgets/trace/slice_panel.h"
#include "widgets/trace/sorted_table.h"
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
    m_hint = new QLabel(below);
    setRole(*m_hint, "caption");
    belowRows->addWidget(m_hint);
    m_filterBar = new FilterBar(below);
    belowRows->addWidget(m_filterBar);
    m_tabs = new QTabWidget(below);
    m_tabs->setDocumentMode(true);
    makeTabs();
    belowRows->addWidget(m_tabs, 1);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 4);
    rows->addWidget(parts, 1);
    m_panel = new SlicePanel(this);
    connectParts();
    connectTables();
    retranslate();
}

void ProfileView::makeTabs() {
    m_layerRows = new ProfileTable(this);
    m_operatorRows = new ProfileTable(this);
    m_kernelRows = new ProfileTable(this);
    m_rooflineRows = new ProfileTable(this);
    m_layers = addTable(m_layerRows, m_tabs);
    m_operators = addTable(m_operatorRows, m_tabs);
    m_kernels = addTable(m_kernelRows, m_tabs);
    m_layerFlame = new FlameView(m_tabs);
    m_flame = new FlameView(m_tabs);
    auto* roofline = new QSplitter(Qt::Horizontal, m_tabs);
    m_rooflinePlot = new RooflinePlot(roofline);
    m_roofline = addTable(m_rooflineRows, roofline);
    roofline->setStretchFactor(0, 1);
    roofline->setStretchFactor(1, 1);
    m_stepRows = new ProfileTable(this);
    m_steps = addTable(m_stepRows, m_tabs);
    m_peak = new PeakView(m_tabs);
    m_difference = new DifferenceView(m_tabs);
    m_advice = new AdviceView(m_tabs);
    for (QWidget* page : std::initializer_list<QWidget*>{m_layers, m_operators, m_kernels, m_layerFlame, m_flame, roofline, m_steps, m_peak,
                                                         m_difference, m_advice})
        m_tabs->addTab(page, QString());
}

QTableView* ProfileView::addTable(ProfileTable* model, QWidget* parent) {
    QTableView* table = makeSortedTable(model, parent);
    connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint& at) { openTableMenu(table, at); });
    return table;
}

void ProfileView::connectParts() {
    connect(m_bar, &StepBarView::phaseClicked, this,
            [this](Phase phase) { setPhase(m_phase == phase ? std::nullopt : std::optional(phase)); });
    connect(m_timeline, &TimelineView::selectionChanged, this, [this] { m_panel->setSlice(m_data, m_timeline->selected()); });
    connect(m_timeline, &TimelineView::markChanged, this, &ProfileView::requestTables);
    connect(m_timeline, &TimelineView::searchRequested, m_search, qOverload<>(&QWidget::setFocus));
    connect(m_timeline, &TimelineView::nodeActivated, this, &ProfileView::nodeActivated);
    connect(m_panel, &SlicePanel::nodeActivated, this, &ProfileView::nodeActivated);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_timeline->selectNext(m_search->text()); });
    connect(m_filterBar, &FilterBar::nodeChosen, this, &ProfileView::setNode);
    connect(m_filterBar, &FilterBar::phaseChosen, this, &ProfileView::setPhase);
    connect(m_filterBar, &FilterBar::spanCleared, m_timeline, &TimelineView::clearMark);
    connect(m_filterBar, &FilterBar::csvRequested, this, &ProfileView::requestCsv);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { m_filterBar->setTableShown(csvOfTab().has_value()); });
}

void ProfileView::setProfile(SharedProfile data) {
    m_data = std::move(data);
    m_tables.reset();  // of the one before; and what is still being computed for it comes too late
    m_asked.reset();
    m_node.clear();
    m_phase.reset();
    m_timeline->setProfile(m_data);
    m_bar->setBars(m_data ? m_data->bars : std::vector<StepBar>());
    m_stepRows->setSteps(m_data ? stepTable(m_data->bars) : std::vector<StepRow>());
    m_steps->sortByColumn(0, Qt::AscendingOrder);
    m_peak->setPeak(m_data ? m_data->peak : std::nullopt);
    // A few steps can be seen; a hundred are a smear.
    if (m_data && m_data->trace.steps().size() > 2)
        m_timeline->showSpan({m_data->trace.steps()[0].start, m_data->trace.steps()[1].span().end});
    showSummary();
    showChoices();
    showTables();
    requestTables();
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
    m_rooflinePlot->setTheme(theme);
    m_difference->setTheme(theme);
}

void ProfileView::showNode(const QString& path) {
    setNode(path);
    m_timeline->selectNode(path);
}

QString ProfileView::summary() const { return m_title->text(); }

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

void ProfileView::retranslate() {
    const QStringList titles{tr("Layers"), tr("Operators"),          tr("Kernels"), tr("By layer"), tr("By caller"), tr("Roofline"),
                             tr("Steps"),  tr("Memory at the peak"), tr("Compare"), tr("Advice")};
    for (int i = 0; i < titles.size(); ++i) m_tabs->setTabText(i, titles[i]);
    m_search->setPlaceholderText(tr("Search slices"));
    m_search->setAccessibleName(tr("Search slices"));
    m_hint->setText(tr("W S zoom, A D pan, F fit, M mark, [ ] forward and backward, / search, Shift + drag measures"));
    m_layers->setAccessibleName(tr("Layers"));
    m_operators->setAccessibleName(tr("Operators"));
    m_kernels->setAccessibleName(tr("Kernels"));
    m_roofline->setAccessibleName(tr("Roofline"));
    m_steps->setAccessibleName(tr("Steps"));
    m_bar->retranslate();
    m_stepRows->setSteps(m_data ? stepTable(m_data->bars) : std::vector<StepRow>());
    showSummary();
    showTables();
}

void ProfileView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ProfileView::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape || filter() == TraceFilter()) return QWidget::keyPressEvent(event);
    clearFilters();
}

}  // namespace seekbench
