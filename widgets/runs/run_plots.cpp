// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_plots.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <QtCore/QTimer>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>

#include "core/run/metric.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/runs/run_model.h"
#include "widgets/text/figures.h"
#include "widgets/text/metric_words.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kFrameMilliseconds = 33, kCountMilliseconds = 200;
constexpr int kSliderSteps = 100;
constexpr int kFirstSmoothing = 57;  // 0.98
constexpr std::size_t kRecentSteps = 2000;

// The slider gives each decade of remembered steps the same room: 0, 0.9, 0.99, 0.999.
double smoothingAt(int position) { return position == 0 ? 0 : 1 - std::pow(10.0, -3.0 * position / kSliderSteps); }

std::optional<double> recentMedian(const Series* series) {
    if (!series) return std::nullopt;
    const auto all = series->values().values();
    std::vector<double> recent;
    for (const double value : all.last(std::min(all.size(), kRecentSteps)))
        if (std::isfinite(value)) recent.push_back(value);
    if (recent.empty()) return std::nullopt;
    const auto middle = recent.begin() + static_cast<std::ptrdiff_t>(recent.size() / 2);
    std::ranges::nth_element(recent, middle);
    return *middle;
}

// "#24" of "#24 cosine annealing": a legend has room for no more. A name without a number is cut.
QString shortName(const QString& name) {
    constexpr qsizetype longest = 16;
    if (name.startsWith(QLatin1Char('#'))) return name.section(QLatin1Char(' '), 0, 0);
    return name.size() <= longest ? name : name.left(longest - 1) + QChar(0x2026);
}

QPushButton* barButton(QWidget* parent, bool checkable) {
    auto* button = new QPushButton(parent);
    button->setProperty("size", QStringLiteral("small"));
    button->setCheckable(checkable);
    if (!checkable) setRole(*button, "quiet");
    return button;
}

}  // namespace

RunPlots::RunPlots(QWidget* parent) : QWidget(parent), m_timer(new QTimer(this)), m_counting(new QTimer(this)) {
    m_counting->setSingleShot(true);
    m_counting->setInterval(kCountMilliseconds);
    connect(m_counting, &QTimer::timeout, this, &RunPlots::writeFigures);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    auto* area = new QWidget(this);
    m_grid = new QGridLayout(area);
    m_grid->setContentsMargins(4, 6, 4, 4);
    m_grid->setSpacing(8);
    layout->addWidget(area, 1);
    m_loss = makePlot();
    m_throughput = makePlot();
    m_memory = makePlot();
    m_gradient = makePlot();
    m_loss->setDecimals(4);
    m_throughput->setDecimals(0);
    m_memory->setDecimals(1);
    placePlots();

    m_timer->setSingleShot(true);
    m_timer->setInterval(kFrameMilliseconds);
    connect(m_timer, &QTimer::timeout, this, &RunPlots::refresh);
    setTheme(m_theme);
    retranslate();
    setSmoothing(smoothingAt(kFirstSmoothing));
}

QWidget* RunPlots::makeBar() {
    auto* bar = new QFrame(this);
    setRole(*bar, "bar");
    m_axisLabel = new QLabel(bar);
    m_axis = new SegmentedControl({QString(), QString(), QString()}, bar);
    m_smoothingLabel = new QLabel(bar);
    m_smoothing = new QSlider(Qt::Horizontal, bar);
    m_smoothing->setRange(0, kSliderSteps);
    m_smoothing->setPageStep(10);
    m_smoothing->setFixedWidth(emPixels(*this, 8.5));
    m_smoothingValue = new QLabel(bar);
    m_smoothingValue->setMinimumWidth(emPixels(*this, 2.8));
    m_raw = barButton(bar, true);
    m_raw->setChecked(true);
    m_logarithmic = barButton(bar, true);
    m_countGlyph = new QLabel(bar);
    m_count = new QLabel(bar);
    m_showAll = barButton(bar, false);
    m_export = barButton(bar, false);
    m_exportMenu = new QMenu(m_export);
    m_export->setMenu(m_exportMenu);
    for (QLabel* quiet : {m_axisLabel, m_smoothingLabel, m_count}) setRole(*quiet, "caption");

    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 3, 14, 3);
    row->setSpacing(8);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_axisLabel, m_axis, m_smoothingLabel, m_smoothing, m_smoothingValue, m_raw, m_logarithmic})
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_countGlyph, m_count, m_showAll, m_export}) row->addWidget(widget);

    connect(m_axis, &SegmentedControl::chosen, this, [this](int choice) {
        for (SeriesPlot* plot : plots()) plot->setHorizontalAxis(static_cast<HorizontalAxis>(choice));
    });
    connect(m_smoothing, &QSlider::valueChanged, this, [this](int position) { setSmoothing(smoothingAt(position)); });
    connect(m_raw, &QPushButton::toggled, this, [this](bool shown) {
        for (SeriesPlot* plot : plots()) plot->setRawShown(shown);
    });
    connect(m_logarithmic, &QPushButton::toggled, this, [this](bool on) {
        m_loss->setLogarithmic(on);
        retranslate();
    });
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        for (SeriesPlot* plot : plots()) plot->showAll();
    });
    connect(m_exportMenu, &QMenu::aboutToShow, this, &RunPlots::fillExportMenu);
    return bar;
}

