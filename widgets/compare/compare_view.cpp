// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_view.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QDataStream>
#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableWidget>

#include "core/run/reproducibility.h"
#include "widgets/compare/compare_plots.h"
#include "widgets/compare/graph_difference_view.h"
#include "widgets/runs/run_table.h"
#include "widgets/runs/run_table_delegate.h"
#include "widgets/text/figures.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

QTableWidget* makeTable(QWidget* parent, int columns, double rowEm) {
    auto* table = new QTableWidget(0, columns, parent);
    QFont font = parent->font();
    font.setPixelSize(emPixels(*parent, em::kTable));
    table->setFont(font);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(emPixels(*parent, rowEm));
    table->verticalHeader()->setMinimumSectionSize(emPixels(*parent, 1));
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->setWordWrap(false);
    return table;
}

QLabel* makeLabel(QWidget* parent, const char* role) {
    auto* label = new QLabel(parent);
    if (*role) setRole(*label, role);
    return label;
}

void setCell(QTableWidget& table, int row, int column, const QString& text, const QColor& colour, const QFont& font,
             Qt::Alignment alignment) {
    auto* item = new QTableWidgetItem(text);
    item->setForeground(colour);
    item->setFont(font);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    item->setToolTip(text);
    table.setItem(row, column, item);
}

}  // namespace

CompareView::CompareView(QWidget* parent) : QWidget(parent), m_table(new RunTable(this)) {
    m_vertical = new QSplitter(Qt::Vertical, this);
    m_horizontal = new QSplitter(Qt::Horizontal, this);
    for (QSplitter* splitter : {m_vertical, m_horizontal}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    m_horizontal->addWidget(buildCurves());
    m_horizontal->addWidget(buildDifferences());
    m_horizontal->setStretchFactor(0, 62);
    m_horizontal->setStretchFactor(1, 38);
    m_vertical->addWidget(m_table);
    m_vertical->addWidget(m_horizontal);
    m_vertical->setStretchFactor(0, 42);
    m_vertical->setStretchFactor(1, 58);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_vertical);

    connect(m_table, &RunTable::shownRunsChanged, this, &CompareView::showRuns);
    connect(m_table, &RunTable::comparedRunsChanged, this, &CompareView::compare);
    connect(m_table, &RunTable::differencesNeeded, this, &CompareView::want);
    connect(m_plots, &ComparePlots::seriesNamesRequested, this, &CompareView::seriesNamesRequested);
    connect(m_plots, &ComparePlots::pointsRequested, this, &CompareView::pointsRequested);
    connect(m_tabs, &QTabBar::currentChanged, this, &CompareView::showSettings);
    setTheme(m_theme);
    retranslate();
}

QWidget* CompareView::buildCurves() {
    auto* side = new QWidget(this);
    m_heading = new QFrame(side);
    setRole(*m_heading, "panel");
    m_swatchA = makeLabel(m_heading, "");
    m_nameA = makeLabel(m_heading, "section");
    m_versus = makeLabel(m_heading, "caption");
    m_swatchB = makeLabel(m_heading, "");
    m_nameB = makeLabel(m_heading, "section");
    m_figure = makeLabel(m_heading, "figure");
    m_figureCaption = makeLabel(m_heading, "second");
    auto* row = new QHBoxLayout(m_heading);
    row->setContentsMargins(emPixels(*this, 1.1), emPixels(*this, 0.46), emPixels(*this, 1.1), emPixels(*this, 0.46));
    row->setSpacing(emPixels(*this, 0.62));
    for (QLabel* label : {m_swatchA, m_nameA, m_versus, m_swatchB, m_nameB, m_figure, m_figureCaption}) row->addWidget(label);
    row->addStretch();
    m_plots = new ComparePlots(side);
    m_metrics = makeTable(side, 4, 1.69);
    m_metrics->setSelectionMode(QAbstractItemView::NoSelection);
    m_metrics->setMaximumHeight(emPixels(*this, 11));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_plots, 1);
    layout->addWidget(m_metrics);
    m_grade = makeLabel(side, "second");
    m_grade->setWordWrap(true);
    m_grade->setMargin(emPixels(*this, 0.62));
    m_grade->hide();
    layout->addWidget(m_grade);
    return side;
}

