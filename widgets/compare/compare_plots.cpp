// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_plots.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include "core/run/metric.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/plot/series_plot.h"
#include "widgets/runs/run_columns.h"
#include "widgets/text/figures.h"
#include "widgets/text/metric_words.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

bool isShare(std::string_view series) { return series.ends_with("accuracy"); }

QString unitOf(const std::string& series) {
    if (isShare(series)) return QStringLiteral("%");
    const auto kinds = seriesKinds();
    const auto kind = std::ranges::find(kinds, series, &SeriesKind::name);
    return kind == kinds.end() ? QString() : translated(kind->unit);
}

Curve::Best bestOf(const std::string& series) {
    if (series.starts_with("val.") && isShare(series)) return Curve::Best::Highest;
    return series == series::kValidationLoss ? Curve::Best::Lowest : Curve::Best::None;
}

Curve::Style styleOf(const std::string& series) {
    if (series == series::kGradientNorm) return Curve::Style::Dotted;
    return series.starts_with("train.") ? Curve::Style::Dashed : Curve::Style::Solid;
}

// How many values a run has of a series, as far as its summary says.
std::int64_t countOf(const RunSummary& run, const std::string& series) {
    const auto figures = run.series.find(series);
    return figures == run.series.end() ? run.row.step : figures->second.count;
}

}  // namespace

QString seriesTitle(const std::string& series) {
    const auto kinds = seriesKinds();
    if (const auto kind = std::ranges::find(kinds, series, &SeriesKind::name); kind != kinds.end()) return translated(kind->label);
    if (const SeriesKind* told = findObservationKind(series))
        return ComparePlots::tr("%1, %2").arg(translated(told->label), fromUtf8(series.substr(series::kNodePrefix.size())));
    const auto parts = metricSeriesOf(series);
    if (!parts) return fromUtf8(series);
    QString label = translated(findKind(metricKinds(), parts->metric)->label);
    if (!parts->companion.empty()) label = QStringLiteral("%1 (%2)").arg(label, companionText(parts->companion));
    switch (parts->source) {
        case MetricSeries::Source::Train: return ComparePlots::tr("%1, training").arg(label);
        case MetricSeries::Source::Validation: return ComparePlots::tr("%1, validation").arg(label);
        case MetricSeries::Source::Baseline: break;
    }
    return ComparePlots::tr("%1, baseline: %2").arg(label, baselineText(parts->rule));
}

ComparePlots::ComparePlots(QWidget* parent) : QWidget(parent) {
    m_axisLabel = new QLabel(this);
    setRole(*m_axisLabel, "caption");
    m_axis = new SegmentedControl({QString(), QString(), QString()}, this);
    m_axis->setCurrent(static_cast<int>(HorizontalAxis::Epoch));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(emPixels(*this, 0.92), emPixels(*this, 0.31), emPixels(*this, 0.92), emPixels(*this, 0.31));
    bar->addWidget(m_axisLabel);
    bar->addWidget(m_axis);
    bar->addStretch();
    m_plots = new QWidget(this);
    auto* row = new QHBoxLayout(m_plots);
    row->setContentsMargins(emPixels(*this, 0.62), 0, emPixels(*this, 0.62), emPixels(*this, 0.62));
    row->setSpacing(emPixels(*this, 0.62));
    for (Panel& panel : m_panels) {
        panel.choice = new QComboBox(this);
        bar->addWidget(panel.choice);
        panel.layout = new QVBoxLayout;
        row->addLayout(panel.layout, 1);
        const int index = static_cast<int>(&panel - m_panels);
        connect(panel.choice, &QComboBox::activated, this,
                [this, index](int chosen) { setSeries(index, m_panels[index].choice->itemData(chosen).toString().toStdString()); });
    }
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    setRole(*m_empty, "second");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_plots, 1);
    layout->addWidget(m_empty, 1);
    connect(m_axis, &SegmentedControl::chosen, this, &ComparePlots::setAxis);
    m_panels[0].series = "val.accuracy";
    m_panels[1].series = series::kValidationLoss;
    for (Panel& panel : m_panels) makePlot(panel);
    retranslate();
    setRuns({});
}

ComparePlots::~ComparePlots() = default;

// A plot is made with its title: another series is another plot.
void ComparePlots::makePlot(Panel& panel) {
    delete panel.plot;
    panel.plot = new SeriesPlot(seriesTitle(panel.series), unitOf(panel.series), this);
    panel.plot->setTheme(m_theme);
    panel.plot->setHorizontalAxis(static_cast<HorizontalAxis>(m_axis->current()));
    panel.layout->addWidget(panel.plot);
    connect(panel.plot, &SeriesPlot::crosshairMoved, this, &ComparePlots::share);
    showCurves(panel);
}

SeriesPlot* ComparePlots::plot(int index) const { return m_panels[index].plot; }

void ComparePlots::setSeries(int plot, const std::string& series) {
    Panel& panel = m_panels[plot];
    if (panel.series == series) return;
    panel.series = series;
    makePlot(panel);
    updateChoices();
    ask();
}

const RunSummary* ComparePlots::run(const std::string& id) const {
    const auto found = std::ranges::find(m_runs, id, [](const RunSummary& run) { return run.row.id; });
    return found == m_runs.end() ? nullptr : &*found;
}