SeriesPlot* RunPlots::makePlot() {
    auto* plot = new SeriesPlot(QString(), QString(), this);
    plot->setTheme(m_theme);
    plot->setHorizontalAxis(static_cast<HorizontalAxis>(m_axis->current()));
    plot->setRawShown(m_raw->isChecked());
    plot->setSmoothing(smoothing());
    connect(plot, &SeriesPlot::crosshairMoved, this, [this, plot](std::optional<double> x) {
        for (SeriesPlot* each : plots())
            each->setCrosshair(x, each == plot ? SeriesPlot::CrosshairDetail::Values : SeriesPlot::CrosshairDetail::LineOnly);
    });
    connect(plot, &SeriesPlot::refreshed, this, [this] {
        if (!m_counting->isActive()) m_counting->start();
    });
    return plot;
}

std::vector<SeriesPlot*> RunPlots::plots() const {
    std::vector<SeriesPlot*> all{m_loss};
    for (const MetricPlot& metric : m_metrics) all.push_back(metric.plot);
    all.insert(all.end(), {m_throughput, m_memory, m_gradient});
    return all;
}

// Loss and the first metric above; the further metrics join the row of the small ones.
void RunPlots::placePlots() {
    constexpr int columns = 60, lossColumns = 36;
    for (SeriesPlot* plot : plots()) m_grid->removeWidget(plot);
    if (m_metrics.empty()) {
        m_grid->addWidget(m_loss, 0, 0, 1, columns);
    } else {
        m_grid->addWidget(m_loss, 0, 0, 1, lossColumns);
        m_grid->addWidget(m_metrics.front().plot, 0, lossColumns, 1, columns - lossColumns);
    }
    std::vector<SeriesPlot*> small;
    for (std::size_t i = 1; i < m_metrics.size(); ++i) small.push_back(m_metrics[i].plot);
    small.insert(small.end(), {m_throughput, m_memory, m_gradient});
    const int count = static_cast<int>(small.size()), perRow = count <= 4 ? count : 3;
    for (int i = 0; i < count; ++i) {
        const int left = i % perRow * columns / perRow, right = (i % perRow + 1) * columns / perRow;
        m_grid->addWidget(small[static_cast<std::size_t>(i)], 1 + i / perRow, left, 1, right - left);
    }
    for (int column = 0; column < columns; ++column) m_grid->setColumnStretch(column, 1);
    m_grid->setRowStretch(0, 4);
    for (int row = 1; row <= (count - 1) / perRow + 1; ++row) m_grid->setRowStretch(row, 3);
    QWidget* before = m_export;
    for (SeriesPlot* plot : plots()) {
        setTabOrder(before, plot);
        before = plot;
    }
}

void RunPlots::setRuns(std::vector<RunModel*> runs) {
    if (runs == m_runs) return;
    for (RunModel* run : m_runs) run->disconnect(this);
    m_runs = std::move(runs);
    for (RunModel* run : m_runs) {
        connect(run, &RunModel::changed, this, &RunPlots::markDirty);
        connect(run, &RunModel::identityChanged, this, [this] {
            m_seriesKnown = 0;
            markDirty();
        });
        connect(run, &QObject::destroyed, this, &RunPlots::runGone);
    }
    makeCurves();
    for (SeriesPlot* plot : plots()) plot->showAll();
    refresh();
}

// Its series are gone already: the curves must go before anything is drawn.
void RunPlots::runGone(QObject* run) {
    std::erase_if(m_runs, [run](const RunModel* each) { return static_cast<const QObject*>(each) == run; });
    makeCurves();
    markDirty();
}

std::vector<Curve> RunPlots::curvesOf(const std::vector<CurvePattern>& patterns) const {
    std::vector<Curve> curves;
    for (const RunModel* run : m_runs)
        for (const CurvePattern& pattern : patterns) {
            Curve curve = pattern.curve;
            curve.series = run->series(pattern.series);
            if (!curve.series) continue;
            curve.colourSlot = run->identity().colourSlot;
            curve.named = run == m_runs.front();
            curve.shortLabel = pattern.word;
            curve.label = m_runs.size() > 1 ? QStringLiteral("%1 %2").arg(shortName(run->identity().name), pattern.word) : pattern.word;
            curves.push_back(std::move(curve));
        }
    return curves;
}

