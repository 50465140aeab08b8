// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/memory/memory_view.h"

#include <array>

#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QTimer>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/memory/memory_bar.h"
#include "widgets/memory/memory_chart.h"
#include "widgets/memory/memory_model.h"
#include "widgets/memory/memory_words.h"
#include "widgets/runs/run_model.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

MemoryView::MemoryView(QWidget* parent) : QWidget(parent) {
    auto* rows = new QVBoxLayout(this);
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    m_legend = new QLabel(this);
    m_legend->setWordWrap(true);
    auto* bars = new QGridLayout;
    m_forecastName = new QLabel(this);
    m_measuredName = new QLabel(this);
    m_forecastBar = new MemoryBar(this);
    m_measuredBar = new MemoryBar(this);
    bars->addWidget(m_forecastName, 0, 0);
    bars->addWidget(m_forecastBar, 0, 1);
    bars->addWidget(m_measuredName, 1, 0);
    bars->addWidget(m_measuredBar, 1, 1);
    bars->setColumnStretch(1, 1);
    m_chart = new MemoryChart(this);
    m_model = new MemoryModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSortRole(MemoryModel::kSortRole);
    m_sorted->setSourceModel(m_model);
    m_table = new QTableView(this);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(MemoryModel::Measured, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    rows->addWidget(m_summary);
    rows->addLayout(bars);
    rows->addWidget(m_legend);
    rows->addWidget(m_chart);
    rows->addWidget(m_table, 1);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    m_timer->setInterval(100);
    connect(m_timer, &QTimer::timeout, this, &MemoryView::refresh);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const QString path = index.data(MemoryModel::kPathRole).toString(); !path.isEmpty()) Q_EMIT layerActivated(path);
    });
    retranslate();
}

void MemoryView::setRun(RunModel* run) {
    if (m_run) disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    if (run != nullptr) {
        connect(run, &RunModel::changed, this, &MemoryView::markDirty);
        // Its series are gone already: nothing may be drawn of them.
        connect(run, &QObject::destroyed, this, [this] {
            m_run = nullptr;
            m_chart->setSeries({});
        });
    }
    m_chart->setSeries({});
    refresh();
}

void MemoryView::setForecast(std::optional<MemoryForecast> forecast) {
    m_forecast = std::move(forecast);
    showTables();
}

void MemoryView::setMeasured(std::optional<MeasuredMemory> measured) {
    m_measured = std::move(measured);
    showTables();
}

void MemoryView::setTheme(Theme theme) {
    m_theme = theme;
    m_forecastBar->setTheme(theme);
    m_measuredBar->setTheme(theme);
    m_chart->setTheme(theme);
    QStringList words;
    for (const MemoryCategory category : kMemoryCategories)
        words.append(QStringLiteral("<span style=\"color:%1\">■</span>&nbsp;%2")
                         .arg(memoryColour(theme, category).name(), memoryWord(category).toHtmlEscaped()));
    m_legend->setText(words.join(QStringLiteral(" &nbsp; ")));
}

QString MemoryView::summary() const { return m_summary->text(); }

void MemoryView::markDirty() {
    m_dirty = true;
    if (isVisible() && !m_timer->isActive()) m_timer->start();
}

void MemoryView::refresh() {
    m_dirty = false;
    std::array<const Series*, kMemoryCategories.size()> parts{};
    if (m_run)
        for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = m_run->series(seriesOf(kMemoryCategories[i]));
    m_chart->setSeries(parts);
}

void MemoryView::showTables() {
    const std::int64_t expected = m_forecast ? m_forecast->peak() : 0, found = m_measured ? m_measured->table.total.total() : 0;
    const std::int64_t full = std::max(expected, found);
    m_forecastBar->setBytes(m_forecast ? m_forecast->table.total : MemoryBytes(), full);
    m_measuredBar->setBytes(m_measured ? m_measured->table.total : MemoryBytes(), full);
    m_chart->setForecast(expected);
    m_model->setTables(m_forecast ? std::optional(m_forecast->table) : std::nullopt,
                       m_measured ? std::optional(m_measured->table) : std::nullopt);
    m_table->sortByColumn(m_measured ? MemoryModel::Measured : MemoryModel::Forecast, Qt::DescendingOrder);
    QString text;
    if (m_measured && m_forecast && found > 0)
        text = tr("Measured %1 at the peak of step %2; %3 were forecast (%4 %).")
                   .arg(bytesText(found), countText(m_measured->step), bytesText(expected),
                        percentText(static_cast<double>(expected) / static_cast<double>(found) - 1, 1));
    else if (m_measured)
        text = tr("Measured %1 at the peak of step %2.").arg(bytesText(found), countText(m_measured->step));
    else if (m_forecast)
        text = tr("About %1 are forecast at the peak of a step. What is measured comes with the first steps.").arg(bytesText(expected));
    else
        text = tr("Choose a run to see where its memory goes.");
    m_summary->setText(text);
}

void MemoryView::retranslate() {
    m_forecastName->setText(tr("Forecast"));
    m_measuredName->setText(tr("Measured"));
    m_table->setAccessibleName(tr("Memory of the layers"));
    m_chart->setAccessibleName(tr("Memory at the peak of each step"));
    m_forecastBar->retranslate();
    m_measuredBar->retranslate();
    m_model->retranslate();
    setTheme(m_theme);
    showTables();
}

void MemoryView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void MemoryView::showEvent(QShowEvent* event) {
    if (m_dirty) m_timer->start();
    QWidget::showEvent(event);
}

}  // namespace seekbench