QWidget* CompareView::buildDifferences() {
    auto* side = new QWidget(this);
    auto* head = new QFrame(side);
    setRole(*head, "bar");
    m_tabs = new QTabBar(head);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    m_equal = makeLabel(head, "caption");
    auto* headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(0, 0, emPixels(*this, 0.62), 0);
    headRow->addWidget(m_tabs);
    headRow->addStretch();
    headRow->addWidget(m_equal);

    m_settings = makeTable(side, 3, 1.62);
    m_note = makeLabel(side, "second");
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setMargin(emPixels(*this, 0.92));

    m_warning = new QFrame(side);
    setRole(*m_warning, "warning-line");
    m_warningIcon = makeLabel(m_warning, "");
    m_warningText = makeLabel(m_warning, "");
    m_warningText->setWordWrap(true);
    auto* warningRow = new QHBoxLayout(m_warning);
    warningRow->setContentsMargins(emPixels(*this, 0.77), emPixels(*this, 0.31), emPixels(*this, 0.77), emPixels(*this, 0.31));
    warningRow->addWidget(m_warningIcon);
    warningRow->addWidget(m_warningText, 1);

    auto* graphHead = new QFrame(side);
    setRole(*graphHead, "bar");
    m_graphTitle = makeLabel(graphHead, "section");
    m_added = makeLabel(graphHead, "chip-ok");
    m_removed = makeLabel(graphHead, "chip-error");
    m_changed = makeLabel(graphHead, "chip-info");
    m_same = makeLabel(graphHead, "chip");
    auto* graphRow = new QHBoxLayout(graphHead);
    graphRow->setContentsMargins(emPixels(*this, 0.92), emPixels(*this, 0.31), emPixels(*this, 0.62), emPixels(*this, 0.31));
    graphRow->addWidget(m_graphTitle);
    graphRow->addStretch();
    for (QLabel* chip : {m_added, m_removed, m_changed, m_same}) graphRow->addWidget(chip);
    m_graph = new GraphDifferenceView(side);

    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_settings, 1);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_warning);
    layout->addWidget(graphHead);
    layout->addWidget(m_graph, 1);
    return side;
}

// --- values ---

void CompareView::setRuns(std::vector<RunSummary> runs) {
    m_table->setRuns(std::move(runs));
    const auto isGone = [&](const auto& entry) { return !m_table->model().run(entry.first); };
    std::erase_if(m_experiments, isGone);
    std::erase_if(m_missing, isGone);
    showRuns();
    showMetrics();
    showHeading();
}

void CompareView::showRuns() {
    std::vector<RunSummary> shown;
    for (const std::string& id : m_table->model().shownRuns())
        if (const RunSummary* run = m_table->model().run(id)) shown.push_back(*run);
    m_plots->setRuns(std::move(shown));
}

void CompareView::setSeriesNames(const std::string& run, std::vector<std::string> names) { m_plots->setSeriesNames(run, std::move(names)); }

void CompareView::setPoints(const std::string& run, const std::string& series, const std::vector<Point>& points) {
    m_plots->setPoints(run, series, points);
}

void CompareView::setExperiment(const std::string& run, Experiment experiment) {
    m_missing.erase(run);
    m_asked.erase(run);
    m_experiments.insert_or_assign(run, std::move(experiment));
    const auto reference = m_experiments.find(m_a);
    if (reference == m_experiments.end()) return;
    // The reference has come: what waited for it can be counted.
    for (const auto& [id, other] : m_experiments)
        if (run == m_a || id == run) m_table->model().setDifference(id, countDifferences(reference->second, other));
    if (run == m_a || run == m_b) updateComparison();
}

void CompareView::setExperimentMissing(const std::string& run, const QString& reason) {
    m_missing[run] = reason;
    m_asked.erase(run);
    if (run == m_a || run == m_b) updateComparison();
}

void CompareView::compare(const std::string& a, const std::string& b) {
    m_a = a;
    m_b = b;
    std::vector<std::string> wanted;
    for (const std::string& run : {a, b})
        if (!run.empty()) wanted.push_back(run);
    want(wanted);
    updateComparison();
    showMetrics();
    showHeading();
}

// Asks for the experiments of these runs, or counts at once where they are there.
void CompareView::want(const std::vector<std::string>& runs) {
    const auto reference = m_experiments.find(m_a);
    std::vector<std::string> missing;
    for (const std::string& run : runs) {
        const auto known = m_experiments.find(run);
        if (known == m_experiments.end()) {
            if (!m_missing.contains(run) && m_asked.insert(run).second) missing.push_back(run);
        } else if (reference != m_experiments.end()) {
            m_table->model().setDifference(run, countDifferences(reference->second, known->second));
        }
    }
    // Who answers at once comes back into this object.
    for (const std::string& run : missing) Q_EMIT experimentRequested(run);
}