void RunPlots::makeMetricPlots() {
    constexpr std::string_view prefix = "val.";
    std::vector<std::string> ids;
    for (const RunModel* run : m_runs)
        for (const auto& [name, series] : run->series()) {
            if (!name.starts_with(prefix) || name == series::kValidationLoss) continue;
            const std::string id = name.substr(prefix.size());
            if (const auto parts = metricSeriesOf(name); parts && !parts->companion.empty()) continue;  // stands with its metric
            if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
        }
    // As the registry orders them: accuracy first.
    const auto rank = [](const std::string& id) {
        const auto kinds = metricKinds();
        return std::ranges::find(kinds, id, &Kind::id) - kinds.begin();
    };
    std::ranges::stable_sort(ids, {}, rank);
    if (std::ranges::equal(ids, m_metrics, {}, {}, &MetricPlot::id)) return;
    for (const MetricPlot& metric : m_metrics) delete metric.plot;
    m_metrics.clear();
    for (const std::string& id : ids) {
        m_metrics.push_back({id, makePlot()});
        const MetricKind* kind = findKind(metricKinds(), id);
        if (kind == nullptr || kind->scale == MetricKind::Scale::Share) m_metrics.back().plot->setDecimals(2);
        m_metrics.back().plot->show();
    }
    placePlots();
    retranslate();
}

std::vector<RunPlots::CurvePattern> RunPlots::patternsOf(const std::string& id) const {
    const MetricKind* kind = findKind(metricKinds(), id);
    const bool share = kind == nullptr || kind->scale == MetricKind::Scale::Share;
    const bool lower = kind != nullptr && kind->better == SeriesKind::Better::Lower;
    const double scale = share ? 100 : 1;
    const Curve validation{.best = lower ? Curve::Best::Lowest : Curve::Best::Highest, .scale = scale, .smoothed = false};
    const Curve training{.style = Curve::Style::Dashed, .scale = scale, .smoothed = false};
    const Curve beside{.style = Curve::Style::Dotted, .scale = scale, .smoothed = false};
    std::vector<CurvePattern> patterns{{"val." + id, validation, tr("validation")}, {"train." + id, training, tr("training")}};
    if (kind == nullptr) return patterns;
    for (const std::string_view companion : kind->companions)
        patterns.push_back({"val." + id + "." + std::string(companion), beside, companionText(companion)});
    std::set<std::string> rules;  // once, however many runs have it
    for (const RunModel* run : m_runs)
        for (const auto& [name, series] : run->series())
            if (const auto parts = metricSeriesOf(name);
                parts && parts->source == MetricSeries::Source::Baseline && parts->metric == id && rules.insert(name).second)
                patterns.push_back({name, beside, baselineText(parts->rule)});
    return patterns;
}

void RunPlots::makeCurves() {
    m_seriesKnown = 0;
    for (const RunModel* run : m_runs) m_seriesKnown += run->series().size();
    makeMetricPlots();
    const std::string trainLoss(series::kTrainLoss), validationLoss(series::kValidationLoss), speed(series::kSamplesPerSecond),
        process(series::kProcessMemory), tensor(series::kTensorMemory), gradient(series::kGradientNorm), rate(series::kLearningRate);
    const Curve perEpoch{.best = Curve::Best::Lowest, .smoothed = false}, dashed{.style = Curve::Style::Dashed};
    m_loss->setCurves(curvesOf({{validationLoss, perEpoch, tr("validation")}, {trainLoss, dashed, tr("training")}}));
    for (const MetricPlot& metric : m_metrics) metric.plot->setCurves(curvesOf(patternsOf(metric.id)));
    m_throughput->setCurves(curvesOf({{speed, {}, tr("samples/s")}}));
    const Curve bytes{.scale = 1.0 / (1 << 20), .smoothed = false},
        tensors{.style = Curve::Style::Dashed, .scale = bytes.scale, .smoothed = false};
    m_memory->setCurves(curvesOf({{process, bytes, tr("worker")}, {tensor, tensors, tr("tensors")}}));
    const Curve norm{.style = Curve::Style::Dotted}, rightAxis{.side = Curve::Side::Right, .smoothed = false};
    m_gradient->setCurves(curvesOf({{gradient, norm, tr("norm")}, {rate, rightAxis, tr("learning rate")}}));
}

void RunPlots::markDirty() {
    m_dirty = true;
    if (isVisible() && !m_timer->isActive()) m_timer->start();
}

void RunPlots::refresh() {
    m_dirty = false;
    std::size_t known = 0;
    for (const RunModel* run : m_runs) known += run->series().size();
    if (known != m_seriesKnown) makeCurves();
    for (SeriesPlot* plot : plots()) plot->refresh();
}