void ComparePlots::setRuns(std::vector<RunSummary> runs) {
    const auto looksOf = [](const std::vector<RunSummary>& list) {
        std::vector<std::tuple<std::string, std::string, std::string>> looks;
        for (const RunSummary& run : list) looks.emplace_back(run.row.id, run.row.colour, run.row.name);
        return looks;
    };
    const bool sameLook = looksOf(runs) == looksOf(m_runs);
    m_runs = std::move(runs);
    m_plots->setVisible(!m_runs.empty());
    m_empty->setVisible(m_runs.empty());
    if (!sameLook) {
        for (Panel& panel : m_panels) showCurves(panel);  // before series are dropped: a plot refers to them
        std::erase_if(m_curves, [&](const auto& entry) { return !run(entry.first.first); });
    }
    updateChoices();
    ask();
    std::vector<std::string> unknown;
    for (const RunSummary& each : m_runs)
        if (each.row.step > 0 && m_seriesNames.try_emplace(each.row.id).second) unknown.push_back(each.row.id);
    for (const std::string& id : unknown) Q_EMIT seriesNamesRequested(id);
}

void ComparePlots::setSeriesNames(const std::string& id, std::vector<std::string> names) {
    m_seriesNames[id] = std::move(names);
    updateChoices();
}

void ComparePlots::ask() {
    std::vector<Key> wanted;
    for (const RunSummary& run : m_runs)
        for (const Panel& panel : m_panels) {
            Curves& curves = m_curves[{run.row.id, panel.series}];
            const std::int64_t count = countOf(run, panel.series);
            if (curves.asked == count) continue;
            curves.asked = count;
            wanted.emplace_back(run.row.id, panel.series);
        }
    // Who answers at once may come back into this object.
    for (const auto& [run, series] : wanted) Q_EMIT pointsRequested(run, series);
}

void ComparePlots::setPoints(const std::string& id, const std::string& series, const std::vector<Point>& points) {
    const RunSummary* run = this->run(id);
    const auto entry = m_curves.find({id, series});
    if (!run || entry == m_curves.end()) return;
    const bool isNew = !entry->second.series;
    if (isNew) {
        const auto stepsPerEpoch = run->row.epochs > 0 ? run->row.totalSteps / run->row.epochs : 0;
        entry->second.series = std::make_unique<Series>(series, stepsPerEpoch);
    }
    auto shown = points;
    if (isShare(series))
        for (Point& point : shown) point.value *= 100;
    entry->second.series->clear();
    entry->second.series->append(shown);
    for (Panel& panel : m_panels) {
        if (panel.series != series) continue;
        if (isNew)
            showCurves(panel);
        else
            panel.plot->refresh();
    }
}

void ComparePlots::showCurves(Panel& panel) {
    std::vector<Curve> curves;
    for (const RunSummary& run : m_runs) {
        const auto entry = m_curves.find({run.row.id, panel.series});
        if (entry == m_curves.end() || !entry->second.series) continue;
        const QString name = run.row.name.empty() ? QString() : QLatin1Char(' ') + fromUtf8(run.row.name);
        curves.push_back({.series = entry->second.series.get(),
                          .label = shortRunId(run.row.id) + name,
                          .colourSlot = colourSlot(run.row.colour).value_or(0),
                          .style = styleOf(panel.series),
                          .best = bestOf(panel.series)});
    }
    panel.plot->setCurves(std::move(curves));
    panel.plot->refresh();
}

void ComparePlots::updateChoices() {
    std::set<std::string> names;
    for (const SeriesKind& kind : seriesKinds()) names.emplace(kind.name);
    for (const RunSummary& run : m_runs)
        for (const auto& [name, figures] : run.series) names.insert(name);
    for (const RunSummary& run : m_runs)
        if (const auto told = m_seriesNames.find(run.row.id); told != m_seriesNames.end())
            names.insert(told->second.begin(), told->second.end());
    for (const Panel& panel : m_panels) names.insert(panel.series);
    for (Panel& panel : m_panels) {
        // Lists come several times a second: a menu that is open stays as it is unless there is another series.
        if (names != m_offered) {
            panel.choice->clear();
            for (const std::string& name : names) panel.choice->addItem(seriesTitle(name), fromUtf8(name));
        }
        panel.choice->setCurrentIndex(panel.choice->findData(fromUtf8(panel.series)));
    }
    m_offered = std::move(names);
}

void ComparePlots::setAxis(int axis) {
    for (Panel& panel : m_panels) {
        panel.plot->setHorizontalAxis(static_cast<HorizontalAxis>(axis));
        panel.plot->refresh();
    }
}

void ComparePlots::share(std::optional<double> x) {
    for (Panel& panel : m_panels)
        if (panel.plot != sender()) panel.plot->setCrosshair(x);
}

void ComparePlots::setTheme(Theme theme) {
    m_theme = theme;
    for (Panel& panel : m_panels) panel.plot->setTheme(theme);
}

void ComparePlots::retranslate() {
    m_axisLabel->setText(tr("Horizontal axis"));
    m_axis->setTexts({tr("Step"), tr("Time"), tr("Epoch")});
    m_axis->setAccessibleName(tr("Horizontal axis"));
    m_panels[0].choice->setAccessibleName(tr("Series of the left plot"));
    m_panels[1].choice->setAccessibleName(tr("Series of the right plot"));
    m_empty->setText(tr("Tick runs in the table above: their curves are laid over one another here, and the first two are compared."));
    m_offered.clear();
    updateChoices();
}

void ComparePlots::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (Panel& panel : m_panels) makePlot(panel);
    }
    QWidget::changeEvent(event);
}

}  // namespace seekbench