// --- what differs ---

void CompareView::updateComparison() {
    m_rows.clear();
    m_changes = 0;
    GraphDifference graph;
    const auto a = m_experiments.find(m_a), b = m_experiments.find(m_b);
    if (a != m_experiments.end() && b != m_experiments.end()) {
        graph = differenceOf(a->second.graph, a->second.library, b->second.graph, b->second.library);
        m_rows = comparedSettings(a->second, b->second, graph);
        const RunSummary *left = m_table->model().run(m_a), *right = m_table->model().run(m_b);
        if (left && right)
            if (auto data = comparedData(*left, *right)) m_rows.push_back(std::move(*data));
        const DifferenceCounts counts = countDifferences(a->second, b->second);
        m_changes = counts.nodes + counts.settings;
    }
    wantGrade();
    m_added->setText(tr("+ %n added", nullptr, static_cast<int>(graph.count(NodeDifference::Kind::Added))));
    m_removed->setText(tr("− %n removed", nullptr, static_cast<int>(graph.count(NodeDifference::Kind::Removed))));
    m_changed->setText(tr("≠ %n changed", nullptr, static_cast<int>(graph.count(NodeDifference::Kind::Changed))));
    m_same->setText(tr("%n equal", nullptr, static_cast<int>(graph.count(NodeDifference::Kind::Equal))));
    m_graph->setDifference(std::move(graph));
    m_warning->setVisible(m_changes > 1);
    showSettings();
    showHeading();
}

// Runs that differ in nothing that decides numbers have repeated each other: how well is worth a look into their journals.
void CompareView::wantGrade() {
    const auto a = m_experiments.find(m_a), b = m_experiments.find(m_b);
    const bool repeats =
        m_a != m_b && a != m_experiments.end() && b != m_experiments.end() && computationOf(a->second) == computationOf(b->second);
    m_grade->hide();
    if (repeats) Q_EMIT gradeRequested(m_a, m_b);
}

void CompareView::setGrade(const std::string& a, const std::string& b, const QStringList& sentences) {
    if (a != m_a || b != m_b) return;  // of a pair that was shown before
    m_grade->setText(sentences.join(QLatin1Char(' ')));
    m_grade->setVisible(!sentences.isEmpty());
}