void RunPlots::writeFigures() {
    std::size_t shown = 0, inView = 0;
    for (const SeriesPlot* plot : plots()) {
        shown += plot->pointsShown();
        inView += plot->pointsInView();
    }
    m_count->setText(
        tr("showing %1 of %2 points").arg(countText(static_cast<std::int64_t>(shown)), countText(static_cast<std::int64_t>(inView))));
    QString median, peak;
    if (!m_runs.empty()) {
        const RunModel& chosen = *m_runs.front();
        if (const auto value = recentMedian(chosen.series(series::kSamplesPerSecond))) median = countText(std::llround(*value));
        if (const Series* memory = chosen.series(series::kProcessMemory))
            if (const auto range = memory->values().range(); !range.empty())
                peak = tr("largest of the worker: %1").arg(bytesText(std::llround(range.maximum)));
    }
    const int recent = static_cast<int>(kRecentSteps);
    m_throughput->setFigure(median, median.isEmpty() ? QString() : tr("median of the last %n steps", nullptr, recent));
    m_memory->setNote(peak);
}

void RunPlots::setSmoothing(double smoothing) {
    const QSignalBlocker quiet(m_smoothing);
    const int position = smoothing <= 0 ? 0 : static_cast<int>(std::lround(-std::log10(1 - smoothing) * kSliderSteps / 3));
    m_smoothing->setValue(position);
    m_smoothingValue->setText(fixed(smoothingAt(position), position > 66 ? 3 : 2));
    for (SeriesPlot* plot : plots()) plot->setSmoothing(smoothingAt(position));
}

double RunPlots::smoothing() const { return smoothingAt(m_smoothing->value()); }

void RunPlots::setTheme(Theme theme) {
    m_theme = theme;
    for (SeriesPlot* plot : plots()) plot->setTheme(theme);
    m_raw->setIcon(icon("check", theme, m_raw->isChecked() ? Colour::Accent : Colour::Muted));
    m_logarithmic->setIcon(icon("check", theme, m_logarithmic->isChecked() ? Colour::Accent : Colour::Muted));
    m_showAll->setIcon(icon("fit", theme));
    m_export->setIcon(icon("save", theme));
    m_countGlyph->setPixmap(icon("eye", theme).pixmap(emPixels(*this, 1.1)));
}

void RunPlots::retranslate() {
    m_axisLabel->setText(tr("Axis"));
    m_axis->setTexts({tr("Step"), tr("Time"), tr("Epoch")});
    m_axis->setAccessibleName(tr("Horizontal axis"));
    m_smoothingLabel->setText(tr("Smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(tr("Weight of what was before in the moving average. The raw values stay visible as a band."));
    m_raw->setText(tr("Raw curve"));
    m_logarithmic->setText(tr("Log axis"));
    m_showAll->setText(tr("Show all"));
    m_showAll->setToolTip(tr("Shows everything in all plots (F in a plot)"));
    m_export->setText(tr("Export"));
    m_loss->setTitle(tr("Loss"), m_logarithmic->isChecked() ? tr("log axis") : QString());
    for (const MetricPlot& metric : m_metrics) {
        const auto kinds = metricKinds();
        const auto kind = std::ranges::find(kinds, metric.id, &Kind::id);
        const bool share = kind == kinds.end() || kind->scale == MetricKind::Scale::Share;
        metric.plot->setTitle(kind == kinds.end() ? fromUtf8(metric.id) : translated(kind->label), share ? QStringLiteral("%") : QString());
    }
    m_throughput->setTitle(tr("Throughput"), tr("samples/s"));
    m_memory->setTitle(tr("Memory"), QStringLiteral("MiB"));
    m_gradient->setTitle(tr("Gradient"), QString());
    setTheme(m_theme);
}

void RunPlots::fillExportMenu() {
    m_exportMenu->clear();
    for (SeriesPlot* plot : plots()) {
        QMenu* formats = m_exportMenu->addMenu(plot->accessibleName());
        const auto add = [&](const QString& text, PlotFormat format) {
            connect(formats->addAction(text), &QAction::triggered, this, [this, plot, format] { Q_EMIT exportRequested(plot, format); });
        };
        add(tr("Picture (PNG)"), PlotFormat::Png);
        add(tr("Drawing (SVG)"), PlotFormat::Svg);
        add(tr("Points in view (CSV)"), PlotFormat::Csv);
    }
}

void RunPlots::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_seriesKnown = 0;  // the labels of the curves, too
        makeCurves();
        writeFigures();
    }
    QWidget::changeEvent(event);
}

void RunPlots::showEvent(QShowEvent* event) {
    if (m_dirty) m_timer->start();
    QWidget::showEvent(event);
}

}  // namespace seekbench