void CompareView::showSettings() {
    const auto differing = std::ranges::count(m_rows, true, &ComparedSetting::differs);
    m_tabs->setTabText(0, tr("Only differences %1").arg(differing));
    m_tabs->setTabText(1, tr("All settings %1").arg(m_rows.size()));
    const bool onlyDifferences = m_tabs->currentIndex() == 0;
    const auto equal = std::ssize(m_rows) - differing;
    m_equal->setText(onlyDifferences && equal > 0 ? tr("%n equal one(s) hidden", nullptr, static_cast<int>(equal)) : QString());

    QFont mono(QStringLiteral("monospace"));
    mono.setStyleHint(QFont::Monospace);
    mono.setPixelSize(emPixels(*this, em::kTable));
    m_settings->setRowCount(0);
    for (const ComparedSetting& setting : m_rows) {
        if (onlyDifferences && !setting.differs) continue;
        const int row = m_settings->rowCount();
        m_settings->insertRow(row);
        setCell(*m_settings, row, 0, setting.setting, m_theme[Colour::Text], m_settings->font(), Qt::AlignLeft);
        setCell(*m_settings, row, 1, setting.a, m_theme[Colour::SecondText], mono, Qt::AlignLeft);
        setCell(*m_settings, row, 2, setting.b, m_theme[setting.differs ? Colour::Text : Colour::SecondText], mono, Qt::AlignLeft);
    }

    QString note;
    for (const std::string& run : {m_a, m_b})
        if (const auto missing = m_missing.find(run); missing != m_missing.end()) note = missing->second;
    if (note.isEmpty() && (m_a.empty() || m_b.empty())) note = tr("Tick two runs to see what differs between them.");
    if (note.isEmpty() && !m_rows.empty() && differing == 0 && onlyDifferences) note = tr("The two experiments are the same.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_settings->setVisible(note.isEmpty());
}

void CompareView::showMetrics() {
    const RunSummary *a = m_table->model().run(m_a), *b = m_table->model().run(m_b);
    m_metrics->setVisible(a && b);
    m_metrics->setRowCount(0);
    if (!a || !b) return;
    QFont bold = m_metrics->font();
    bold.setBold(true);
    for (const ComparedMetric& metric : comparedMetrics(*a, *b)) {
        const int row = m_metrics->rowCount();
        m_metrics->insertRow(row);
        const auto cell = [&](int column, const QString& text, bool better) {
            setCell(*m_metrics, row, column, text, m_theme[Colour::Text], better ? bold : m_metrics->font(),
                    column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        };
        cell(0, metric.metric, false);
        cell(1, metric.a, metric.better == ComparedMetric::Better::A);
        cell(2, metric.b, metric.better == ComparedMetric::Better::B);
        cell(3, metric.difference, false);
    }
}

QString CompareView::nameOfRun(const std::string& run) const {
    const RunSummary* summary = m_table->model().run(run);
    if (!summary) return {};
    return summary->row.name.empty() ? shortRunId(run) : QStringLiteral("%1 %2").arg(shortRunId(run), fromUtf8(summary->row.name));
}

// One run of each says nothing about chance: the figure stands with that, and with no verdict.
void CompareView::showHeading() {
    const RunSummary *a = m_table->model().run(m_a), *b = m_table->model().run(m_b);
    m_heading->setVisible(a != nullptr);
    if (!a) return;
    const int side = emPixels(*this, 1.7);
    m_swatchA->setPixmap(runSwatchIcon(colourSlot(a->row.colour).value_or(0), side, m_theme).pixmap(side));
    m_nameA->setText(tr("A %1", "the run A").arg(nameOfRun(m_a)));
    for (QLabel* label : {m_versus, m_swatchB, m_nameB, m_figure, m_figureCaption}) label->setVisible(b != nullptr);
    if (!b) return;
    m_swatchB->setPixmap(runSwatchIcon(colourSlot(b->row.colour).value_or(0), side, m_theme).pixmap(side));
    m_nameB->setText(tr("B %1", "the run B").arg(nameOfRun(m_b)));
    const auto& accuracy = specOf(RunColumn::BestAccuracy);
    const double difference = (accuracy.number(*b) - accuracy.number(*a)) * 100;
    m_figure->setText(signedText(difference, 2));
    m_figureCaption->setText(tr("percentage points of the best validation accuracy; one run of each, so no interval"));
    for (QLabel* label : {m_figure, m_figureCaption}) label->setVisible(std::isfinite(difference));
    m_warningText->setText(
        std::isfinite(difference)
            ? tr("Several things changed at once: %1 belongs to all of them together, not to one of them.").arg(m_figure->text())
            : tr("Several things changed at once: the result belongs to all of them together, not to one of them."));
}

// --- looks ---

void CompareView::setTheme(Theme theme) {
    m_theme = theme;
    m_table->setTheme(theme);
    m_plots->setTheme(theme);
    m_graph->setTheme(theme);
    m_warningIcon->setPixmap(icon("warning", theme, Colour::Warning).pixmap(emPixels(*this, 1.23)));
    showSettings();
    showMetrics();
    showHeading();
}

void CompareView::retranslate() {
    m_versus->setText(tr("versus"));
    m_settings->setHorizontalHeaderLabels({tr("Setting"), tr("A", "the run A"), tr("B", "the run B")});
    m_settings->setAccessibleName(tr("Settings of A and B"));
    m_metrics->setHorizontalHeaderLabels({tr("Result"), tr("A", "the run A"), tr("B", "the run B"), tr("Difference, B − A")});
    for (int column = 1; column < 4; ++column) m_metrics->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_metrics->setAccessibleName(tr("Results of A and B"));
    m_tabs->setAccessibleName(tr("Which settings are shown"));
    m_graphTitle->setText(tr("Difference of the graphs"));
    updateComparison();
    showMetrics();
}

void CompareView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

QByteArray CompareView::layoutState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_vertical->saveState() << m_horizontal->saveState() << m_table->layoutState();
    return state;
}

bool CompareView::restoreLayoutState(const QByteArray& state) {
    QByteArray vertical, horizontal, table;
    QDataStream stream(state);
    stream >> vertical >> horizontal >> table;
    return m_vertical->restoreState(vertical) && m_horizontal->restoreState(horizontal) && m_table->restoreLayoutState(table);
}

}  // namespace seekbench
